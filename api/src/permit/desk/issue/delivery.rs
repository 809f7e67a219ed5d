//! How a decision reached the applicant.

use jiff::civil::Date;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;

use super::super::after::SENT;
use super::super::{Case, Line, claim, task, write_down};
use super::{number, proof};
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result, both};
use crate::permit::entity::{decision, delivery};
use crate::permit::numbers;

/// Channels by which a decision can be delivered by hand of the office.
pub const CHANNELS: [&str; 3] = ["registered", "police", "prosecutor"];

pub(super) async fn delivered(
    tx: &DatabaseTransaction,
    decision_id: Uuid,
    (channel, reference, posted_on): (&str, Option<String>, Option<Date>),
    person: &Person,
    now_ms: i64,
) -> Result<()> {
    let row = delivery::ActiveModel {
        id: Set(Uuid::now_v7()),
        decision_id: Set(decision_id),
        channel: Set(channel.to_owned()),
        reference: Set(reference),
        state: Set("sent".to_owned()),
        sent_at_ms: Set(now_ms),
        posted_on: Set(posted_on.map(|day| day.to_string())),
        received_on: Set(None),
        recorded_by: Set(person.email.clone()),
    };
    row.insert(tx).await?;
    Ok(())
}

/// The decision of a file that was given out last.
fn issued(case: &Case) -> Result<&decision::Model> {
    case.decisions.iter().find(|row| row.state == "issued").ok_or(Error::Conflict("permit-no-decision"))
}

/// The day on which a decision can be posted: not before it was given out, and not ahead.
pub(super) fn postable(case: &Case, row: &decision::Model, day: &str) -> Result<Date> {
    let issued_on = row.issued_at_ms.map(numbers::today);
    let fits = |on: &Date| *on <= case.today && issued_on.is_none_or(|first| *on >= first);
    numbers::day(day.trim()).filter(fits).ok_or_else(|| Error::invalid("posted", "permit-day"))
}

/// The day on which a letter was posted.
pub(super) fn posted_on(row: &delivery::Model) -> Date {
    let day = row.posted_on.as_deref().and_then(numbers::day);
    day.unwrap_or_else(|| numbers::today(row.sent_at_ms))
}

/// Records that the letter was sent, with the number of the registered letter. Without a day it
/// was posted today.
///
/// # Errors
/// Another role, nothing was given out, an unknown channel, no number, a day before the decision
/// was given out or ahead, or the file was changed meanwhile.
pub async fn deliver(
    state: &State,
    person: &Person,
    case: &Case,
    (channel, reference): (&str, &str),
    posted: &str,
) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let row = issued(case)?;
    if !CHANNELS.contains(&channel) {
        return Err(Error::choice("channel", channel));
    }
    let reference = match number("number", reference) {
        Ok(none) if none.is_empty() && channel == "registered" => Err(Error::invalid("number", "required")),
        other => other,
    };
    let posted = if posted.trim().is_empty() { Ok(case.today) } else { postable(case, row, posted) };
    let (reference, posted) = both(reference, posted)?;
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    // Two clicks on one page are one letter.
    claim(&tx, &case.row, &SENT, now_ms, Vec::new()).await?;
    let reference = (!reference.is_empty()).then_some(reference);
    delivered(&tx, row.id, (channel, reference, Some(posted)), person, now_ms).await?;
    if channel == "registered" {
        proof::awaits(&tx, person, row.id, now_ms).await?;
    }
    let detail = json!({ "decision": row.id, "channel": channel, "posted": posted.to_string() });
    write_down(state, &tx, case, person, Line::of("delivered"), detail).await?;
    Ok(tx.commit().await?)
}

/// How the decisions of a file were delivered, oldest first.
///
/// # Errors
/// The database does not answer.
pub async fn deliveries(state: &State, case: &Case) -> Result<Vec<delivery::Model>> {
    of_decisions(state, case.decisions.iter().map(|row| row.id)).await
}

pub(crate) async fn of_decisions(
    state: &State,
    ids: impl Iterator<Item = Uuid>,
) -> Result<Vec<delivery::Model>> {
    let find = delivery::Entity::find().filter(delivery::Column::DecisionId.is_in(ids));
    Ok(find.order_by_asc(delivery::Column::SentAtMs).limit(200).all(&state.db).await?)
}

/// Records when a letter was received: the time for an appeal counts from that day. An empty
/// day says that it came back.
///
/// # Errors
/// Another role, a letter of another file or one that was recorded before, or a day that lies
/// ahead or before the letter was posted.
pub async fn received(state: &State, person: &Person, case: &Case, id: Uuid, day: &str) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let row = deliveries(state, case).await?.into_iter().find(|row| row.id == id).ok_or(Error::NotFound)?;
    let came_back = day.trim().is_empty();
    let on = numbers::day(day.trim());
    let posted = posted_on(&row);
    if !came_back && on.is_none_or(|on| on > case.today || on < posted) {
        return Err(Error::invalid("received", "permit-day"));
    }
    let to = if came_back { "returned" } else { "received" };
    let tx = db::begin(&state.db).await?;
    let changed = delivery::Entity::update_many()
        .col_expr(delivery::Column::State, Expr::value(to.to_owned()))
        .col_expr(delivery::Column::ReceivedOn, Expr::value(on.map(|on| on.to_string())))
        .filter(delivery::Column::Id.eq(id))
        .filter(delivery::Column::State.eq("sent"))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-changed-meanwhile"));
    }
    if came_back {
        let once = format!("letter-returned/{id}");
        task::raise(state, &tx, ("letter-returned", &once), Some(case.row.id), None).await?;
    }
    proof::came(&tx, person, &row, state.clock.now_ms()).await?;
    let line = Line { until_day: on.map(|on| on.to_string()), ..Line::of("delivery-recorded") };
    write_down(state, &tx, case, person, line, json!({ "delivery": id, "state": to })).await?;
    Ok(tx.commit().await?)
}
