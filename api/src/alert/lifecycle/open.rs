//! An alert that nobody has approved yet: kept, changed, handed in, sent back.

use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseTransaction, IntoActiveModel, Set};
use serde_json::json;
use uuid::Uuid;

use safe_cap::MsgType;

use super::super::content;
use super::super::entity::{self, Model};
use super::super::import::{self, Remark};
use super::super::output;
use super::super::taken::{self, Mark};
use super::input::{Content, Input};
use super::{act, active, claim, find, is_open, named, new_identifier, publish, to_json, within};
use crate::account::Person;
use crate::app::State;
use crate::area::AreaSet;
use crate::db;
use crate::error::{Error, Fault, Result};

/// What became of an input.
pub struct Taken {
    /// The alert.
    pub row: Model,
    /// Whether it was made now; else the same message had come before.
    pub is_new: bool,
    /// What whoever brought it should know of its place among the others.
    pub remarks: Vec<Remark>,
}

impl Taken {
    fn known(row: Model) -> Self {
        Self { row, is_new: false, remarks: Vec::new() }
    }
}

/// Keeps a new draft, or finds the one that the same message became before.
///
/// # Errors
/// As those of [`take`].
pub async fn create(
    state: &State,
    person: &Person,
    input: Input,
    predecessor: Option<Uuid>,
    origin: &str,
) -> Result<Model> {
    Ok(take(state, person, input, predecessor, origin).await?.row)
}

/// Keeps a new draft; `predecessor` makes it an update of that alert, and so does a message of
/// others that names one. A message that was taken before is the alert that it is already. A
/// cancel takes drafts back that nobody has worked on.
///
/// # Errors
/// The input breaks rules, the predecessor is not public, another text came under the same
/// name, or the message is no alert: an answer, or the cancel of one that is active or that
/// somebody works on.
pub async fn take(
    state: &State,
    person: &Person,
    input: Input,
    predecessor: Option<Uuid>,
    origin: &str,
) -> Result<Taken> {
    let mark = match &input {
        Input::Cap(cap) => Some(Mark::of(cap, origin)?),
        Input::Draft(_) => None,
    };
    if let Some(mark) = &mark
        && let Some(row) = mark.known(state, predecessor).await?
    {
        return Ok(Taken::known(row));
    }
    let place = match &input {
        Input::Cap(cap) => named::place(state, cap, predecessor, origin).await?,
        Input::Draft(_) => named::Place { predecessor, ..named::Place::default() },
    };
    let id = Uuid::now_v7();
    let before = match place.predecessor {
        Some(previous) => Some(active(state, previous).await?),
        None => None,
    };
    let event_id = before.as_ref().map_or(id, |row| row.event_id);
    let identifier = new_identifier(state, id, "1");
    let content = Content::ready(state, input, event_id, &identifier)?;
    let now_ms = state.clock.now_ms();
    let channel = content.channel();
    if before.as_ref().is_some_and(|row| row.channel() != channel) {
        return Err(Error::Conflict("update-other-status"));
    }
    let mut row = entity::ActiveModel {
        id: Set(id),
        event_id: Set(event_id),
        identifier: Set(identifier),
        revision: Set(before.as_ref().map_or(1, |row| row.revision + 1)),
        predecessor_id: Set(before.as_ref().map(|row| row.id)),
        state: Set("draft".to_owned()),
        msg_type: Set(if before.is_some() { MsgType::Update } else { MsgType::Alert }.as_str().to_owned()),
        origin: Set(origin.to_owned()),
        author_id: Set(person.id),
        approver_id: Set(None),
        created_at_ms: Set(now_ms),
        changed_at_ms: Set(now_ms),
        submitted_at_ms: Set(None),
        published_at_ms: Set(None),
        ended_at_ms: Set(None),
        version: Set(0),
        edition: Set(1),
        ..Default::default()
    };
    content.fill(&mut row, channel)?;
    let tx = db::begin(&state.db).await?;
    let row = row.insert(&tx).await?;
    if let Some(mark) = &mark
        && !mark.keep(&tx, row.id).await?
    {
        tx.rollback().await?;
        let row = mark.known(state, predecessor).await?.ok_or(Error::Conflict("changed-meanwhile"))?;
        return Ok(Taken::known(row));
    }
    act(&tx, state, person.email.as_str(), "alert.draft", &row, json!({ "origin": origin })).await?;
    for former in place.taken_back {
        put_back(&tx, state, person, former, true).await?;
    }
    tx.commit().await?;
    Ok(Taken { row, is_new: true, remarks: place.remarks })
}

