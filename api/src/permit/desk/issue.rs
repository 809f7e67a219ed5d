//! A decision leaves the house: the permit that comes of it, the tasks that follow, and the
//! proof of how it reached the applicant.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::decision::{Body, KINDS, move_on, open};
use super::{Case, Line, claim, limit, nothing, print, task, write_down};
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::application::Column;
use crate::permit::entity::{decision, delivery, document, fee, grant, part};
use crate::permit::{mail, numbers};

/// What a permit is about, as sealed in its row.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Subject {
    /// In words, as the decision says.
    pub text: String,
    /// The weapons of the application, with the names of their fields.
    #[serde(default)]
    pub weapons: Vec<Value>,
    /// Number of the card or form that was handed over.
    #[serde(default)]
    pub card: String,
}

/// Channels by which a decision can be delivered by hand of the office.
pub const CHANNELS: [&str; 3] = ["registered", "police", "prosecutor"];

/// Longest number of a card or a registered letter, in characters.
const MOST_NUMBER: usize = 60;

/// The part of the fee that is due on grant is asked for once the grant is decided.
pub(super) async fn ask_second_part(state: &State, tx: &DatabaseTransaction, case: &Case) -> Result<()> {
    let changed = fee::Entity::update_many()
        .col_expr(fee::Column::State, Expr::value("requested".to_owned()))
        .col_expr(fee::Column::RequestedAtMs, Expr::value(Some(state.clock.now_ms())))
        .filter(fee::Column::ApplicationId.eq(case.row.id))
        .filter(fee::Column::Stage.eq("grant"))
        .filter(fee::Column::State.eq("open"))
        .filter(fee::Column::AmountCents.is_not_null())
        .exec(tx)
        .await?;
    if changed.rows_affected == 0 {
        return Ok(());
    }
    let row = limit::row(state, "fee-payment", case.today)?;
    let due = limit::due(state, row, case.today)?.due.to_string();
    mail::of_office(state, tx, &case.row, case.email(), ("payment-request", "grant"), Some(&due)).await
}

fn number(field: &'static str, text: &str) -> Result<String> {
    let text = text.trim();
    let plain = text.chars().all(|c| c.is_alphanumeric() || " ./-".contains(c));
    if text.chars().count() > MOST_NUMBER || !plain {
        return Err(Error::invalid(field, "permit-number"));
    }
    Ok(text.to_owned())
}

/// Gives a decision out: the file ends with it. `card` is the number of the permit form, when
/// the service has one.
///
/// # Errors
/// Another role, nothing decided, the letter is not made yet, or a grant that is not paid.
pub async fn issue(state: &State, person: &Person, case: &Case, card: &str) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let row = open(case, "decided")?;
    let card = number("card", card)?;
    let ends = KINDS.iter().find(|(kind, _)| *kind == row.kind).map(|(_, ends)| *ends);
    let ends = ends.ok_or(Error::Conflict("permit-no-decision"))?;
    let of_grant = matches!(row.kind.as_str(), "suspend" | "withdraw");
    let ends = if of_grant { super::after::granted_state(case) } else { ends };
    if !print::attempt(state, row.id).await? {
        return Err(Error::Conflict("permit-letter-waits"));
    }
    let body = Body::open(case, row)?;
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    move_on(&tx, row, "issued", vec![(decision::Column::IssuedAtMs, Expr::value(Some(now_ms)))]).await?;
    let changes =
        vec![(Column::State, Expr::value(ends.to_owned())), (Column::ClosedAtMs, Expr::value(Some(now_ms)))];
    claim(&tx, &case.row, &["drafting"], now_ms, changes).await?;
    document::Entity::update_many()
        .col_expr(document::Column::ApplicantSees, Expr::value(1_i64))
        .filter(document::Column::ApplicationId.eq(case.row.id))
        .filter(document::Column::Purpose.eq("decision"))
        .exec(&tx)
        .await?;
    match row.kind.as_str() {
        "grant" | "grant-conditions" => grant(state, &tx, case, row, &body, card).await?,
        "suspend" => super::after::change_grant(state, &tx, case, "suspended").await?,
        "withdraw" => super::after::change_grant(state, &tx, case, "revoked").await?,
        _ => {}
    }
    delivered(&tx, row.id, ("portal", None), person, now_ms).await?;
    follow(state, &tx, case, row, &body).await?;
    write_down(state, &tx, case, person, Line::of("issued"), nothing()).await?;
    let (once, day) = (row.id.to_string(), row.decided_on.clone());
    mail::of_office(state, &tx, &case.row, case.email(), ("decision", &once), day.as_deref()).await?;
    Ok(tx.commit().await?)
}

