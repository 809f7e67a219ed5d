//! What a message of others says of earlier ones: which alert of ours it updates or cancels.
//!
//! A feed speaks for its own messages alone. What people bring by hand may name those that came
//! by hand, and what we issued.

use std::collections::HashMap;

use sea_orm::Set;
use sea_orm::entity::prelude::*;
use uuid::Uuid;

use safe_cap::{Alert, MsgType, Reference};

use super::super::entity::{self, ActiveModel, Column, Entity, Model};
use super::super::remark::{self, Remark};
use super::super::{content, taken};
use super::{is_open, is_untouched};
use crate::app::State;
use crate::error::{Error, Fault, Result};

/// References that are looked at, the last first: those name what was said last.
const MOST: usize = 100;

/// Where a message belongs.
#[derive(Default)]
pub(super) struct Place {
    /// The alert that it updates.
    pub(super) predecessor: Option<Uuid>,
    /// Drafts that it takes back before anybody has worked on them.
    pub(super) taken_back: Vec<Model>,
    /// What whoever brings it should know.
    pub(super) remarks: Vec<Remark>,
}

/// Where a message of others belongs; `asked` is the alert that it is to update whatever it
/// says itself. A cancel that names nothing that somebody must look at is kept to be read, and
/// goes no further.
///
/// # Errors
/// An answer to another message is no alert, and a cancel of an active one, or of one that
/// somebody works on, is given to that alert, not made a new one.
pub(super) async fn place(state: &State, cap: &Alert, asked: Option<Uuid>, origin: &str) -> Result<Place> {
    match (cap.msg_type, asked) {
        (MsgType::Ack | MsgType::Error, _) => Err(Error::Invalid(content::issue_faults(cap))),
        (MsgType::Cancel, Some(id)) => Err(Error::Invalid(vec![cancels("cap-message-cancels-ours", id)])),
        (MsgType::Cancel, None) => cancel(state, cap, origin).await,
        (MsgType::Update, None) if taken::is_by_hand(origin) => {
            let mut active = active(state, cap, origin).await?.into_iter().map(|row| row.id);
            let predecessor = active.next();
            let remarks = match predecessor {
                Some(_) => active.map(remark::update_names_more).collect(),
                None => vec![remark::update_unknown()],
            };
            Ok(Place { predecessor, remarks, ..Place::default() })
        }
        (MsgType::Alert | MsgType::Update, _) => Ok(Place { predecessor: asked, ..Place::default() }),
    }
}

/// What a cancel does: drafts that nobody has worked on go, unless a person must look at another
/// alert that it names; then that person looks at all of them.
async fn cancel(state: &State, cap: &Alert, origin: &str) -> Result<Place> {
    let (now_ms, mut faults, mut open) = (state.clock.now_ms(), Vec::new(), Vec::new());
    for row in named(state, cap, origin).await? {
        if row.is_active(now_ms) {
            faults.push(cancels("cap-message-cancels-ours", row.id));
        } else if is_open(&row) && content::issue_faults(&row.message()?).is_empty() {
            // What may never be issued, as another cancel, needs nobody to stop it.
            open.push(row);
        }
    }
    if faults.is_empty() && open.iter().all(is_untouched) {
        let remarks = open.iter().map(|row| remark::draft_discarded(row.id)).collect();
        return Ok(Place { taken_back: open, remarks, ..Place::default() });
    }
    faults.extend(open.iter().map(|row| cancels("cap-message-cancels-open", row.id)));
    Err(Error::Invalid(faults))
}

fn cancels(code: &'static str, id: Uuid) -> Fault {
    Fault::new("msgType", code).arg("alert", id)
}

/// The alerts that a message names, the last first, each once and in its latest form.
async fn named(state: &State, cap: &Alert, origin: &str) -> Result<Vec<Model>> {
    let references: Vec<&Reference> = cap.references.iter().rev().take(MOST).collect();
    let is_ours = |named: &Reference| taken::is_by_hand(origin) && named.sender == state.config.alerts.sender;
    let ours = references.iter().filter(|named| is_ours(named)).map(|named| named.identifier.as_str());
    let rows = Entity::find().filter(Column::Identifier.is_in(ours)).all(&state.db).await?;
    let issued: HashMap<&str, &Model> = rows.iter().map(|row| (row.identifier.as_str(), row)).collect();
    let ids = taken::named(state, &references, origin).await?;
    let became = entity::of_ids(&state.db, ids.iter().copied().flatten().collect()).await?;
    let mut found: Vec<Model> = Vec::new();
    for (named, id) in references.into_iter().zip(ids) {
        let issued = issued.get(named.identifier.as_str()).copied().filter(|_| is_ours(named));
        for row in issued.into_iter().chain(id.and_then(|id| became.get(&id))) {
            let row = match row.state.as_str() {
                "superseded" => entity::latest_of(&state.db, row.event_id).await?,
                _ => Some(row.clone()),
            };
            found.extend(row.filter(|row| found.iter().all(|other| other.id != row.id)));
        }
    }
    Ok(found)
}

/// The active alerts that a message names, the last first.
async fn active(state: &State, cap: &Alert, origin: &str) -> Result<Vec<Model>> {
    let mut rows = named(state, cap, origin).await?;
    rows.retain(|row| row.is_active(state.clock.now_ms()));
    Ok(rows)
}

/// The active alert whose place a message takes that has none yet: what it names may have been
/// published since it came. `cap` is the message as it came.
///
/// # Errors
/// It is of another status.
pub(super) async fn follows(state: &State, row: &Model, cap: &Alert) -> Result<Option<Model>> {
    if row.predecessor_id.is_some() || cap.msg_type != MsgType::Update {
        return Ok(None);
    }
    let before = active(state, cap, &row.origin).await?.into_iter().next();
    if before.as_ref().is_some_and(|before| before.channel() != row.channel()) {
        return Err(Error::Conflict("update-other-status"));
    }
    Ok(before)
}

/// Puts a row into the chain of the alert whose place it takes.
pub(super) fn follow(change: &mut ActiveModel, before: &Model) {
    change.event_id = Set(before.event_id);
    change.revision = Set(before.revision + 1);
    change.predecessor_id = Set(Some(before.id));
    change.msg_type = Set(MsgType::Update.as_str().to_owned());
}

/// Active alerts that the update of a draft names besides the one whose place it takes: they
/// stay active beside it, until a person ends them.
///
/// # Errors
/// The database does not answer.
pub async fn beside(state: &State, row: &Model) -> Result<Vec<Model>> {
    if !is_open(row) {
        return Ok(Vec::new());
    }
    let cap = row.message()?;
    if cap.msg_type != MsgType::Update {
        return Ok(Vec::new());
    }
    let mut active = active(state, &cap, &row.origin).await?;
    let own = match row.predecessor_id {
        Some(_) => Some(row.event_id),
        None => active.first().map(|first| first.event_id),
    };
    active.retain(|other| Some(other.event_id) != own);
    Ok(active)
}
