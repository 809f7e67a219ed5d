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
use crate::permit::numbers;
use crate::permit::weapon::{self, Others};

/// What becomes of a permit whose time is over: that of its term, or of its window.
const ENDS: [&str; 2] = ["expired", "lapsed"];

/// The row of how long its holder has to send papers back that were not used.
const BACK: &str = "return-lapsed-permit";

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
            match end_one(state, &row, end, over.clone()).await {
                Ok(done) => ended += usize::from(done),
                // The others do not wait for this one.
                Err(error) => tracing::error!(permit = %row.id, %error, "a permit whose time is over"),
            }
        }
    }
    Ok(ended)
}

/// By when the papers of what was not acquired are back.
///
/// # Errors
/// The row has no length.
pub fn back_by(state: &State, row: &grant::Model) -> Result<Option<Date>> {
    let first = row.acquire_until.as_deref().and_then(numbers::day).and_then(|day| day.tomorrow().ok());
    let rule = state.law.on(numbers::today(state.clock.now_ms())).deadline(BACK);
    let Some((rule, first)) = rule.zip(first) else { return Ok(None) };
    Ok(Some(desk::due(state, rule, first)?.due))
}

/// Asks the office to see to the papers of a permit, or of some of its weapons, whose window is
/// over: once for each window. The answer is by when they are to be back.
///
/// # Errors
/// The row has no length, or the database does not answer.
pub async fn ask_back(
    state: &State,
    tx: &DatabaseTransaction,
    (row, kind): (&grant::Model, &str),
) -> Result<Option<Date>> {
    let due = back_by(state, row)?;
    let once = format!("{kind}/{}/{}", row.id, row.acquire_until.as_deref().unwrap_or_default());
    task::raise(state, tx, (kind, &once), Some(row.application_id), due).await?;
    Ok(due)
}

async fn end_one(state: &State, row: &grant::Model, end: &'static str, over: Condition) -> Result<bool> {
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
    let (action, to) = match end {
        "lapsed" => close_window(state, &tx, row, now_ms).await?,
        _ => {
            let term = Expr::value("expired".to_owned());
            weapon::change(&tx, row, grant::Entity::update_many().col_expr(Column::State, term)).await?;
            let once = format!("permit-expired/{}", row.id);
            task::raise(state, &tx, ("permit-expired", &once), Some(row.application_id), None).await?;
            ("permit.ended", "expired")
        }
    };
    let subject = format!("permit/{}", row.application_id);
    let detail = json!({ "permit": row.id, "state": to });
    audit::record(&tx, now_ms, Act { actor: "system", action, subject, detail }).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(true)
}

/// The time to acquire is over: the permit goes on for what was acquired, and the papers of the
/// rest come back, those that are not back already. The answer is what happened, and where the
/// permit stands.
async fn close_window(
    state: &State,
    tx: &DatabaseTransaction,
    row: &grant::Model,
    now_ms: i64,
) -> Result<(&'static str, &'static str)> {
    let weapons = weapon::of(tx, row, &[]).await?;
    let (used, missed): (Vec<_>, Vec<_>) = weapons.iter().partition(|one| one.acquired_on.is_some());
    let (action, kind, to) = if used.is_empty() {
        ("permit.ended", "permit-lapsed", "lapsed")
    } else {
        ("permit.weapon-lapsed", "weapon-lapsed", "active")
    };
    weapon::settle(tx, row, (to, Others::Missed), now_ms).await?;
    if missed.iter().any(|one| one.is_out()) {
        let day = ask_back(state, tx, (row, kind)).await?.map(|day| day.to_string());
        let file = file_of(tx, row).await?;
        let address = address(state, tx, &file).await?;
        let reader = Reader::holder(&file, row, address.as_deref());
        let once = format!("{BACK}/{}", row.acquire_until.as_deref().unwrap_or_default());
        mail::tell(state, tx, &reader, (kind, &once), day.as_deref()).await?;
    }
    Ok((action, to))
}
