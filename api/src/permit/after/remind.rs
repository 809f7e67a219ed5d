//! Told before it is too late: a draft that will be erased, a window to acquire a weapon, a
//! permit that ends, and one that has lapsed.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryFilter, QueryOrder, QuerySelect};

use super::lapse::back_by;
use super::{AT_ONCE, address, file_of, is_first, untold};
use crate::app::State;
use crate::db;
use crate::error::Result;
use crate::permit::entity::grant;
use crate::permit::mail::{self, Reader};
use crate::permit::numbers;

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
    let told = windows(state).await? + ends(state).await? + lapses(state).await?;
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

/// A permit that was not used in time comes back; the mail says until when.
async fn lapses(state: &State) -> Result<usize> {
    let rows = grant::Entity::find()
        .filter(grant::Column::State.eq("lapsed"))
        .filter(untold("return-lapsed-permit"))
        .limit(AT_ONCE)
        .all(&state.db)
        .await?;
    let back = |row: &grant::Model| Some(back_by(state, row).ok()??.to_string());
    let word = |row: &grant::Model| Word {
        deadline: "return-lapsed-permit",
        notification: "permit-lapsed",
        date: back(row),
    };
    all(state, &rows, word).await
}

async fn all(state: &State, rows: &[grant::Model], word: impl Fn(&grant::Model) -> Word) -> Result<usize> {
    let mut told = 0;
    for row in rows {
        let Word { deadline, notification, date } = word(row);
        let tx = db::begin(&state.db).await?;
        if is_first(&tx, row.application_id, (deadline, "told"), state.clock.now_ms()).await? {
            let file = file_of(&tx, row).await?;
            let to = address(state, &tx, &file).await?;
            let what = (notification, deadline);
            let reader = Reader::holder(&file, row, to.as_deref());
            mail::tell(state, &tx, &reader, what, date.as_deref()).await?;
            told += 1;
        }
        tx.commit().await?;
    }
    Ok(told)
}
