//! `GET /advice`, `/publications`, `/campaigns`, `/datasets`, `/plans/{plan}/measures` and
//! the CSV of a dataset.

use actix_web::{HttpRequest, get, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::store::Entry;
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::{Cached, Rate, Reader, client_address};
use crate::i18n::Lang;

/// Entries on a page when nothing is said.
const PER_PAGE: usize = 20;
/// Most entries on a page.
const MOST_PER_PAGE: usize = 100;
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

/// What part of a list is asked for.
#[derive(Deserialize)]
struct ListQuery {
    page: Option<usize>,
    per_page: Option<usize>,
    /// Number of a theme, for measures.
    theme: Option<i64>,
}

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
    query: &ListQuery,
    list: &str,
) -> Result<Cached> {
    state.limiter.check(Rate::Read, client_address(request, &state.config.http.trusted_proxies))?;
    let page = query.page.unwrap_or(1);
    let per_page = query.per_page.unwrap_or(PER_PAGE);
    if page == 0 || page > 1_000_000 {
        return Err(Error::invalid("page", "page"));
    }
    if per_page == 0 || per_page > MOST_PER_PAGE {
        return Err(Error::invalid("per_page", "per-page"));
    }
    let mut items = state.catalogue.list(list, &languages(reader)).ok_or(Error::NotFound)?;
    if let Some(theme) = query.theme {
        items.retain(|entry| {
            entry.details.get("theme").and_then(|t| t.get("number")?.as_i64()) == Some(theme)
        });
    }
    let total = items.len();
    let items: Vec<_> = items.into_iter().skip((page - 1) * per_page).take(per_page).collect();
    let spoken = reader.language_of(items.iter().map(|entry| entry.lang.as_str()));
    let view = CatalogueView { total, page, per_page, pages: total.div_ceil(per_page), items };
    Cached::json(&view, spoken, MAX_AGE_S)
}

/// Prevention advice.
#[utoipa::path(tag = "content", params(("lang" = Option<String>, Query), ("page" = Option<usize>, Query),
    ("per_page" = Option<usize>, Query)), responses((status = 200, body = CatalogueView)))]
#[get("/advice")]
async fn advice(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    query: web::Query<ListQuery>,
) -> Result<Cached> {
    answer(&state, &request, reader, &query, "advice")
}

/// Publications of the Observatory.
#[utoipa::path(tag = "content", params(("lang" = Option<String>, Query), ("page" = Option<usize>, Query),
    ("per_page" = Option<usize>, Query)), responses((status = 200, body = CatalogueView)))]
#[get("/publications")]
async fn publications(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    query: web::Query<ListQuery>,
) -> Result<Cached> {
    answer(&state, &request, reader, &query, "publications")
}

/// Campaigns.
#[utoipa::path(tag = "content", params(("lang" = Option<String>, Query), ("page" = Option<usize>, Query),
    ("per_page" = Option<usize>, Query)), responses((status = 200, body = CatalogueView)))]
#[get("/campaigns")]
async fn campaigns(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    query: web::Query<ListQuery>,
) -> Result<Cached> {
    answer(&state, &request, reader, &query, "campaigns")
}

/// Datasets: what each says in one sentence, its caveat, its source, its table as CSV.
#[utoipa::path(tag = "content", params(("lang" = Option<String>, Query), ("page" = Option<usize>, Query),
    ("per_page" = Option<usize>, Query)), responses((status = 200, body = CatalogueView)))]
#[get("/datasets")]
async fn datasets(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    query: web::Query<ListQuery>,
) -> Result<Cached> {
    answer(&state, &request, reader, &query, "datasets")
}

/// Measures of a plan: `pgsp-2017-2020` or `pgsp-2021-2024`.
#[utoipa::path(tag = "content", params(("plan" = String, Path), ("lang" = Option<String>, Query),
    ("theme" = Option<i64>, Query, description = "only this theme, by number"), ("page" = Option<usize>, Query),
    ("per_page" = Option<usize>, Query)), responses((status = 200, body = CatalogueView)))]
#[get("/plans/{plan}/measures")]
async fn measures(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    plan: web::Path<String>,
    query: web::Query<ListQuery>,
) -> Result<Cached> {
    answer(&state, &request, reader, &query, &format!("plans/{plan}"))
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
