//! `/office/permits-tasks`: what is left to do, here or outside the portal.

use std::collections::HashMap;

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::title_of;
use crate::account::{OfficeForm, Role, Staff};
use crate::app::State;
use crate::error::Result;
use crate::i18n::{Args, Lang};
use crate::office::dashboard::names;
use crate::office::frame::{Frame, Section, answer};
use crate::office::see_other;
use crate::permit::desk::{READERS, task};
use crate::permit::entity::task::Model;
use crate::permit::{numbers, words as said};

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/permits-tasks").route(web::get().to(list)))
        .service(web::resource("/permits-tasks/{id}").route(web::post().to(done)));
}

#[derive(Deserialize)]
struct Asked {
    list: Option<String>,
    after: Option<String>,
    done: Option<String>,
}

struct Line {
    id: Uuid,
    what: String,
    /// What the paper is that it is about, where it is about one.
    paper: String,
    /// What is to be done; nothing of what was done.
    how: Option<String>,
    /// When it was done and by whom.
    done: Option<String>,
    href: Option<String>,
    reference: String,
    since: String,
    due: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "office/permits/tasks.html")]
struct Page {
    f: Frame,
    lines: Vec<Line>,
    past: bool,
    does: bool,
    next: Option<String>,
}

async fn list(state: web::Data<State>, staff: Staff, asked: web::Query<Asked>) -> Result<HttpResponse> {
    staff.must(&READERS)?;
    let lang = staff.person.lang;
    let past = asked.list.as_deref() == Some("done");
    let today = numbers::today(state.clock.now_ms());
    let day = today.to_string();
    let names = if past { names(&state).await? } else { HashMap::new() };
    let line = |open: task::Open| Line {
        id: open.row.id,
        what: lang.text(&format!("office-permit-task-{}", open.row.kind)),
        paper: open.document.map(|id| title_of(&state, today, &id, lang)).unwrap_or_default(),
        how: (!past).then(|| lang.text(&format!("office-permit-task-{}-hint", open.row.kind))),
        done: done_by(&open.row, &names, lang),
        href: open.row.application_id.map(|file| format!("/office/permits/{file}")),
        reference: open.reference.unwrap_or_default(),
        since: said::date(lang, numbers::today(open.row.created_at_ms)),
        due: said::stored(lang, open.row.due_on.as_deref()),
        late: !past && open.row.due_on.as_ref().is_some_and(|due| *due < day),
    };
    let after = asked.after.as_deref().map(task::Place::parse).transpose()?;
    let (rows, next) = task::list(&state, past, after.as_ref()).await?;
    let page = Page {
        f: Frame::new(&state, &staff, Section::Permits, "office-permit-tasks", "/office/permits-tasks")
            .done(asked.done.as_deref()),
        lines: rows.into_iter().map(line).collect(),
        next: next.map(|place| place.to_string()),
        past,
        does: staff.person.has(&[Role::WeaponsClerk]),
    };
    answer(lang, &page)
}

/// When a task was done, and by whom, as long as the account is there.
fn done_by(row: &Model, names: &HashMap<Uuid, String>, lang: Lang) -> Option<String> {
    let on = said::moment(lang, row.done_at_ms?);
    let name = row.done_by.and_then(|who| names.get(&who)).filter(|name| !name.is_empty());
    Some(match name {
        Some(name) => {
            let args = Args::new().with("date", on).with("name", name.clone());
            lang.text_with("office-permit-task-done-by", &args)
        }
        None => lang.text_with("office-permit-task-done-on", &Args::new().with("date", on)),
    })
}

#[derive(Deserialize)]
struct Nothing {}

async fn done(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Nothing>,
) -> Result<HttpResponse> {
    form.staff.must(&[Role::WeaponsClerk])?;
    task::done(&state, &form.staff.person, *id).await?;
    Ok(see_other("/office/permits-tasks?done=permit-task"))
}
