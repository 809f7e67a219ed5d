//! Permits whose window or term is over: the state follows the calendar, and the office has
//! something to do. The dates come from the decision; nothing is decided here.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use super::AT_ONCE;
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::Result;
use crate::permit::desk::{self, task};
use crate::permit::entity::grant::{self, Column};
use crate::permit::numbers;

/// What can be over: the new state, the task of the office, and the row of the day by which
/// the paper is back.
const ENDS: [(&str, &str, Option<&str>); 2] =
    [("expired", "permit-expired", None), ("lapsed", "permit-lapsed", Some("return-lapsed-permit"))];

/// Ends what is over; the answer is how many.
///
/// # Errors
/// The database does not answer, or a row has no length.
pub async fn run(state: &State) -> Result<usize> {
    let today = numbers::today(state.clock.now_ms()).to_string();
    let mut ended = 0;
    for end in ENDS {
        let over = match end.0 {
            "expired" => Condition::all().add(Column::EndsOn.lt(today.as_str())),
            _ => Condition::all()
                .add(Column::AcquiredOn.is_null())
                .add(Column::AcquireUntil.lt(today.as_str())),
        };
        let rows = grant::Entity::find()
            .filter(Column::State.eq("active"))
            .filter(over)
            .order_by_asc(Column::Id)
            .limit(AT_ONCE)
            .all(&state.db)
            .await?;
        for row in rows {
            ended += usize::from(end_one(state, &row, end).await?);
        }
    }
    Ok(ended)
}

async fn end_one(
    state: &State,
    row: &grant::Model,
    (to, kind, back): (&'static str, &str, Option<&str>),
) -> Result<bool> {
    let now_ms = state.clock.now_ms();
    let last = if to == "expired" { &row.ends_on } else { &row.acquire_until };
    let first = last.as_deref().and_then(numbers::day).and_then(|day| day.tomorrow().ok());
    let rule = back.and_then(|id| state.law.on(numbers::today(now_ms)).deadline(id));
    let due = match (rule, first) {
        (Some(rule), Some(first)) => Some(desk::due(state, rule, first)?.due),
        _ => None,
    };
    let tx = db::begin(&state.db).await?;
    let changed = grant::Entity::update_many()
        .col_expr(Column::State, Expr::value(to.to_owned()))
        .col_expr(Column::ChangedAtMs, Expr::value(now_ms))
        .filter(Column::Id.eq(row.id))
        .filter(Column::State.eq("active"))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        // Another process was faster.
        return Ok(false);
    }
    task::raise(state, &tx, (kind, &format!("{kind}/{}", row.id)), Some(row.application_id), due).await?;
    let subject = format!("permit/{}", row.application_id);
    let detail = json!({ "permit": row.id, "state": to });
    audit::record(&tx, now_ms, Act { actor: "system", action: "permit.ended", subject, detail }).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(true)
}
