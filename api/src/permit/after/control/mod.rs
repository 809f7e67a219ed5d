//! The five-yearly control: holders are invited in batches, reminded, and answer with the
//! form `periodic-control`; whoever does not answer is listed for the office (`list`), and so
//! is every answer until it was judged (`desk::record`).

mod list;

pub use list::{Figures, Line, List, Place, figures, of_permit, page};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;

use super::{AT_ONCE, address, file_of};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::Result;
use crate::permit::desk::{self, task};
use crate::permit::entity::{application, control, grant};
use crate::permit::mail::{self, Reader};
use crate::permit::{numbers, reminder};

/// The procedure with which a holder answers.
pub const PROCEDURE: &str = "periodic-control";

/// Invites, reminds, and notes who did not answer; the answer is how many steps.
///
/// # Errors
/// The database does not answer.
pub async fn run(state: &State) -> Result<usize> {
    Ok(invite(state).await? + remind(state).await? + overdue(state).await?)
}

/// Invites the holders whose control is due, no more in a day than the row `control-batch`.
async fn invite(state: &State) -> Result<usize> {
    let now_ms = state.clock.now_ms();
    let today = numbers::today(now_ms);
    let law = state.law.on(today);
    let (Some(interval), Some(answer), Some(batch)) =
        (law.deadline("control-interval"), law.deadline("control-answer"), law.limit("control-batch"))
    else {
        return Ok(0);
    };
    let Some(interval) = interval.period() else { return Ok(0) };
    let day = today.to_string();
    let sent =
        control::Entity::find().filter(control::Column::InvitedOn.eq(day.as_str())).count(&state.db).await?;
    let left = u64::try_from(batch.amount).unwrap_or(0).saturating_sub(sent).min(AT_ONCE);
    if left == 0 {
        return Ok(0);
    }
    let rows = grant::Entity::find()
        .filter(grant::Column::State.eq("active"))
        .filter(grant::Column::ControlOn.lte(day.as_str()))
        .order_by_asc(grant::Column::ControlOn)
        .order_by_asc(grant::Column::Id)
        .limit(left)
        .all(&state.db)
        .await?;
    let due = desk::due(state, answer, today)?.due.to_string();
    for row in &rows {
        let cycle = row.control_on.clone().unwrap_or_default();
        let mut next = numbers::day(&cycle).unwrap_or(today);
        while next <= today {
            next = interval.unit.after(next, interval.amount.max(1));
        }
        let tx = db::begin(&state.db).await?;
        let moved = grant::Entity::update_many()
            .col_expr(grant::Column::ControlOn, Expr::value(Some(next.to_string())))
            .col_expr(grant::Column::ChangedAtMs, Expr::value(now_ms))
            .filter(grant::Column::Id.eq(row.id))
            .filter(grant::Column::ControlOn.eq(cycle.as_str()))
            .exec(&tx)
            .await?;
        if moved.rows_affected == 0 {
            // Another process invites this holder.
            continue;
        }
        let id = Uuid::now_v7();
        let made = control::ActiveModel {
            id: Set(id),
            grant_id: Set(row.id),
            cycle_on: Set(cycle),
            state: Set("invited".to_owned()),
            invited_on: Set(day.clone()),
            due_on: Set(due.clone()),
            reminders: Set(0),
            application_id: Set(None),
            answered_on: Set(None),
            verdict: Set(None),
            judged_on: Set(None),
            changed_at_ms: Set(now_ms),
        };
        made.insert(&tx).await?;
        let file = file_of(&tx, row).await?;
        let to = address(state, &tx, &file).await?;
        let once = id.to_string();
        let what = ("control-invitation", once.as_str());
        let reader = Reader::holder(&file, row, to.as_deref());
        mail::tell(state, &tx, &reader, what, Some(&due)).await?;
        let subject = format!("permit/{}", file.id);
        let detail = json!({ "until": due });
        let act = Act { actor: "system", action: "permit.control-invite", subject, detail };
        audit::record(&tx, now_ms, act).await?;
        tx.commit().await?;
    }
    Ok(rows.len())
}

