//! `/office/rehearsal`: exercises that cannot reach the public, and the phones
//! that take part in them.

use actix_web::{HttpResponse, get, web};
use askama::Template;

use super::dashboard::{Line, names};
use super::frame::{Frame, Section, answer};
use super::reach::{self, Asked};
use crate::account::{Role, Staff};
use crate::alert::{Channel, entity, rank};
use crate::app::State;
use crate::error::Result;

const STATES: [&str; 6] = ["draft", "submitted", "published", "ended", "cancelled", "expired"];

#[derive(Template)]
#[template(path = "office/rehearsal.html")]
struct Page {
    f: Frame,
    code: String,
    phones: Option<i64>,
    lines: Vec<Line>,
    writes: bool,
}

#[get("/rehearsal")]
pub(super) async fn rehearsal(state: web::Data<State>, staff: Staff) -> Result<HttpResponse> {
    staff.must(&[Role::AlertAuthor, Role::AlertApprover])?;
    let lang = staff.person.lang;
    let names = names(&state).await?;
    let rows = entity::worklist(&state.db, &STATES, 500).await?;
    let everybody = Asked {
        channel: Channel::Rehearsal,
        areas: state.areas.everywhere(),
        severity_rank: 4,
        categories: rank::all_categories(),
    };
    let page = Page {
        f: Frame::new(&state, &staff, Section::Rehearsal, "office-rehearsal", "/office/rehearsal"),
        code: state.push.rehearsal_code().to_owned(),
        phones: reach::estimate(&state, everybody).await?,
        lines: rows
            .iter()
            .filter(|row| row.channel() == Channel::Rehearsal)
            .take(50)
            .map(|row| Line::new(&state, row, &names, lang))
            .collect(),
        writes: staff.person.has(&[Role::AlertAuthor]),
    };
    answer(lang, &page)
}
