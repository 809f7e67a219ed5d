//! `/office/help`: every service, the one that waits longest first.

use std::collections::HashMap;

use actix_web::{HttpResponse, web};
use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;

use super::super::frame::{Frame, Section, answer};
use super::super::words;
use super::{EDITORS, READERS, day_word, standing};
use crate::account::Staff;
use crate::app::State;
use crate::error::Result;
use crate::help::{Entry, REMINDED_DAYS, entity, folded, today};
use crate::i18n::{Args, Lang};

/// Registers the page.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(web::resource("/help").route(web::get().to(show)));
}

#[derive(Deserialize)]
struct Asked {
    view: Option<String>,
    done: Option<String>,
}

struct Row {
    id: String,
    name: String,
    standing: String,
    class: &'static str,
    until: String,
    checked: String,
    waiting: usize,
}

struct Tab {
    view: &'static str,
    label: String,
    count: usize,
    current: bool,
}

#[derive(Template)]
#[template(path = "office/help.html")]
struct Page {
    f: Frame,
    edits: bool,
    reminder: Option<String>,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    count: i64,
    topics: Vec<(String, String)>,
    languages: Vec<(&'static str, String)>,
}

fn is_soon(entry: &Entry, today: Date) -> bool {
    let limit = today.checked_add(jiff::Span::new().days(REMINDED_DAYS)).unwrap_or(Date::MAX);
    !entry.service.emergency && entry.expires_on.is_none_or(|last| last <= limit)
}

async fn show(state: web::Data<State>, staff: Staff, asked: web::Query<Asked>) -> Result<HttpResponse> {
    staff.must(&READERS)?;
    let lang = staff.person.lang;
    let today = today(&state);
    let directory = state.help.load_full();
    let mut waiting: HashMap<String, usize> = HashMap::new();
    for change in entity::changes_in(&state.db, "proposed").await? {
        *waiting.entry(change.service_id).or_default() += 1;
    }
    let fits = |view: &str, entry: &Entry| match view {
        "soon" => is_soon(entry, today),
        "doubt" => entry.is_stale(today) || entry.is_hidden(today),
        "waiting" => waiting.contains_key(&entry.id),
        _ => true,
    };
    let view = asked.view.as_deref().unwrap_or_default();
    let tabs = ["all", "soon", "doubt", "waiting"].map(|name| Tab {
        view: name,
        label: lang.text(&format!("help-view-{name}")),
        count: directory.entries.iter().filter(|entry| fits(name, entry)).count(),
        current: view == name || (view.is_empty() && name == "all"),
    });
    let mut entries: Vec<&Entry> = directory.entries.iter().filter(|entry| fits(view, entry)).collect();
    // Whose day comes first stands first; emergency numbers have none.
    entries.sort_by_cached_key(|entry| {
        (entry.service.emergency, entry.expires_on, folded(entry.service.name.words(lang)))
    });
    let rows: Vec<Row> = entries
        .into_iter()
        .map(|entry| {
            let (standing, class) = standing(entry, today, lang);
            Row {
                id: entry.id.clone(),
                name: entry.service.name.words(lang).to_owned(),
                standing,
                class,
                until: entry.expires_on.map(|day| day_word(&day.to_string(), lang)).unwrap_or_default(),
                checked: entry
                    .checked_at_ms
                    .map_or_else(|| lang.text("office-never"), |ms| words::when(ms, lang, &state)),
                waiting: waiting.get(&entry.id).copied().unwrap_or(0),
            }
        })
        .collect();
    let soon = tabs[1].count;
    let reminder = (soon > 0).then(|| {
        let args =
            Args::new().number("count", i64::try_from(soon).unwrap_or(0)).number("days", REMINDED_DAYS);
        lang.text_with("help-reminder", &args)
    });
    let topics = directory.vocabulary("topic").map(|t| (t.id.clone(), t.text.words(lang).to_owned()));
    let page = Page {
        f: Frame::new(&state, &staff, Section::Help, "office-nav-help", "/office/help")
            .done(asked.done.as_deref()),
        edits: staff.person.has(&EDITORS),
        reminder,
        tabs: tabs.into(),
        count: i64::try_from(rows.len()).unwrap_or(0),
        rows,
        topics: topics.collect(),
        languages: Lang::all().map(|one| (one.code(), one.name())).collect(),
    };
    answer(lang, &page)
}
