//! A mandate that ends soon is announced, once, by the row `mandate-reminder`; a document
//! that waits for the scanner is looked at.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryFilter, QuerySelect};

use crate::account::citizen::identity;
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::applicant;
use crate::permit::entity::mandate::{Column, Entity, Model};
use crate::permit::mail::{self, Reader};
use crate::permit::numbers;
use crate::permit::vault::{self, Scan};

/// Most rows of one run.
const AT_ONCE: u64 = 50;

/// Announces what ends soon and asks the scanner again; the answer is how many.
///
/// # Errors
/// The database or the vault does not answer.
pub async fn run(state: &State) -> Result<usize> {
    Ok(announce(state).await? + scan(state).await?)
}

async fn announce(state: &State) -> Result<usize> {
    let today = numbers::today(state.clock.now_ms());
    let rule = state.law.on(today).deadline("mandate-reminder").filter(|row| row.before);
    let Some(period) = rule.and_then(|row| row.period()) else { return Ok(0) };
    let horizon = numbers::after(today, period).to_string();
    let rows = Entity::find()
        .filter(Column::State.eq("confirmed"))
        .filter(Column::ToldAtMs.is_null())
        .filter(Column::UntilOn.gte(today.to_string()))
        .filter(Column::UntilOn.lte(horizon))
        .limit(AT_ONCE)
        .all(&state.db)
        .await?;
    let mut told = 0;
    for row in rows {
        told += usize::from(announce_one(state, &row).await?);
    }
    Ok(told)
}

async fn announce_one(state: &State, row: &Model) -> Result<bool> {
    let tx = db::begin(&state.db).await?;
    let changed = Entity::update_many()
        .col_expr(Column::ToldAtMs, Expr::value(Some(state.clock.now_ms())))
        .filter(Column::Id.eq(row.id))
        .filter(Column::State.eq("confirmed"))
        .filter(Column::ToldAtMs.is_null())
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Ok(false);
    }
    let person = applicant::Entity::find_by_id(row.applicant_id).one(&tx).await?.ok_or(Error::NotFound)?;
    let to = identity::kept(state, &person)?.email;
    let reader = Reader::mandated(&person, row.id, to.as_deref());
    mail::tell(state, &tx, &reader, ("mandate-ending", "1"), Some(&row.until_on)).await?;
    tx.commit().await?;
    Ok(true)
}

async fn scan(state: &State) -> Result<usize> {
    let rows = Entity::find().filter(Column::Scan.eq("pending")).limit(AT_ONCE).all(&state.db).await?;
    if rows.is_empty() || !state.permits.scanner.is_there().await {
        return Ok(0);
    }
    let mut looked = 0;
    for row in rows {
        let about = format!("document/{}", row.id);
        let Some(scan) = vault::look_again(state, &about, &row.file_key_wrapped, &row.vault_key).await?
        else {
            continue;
        };
        Entity::update_many()
            .col_expr(Column::Scan, Expr::value(scan.as_str().to_owned()))
            .filter(Column::Id.eq(row.id))
            .exec(&state.db)
            .await?;
        if scan == Scan::Infected {
            vault::discard(state, &row.vault_key).await?;
        }
        looked += 1;
    }
    Ok(looked)
}
