//! `GET /alerts/{id}`: one alert.

use std::sync::Arc;

use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, Responder, get, web};
use uuid::Uuid;

use super::view::{AlertView, Shown};
use super::wish::Wish;
use super::{Channel, entity};
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::Cached;

/// What stands behind an id that the public may ask for.
pub(super) enum Found {
    /// The alert, also when its day of visibility is over.
    Alert(Arc<Shown>),
    /// An update has taken its place.
    Replaced(Uuid),
}

/// Finds a public alert by its id or the id of its chain.
pub(super) async fn find(state: &State, id: Uuid) -> Result<Found> {
    // What the lists show is what stands here, also in the moment between a change and
    // the snapshot that holds it.
    if let Some(shown) = state.public.load().alerts.iter().find(|shown| shown.row.id == id) {
        return Ok(Found::Alert(shown.clone()));
    }
    let row = super::lifecycle::find(state, id).await?;
    if row.channel() != Channel::Public || row.published_at_ms.is_none() {
        return Err(Error::NotFound);
    }
    if row.state == "superseded" {
        let latest = entity::latest_of(&state.db, row.event_id).await?.ok_or(Error::NotFound)?;
        return Ok(Found::Replaced(latest.id));
    }
    Ok(Found::Alert(Arc::new(Shown::as_of(row, state.clock.now_ms())?)))
}

/// One alert. An alert that was updated answers 307 to the one in its place.
#[utoipa::path(tag = "alerts", params(("id" = Uuid, Path), ("lang" = Option<String>, Query)),
    responses((status = 200, body = AlertView), (status = 307), (status = 404, body = crate::http::ProblemView)))]
#[get("/alerts/{id}")]
pub(super) async fn alert(
    state: web::Data<State>,
    wish: Wish,
    id: web::Path<Uuid>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    match find(&state, *id).await? {
        Found::Replaced(latest) => {
            let query = request.query_string();
            let mark = if query.is_empty() { "" } else { "?" };
            Ok(HttpResponse::TemporaryRedirect()
                .insert_header((LOCATION, format!("/api/v1/alerts/{latest}{mark}{query}")))
                .finish())
        }
        Found::Alert(shown) => {
            let view = shown.view_for(&wish, &state.areas, &state.config).ok_or(Error::NotFound)?;
            Ok(Cached::json(&view, view.lang.clone(), 0)?.respond_to(&request))
        }
    }
}
