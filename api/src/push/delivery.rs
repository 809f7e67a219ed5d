//! How far the pushes of an alert are.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::{FromQueryResult, QueryOrder, QuerySelect};
use serde::Serialize;
use utoipa::ToSchema;

use super::batch::OVERTAKEN;
use super::doubt::DOUBTED;
use super::entity::{origin, retry, shard};
use crate::alert::Channel;
use crate::alert::entity::Model as Alert;
use crate::alert::outlet::{self, Outlet};
use crate::app::State;
use crate::clock;
use crate::db;
use crate::error::Result;

/// Progress of the latest publication of an alert.
#[derive(Debug, Serialize, ToSchema)]
pub struct Delivery {
    /// Phones to be told.
    pub subscribers: i64,
    /// Messages that push services took.
    pub accepted: i64,
    /// Messages that could not be handed over before their end.
    pub failed: i64,
    /// Subscriptions that are no more.
    pub forgotten: i64,
    /// Phones that a push service calls gone in such numbers that it is not believed: they
    /// stay subscribed and are tried again, but the sending does not wait for them.
    pub doubted: i64,
    /// Still to do.
    pub pending: i64,
    /// By which ways it left, push among them.
    pub outlets: Vec<Outlet>,
    /// The same by push service.
    pub origins: Vec<OriginDelivery>,
    /// When sending began.
    pub started_at: Option<String>,
    /// When nothing was left to do.
    pub finished_at: Option<String>,
}

/// Progress at one push service.
#[derive(Debug, Serialize, ToSchema)]
pub struct OriginDelivery {
    /// Scheme, host and port.
    pub origin: String,
    /// Phones to be told.
    pub subscribers: i64,
    /// Messages taken.
    pub accepted: i64,
    /// Messages that failed for good.
    pub failed: i64,
    /// Subscriptions that are no more.
    pub forgotten: i64,
    /// Phones called gone that are kept and tried again.
    pub doubted: i64,
    /// Still to do.
    pub pending: i64,
}

#[derive(FromQueryResult)]
struct Waiting {
    origin_id: i32,
    reason: String,
    count: i64,
}

/// The progress of an alert.
///
/// # Errors
/// The database does not answer.
pub async fn of(state: &State, alert: &Alert) -> Result<Delivery> {
    // A message that moves from waiting to accepted between two questions would be missed.
    let db = db::one_moment(&state.db).await?;
    let shards = latest(&db, alert).await?;
    let waiting: Vec<Waiting> = retry::Entity::find()
        .select_only()
        .column(retry::Column::OriginId)
        .column(retry::Column::Reason)
        .column_as(retry::Column::Id.count(), "count")
        .filter(retry::Column::ShardId.is_in(shards.iter().map(|shard| shard.id)))
        .group_by(retry::Column::OriginId)
        .group_by(retry::Column::Reason)
        .into_model()
        .all(&db)
        .await?;
    let mut by_origin: BTreeMap<i32, OriginDelivery> = BTreeMap::new();
    let urls: BTreeMap<i32, String> =
        origin::Entity::find().all(&db).await?.into_iter().map(|row| (row.id, row.url)).collect();
    let mut outlets = match alert.channel() {
        Channel::Public => outlet::of(&db, alert.version).await?,
        // Exercises leave by push alone.
        Channel::Rehearsal => Vec::new(),
    };
    db.commit().await?;
    for shard in &shards {
        let row = by_origin.entry(shard.origin_id).or_insert_with(|| OriginDelivery {
            origin: urls.get(&shard.origin_id).cloned().unwrap_or_default(),
            subscribers: 0,
            accepted: 0,
            failed: 0,
            forgotten: 0,
            doubted: 0,
            pending: 0,
        });
        if shard.state == "open" {
            let matched = state.push.count(&state.db, alert, shard).await?;
            row.subscribers += matched;
            row.pending += matched;
        } else {
            row.subscribers += shard.matched;
            row.accepted += shard.accepted;
            row.failed += shard.failed;
            row.forgotten += shard.forgotten;
        }
    }
    for waiting in waiting {
        if let Some(row) = by_origin.get_mut(&waiting.origin_id) {
            match waiting.reason.as_str() {
                DOUBTED => row.doubted += waiting.count,
                // They were told, and are told once more.
                OVERTAKEN => {}
                _ => row.pending += waiting.count,
            }
        }
    }
    let origins: Vec<_> = by_origin.into_values().collect();
    let sum = |part: fn(&OriginDelivery) -> i64| origins.iter().map(part).sum::<i64>();
    let pending = sum(|row| row.pending);
    let open = shards.iter().any(|shard| shard.state == "open");
    // Where nobody is to be told, it is finished as soon as it is decided.
    let decided = (alert.version > 0).then_some(alert.changed_at_ms);
    let finished = (!open && pending == 0)
        .then(|| shards.iter().filter_map(|shard| shard.settled_at_ms).max().or(decided))
        .flatten();
    let accepted = sum(|row| row.accepted);
    let started_at_ms = shards.iter().filter_map(|shard| shard.started_at_ms).min();
    outlets.push(Outlet::new(outlet::PUSH, started_at_ms, Some(accepted)));
    Ok(Delivery {
        outlets,
        subscribers: sum(|row| row.subscribers),
        accepted,
        failed: sum(|row| row.failed),
        forgotten: sum(|row| row.forgotten),
        doubted: sum(|row| row.doubted),
        pending,
        started_at: started_at_ms.map(clock::rfc3339),
        finished_at: finished.map(clock::rfc3339),
        origins,
    })
}

/// The shards of the latest publication that phones were told. An alert that is over by its
/// time is published once more without being told, and what was sent before still counts, also
/// when an update takes its place afterwards.
async fn latest(db: &impl ConnectionTrait, alert: &Alert) -> Result<Vec<shard::Model>> {
    let of_alert = || shard::Entity::find().filter(shard::Column::AlertId.eq(alert.id));
    let version = match alert.state.as_str() {
        "expired" | "superseded" => {
            let newest = of_alert().order_by_desc(shard::Column::Version).one(db).await?;
            newest.map_or(alert.version, |shard| shard.version)
        }
        _ => alert.version,
    };
    Ok(of_alert().filter(shard::Column::Version.eq(version)).all(db).await?)
}
