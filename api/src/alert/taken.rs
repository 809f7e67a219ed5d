//! Messages of others that were taken. Sender, identifier and sending make a message one
//! (CAP 1.2, section 3.2.1): however often it comes, it is one alert.
//!
//! Each feed speaks for itself alone: what it brings under the name of a message that came
//! by another way is a draft of its own.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseTransaction, Set, SqlErr};

use safe_cap::{Alert, DateTime, MsgType, Reference};

use super::entity as alert;
use super::lifecycle;
use crate::account::digest;
use crate::app::State;
use crate::clock;
use crate::error::{Error, Result};

/// Ways by which people bring a message; the others are names of feeds.
const BY_HAND: [&str; 4] = ["office", "api", "file", "demo"];

/// Whether a person brought what came by this way.
pub(crate) fn is_by_hand(origin: &str) -> bool {
    BY_HAND.contains(&origin)
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cap_taken")]
pub struct Model {
    /// Hash of the way by which it came, its sender, identifier and sending.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// Hash of the whole message.
    pub content: String,
    /// What was made of it.
    pub alert_id: Uuid,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// By what a message is known again.
pub(super) struct Mark {
    key: String,
    content: String,
    /// Whether the message itself says what it updates.
    is_update: bool,
}

/// The key of a message that came by a way.
fn key(origin: &str, sender: &str, identifier: &str, sent: DateTime) -> String {
    let way = if is_by_hand(origin) { "" } else { origin };
    let sent_ms = clock::ms_of(sent.instant()).to_string();
    digest(&[way, sender, identifier, &sent_ms].join("\n"))
}

/// The alerts that messages of these names became, each at the place of its name, which came by
/// this way or by another that speaks for the same.
pub(super) async fn named(
    state: &State,
    references: &[&Reference],
    origin: &str,
) -> Result<Vec<Option<Uuid>>> {
    let keys: Vec<String> =
        references.iter().map(|named| key(origin, &named.sender, &named.identifier, named.sent)).collect();
    let rows = Entity::find().filter(Column::Key.is_in(&keys)).all(&state.db).await?;
    let became: HashMap<String, Uuid> = rows.into_iter().map(|row| (row.key, row.alert_id)).collect();
    Ok(keys.iter().map(|key| became.get(key).copied()).collect())
}

impl Mark {
    /// The mark of a message that came by a way.
    ///
    /// # Errors
    /// The message cannot be written: a fault of ours.
    pub(super) fn of(cap: &Alert, origin: &str) -> Result<Self> {
        let whole = serde_json::to_string(cap).map_err(|error| Error::Internal(error.into()))?;
        Ok(Self {
            key: key(origin, &cap.sender, &cap.identifier, cap.sent),
            content: digest(&whole),
            is_update: cap.msg_type == MsgType::Update,
        })
    }

    /// The alert that the message became before. `predecessor` is what it is to update now.
    ///
    /// # Errors
    /// Under the same name another text was taken, or it became something else then.
    pub(super) async fn known(
        &self,
        state: &State,
        predecessor: Option<Uuid>,
    ) -> Result<Option<alert::Model>> {
        let Some(taken) = Entity::find_by_id(self.key.as_str()).one(&state.db).await? else {
            return Ok(None);
        };
        let row = lifecycle::find(state, taken.alert_id).await?;
        let same_place = match predecessor {
            // An update finds its place by itself, and what it names may have changed since.
            None => row.predecessor_id.is_none() || self.is_update,
            Some(id) => {
                row.predecessor_id.is_some() && lifecycle::find(state, id).await?.event_id == row.event_id
            }
        };
        if taken.content == self.content && same_place {
            Ok(Some(row))
        } else {
            Err(Error::Conflict("cap-taken"))
        }
    }

    /// Keeps it, in the transaction of the draft; false when somebody was faster, and the
    /// transaction is over.
    pub(super) async fn keep(&self, tx: &DatabaseTransaction, alert_id: Uuid) -> Result<bool> {
        let row = ActiveModel {
            key: Set(self.key.clone()),
            content: Set(self.content.clone()),
            alert_id: Set(alert_id),
        };
        match Entity::insert(row).exec_without_returning(tx).await {
            Ok(_) => Ok(true),
            Err(error) => match error.sql_err() {
                Some(SqlErr::UniqueConstraintViolation(_)) => Ok(false),
                _ => Err(error.into()),
            },
        }
    }
}

/// Forgets the message of a draft that is thrown away: it may come again.
pub(super) async fn forget(tx: &DatabaseTransaction, alert_id: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::AlertId.eq(alert_id)).exec(tx).await?;
    Ok(())
}
