//! `/office/permits-controls`: holders who were invited to a control and have not answered.

use actix_web::{HttpResponse, get, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use crate::account::Staff;
use crate::app::State;
use crate::error::{Error, Result};
use crate::office::frame::{Frame, Section, answer};
use crate::permit::after::control::{Place, waiting};
use crate::permit::desk::READERS;
use crate::permit::{numbers, words};

#[derive(Deserialize)]
struct Asked {
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
}

#[derive(Template)]
#[template(path = "office/permits/controls.html")]
struct Page {
    f: Frame,
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
    let (rows, next) = waiting(&state, after.as_ref()).await?;
    let line = |one: crate::permit::after::control::Waiting| Line {
        href: format!("/office/permits/{}", one.permit.application_id),
        procedure: state.law.title(&one.permit.procedure).map(|t| t.get(lang).to_owned()).unwrap_or_default(),
        number: one.permit.number,
        invited: words::stored(lang, Some(&one.control.invited_on)),
        reminders: one.control.reminders,
        due: words::stored(lang, Some(&one.control.due_on)),
        late: one.control.state == "unanswered",
    };
    let page = Page {
        f: Frame::new(&state, &staff, Section::Permits, "office-permit-controls", "/office/permits-controls"),
        lines: rows.into_iter().map(line).collect(),
        next: next.map(|place| format!("{}.{}", place.due_on, place.id)),
    };
    answer(lang, &page)
}
