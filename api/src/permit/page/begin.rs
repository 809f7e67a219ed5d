//! `new/{procedure}`: the language of the file is chosen, and the file begins.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::see_other;
use super::sheet::{Sheet, lang_of, refuse, show};
use super::wrong::Fault;
use crate::account::citizen::{Citizen, CitizenForm};
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::after::control;
use crate::permit::{file, numbers};

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/new/{procedure:[a-z0-9-]{1,60}}")
            .route(web::get().to(page))
            .route(web::post().to(begin)),
    );
}

#[derive(Template)]
#[template(path = "permits/begin.html")]
struct Begin {
    s: Sheet,
    /// What beginning is called: a control is answered, everything else applied for.
    start: String,
    summary: String,
    guide: String,
    question: String,
    text: String,
    options: Vec<(String, String)>,
    chosen: String,
    permit: Option<Uuid>,
    faults: Vec<Fault>,
    error: Option<String>,
}

fn view(state: &State, citizen: &Citizen, code: &str, id: &str, permit: Option<Uuid>) -> Result<Begin> {
    let lang = lang_of(code)?;
    let law = state.law.on(numbers::today(state.clock.now_ms()));
    let procedure = law.procedure(id).filter(|p| !p.flow.is_empty()).ok_or(Error::NotFound)?;
    let page = state.law.page("case-language").ok_or(Error::NotFound)?;
    let field = page.fields.first().ok_or(Error::NotFound)?;
    let start = if id == control::PROCEDURE { "permits-control-answer" } else { "permits-start-application" };
    Ok(Begin {
        s: Sheet::new(state, citizen, lang, procedure.title.get(lang).to_owned(), &format!("new/{id}"))?,
        start: lang.text(start),
        summary: procedure.summary.get(lang).to_owned(),
        guide: format!("/{lang}/permits/{}/", procedure.page),
        question: page.title.get(lang).to_owned(),
        text: page.text.get(lang).to_owned(),
        options: field.options.iter().map(|o| (o.id.clone(), o.label.get(lang).to_owned())).collect(),
        chosen: if ["fr", "nl"].contains(&lang.code()) { lang.code().to_owned() } else { String::new() },
        permit,
        faults: Vec::new(),
        error: None,
    })
}

/// The permit that a file is about.
#[derive(Deserialize)]
struct About {
    permit: Option<Uuid>,
}

/// Where the answer to a control is given, when it is not a new file: the one that was begun
/// already, the permit when it is not controlled now, the same page for the permit that is.
async fn instead(
    state: &State,
    citizen: &Citizen,
    (lang, procedure): &(String, String),
    permit: Option<Uuid>,
) -> Result<Option<String>> {
    if procedure != control::PROCEDURE {
        return Ok(None);
    }
    let base = format!("/{lang}/permits/apply");
    let Some(permit) = permit else {
        let waits = super::permit::controlled(state, citizen).await?;
        return Ok(waits.map(|permit| format!("{base}/new/{procedure}?permit={permit}")));
    };
    let permit = super::permit::find(state, citizen, permit).await?.id;
    if let Some(file) = file::about(state, citizen, permit, procedure).await? {
        return Ok(Some(format!("{base}/{file}/")));
    }
    let waits = control::open(state, permit).await?.is_some();
    Ok((!waits).then(|| format!("{base}/permit/{permit}")))
}

async fn page(
    state: web::Data<State>,
    path: web::Path<(String, String)>,
    about: web::Query<About>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    if let Some(elsewhere) = instead(&state, &citizen, &path, about.permit).await? {
        return Ok(see_other(elsewhere));
    }
    let view = view(&state, &citizen, &path.0, &path.1, about.permit)?;
    show(&state, &view.s, &view).await
}

#[derive(Deserialize)]
struct Chosen {
    #[serde(default, rename = "case-language")]
    language: String,
    permit: Option<Uuid>,
}

async fn begin(
    state: web::Data<State>,
    path: web::Path<(String, String)>,
    form: CitizenForm<Chosen>,
) -> Result<HttpResponse> {
    if let Some(elsewhere) = instead(&state, &form.citizen, &path, form.fields.permit).await? {
        return Ok(see_other(elsewhere));
    }
    if !["fr", "nl"].contains(&form.fields.language.as_str()) {
        let mut view = view(&state, &form.citizen, &path.0, &path.1, form.fields.permit)?;
        let page = state.law.page("case-language").ok_or(Error::NotFound)?;
        let error = page.fields.first().map(|f| f.missing.get(view.s.lang).to_owned()).unwrap_or_default();
        view.faults = vec![Fault::new(view.s.lang, "case-language-fr", &view.question, error.clone())];
        view.error = Some(error);
        view.chosen = String::new();
        view.s.wrong = true;
        return refuse(&state, &view.s, &view).await;
    }
    let permit = match form.fields.permit {
        Some(id) => Some(super::permit::find(&state, &form.citizen, id).await?),
        None => None,
    };
    let id = file::begin(&state, &form.citizen, &path.1, &form.fields.language, permit.as_ref()).await?;
    Ok(see_other(format!("/{}/permits/apply/{id}/", path.0)))
}
