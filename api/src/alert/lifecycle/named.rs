//! What a message of others says of earlier ones: which alert of ours it updates or cancels.
//!
//! A feed speaks for its own messages alone. What people bring by hand may name those that came
//! by hand, and what we issued.

use sea_orm::entity::prelude::*;
use uuid::Uuid;

use safe_cap::{Alert, MsgType};

use super::super::entity::{self, Column, Entity, Model};
use super::super::remark::{self, Remark};
use super::super::{content, taken};
use crate::app::State;
use crate::error::{Error, Fault, Result};

/// References that are looked at, the last first: those name what was said last.
const MOST: usize = 100;

/// Where a message belongs.
pub(super) struct Place {
    /// The alert that it updates.
    pub(super) predecessor: Option<Uuid>,
    /// What whoever brings it should know.
    pub(super) remark: Option<Remark>,
}

/// Where a message of others belongs; `asked` is the alert that it is to update whatever it
/// says itself. A cancel that names nothing active is kept to be read, and goes no further.
///
/// # Errors
/// An answer to another message is no alert, and a cancel of an active one is given to that
/// alert, not made a new one.
pub(super) async fn place(state: &State, cap: &Alert, asked: Option<Uuid>, origin: &str) -> Result<Place> {
    let place = |predecessor, remark| Ok(Place { predecessor, remark });
    match cap.msg_type {
        MsgType::Ack | MsgType::Error => Err(Error::Invalid(content::issue_faults(cap))),
        MsgType::Cancel => {
            let named = match asked {
                Some(id) => Some(id),
                None => active(state, cap, origin).await?.map(|row| row.id),
            };
            match named {
                Some(id) => Err(cancels(id)),
                None => place(None, None),
            }
        }
        MsgType::Update if asked.is_none() && taken::is_by_hand(origin) => {
            match active(state, cap, origin).await? {
                Some(row) => place(Some(row.id), None),
                None => place(None, Some(remark::update_unknown())),
            }
        }
        MsgType::Alert | MsgType::Update => place(asked, None),
    }
}

fn cancels(id: Uuid) -> Error {
    Error::Invalid(vec![Fault::new("msgType", "cap-message-cancels-ours").arg("alert", id)])
}

/// The active alert that a message names, in its latest form.
pub(super) async fn active(state: &State, cap: &Alert, origin: &str) -> Result<Option<Model>> {
    let references = || cap.references.iter().rev().take(MOST);
    let ours = references()
        .filter(|named| taken::is_by_hand(origin) && named.sender == state.config.alerts.sender)
        .map(|named| named.identifier.as_str());
    let mut rows = Entity::find().filter(Column::Identifier.is_in(ours)).all(&state.db).await?;
    let ids = taken::named(state, references(), origin).await?;
    rows.extend(entity::of_ids(&state.db, ids).await?.into_values());
    for row in rows {
        let row = match row.state.as_str() {
            "superseded" => entity::latest_of(&state.db, row.event_id).await?,
            _ => Some(row),
        };
        if let Some(row) = row.filter(|row| row.is_active(state.clock.now_ms())) {
            return Ok(Some(row));
        }
    }
    Ok(None)
}
