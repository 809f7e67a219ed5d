//! The push services that phones name, and the places they have there.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{DatabaseTransaction, ExprTrait, Set};

use super::Refused;
use crate::alert::Channel;
use crate::push::entity::origin;

/// Most push services known at once: real ones are a handful, and each costs a
/// connection at alert time.
const MOST_ORIGINS: u64 = 2_000;

/// The row of a push service, made on first use.
pub(super) async fn origin_of(
    tx: &DatabaseTransaction,
    url: &str,
    channel: Channel,
    known: bool,
) -> Result<origin::Model, Refused> {
    let find = || {
        origin::Entity::find()
            .filter(origin::Column::Url.eq(url))
            .filter(origin::Column::Channel.eq(channel.as_str()))
    };
    if let Some(row) = find().one(tx).await? {
        return Ok(row);
    }
    if !known && origin::Entity::find().count(tx).await? >= MOST_ORIGINS {
        return Err(Refused::TooManyOrigins);
    }
    let row = origin::ActiveModel {
        id: sea_orm::NotSet,
        url: Set(url.to_owned()),
        channel: Set(channel.as_str().to_owned()),
        next_slot: Set(0),
        doubted_until_ms: Set(0),
    };
    let on_conflict = OnConflict::columns([origin::Column::Url, origin::Column::Channel])
        .update_column(origin::Column::Url)
        .to_owned();
    origin::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx).await?;
    find().one(tx).await?.ok_or_else(|| Refused::Db(DbErr::RecordNotFound("push origin".into())))
}

/// Reserves places at a push service; the answer is the first.
pub(super) async fn reserve(tx: &DatabaseTransaction, origin_id: i32, count: i64) -> Result<i64, DbErr> {
    origin::Entity::update_many()
        .col_expr(origin::Column::NextSlot, Expr::col(origin::Column::NextSlot).add(count))
        .filter(origin::Column::Id.eq(origin_id))
        .exec(tx)
        .await?;
    let row = origin::Entity::find_by_id(origin_id)
        .one(tx)
        .await?
        .ok_or_else(|| DbErr::RecordNotFound("push origin".into()))?;
    Ok(row.next_slot - count)
}

/// Whether no phone has named this push service before.
///
/// # Errors
/// The database does not answer.
pub async fn is_new_service(db: &impl ConnectionTrait, url: &str) -> Result<bool, DbErr> {
    Ok(origin::Entity::find().filter(origin::Column::Url.eq(url)).count(db).await? == 0)
}
