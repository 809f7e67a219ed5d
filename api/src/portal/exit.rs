//! `/exit`: leaves the help pages at once, without JavaScript.

use actix_web::http::header::{CACHE_CONTROL, LOCATION, REFERRER_POLICY};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::app::State;

/// Clears this host's cache, sends no referrer, and goes somewhere ordinary.
/// Nothing is counted or logged. It never fails: whatever the address or the method says
/// beside a known language (`lang`) is left unread.
pub(super) async fn exit(state: web::Data<State>, request: HttpRequest) -> HttpResponse {
    let http = &state.config.http;
    let lang = request.query_string().split('&').find_map(|part| part.strip_prefix("lang="));
    let target = lang.and_then(|lang| http.exit_urls.get(lang)).unwrap_or(&http.exit_url);
    HttpResponse::SeeOther()
        .insert_header((LOCATION, target.as_str()))
        .insert_header(("Clear-Site-Data", "\"cache\""))
        .insert_header((REFERRER_POLICY, "no-referrer"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .finish()
}
