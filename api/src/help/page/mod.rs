//! The list of services by situation, need, language, municipality and hour, and the
//! sheet of each: made by the server, without a script, a cookie or a query in an address.

mod cards;
mod choice;
mod lines;
mod results;
mod sheet;

pub use cards::{fill, has_cards, is_hidden_sheet};
pub use results::configure;

use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_TYPE, REFERRER_POLICY, VARY,
};
use actix_web::{HttpRequest, HttpResponse};

use crate::app::State;
use crate::error::{Error, Result};
use crate::http::packed;
use crate::i18n::Lang;
use crate::portal::{self, Page};

/// The language of an address.
fn language(code: &str) -> Result<Lang> {
    Lang::parse(code).filter(|lang| lang.code() == code).ok_or(Error::NotFound)
}

/// Pours a page into the shell of the help section. The title says nothing, and nothing
/// of the page is kept or told onward.
async fn discreet(
    state: &State,
    request: &HttpRequest,
    lang: Lang,
    path: &str,
    main: String,
) -> HttpResponse {
    let title = lang.text("help-neutral-title");
    let page = Page { lang, title: &title, path, head: String::new(), main };
    let (encoding, body) = packed(request, portal::pour(state, page).await);
    let mut response = HttpResponse::Ok();
    response
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CONTENT_LANGUAGE, lang.code()))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((VARY, "Accept-Encoding"))
        .insert_header((REFERRER_POLICY, "no-referrer"));
    if let Some(encoding) = encoding {
        response.insert_header((CONTENT_ENCODING, encoding));
    }
    response.body(body)
}
