//! Cutting a publication into shards, in the transaction that publishes it.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, ExprTrait, QuerySelect, QueryTrait, Set};
use uuid::Uuid;

use super::entity::{origin, retry, shard, subscription};
use crate::alert::entity::Model as Alert;

/// Priority of a test that somebody is waiting for, phone in hand.
const TEST_PRIORITY: i32 = 3;

/// Plans the pushes of a publication. What is still unsent of earlier messages
/// of the same chain is dropped: whoever has not heard yet hears the newest
/// only, so an all-clear never waits behind its alert.
///
/// # Errors
/// The database does not answer.
pub async fn shards(
    tx: &DatabaseTransaction,
    alert: &Alert,
    kind: &str,
    size: i64,
    ended_visible_h: i64,
) -> Result<(), DbErr> {
    drop_older(tx, alert).await?;
    let expires_at_ms = match kind {
        "published" | "updated" => alert.expires_at_ms,
        _ => alert.changed_at_ms + ended_visible_h * 3_600_000,
    };
    // A push service that nobody is subscribed with any more is not bothered.
    let living = subscription::Entity::find()
        .select_only()
        .column(subscription::Column::Slot)
        .filter(
            Expr::col((subscription::Entity, subscription::Column::OriginId))
                .equals((origin::Entity, origin::Column::Id)),
        )
        .filter(subscription::Column::Gone.eq(false))
        .into_query();
    let origins = origin::Entity::find()
        .filter(origin::Column::Channel.eq(alert.channel.as_str()))
        .filter(origin::Column::NextSlot.gt(0))
        .filter(Expr::exists(living))
        .all(tx)
        .await?;
    let said = Said {
        version: alert.version,
        alert_id: alert.id,
        event_id: alert.event_id,
        priority: alert.reach_severity_rank,
        expires_at_ms,
    };
    let mut rows = Vec::new();
    for origin in origins {
        let mut first = 0;
        while first < origin.next_slot {
            let end = Ord::min(first + size, origin.next_slot);
            rows.push(row(said, origin.id, (first, end)));
            first = end;
        }
    }
    for chunk in rows.chunks(500) {
        shard::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// What a shard says.
#[derive(Clone, Copy)]
struct Said {
    version: i64,
    alert_id: Uuid,
    event_id: Uuid,
    priority: i32,
    expires_at_ms: i64,
}

/// A shard that waits: these slots of a push service, the second not included.
fn row(said: Said, origin_id: i32, (first_slot, end_slot): (i64, i64)) -> shard::ActiveModel {
    shard::ActiveModel {
        id: sea_orm::NotSet,
        version: Set(said.version),
        alert_id: Set(said.alert_id),
        event_id: Set(said.event_id),
        origin_id: Set(origin_id),
        priority: Set(said.priority),
        first_slot: Set(first_slot),
        end_slot: Set(end_slot),
        expires_at_ms: Set(said.expires_at_ms),
        state: Set("open".to_owned()),
        lease_owner: Set(None),
        lease_until_ms: Set(0),
        matched: Set(0),
        accepted: Set(0),
        failed: Set(0),
        forgotten: Set(0),
        started_at_ms: Set(None),
        settled_at_ms: Set(None),
    }
}

async fn drop_older(tx: &DatabaseTransaction, alert: &Alert) -> Result<(), DbErr> {
    let older = shard::Entity::find()
        .select_only()
        .column(shard::Column::Id)
        .filter(shard::Column::EventId.eq(alert.event_id))
        .filter(shard::Column::Version.lt(alert.version))
        .into_query();
    retry::Entity::delete_many().filter(retry::Column::ShardId.in_subquery(older)).exec(tx).await?;
    shard::Entity::update_many()
        .col_expr(shard::Column::State, Expr::value("dropped"))
        .filter(shard::Column::EventId.eq(alert.event_id))
        .filter(shard::Column::Version.lt(alert.version))
        .filter(shard::Column::State.eq("open"))
        .exec(tx)
        .await?;
    Ok(())
}

/// Plans a test message to one phone.
///
/// # Errors
/// The database does not answer.
pub async fn test(db: &impl ConnectionTrait, origin_id: i32, slot: i64, now_ms: i64) -> Result<(), DbErr> {
    let said = Said {
        version: 0,
        alert_id: Uuid::nil(),
        event_id: Uuid::nil(),
        priority: TEST_PRIORITY,
        expires_at_ms: now_ms + 10 * 60_000,
    };
    let row = row(said, origin_id, (slot, slot + 1));
    shard::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}