/// The permit itself: what it is about, until when it holds, and its two parts.
async fn grant(
    state: &State,
    tx: &DatabaseTransaction,
    case: &Case,
    row: &decision::Model,
    body: &Body,
    card: String,
) -> Result<()> {
    let missing = || Error::Internal(anyhow::anyhow!("the rows have no {}", case.row.procedure));
    let day = case.law_on();
    let procedure = state.law.on(day).procedure(&case.row.procedure).ok_or_else(missing)?;
    let variant = Some(case.row.variant.as_str()).filter(|variant| !variant.is_empty());
    let deadlines = procedure.deadlines_of(variant);
    let last = |name: &str| -> Result<Option<String>> {
        if !deadlines.contains(&name) {
            return Ok(None);
        }
        let limit = limit::row(state, name, case.today)?;
        Ok(Some(limit::due(state, limit, case.today)?.due.to_string()))
    };
    let id = Uuid::now_v7();
    let now_ms = state.clock.now_ms();
    let subject = Subject { text: body.given.subject.clone(), weapons: case.weapons(), card };
    let made = grant::ActiveModel {
        id: Set(id),
        application_id: Set(case.row.id),
        decision_id: Set(row.id),
        holder_id: Set(case.row.applicant_id),
        number: Set(case.row.reference.clone().unwrap_or_default()),
        procedure: Set(case.row.procedure.clone()),
        model: Set(procedure.model.clone()),
        state: Set("active".to_owned()),
        subject_sealed: Set(case.key.seal(&format!("grant/{id}"), &subject)?),
        issued_on: Set(case.today.to_string()),
        ends_on: Set(last("carry-validity")?),
        acquire_until: Set(last("acquisition")?),
        acquired_on: Set(None),
        control_on: Set(last("control-interval")?),
        changed_at_ms: Set(now_ms),
    };
    made.insert(tx).await?;
    if procedure.model == "4" {
        for (name, place) in [("A", "with-holder"), ("B", "to-return")] {
            let own = part::ActiveModel {
                grant_id: Set(id),
                part: Set(name.to_owned()),
                state: Set(place.to_owned()),
                serial_sealed: Set(None),
                returned_on: Set(None),
                changed_at_ms: Set(now_ms),
            };
            own.insert(tx).await?;
        }
    }
    if procedure.register {
        let once = format!("register-report/{id}");
        task::raise(state, tx, ("register-report", &once), Some(case.row.id), None).await?;
    }
    if deadlines.contains(&"decision-copy") {
        let once = format!("decision-copy/{}", row.id);
        let due = numbers::day(&last("decision-copy")?.unwrap_or_default());
        task::raise(state, tx, ("decision-copy", &once), Some(case.row.id), due).await?;
    }
    Ok(())
}

/// What has to be done elsewhere: other states are told of a refusal on grounds of security
/// or reliability, and conditions are followed up on their day.
async fn follow(
    state: &State,
    tx: &DatabaseTransaction,
    case: &Case,
    row: &decision::Model,
    body: &Body,
) -> Result<()> {
    let (file, day) = (Some(case.row.id), case.law_day());
    let told = |id: &String| state.permits.rows.refusal(id, &day).is_some_and(|reason| reason.imi);
    if body.given.refusals.iter().any(told) {
        task::raise(state, tx, ("imi-report", &format!("imi-report/{}", row.id)), file, None).await?;
    }
    for (place, condition) in body.given.conditions.iter().enumerate() {
        if let Some(day) = numbers::day(&condition.by) {
            let once = format!("condition-follow-up/{}/{place}", row.id);
            task::raise(state, tx, ("condition-follow-up", &once), file, Some(day)).await?;
        }
    }
    Ok(())
}

