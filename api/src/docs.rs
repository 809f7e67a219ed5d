//! `GET /openapi.json`: the description of this API, made from the code.

use std::sync::OnceLock;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, web};
use serde::Serialize;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{ContentBuilder, OpenApi as OpenApiDocument, Ref, RefOr, Response};
use utoipa::{OpenApi, ToSchema};

use crate::app::State;
use crate::error::{Error, Result};
use crate::http::{Body, Cached, Reader};

/// Registers the route of the description.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.service(openapi_json).service(problem_kind);
}

/// Name of the scheme of staff tokens.
const STAFF: &str = "staff";
/// Name of the scheme of phones' tokens.
const PHONE: &str = "phone";
/// Name of the scheme of an applicant who is signed in.
const CITIZEN: &str = "citizen";

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

/// Says of every operation what holds for all of them: in which form problems come, that
/// a question may be too much or wrong, and who may ask.
pub fn complete(document: &mut OpenApiDocument) {
    let schemes = document.components.get_or_insert_with(Default::default);
    for (name, words) in [
        (STAFF, "Token of a staff account, for other systems of the service."),
        (PHONE, "Token of a subscription, given out once when it was made."),
    ] {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(words)).build();
        schemes.add_security_scheme(name, SecurityScheme::Http(scheme));
    }
    let words = "Session of an applicant; over HTTPS its name begins with `__Secure-`.";
    let cookie = ApiKey::Cookie(ApiKeyValue::with_description("safe_file", words));
    schemes.add_security_scheme(CITIZEN, SecurityScheme::ApiKey(cookie));
    for (path, item) in &mut document.paths.paths {
        let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch];
        for operation in operations.into_iter().flatten() {
            let schemes = [
                ("/office/", STAFF),
                ("/push/subscriptions/{id}", PHONE),
                ("/permits/applications", CITIZEN),
            ];
            let scheme = schemes.into_iter().find_map(|(place, name)| path.contains(place).then_some(name));
            if let Some(name) = scheme {
                let none: [&str; 0] = [];
                operation.security = Some(vec![SecurityRequirement::new(name, none)]);
            }
            name_language(operation);
            complete_answers(path, operation, scheme.is_some());
        }
    }
}

/// Whoever can name a language in the address can name it in the header as well.
fn name_language(operation: &mut Operation) {
    let is_lang = |one: &RefOr<Parameter>| matches!(one, RefOr::T(one) if one.name == "lang");
    let list = operation.parameters.as_mut().filter(|list| list.iter().any(is_lang));
    let Some(list) = list else { return };
    let text = ObjectBuilder::new().schema_type(Type::String);
    let header = ParameterBuilder::new()
        .name("Accept-Language")
        .parameter_in(ParameterIn::Header)
        .description(Some("Languages of the reader, where `lang` names none (RFC 9110)"))
        .schema(Some(text));
    list.push(RefOr::T(header.build()));
}

/// Problems of one operation, and the words that RFC 9110 has for a status where the code
/// of the route says nothing more exact: OpenAPI asks for a description of each.
fn complete_answers(path: &str, operation: &mut Operation, signed_in: bool) {
    let answers = &mut operation.responses.responses;
    let mut common = vec!["422", "429", "503"];
    if path.contains('{') {
        common.push("404");
    }
    if operation.request_body.is_some() {
        common.extend(["413", "415"]);
    }
    if signed_in {
        common.extend(["401", "403"]);
    }
    for status in common {
        answers.entry(status.to_owned()).or_insert_with(|| RefOr::T(Response::new("")));
    }
    for (status, answer) in answers {
        let RefOr::T(answer) = answer else { continue };
        if status.starts_with(['4', '5']) {
            let problem = RefOr::Ref(Ref::from_schema_name("ProblemView"));
            let content = ContentBuilder::new().schema(Some(problem)).build();
            answer.content =
                [("application/problem+json".to_owned(), RefOr::T(content))].into_iter().collect();
        }
        let words = StatusCode::from_bytes(status.as_bytes()).ok().and_then(|s| s.canonical_reason());
        if answer.description.is_empty() {
            answer.description = words.unwrap_or(status).to_owned();
        }
    }
}

/// What a kind of problem means.
#[derive(Serialize, ToSchema)]
struct ProblemKind {
    /// Address of this description: the `type` of such a problem.
    #[serde(rename = "type")]
    kind: String,
    /// Stable code.
    code: String,
    /// HTTP status.
    status: u16,
    /// What went wrong, in the reader's language.
    title: String,
    /// What to do.
    detail: String,
}

/// What a kind of problem means: where the `type` of a problem leads (RFC 9457, section 3.1.1).
#[utoipa::path(tag = "alerts", params(("code" = String, Path), ("lang" = Option<String>, Query)),
    responses((status = 200, body = ProblemKind), (status = 404, body = crate::http::ProblemView)))]
#[get("/problems/{code}")]
async fn problem_kind(state: web::Data<State>, reader: Reader, code: web::Path<String>) -> Result<Cached> {
    let status = Error::status_of(&code).ok_or(Error::NotFound)?;
    let lang = reader.first();
    let view = ProblemKind {
        kind: format!("{}/api/v1/problems/{code}", state.config.http.base_url),
        title: lang.text(&format!("error-{code}")),
        detail: lang.text(&format!("error-{code}-detail")),
        status: status.as_u16(),
        code: code.into_inner(),
    };
    Cached::json(&view, lang.code(), 3600)
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
