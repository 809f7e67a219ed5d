//! `/office/sign-in/passkey`: both factors at once, with a device of one's own.

use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::json;

use super::sign_in::cookie;
use crate::account::{own_page, passkey, session_token, sign_in};
use crate::app::State;
use crate::error::{Error, Result};

/// Registers the steps.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/passkey/begin").route(web::post().to(begin)))
        .service(web::resource("/passkey").route(web::post().to(check)));
}

async fn begin(state: web::Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    if !own_page(&request, &state) {
        return Err(Error::Forbidden("other-site"));
    }
    Ok(HttpResponse::Ok().json(passkey::invite(&state, None).await?))
}

async fn check(
    state: web::Data<State>,
    request: HttpRequest,
    given: web::Json<passkey::Given>,
) -> Result<HttpResponse> {
    if !own_page(&request, &state) {
        return Err(Error::Forbidden("other-site"));
    }
    let account = passkey::answer(&state, &given).await?;
    let old = session_token(&request);
    let token = sign_in::finish(&state, &account, old.as_deref(), "passkey").await?;
    Ok(HttpResponse::Ok().cookie(cookie(&state.config, Some(token))).json(json!({ "ok": true })))
}