/// Replaces the content of a draft that is still open.
///
/// # Errors
/// The input breaks rules, somebody else changed it meanwhile, it is not open, or it is a cancel
/// or an answer of somebody else, of which no alert comes.
pub async fn revise(state: &State, person: &Person, id: Uuid, edition: i64, input: Input) -> Result<Model> {
    let row = find(state, id).await?;
    if !is_open(&row) {
        return Err(Error::Conflict("alert-not-open"));
    }
    let mut faults = content::issue_faults(&row.message()?);
    faults.retain(|fault| fault.field == "msgType");
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let content = Content::ready(state, input, row.event_id, &row.identifier)?;
    let channel = content.channel();
    if row.predecessor_id.is_some() && channel != row.channel() {
        return Err(Error::Conflict("update-other-status"));
    }
    let tx = db::begin(&state.db).await?;
    claim(&tx, &row, edition, &["draft", "submitted"]).await?;
    let mut change = row.clone().into_active_model();
    change.state = Set("draft".to_owned());
    content.fill(&mut change, channel)?;
    // Whoever changes the words becomes their author: the second pair of eyes
    // must be somebody else's.
    change.author_id = Set(person.id);
    change.changed_at_ms = Set(state.clock.now_ms());
    change.submitted_at_ms = Set(None);
    change.edition = Set(edition + 1);
    let row = change.update(&tx).await?;
    act(&tx, state, &person.email, "alert.revise", &row, json!({})).await?;
    tx.commit().await?;
    Ok(row)
}

/// Asks for approval. What an update of others names is looked for again: it may have been
/// published since the update came. Drawings of others that cross themselves are made sound.
///
/// # Errors
/// French or Dutch is missing, no area, an end in the past, it is no draft, it may never be
/// issued, it is a message of others that breaks the rules of our own, or it or what it updates reaches beyond the person's territory.
pub async fn submit(state: &State, person: &Person, id: Uuid) -> Result<Model> {
    let row = find(state, id).await?;
    if row.state != "draft" {
        return Err(Error::Conflict("alert-not-draft"));
    }
    let mut cap = row.message()?;
    let is_of_others = row.compose.is_empty();
    let is_mended = is_of_others && output::mend(&mut cap, &state.areas);
    let set = AreaSet::from_i32(row.areas);
    let now_ms = state.clock.now_ms();
    let mut faults = content::submission_faults(&cap, set, row.expires_at_ms, now_ms);
    if !within::holds(state, person, &[&row]).await? {
        faults.push(Fault::new("municipalities", "other-territory"));
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let before = named::follows(state, &row, &cap).await?;
    let replaced = match row.predecessor_id {
        Some(previous) => Some(find(state, previous).await?),
        None => before.clone(),
    };
    if let Some(replaced) = &replaced {
        within::must_hold(state, person, &[replaced]).await?;
    }
    if is_of_others {
        let mut stamped = cap.clone();
        publish::stamp(state, &mut stamped, &row, replaced.as_ref(), now_ms)?;
        let faults = output::faults(&stamped);
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
    }
    let imported = import::is_account(state, row.author_id).await?;
    let tx = db::begin(&state.db).await?;
    claim(&tx, &row, row.edition, &["draft"]).await?;
    let edition = row.edition + 1;
    let mut change = row.into_active_model();
    if imported {
        // Nobody wrote it: whoever asks for approval answers for it, and somebody else approves.
        change.author_id = Set(person.id);
    }
    if let Some(before) = &before {
        named::follow(&mut change, before);
    }
    if is_mended {
        change.content_hash = Set(content::hash(&cap));
        change.cap = Set(to_json(&cap)?);
    }
    change.state = Set("submitted".to_owned());
    change.submitted_at_ms = Set(Some(now_ms));
    change.changed_at_ms = Set(now_ms);
    change.edition = Set(edition);
    let row = change.update(&tx).await?;
    act(&tx, state, &person.email, "alert.submit", &row, json!({ "hash": row.content_hash })).await?;
    tx.commit().await?;
    Ok(row)
}

/// Sends a submitted alert back to its author, or throws a draft away.
///
/// # Errors
/// It is not open.
pub async fn set_back(state: &State, person: &Person, id: Uuid, discard: bool) -> Result<Model> {
    let row = find(state, id).await?;
    let tx = db::begin(&state.db).await?;
    let row = put_back(&tx, state, person, row, discard).await?;
    tx.commit().await?;
    Ok(row)
}

async fn put_back(
    tx: &DatabaseTransaction,
    state: &State,
    person: &Person,
    row: Model,
    discard: bool,
) -> Result<Model> {
    claim(tx, &row, row.edition, &["draft", "submitted"]).await?;
    let edition = row.edition + 1;
    let mut change = row.into_active_model();
    change.state = Set(if discard { "discarded" } else { "draft" }.to_owned());
    change.changed_at_ms = Set(state.clock.now_ms());
    change.edition = Set(edition);
    let row = change.update(tx).await?;
    if discard {
        taken::forget(tx, row.id).await?;
    }
    let action = if discard { "alert.discard" } else { "alert.return" };
    act(tx, state, &person.email, action, &row, json!({})).await?;
    Ok(row)
}
