//! `GET /alerts/{id}.cap`: the CAP 1.2 message, all languages, signed when a
//! key is configured.

use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, Responder, get, web};
use uuid::Uuid;

use super::get::{Found, find};
use super::wish::tag_of;
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::Cached;

/// The latest CAP message of an alert, in every language it was issued in.
#[utoipa::path(tag = "alerts", path = "/alerts/{id}.cap", params(("id" = Uuid, Path)),
    responses((status = 200, content_type = "application/cap+xml"), (status = 307), (status = 404)))]
#[get("/alerts/{id:[^/]+}.cap")]
pub(super) async fn alert_cap(
    state: web::Data<State>,
    id: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let id = Uuid::parse_str(&id).map_err(|_| Error::NotFound)?;
    match find(&state, id).await? {
        Found::Replaced(latest) => Ok(HttpResponse::TemporaryRedirect()
            .insert_header((LOCATION, format!("/api/v1/alerts/{latest}.cap")))
            .finish()),
        Found::Alert(shown) => {
            let xml = state.signer.sign(safe_cap::write(&shown.cap))?;
            let mut spoken: Vec<String> = shown.cap.info.iter().map(tag_of).collect();
            spoken.dedup();
            let spoken = spoken.join(", ");
            Ok(Cached::other(xml, "application/cap+xml; charset=utf-8", spoken, 0).respond_to(&request))
        }
    }
}
