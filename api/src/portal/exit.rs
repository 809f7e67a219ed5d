//! `/exit`: leaves the help pages at once, without JavaScript.

use actix_web::http::header::{CACHE_CONTROL, LOCATION, REFERRER_POLICY};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::app::State;

/// The page that is left.
#[derive(Deserialize)]
pub(super) struct Left {
    /// Its language.
    lang: Option<String>,
}

/// Clears this host's cache, sends no referrer, and goes somewhere ordinary.
/// Nothing is counted or logged: the log knows the route pattern alone, at
/// debug level.
#[actix_web::get("/exit")]
pub(super) async fn exit(state: web::Data<State>, page: web::Query<Left>) -> HttpResponse {
    let http = &state.config.http;
    let target = page.lang.as_ref().and_then(|lang| http.exit_urls.get(lang)).unwrap_or(&http.exit_url);
    HttpResponse::SeeOther()
        .insert_header((LOCATION, target.as_str()))
        .insert_header(("Clear-Site-Data", "\"cache\""))
        .insert_header((REFERRER_POLICY, "no-referrer"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .finish()
}
