//! Phones come: one with its token, or many that are moved.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{DatabaseTransaction, ExprTrait, IntoActiveModel, Set};

use super::origins::{origin_of, reserve};
use super::{Address, Refused, Wish, apply_wish};
use crate::account::digest;
use crate::alert::Channel;
use crate::db::{self, counter};
use crate::push::doubt;
use crate::push::entity::subscription;

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
    let known = subscription::Entity::find()
        .filter(subscription::Column::OriginId.eq(origin.id))
        .filter(subscription::Column::PathHash.eq(digest(&address.path)))
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
        let place = Place { origin_id: origin.id, slot, changed };
        new_row(place, address, wish, digest(token), now_ms).insert(&tx).await?
    };
    tx.commit().await?;
    Ok(row)
}

/// Where a new row stands: at a push service, and in the sequence of changes.
#[derive(Clone, Copy)]
struct Place {
    origin_id: i32,
    slot: i64,
    changed: i64,
}

fn new_row(
    place: Place,
    address: Address,
    wish: &Wish,
    token_hash: String,
    now_ms: i64,
) -> subscription::ActiveModel {
    subscription::ActiveModel {
        origin_id: Set(place.origin_id),
        slot: Set(place.slot),
        id: Set(Uuid::now_v7()),
        path_hash: Set(digest(&address.path)),
        path: Set(address.path),
        p256dh: Set(address.p256dh),
        auth: Set(address.auth),
        lang: Set(wish.lang.to_owned()),
        areas: Set(wish.areas),
        severity_rank: Set(wish.severity_rank),
        categories: Set(wish.categories),
        token_hash: Set(token_hash),
        created_at_ms: Set(now_ms),
        seen_at_ms: Set(now_ms),
        changed: Set(place.changed),
        gone: Set(false),
    }
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
    let mut origins: HashMap<String, Vec<(Address, Wish)>> = HashMap::new();
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
            let place = Place { origin_id: origin.id, slot, changed };
            // Nobody holds a token of a phone that was moved: it gets one when it next
            // comes by.
            rows.push(new_row(place, address, &wish, String::new(), now_ms));
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
