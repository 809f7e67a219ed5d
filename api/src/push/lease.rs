//! What a delivery holds, so that nobody else sends the same, and how it stays held through
//! the pauses of a push service.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;

use super::entity::{retry, shard};

/// Leases of retries are so many times as long as those of shards.
const RETRIES_LAST: i64 = 4;

/// What a delivery holds.
pub enum Lease<'a> {
    /// The shard with this id, in the name of its owner.
    Shard(i64),
    /// Retries. Each is held for as long as nobody else has moved its time.
    Retries(&'a mut [retry::Model]),
}

impl Lease<'_> {
    /// Until when a shard that is leased now is held.
    pub fn shard_until_ms(now_ms: i64, lease_s: i64) -> i64 {
        now_ms + lease_s * 1000
    }

    /// Until when retries that are leased now are held.
    pub fn retries_until_ms(now_ms: i64, lease_s: i64) -> i64 {
        Self::shard_until_ms(now_ms, lease_s * RETRIES_LAST)
    }

    /// Holds on for another lease; false when it was lost, be it in part.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn prolong(
        &mut self,
        db: &DatabaseConnection,
        owner: &str,
        now_ms: i64,
        lease_s: i64,
    ) -> Result<bool, DbErr> {
        match self {
            Self::Shard(id) => {
                let done = shard::Entity::update_many()
                    .col_expr(shard::Column::LeaseUntilMs, Expr::value(Self::shard_until_ms(now_ms, lease_s)))
                    .filter(shard::Column::Id.eq(*id))
                    .filter(shard::Column::LeaseOwner.eq(owner))
                    .filter(shard::Column::State.eq("open"))
                    .exec(db)
                    .await?;
                Ok(done.rows_affected == 1)
            }
            Self::Retries(rows) => {
                let Some(held_until_ms) = rows.first().map(|row| row.next_at_ms) else { return Ok(true) };
                let until_ms = Self::retries_until_ms(now_ms, lease_s);
                let done = retry::Entity::update_many()
                    .col_expr(retry::Column::NextAtMs, Expr::value(until_ms))
                    .filter(retry::Column::Id.is_in(rows.iter().map(|row| row.id)))
                    .filter(retry::Column::NextAtMs.eq(held_until_ms))
                    .exec(db)
                    .await?;
                for row in rows.iter_mut() {
                    row.next_at_ms = until_ms;
                }
                Ok(usize::try_from(done.rows_affected) == Ok(rows.len()))
            }
        }
    }
}
