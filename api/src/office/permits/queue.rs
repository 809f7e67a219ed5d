//! `/office/permits`: the lists.

use actix_web::{HttpResponse, get, web};
use askama::Template;
use serde::Deserialize;

use super::file::procedure_title;
use crate::account::{Role, Staff};
use crate::app::State;
use crate::error::{Error, Result};
use crate::office::frame::{Frame, Section, answer};
use crate::permit::desk::{Place, Queue, READERS, overdue, queue_page};
use crate::permit::{numbers, words};

#[derive(Deserialize)]
struct Asked {
    queue: Option<String>,
    after: Option<String>,
}

struct Line {
    href: String,
    reference: String,
    procedure: String,
    state: String,
    received: String,
    /// The day that is due, or on which the file ended.
    day: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "office/permits/queue.html")]
struct Page {
    f: Frame,
    queues: Vec<(&'static str, bool)>,
    here: &'static str,
    /// Words about the list, and above its days.
    lede: &'static str,
    day: &'static str,
    lines: Vec<Line>,
    next: Option<String>,
    pays: bool,
}

#[get("/permits")]
pub(super) async fn list(
    state: web::Data<State>,
    staff: Staff,
    asked: web::Query<Asked>,
) -> Result<HttpResponse> {
    staff.must(&READERS)?;
    let lang = staff.person.lang;
    let queue = match asked.queue.as_deref() {
        None => Queue::Open,
        Some(name) => Queue::parse(name).ok_or_else(|| Error::invalid("queue", "value-unknown"))?,
    };
    let after = asked.after.as_deref().map(Place::parse).transpose()?;
    let (rows, next) = queue_page(&state, queue, after.as_ref()).await?;
    let files = rows.iter().map(|row| (row.id, row.state.as_str(), row.due_on.as_deref()));
    let late = overdue(&state, files, numbers::today(state.clock.now_ms())).await?;
    let line = |row: crate::permit::desk::Entry| Line {
        href: format!("/office/permits/{}", row.id),
        reference: row.reference.clone().unwrap_or_default(),
        procedure: procedure_title(&state, &row, lang),
        state: lang.text(&format!("office-permit-state-{}", row.state)),
        received: words::stored(lang, row.received_on.as_deref()),
        day: match row.closed_at_ms.filter(|_| queue == Queue::Closed) {
            Some(ms) => words::date(lang, numbers::today(ms)),
            None => words::stored(lang, row.due_on.as_deref()),
        },
        late: late.contains(&row.id),
    };
    let (lede, day) = match queue {
        Queue::Closed => ("office-permits-lede-closed", "office-permits-ended"),
        _ => ("office-permits-lede", "office-permits-due"),
    };
    let page = Page {
        lede,
        day,
        f: Frame::new(&state, &staff, Section::Permits, "office-nav-permits", "/office/permits"),
        queues: Queue::ALL.iter().map(|one| (one.as_str(), *one == queue)).collect(),
        here: queue.as_str(),
        lines: rows.into_iter().map(line).collect(),
        next: next.map(|place| place.to_string()),
        pays: staff.person.has(&[Role::WeaponsClerk]),
    };
    answer(lang, &page)
}
