//! `/office/api/alerts…`: what other systems of the service may do, under the
//! same rules as the pages.

use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::compose::Ending;
use super::draft::Draft;
use super::entity::Model;
use super::import;
use super::lifecycle::{self, Input, Taken};
use crate::account::{Approver, Author, AuthorOrApprover};
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::{Raw, json};
use crate::push::delivery::{self, Delivery};

/// Registers the staff endpoints of this noun.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config
        .service(create)
        .service(submit)
        .service(approve)
        .service(end)
        .service(cancel)
        .service(update)
        .service(get_delivery);
}

/// Where an alert stands.
#[derive(Serialize, ToSchema)]
pub struct StaffAlert {
    /// Id of the alert.
    pub id: Uuid,
    /// Stable id of its chain.
    pub event_id: Uuid,
    /// draft, submitted, published, superseded, ended, cancelled, expired or discarded.
    pub state: String,
    /// Version of the public snapshot, 0 before publication.
    pub version: i64,
    /// Hash of the message; send it back with the approval to be sure of it.
    pub content_hash: String,
    /// Rises with every change; send it back with the approval, too.
    pub edition: i64,
    /// NIS codes reached.
    pub areas: Vec<String>,
    /// Remarks on an imported message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<import::FileReport>,
}

impl StaffAlert {
    fn new(state: &State, row: &Model) -> Self {
        let set = crate::area::AreaSet::from_i32(row.areas);
        Self {
            id: row.id,
            event_id: row.event_id,
            state: row.state.clone(),
            version: row.version,
            content_hash: row.content_hash.clone(),
            edition: row.edition,
            areas: state.areas.members(set).map(|m| m.nis.clone()).collect(),
            report: None,
        }
    }
}

/// A body that is CAP XML, a CAP message as JSON, or the JSON of the model.
fn input(state: &State, request: &HttpRequest, body: &[u8]) -> Result<(Input, Option<import::FileReport>)> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let first = body.iter().find(|byte| !byte.is_ascii_whitespace());
    let is_json = kind.contains("json") || first == Some(&b'{');
    if kind.contains("xml") || !is_json {
        let lenient =
            request.query_string().split('&').any(|pair| ["lenient=true", "lenient=1"].contains(&pair));
        let read = import::cap("body", body, lenient, &state.areas, &state.trust, state.clock.now_ms());
        return match read.alert {
            Some(alert) => Ok((Input::Cap(Box::new(alert)), Some(read.report))),
            None => Err(Error::Invalid(import::faults(&read.report))),
        };
    }
    let value: serde_json::Value = json::object(body)?;
    if value.get("info").is_some() {
        let alert: safe_cap::Alert = serde_json::from_value(value).map_err(|error| json::fault(&error))?;
        // The same rules as for XML: what is written is read again.
        let xml = safe_cap::write(&alert);
        let read =
            import::cap("body", xml.as_bytes(), false, &state.areas, &state.trust, state.clock.now_ms());
        return match read.alert {
            Some(alert) => Ok((Input::Cap(Box::new(alert)), Some(read.report))),
            None => Err(Error::Invalid(import::faults(&read.report))),
        };
    }
    let draft: Draft = serde_json::from_value(value).map_err(|error| json::fault(&error))?;
    Ok((Input::Draft(Box::new(draft)), None))
}

/// A new draft, or the alert that the same message became before.
fn taken(state: &State, taken: Taken, mut report: Option<import::FileReport>) -> HttpResponse {
    let mut response = if taken.is_new { HttpResponse::Created() } else { HttpResponse::Ok() };
    if let Some(report) = &mut report {
        report.warnings.extend(taken.remarks);
    }
    response.json(StaffAlert { report, ..StaffAlert::new(state, &taken.row) })
}

/// A new draft from CAP XML or from the JSON of the model. The same CAP message (identifier,
/// sender, sent) is one alert: when it comes again, the answer is 200 with that alert.
#[utoipa::path(tag = "staff", path = "/alerts",
    params(("lenient" = Option<bool>, Query, description = "Whether known faults of CAP messages are mended and told")),
    request_body(content((Draft = "application/json"), (String = "application/cap+xml"))),
    responses((status = 201, body = StaffAlert), (status = 200, body = StaffAlert, description = "The same message was taken before"),
        (status = 409, body = crate::http::ProblemView), (status = 401), (status = 403), (status = 422, body = crate::http::ProblemView)))]
#[post("/alerts")]
async fn create(
    state: web::Data<State>,
    author: Author,
    request: HttpRequest,
    body: Raw,
) -> Result<HttpResponse> {
    let (input, report) = input(&state, &request, &body.0)?;
    Ok(taken(&state, lifecycle::take(&state, &author.0, input, None, "api").await?, report))
}

