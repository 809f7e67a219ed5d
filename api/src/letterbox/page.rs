//! `/{lang}/emergency/boxes/{id}/`: a box, what is public of it, and the form.

use actix_web::http::header::{CACHE_CONTROL, LOCATION, REFERRER_POLICY};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::entity::{self, letterbox, text_in};
use super::keep;
use crate::app::State;
use crate::clock;
use crate::error::{Error, Result};
use crate::http::{Rate, Raw, client_address, fault_line, fault_text, page};
use crate::i18n::Lang;
use crate::portal::{self, Page};

/// Most bytes of the form.
const MOST_BYTES: usize = 8 << 10;

/// Registers the pages.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/{lang:[a-z]{2,3}}/emergency/boxes/{id:[0-9a-f-]{36}}/")
                .route(web::get().to(show))
                .route(web::post().to(take)),
        )
        .service(
            web::resource("/{lang:[a-z]{2,3}}/emergency/boxes/{id:[0-9a-f-]{36}}/thanks/")
                .route(web::get().to(thanks)),
        );
}

/// A text of the service with its language, when that is not the page's.
struct Said {
    text: String,
    lang: Option<Lang>,
}

impl Said {
    fn new(json: &str, lang: Lang) -> Self {
        let (spoken, text) = text_in(json, lang);
        Self { text, lang: Some(spoken).filter(|spoken| *spoken != lang) }
    }
}

struct Entry {
    first: Option<Said>,
    words: Said,
    note: String,
}

#[derive(Template)]
#[template(path = "portal/letterbox.html")]
struct BoxPage {
    lang: Lang,
    id: Uuid,
    question: bool,
    title: Said,
    intro: Said,
    open: bool,
    keep: String,
    entries: Vec<Entry>,
    earlier: Option<u64>,
    given: String,
    wrong: Option<String>,
    most: usize,
}

impl BoxPage {
    /// What is wrong with the words, for the list above the form.
    fn line(&self, wrong: &str) -> String {
        let label = if self.question { "letterbox-your-question" } else { "letterbox-your-words" };
        fault_line(self.lang, &self.lang.text(label), wrong)
    }
}

#[derive(Template)]
#[template(path = "portal/letterbox_thanks.html")]
struct ThanksPage {
    lang: Lang,
    id: Uuid,
    question: bool,
}

#[derive(Template)]
#[template(path = "portal/letterbox_list.html")]
struct List {
    lang: Lang,
    boxes: Vec<(Uuid, Said, bool)>,
}

/// The boxes of a kind for a built page: open ones and, of books, the archive.
///
/// # Errors
/// The database does not answer.
pub async fn list(state: &State, kind: &str, lang: Lang) -> Result<String> {
    let now_ms = state.clock.now_ms();
    let boxes: Vec<_> = entity::public(&state.db)
        .await?
        .into_iter()
        .filter(|row| row.kind == kind)
        .map(|row| (row.id, Said::new(&row.title, lang), is_open(&row, now_ms)))
        .collect();
    if boxes.is_empty() {
        return Ok(String::new());
    }
    List { lang, boxes }.render().map_err(|error| Error::Internal(error.into()))
}

fn is_open(row: &letterbox::Model, now_ms: i64) -> bool {
    row.state == "open" && row.closes_at_ms > now_ms
}

fn language(code: &str) -> Result<Lang> {
    Lang::parse(code).filter(|lang| lang.code() == code).ok_or(Error::NotFound)
}

/// A box that was opened once.
async fn opened(state: &State, id: Uuid) -> Result<letterbox::Model> {
    let row = keep::find(&state.db, id).await?;
    if matches!(row.state.as_str(), "open" | "closed") { Ok(row) } else { Err(Error::NotFound) }
}

fn allow(state: &State, request: &HttpRequest, rate: Rate) -> Result<()> {
    state.limiter.check(rate, client_address(request, &state.config.http.trusted_proxies))
}

#[derive(Deserialize)]
struct Asked {
    page: Option<u64>,
}

