//! Rows of links, with their named queries.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, QueryOrder, QuerySelect, Set};

use super::standing::Standing;

/// Rows written or deleted in one statement.
const BATCH: usize = 200;

/// What an address last said.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "link")]
pub struct Model {
    /// The address.
    #[sea_orm(primary_key, auto_increment = false)]
    pub url: String,
    /// Its host: addresses of one host wait for each other.
    pub host: String,
    /// When it is due.
    pub next_at_ms: i64,
    /// Code of a [`Standing`].
    pub state: String,
    /// Since when it stands so.
    pub since_ms: i64,
    /// Last question.
    pub asked_at_ms: Option<i64>,
    /// Number of the last answer.
    pub status: Option<i32>,
    /// Failures in a row that are not believed yet.
    pub failures: i32,
    /// When the first of them was heard.
    pub failing_since_ms: Option<i64>,
    /// When an editor saw it as it stands.
    pub seen_at_ms: Option<i64>,
    /// Who.
    pub seen_by: Option<Uuid>,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// How it stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing::parse(&self.state)
    }
}

/// Brings the rows in line with the addresses that stand on pages: new ones are due at
/// once, and what stands nowhere any more is forgotten.
///
/// # Errors
/// The database does not answer.
pub async fn learn(
    tx: &DatabaseTransaction,
    addresses: impl Iterator<Item = (&str, String)>,
    now_ms: i64,
) -> Result<(), DbErr> {
    let known: Vec<String> = Entity::find().select_only().column(Column::Url).into_tuple().all(tx).await?;
    let known: BTreeSet<String> = known.into_iter().collect();
    let listed: BTreeMap<&str, String> = addresses.collect();
    let new: Vec<ActiveModel> = listed
        .iter()
        .filter(|(url, _)| !known.contains(**url))
        .map(|(url, host)| ActiveModel {
            url: Set((*url).to_owned()),
            host: Set(host.clone()),
            next_at_ms: Set(now_ms),
            state: Set(Standing::New.code().to_owned()),
            since_ms: Set(now_ms),
            failures: Set(0),
            ..Default::default()
        })
        .collect();
    for rows in new.chunks(BATCH) {
        Entity::insert_many(rows.to_vec())
            .on_conflict(OnConflict::column(Column::Url).do_nothing().to_owned())
            .exec_without_returning(tx)
            .await?;
    }
    let gone: Vec<&String> = known.iter().filter(|url| !listed.contains_key(url.as_str())).collect();
    for urls in gone.chunks(BATCH) {
        let urls = urls.iter().map(|url| url.as_str());
        Entity::delete_many().filter(Column::Url.is_in(urls)).exec(tx).await?;
    }
    Ok(())
}

/// Hosts with an address that is due, the longest waiting first.
///
/// # Errors
/// The database does not answer.
pub async fn due_hosts(db: &impl ConnectionTrait, now_ms: i64, most: u64) -> Result<Vec<String>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Host)
        .filter(Column::NextAtMs.lte(now_ms))
        .group_by(Column::Host)
        .order_by_asc(Column::NextAtMs.min())
        .limit(most)
        .into_tuple()
        .all(db)
        .await
}

/// Takes the due addresses of a host until `lease_ms`; none when another process did.
///
/// # Errors
/// The database does not answer.
pub async fn take_turn(
    db: &impl ConnectionTrait,
    host: &str,
    now_ms: i64,
    lease_ms: i64,
) -> Result<Vec<Model>, DbErr> {
    let taken = Entity::update_many()
        .col_expr(Column::NextAtMs, lease_ms.into())
        .filter(Column::Host.eq(host))
        .filter(Column::NextAtMs.lte(now_ms))
        .exec(db)
        .await?;
    if taken.rows_affected == 0 {
        return Ok(Vec::new());
    }
    Entity::find()
        .filter(Column::Host.eq(host))
        .filter(Column::NextAtMs.eq(lease_ms))
        .order_by_asc(Column::Url)
        .all(db)
        .await
}

/// Keeps what an address said; one that was forgotten meanwhile stays forgotten.
///
/// # Errors
/// The database does not answer.
pub async fn keep(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::NextAtMs, row.next_at_ms.into())
        .col_expr(Column::State, row.state.into())
        .col_expr(Column::SinceMs, row.since_ms.into())
        .col_expr(Column::AskedAtMs, row.asked_at_ms.into())
        .col_expr(Column::Status, row.status.into())
        .col_expr(Column::Failures, row.failures.into())
        .col_expr(Column::FailingSinceMs, row.failing_since_ms.into())
        .col_expr(Column::SeenAtMs, row.seen_at_ms.into())
        .col_expr(Column::SeenBy, row.seen_by.into())
        .filter(Column::Url.eq(row.url))
        .exec(db)
        .await?;
    Ok(())
}

/// Gives the turn of addresses back that could not be asked.
///
/// # Errors
/// The database does not answer.
pub async fn give_back(db: &impl ConnectionTrait, urls: &[String], now_ms: i64) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::NextAtMs, now_ms.into())
        .filter(Column::Url.is_in(urls.iter().map(String::as_str)))
        .exec(db)
        .await?;
    Ok(())
}

/// Makes addresses due: all, or those alone whose failure is not believed yet. Gives
/// how many.
///
/// # Errors
/// The database does not answer.
pub async fn make_due(db: &impl ConnectionTrait, doubtful: bool, now_ms: i64) -> Result<u64, DbErr> {
    let mut rows = Entity::update_many().col_expr(Column::NextAtMs, now_ms.into());
    if doubtful {
        rows = rows.filter(Column::Failures.gt(0));
    }
    Ok(rows.exec(db).await?.rows_affected)
}

/// All addresses.
///
/// # Errors
/// The database does not answer.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find().order_by_asc(Column::Url).all(db).await
}

/// Notes that somebody saw an address in the state that the page showed; false when it
/// stands otherwise by now.
///
/// # Errors
/// The database does not answer.
pub async fn see(
    db: &impl ConnectionTrait,
    (url, state): (&str, &str),
    by: Uuid,
    now_ms: i64,
) -> Result<bool, DbErr> {
    let seen = Entity::update_many()
        .col_expr(Column::SeenAtMs, Some(now_ms).into())
        .col_expr(Column::SeenBy, Some(by).into())
        .filter(Column::Url.eq(url))
        .filter(Column::State.eq(state))
        .exec(db)
        .await?;
    Ok(seen.rows_affected == 1)
}
