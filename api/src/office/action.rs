//! Steps of an alert, each with a page that asks before anything happens.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::compose::reach_sentence;
use super::faults::Wrongs;
use super::frame::{Frame, Section, answer, refused};
use super::map::{Drawn, Map};
use super::reach::{self, Asked};
use super::see_other;
use super::versions::Versions;
use super::words::{self, cap_word};
use crate::account::{OfficeForm, Role, Staff, holder};
use crate::alert::compose::{self as book, Ending, Stamp};
use crate::alert::entity::Model;
use crate::alert::lifecycle::{self, Seen};
use crate::app::State;
use crate::area::AreaSet;
use crate::error::{Error, Fault, Result};

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/alerts/{id}/{step:submit|approve|return|discard|end|cancel}")
            .route(web::get().to(ask))
            .route(web::post().to(act)),
    );
}

/// A step that a person takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Step {
    /// Ask for approval.
    Submit,
    /// Publish.
    Approve,
    /// Back to the author.
    Return,
    /// Throw away.
    Discard,
    /// The danger is over.
    End,
    /// It was an error.
    Cancel,
}

impl Step {
    fn word(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Approve => "approve",
            Self::Return => "return",
            Self::Discard => "discard",
            Self::End => "end",
            Self::Cancel => "cancel",
        }
    }

    fn roles(self) -> &'static [Role] {
        match self {
            Self::Submit => &[Role::AlertAuthor],
            Self::Approve | Self::Return => &[Role::AlertApprover],
            Self::Discard | Self::End | Self::Cancel => &[Role::AlertAuthor, Role::AlertApprover],
        }
    }

    /// Whether the step fits the state, and the rule that it breaks otherwise.
    fn fits(self, row: &Model, now_ms: i64) -> Result<()> {
        let stands = |states: &[&str]| states.contains(&row.state.as_str());
        let (fits, rule) = match self {
            Self::Submit => (stands(&["draft"]), "alert-not-draft"),
            Self::Approve | Self::Return => (stands(&["submitted"]), "alert-not-submitted"),
            Self::Discard => (stands(&["draft", "submitted"]), "alert-not-open"),
            Self::End | Self::Cancel => (row.is_active(now_ms), "alert-not-active"),
        };
        if fits { Ok(()) } else { Err(Error::Conflict(rule)) }
    }

    fn ending(self) -> Option<Ending> {
        match self {
            Self::End => Some(Ending::AllClear),
            Self::Cancel => Some(Ending::Cancelled),
            _ => None,
        }
    }
}

#[derive(Template)]
#[template(path = "office/action.html")]
struct Page {
    f: Frame,
    id: Uuid,
    step: &'static str,
    danger: bool,
    explains: String,
    button: String,
    rehearsal: Option<String>,
    versions: Option<Versions>,
    map: Map,
    reach: String,
    hash: String,
    edition: i64,
    /// What is not in the texts, but goes out with them.
    facts: Vec<(String, String)>,
    must_tick: bool,
    /// What is wrong with the tick.
    read_error: Option<String>,
    wrongs: Wrongs,
}

