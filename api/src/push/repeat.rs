//! When an older message of a chain was sent after a newer one.
//!
//! A process that has not heard of a cancel yet goes on with its alert. A push service keeps
//! one message of a chain for a phone that is asleep, the last that came, so the alert may
//! take the place of the cancel. Whoever sent so late has the newest message repeated to
//! those phones; a phone that shows it already replaces it in silence.

use std::collections::{BTreeSet, HashSet};

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, Set};

use super::batch::{OVERTAKEN, Sending};
use super::entity::{retry, shard};
use crate::alert::entity::publication;
use crate::db;

/// Clocks of two machines may differ by so much.
const CLOCKS_MS: i64 = 1000;

/// Has the newest message of a chain repeated to the phones that a delivery of this shard has
/// told since then; the answer is how many those are.
///
/// # Errors
/// The database does not answer; call again.
pub async fn newest(
    db: &DatabaseConnection,
    shard: &shard::Model,
    sending: &Sending,
    now_ms: i64,
) -> Result<usize, DbErr> {
    let tx = db::begin(db).await?;
    let newer = shard::Entity::find()
        .filter(shard::Column::EventId.eq(shard.event_id))
        .filter(shard::Column::OriginId.eq(shard.origin_id))
        .filter(shard::Column::Version.gt(shard.version))
        .order_by_desc(shard::Column::Version)
        .all(&tx)
        .await?;
    let Some(version) = newer.first().map(|newest| newest.version) else { return Ok(0) };
    let publication = publication::Entity::find_by_id(version).one(&tx).await?;
    let since_ms = publication.map_or(i64::MIN, |publication| publication.at_ms - CLOCKS_MS);
    let late = sending.taken_since(since_ms);
    let mut rows = Vec::new();
    for newest in newer.iter().filter(|one| one.version == version && one.expires_at_ms > now_ms) {
        // Whom nobody has begun to tell hears it after this anyway.
        if newest.state == "open" && newest.lease_until_ms < now_ms {
            continue;
        }
        let slots = late.range(newest.first_slot..newest.end_slot).copied().collect();
        rows.extend(repeats(&tx, newest, slots, now_ms).await?);
    }
    for chunk in rows.chunks(1000) {
        retry::Entity::insert_many(chunk.to_vec()).exec_without_returning(&tx).await?;
    }
    tx.commit().await?;
    Ok(rows.len())
}

/// Rows for these phones of a shard, but those that are to be tried again as it is.
async fn repeats(
    tx: &impl ConnectionTrait,
    newest: &shard::Model,
    slots: BTreeSet<i64>,
    now_ms: i64,
) -> Result<Vec<retry::ActiveModel>, DbErr> {
    if slots.is_empty() {
        return Ok(Vec::new());
    }
    let waiting = retry::Entity::find().filter(retry::Column::ShardId.eq(newest.id)).all(tx).await?;
    let waiting: HashSet<i64> = waiting.into_iter().map(|row| row.slot).collect();
    let row = |slot| retry::ActiveModel {
        id: sea_orm::NotSet,
        shard_id: Set(newest.id),
        origin_id: Set(newest.origin_id),
        slot: Set(slot),
        priority: Set(newest.priority),
        attempts: Set(0),
        next_at_ms: Set(now_ms),
        reason: Set(OVERTAKEN.to_owned()),
        lease_owner: Set(None),
    };
    Ok(slots.into_iter().filter(|slot| !waiting.contains(slot)).map(row).collect())
}
