//! An adviser who does not answer is reminded on the days of the row; when the last day is
//! over, it becomes a task.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{QueryFilter, QuerySelect};

use super::super::{OPEN, limit, task};
use crate::account;
use crate::app::State;
use crate::db;
use crate::error::Result;
use crate::permit::entity::{advice, application};
use crate::permit::mail::{self, Reader};
use crate::permit::{numbers, reminder};

/// Rows of one run of the reminders.
const AT_ONCE: u64 = 50;

/// Reminds advisers on the days of the row, and raises a task when the last day is over.
///
/// # Errors
/// The database does not answer.
pub async fn run(state: &State) -> Result<usize> {
    let now_ms = state.clock.now_ms();
    let today = numbers::today(now_ms);
    let row = limit::row(state, "advice-reply", today)?;
    let mut done = 0;
    for step in reminder::steps(&row.reminders) {
        let rows = waiting()
            .filter(advice::Column::Reminders.lt(step.number))
            .filter(step.of_moment(advice::Column::SentAtMs, now_ms))
            .limit(AT_ONCE)
            .all(&state.db)
            .await?;
        for row in rows {
            done += usize::from(remind_one(state, &row, step.number).await?);
        }
    }
    let late = waiting()
        .filter(advice::Column::DueOn.lt(today.to_string()))
        .filter(advice::Column::Reminders.lt(LATE))
        .limit(AT_ONCE)
        .all(&state.db)
        .await?;
    for row in late {
        let tx = db::begin(&state.db).await?;
        let once = format!("advice-late/{}", row.id);
        task::raise(state, &tx, ("advice-late", &once), Some(row.application_id), None).await?;
        count_up(&tx, &row, LATE).await?;
        tx.commit().await?;
        done += 1;
    }
    Ok(done)
}

/// Questions without an answer in files that still wait for a decision: afterwards nobody
/// needs the answer.
fn waiting() -> sea_orm::Select<advice::Entity> {
    let open = Query::select()
        .column(application::Column::Id)
        .from(application::Entity)
        .and_where(application::Column::State.is_in(OPEN))
        .to_owned();
    advice::Entity::find()
        .filter(advice::Column::ReceivedAtMs.is_null())
        .filter(advice::Column::ApplicationId.in_subquery(open))
}

/// Mark of a question whose time was found to be over.
const LATE: i64 = 1_000;

async fn count_up(tx: &sea_orm::DatabaseTransaction, row: &advice::Model, to: i64) -> Result<bool> {
    let changed = advice::Entity::update_many()
        .col_expr(advice::Column::Reminders, Expr::value(to))
        .filter(advice::Column::Id.eq(row.id))
        .filter(advice::Column::Reminders.eq(row.reminders))
        .exec(tx)
        .await?;
    Ok(changed.rows_affected == 1)
}

async fn remind_one(state: &State, row: &advice::Model, number: i64) -> Result<bool> {
    let file = application::Entity::find_by_id(row.application_id).one(&state.db).await?;
    let adviser = match row.adviser_id {
        Some(id) => account::by_id(&state.db, id).await?,
        None => None,
    };
    let tx = db::begin(&state.db).await?;
    if !count_up(&tx, row, number).await? {
        return Ok(false);
    }
    if let (Some(file), Some(adviser)) = (file, adviser) {
        let once = number.to_string();
        let reader = Reader::adviser(&file, &adviser, row.id);
        mail::tell(state, &tx, &reader, ("advice-reminder", &once), row.due_on.as_deref()).await?;
    }
    tx.commit().await?;
    Ok(true)
}
