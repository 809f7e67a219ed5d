//! The key file and the records belong together: a process with another file, or without
//! one, would seal new things with keys that nobody else has. It does not start.

use anyhow::{Context, bail, ensure};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{DatabaseConnection, DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect, Set};

use super::entity::{applicant, application, key, mail};
use super::keys::Keys;
use crate::config::Config;
use crate::db;

/// Opens the keys that belong to the records, and makes the first ones while nothing is
/// sealed.
///
/// # Errors
/// The file is missing although something is sealed; it is another file; or it cannot be
/// read or made.
pub async fn open(config: &Config, db: &DatabaseConnection, now_ms: i64) -> anyhow::Result<Keys> {
    let path = config.vault_keys_file();
    let named = path.display();
    if !path.try_exists().with_context(|| format!("{named} cannot be looked at"))? {
        ensure!(
            !are_needed(db).await?,
            "the key file {named} is missing, and the records are sealed with its keys. Put it back from the \
             backup; a new one would open nothing"
        );
        Keys::create(&path)?;
    }
    let keys = Keys::read(&path)?;
    let tx = db::begin(db).await?;
    agree(&tx, &keys, now_ms).await.with_context(|| {
        format!(
            "the key file {named} does not belong to these records: put the right one back from the backup"
        )
    })?;
    tx.commit().await?;
    Ok(keys)
}

/// Whether keys are known, or something was sealed before keys were known.
async fn are_needed(db: &DatabaseConnection) -> Result<bool, DbErr> {
    if key::Entity::find().one(db).await?.is_some() || applicant::Entity::find().one(db).await?.is_some() {
        return Ok(true);
    }
    let one = application::Entity::find().select_only().column(application::Column::Id);
    let mails = mail::Entity::find().select_only().column(mail::Column::Id);
    Ok(one.into_tuple::<Uuid>().one(db).await?.is_some()
        || mails.into_tuple::<Uuid>().one(db).await?.is_some())
}

/// Notes keys that are new, then compares every one that is known: of two processes that
/// begin with different files at the same moment, one is refused.
async fn agree(tx: &DatabaseTransaction, keys: &Keys, now_ms: i64) -> anyhow::Result<()> {
    let own = keys.fingerprints();
    for (number, fingerprint) in &own {
        let row = key::ActiveModel {
            number: Set(i64::from(*number)),
            fingerprint: Set(fingerprint.clone()),
            seen_at_ms: Set(now_ms),
            retired_at_ms: Set(None),
        };
        let once = OnConflict::column(key::Column::Number).do_nothing().to_owned();
        key::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    }
    for row in key::Entity::find().order_by_asc(key::Column::Number).all(tx).await? {
        let held = own.iter().find(|(number, _)| i64::from(**number) == row.number);
        let name = if row.number == 0 { "lookup".to_owned() } else { row.number.to_string() };
        match held {
            Some((_, fingerprint)) if *fingerprint == row.fingerprint => {}
            Some(_) => bail!("its key {name} is another one"),
            None if row.retired_at_ms.is_some() => {}
            None => bail!("its key {name} is not in it"),
        }
    }
    Ok(())
}

/// Notes that a key wraps nothing any more and leaves the file.
///
/// # Errors
/// The key is unknown, or the database does not answer.
pub(super) async fn retire(db: &DatabaseConnection, number: u32, now_ms: i64) -> anyhow::Result<()> {
    let changed = key::Entity::update_many()
        .col_expr(key::Column::RetiredAtMs, Expr::value(Some(now_ms)))
        .filter(key::Column::Number.eq(i64::from(number)))
        .exec(db)
        .await?;
    ensure!(changed.rows_affected == 1, "the records do not know key {number}");
    Ok(())
}
