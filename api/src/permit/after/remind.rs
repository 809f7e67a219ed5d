//! Told before it is too late: a window to acquire a weapon, and a permit that ends.

use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect};

use super::{AT_ONCE, address, file_of, is_first, untold};
use crate::app::State;
use crate::db;
use crate::error::Result;
use crate::permit::entity::{firing, grant};
use crate::permit::mail::{self, Reader};
use crate::permit::{numbers, weapon};

/// What is told about a permit: row of `deadlines.toml`, mail, the day it is about.
struct Word {
    deadline: &'static str,
    notification: &'static str,
    date: Option<String>,
}

/// Tells every holder who has to know something now; the answer is how many.
///
/// # Errors
/// The database does not answer, or a row has no length.
pub async fn run(state: &State) -> Result<usize> {
    let told = windows(state).await? + ends(state).await?;
    Ok(told)
}

/// The last day before which a row wants somebody told, counted from today.
fn horizon(state: &State, deadline: &str) -> Option<(String, String)> {
    let today = numbers::today(state.clock.now_ms());
    let period = state.law.on(today).deadline(deadline).filter(|row| row.before)?.period()?;
    Some((today.to_string(), period.unit.after(today, period.amount).to_string()))
}

async fn windows(state: &State) -> Result<usize> {
    let Some((today, last)) = horizon(state, "acquisition-reminder") else { return Ok(0) };
    let rows = grant::Entity::find()
        .filter(grant::Column::State.eq("active"))
        .filter(grant::Column::AcquiredOn.is_null())
        .filter(grant::Column::AcquireUntil.between(today, last))
        .filter(untold("acquisition-reminder"))
        .order_by_asc(grant::Column::AcquireUntil)
        .limit(AT_ONCE)
        .all(&state.db)
        .await?;
    let word = |row: &grant::Model| Word {
        deadline: "acquisition-reminder",
        notification: "acquisition-reminder",
        date: row.acquire_until.clone(),
    };
    all(state, &rows, word).await
}

async fn ends(state: &State) -> Result<usize> {
    let Some((today, last)) = horizon(state, "carry-renewal-reminder") else { return Ok(0) };
    let rows = grant::Entity::find()
        .filter(grant::Column::State.eq("active"))
        .filter(grant::Column::EndsOn.between(today, last))
        .filter(untold("carry-renewal-reminder"))
        .order_by_asc(grant::Column::EndsOn)
        .limit(AT_ONCE)
        .all(&state.db)
        .await?;
    let word = |row: &grant::Model| Word {
        deadline: "carry-renewal-reminder",
        notification: "expiry",
        date: row.ends_on.clone(),
    };
    all(state, &rows, word).await
}

/// A permit that was given a new day has a new time to be told of it.
///
/// # Errors
/// The database does not answer.
pub async fn anew(tx: &DatabaseTransaction, file: Uuid) -> Result<()> {
    firing::Entity::delete_many()
        .filter(firing::Column::ApplicationId.eq(file))
        .filter(firing::Column::Deadline.is_in(["acquisition-reminder", "carry-renewal-reminder"]))
        .exec(tx)
        .await?;
    Ok(())
}

async fn all(state: &State, rows: &[grant::Model], word: impl Fn(&grant::Model) -> Word) -> Result<usize> {
    let mut told = 0;
    for row in rows {
        let Word { deadline, notification, date } = word(row);
        let tx = db::begin(&state.db).await?;
        if is_first(&tx, row.application_id, (deadline, "told"), state.clock.now_ms()).await? {
            // Who gave the papers back acquires nothing any more.
            let weapons = weapon::of(&tx, row, &[]).await?;
            if notification == "acquisition-reminder" && !weapons.iter().any(|one| one.can_be_acquired(row)) {
                tx.commit().await?;
                continue;
            }
            let file = file_of(&tx, row).await?;
            let to = address(state, &tx, &file).await?;
            let once = format!("{deadline}/{}", date.as_deref().unwrap_or_default());
            let reader = Reader::holder(&file, row, to.as_deref());
            mail::tell(state, &tx, &reader, (notification, &once), date.as_deref()).await?;
            told += 1;
        }
        tx.commit().await?;
    }
    Ok(told)
}
