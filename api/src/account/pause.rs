//! The pause after wrong passwords, per account and network: a stranger who types passwords
//! keeps the person from signing in from nowhere but the stranger's own network.
//!
//! An attempt is counted before it is looked at, and given back when it was right: however many
//! come at once, no more pass than if they came one after the other.
//!
//! Neither address nor network is kept, only a keyed hash of both, for a day.

use std::net::{IpAddr, Ipv6Addr};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{DatabaseTransaction, ExprTrait, Set};
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

/// Where attempts are counted.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// Keyed hash of who is signed in as and of a network.
    name: String,
    /// How many attempts weigh here as one does in a single network.
    share: i32,
}

/// How many attempts from one site weigh as one from a single network, as for rate limits.
const SITE: i32 = 5;

/// The places of an attempt. The network is that of rate limits: an IPv4 address or an IPv6 /64.
/// One customer may have 65 536 of the latter, so their /48 counts as well.
pub(super) fn places(state: &State, who: &str, client: IpAddr) -> Vec<Place> {
    let hash = |network: String| state.permits.keys.hash("sign-in", &format!("{who} {network}"));
    let mut places = vec![Place { name: hash(client.to_string()), share: 1 }];
    if let IpAddr::V6(network) = client {
        let [a, b, c, ..] = network.segments();
        let site = Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0);
        places.push(Place { name: hash(format!("{site}/48")), share: SITE });
    }
    places
}

/// An attempt that may be looked at.
#[derive(Debug, Default)]
pub(super) struct Attempt {
    /// Its number in a row.
    count: i32,
    /// The pause that follows unless it is right, in milliseconds.
    pause_ms: i64,
    /// Whether it is written down when it is wrong: the first is, and what makes the pause
    /// longer. Whoever goes on and on fills no chain.
    is_told: bool,
}

impl Attempt {
    /// Takes one place in: `count` attempts in a row.
    fn at(mut self, count: i32, share: i32) -> Self {
        let pause = pause_ms(count / share);
        self.is_told |= count == 1 || pause > pause_ms((count - 1) / share);
        self.pause_ms = Ord::max(self.pause_ms, pause);
        self.count = Ord::max(self.count, count);
        self
    }
}

/// Reserves an attempt with a password: from the fifth in a row on, a growing pause begins here,
/// before anybody knows whether it is right. None while there is a pause at one of the places.
pub(super) async fn take(
    db: &DatabaseConnection,
    places: &[Place],
    now_ms: i64,
) -> Result<Option<Attempt>, DbErr> {
    let tx = db::begin(db).await?;
    let mut attempt = Attempt::default();
    for place in places {
        let Some(reached) = count(&tx, place, now_ms).await? else {
            tx.rollback().await?;
            return Ok(None);
        };
        attempt = attempt.at(reached, place.share);
    }
    tx.commit().await?;
    Ok(Some(attempt))
}

/// Counts one at a place, unless there is a pause; the row stays locked until the transaction
/// ends, so the next one sees the pause that this one began.
async fn count(tx: &DatabaseTransaction, place: &Place, now_ms: i64) -> Result<Option<i32>, DbErr> {
    let first = ActiveModel {
        place: Set(place.name.clone()),
        attempts: Set(1),
        until_ms: Set(0),
        changed_at_ms: Set(now_ms),
    };
    let again = OnConflict::column(Column::Place)
        .value(Column::Attempts, Expr::col((Entity, Column::Attempts)).add(1_i32))
        .value(Column::ChangedAtMs, Expr::value(now_ms))
        .action_and_where(Expr::col((Entity, Column::UntilMs)).lte(now_ms))
        .to_owned();
    if Entity::insert(first).on_conflict(again).exec_without_returning(tx).await? == 0 {
        return Ok(None);
    }
    let row = Entity::find_by_id(&place.name).one(tx).await?;
    let count = row.map_or(1, |row| row.attempts);
    Entity::update_many()
        .col_expr(Column::UntilMs, Expr::value(until_ms(now_ms, pause_ms(count / place.share))))
        .filter(Column::Place.eq(&place.name))
        .exec(tx)
        .await?;
    Ok(Some(count))
}

/// Gives a reserved attempt back that nobody looked at.
pub(super) async fn give_back(db: &DatabaseConnection, places: &[Place]) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).sub(1_i32))
        .col_expr(Column::UntilMs, Expr::value(0_i64))
        .filter(Column::Place.is_in(places.iter().map(|place| place.name.as_str())))
        .exec(db)
        .await?;
    Ok(())
}

