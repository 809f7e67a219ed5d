//! `/office/help/import` and the files for professionals.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::super::frame::{Frame, Section, answer, refused};
use super::super::see_other;
use super::{EDITORS, READERS};
use crate::account::{OfficeForm, Staff};
use crate::app::State;
use crate::error::{Error, Result};
use crate::help::{self, today};
use crate::http::fault_text;
use crate::i18n::Lang;

/// Most bytes of a file.
const MOST_BYTES: usize = 1 << 20;
/// Most faults that are shown.
const MOST_FAULTS: usize = 200;

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/help/import").route(web::get().to(show)).route(web::post().to(take)))
        .service(web::resource("/help/directory.csv").route(web::get().to(professionals)))
        .service(web::resource("/help/list.pdf").route(web::get().to(paper)));
}

#[derive(Template)]
#[template(path = "office/help_import.html")]
struct Page {
    f: Frame,
    text: String,
    faults: Vec<(String, String, String)>,
}

fn page(state: &State, staff: &Staff, text: String) -> Page {
    let f = Frame::new(state, staff, Section::Help, "help-import", "/office/help/import");
    Page { f, text, faults: Vec::new() }
}

async fn show(state: web::Data<State>, staff: Staff) -> Result<HttpResponse> {
    staff.must(&EDITORS)?;
    answer(staff.person.lang, &page(&state, &staff, String::new()))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Given {
    text: String,
}

/// Every row is taken, or none: one that is wrong leaves everything as it was.
async fn take(state: web::Data<State>, form: OfficeForm<Given>) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&EDITORS)?;
    if fields.text.len() > MOST_BYTES {
        return Err(Error::TooLarge);
    }
    let lang = staff.person.lang;
    match help::import(&state, &staff.person, &fields.text).await {
        Ok(_) => Ok(see_other("/office/help?view=waiting&done=help-imported")),
        Err(Error::Invalid(faults)) => {
            let row = |fault: &crate::error::Fault| {
                (
                    fault.line.map(|line| line.to_string()).unwrap_or_default(),
                    fault.field.clone(),
                    fault_text(fault, lang),
                )
            };
            let faults = faults.iter().take(MOST_FAULTS).map(row).collect();
            refused(lang, &Page { faults, ..page(&state, &staff, fields.text) })
        }
        Err(other) => Err(other),
    }
}

/// Which part of the directory, in which language.
#[derive(Deserialize)]
struct Part {
    #[serde(default)]
    topic: String,
    #[serde(default)]
    lang: String,
}

impl Part {
    /// The language asked for, else that of the person.
    fn lang(&self, staff: &Staff) -> Result<Lang> {
        if self.lang.is_empty() {
            return Ok(staff.person.lang);
        }
        Lang::parse(&self.lang).filter(|lang| lang.code() == self.lang).ok_or(Error::NotFound)
    }

    /// The theme, if one was chosen and exists.
    fn topic(self, state: &State) -> Result<Option<String>> {
        if self.topic.is_empty() {
            return Ok(None);
        }
        state.help.load().term("topic", &self.topic).ok_or(Error::NotFound)?;
        Ok(Some(self.topic))
    }
}

async fn professionals(
    state: web::Data<State>,
    staff: Staff,
    part: web::Query<Part>,
) -> Result<HttpResponse> {
    staff.must(&READERS)?;
    let day = today(&state);
    let part = part.into_inner();
    let lang = part.lang(&staff)?;
    let topic = part.topic(&state)?;
    let text = help::professionals(&state.help.load(), &state.areas, lang, day, topic.as_deref());
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"directory-{day}.csv\"")))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(text))
}

/// The booklet that the public gets: what is told to partners alone is not in it.
async fn paper(state: web::Data<State>, staff: Staff, part: web::Query<Part>) -> Result<HttpResponse> {
    staff.must(&READERS)?;
    let part = part.into_inner();
    let lang = part.lang(&staff)?;
    let topic = part.topic(&state)?;
    let pdf = help::booklet(&state, help::WantedBooklet { lang, topic }).await?;
    Ok(help::booklet_file(pdf))
}
