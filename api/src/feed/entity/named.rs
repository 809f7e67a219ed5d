//! What messages that cancel or update name, also what was not read yet: it comes too late then.

use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;

use safe_cap::{Alert, Reference};

use crate::account::digest;
use crate::clock;

/// Names in one message that are kept, the last first.
pub const MOST: usize = 100;

/// A message that was named.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "feed_named")]
pub struct Model {
    /// Hash of the source, and of sender and identifier of what is named.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// When the message was sent that names it.
    pub sent_ms: i64,
    /// What that message became; none when nothing is left of what it was about.
    pub alert_id: Option<Uuid>,
    /// When it was noted.
    pub at_ms: i64,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

fn key(feed: &str, sender: &str, identifier: &str) -> String {
    digest(&[feed, sender, identifier].join("\n"))
}

/// Who cancelled or replaced a message of a source, if it was not sent later.
///
/// # Errors
/// The database does not answer.
pub async fn overtaking(db: &impl ConnectionTrait, feed: &str, cap: &Alert) -> Result<Option<Model>, DbErr> {
    let row = Entity::find_by_id(key(feed, &cap.sender, &cap.identifier)).one(db).await?;
    Ok(row.filter(|row| row.sent_ms >= clock::ms_of(cap.sent.instant())))
}

/// What a message that cancels or updates says of others.
pub struct Naming {
    /// What it names.
    pub references: Vec<Reference>,
    /// When it was sent.
    pub sent_ms: i64,
}

/// Keeps what a message of a source names, and what the message became. Whoever was sent last
/// counts.
///
/// # Errors
/// The database does not answer.
pub async fn note(
    db: &impl ConnectionTrait,
    feed: &str,
    naming: &Naming,
    alert_id: Option<Uuid>,
    at_ms: i64,
) -> Result<(), DbErr> {
    for reference in naming.references.iter().rev().take(MOST) {
        let key = key(feed, &reference.sender, &reference.identifier);
        let known = Entity::find_by_id(key.as_str()).one(db).await?;
        if known.is_some_and(|known| known.sent_ms > naming.sent_ms) {
            continue;
        }
        let row = ActiveModel {
            key: Set(key),
            sent_ms: Set(naming.sent_ms),
            alert_id: Set(alert_id),
            at_ms: Set(at_ms),
        };
        let newer = OnConflict::column(Column::Key)
            .update_columns([Column::SentMs, Column::AlertId, Column::AtMs])
            .to_owned();
        Entity::insert(row).on_conflict(newer).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Forgets what was noted before a moment.
///
/// # Errors
/// The database does not answer.
pub async fn sweep(db: &impl ConnectionTrait, before_ms: i64) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::AtMs.lt(before_ms)).exec(db).await?;
    Ok(())
}