/// Forgets the attempts: the right password came.
pub(super) async fn forget(db: &impl ConnectionTrait, places: &[Place]) -> Result<(), DbErr> {
    let names = places.iter().map(|place| place.name.as_str());
    Entity::delete_many().filter(Column::Place.is_in(names)).exec(db).await?;
    Ok(())
}

/// Reserves an attempt with a code: from the fifth in a row on, a growing pause for the code step
/// of the account, wherever it is typed. Only who knows the password comes that far. Passkeys are
/// not concerned. None while there is a pause.
pub(super) async fn take_code(
    db: &DatabaseConnection,
    account_id: Uuid,
    now_ms: i64,
) -> Result<Option<Attempt>, DbErr> {
    let tx = db::begin(db).await?;
    let counted = account_row::Entity::update_many()
        .col_expr(account_row::Column::FailedAttempts, Expr::col(account_row::Column::FailedAttempts).add(1))
        .filter(account_row::Column::Id.eq(account_id))
        .filter(account_row::Column::LockedUntilMs.lte(now_ms))
        .exec(&tx)
        .await?;
    let account = by_id(&tx, account_id).await?.filter(|_| counted.rows_affected == 1);
    let Some(account) = account else {
        tx.rollback().await?;
        return Ok(None);
    };
    let attempt = Attempt::default().at(account.failed_attempts, 1);
    account_row::Entity::update_many()
        .col_expr(account_row::Column::LockedUntilMs, Expr::value(until_ms(now_ms, attempt.pause_ms)))
        .filter(account_row::Column::Id.eq(account_id))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(Some(attempt))
}

/// Writes a wrong attempt down, when it is one that is told. Where there is no account there is
/// nothing to write, but as much to do: the time taken tells nobody which addresses exist.
pub(super) async fn wrong(
    state: &State,
    account: Option<&Account>,
    step: &str,
    attempt: &Attempt,
    now_ms: i64,
) -> Result<(), DbErr> {
    if !attempt.is_told {
        return Ok(());
    }
    let tx = db::begin(&state.db).await?;
    if let Some(account) = account {
        let detail = json!({ "step": step, "attempts": attempt.count, "pause_s": attempt.pause_ms / 1000 });
        let act = Act { actor: "system", action: "session.refused", subject: subject(account), detail };
        audit::record(&tx, now_ms, act).await?;
    } else {
        nothing(&tx, now_ms).await?;
    }
    tx.commit().await?;
    state.metrics.audits.inc_by(u64::from(account.is_some()));
    Ok(())
}

/// As many questions as a line of the chain takes, about nobody.
async fn nothing(tx: &DatabaseTransaction, now_ms: i64) -> Result<(), DbErr> {
    for _ in 0..2 {
        let row = ActiveModel {
            place: Set("nobody".to_owned()),
            attempts: Set(0),
            until_ms: Set(0),
            changed_at_ms: Set(now_ms),
        };
        let again = OnConflict::column(Column::Place).update_column(Column::ChangedAtMs).to_owned();
        Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
        Entity::find_by_id("nobody").one(tx).await?;
    }
    Ok(())
}

/// Forgets what is a day old.
pub(super) async fn sweep(db: &impl ConnectionTrait, now_ms: i64) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::ChangedAtMs.lt(now_ms - REMEMBERED_MS)).exec(db).await?;
    Ok(())
}

/// The pause after so many wrong attempts in a row: none before the fifth, then
/// a quarter of a minute, doubled each time up to an hour.
pub(super) fn pause_ms(attempts: i32) -> i64 {
    if attempts < 5 { 0 } else { Ord::min(15_000_i64 << Ord::min(attempts - 5, 8), 3_600_000) }
}

/// Until when a pause holds. Without one that is no moment at all: whoever came in the same
/// instant, and read the clock a little earlier, would wait for a pause that there is not.
fn until_ms(now_ms: i64, pause_ms: i64) -> i64 {
    if pause_ms == 0 { 0 } else { now_ms + pause_ms }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_grows_and_stops_growing() {
        let pauses: Vec<i64> = [0, 4, 5, 6, 12, 13, 500].map(pause_ms).to_vec();
        assert_eq!(pauses, [0, 0, 15_000, 30_000, 1_920_000, 3_600_000, 3_600_000]);
    }

    #[test]
    fn what_makes_the_pause_longer_is_told() {
        let told = |share: i32| {
            (1..=80).filter(|count| Attempt::default().at(*count, share).is_told).collect::<Vec<_>>()
        };
        assert_eq!(told(1), [1, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
        assert_eq!(told(SITE), [1, 25, 30, 35, 40, 45, 50, 55, 60, 65]);
        let both = Attempt::default().at(2, 1).at(25, SITE);
        assert!(both.is_told && both.pause_ms == 15_000, "the longer one counts");
    }
}