async fn delivered(
    tx: &DatabaseTransaction,
    decision_id: Uuid,
    (channel, reference): (&str, Option<String>),
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

/// Records that the letter was sent, with the number of the registered letter.
///
/// # Errors
/// Another role, nothing was given out, an unknown channel, or no number.
pub async fn deliver(
    state: &State,
    person: &Person,
    case: &Case,
    channel: &str,
    reference: &str,
) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let row = issued(case)?;
    if !CHANNELS.contains(&channel) {
        return Err(Error::invalid("channel", "value-unknown"));
    }
    let reference = number("number", reference)?;
    if channel == "registered" && reference.is_empty() {
        return Err(Error::invalid("number", "required"));
    }
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    delivered(&tx, row.id, (channel, (!reference.is_empty()).then_some(reference)), person, now_ms).await?;
    let detail = json!({ "decision": row.id, "channel": channel });
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

/// The parts of a permit.
///
/// # Errors
/// The database does not answer.
pub async fn parts(state: &State, grant_id: Uuid) -> Result<Vec<part::Model>> {
    let find = part::Entity::find().filter(part::Column::GrantId.eq(grant_id));
    Ok(find.order_by_asc(part::Column::Part).all(&state.db).await?)
}

/// Records when a letter was received: the time for an appeal counts from that day. An empty
/// day says that it came back.
///
/// # Errors
/// Another role, a letter of another file or one that was recorded before, or a day that lies
/// ahead or before the letter was sent.
pub async fn received(state: &State, person: &Person, case: &Case, id: Uuid, day: &str) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let row = deliveries(state, case).await?.into_iter().find(|row| row.id == id).ok_or(Error::NotFound)?;
    let came_back = day.trim().is_empty();
    let on = numbers::day(day.trim());
    let sent = numbers::today(row.sent_at_ms);
    if !came_back && on.is_none_or(|on| on > case.today || on < sent) {
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
    let line = Line { until_day: on.map(|on| on.to_string()), ..Line::of("delivery-recorded") };
    write_down(state, &tx, case, person, line, json!({ "delivery": id, "state": to })).await?;
    Ok(tx.commit().await?)
}

/// Records that a part of a model 4 came back to the authority, with the serial number that
/// stands on it.
///
/// # Errors
/// Another role, no such part or one that is here already, a day that lies ahead or before the
/// permit, or a serial number that is none.
pub async fn part_back(
    state: &State,
    person: &Person,
    case: &Case,
    (name, day): (&str, &str),
    serial: &str,
) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let grant = case.grant.as_ref().ok_or(Error::Conflict("permit-no-grant"))?;
    let row = parts(state, grant.id).await?.into_iter().find(|row| row.part == name);
    let row = row.ok_or_else(|| Error::invalid("part", "value-unknown"))?;
    let on = numbers::day(day.trim()).filter(|on| *on <= case.today && on.to_string() >= grant.issued_on);
    let on = on.ok_or_else(|| Error::invalid("day", "permit-day"))?;
    let serial = number("serial", serial)?;
    let mut update = part::Entity::update_many()
        .col_expr(part::Column::State, Expr::value("with-authority".to_owned()))
        .col_expr(part::Column::ReturnedOn, Expr::value(Some(on.to_string())))
        .col_expr(part::Column::ChangedAtMs, Expr::value(state.clock.now_ms()));
    if !serial.is_empty() {
        let sealed = case.key.seal(&format!("part/{}/{name}", grant.id), &serial)?;
        update = update.col_expr(part::Column::SerialSealed, Expr::value(Some(sealed)));
    }
    let tx = db::begin(&state.db).await?;
    let changed = update
        .filter(part::Column::GrantId.eq(grant.id))
        .filter(part::Column::Part.eq(row.part))
        .filter(part::Column::State.ne("with-authority"))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-changed-meanwhile"));
    }
    let line = Line { until_day: Some(on.to_string()), ..Line::of("part-returned") };
    write_down(state, &tx, case, person, line, json!({ "permit": grant.id, "part": name })).await?;
    Ok(tx.commit().await?)
}
