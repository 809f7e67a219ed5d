//! The fee of a file: asked for, asked for again on the days of the row, and received.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect, Select};

use super::{AT_ONCE, OPEN, counted, untold};
use crate::app::State;
use crate::db;
use crate::error::Result;
use crate::permit::after::{address, is_first};
use crate::permit::entity::fee::{Column, Entity, Model};
use crate::permit::entity::{application, mail as mails};
use crate::permit::mail::{self, Reader};
use crate::permit::{desk, numbers, reminder};

/// Row of `deadlines.toml`.
const DEADLINE: &str = "fee-payment";

/// Tells whom it concerns; the answer is how many mails.
///
/// # Errors
/// The database does not answer, or the row has no length.
pub async fn run(state: &State) -> Result<usize> {
    // Whoever was not asked in time is reminded alone: two mails at once say the same.
    Ok(remind(state).await? + ask(state).await? + receive(state).await?)
}

/// Parts of the fee of files that are under way, about which a step was not told.
fn open(state: &str, step: &str) -> Select<Entity> {
    let files = Query::select()
        .column(application::Column::Id)
        .from(application::Entity)
        .and_where(application::Column::State.is_in(OPEN))
        .to_owned();
    Entity::find()
        .filter(Column::State.eq(state))
        .filter(Column::AmountCents.gt(0_i64))
        .filter(Column::ApplicationId.in_subquery(files))
        .filter(untold("permit_fee.application_id", DEADLINE, &format!("permit_fee.stage || '/{step}'")))
        .order_by_asc(Column::Id)
        .limit(AT_ONCE)
}

async fn remind(state: &State) -> Result<usize> {
    let now_ms = state.clock.now_ms();
    let law = state.law.on(numbers::today(now_ms));
    let Some(rule) = law.deadline(DEADLINE) else { return Ok(0) };
    let mut told = 0;
    for step in reminder::steps(&rule.reminders) {
        let name = format!("reminder-{}", step.number);
        let rows = open("requested", &name).filter(step.of_moment(Column::RequestedAtMs, now_ms));
        for row in rows.all(&state.db).await? {
            let due = due_on(state, &row)?;
            let word = ("payment-reminder", name.as_str());
            told += counted(tell(state, &row, word, due.as_deref()).await, row.application_id);
        }
    }
    Ok(told)
}

async fn ask(state: &State) -> Result<usize> {
    let mut told = 0;
    for row in open("requested", "requested").all(&state.db).await? {
        let due = due_on(state, &row)?;
        let word = ("payment-request", "requested");
        told += counted(tell(state, &row, word, due.as_deref()).await, row.application_id);
    }
    Ok(told)
}

async fn receive(state: &State) -> Result<usize> {
    let mut told = 0;
    for row in open("paid", "received").all(&state.db).await? {
        let word = ("payment-received", "received");
        told += counted(tell(state, &row, word, row.paid_on.as_deref()).await, row.application_id);
    }
    Ok(told)
}

/// The last day to pay what was asked for; none while no row says it.
fn due_on(state: &State, row: &Model) -> Result<Option<String>> {
    let Some(asked) = row.requested_at_ms.map(numbers::today) else { return Ok(None) };
    match state.law.on(asked).deadline(DEADLINE) {
        Some(rule) => Ok(Some(desk::due(state, rule, asked)?.due.to_string())),
        None => Ok(None),
    }
}

async fn tell(
    state: &State,
    row: &Model,
    (notification, step): (&str, &str),
    date: Option<&str>,
) -> Result<bool> {
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let Some(file) = application::Entity::find_by_id(row.application_id).one(&tx).await? else {
        return Ok(false);
    };
    let once = format!("{}/{step}", row.stage);
    if !is_first(&tx, file.id, (DEADLINE, &once), now_ms).await? {
        // Another process was faster.
        return Ok(false);
    }
    if notification == "payment-reminder" {
        is_first(&tx, file.id, (DEADLINE, &format!("{}/requested", row.stage)), now_ms).await?;
    }
    // Whoever fixes an amount at the desk, or decides a grant, asks for it at once.
    let own = if notification == "payment-request" { row.stage.clone() } else { once };
    let is_new = !was_asked(&tx, file.id, notification, &own).await?;
    if is_new {
        let to = address(state, &tx, &file).await?;
        let reader = Reader::applicant(&file, to.as_deref());
        mail::tell(state, &tx, &reader, (notification, &own), date).await?;
    }
    tx.commit().await?;
    Ok(is_new)
}

async fn was_asked(tx: &DatabaseTransaction, file: Uuid, notification: &str, once: &str) -> Result<bool> {
    let key = format!("{notification}/{file}/{once}");
    Ok(mails::Entity::find().filter(mails::Column::Once.eq(key)).count(tx).await? > 0)
}
