//! `/exit`: leaves the help pages at once, without JavaScript.

use actix_web::http::header::{CACHE_CONTROL, LOCATION, REFERRER_POLICY};
use actix_web::{HttpResponse, web};

use crate::app::State;

/// Clears this host's cache, sends no referrer, and goes somewhere ordinary.
/// Nothing is counted or logged: the log knows the route pattern alone, at
/// debug level.
#[actix_web::get("/exit")]
pub(super) async fn exit(state: web::Data<State>) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, state.config.http.exit_url.as_str()))
        .insert_header(("Clear-Site-Data", "\"cache\""))
        .insert_header((REFERRER_POLICY, "no-referrer"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .finish()
}
