//! `/office/feeds`: the feeds that are read, whether they answer, and what became of their
//! messages.

use std::collections::HashMap;

use actix_web::{HttpResponse, get, web};
use askama::Template;
use sea_orm::EntityTrait;

use super::frame::{Frame, Section, answer};
use super::words;
use crate::account::{Role, Staff};
use crate::app::State;
use crate::error::Result;
use crate::feed::{Outcome, entity};
use crate::i18n::Lang;

/// Messages shown.
const MOST: u64 = 200;

struct SourceRow {
    name: String,
    read: String,
    well: String,
    fault: Option<String>,
}

struct MessageRow {
    when: String,
    feed: String,
    title: String,
    outcome: String,
    urgent: bool,
    href: Option<String>,
    remark: String,
}

#[derive(Template)]
#[template(path = "office/feeds.html")]
struct Page {
    f: Frame,
    sources: Vec<SourceRow>,
    messages: Vec<MessageRow>,
}

#[get("/feeds")]
pub(super) async fn feeds(state: web::Data<State>, staff: Staff) -> Result<HttpResponse> {
    staff.must(&[Role::AlertAuthor, Role::AlertApprover, Role::Administrator])?;
    let lang = staff.person.lang;
    let rows = entity::feed::Entity::find().all(&state.db).await?;
    let rows: HashMap<String, entity::feed::Model> =
        rows.into_iter().map(|row| (row.name.clone(), row)).collect();
    let moment = |ms: Option<i64>| {
        ms.map_or_else(|| lang.text("office-feeds-never"), |ms| words::when(ms, lang, &state))
    };
    let source = |name: &String| {
        let row = rows.get(name);
        SourceRow {
            name: name.clone(),
            read: moment(row.and_then(|row| row.read_at_ms)),
            well: moment(row.and_then(|row| row.well_at_ms)),
            fault: row.and_then(|row| row.fault.clone()),
        }
    };
    let newest = entity::newest(&state.db, MOST).await?;
    let page = Page {
        f: Frame::new(&state, &staff, Section::Import, "office-feeds", "/office/feeds"),
        sources: state.config.feeds.sources.iter().map(|one| source(&one.name)).collect(),
        messages: newest.into_iter().map(|row| message(&state, row, lang)).collect(),
    };
    answer(lang, &page)
}

fn message(state: &State, row: entity::Model, lang: Lang) -> MessageRow {
    MessageRow {
        when: words::when(row.at_ms, lang, state),
        feed: row.feed,
        title: if row.title.is_empty() { row.identifier } else { row.title },
        outcome: lang.text(&format!("office-feed-{}", row.outcome)),
        urgent: Outcome::URGENT.iter().any(|outcome| outcome.code() == row.outcome),
        href: row.alert_id.map(|id| format!("/office/alerts/{id}")),
        remark: row.remark,
    }
}
