//! `/office/permits-mandates`: who asks to act for a company, and who may.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::tag_of_scan;
use crate::account::{OfficeForm, Role, Staff};
use crate::app::State;
use crate::error::{Error, Fault, Result};
use crate::office::faults::Wrongs;
use crate::office::frame::{Frame, Section, answer, refused};
use crate::office::see_other;
use crate::permit::desk::READERS;
use crate::permit::mandate::desk::{self, List, Shown};
use crate::permit::vault::may_be_opened;
use crate::permit::words as said;

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .route("/permits-mandates", web::get().to(all))
        .route("/permits-mandates/{id:[0-9a-f-]{36}}", web::get().to(one))
        .route("/permits-mandates/{id:[0-9a-f-]{36}}/document", web::get().to(paper))
        .route("/permits-mandates/{id:[0-9a-f-]{36}}/{step:[a-z]{1,20}}", web::post().to(step));
}

#[derive(Deserialize)]
struct Asked {
    list: Option<String>,
    done: Option<String>,
}

struct Line {
    href: String,
    company: String,
    number: String,
    person: String,
    asked: String,
    until: String,
}

#[derive(Template)]
#[template(path = "office/permits/mandates.html")]
struct All {
    f: Frame,
    lists: Vec<(&'static str, bool)>,
    chosen: &'static str,
    lines: Vec<Line>,
}

async fn all(state: web::Data<State>, staff: Staff, asked: web::Query<Asked>) -> Result<HttpResponse> {
    staff.must(&READERS)?;
    let lang = staff.person.lang;
    let chosen = match asked.list.as_deref() {
        None => List::Asked,
        Some(name) => List::parse(name).ok_or(Error::NotFound)?,
    };
    let line = |one: Shown| Line {
        href: format!("/office/permits-mandates/{}", one.row.id),
        number: one.kept.printed(),
        asked: said::moment(lang, one.row.asked_at_ms),
        until: said::stored(lang, Some(&one.row.until_on)),
        company: one.kept.company,
        person: one.person,
    };
    let rows = desk::list(&state, &staff.person, chosen).await?;
    let f =
        Frame::new(&state, &staff, Section::Permits, "office-permit-mandates", "/office/permits-mandates");
    let page = All {
        f: f.done(asked.done.as_deref()),
        lists: List::ALL.map(|list| (list.as_str(), list == chosen)).to_vec(),
        chosen: chosen.as_str(),
        lines: rows.into_iter().map(line).collect(),
    };
    answer(lang, &page)
}

#[derive(Template)]
#[template(path = "office/permits/mandate.html")]
struct One {
    f: Frame,
    id: Uuid,
    company: String,
    number: String,
    person: String,
    state: String,
    asked: String,
    until: String,
    paper: String,
    /// Whether the document may be opened.
    opens: bool,
    scan: String,
    tag: &'static str,
    reason: Option<String>,
    /// Steps that can be taken: name, and whether it says why.
    steps: Vec<(&'static str, bool)>,
    text: String,
    wrongs: Wrongs,
}

impl One {
    /// What is wrong with the reason of a step.
    fn fault(&self, step: &str) -> Option<String> {
        self.wrongs.at(&format!("{step}-text"), &self.f.t("office-permit-mandate-why"))
    }
}

fn view(state: &State, staff: &Staff, one: Shown, sent: (&str, &[Fault])) -> One {
    let lang = staff.person.lang;
    let here = format!("/office/permits-mandates/{}", one.row.id);
    let does = staff.person.has(&[Role::WeaponsClerk]);
    let steps = match one.row.state.as_str() {
        "asked" => vec![("confirm", false), ("refuse", true)],
        "confirmed" => vec![("revoke", true)],
        _ => Vec::new(),
    };
    let page = One {
        f: Frame::new(state, staff, Section::Permits, "office-permit-mandate", &here),
        id: one.row.id,
        number: one.kept.printed(),
        company: one.kept.company,
        paper: one.kept.paper,
        person: one.person,
        state: lang.text(&format!("office-permit-mandate-{}", one.row.state)),
        asked: said::moment(lang, one.row.asked_at_ms),
        until: said::stored(lang, Some(&one.row.until_on)),
        opens: may_be_opened(&one.row.scan),
        scan: lang.text(&format!("office-permit-scan-{}", one.row.scan)),
        tag: tag_of_scan(&one.row.scan),
        reason: one.reason,
        steps: if does { steps } else { Vec::new() },
        text: sent.0.to_owned(),
        wrongs: Wrongs::plain(sent.1, lang),
    };
    // The summary stands above the fields, and is written before them.
    for (step, _) in &page.steps {
        page.fault(step);
    }
    page
}

async fn one(state: web::Data<State>, staff: Staff, id: web::Path<Uuid>) -> Result<HttpResponse> {
    staff.must(&READERS)?;
    let shown = desk::open(&state, &staff.person, *id).await?;
    answer(staff.person.lang, &view(&state, &staff, shown, ("", &[])))
}

/// The signed document, as a download: it is never shown inside a page of the office.
async fn paper(state: web::Data<State>, staff: Staff, id: web::Path<Uuid>) -> Result<HttpResponse> {
    staff.must(&READERS)?;
    let (row, bytes) = desk::paper(&state, &staff.person, *id).await?;
    let ending = row.media_type.rsplit('/').next().unwrap_or("bin").to_owned();
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, row.media_type))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"mandate.{ending}\"")))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(bytes))
}

#[derive(Deserialize)]
struct Written {
    #[serde(default)]
    text: String,
}

async fn step(
    state: web::Data<State>,
    path: web::Path<(Uuid, String)>,
    form: OfficeForm<Written>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&[Role::WeaponsClerk])?;
    let (id, name) = path.into_inner();
    match desk::step(&state, &staff.person, id, &name, &fields.text).await {
        Ok(()) => Ok(see_other(format!("/office/permits-mandates?done=permit-mandate-{name}"))),
        Err(Error::Invalid(faults)) => {
            let shown = desk::open(&state, &staff.person, id).await?;
            let own: Vec<Fault> = faults
                .iter()
                .map(|fault| Fault { field: format!("{name}-{}", fault.field), ..fault.clone() })
                .collect();
            refused(staff.person.lang, &view(&state, &staff, shown, (&fields.text, &own)))
        }
        Err(error) => Err(error),
    }
}
