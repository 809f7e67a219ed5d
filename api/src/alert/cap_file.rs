//! `GET /alerts/{id}.cap`: the CAP 1.2 message, all languages, signed when a
//! key is configured.

use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, get, web};
use uuid::Uuid;

use super::get::{Found, find};
use super::view::Shown;
use super::wish::tag_of;
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::Body;

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
            let body = match shown.file.get() {
                Some(made) => made,
                None => {
                    let made = signed(&state, &shown)?;
                    shown.file.get_or_init(|| made)
                }
            };
            let mut spoken: Vec<String> = shown.cap.info.iter().map(tag_of).collect();
            spoken.dedup();
            Ok(body.answer(&request, &spoken.join(", "), "no-cache"))
        }
    }
}

fn signed(state: &State, shown: &Shown) -> Result<Body> {
    let xml = safe_cap::write(&shown.cap);
    let unsigned = xml.clone().into_bytes();
    Ok(Body::signed(state.signer.sign(xml)?, "application/cap+xml; charset=utf-8", &unsigned))
}
