//! What the Back key finds of a help page: a closed page with one button.
//!
//! With scripts a visit has one entry in the history, and leaving takes its place. Without
//! them each page has its own, and the browser asks for it again when somebody goes back.
//! Such a request comes from this site but not from a touch or a key: the browser leaves
//! `Sec-Fetch-User` out (Fetch Metadata Request Headers, section 2.4). No cookie, token or
//! memory is needed to tell it, and who is told wrongly presses one button.

use actix_web::http::Method;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, REFERRER_POLICY, USER_AGENT};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::app::State;
use crate::i18n::Lang;

#[derive(Template)]
#[template(path = "portal/again.html")]
struct Again<'a> {
    lang: Lang,
    path: &'a str,
}

/// Whether a page is asked for by going back or forward, or by a browser that opens its
/// tabs again. Only of browsers that are known to tell a touch from the rest: Chromium's
/// family, which sends `Sec-CH-UA`, and Firefox. Of the others every request counts as a
/// touch, since each link would be doubted otherwise.
#[must_use]
pub fn is_return(request: &HttpRequest) -> bool {
    let headers = request.headers();
    let says =
        |name: &str, value: &str| headers.get(name).is_some_and(|said| said.as_bytes() == value.as_bytes());
    let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let tells = headers.contains_key("sec-ch-ua") || agent.contains(" Firefox/");
    tells
        && request.method() == Method::GET
        && says("sec-fetch-mode", "navigate")
        && says("sec-fetch-dest", "document")
        && says("sec-fetch-site", "same-origin")
        && !headers.contains_key("sec-fetch-user")
}

/// The closed page. Its button asks by POST, which no browser repeats by itself.
pub async fn closed(state: &State, request: &HttpRequest, lang: Lang) -> HttpResponse {
    let main = Again { lang, path: request.path() }.render().unwrap_or_default();
    let title = lang.text("help-neutral-title");
    let page = super::Page { lang, title: &title, path: "help/", head: String::new(), main };
    let mut response = HttpResponse::Ok();
    response
        .content_type("text/html; charset=utf-8")
        .insert_header((CONTENT_LANGUAGE, lang.code()))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((REFERRER_POLICY, "no-referrer"));
    response.body(super::pour(state, page).await)
}
