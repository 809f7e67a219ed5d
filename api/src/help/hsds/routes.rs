//! `/hsds/…`.

use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::ask::Ask;
use super::view::Maker;
use super::{lists, schema};
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::{Body, Rate, Raw, client_address};

/// Language of the documents for programmers.
const TECHNICAL: &str = "en";

/// Registers the routes of this noun.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.service(
        utoipa_actix_web::scope("/hsds")
            .service(about)
            .service(profile)
            .service(schema_file)
            .service(service)
            .service(services)
            .service(services_asked)
            .service(organizations)
            .service(organizations_asked)
            .service(taxonomies)
            .service(taxonomies_asked)
            .service(taxonomy_terms)
            .service(taxonomy_terms_asked)
            .service(organization)
            .service(taxonomy)
            .service(taxonomy_term)
            .service(at_location)
            .service(at_locations)
            .service(at_locations_asked),
    );
}

/// Which list.
#[derive(Debug, Clone, Copy)]
enum List {
    Services,
    Organizations,
    Taxonomies,
    Terms,
    AtLocations,
}

/// The question of a POST request; every part may be left out.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it describes the body for the OpenAPI document; `Ask` reads it")]
struct HsdsAsk {
    /// Words.
    search: Option<String>,
    /// Page, from 1.
    page: Option<u32>,
    /// Entries on a page, 100 at most.
    per_page: Option<u32>,
    /// `json`.
    format: Option<String>,
    /// Term, or several with commas; all must apply.
    taxonomy_term_id: Option<String>,
    /// Vocabulary of which a term must apply.
    taxonomy_id: Option<String>,
    /// Organisation.
    organization_id: Option<Uuid>,
    /// Changed after this day or moment.
    modified_after: Option<String>,
    /// Names alone.
    minimal: Option<bool>,
    /// All languages, and where each value comes from.
    full: Option<bool>,
    /// Postcode, for `service_at_locations`.
    postcode: Option<String>,
    /// Metres around the postcode, by municipality.
    proximity: Option<f64>,
    /// Language.
    lang: Option<String>,
}

fn json_body(value: &impl Serialize) -> Result<Body> {
    let bytes = serde_json::to_vec(value).map_err(|error| Error::Internal(error.into()))?;
    Ok(Body::new(bytes, "application/json"))
}

/// Answers a question about a list.
fn respond(state: &State, request: &HttpRequest, list: List, ask: &Ask, kept: bool) -> Result<HttpResponse> {
    state.limiter.check(Rate::Read, client_address(request, &state.config.http.trusted_proxies))?;
    let reader = ask.reader(request)?;
    let directory = state.help.load();
    let maker = Maker::new(state, &directory, reader.first());
    let key = format!("{list:?} {} {} {}", maker.lang, maker.offset_h, ask.key());
    let answer = state.help_answers.get(directory.version, maker.today, key, || {
        let body = match list {
            List::Services => json_body(&lists::services(&maker, ask)),
            List::Organizations => json_body(&lists::organizations(&maker, ask)),
            List::Taxonomies => json_body(&lists::taxonomies(&maker, ask)),
            List::Terms => json_body(&lists::terms(&maker, ask)),
            List::AtLocations => json_body(&lists::at_locations(&maker, ask)),
        }?;
        Ok((body, maker.spoken()))
    })?;
    Ok(sealed(&answer.0, request, &answer.1, kept))
}

/// An answer that says nothing onward; one to a POST request is kept by nobody.
fn sealed(body: &Body, request: &HttpRequest, language: &str, kept: bool) -> HttpResponse {
    let cache = if kept { "no-cache" } else { "no-store" };
    let mut response = body.answer(request, language, cache);
    response
        .headers_mut()
        .insert(actix_web::http::header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// The interface: its version, its profile and its description.
#[utoipa::path(tag = "help", responses((status = 200, content_type = "application/json", body = Object)))]
#[get("/")]
async fn about(state: web::Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let base = &state.config.http.base_url;
    let value = json!({
        "version": "3.1",
        "profile": format!("{base}/api/v1/hsds/profile"),
        "openapi_url": format!("{base}/api/v1/openapi.json"),
    });
    Ok(sealed(&json_body(&value)?, &request, TECHNICAL, true))
}

/// What the profile adds to HSDS 3.1, and where its JSON schemas are.
#[utoipa::path(tag = "help", responses((status = 200, content_type = "application/json", body = Object)))]
#[get("/profile")]
async fn profile(state: web::Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let value = schema::profile(&state.config.http.base_url);
    Ok(sealed(&json_body(&value)?, &request, TECHNICAL, true))
}

/// A JSON schema (draft 2020-12) of one kind of answer.
#[utoipa::path(tag = "help", params(("name" = String, Path, description = "For example `service` or `service_list`")),
    responses((status = 200, content_type = "application/schema+json", body = Object), (status = 404)))]
#[get("/schemas/{name}.json")]
async fn schema_file(
    state: web::Data<State>,
    request: HttpRequest,
    name: web::Path<String>,
) -> Result<HttpResponse> {
    let value = schema::one(&name, &state.config.http.base_url).ok_or(Error::NotFound)?;
    let bytes = serde_json::to_vec(&value).map_err(|error| Error::Internal(error.into()))?;
    let body = Body::new(bytes, "application/schema+json");
    let mut response = sealed(&body, &request, TECHNICAL, true);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    Ok(response)
}

