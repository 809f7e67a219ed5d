//! `GET /advice`, `/publications`, `/campaigns`, `/datasets`, `/plans/{plan}/measures` and
//! the CSV of a dataset.

use actix_web::{HttpRequest, get, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::store::Entry;
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::{Cached, Paged, Paging, Rate, Reader, client_address};
use crate::i18n::Lang;

/// Entries on a page when nothing is said.
const PER_PAGE: usize = 20;
/// Seconds that others may keep an answer: a new text is live within a minute.
const MAX_AGE_S: u32 = 60;

/// Registers the routes of this noun.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config
        .service(advice)
        .service(publications)
        .service(campaigns)
        .service(datasets)
        .service(dataset_csv)
        .service(measures);
}

/// What of a list is asked for.
#[derive(Deserialize)]
struct ListQuery {
    /// Number of a theme, for measures.
    theme: Option<i64>,
}

/// Which page of it.
type Part = Paged<PER_PAGE>;

/// One page of a list.
#[derive(Serialize, ToSchema)]
struct CatalogueView {
    /// Entries in all pages.
    total: usize,
    /// This page, from 1.
    page: usize,
    /// Entries on a full page.
    per_page: usize,
    /// Pages in all.
    pages: usize,
    items: Vec<Entry>,
}

/// The languages whose entries are given: the reader's, or French and Dutch together.
fn languages(reader: Reader) -> Vec<&'static str> {
    reader.0.map_or_else(|| vec![Lang::FR.code(), Lang::NL.code()], |lang| vec![lang.code()])
}

fn answer(
    state: &State,
    request: &HttpRequest,
    reader: Reader,
    (part, query): (&Part, &ListQuery),
    list: &str,
) -> Result<Cached> {
    state.limiter.check(Rate::Read, client_address(request, &state.config.http.trusted_proxies))?;
    let Paged(paging) = part;
    let mut items = state.catalogue.list(list, &languages(reader)).ok_or(Error::NotFound)?;
    if let Some(theme) = query.theme {
        items.retain(|entry| {
            entry.details.get("theme").and_then(|t| t.get("number")?.as_i64()) == Some(theme)
        });
    }
    let total = items.len();
    let items: Vec<_> = items.into_iter().skip(paging.skipped()).take(paging.per_page).collect();
    let spoken = reader.language_of(items.iter().map(|entry| entry.lang.as_str()));
    let Paging { page, per_page } = *paging;
    let view = CatalogueView { total, page, per_page, pages: paging.pages(total), items };
    Cached::json(&view, spoken, MAX_AGE_S)
}

/// Prevention advice.
#[utoipa::path(tag = "content", params(("lang" = Option<String>, Query), ("page" = Option<usize>, Query, minimum = 1),
    ("per_page" = Option<usize>, Query, minimum = 1, maximum = 100)), responses((status = 200, body = CatalogueView), (status = 422, body = crate::http::ProblemView)))]
#[get("/advice")]
async fn advice(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    part: Part,
    query: web::Query<ListQuery>,
) -> Result<Cached> {
    answer(&state, &request, reader, (&part, &query), "advice")
}

/// Publications of the Observatory.
#[utoipa::path(tag = "content", params(("lang" = Option<String>, Query), ("page" = Option<usize>, Query, minimum = 1),
    ("per_page" = Option<usize>, Query, minimum = 1, maximum = 100)), responses((status = 200, body = CatalogueView), (status = 422, body = crate::http::ProblemView)))]
#[get("/publications")]
async fn publications(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    part: Part,
    query: web::Query<ListQuery>,
) -> Result<Cached> {
    answer(&state, &request, reader, (&part, &query), "publications")
}

/// Campaigns.
#[utoipa::path(tag = "content", params(("lang" = Option<String>, Query), ("page" = Option<usize>, Query, minimum = 1),
    ("per_page" = Option<usize>, Query, minimum = 1, maximum = 100)), responses((status = 200, body = CatalogueView), (status = 422, body = crate::http::ProblemView)))]
#[get("/campaigns")]
async fn campaigns(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    part: Part,
    query: web::Query<ListQuery>,
) -> Result<Cached> {
    answer(&state, &request, reader, (&part, &query), "campaigns")
}

/// Datasets: what each says in one sentence, its caveat, its source, its table as CSV.
#[utoipa::path(tag = "content", params(("lang" = Option<String>, Query), ("page" = Option<usize>, Query, minimum = 1),
    ("per_page" = Option<usize>, Query, minimum = 1, maximum = 100)), responses((status = 200, body = CatalogueView), (status = 422, body = crate::http::ProblemView)))]
#[get("/datasets")]
async fn datasets(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    part: Part,
    query: web::Query<ListQuery>,
) -> Result<Cached> {
    answer(&state, &request, reader, (&part, &query), "datasets")
}

/// Measures of a plan: `pgsp-2017-2020` or `pgsp-2021-2024`.
#[utoipa::path(tag = "content", params(("plan" = String, Path), ("lang" = Option<String>, Query),
    ("theme" = Option<i64>, Query, description = "only this theme, by number"), ("page" = Option<usize>, Query, minimum = 1),
    ("per_page" = Option<usize>, Query, minimum = 1, maximum = 100)), responses((status = 200, body = CatalogueView), (status = 422, body = crate::http::ProblemView)))]
#[get("/plans/{plan}/measures")]
async fn measures(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    plan: web::Path<String>,
    part: Part,
    query: web::Query<ListQuery>,
) -> Result<Cached> {
    answer(&state, &request, reader, (&part, &query), &format!("plans/{plan}"))
}

/// The table of a dataset as CSV (RFC 4180), with heads in the reader's language.
#[utoipa::path(tag = "content", params(("id" = String, Path), ("lang" = Option<String>, Query)),
    responses((status = 200, content_type = "text/csv", body = String)))]
#[get("/datasets/{id}.csv")]
async fn dataset_csv(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    id: web::Path<String>,
) -> Result<Cached> {
    state.limiter.check(Rate::Read, client_address(&request, &state.config.http.trusted_proxies))?;
    let lang = reader.first();
    let file = state.catalogue.csv(&id, lang.code()).ok_or(Error::NotFound)?;
    let bytes = tokio::fs::read(&file).await.map_err(|error| Error::Internal(error.into()))?;
    Ok(Cached::other(bytes, "text/csv; charset=utf-8", lang.code(), MAX_AGE_S))
}
