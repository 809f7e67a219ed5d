//! `consent/{token}`: the question to an adult at the address. It says as little
//! as it can: that it is about a weapon, not whose, which or why.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::sheet::{Sheet, lang_of, refuse, show};
use super::wrong::Fault;
use super::{see_other, words};
use crate::account::citizen::{Citizen, CitizenForm};
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::file::{self, Invitation};

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/consent/{token:[A-Za-z0-9_-]{20,60}}")
            .route(web::get().to(page))
            .route(web::post().to(answer)),
    );
}

#[derive(Template)]
#[template(path = "permits/consent.html")]
struct Consent {
    s: Sheet,
    token: String,
    stranger: bool,
    answered: bool,
    over: bool,
    /// Whether the person may still go back on their consent.
    open: bool,
    /// The day on which the service noted that they did.
    taken_back: String,
    error: Option<String>,
    faults: Vec<Fault>,
    until: String,
}

async fn view(state: &State, citizen: &Citizen, code: &str, token: &str) -> Result<Consent> {
    let lang = lang_of(code)?;
    let found = file::invitation(state, citizen, token).await;
    let found = match found {
        Ok(found) => Some(found),
        Err(Error::Forbidden(_)) => None,
        Err(error) => return Err(error),
    };
    let said = found.as_ref().map(|found| found.row.state.as_str());
    let answered = said.is_some_and(|said| said != "waiting");
    let over = found.as_ref().is_some_and(|found| !found.needed);
    let day = |day: fn(&Invitation) -> Option<&str>| words::stored(lang, found.as_ref().and_then(day));
    let asked = found.is_some() && !answered && !over;
    let title = lang.text(if asked { "permits-consent-title" } else { "permits-consent-heading" });
    Ok(Consent {
        s: Sheet::new(state, citizen, lang, title, "")?,
        token: token.to_owned(),
        stranger: found.is_none(),
        open: said == Some("consented") && !over,
        taken_back: day(|found| found.taken_back.as_deref()),
        until: day(|found| found.row.due_on.as_deref()),
        answered,
        over,
        error: None,
        faults: Vec::new(),
    })
}

async fn page(
    state: web::Data<State>,
    path: web::Path<(String, String)>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    let view = view(&state, &citizen, &path.0, &path.1).await?;
    show(&state, &view.s, &view).await
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    answer: String,
}

async fn answer(
    state: web::Data<State>,
    path: web::Path<(String, String)>,
    form: CitizenForm<Answer>,
) -> Result<HttpResponse> {
    let agrees = match form.fields.answer.as_str() {
        "yes" => true,
        "no" => false,
        _ => {
            let mut view = view(&state, &form.citizen, &path.0, &path.1).await?;
            let error = view.s.t("permits-consent-choose");
            let label = view.s.t("permits-consent-your-answer");
            view.faults = vec![Fault::new(view.s.lang, "answer-yes", &label, error.clone())];
            (view.error, view.s.wrong) = (Some(error), true);
            return refuse(&state, &view.s, &view).await;
        }
    };
    let here = format!("/{}/permits/apply/consent/{}", path.0, path.1);
    match file::answer_consent(&state, &form.citizen, &path.1, agrees).await {
        Ok(()) | Err(Error::Conflict("permit-consent-done")) => Ok(see_other(here)),
        Err(error) => Err(error),
    }
}
