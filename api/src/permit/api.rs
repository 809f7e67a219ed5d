//! `GET /permits/applications` and `/permits/applications/{id}`: the files of
//! the applicant who is signed in, for programs of their own.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, get, web};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::entity::application;
use super::file::{self, File};
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::clock::rfc3339;
use crate::error::Result;

/// Registers the routes.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.service(list).service(one);
}

/// Files of one person.
#[derive(Serialize, ToSchema)]
pub struct ApplicationsView {
    /// Newest first.
    applications: Vec<ApplicationView>,
}

/// One file.
#[derive(Serialize, ToSchema)]
pub struct ApplicationView {
    id: Uuid,
    /// Procedure, an id of `/permits/procedures`.
    procedure: String,
    /// Number of the file, once it was sent.
    reference: Option<String>,
    /// Where it stands.
    state: String,
    /// Binding language.
    lang: String,
    /// `person` or `company`.
    applicant: String,
    /// RFC 3339.
    changed: String,
    /// Day of receipt.
    received_on: Option<String>,
    /// Day by which a decision is expected.
    due_on: Option<String>,
    /// Its page.
    web: String,
}

fn view(row: application::Model) -> ApplicationView {
    ApplicationView {
        web: format!("/{}/permits/apply/{}/", row.lang, row.id),
        id: row.id,
        procedure: row.procedure,
        reference: row.reference,
        state: row.state,
        lang: row.lang,
        applicant: row.applicant_kind,
        changed: rfc3339(row.updated_at_ms),
        received_on: row.received_on,
        due_on: row.due_on,
    }
}

fn answer(value: &impl Serialize) -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(value)
}

/// The files of the applicant who is signed in.
#[utoipa::path(tag = "permits", responses((status = 200, body = ApplicationsView), (status = 401)))]
#[get("/permits/applications")]
async fn list(state: web::Data<State>, citizen: Citizen) -> Result<HttpResponse> {
    let rows = file::of_person(&state, &citizen).await?;
    Ok(answer(&ApplicationsView { applications: rows.into_iter().map(view).collect() }))
}

/// One file of the applicant who is signed in; anybody else's does not exist.
#[utoipa::path(tag = "permits", params(("id" = Uuid, Path)),
    responses((status = 200, body = ApplicationView), (status = 401), (status = 404)))]
#[get("/permits/applications/{id}")]
async fn one(state: web::Data<State>, citizen: Citizen, id: web::Path<Uuid>) -> Result<HttpResponse> {
    let file = File::open(&state, &citizen, *id).await?;
    Ok(answer(&view(file.row)))
}
