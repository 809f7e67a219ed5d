//! `/office/`: what waits for me, and what is going on.

use std::collections::HashMap;

use actix_web::{HttpResponse, get, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::frame::{Frame, Section, answer};
use super::words::{self, is_rehearsal};
use crate::account::{Role, Staff, everybody};
use crate::alert::content;
use crate::alert::entity::{self, Model};
use crate::app::State;
use crate::area::AreaSet;
use crate::error::Result;
use crate::i18n::{Lang, grouped};
use crate::push::delivery::{self, Delivery};

/// One alert in a list.
pub(super) struct Line {
    /// Its id.
    pub id: Uuid,
    /// Headline in the reader's language.
    pub headline: String,
    /// State, in words.
    pub state: String,
    /// Class of the state's tag.
    pub tag: &'static str,
    /// Severity, in words.
    pub severity: String,
    /// Class of the severity.
    pub class: &'static str,
    /// Where.
    pub areas: String,
    /// Who wrote it.
    pub author: String,
    /// When it last changed.
    pub changed: String,
    /// Exercise or Test, in words.
    pub rehearsal: Option<String>,
    /// Where it came from, when not from here.
    pub origin: Option<String>,
    /// How far its pushes are, when it is active.
    pub delivery: Option<String>,
}

/// Names of accounts, for lists.
pub(super) async fn names(state: &State) -> Result<HashMap<Uuid, String>> {
    Ok(everybody(&state.db).await?.into_iter().map(|row| (row.id, row.name)).collect())
}

impl Line {
    /// The line of a row.
    pub fn new(state: &State, row: &Model, names: &HashMap<Uuid, String>, lang: Lang) -> Self {
        let headline = row.message().ok().and_then(|alert| {
            let info = content::info_for(&alert, lang)?;
            Some(info.headline.clone().unwrap_or_else(|| info.event.clone()))
        });
        Self {
            id: row.id,
            headline: headline.unwrap_or_else(|| lang.text("office-no-headline")),
            state: words::state_word(&row.state, lang),
            tag: words::state_tag(&row.state),
            severity: lang.text(words::severity_id(row.severity_rank)),
            class: words::severity_class(row.severity_rank),
            areas: state.areas.phrase(AreaSet::from_i32(row.areas), lang),
            author: names.get(&row.author_id).cloned().unwrap_or_default(),
            changed: words::when(row.changed_at_ms, lang, state),
            rehearsal: is_rehearsal(&row.status).then(|| words::cap_word("status", &row.status, lang)),
            origin: (row.origin != "office").then(|| row.origin.clone()),
            delivery: None,
        }
    }

    fn with_delivery(mut self, delivery: &Delivery, lang: Lang) -> Self {
        let args = crate::i18n::Args::new()
            .with("accepted", grouped(delivery.accepted))
            .with("subscribers", grouped(delivery.subscribers));
        self.delivery = Some(lang.text_with("office-delivery-short", &args));
        self
    }
}

#[derive(Template)]
#[template(path = "office/dashboard.html")]
struct Dashboard {
    f: Frame,
    /// Requests for accounts that wait for the reader's word.
    requests: i64,
    works_with_alerts: bool,
    approves: bool,
    writes: bool,
    waiting: Vec<Line>,
    mine: Vec<Line>,
    others: Vec<Line>,
    active: Vec<Line>,
    ended: Vec<Line>,
}

/// What the address may carry.
#[derive(Deserialize)]
pub(super) struct Told {
    /// What was just done.
    pub done: Option<String>,
}

#[get("/")]
pub(super) async fn dashboard(
    state: web::Data<State>,
    staff: Staff,
    told: web::Query<Told>,
) -> Result<HttpResponse> {
    let lang = staff.person.lang;
    let works_with_alerts = staff.person.has(&[Role::AlertAuthor, Role::AlertApprover]);
    let title = if works_with_alerts { "office-dashboard" } else { "office-start" };
    let f = Frame::new(&state, &staff, Section::Alerts, title, "/office/").done(told.done.as_deref());
    let requests = match staff.person.has(&[Role::Administrator]) {
        true => super::requests::waiting(&state, &staff, None).await?,
        false => Vec::new(),
    };
    let requests = requests.iter().filter(|one| !one.mine && !one.own).count();
    let mut page = Dashboard {
        requests: i64::try_from(requests).unwrap_or(i64::MAX),
        approves: staff.person.has(&[Role::AlertApprover]),
        writes: staff.person.has(&[Role::AlertAuthor]),
        works_with_alerts,
        f,
        waiting: Vec::new(),
        mine: Vec::new(),
        others: Vec::new(),
        active: Vec::new(),
        ended: Vec::new(),
    };
    if works_with_alerts {
        fill(&state, &mut page, staff.person.id, lang).await?;
    }
    answer(lang, &page)
}

async fn fill(state: &State, page: &mut Dashboard, me: Uuid, lang: Lang) -> Result<()> {
    let names = names(state).await?;
    for row in entity::worklist(&state.db, &["draft", "submitted"], 200).await? {
        let line = Line::new(state, &row, &names, lang);
        let list = if row.author_id == me {
            &mut page.mine
        } else if row.state == "submitted" && page.approves {
            &mut page.waiting
        } else {
            &mut page.others
        };
        list.push(line);
    }
    let now_ms = state.clock.now_ms();
    let published = entity::worklist(&state.db, &["published"], 100).await?;
    for row in published.into_iter().filter(|row| row.is_active(now_ms)) {
        let delivery = delivery::of(state, &row).await?;
        page.active.push(Line::new(state, &row, &names, lang).with_delivery(&delivery, lang));
    }
    for row in entity::worklist(&state.db, &["ended", "cancelled", "expired"], 20).await? {
        page.ended.push(Line::new(state, &row, &names, lang));
    }
    Ok(())
}