async fn show(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<(String, Uuid)>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse> {
    allow(&state, &request, Rate::Read)?;
    let (code, id) = path.into_inner();
    let lang = language(&code)?;
    let row = opened(&state, id).await?;
    let number = asked.page.unwrap_or(0).min(10_000);
    respond(&state, lang, &row, number, String::new(), None).await
}

async fn respond(
    state: &State,
    lang: Lang,
    row: &letterbox::Model,
    number: u64,
    given: String,
    wrong: Option<String>,
) -> Result<HttpResponse> {
    let question = row.kind == "question";
    let title = Said::new(&row.title, lang);
    let heading = title.text.clone();
    let entries =
        if question { answers(state, row, lang).await? } else { words(state, row, number, lang).await? };
    let full = u64::try_from(entries.len()).unwrap_or(0) == entity::PER_PAGE;
    let refused = wrong.is_some();
    let view = BoxPage {
        lang,
        id: row.id,
        question,
        intro: Said::new(&row.intro, lang),
        title,
        open: is_open(row, state.clock.now_ms()),
        keep: lang.count_text("letterbox-keep", usize::try_from(row.keep_days).unwrap_or(0)),
        earlier: (!question && full).then_some(number + 1),
        entries,
        given,
        wrong,
        most: keep::MOST_WORDS,
    };
    let main = view.render().map_err(|error| Error::Internal(error.into()))?;
    let address = format!("emergency/boxes/{}/", row.id);
    let html =
        portal::pour(state, Page { lang, title: &heading, path: &address, head: String::new(), main }).await;
    let mut response = page(html);
    if refused {
        *response.status_mut() = actix_web::http::StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// Public answers, with the authority and the day.
async fn answers(state: &State, row: &letterbox::Model, lang: Lang) -> Result<Vec<Entry>> {
    let rows = entity::answers(&state.db, row.id, &["public"]).await?;
    let entry = |row: entity::answer::Model| Entry {
        first: Some(Said::new(&row.question, lang)),
        words: Said::new(&row.answer, lang),
        note: format!("{} · {}", row.owner, lang.date(clock::today(row.at_ms))),
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// Accepted words, as they were written, in the language they were written in.
async fn words(state: &State, row: &letterbox::Model, number: u64, lang: Lang) -> Result<Vec<Entry>> {
    let rows = entity::messages(&state.db, row.id, &["accepted"], number).await?;
    let entry = |row: entity::message::Model| Entry {
        first: None,
        words: Said { text: row.words, lang: Lang::parse(&row.lang).filter(|spoken| *spoken != lang) },
        note: lang.date(clock::today(row.at_ms)),
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// What came by the form. People leave `site` empty: they do not see it.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Given {
    words: String,
    site: String,
}

async fn take(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<(String, Uuid)>,
    body: Raw,
) -> Result<HttpResponse> {
    allow(&state, &request, Rate::Write)?;
    let (code, id) = path.into_inner();
    let lang = language(&code)?;
    if body.0.len() > MOST_BYTES {
        return Err(Error::TooLarge);
    }
    let given: Given = serde_html_form::from_bytes(&body.0).map_err(|_| Error::invalid("form", "form"))?;
    let row = opened(&state, id).await?;
    if given.site.is_empty() {
        match keep::receive(&state, id, lang, &given.words).await {
            Ok(()) => {}
            Err(Error::Invalid(faults)) => {
                let wrong = faults.first().map(|fault| fault_text(fault, lang));
                return respond(&state, lang, &row, 0, given.words, wrong).await;
            }
            Err(other) => return Err(other),
        }
    }
    // A program that fills in every field learns nothing from the answer.
    Ok(HttpResponse::SeeOther()
        .insert_header((LOCATION, format!("/{lang}/emergency/boxes/{id}/thanks/")))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((REFERRER_POLICY, "no-referrer"))
        .finish())
}

async fn thanks(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<(String, Uuid)>,
) -> Result<HttpResponse> {
    allow(&state, &request, Rate::Read)?;
    let (code, id) = path.into_inner();
    let lang = language(&code)?;
    let row = opened(&state, id).await?;
    let view = ThanksPage { lang, id, question: row.kind == "question" };
    let main = view.render().map_err(|error| Error::Internal(error.into()))?;
    let title = lang.text("letterbox-thanks");
    let address = format!("emergency/boxes/{id}/");
    Ok(page(
        portal::pour(&state, Page { lang, title: &title, path: &address, head: String::new(), main }).await,
    ))
}
