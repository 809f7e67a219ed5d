//! Keeping, changing and forgetting subscriptions.
//!
//! - `origins`: the push services that phones name;
//! - `keep`, `forget`: phones come and go.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ExprTrait, IntoActiveModel, QueryOrder, QuerySelect, Set};

use super::entity::{shard, subscription};
use crate::account::digest;
use crate::alert::entity::Model as Alert;
use crate::db::{self, counter};

mod forget;
mod keep;
mod origins;

pub use forget::{disown_in, forget, forget_in, sweep};
pub use keep::{keep, keep_many};
pub use origins::is_new_service;

/// What a phone asks for, checked.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Language code.
    pub lang: &'static str,
    /// Municipalities, as bits.
    pub areas: i32,
    /// Least severity.
    pub severity_rank: i32,
    /// Categories, as bits.
    pub categories: i32,
}

/// Where a phone is reached, checked.
pub struct Address {
    /// Scheme, host and port of the push service.
    pub origin: String,
    /// Whether the settings name that service: there is always room for it.
    pub known_service: bool,
    /// Path of the endpoint.
    pub path: String,
    /// Public key of the phone.
    pub p256dh: Vec<u8>,
    /// Secret of the phone.
    pub auth: Vec<u8>,
}

/// Why a subscription was not kept.
#[derive(Debug)]
pub enum Refused {
    /// Too many different push services.
    TooManyOrigins,
    /// The database.
    Db(DbErr),
}

impl From<DbErr> for Refused {
    fn from(error: DbErr) -> Self {
        Self::Db(error)
    }
}

fn apply_wish(change: &mut subscription::ActiveModel, wish: &Wish) {
    change.lang = Set(wish.lang.to_owned());
    change.areas = Set(wish.areas);
    change.severity_rank = Set(wish.severity_rank);
    change.categories = Set(wish.categories);
}

/// The phone with this id and token.
///
/// # Errors
/// The database does not answer.
pub async fn with_token(
    db: &impl ConnectionTrait,
    id: Uuid,
    token: &str,
) -> Result<Option<subscription::Model>, DbErr> {
    subscription::Entity::find()
        .filter(subscription::Column::Id.eq(id))
        .filter(subscription::Column::TokenHash.eq(digest(token)))
        .filter(subscription::Column::Gone.eq(false))
        .one(db)
        .await
}

/// A phone gave a sign of life.
///
/// # Errors
/// The database does not answer.
pub async fn seen(db: &impl ConnectionTrait, row: subscription::Model, now_ms: i64) -> Result<(), DbErr> {
    let mut change = row.into_active_model();
    change.seen_at_ms = Set(now_ms);
    change.update(db).await?;
    Ok(())
}

/// Whether a phone is reached at this address.
#[must_use]
pub fn is_at(row: &subscription::Model, endpoint: &str) -> bool {
    safe_sealing::Endpoint::parse(endpoint).is_ok_and(|parsed| parsed.path_and_query == row.path)
}

/// Changes what a phone asks for.
///
/// # Errors
/// The database does not answer.
pub async fn change(
    db: &DatabaseConnection,
    row: subscription::Model,
    wish: &Wish,
    now_ms: i64,
) -> Result<subscription::Model, DbErr> {
    let tx = db::begin(db).await?;
    let changed = counter::next(&tx, "subscriptions").await?;
    let mut change = row.into_active_model();
    apply_wish(&mut change, wish);
    change.seen_at_ms = Set(now_ms);
    change.changed = Set(changed);
    let row = change.update(&tx).await?;
    tx.commit().await?;
    Ok(row)
}

/// How many phones of a shard an alert concerns, as a process counts them that holds none in
/// memory.
///
/// # Errors
/// The database does not answer.
pub async fn count(db: &impl ConnectionTrait, alert: &Alert, shard: &shard::Model) -> Result<i64, DbErr> {
    let shares = |column: subscription::Column, bits: i32| Expr::col(column).bit_and(bits).ne(0);
    let found = subscription::Entity::find()
        .filter(subscription::Column::OriginId.eq(shard.origin_id))
        .filter(subscription::Column::Slot.gte(shard.first_slot))
        .filter(subscription::Column::Slot.lt(shard.end_slot))
        .filter(subscription::Column::Gone.eq(false))
        .filter(subscription::Column::SeverityRank.lte(alert.reach_severity_rank))
        .filter(shares(subscription::Column::Areas, alert.reach_areas))
        .filter(shares(subscription::Column::Categories, alert.reach_categories))
        .count(db)
        .await?;
    Ok(i64::try_from(found).unwrap_or(i64::MAX))
}

/// Rows that changed after a place in the sequence. Rows that share the last
/// place are all in the answer, so that none is skipped.
///
/// # Errors
/// The database does not answer.
pub async fn changed_after(
    db: &DatabaseConnection,
    after: i64,
    limit: u64,
) -> Result<Vec<subscription::Model>, DbErr> {
    let mut rows = subscription::Entity::find()
        .filter(subscription::Column::Changed.gt(after))
        .order_by_asc(subscription::Column::Changed)
        .limit(limit)
        .all(db)
        .await?;
    let full = u64::try_from(rows.len()).unwrap_or(u64::MAX) == limit;
    if let Some(last) = rows.last().map(|row| row.changed).filter(|_| full) {
        rows.retain(|row| row.changed < last);
        rows.extend(
            subscription::Entity::find().filter(subscription::Column::Changed.eq(last)).all(db).await?,
        );
    }
    Ok(rows)
}
