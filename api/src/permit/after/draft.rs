//! Drafts that nobody returned to: the person is told first, then they are erased for good,
//! rows, files and key.

use jiff::civil::Date;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryFilter, QueryOrder, QuerySelect};

use super::{AT_ONCE, address, is_first};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::{application, document, firing};
use crate::permit::mail::{self, Reader};
use crate::permit::{numbers, vault};

/// Row of `deadlines.toml`: how long before the erasure the person is told.
const WARNING: &str = "draft-warning";

const DAY_MS: i64 = 86_400_000;

/// Warns and erases; the answer is how many drafts.
///
/// # Errors
/// The database or the vault does not answer.
pub async fn run(state: &State) -> Result<usize> {
    let now_ms = state.clock.now_ms();
    let today = numbers::today(now_ms);
    let law = state.law.on(today);
    let kept = law.class("draft").and_then(|row| row.period());
    let warned = law.deadline(WARNING).and_then(|row| row.period());
    let (Some(kept), Some(warned)) = (kept, warned) else { return Ok(0) };
    // The day on which a draft of today would be erased, and the one on which it is announced.
    let last = kept.unit.after(today, kept.amount);
    let ahead = days(warned.unit.after(last, -warned.amount), last);
    let old = numbers::days_back(today, kept);
    let rows = application::Entity::find()
        .filter(application::Column::State.eq("draft"))
        .filter(application::Column::UpdatedAtMs.lt(now_ms - (old - ahead) * DAY_MS))
        .filter(application::Column::LegalHold.is_null())
        .order_by_asc(application::Column::UpdatedAtMs)
        .limit(AT_ONCE * 20)
        .all(&state.db)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let known = firing::Entity::find()
        .filter(firing::Column::Deadline.eq(WARNING))
        .filter(firing::Column::ApplicationId.is_in(ids))
        .all(&state.db)
        .await?;
    let mut done = 0;
    for row in rows {
        // Whoever returns to a draft begins a new time, and is told again.
        let step = format!("warned-{}", row.updated_at_ms);
        let told = known.iter().find(|told| told.application_id == row.id && told.step == step);
        let is_over = row.updated_at_ms < now_ms - old * DAY_MS;
        match told {
            None => done += usize::from(warn(state, &row, &step, ahead, today).await?),
            // Nobody is told on Monday and erased on Tuesday because the system slept.
            Some(told) if is_over && told.fired_at_ms <= now_ms - ahead * DAY_MS => {
                erase(state, &row).await?;
                done += 1;
            }
            Some(_) => {}
        }
    }
    Ok(done)
}

fn days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

async fn warn(state: &State, row: &application::Model, step: &str, ahead: i64, today: Date) -> Result<bool> {
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let is_first = is_first(&tx, row.id, (WARNING, step), now_ms).await?;
    if is_first {
        let to = address(state, &tx, row).await?;
        let span = jiff::Span::new().days(ahead);
        let last = today.checked_add(span).map_err(|error| Error::Internal(error.into()))?.to_string();
        let reader = Reader::applicant(row, to.as_deref());
        mail::tell(state, &tx, &reader, ("draft-expiring", step), Some(&last)).await?;
    }
    tx.commit().await?;
    Ok(is_first)
}

async fn erase(state: &State, row: &application::Model) -> Result<()> {
    let papers =
        document::Entity::find().filter(document::Column::ApplicationId.eq(row.id)).all(&state.db).await?;
    let gone = application::Entity::delete_many()
        .filter(application::Column::Id.eq(row.id))
        .filter(application::Column::State.eq("draft"))
        .filter(application::Column::UpdatedAtMs.eq(row.updated_at_ms))
        .exec(&state.db)
        .await?;
    if gone.rows_affected == 1 {
        for paper in papers {
            vault::discard(state, &paper.vault_key).await?;
        }
    }
    Ok(())
}
