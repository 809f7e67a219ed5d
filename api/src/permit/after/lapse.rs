//! Permits whose window or term is over: the state follows the calendar, and the office has
//! something to do. A permit for several weapons of which some were acquired goes on for those.
//! The dates come from the decision; nothing is decided here.

use jiff::civil::Date;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use super::{AT_ONCE, address, file_of};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::Result;
use crate::permit::desk::{self, task};
use crate::permit::entity::grant::{self, Column};
use crate::permit::mail::{self, Reader};
use crate::permit::{numbers, weapon};

/// What becomes of a permit whose time is over: that of its term, or of its window.
const ENDS: [&str; 2] = ["expired", "lapsed"];

/// Ends what is over; the answer is how many.
///
/// # Errors
/// The database does not answer, or a row has no length.
pub async fn run(state: &State) -> Result<usize> {
    let today = numbers::today(state.clock.now_ms()).to_string();
    let mut ended = 0;
    for end in ENDS {
        let over = match end {
            "expired" => Condition::all().add(Column::EndsOn.lt(today.as_str())),
            _ => Condition::all()
                .add(Column::AcquiredOn.is_null())
                .add(Column::AcquireUntil.lt(today.as_str())),
        };
        let rows = grant::Entity::find()
            .filter(Column::State.eq("active"))
            .filter(over.clone())
            .order_by_asc(Column::Id)
            .limit(AT_ONCE)
            .all(&state.db)
            .await?;
        for row in rows {
            ended += usize::from(end_one(state, &row, end, over.clone()).await?);
        }
    }
    Ok(ended)
}

/// By when the paper of a permit that was not used is back.
///
/// # Errors
/// The row has no length.
pub(super) fn back_by(state: &State, row: &grant::Model) -> Result<Option<Date>> {
    let first = row.acquire_until.as_deref().and_then(numbers::day).and_then(|day| day.tomorrow().ok());
    let rule = state.law.on(numbers::today(state.clock.now_ms())).deadline("return-lapsed-permit");
    let Some((rule, first)) = rule.zip(first) else { return Ok(None) };
    Ok(Some(desk::due(state, rule, first)?.due))
}

async fn end_one(state: &State, row: &grant::Model, to: &'static str, over: Condition) -> Result<bool> {
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    // Asked once more: another process may have been faster, or its holder.
    let is_over = grant::Entity::update_many()
        .col_expr(Column::ChangedAtMs, Expr::value(now_ms))
        .filter(Column::Id.eq(row.id))
        .filter(Column::State.eq("active"))
        .filter(over)
        .exec(&tx)
        .await?;
    if is_over.rows_affected == 0 {
        return Ok(false);
    }
    let weapons = weapon::of(&tx, row, &[]).await?;
    let used = weapons.iter().any(|one| one.acquired_on.is_some());
    let (to, kind, due) = match to {
        "lapsed" if used => ("active", "weapon-lapsed", back_by(state, row)?),
        "lapsed" => ("lapsed", "permit-lapsed", back_by(state, row)?),
        _ => ("expired", "permit-expired", None),
    };
    task::raise(state, &tx, (kind, &format!("{kind}/{}", row.id)), Some(row.application_id), due).await?;
    let action = if kind == "weapon-lapsed" {
        weapon::settle(&tx, row, to, &numbers::today(now_ms).to_string(), now_ms).await?;
        tell_of_weapons(state, &tx, row, due).await?;
        "permit.weapon-lapsed"
    } else {
        grant::Entity::update_many()
            .col_expr(Column::State, Expr::value(to.to_owned()))
            .filter(Column::Id.eq(row.id))
            .exec(&tx)
            .await?;
        "permit.ended"
    };
    let subject = format!("permit/{}", row.application_id);
    let detail = json!({ "permit": row.id, "state": to });
    audit::record(&tx, now_ms, Act { actor: "system", action, subject, detail }).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(true)
}

/// A permit that goes on without some of its weapons: their papers come back.
async fn tell_of_weapons(
    state: &State,
    tx: &DatabaseTransaction,
    row: &grant::Model,
    due: Option<Date>,
) -> Result<()> {
    let file = file_of(tx, row).await?;
    let to = address(state, tx, &file).await?;
    let reader = Reader::holder(&file, row, to.as_deref());
    let day = due.map(|day| day.to_string());
    mail::tell(state, tx, &reader, ("weapon-lapsed", "return-lapsed-permit"), day.as_deref()).await
}