/// A new draft that updates an active alert.
#[utoipa::path(tag = "staff", path = "/alerts/{id}/update",
    params(("id" = Uuid, Path), ("lenient" = Option<bool>, Query, description = "As for a new draft")),
    request_body(content((Draft = "application/json"), (String = "application/cap+xml"))),
    responses((status = 201, body = StaffAlert), (status = 200, body = StaffAlert, description = "The same message was taken before"),
        (status = 409, body = crate::http::ProblemView)))]
#[post("/alerts/{id}/update")]
async fn update(
    state: web::Data<State>,
    author: Author,
    id: web::Path<Uuid>,
    request: HttpRequest,
    body: Raw,
) -> Result<HttpResponse> {
    let (input, report) = input(&state, &request, &body.0)?;
    Ok(taken(&state, lifecycle::take(&state, &author.0, input, Some(*id), "api").await?, report))
}

/// Asks for approval; French and Dutch must be complete.
#[utoipa::path(tag = "staff", path = "/alerts/{id}/submit", params(("id" = Uuid, Path)),
    responses((status = 200, body = StaffAlert), (status = 409), (status = 422, body = crate::http::ProblemView)))]
#[post("/alerts/{id}/submit")]
async fn submit(state: web::Data<State>, author: Author, id: web::Path<Uuid>) -> Result<HttpResponse> {
    let row = lifecycle::submit(&state, &author.0, *id).await?;
    Ok(HttpResponse::Ok().json(StaffAlert::new(&state, &row)))
}

/// Approves and publishes; another person than the author.
#[utoipa::path(tag = "staff", path = "/alerts/{id}/approve", params(("id" = Uuid, Path)),
    request_body = Option<SeenBody>,
    responses((status = 200, body = StaffAlert), (status = 403, body = crate::http::ProblemView), (status = 409)))]
#[post("/alerts/{id}/approve")]
async fn approve(
    state: web::Data<State>,
    approver: Approver,
    id: web::Path<Uuid>,
    body: Raw,
) -> Result<HttpResponse> {
    let seen: SeenBody = if body.0.is_empty() { SeenBody::default() } else { json::object(&body.0)? };
    let seen = lifecycle::Seen { hash: seen.content_hash.as_deref(), edition: seen.edition };
    let row = lifecycle::approve(&state, &approver.0, *id, seen).await?;
    Ok(HttpResponse::Ok().json(StaffAlert::new(&state, &row)))
}

/// What the approver saw, as the draft's own answer gave it; what was changed since is
/// refused. An empty body approves what stands there now.
#[derive(serde::Deserialize, Default, ToSchema)]
struct SeenBody {
    /// Hash of the message.
    content_hash: Option<String>,
    /// Edition of the draft.
    edition: Option<i64>,
}

/// The all-clear: the danger is over, and everybody who was told is told.
#[utoipa::path(tag = "staff", path = "/alerts/{id}/end", params(("id" = Uuid, Path)),
    responses((status = 200, body = StaffAlert), (status = 409, body = crate::http::ProblemView)))]
#[post("/alerts/{id}/end")]
async fn end(state: web::Data<State>, who: AuthorOrApprover, id: web::Path<Uuid>) -> Result<HttpResponse> {
    let row = lifecycle::end(&state, &who.0, *id, Ending::AllClear).await?;
    Ok(HttpResponse::Ok().json(StaffAlert::new(&state, &row)))
}

/// Cancels an alert that does not hold; never waits for a sending in progress.
#[utoipa::path(tag = "staff", path = "/alerts/{id}/cancel", params(("id" = Uuid, Path)),
    responses((status = 200, body = StaffAlert), (status = 409, body = crate::http::ProblemView)))]
#[post("/alerts/{id}/cancel")]
async fn cancel(state: web::Data<State>, who: AuthorOrApprover, id: web::Path<Uuid>) -> Result<HttpResponse> {
    let row = lifecycle::end(&state, &who.0, *id, Ending::Cancelled).await?;
    Ok(HttpResponse::Ok().json(StaffAlert::new(&state, &row)))
}

/// How far the pushes of an alert are.
#[utoipa::path(tag = "staff", path = "/alerts/{id}/delivery", params(("id" = Uuid, Path)),
    responses((status = 200, body = Delivery), (status = 404)))]
#[get("/alerts/{id}/delivery")]
async fn get_delivery(
    state: web::Data<State>,
    _who: AuthorOrApprover,
    id: web::Path<Uuid>,
) -> Result<HttpResponse> {
    let row = lifecycle::find(&state, *id).await?;
    Ok(HttpResponse::Ok().json(delivery::of(&state, &row).await?))
}
