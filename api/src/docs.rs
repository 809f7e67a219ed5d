//! `GET /openapi.json`: the description of this API, made from the code.

use std::sync::OnceLock;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get};
use utoipa::OpenApi;
use utoipa::openapi::RefOr;

use crate::http::Body;

/// Registers the route of the description.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.service(openapi_json);
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "safe.brussels",
        description = "Open data and services of the public-safety portal of the Brussels-Capital Region.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2")
    ),
    components(schemas(crate::http::ProblemView)),
    tags(
        (name = "alerts", description = "Crisis alerts: one truth in every view."),
        (name = "areas", description = "Municipalities, police zones, the Region."),
        (name = "help", description = "Help services in HSDS 3.1; nothing of what is asked is kept."),
        (name = "push", description = "Alerts on phones, without an account."),
        (name = "search", description = "Full-text search; no query is kept."),
        (name = "content", description = "Plans, publications, datasets, campaigns and advice as data."),
        (name = "permits", description = "Weapons permits: procedures as dated rows, and which one applies."),
        (name = "staff", description = "For other systems of the service, with a bearer token."),
    )
)]
struct Base;

/// What does not come from routes.
#[must_use]
pub fn base() -> utoipa::openapi::OpenApi {
    let mut document = Base::openapi();
    document.info.version = env!("CARGO_PKG_VERSION").to_owned();
    document
}

/// Gives every answer the words that RFC 9110 has for its status, where the code of
/// the route says nothing more exact: OpenAPI asks for a description of each.
pub fn describe_answers(document: &mut utoipa::openapi::OpenApi) {
    for item in document.paths.paths.values_mut() {
        let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch];
        for operation in operations.into_iter().flatten() {
            for (status, answer) in &mut operation.responses.responses {
                let RefOr::T(answer) = answer else { continue };
                let words = StatusCode::from_bytes(status.as_bytes()).ok().and_then(|s| s.canonical_reason());
                if answer.description.is_empty() {
                    answer.description = words.unwrap_or(status).to_owned();
                }
            }
        }
    }
}

/// The OpenAPI 3.1 description of this API.
#[utoipa::path(tag = "alerts", responses((status = 200, content_type = "application/json")))]
#[get("/openapi.json")]
async fn openapi_json(request: HttpRequest) -> HttpResponse {
    static DOCUMENT: OnceLock<Body> = OnceLock::new();
    DOCUMENT
        .get_or_init(|| {
            let text = crate::app::openapi().to_json().unwrap_or_default();
            Body::new(text.into_bytes(), "application/json")
        })
        .answer(&request, "en", "public, max-age=3600")
}
