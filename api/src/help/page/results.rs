//! `/{lang}/help/services/`: the list. GET shows all of it; POST what was chosen.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION, REFERRER_POLICY};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::choice::{Choice, MOST_BYTES, spoken};
use super::{discreet, language, sheet};
use crate::app::State;
use crate::error::{Error, Result};
use crate::help::directory::{Directory, ShownEntry, rank};
use crate::help::{WantedBooklet, booklet, booklet_file, export, today, words};
use crate::http::{Rate, Raw, client_address};
use crate::i18n::Lang;

/// Registers the pages.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/{lang:[a-z]{2,3}}/help/services/")
                .route(web::get().to(all))
                .route(web::post().to(chosen)),
        )
        .service(web::resource("/{lang:[a-z]{2,3}}/help/services").route(web::get().to(with_slash)))
        .service(web::resource("/{lang:[a-z]{2,3}}/help/services/list.csv").route(web::post().to(file)))
        .service(
            web::resource("/{lang:[a-z]{2,3}}/help/services/list.pdf")
                .route(web::get().to(paper))
                .route(web::post().to(paper_of_theme)),
        )
        .service(
            web::resource("/{lang:[a-z]{2,3}}/help/services/{code:[0-9a-f]{8}}/")
                .route(web::get().to(sheet::show)),
        );
}

/// One number of a line.
pub(super) struct Call {
    /// As printed.
    pub number: String,
    /// As dialled; empty when it is not for talking.
    pub tel: String,
    /// What a call leaves behind.
    pub note: String,
}

/// The published numbers of a service.
pub(super) fn calls(shown: ShownEntry<'_>, lang: Lang) -> Vec<Call> {
    let call = |phone| Call {
        number: crate::help::Phone::clone(phone).number,
        tel: words::dialled(phone),
        note: words::traces(phone, lang),
    };
    shown.phones().map(call).collect()
}

/// One service of a list.
pub(super) struct Line {
    /// What stands for it in addresses.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its numbers.
    pub calls: Vec<Call>,
    /// Whether somebody answers, as a sentence.
    pub state: String,
    /// Somebody answers now.
    pub open: bool,
    /// Nobody has confirmed the hours by phone.
    pub to_confirm: bool,
    /// Languages offered.
    pub languages: String,
    /// To be checked by phone.
    pub stale: bool,
}

struct Group {
    id: &'static str,
    title: Option<String>,
    /// Level of the names below.
    heading: u8,
    lines: Vec<Line>,
}

struct Options {
    name: &'static str,
    label: String,
    chosen: String,
    values: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "help/results.html")]
struct ResultsPage<'a> {
    lang: Lang,
    options: Vec<Options>,
    choice: &'a Choice,
    count: String,
    groups: Vec<Group>,
}

async fn with_slash(path: web::Path<String>) -> Result<HttpResponse> {
    let lang = language(&path)?;
    Ok(HttpResponse::PermanentRedirect()
        .insert_header((LOCATION, format!("/{lang}/help/services/")))
        .insert_header((CACHE_CONTROL, "no-store"))
        .finish())
}

fn allow(state: &State, request: &HttpRequest) -> Result<()> {
    state.limiter.check(Rate::Read, client_address(request, &state.config.http.trusted_proxies))
}

async fn all(state: web::Data<State>, request: HttpRequest, path: web::Path<String>) -> Result<HttpResponse> {
    allow(&state, &request)?;
    respond(&state, &request, language(&path)?, &Choice::default()).await
}

async fn chosen(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<String>,
    body: Raw,
) -> Result<HttpResponse> {
    allow(&state, &request)?;
    let lang = language(&path)?;
    let choice = read(&state, &body)?;
    respond(&state, &request, lang, &choice).await
}

fn read(state: &State, body: &Raw) -> Result<Choice> {
    if body.0.len() > MOST_BYTES {
        return Err(Error::TooLarge);
    }
    Ok(Choice::read(&body.0, state, &state.help.load()))
}

/// What fits the choices, in the order for readers of a language.
fn found<'a>(directory: &'a Directory, choice: &Choice, state: &State, lang: Lang) -> Vec<ShownEntry<'a>> {
    let now_ms = state.clock.now_ms();
    let mut found: Vec<ShownEntry<'_>> =
        directory.shown(today(state)).filter(|shown| choice.fits(*shown, directory, now_ms)).collect();
    // After the emergency numbers, whoever can be called; then the reader's language, and
    // those for victims before those for others.
    found.sort_by_key(|shown| {
        let service = shown.service();
        let of_lang = rank(service, lang);
        (
            of_lang > 0,
            shown.phones().next().is_none(),
            of_lang,
            !service.audiences.iter().any(|audience| audience == "victim"),
            service.name.words(lang).to_lowercase(),
        )
    });
    found
}

