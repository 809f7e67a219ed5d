//! Phones go.

use sea_orm::DatabaseTransaction;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;

use crate::db::{self, counter};
use crate::push::doubt;
use crate::push::entity::subscription;

/// Forgets phones: keys and path are wiped at once, the empty rows follow.
///
/// # Errors
/// The database does not answer.
pub async fn forget(db: &DatabaseConnection, origin_id: i32, slots: &[i64]) -> Result<(), DbErr> {
    if slots.is_empty() {
        return Ok(());
    }
    let tx = db::begin(db).await?;
    forget_in(&tx, origin_id, slots).await?;
    tx.commit().await
}

/// The same within a transaction.
///
/// # Errors
/// The database does not answer.
pub async fn forget_in(tx: &DatabaseTransaction, origin_id: i32, slots: &[i64]) -> Result<(), DbErr> {
    let changed = counter::next(tx, "subscriptions").await?;
    for chunk in slots.chunks(500) {
        subscription::Entity::update_many()
            .col_expr(subscription::Column::Gone, Expr::value(true))
            .col_expr(subscription::Column::Path, Expr::value(""))
            .col_expr(subscription::Column::PathHash, Expr::cust("'gone-' || CAST(slot AS TEXT)"))
            .col_expr(subscription::Column::P256dh, Expr::value(Vec::<u8>::new()))
            .col_expr(subscription::Column::Auth, Expr::value(Vec::<u8>::new()))
            .col_expr(subscription::Column::TokenHash, Expr::value(""))
            .col_expr(subscription::Column::Changed, Expr::value(changed))
            .filter(subscription::Column::OriginId.eq(origin_id))
            .filter(subscription::Column::Slot.is_in(chunk.iter().copied()))
            .exec(tx)
            .await?;
    }
    doubt::clear(tx, origin_id, slots).await
}

/// Takes the tokens of phones for which their push service takes nothing: when they next come
/// by they find that they are not known, and subscribe anew, with a new address.
///
/// # Errors
/// The database does not answer.
pub async fn disown_in(tx: &DatabaseTransaction, origin_id: i32, slots: &[i64]) -> Result<(), DbErr> {
    for chunk in slots.chunks(500) {
        subscription::Entity::update_many()
            .col_expr(subscription::Column::TokenHash, Expr::value(""))
            .filter(subscription::Column::OriginId.eq(origin_id))
            .filter(subscription::Column::Slot.is_in(chunk.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Removes the empty rows of phones that were forgotten a day ago or longer.
///
/// # Errors
/// The database does not answer.
pub async fn sweep(db: &DatabaseConnection, now_ms: i64) -> Result<(), DbErr> {
    subscription::Entity::delete_many()
        .filter(subscription::Column::Gone.eq(true))
        .filter(subscription::Column::SeenAtMs.lt(now_ms - 86_400_000))
        .exec(db)
        .await?;
    Ok(())
}
