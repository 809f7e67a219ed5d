//! `sign-in`: how somebody signs in; `sign-out`: how they leave.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::sheet::{Sheet, lang_of, show};
use crate::account::citizen::{self, Late};
use crate::app::State;
use crate::config::Mode;
use crate::error::Result;

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.route("/sign-in", web::get().to(page)).route("/sign-out", web::post().to(leave));
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    to: String,
    note: String,
}

#[derive(Template)]
#[template(path = "permits/sign_in.html")]
struct SignIn {
    s: Sheet,
    to: String,
    /// Whether somebody comes with an invitation: they have asked for nothing themselves.
    invited: bool,
    official: bool,
    people: Vec<(usize, String)>,
}

async fn page(
    state: web::Data<State>,
    path: web::Path<String>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse> {
    let lang = lang_of(&path)?;
    let s = Sheet::outside(lang, lang.text("permits-sign-in"), "sign-in").note(Some(&asked.note));
    let demo = state.config.mode == Mode::Demo && state.config.identity.demo;
    let people = crate::demo::CITIZENS
        .iter()
        .enumerate()
        .filter(|_| demo)
        .map(|(who, person)| (who, format!("{} {}", person.given_names, person.family_name)));
    // Checked again where it is used; here it only travels along.
    let to: String = asked.to.chars().filter(|c| c.is_ascii_alphanumeric() || "/-_.".contains(*c)).collect();
    let invited = to.contains("/permits/apply/consent/");
    let view =
        SignIn { people: people.collect(), to, invited, official: state.permits.provider.is_some(), s };
    show(&state, &view.s, &view).await
}

#[derive(Deserialize)]
struct Nothing {}

async fn leave(
    state: web::Data<State>,
    path: web::Path<String>,
    request: HttpRequest,
    // Also when the session is over: who leaves must not stay because they were slow.
    _form: Late<Nothing>,
) -> Result<HttpResponse> {
    let lang = lang_of(&path)?;
    citizen::leave(&state, &request, &format!("/{lang}/permits/apply/sign-in?note=left")).await
}
