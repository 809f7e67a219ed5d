//! Keeping, changing and forgetting subscriptions.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{DatabaseTransaction, ExprTrait, IntoActiveModel, QueryOrder, QuerySelect, Set};

use super::doubt;
use super::entity::{origin, subscription};
use crate::account::digest;
use crate::alert::Channel;
use crate::db::{self, counter};

/// Most push services known at once: real ones are a handful, and each costs a
/// connection at alert time.
pub const MOST_ORIGINS: u64 = 2_000;

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

/// The row of a push service, made on first use.
async fn origin_of(
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
async fn reserve(tx: &DatabaseTransaction, origin_id: i32, count: i64) -> Result<i64, DbErr> {
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

/// Keeps a phone. One that is known already keeps its place and id and gets a
/// new token: whoever knows the endpoint is that phone.
///
/// # Errors
/// Too many push services, or the database does not answer.
pub async fn keep(
    db: &DatabaseConnection,
    address: Address,
    wish: &Wish,
    channel: Channel,
    token: &str,
    now_ms: i64,
) -> Result<subscription::Model, Refused> {
    let tx = db::begin(db).await?;
    let changed = counter::next(&tx, "subscriptions").await?;
    let origin = origin_of(&tx, &address.origin, channel, address.known_service).await?;
    let path_hash = digest(&address.path);
    let known = subscription::Entity::find()
        .filter(subscription::Column::OriginId.eq(origin.id))
        .filter(subscription::Column::PathHash.eq(&path_hash))
        .one(&tx)
        .await?;
    let row = if let Some(known) = known {
        let mut change = known.into_active_model();
        change.p256dh = Set(address.p256dh);
        change.auth = Set(address.auth);
        apply_wish(&mut change, wish);
        change.token_hash = Set(digest(token));
        change.seen_at_ms = Set(now_ms);
        change.changed = Set(changed);
        change.gone = Set(false);
        let row = change.update(&tx).await?;
        // The phone itself is here: nothing that was said about it before counts.
        doubt::clear(&tx, row.origin_id, &[row.slot]).await?;
        row
    } else {
        let slot = reserve(&tx, origin.id, 1).await?;
        let row = subscription::ActiveModel {
            origin_id: Set(origin.id),
            slot: Set(slot),
            id: Set(Uuid::now_v7()),
            path: Set(address.path),
            path_hash: Set(path_hash),
            p256dh: Set(address.p256dh),
            auth: Set(address.auth),
            lang: Set(wish.lang.to_owned()),
            areas: Set(wish.areas),
            severity_rank: Set(wish.severity_rank),
            categories: Set(wish.categories),
            token_hash: Set(digest(token)),
            created_at_ms: Set(now_ms),
            seen_at_ms: Set(now_ms),
            changed: Set(changed),
            gone: Set(false),
        };
        row.insert(&tx).await?
    };
    tx.commit().await?;
    Ok(row)
}

fn apply_wish(change: &mut subscription::ActiveModel, wish: &Wish) {
    change.lang = Set(wish.lang.to_owned());
    change.areas = Set(wish.areas);
    change.severity_rank = Set(wish.severity_rank);
    change.categories = Set(wish.categories);
}

/// Loads many phones at once, in one transaction per call.
///
/// # Errors
/// A phone that is known already, too many push services, or the database.
pub async fn keep_many(
    db: &DatabaseConnection,
    phones: Vec<(Address, Wish)>,
    channel: Channel,
    now_ms: i64,
) -> Result<usize, Refused> {
    let tx = db::begin(db).await?;
    let count = phones.len();
    let last = advance(&tx, i64::try_from(count).unwrap_or(0)).await?;
    let mut changed = last - i64::try_from(count).unwrap_or(0);
    let mut origins: std::collections::HashMap<String, Vec<(Address, Wish)>> = Default::default();
    for (address, wish) in phones {
        origins.entry(address.origin.clone()).or_default().push((address, wish));
    }
    let mut rows = Vec::with_capacity(count);
    for (url, phones) in origins {
        let known = phones.iter().any(|(address, _)| address.known_service);
        let origin = origin_of(&tx, &url, channel, known).await?;
        let first = reserve(&tx, origin.id, i64::try_from(phones.len()).unwrap_or(0)).await?;
        for (slot, (address, wish)) in (first..).zip(phones) {
            changed += 1;
            rows.push(subscription::ActiveModel {
                origin_id: Set(origin.id),
                slot: Set(slot),
                id: Set(Uuid::now_v7()),
                path_hash: Set(digest(&address.path)),
                path: Set(address.path),
                p256dh: Set(address.p256dh),
                auth: Set(address.auth),
                lang: Set(wish.lang.to_owned()),
                areas: Set(wish.areas),
                severity_rank: Set(wish.severity_rank),
                categories: Set(wish.categories),
                // Nobody holds a token of a phone that was moved: it gets one
                // when it next comes by.
                token_hash: Set(String::new()),
                created_at_ms: Set(now_ms),
                seen_at_ms: Set(now_ms),
                changed: Set(changed),
                gone: Set(false),
            });
        }
    }
    for chunk in rows.chunks(1000) {
        let skip = OnConflict::columns([subscription::Column::OriginId, subscription::Column::PathHash])
            .do_nothing()
            .to_owned();
        subscription::Entity::insert_many(chunk.to_vec())
            .on_conflict(skip)
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(count)
}

async fn advance(tx: &DatabaseTransaction, by: i64) -> Result<i64, DbErr> {
    counter::Entity::update_many()
        .col_expr(counter::Column::Value, Expr::col(counter::Column::Value).add(by))
        .filter(counter::Column::Name.eq("subscriptions"))
        .exec(tx)
        .await?;
    Ok(counter::read(tx, "subscriptions").await?.value)
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

/// Changes what a phone asks for, and its address when the browser renewed it.
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
