//! `/{lang}/search`: the results as a page, without a script.

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, REFERRER_POLICY, RETRY_AFTER};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use safe_search::{Hit, Results};
use serde::Deserialize;

use super::routes::allow;
use super::{Asked, answer, cleaned};
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::{Paging, Raw, Reader, Whole};
use crate::i18n::{Args, Lang};
use crate::portal::{self, Page};

/// Characters of a field: what is searched is what the field shows and the links carry on, so
/// that every page of the results answers the same question.
const FIELD: usize = 200;
/// Characters of the name of a kind.
const KIND: usize = 40;

/// Registers the page.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource(["/{lang:[a-z]{2,3}}/search", "/{lang:[a-z]{2,3}}/search/"])
            .route(web::get().to(shown))
            .route(web::post().to(shown_quietly)),
    );
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields {
    q: String,
    kind: String,
    page: Whole,
}

impl Fields {
    /// The same, as it can stand in a page.
    fn cleaned(&self) -> Self {
        Self { q: cleaned(&self.q, FIELD), kind: cleaned(&self.kind, KIND), page: self.page }
    }
}

struct FacetLine {
    kind: String,
    label: String,
    count: usize,
    chosen: bool,
    address: String,
}

struct HitLine<'a> {
    hit: &'a Hit,
    kind: String,
    dir: &'static str,
    /// « Page in another language: Dutch », when it is.
    other_language: Option<String>,
}

#[derive(Template)]
#[template(path = "search/page.html")]
struct SearchPage<'a> {
    lang: Lang,
    words: &'a str,
    asked: bool,
    quietly: bool,
    /// The index is being made; nothing can be found yet.
    waits: bool,
    results: &'a Results,
    hits: Vec<HitLine<'a>>,
    facets: Vec<FacetLine>,
    chosen: &'a str,
    all_address: String,
    count: String,
    meant: Option<String>,
    position: String,
    previous: Option<(usize, String)>,
    next: Option<(usize, String)>,
}

async fn shown(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<String>,
    fields: web::Query<Fields>,
) -> Result<HttpResponse> {
    respond(&state, &request, &path, &fields, false).await
}

async fn shown_quietly(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<String>,
    body: Raw,
) -> Result<HttpResponse> {
    let fields: Fields = serde_html_form::from_bytes(&body.0).map_err(|_| Error::invalid("form", "form"))?;
    respond(&state, &request, &path, &fields, true).await
}

async fn respond(
    state: &State,
    request: &HttpRequest,
    code: &str,
    fields: &Fields,
    quietly: bool,
) -> Result<HttpResponse> {
    let lang = Lang::parse(code).filter(|lang| lang.code() == code).ok_or(Error::NotFound)?;
    allow(state, request)?;
    let fields = fields.cleaned();
    let asked = Asked {
        words: fields.q.clone(),
        kinds: Some(fields.kind.clone()).filter(|kind| !kind.is_empty()).into_iter().collect(),
        // A person who mistypes an address gets results, not a rule.
        page: Paging::of(fields.page, Whole::Absent, 1).map_or(1, |paging| paging.page),
        ..Asked::default()
    };
    let waits = !state.search.is_ready();
    let results = if waits { Results::default() } else { answer(state, Reader(Some(lang)), &asked).await?.1 };
    let main = render(lang, &fields, quietly, &results, waits)?;
    let page = Page {
        lang,
        // The words stay out of titles: those are kept by the browser's history.
        title: &lang.text("search-title"),
        path: "search",
        head: "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        main,
    };
    let mut response = portal::answer(lang, portal::pour(state, page).await);
    response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    if waits {
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
    }
    Ok(response)
}

/// The address of a view of the results.
fn address(lang: Lang, words: &str, kind: &str, page: usize) -> String {
    let mut pairs = vec![("q", words.to_owned())];
    if !kind.is_empty() {
        pairs.push(("kind", kind.to_owned()));
    }
    if page > 1 {
        pairs.push(("page", page.to_string()));
    }
    format!("/{lang}/search?{}", serde_html_form::to_string(pairs).unwrap_or_default())
}

/// The name of a kind; one without a name is a page.
fn kind_label(lang: Lang, kind: &str) -> String {
    lang.find(&format!("search-kind-{kind}")).unwrap_or_else(|| lang.text("search-kind-page"))
}

fn render(lang: Lang, fields: &Fields, quietly: bool, results: &Results, waits: bool) -> Result<String> {
    let words = fields.q.as_str();
    let facets = results.facets.iter().map(|facet| FacetLine {
        label: kind_label(lang, &facet.kind),
        count: facet.count,
        chosen: facet.kind == fields.kind,
        address: address(lang, words, &facet.kind, 1),
        kind: facet.kind.clone(),
    });
    let hits = results.hits.iter().map(|hit| {
        let spoken = Lang::parse(hit.lang.code()).unwrap_or(lang);
        HitLine {
            hit,
            kind: kind_label(lang, &hit.kind),
            dir: spoken.dir(),
            other_language: hit.fallback_from_other_language.then(|| {
                lang.text_with(
                    "search-other-language",
                    &Args::new().with("language", lang.name_of(spoken.code())),
                )
            }),
        }
    });
    let number = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    let place = Args::new().number("page", number(results.page)).number("pages", number(results.pages));
    let turn = |page: usize| (page, address(lang, words, &fields.kind, page));
    let view = SearchPage {
        lang,
        words,
        asked: !words.is_empty(),
        quietly,
        waits,
        hits: hits.collect(),
        facets: facets.collect(),
        chosen: &fields.kind,
        all_address: address(lang, words, "", 1),
        count: lang.count_text("search-count", results.total),
        meant: results
            .did_you_mean
            .as_ref()
            .map(|meant| lang.text_with("search-meant", &Args::new().with("words", meant.clone()))),
        position: lang.text_with("search-position", &place),
        previous: (results.page > 1).then(|| turn(results.page - 1)),
        next: (results.page < results.pages).then(|| turn(results.page + 1)),
        results,
    };
    view.render().map_err(|error| Error::Internal(error.into()))
}