async fn respond(state: &State, request: &HttpRequest, lang: Lang, choice: &Choice) -> Result<HttpResponse> {
    let directory = state.help.load();
    let found = found(&directory, choice, state, lang);
    let count = found.len();
    let view = ResultsPage {
        lang,
        options: options(state, &directory, choice, lang),
        groups: groups(found, state, &directory, choice, lang),
        choice,
        count: lang.count_text("help-results-count", count),
    };
    let main = view.render().map_err(|error| Error::Internal(error.into()))?;
    Ok(discreet(state, request, lang, "help/services/", main).await)
}

/// People who want to change have a part of their own, after the others.
fn groups(
    found: Vec<ShownEntry<'_>>,
    state: &State,
    directory: &Directory,
    choice: &Choice,
    lang: Lang,
) -> Vec<Group> {
    let of_change = |shown: &ShownEntry<'_>| {
        let is = |name: &str| shown.service().audiences.iter().any(|audience| audience == name);
        is("perpetrator") && !is("victim") && !is("everyone")
    };
    let (change, others): (Vec<_>, Vec<_>) = found.into_iter().partition(of_change);
    let lines = |list: Vec<ShownEntry<'_>>| -> Vec<Line> {
        list.into_iter().map(|shown| line(shown, state, directory, choice, lang)).collect()
    };
    let title = Some(lang.text("help-part-change")).filter(|_| !others.is_empty());
    [
        Group { id: "s", title: None, heading: 2, lines: lines(others) },
        Group { id: "c", heading: if title.is_some() { 3 } else { 2 }, title, lines: lines(change) },
    ]
    .into_iter()
    .filter(|group| !group.lines.is_empty())
    .collect()
}

pub(super) fn line(
    shown: ShownEntry<'_>,
    state: &State,
    directory: &Directory,
    choice: &Choice,
    lang: Lang,
) -> Line {
    let now_ms = state.clock.now_ms();
    let wanted = Some(choice.language.as_str()).filter(|code| !code.is_empty());
    let open = words::best(shown, directory, wanted, now_ms);
    let entry = shown.entry();
    let calls = calls(shown, lang);
    let reachable = !calls.is_empty() || open != crate::help::Open::Unknown;
    let day = today(state);
    Line {
        code: entry.code.clone(),
        name: shown.service().name.words(lang).to_owned(),
        state: if reachable { words::open_of(&open, &entry.id, directory, lang, day) } else { String::new() },
        open: open.is_now(),
        to_confirm: reachable && !shown.service().emergency && !words::is_confirmed(&open),
        languages: words::languages(shown.languages(), lang),
        stale: entry.is_stale(day),
        calls,
    }
}

fn options(state: &State, directory: &Directory, choice: &Choice, lang: Lang) -> Vec<Options> {
    let term = |name: &'static str, chosen: &String| Options {
        name,
        label: lang.text(&format!("help-filter-{name}")),
        chosen: chosen.clone(),
        values: directory.vocabulary(name).map(|t| (t.id.clone(), t.text.words(lang).to_owned())).collect(),
    };
    let languages = spoken(directory).into_iter().map(|code| {
        let name = words::languages(std::slice::from_ref(&code), lang);
        (code, name)
    });
    let towns = state.areas.municipalities.iter().map(|m| (m.nis.clone(), m.name.in_lang(lang)));
    vec![
        term("situation", &choice.situation),
        term("need", &choice.need),
        term("audience", &choice.audience),
        Options {
            name: "language",
            label: lang.text("help-filter-language"),
            chosen: choice.language.clone(),
            values: languages.collect(),
        },
        Options {
            name: "municipality",
            label: lang.text("help-filter-municipality"),
            chosen: choice.municipality.clone(),
            values: towns.collect(),
        },
        // Last: it is the choice of people who work with the list.
        term("topic", &choice.topic),
    ]
}

/// The chosen list as a file, for people who work with it.
async fn file(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<String>,
    body: Raw,
) -> Result<HttpResponse> {
    allow(&state, &request)?;
    let lang = language(&path)?;
    let choice = read(&state, &body)?;
    let directory = state.help.load();
    let found = found(&directory, &choice, &state, lang);
    let text = export::public(found, &directory, &state.areas, lang, today(&state));
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"list.csv\""))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((REFERRER_POLICY, "no-referrer"))
        .body(text))
}

/// The whole directory on paper.
async fn paper(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<String>,
) -> Result<HttpResponse> {
    allow(&state, &request)?;
    let lang = language(&path)?;
    Ok(booklet_file(booklet(&state, WantedBooklet { lang, topic: None }).await?))
}

/// The services of one theme on paper. The other choices have no booklet: each would be
/// one more to keep ready.
async fn paper_of_theme(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<String>,
    body: Raw,
) -> Result<HttpResponse> {
    allow(&state, &request)?;
    let lang = language(&path)?;
    let topic = Some(read(&state, &body)?.topic).filter(|topic| !topic.is_empty());
    Ok(booklet_file(booklet(&state, WantedBooklet { lang, topic }).await?))
}
