//! `/office/permits-controls`: the campaign of periodic controls: who was invited and has not
//! answered, answers that wait for a judgement, and what was judged.

use actix_web::{HttpResponse, get, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use crate::account::Staff;
use crate::app::State;
use crate::error::{Error, Result};
use crate::office::frame::{Frame, Section, answer};
use crate::permit::after::control::{self, List, Place};
use crate::permit::desk::READERS;
use crate::permit::{numbers, words};

#[derive(Deserialize)]
struct Asked {
    list: Option<String>,
    after: Option<String>,
}

struct Line {
    href: String,
    number: String,
    procedure: String,
    invited: String,
    reminders: i64,
    due: String,
    late: bool,
    /// Address of the answer, and its day.
    answer: Option<(String, String)>,
    /// Fluent id of the judgement, and its day.
    verdict: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "office/permits/controls.html")]
struct Page {
    f: Frame,
    lists: Vec<(&'static str, bool)>,
    chosen: &'static str,
    /// Where the campaign stands: Fluent id and number.
    figures: Vec<(&'static str, String)>,
    lines: Vec<Line>,
    next: Option<String>,
}

/// Reads `2026-12-24.<id>`.
fn place(text: &str) -> Result<Place> {
    let parts = text.split_once('.').filter(|(day, _)| numbers::day(day).is_some());
    let read =
        parts.and_then(|(day, id)| Some(Place { due_on: day.to_owned(), id: id.parse::<Uuid>().ok()? }));
    read.ok_or_else(|| Error::invalid("after", "value-unknown"))
}

#[get("/permits-controls")]
pub(super) async fn list(
    state: web::Data<State>,
    staff: Staff,
    asked: web::Query<Asked>,
) -> Result<HttpResponse> {
    staff.must(&READERS)?;
    let lang = staff.person.lang;
    let after = asked.after.as_deref().map(place).transpose()?;
    let chosen = match asked.list.as_deref() {
        None => List::Waiting,
        Some(name) => List::parse(name).ok_or(Error::NotFound)?,
    };
    let (rows, next) = control::page(&state, chosen, after.as_ref()).await?;
    let figures = control::figures(&state).await?;
    let line = |one: control::Line| Line {
        href: format!("/office/permits/{}", one.permit.application_id),
        procedure: state.law.title(&one.permit.procedure).map(|t| t.get(lang).to_owned()).unwrap_or_default(),
        number: one.permit.number,
        invited: words::stored(lang, Some(&one.control.invited_on)),
        reminders: one.control.reminders,
        due: words::stored(lang, Some(&one.control.due_on)),
        late: one.control.state == "unanswered",
        answer: one.control.application_id.map(|file| {
            (format!("/office/permits/{file}"), words::stored(lang, one.control.answered_on.as_deref()))
        }),
        verdict: one.control.verdict.as_deref().map(|verdict| {
            let day = words::stored(lang, one.control.judged_on.as_deref());
            (format!("office-permit-control-{verdict}"), day)
        }),
    };
    let page = Page {
        f: Frame::new(&state, &staff, Section::Permits, "office-permit-controls", "/office/permits-controls"),
        lists: List::ALL.map(|list| (list.as_str(), list == chosen)).to_vec(),
        chosen: chosen.as_str(),
        figures: vec![
            ("office-permit-controls-to-invite", figures.due.to_string()),
            ("office-permit-controls-today", format!("{} / {}", figures.today, figures.batch)),
            ("office-permit-controls-waiting", figures.waiting.to_string()),
            ("office-permit-controls-unanswered", figures.unanswered.to_string()),
            ("office-permit-controls-answered", figures.answered.to_string()),
        ],
        lines: rows.into_iter().map(line).collect(),
        next: next.map(|place| format!("{}.{}", place.due_on, place.id)),
    };
    answer(lang, &page)
}
