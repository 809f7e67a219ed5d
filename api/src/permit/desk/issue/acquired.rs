//! The office records that a weapon was acquired, when its holder did not say so or said it
//! wrongly: also when the permit has lapsed meanwhile by the calendar alone.

use sea_orm::DatabaseTransaction;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::super::after::SENT;
use super::super::{Case, Line, claim, day_of, task, text_of, write_down};
use super::number;
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result, both};
use crate::permit::entity::{grant, part};
use crate::permit::mail::{self, Reader};

/// Longest reason, in characters.
const MOST_TEXT: usize = 8_000;

/// Whether a person can record an acquisition: of a permit that holds, a handler or the High
/// Official. That a permit holds again which had lapsed is for the High Official alone.
#[must_use]
pub fn can_record(case: &Case, person: &Person) -> bool {
    let of_window = case.grant.as_ref().filter(|grant| grant.acquire_until.is_some());
    match of_window.map(|grant| grant.state.as_str()) {
        Some("active" | "suspended") => person.has(&[Role::WeaponsClerk, Role::HighOfficial]),
        Some("lapsed") => person.has(&[Role::HighOfficial]),
        _ => false,
    }
}

/// Records on which day the weapon was acquired, with its serial number where it is known, and
/// how the office knows it. A permit that had lapsed holds again.
///
/// # Errors
/// Another role, no permit with a time for the acquisition, a day outside that time, no reason,
/// or a serial number that is none.
pub async fn record(
    state: &State,
    person: &Person,
    case: &Case,
    (day, serial): (&str, &str),
    reason: &str,
) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk, Role::HighOfficial]) {
        return Err(Error::Forbidden("role"));
    }
    let holds = |row: &&grant::Model| matches!(row.state.as_str(), "active" | "suspended" | "lapsed");
    let row = case.grant.as_ref().filter(holds).ok_or(Error::Conflict("permit-no-grant"))?;
    let until = row.acquire_until.as_deref().ok_or(Error::Conflict("permit-no-grant"))?;
    if !can_record(case, person) {
        return Err(Error::Forbidden("role"));
    }
    let fits = |on: &jiff::civil::Date| {
        let own = on.to_string();
        *on <= case.today && own >= row.issued_on && own.as_str() <= until
    };
    let on = both(day_of("day", day, fits), number("serial", serial));
    let ((on, serial), reason) = both(on, text_of("text", reason, MOST_TEXT))?;
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &SENT, state.clock.now_ms(), Vec::new()).await?;
    let line = Line {
        until_day: Some(on.to_string()),
        detail_sealed: Some(case.key.seal("event/acquisition-recorded", &reason)?),
        ..Line::of("acquisition-recorded")
    };
    let detail = json!({ "permit": row.id, "on": on.to_string(), "was": row.state });
    write_down(state, &tx, case, person, line, detail).await?;
    used(state, &tx, row, &on.to_string()).await?;
    if !serial.is_empty() {
        numbered(state, &tx, case, row, &serial).await?;
    }
    if row.state == "lapsed" {
        task::settle(&tx, person, &format!("permit-lapsed/{}", row.id), state.clock.now_ms()).await?;
        let reader = Reader::holder(&case.row, row, case.email());
        mail::tell(state, &tx, &reader, ("acquisition-recorded", ""), None).await?;
    }
    Ok(tx.commit().await?)
}

/// The permit has been used; one that had lapsed holds again.
async fn used(state: &State, tx: &DatabaseTransaction, row: &grant::Model, on: &str) -> Result<()> {
    let to = if row.state == "lapsed" { "active" } else { &row.state };
    let changed = grant::Entity::update_many()
        .col_expr(grant::Column::State, Expr::value(to.to_owned()))
        .col_expr(grant::Column::AcquiredOn, Expr::value(Some(on.to_owned())))
        .col_expr(grant::Column::ChangedAtMs, Expr::value(state.clock.now_ms()))
        .filter(grant::Column::Id.eq(row.id))
        .filter(grant::Column::State.eq(row.state.clone()))
        .exec(tx)
        .await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict("permit-changed-meanwhile")) }
}

/// The serial number, on both parts.
async fn numbered(
    state: &State,
    tx: &DatabaseTransaction,
    case: &Case,
    row: &grant::Model,
    serial: &str,
) -> Result<()> {
    for name in ["A", "B"] {
        let sealed = case.key.seal(&format!("part/{}/{name}", row.id), &serial)?;
        part::Entity::update_many()
            .col_expr(part::Column::SerialSealed, Expr::value(Some(sealed)))
            .col_expr(part::Column::ChangedAtMs, Expr::value(state.clock.now_ms()))
            .filter(part::Column::GrantId.eq(row.id))
            .filter(part::Column::Part.eq(name))
            .exec(tx)
            .await?;
    }
    Ok(())
}
