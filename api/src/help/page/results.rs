//! `/{lang}/help/services/`: the list. GET shows all of it; POST what was chosen.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION, REFERRER_POLICY};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::choice::{Choice, MOST_BYTES, spoken};
use super::lines::{Group, Line, found, groups, line};
use super::{discreet, language, sheet};
use crate::app::State;
use crate::error::{Error, Result};
use crate::help::directory::Directory;
use crate::help::{WantedBooklet, booklet, booklet_file, export, today, words};
use crate::http::{Rate, Raw, client_address};
use crate::i18n::Lang;
use crate::portal;

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
                .route(web::get().to(sheet::show))
                .route(web::post().to(sheet::show)),
        );
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
    /// Whom anybody can call, when nothing fits the choices.
    talk: Vec<Line>,
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
    let lang = language(&path)?;
    if portal::is_return(&request) {
        return Ok(portal::closed(&state, &request, lang).await);
    }
    respond(&state, &request, lang, &Choice::default()).await
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

async fn respond(state: &State, request: &HttpRequest, lang: Lang, choice: &Choice) -> Result<HttpResponse> {
    let directory = state.help.load();
    let found = found(&directory, choice, state, lang);
    let count = found.len();
    let view = ResultsPage {
        lang,
        options: options(state, &directory, choice, lang),
        talk: if found.is_empty() {
            words::talkers(&directory, today(state))
                .map(|one| line(one, state, &directory, choice, lang))
                .collect()
        } else {
            Vec::new()
        },
        groups: groups(found, state, &directory, choice, lang),
        choice,
        count: lang.count_text("help-results-count", count),
    };
    let main = view.render().map_err(|error| Error::Internal(error.into()))?;
    Ok(discreet(state, request, lang, "help/services/", main).await)
}

fn options(state: &State, directory: &Directory, choice: &Choice, lang: Lang) -> Vec<Options> {
    let term = |name: &'static str, chosen: &String| Options {
        name,
        label: lang.text(&format!("help-filter-{name}")),
        chosen: chosen.clone(),
        values: directory
            .vocabulary(name)
            .map(|t| (t.id.clone(), words::set(t.text.words(lang), lang).into_owned()))
            .collect(),
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
