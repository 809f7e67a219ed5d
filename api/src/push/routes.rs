//! What a phone asks: the key, a subscription, a change, an end, a test.

use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::asked::{Subscribe, WishBody};
use super::entity::subscription;
use super::subscriptions::{self, Refused};
use super::{guard, plan};
use crate::account::random_token;
use crate::alert::Channel;
use crate::app::State;
use crate::error::{Error, Fault, Result};
use crate::http::{Cached, Rate, Reader, bearer, client_address};

/// Registers the routes of this noun.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config
        .service(key)
        .service(subscribe)
        .service(change)
        .service(unsubscribe)
        .service(test)
        .service(receipt);
}

/// The key that browsers subscribe with.
#[derive(Serialize, ToSchema)]
struct KeyView {
    /// VAPID public key, base64url.
    public_key: String,
}

/// The VAPID public key (RFC 8292).
#[utoipa::path(tag = "push", responses((status = 200, body = KeyView)))]
#[get("/push/key")]
async fn key(state: web::Data<State>, reader: Reader) -> Result<Cached> {
    let view = KeyView { public_key: state.push.vapid.public_base64url() };
    Cached::json(&view, reader.content_language(), 3600)
}

/// A subscription that is kept.
#[derive(Serialize, ToSchema)]
struct Kept {
    /// Id of the subscription.
    id: Uuid,
    /// Secret that may change or end it; shown once.
    token: String,
}

/// Subscribes a phone, or renews a subscription it has: no account, no e-mail,
/// no position.
#[utoipa::path(tag = "push", request_body = Subscribe,
    responses((status = 201, body = Kept), (status = 422, body = crate::http::ProblemView)))]
#[post("/push/subscriptions")]
async fn subscribe(
    state: web::Data<State>,
    request: HttpRequest,
    body: web::Json<Subscribe>,
) -> Result<HttpResponse> {
    allow(&state, &request, Rate::Phone)?;
    let now_ms = state.clock.now_ms();
    let mut faults = Vec::new();
    let wish = body.wish().check(&state.areas, now_ms, &mut faults);
    let address = body.address(&state.config.push.known_services, &mut faults);
    let channel = match body.rehearsal.as_deref() {
        None | Some("") => Channel::Public,
        Some(code) if state.push.is_rehearsal_code(code) => Channel::Rehearsal,
        Some(_) => {
            faults.push(Fault::new("rehearsal", "rehearsal-code"));
            Channel::Rehearsal
        }
    };
    let Some(address) = address.filter(|_| faults.is_empty()) else {
        return Err(Error::Invalid(faults));
    };
    let counted = !state.config.push.allow_private_endpoints;
    if counted && subscriptions::is_new_service(&state.db, &address.origin).await? {
        allow(&state, &request, Rate::NewService)?;
    }
    if !guard::may_be_reached(&address.origin, state.config.push.allow_private_endpoints).await {
        return Err(Error::invalid("endpoint", "endpoint-private"));
    }
    let token = random_token()?;
    let row =
        subscriptions::keep(&state.db, address, &wish, channel, &token, now_ms).await.map_err(|refused| {
            match refused {
                Refused::TooManyOrigins => Error::Conflict("too-many-origins"),
                Refused::Db(error) => error.into(),
            }
        })?;
    let id = row.id;
    state.push.changed(row);
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, format!("/api/v1/push/subscriptions/{id}")))
        .json(Kept { id, token }))
}

fn allow(state: &State, request: &HttpRequest, rate: Rate) -> Result<()> {
    state.limiter.check(rate, client_address(request, &state.config.http.trusted_proxies))
}

async fn own(state: &State, request: &HttpRequest, id: Uuid) -> Result<subscription::Model> {
    allow(state, request, Rate::Phone)?;
    let token = bearer(request).ok_or(Error::Unauthorised)?;
    // An unknown id and a wrong token look the same from outside.
    subscriptions::with_token(&state.db, id, token).await?.ok_or(Error::NotFound)
}

/// Changes language, areas, severity or categories.
#[utoipa::path(tag = "push", params(("id" = Uuid, Path)), request_body = Renewal,
    responses((status = 204), (status = 401), (status = 404), (status = 422, body = crate::http::ProblemView)))]
#[put("/push/subscriptions/{id}")]
async fn change(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    request: HttpRequest,
    body: web::Json<Renewal>,
) -> Result<HttpResponse> {
    let row = own(&state, &request, *id).await?;
    let now_ms = state.clock.now_ms();
    let mut faults = Vec::new();
    let wish = body.wish.check(&state.areas, now_ms, &mut faults);
    if body.endpoint.as_deref().is_some_and(|endpoint| !subscriptions::is_at(&row, endpoint)) {
        faults.push(Fault::new("endpoint", "endpoint-other"));
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let row = subscriptions::change(&state.db, row, &wish, now_ms).await?;
    state.push.changed(row);
    Ok(HttpResponse::NoContent().finish())
}

/// A change of wishes. A browser that sends its address along may; a new address is a new
/// subscription, and is refused here.
#[derive(Deserialize, ToSchema)]
struct Renewal {
    /// Address at the push service, as it was subscribed.
    endpoint: Option<String>,
    #[serde(flatten)]
    wish: WishBody,
}

/// Ends a subscription; its keys are wiped at once.
#[utoipa::path(tag = "push", params(("id" = Uuid, Path)),
    responses((status = 204), (status = 401), (status = 404)))]
#[delete("/push/subscriptions/{id}")]
async fn unsubscribe(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let row = own(&state, &request, *id).await?;
    subscriptions::forget(&state.db, row.origin_id, &[row.slot]).await?;
    state.push.forgot(row.origin_id, row.slot);
    Ok(HttpResponse::NoContent().finish())
}

/// Sends a test message to this phone, through the whole chain.
#[utoipa::path(tag = "push", params(("id" = Uuid, Path)),
    responses((status = 202), (status = 401), (status = 404)))]
#[post("/push/subscriptions/{id}/test")]
async fn test(state: web::Data<State>, id: web::Path<Uuid>, request: HttpRequest) -> Result<HttpResponse> {
    let row = own(&state, &request, *id).await?;
    allow(&state, &request, Rate::Write)?;
    plan::test(&state.db, row.origin_id, row.slot, state.clock.now_ms()).await?;
    state.news.announce();
    Ok(HttpResponse::Accepted().finish())
}

/// What a phone sends back after a test message.
#[derive(Deserialize, ToSchema)]
struct Receipt {
    /// As it stood in the message.
    receipt: String,
}

/// Confirms that a test message arrived and could be read on this phone.
#[utoipa::path(tag = "push", params(("id" = Uuid, Path)), request_body = Receipt,
    responses((status = 204), (status = 401), (status = 404), (status = 422, body = crate::http::ProblemView)))]
#[post("/push/subscriptions/{id}/receipt")]
async fn receipt(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    request: HttpRequest,
    body: web::Json<Receipt>,
) -> Result<HttpResponse> {
    let row = own(&state, &request, *id).await?;
    let now_ms = state.clock.now_ms();
    if !state.push.receipts.holds(&body.receipt, now_ms) {
        return Err(Error::invalid("receipt", "receipt"));
    }
    subscriptions::seen(&state.db, row, now_ms).await?;
    state.metrics.receipts.inc();
    Ok(HttpResponse::NoContent().finish())
}
