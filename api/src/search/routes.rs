//! `GET`/`POST /search` and `GET /search/suggest`.

use std::collections::BTreeMap;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use safe_search::Results;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Asked, MOST_CHARS, PER_PAGE, answer, cleaned};
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::{Paging, Rate, Raw, Reader, Whole, client_address};
use crate::i18n::Lang;

/// Largest body of a question, in bytes: ten thousand characters as a form writes the longest
/// of them, with twelve bytes each.
const MOST_BYTES: usize = 128 << 10;
/// Suggestions shown under a field.
const SUGGESTIONS: usize = 8;

/// Registers the routes of this noun.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.service(suggest).service(search).service(search_quietly);
}

/// A question, in an address, a form or JSON.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct SearchBody {
    /// Words.
    q: String,
    /// Language of the reader.
    lang: Option<String>,
    /// Kinds to show, with commas between them; empty for all.
    kind: String,
    /// Page, from 1.
    #[schema(value_type = Option<usize>, minimum = 1)]
    page: Whole,
    /// Results per page.
    #[schema(value_type = Option<usize>, minimum = 1, maximum = 100)]
    per_page: Whole,
}

impl SearchBody {
    fn asked(&self) -> Result<Asked> {
        let kinds = self.kind.split(',').map(str::trim).filter(|kind| !kind.is_empty());
        let Paging { page, per_page } = Paging::of(self.page, self.per_page, PER_PAGE)?;
        let kinds = kinds.take(32).map(str::to_owned).collect();
        Ok(Asked { words: cleaned(&self.q, MOST_CHARS), kinds, page, per_page, typing: false })
    }

    fn reader(&self, otherwise: Reader) -> Result<Reader> {
        match self.lang.as_deref().filter(|tag| !tag.is_empty()) {
            None => Ok(otherwise),
            Some(tag) => Lang::parse(tag)
                .map(|lang| Reader(Some(lang)))
                .ok_or_else(|| Error::invalid("lang", "language-unknown")),
        }
    }
}

/// One result.
#[derive(Serialize, ToSchema)]
struct HitView {
    /// The same in every language.
    topic: String,
    title: String,
    /// The title as HTML with `<mark>`.
    title_marked: String,
    /// Address without host.
    url: String,
    kind: String,
    /// Language of the page.
    lang: String,
    /// A piece of the page as HTML: escaped, found words in `<mark>`.
    snippet: String,
    score: f32,
    /// The page does not exist in the reader's language.
    fallback_from_other_language: bool,
}

/// Results by kind.
#[derive(Serialize, ToSchema)]
struct FacetsView {
    kind: BTreeMap<String, usize>,
}

/// The answer to a question.
#[derive(Serialize, ToSchema)]
struct ResultsView {
    total: usize,
    /// The page that was asked for.
    page: usize,
    /// Pages that there are; later ones are empty.
    pages: usize,
    hits: Vec<HitView>,
    facets: FacetsView,
    /// The question with its words repaired.
    did_you_mean: Option<String>,
    /// A word may mean that somebody needs help: show the way to it.
    help: bool,
    /// Where help is found, when `help` is true.
    help_url: Option<String>,
}

impl ResultsView {
    /// After the last page there are no more hits: who walks through all pages comes to an end.
    fn new(lang: Lang, asked: &Asked, results: Results) -> Self {
        let is_after_last = asked.page > results.pages.max(1);
        let hits = results.hits.into_iter().filter(|_| !is_after_last).map(|hit| HitView {
            topic: hit.topic,
            title: hit.title,
            title_marked: hit.title_marked,
            url: hit.url,
            kind: hit.kind,
            lang: hit.lang.to_string(),
            snippet: hit.snippet,
            score: hit.score,
            fallback_from_other_language: hit.fallback_from_other_language,
        });
        Self {
            total: results.total,
            page: asked.page,
            pages: results.pages,
            hits: hits.collect(),
            facets: FacetsView {
                kind: results.facets.into_iter().map(|facet| (facet.kind, facet.count)).collect(),
            },
            did_you_mean: results.did_you_mean,
            help: results.help,
            help_url: results.help.then(|| format!("/{lang}/help/")),
        }
    }
}

