//! A day of a letter that was written down wrongly is put right, with a reason: the time for an
//! appeal counts from it.

use jiff::civil::Date;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::super::after::SENT;
use super::super::{Case, Line, claim, text_of, write_down};
use super::delivery::{deliveries, postable, posted_on};
use super::proof;
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result, both};
use crate::permit::entity::decision;
use crate::permit::entity::delivery::{Column, Entity, Model};
use crate::permit::numbers;

/// Longest reason, in characters.
const MOST_TEXT: usize = 8_000;

/// Whether the days of a letter can be put right: the portal knows its own.
#[must_use]
pub fn can_correct(row: &Model) -> bool {
    row.channel != "portal"
}

/// The day on which a letter was posted and, once it was, that on which it was received: what is
/// written of them, else what is kept.
fn days(
    case: &Case,
    (row, of): (&Model, &decision::Model),
    (posted, received): (&str, &str),
) -> Result<(Date, Option<Date>)> {
    if posted.is_empty() && received.is_empty() {
        return Err(Error::invalid("received", "permit-days"));
    }
    let posted = if posted.is_empty() { posted_on(row) } else { postable(case, of, posted)? };
    let kept = row.received_on.as_deref().and_then(numbers::day);
    let on = if received.is_empty() { kept } else { numbers::day(received) };
    let is_wrong = !received.is_empty() && on.is_none();
    if is_wrong || on.is_some_and(|on| on > case.today || on < posted) {
        return Err(Error::invalid("received", "permit-day"));
    }
    Ok((posted, on))
}

/// Puts the day right on which a letter was posted, or received, or both; an empty day stays as
/// it is. A letter with a day of receipt was received, whatever was recorded of it before.
///
/// # Errors
/// Another role, a letter of another file, no day or no reason, a day that lies ahead, before the
/// decision was given out, or of receipt before the posting, or the file was changed meanwhile.
pub async fn correct(
    state: &State,
    person: &Person,
    case: &Case,
    (id, posted, received): (Uuid, &str, &str),
    reason: &str,
) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let own = deliveries(state, case).await?.into_iter().find(|row| row.id == id && can_correct(row));
    let row = own.ok_or(Error::NotFound)?;
    let of = case.decisions.iter().find(|one| one.id == row.decision_id).ok_or(Error::NotFound)?;
    let days = days(case, (&row, of), (posted.trim(), received.trim()));
    let ((posted, on), reason) = both(days, text_of("text", reason, MOST_TEXT))?;
    let to = if on.is_some() { "received" } else { row.state.as_str() };
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &SENT, now_ms, Vec::new()).await?;
    Entity::update_many()
        .col_expr(Column::State, Expr::value(to.to_owned()))
        .col_expr(Column::PostedOn, Expr::value(Some(posted.to_string())))
        .col_expr(Column::ReceivedOn, Expr::value(on.map(|on| on.to_string())))
        .filter(Column::Id.eq(id))
        .exec(&tx)
        .await?;
    if on.is_some() {
        proof::came(&tx, person, &row, now_ms).await?;
    }
    let line = Line {
        until_day: on.map(|on| on.to_string()),
        detail_sealed: Some(case.key.seal("event/delivery-corrected", &reason)?),
        ..Line::of("delivery-corrected")
    };
    let was = json!({ "posted": posted_on(&row).to_string(), "received": row.received_on });
    let now = json!({ "posted": posted.to_string(), "received": on.map(|on| on.to_string()) });
    write_down(state, &tx, case, person, line, json!({ "delivery": id, "was": was, "now": now })).await?;
    Ok(tx.commit().await?)
}
