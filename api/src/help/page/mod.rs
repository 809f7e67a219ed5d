//! The list of services by situation, need, language, municipality and hour, and the
//! sheet of each: made by the server, without a script, a cookie or a query in an address.

mod cards;
mod choice;
mod results;
mod sheet;

pub use cards::{fill, is_hidden_sheet};
pub use results::configure;

use actix_web::HttpResponse;
use actix_web::http::header::{HeaderValue, REFERRER_POLICY};

use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::portal::{self, Page};

/// The language of an address.
fn language(code: &str) -> Result<Lang> {
    Lang::parse(code).filter(|lang| lang.code() == code).ok_or(Error::NotFound)
}

/// Pours a page into the shell of the help section. The title says nothing, and nothing
/// of the page is kept or told onward.
async fn discreet(state: &State, lang: Lang, path: &str, main: String) -> HttpResponse {
    let title = lang.text("help-neutral-title");
    let page = Page { lang, title: &title, path, head: String::new(), main };
    let mut response = portal::answer(lang, portal::pour(state, page).await);
    response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