/// An answer that nobody keeps: what a person looks for stays with that person.
fn unkept(lang: Lang, view: &impl Serialize) -> Result<HttpResponse> {
    let body = serde_json::to_vec(view).map_err(|error| Error::Internal(error.into()))?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CONTENT_LANGUAGE, lang.code()))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(body))
}

pub(super) fn allow(state: &State, request: &HttpRequest) -> Result<()> {
    state.limiter.check(Rate::Read, client_address(request, &state.config.http.trusted_proxies))
}

/// Reads a question from a body: JSON, or a form.
pub(super) fn from_body(request: &HttpRequest, bytes: &[u8]) -> Result<SearchBody> {
    if bytes.len() > MOST_BYTES {
        return Err(Error::TooLarge);
    }
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match kind.as_str() {
        "application/json" => crate::http::json::object(bytes),
        "" | "application/x-www-form-urlencoded" => {
            serde_html_form::from_bytes(bytes).map_err(|_| Error::invalid("form", "form"))
        }
        _ => Err(Error::UnsupportedMedia),
    }
}

/// Searches the portal. Words are understood with their plurals, parts, synonyms in
/// several languages and mistakes. Prefer POST: it keeps the words out of addresses.
#[utoipa::path(tag = "search", params(("q" = Option<String>, Query), ("lang" = Option<String>, Query), ("kind" = Option<String>, Query),
    ("page" = Option<usize>, Query, minimum = 1), ("per_page" = Option<usize>, Query, minimum = 1, maximum = 100)),
    responses((status = 200, body = ResultsView), (status = 422, body = crate::http::ProblemView)))]
#[get("/search")]
async fn search(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    query: web::Query<SearchBody>,
) -> Result<HttpResponse> {
    allow(&state, &request)?;
    let asked = query.asked()?;
    let (lang, results) = answer(&state, reader, &asked).await?;
    unkept(lang, &ResultsView::new(lang, &asked, results))
}

/// The same, with the question in the body (a form or JSON).
#[utoipa::path(tag = "search", request_body(content((SearchBody = "application/json"), (SearchBody = "application/x-www-form-urlencoded"))),
    responses((status = 200, body = ResultsView), (status = 422, body = crate::http::ProblemView)))]
#[post("/search")]
async fn search_quietly(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    body: Raw,
) -> Result<HttpResponse> {
    allow(&state, &request)?;
    let body = from_body(&request, &body.0)?;
    let asked = body.asked()?;
    let (lang, results) = answer(&state, body.reader(reader)?, &asked).await?;
    unkept(lang, &ResultsView::new(lang, &asked, results))
}

/// One suggestion.
#[derive(Serialize, ToSchema)]
struct SuggestionView {
    title: String,
    /// Address without host.
    url: String,
    kind: String,
    /// Language of the page.
    lang: String,
}

/// Pages for a question that is still being typed.
#[derive(Serialize, ToSchema)]
struct SuggestionsView {
    suggestions: Vec<SuggestionView>,
    /// A word may mean that somebody needs help.
    help: bool,
}

/// Pages for the beginning of a question.
#[utoipa::path(tag = "search", params(("q" = Option<String>, Query), ("lang" = Option<String>, Query)),
    responses((status = 200, body = SuggestionsView)))]
#[get("/search/suggest")]
async fn suggest(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    query: web::Query<SearchBody>,
) -> Result<HttpResponse> {
    allow(&state, &request)?;
    let asked = Asked {
        words: cleaned(&query.q, MOST_CHARS),
        per_page: SUGGESTIONS,
        typing: true,
        ..Asked::default()
    };
    let (lang, results) = answer(&state, reader, &asked).await?;
    let suggestions = results.hits.into_iter().map(|hit| SuggestionView {
        title: hit.title,
        url: hit.url,
        kind: hit.kind,
        lang: hit.lang.to_string(),
    });
    unkept(lang, &SuggestionsView { suggestions: suggestions.collect(), help: results.help })
}
