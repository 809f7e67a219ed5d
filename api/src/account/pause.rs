//! The pause after wrong passwords, per account and network: a stranger who types passwords
//! keeps the person from signing in from nowhere but the stranger's own network.
//!
//! Neither address nor network is kept, only a keyed hash of both, for a day.

use std::net::IpAddr;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ExprTrait, IntoActiveModel, Set};
use serde_json::json;

use super::manage::subject;
use super::{Account, by_id, entity as account_row};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;

/// Days after the last wrong attempt until it is forgotten.
const REMEMBERED_MS: i64 = 86_400_000;

/// Wrong passwords for one account from one network.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_pause")]
pub struct Model {
    /// Keyed hash of account and network.
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: String,
    /// Wrong attempts in a row.
    pub attempts: i32,
    /// No attempt counts before this moment.
    pub until_ms: i64,
    /// When the last one was.
    pub changed_at_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The name of an account in a network, as kept. The network is that of rate limits: an IPv4
/// address or an IPv6 /64.
pub(super) fn place(state: &State, account: Uuid, client: IpAddr) -> String {
    state.permits.keys.hash("sign-in", &format!("{account} {client}"))
}

/// Whether there is a pause now.
pub(super) async fn rests(db: &impl ConnectionTrait, place: &str, now_ms: i64) -> Result<bool, DbErr> {
    Ok(Entity::find_by_id(place).one(db).await?.is_some_and(|row| row.until_ms > now_ms))
}

/// Counts a wrong attempt in a transaction that writes; gives their number in a row and the
/// pause that follows, in milliseconds.
pub(super) async fn count(db: &impl ConnectionTrait, place: &str, now_ms: i64) -> Result<(i32, i64), DbErr> {
    let first = ActiveModel {
        place: Set(place.to_owned()),
        attempts: Set(1),
        until_ms: Set(0),
        changed_at_ms: Set(now_ms),
    };
    let again = OnConflict::column(Column::Place)
        .value(Column::Attempts, Expr::col((Entity, Column::Attempts)).add(1_i32))
        .value(Column::ChangedAtMs, Expr::value(now_ms))
        .to_owned();
    Entity::insert(first).on_conflict(again).exec_without_returning(db).await?;
    let row = Entity::find_by_id(place).one(db).await?;
    let attempts = row.map_or(1, |row| row.attempts);
    let pause_ms = pause_ms(attempts);
    Entity::update_many()
        .col_expr(Column::UntilMs, Expr::value(now_ms + pause_ms))
        .filter(Column::Place.eq(place))
        .exec(db)
        .await?;
    Ok((attempts, pause_ms))
}

/// Forgets the wrong attempts: the right password came.
pub(super) async fn forget(db: &impl ConnectionTrait, place: &str) -> Result<(), DbErr> {
    Entity::delete_by_id(place).exec(db).await?;
    Ok(())
}

/// Forgets what is a day old.
pub(super) async fn sweep(db: &impl ConnectionTrait, now_ms: i64) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::ChangedAtMs.lt(now_ms - REMEMBERED_MS)).exec(db).await?;
    Ok(())
}

/// Counts a wrong password: from the fifth on, a growing pause for this account and the network
/// that it came from.
///
/// # Errors
/// The database does not answer.
pub(super) async fn wrong_password(
    db: &DatabaseConnection,
    account: &Account,
    place: &str,
    now_ms: i64,
) -> Result<(), DbErr> {
    let tx = db::begin(db).await?;
    let (attempts, pause_ms) = count(&tx, place, now_ms).await?;
    let detail = json!({ "step": "password", "attempts": attempts, "pause_s": pause_ms / 1000 });
    let act = Act { actor: "system", action: "session.refused", subject: subject(account), detail };
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await
}

/// Counts a wrong code: from the fifth on, a growing pause for the code step of the account,
/// wherever it is typed. Only who knows the password comes that far. Passkeys are not concerned.
///
/// # Errors
/// The database does not answer.
pub(super) async fn wrong_code(db: &DatabaseConnection, account: &Account, now_ms: i64) -> Result<(), DbErr> {
    let tx = db::begin(db).await?;
    account_row::Entity::update_many()
        .col_expr(account_row::Column::FailedAttempts, Expr::col(account_row::Column::FailedAttempts).add(1))
        .filter(account_row::Column::Id.eq(account.id))
        .exec(&tx)
        .await?;
    let Some(account) = by_id(&tx, account.id).await? else { return tx.commit().await };
    let pause_ms = pause_ms(account.failed_attempts);
    let detail = json!({ "step": "code", "attempts": account.failed_attempts, "pause_s": pause_ms / 1000 });
    let act = Act { actor: "system", action: "session.refused", subject: subject(&account), detail };
    let mut change = account.into_active_model();
    change.locked_until_ms = Set(now_ms + pause_ms);
    change.update(&tx).await?;
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await
}

/// The pause after so many wrong attempts in a row: none before the fifth, then
/// a quarter of a minute, doubled each time up to an hour.
pub(super) fn pause_ms(attempts: i32) -> i64 {
    if attempts < 5 { 0 } else { Ord::min(15_000_i64 << Ord::min(attempts - 5, 8), 3_600_000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_grows_and_stops_growing() {
        let pauses: Vec<i64> = [0, 4, 5, 6, 12, 13, 500].map(pause_ms).to_vec();
        assert_eq!(pauses, [0, 0, 15_000, 30_000, 1_920_000, 3_600_000, 3_600_000]);
    }
}
