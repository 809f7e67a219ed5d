//! Mandates that ended, erased with their document once the row `ended-mandate` of
//! `retention.toml` says for how long they are kept. Without a period nothing is erased.

use jiff::civil::Date;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{Condition, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::Result;
use crate::permit::entity::application;
use crate::permit::entity::mail;
use crate::permit::entity::mandate::{Column, Entity, Model};
use crate::permit::{numbers, vault};

/// Row of `retention.toml`.
const CLASS: &str = "ended-mandate";
/// Most rows of one run.
const AT_ONCE: u64 = 50;
const DAY_MS: i64 = 86_400_000;

/// Ended before a day: refused, revoked or given back then, or past its last day, also where
/// somebody ended it after that.
fn ended(before: Date, before_ms: i64) -> Condition {
    Condition::any().add(Column::EndedAtMs.lt(before_ms)).add(Column::UntilOn.lt(before.to_string()))
}

/// No file of the company is kept from erasure: a mandate may be what shows who acted in it.
fn free() -> SimpleExpr {
    let held = Query::select()
        .expr(Expr::val(1_i64))
        .from(application::Entity)
        .and_where(
            Expr::col((application::Entity, application::Column::CompanyHmac))
                .equals((Entity, Column::CompanyHmac)),
        )
        .and_where(Expr::col((application::Entity, application::Column::LegalHold)).is_not_null())
        .to_owned();
    Expr::exists(held).not()
}

/// Erases what has been kept for long enough; the answer is how many mandates.
///
/// # Errors
/// The database does not answer.
pub async fn run(state: &State) -> Result<usize> {
    let now_ms = state.clock.now_ms();
    let today = numbers::today(now_ms);
    let Some(period) = state.law.on(today).class(CLASS).and_then(|row| row.period()) else { return Ok(0) };
    let before = period.unit.after(today, -period.amount);
    let over = ended(before, now_ms - numbers::days_back(today, period) * DAY_MS);
    let rows = Entity::find()
        .filter(over.clone())
        .filter(free())
        .order_by_asc(Column::Id)
        .limit(AT_ONCE)
        .all(&state.db)
        .await?;
    let mut erased = 0;
    for row in rows {
        erased += usize::from(erase(state, &row, over.clone()).await?);
    }
    Ok(erased)
}

async fn erase(state: &State, row: &Model, over: Condition) -> Result<bool> {
    let tx = db::begin(&state.db).await?;
    // A hold may have been placed meanwhile, or another process was faster.
    let gone =
        Entity::delete_many().filter(Column::Id.eq(row.id)).filter(over).filter(free()).exec(&tx).await?;
    if gone.rows_affected == 0 {
        return Ok(false);
    }
    let about = format!("%/{}%", row.id);
    mail::Entity::delete_many()
        .filter(mail::Column::ApplicationId.is_null())
        .filter(mail::Column::Once.like(about))
        .exec(&tx)
        .await?;
    let subject = format!("permit-mandate/{}", row.id);
    let act = Act { actor: "system", action: "permit.mandate-erased", subject, detail: json!({}) };
    audit::record(&tx, state.clock.now_ms(), act).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    vault::discard(state, &row.vault_key).await?;
    Ok(true)
}