async fn page(state: &State, staff: &Staff, row: &Model, step: Step, faults: &[Fault]) -> Result<Page> {
    let lang = staff.person.lang;
    let here = format!("/office/alerts/{}/{}", row.id, step.word());
    let f = Frame::new(state, staff, Section::Alerts, &format!("office-ask-{}", step.word()), &here);
    let set = AreaSet::from_i32(row.areas);
    let cap = row.message()?;
    let kind = if row.predecessor_id.is_some() { "updated" } else { "published" };
    let versions = match (step, step.ending()) {
        (_, Some(ending)) => {
            let stamp = Stamp {
                identifier: "preview".to_owned(),
                now_ms: state.clock.now_ms(),
                event_id: row.event_id,
            };
            let hours = state.config.alerts.ended_visible_h;
            let message = book::ending(&cap, ending, &state.areas, set, &stamp, hours);
            let kind = if step == Step::End { "ended" } else { "cancelled" };
            Some(Versions::new(&message, kind, row.revision, lang, state))
        }
        (Step::Submit | Step::Approve, None) => Some(Versions::new(&cap, kind, row.revision, lang, state)),
        _ => None,
    };
    let asked = Asked {
        channel: row.channel(),
        areas: AreaSet::from_i32(row.reach_areas),
        severity_rank: row.reach_severity_rank,
        categories: row.reach_categories,
    };
    let wrongs = Wrongs::plain(faults, lang);
    Ok(Page {
        read_error: wrongs.at("read", &lang.text("office-have-read")),
        id: row.id,
        step: step.word(),
        danger: matches!(step, Step::Cancel | Step::Discard),
        explains: f.t(&format!("office-ask-{}-explains", step.word())),
        button: f.t(&format!("office-do-{}", step.word())),
        rehearsal: words::is_rehearsal(&row.status).then(|| cap_word("status", &row.status, lang)),
        map: Map::new(
            state,
            set,
            &Drawn::default(),
            lang,
            &format!("is-alert {}", words::severity_class(row.severity_rank)),
        ),
        reach: reach_sentence(state, set, reach::estimate(state, asked).await?, lang),
        hash: row.content_hash.clone(),
        edition: row.edition,
        facts: if step == Step::Approve {
            super::alert::facts(state, row, &cap, lang).await?
        } else {
            Vec::new()
        },
        must_tick: step == Step::Approve,
        wrongs,
        versions,
        f,
    })
}

async fn ask(state: web::Data<State>, staff: Staff, path: web::Path<(Uuid, Step)>) -> Result<HttpResponse> {
    let (id, step) = path.into_inner();
    staff.must(step.roles())?;
    let row = lifecycle::find(&state, id).await?;
    step.fits(&row, state.clock.now_ms())?;
    if step == Step::Approve {
        holder::must_be_two(&state.db, row.author_id, staff.person.id).await?;
    }
    answer(staff.person.lang, &page(&state, &staff, &row, step, &[]).await?)
}

#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    content_hash: String,
    #[serde(default)]
    edition: i64,
    #[serde(default)]
    read: String,
}

async fn act(
    state: web::Data<State>,
    path: web::Path<(Uuid, Step)>,
    form: OfficeForm<Given>,
) -> Result<HttpResponse> {
    let (id, step) = path.into_inner();
    form.staff.must(step.roles())?;
    if step == Step::Approve && form.fields.read != "yes" {
        let row = lifecycle::find(&state, id).await?;
        let faults = [Fault::new("read", "not-read")];
        return refused(form.staff.person.lang, &page(&state, &form.staff, &row, step, &faults).await?);
    }
    let done = perform(&state, &form.staff, id, step, &form.fields).await;
    match (step, done) {
        (Step::Submit, Err(Error::Invalid(faults))) => {
            super::alert::with_faults(&state, &form.staff, id, &faults).await
        }
        (_, Err(error)) => Err(error),
        (Step::Approve | Step::End | Step::Cancel, Ok(())) => {
            Ok(see_other(format!("/office/alerts/{id}/delivery?follow=yes&done={}", step.word())))
        }
        (Step::Discard, Ok(())) => Ok(see_other("/office/?done=discard")),
        (_, Ok(())) => Ok(see_other(format!("/office/alerts/{id}?done={}", step.word()))),
    }
}

async fn perform(state: &State, staff: &Staff, id: Uuid, step: Step, given: &Given) -> Result<()> {
    let person = &staff.person;
    match step {
        Step::Submit => lifecycle::submit(state, person, id).await?,
        Step::Approve => {
            let seen = Seen { hash: Some(&given.content_hash), edition: Some(given.edition) };
            lifecycle::approve(state, person, id, seen).await?
        }
        Step::Return => lifecycle::set_back(state, person, id, false).await?,
        Step::Discard => lifecycle::set_back(state, person, id, true).await?,
        Step::End => lifecycle::end(state, person, id, Ending::AllClear).await?,
        Step::Cancel => lifecycle::end(state, person, id, Ending::Cancelled).await?,
    };
    Ok(())
}