/// One service, with all that is known of it.
#[utoipa::path(tag = "help", params(("id" = Uuid, Path), ("lang" = Option<String>, Query)),
    responses((status = 200, content_type = "application/json", body = Object), (status = 404)))]
#[get("/services/{id}")]
async fn service(
    state: web::Data<State>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let mut ask = Ask::of_query(&request)?;
    // One service alone is told whole unless less is asked for.
    ask.full = !ask.minimal;
    let reader = ask.reader(&request)?;
    let id = Uuid::parse_str(&id).map_err(|_| Error::NotFound)?;
    let directory = state.help.load();
    let maker = Maker::new(&state, &directory, reader.first());
    let shown = directory.shown_by_uuid(id, maker.today).ok_or(Error::NotFound)?;
    let body = json_body(&maker.service(shown, &ask))?;
    Ok(sealed(&body, &request, &maker.spoken(), true))
}

/// Answers with one entry of a list.
fn respond_one(state: &State, request: &HttpRequest, list: List, id: &str) -> Result<HttpResponse> {
    state.limiter.check(Rate::Read, client_address(request, &state.config.http.trusted_proxies))?;
    let reader = Ask::of_query(request)?.reader(request)?;
    let id = Uuid::parse_str(id).map_err(|_| Error::NotFound)?;
    let directory = state.help.load();
    let maker = Maker::new(state, &directory, reader.first());
    let body = match list {
        List::Services => None,
        List::Organizations => lists::organization(&maker, id).map(|view| json_body(&view)),
        List::Taxonomies => lists::taxonomy(&maker, id).map(|view| json_body(&view)),
        List::Terms => lists::term(&maker, id).map(|view| json_body(&view)),
        List::AtLocations => lists::at_location(&maker, id).map(|view| json_body(&view)),
    };
    Ok(sealed(&body.ok_or(Error::NotFound)??, request, &maker.spoken(), true))
}

macro_rules! one {
    ($(#[$doc:meta])* $get:ident, $path:literal, $list:expr) => {
        $(#[$doc])*
        #[utoipa::path(tag = "help", params(("id" = Uuid, Path), ("lang" = Option<String>, Query)),
            responses((status = 200, content_type = "application/json", body = Object), (status = 404)))]
        #[get($path)]
        async fn $get(
            state: web::Data<State>,
            request: HttpRequest,
            id: web::Path<String>,
        ) -> Result<HttpResponse> {
            respond_one(&state, &request, $list, &id)
        }
    };
}

one!(
    /// One organisation with a service that the public may see.
    organization, "/organizations/{id}", List::Organizations
);
one!(
    /// One vocabulary.
    taxonomy, "/taxonomies/{id}", List::Taxonomies
);
one!(
    /// One term of a vocabulary.
    taxonomy_term, "/taxonomy_terms/{id}", List::Terms
);
one!(
    /// One service at a public place.
    at_location, "/service_at_locations/{id}", List::AtLocations
);

macro_rules! list {
    ($(#[$doc:meta])* $get:ident, $post:ident, $path:literal, $list:expr) => {
        $(#[$doc])*
        #[utoipa::path(tag = "help", params(("search" = Option<String>, Query), ("page" = Option<u32>, Query),
            ("per_page" = Option<u32>, Query), ("format" = Option<String>, Query),
            ("taxonomy_term_id" = Option<String>, Query), ("taxonomy_id" = Option<String>, Query),
            ("organization_id" = Option<Uuid>, Query), ("modified_after" = Option<String>, Query),
            ("minimal" = Option<bool>, Query), ("full" = Option<bool>, Query),
            ("postcode" = Option<String>, Query), ("proximity" = Option<f64>, Query),
            ("lang" = Option<String>, Query)), responses((status = 200, content_type = "application/json", body = Object)))]
        #[get($path)]
        async fn $get(state: web::Data<State>, request: HttpRequest) -> Result<HttpResponse> {
            respond(&state, &request, $list, &Ask::of_query(&request)?, true)
        }

        $(#[$doc])*
        /// The question stands in the body: in no address and in no log.
        #[utoipa::path(tag = "help", request_body(content((HsdsAsk = "application/json"), (HsdsAsk = "application/x-www-form-urlencoded"))), responses((status = 200, content_type = "application/json", body = Object)))]
        #[post($path)]
        async fn $post(state: web::Data<State>, request: HttpRequest, body: Raw) -> Result<HttpResponse> {
            respond(&state, &request, $list, &Ask::of_body(&request, &body.0)?, false)
        }
    };
}

list!(
    /// Services: emergency numbers first, then those in the reader's language.
    services, services_asked, "/services", List::Services
);
list!(
    /// Organisations of the services that are meant.
    organizations, organizations_asked, "/organizations", List::Organizations
);
list!(
    /// The four vocabularies: audience, situation, need, topic.
    taxonomies, taxonomies_asked, "/taxonomies", List::Taxonomies
);
list!(
    /// Terms of the vocabularies.
    taxonomy_terms, taxonomy_terms_asked, "/taxonomy_terms", List::Terms
);
list!(
    /// Services at public places; whoever lodges people has none.
    at_locations, at_locations_asked, "/service_at_locations", List::AtLocations
);