/// Reminds holders on the days of the row.
async fn remind(state: &State) -> Result<usize> {
    let now_ms = state.clock.now_ms();
    let today = numbers::today(now_ms);
    let Some(rule) = state.law.on(today).deadline("control-answer") else { return Ok(0) };
    let mut told = 0;
    for step in reminder::steps(&rule.reminders) {
        let rows = control::Entity::find()
            .filter(control::Column::State.eq("invited"))
            .filter(control::Column::Reminders.lt(step.number))
            .filter(step.of_day(control::Column::InvitedOn, today))
            .filter(control::Column::DueOn.gte(today.to_string()))
            .limit(AT_ONCE)
            .all(&state.db)
            .await?;
        for row in rows {
            let tx = db::begin(&state.db).await?;
            let changed = control::Entity::update_many()
                .col_expr(control::Column::Reminders, Expr::value(step.number))
                .col_expr(control::Column::ChangedAtMs, Expr::value(now_ms))
                .filter(control::Column::Id.eq(row.id))
                .filter(control::Column::State.eq("invited"))
                .filter(control::Column::Reminders.eq(row.reminders))
                .exec(&tx)
                .await?;
            let permit = grant::Entity::find_by_id(row.grant_id).one(&tx).await?;
            if let Some(permit) = permit.filter(|_| changed.rows_affected == 1) {
                let file = file_of(&tx, &permit).await?;
                let to = address(state, &tx, &file).await?;
                let once = format!("{}/{}", row.id, step.number);
                let what = ("control-reminder", once.as_str());
                let reader = Reader::holder(&file, &permit, to.as_deref());
                mail::tell(state, &tx, &reader, what, Some(&row.due_on)).await?;
                told += 1;
            }
            tx.commit().await?;
        }
    }
    Ok(told)
}

/// Whoever let the last day pass is a task of the office, once; answering stays possible.
async fn overdue(state: &State) -> Result<usize> {
    let now_ms = state.clock.now_ms();
    let today = numbers::today(now_ms).to_string();
    let rows = control::Entity::find()
        .filter(control::Column::State.eq("invited"))
        .filter(control::Column::DueOn.lt(today.as_str()))
        .limit(AT_ONCE)
        .all(&state.db)
        .await?;
    let mut noted = 0;
    for row in rows {
        let tx = db::begin(&state.db).await?;
        let changed = control::Entity::update_many()
            .col_expr(control::Column::State, Expr::value("unanswered".to_owned()))
            .col_expr(control::Column::ChangedAtMs, Expr::value(now_ms))
            .filter(control::Column::Id.eq(row.id))
            .filter(control::Column::State.eq("invited"))
            .exec(&tx)
            .await?;
        let permit = grant::Entity::find_by_id(row.grant_id).one(&tx).await?;
        if let Some(permit) = permit.filter(|_| changed.rows_affected == 1) {
            let once = format!("control-unanswered/{}", row.id);
            let due = numbers::day(&row.due_on);
            task::raise(state, &tx, ("control-unanswered", &once), Some(permit.application_id), due).await?;
            noted += 1;
        }
        tx.commit().await?;
    }
    Ok(noted)
}

/// Notes the answer of a holder, when the file is one about a permit that is controlled.
///
/// # Errors
/// The database does not answer.
pub async fn answered(
    tx: &DatabaseTransaction,
    file: &application::Model,
    today: &str,
    now_ms: i64,
) -> Result<()> {
    let Some(permit) = file.grant_id.filter(|_| file.procedure == PROCEDURE) else { return Ok(()) };
    control::Entity::update_many()
        .col_expr(control::Column::State, Expr::value("answered".to_owned()))
        .col_expr(control::Column::ApplicationId, Expr::value(Some(file.id)))
        .col_expr(control::Column::AnsweredOn, Expr::value(Some(today.to_owned())))
        .col_expr(control::Column::ChangedAtMs, Expr::value(now_ms))
        .filter(control::Column::GrantId.eq(permit))
        .filter(control::Column::State.is_in(["invited", "unanswered"]))
        .exec(tx)
        .await?;
    Ok(())
}

/// An answer that its holder takes back before it was judged leaves the control without one.
///
/// # Errors
/// The database does not answer.
pub async fn taken_back(
    tx: &DatabaseTransaction,
    file: &application::Model,
    today: &str,
    now_ms: i64,
) -> Result<()> {
    for (state, late) in [("unanswered", true), ("invited", false)] {
        let due = if late { control::Column::DueOn.lt(today) } else { control::Column::DueOn.gte(today) };
        control::Entity::update_many()
            .col_expr(control::Column::State, Expr::value(state.to_owned()))
            .col_expr(control::Column::ApplicationId, Expr::value(Option::<Uuid>::None))
            .col_expr(control::Column::AnsweredOn, Expr::value(Option::<String>::None))
            .col_expr(control::Column::ChangedAtMs, Expr::value(now_ms))
            .filter(control::Column::ApplicationId.eq(file.id))
            .filter(control::Column::Verdict.is_null())
            .filter(due)
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// The control of a permit that waits for an answer.
///
/// # Errors
/// The database does not answer.
pub async fn open(state: &State, permit: Uuid) -> Result<Option<control::Model>> {
    Ok(control::Entity::find()
        .filter(control::Column::GrantId.eq(permit))
        .filter(control::Column::State.is_in(["invited", "unanswered"]))
        .order_by_desc(control::Column::CycleOn)
        .one(&state.db)
        .await?)
}
