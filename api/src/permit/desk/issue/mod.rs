//! A decision leaves the house: the permit that comes of it (`permit`), the tasks that follow,
//! and the proof of how it reached the applicant (`delivery`, `correct`, and `proof` when it
//! stays away); later, that a weapon was acquired (`acquired`) and a part came back (`part`).

mod acquired;
mod correct;
mod delivery;
mod part;
mod permit;
mod proof;

pub use acquired::{can_record as can_record_acquisition, record as acquired, recordable};
pub use correct::{can_correct, correct};
pub(crate) use delivery::of_decisions;
pub use delivery::{CHANNELS, deliver, deliveries, received};
pub use part::{Back, UNUSED, part_back, parts_out};
pub(super) use permit::ask_for_copies;
pub(crate) use proof::is_awaited as proof_is_awaited;
pub(super) use proof::needless as proof_is_needless;
pub use proof::run as ask_for_proof;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, QueryFilter};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::decision::{Body, KINDS, is_overtaken, move_on, open};
use super::{Case, Line, claim, limit, nothing, print, task, write_down};
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::application::Column;
use crate::permit::entity::{decision, document, fee};
use crate::permit::mail::{self, Reader};
use crate::permit::numbers;

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
    mail::tell(
        state,
        tx,
        &Reader::applicant(&case.row, case.email()),
        ("payment-request", "grant"),
        Some(&due),
    )
    .await
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
/// Another role, nothing decided, the letter is not made yet, a grant that is not paid, or a permit
/// that ended meanwhile.
pub async fn issue(state: &State, person: &Person, case: &Case, card: &str) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let row = open(case, "decided")?;
    if is_overtaken(case, row) {
        return Err(Error::Conflict("permit-ended-meanwhile"));
    }
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
        "grant" | "grant-conditions" => permit::grant(state, &tx, (person, case), row, &body, card).await?,
        "suspend" => super::after::change_grant(state, &tx, case, "suspended").await?,
        "withdraw" => super::after::change_grant(state, &tx, case, "revoked").await?,
        _ => {}
    }
    delivery::delivered(&tx, row.id, ("portal", None, None), person, now_ms).await?;
    follow(state, &tx, case, row, &body).await?;
    write_down(state, &tx, case, person, Line::of("issued"), nothing()).await?;
    let (once, day) = (row.id.to_string(), row.decided_on.clone());
    mail::tell(state, &tx, &Reader::applicant(&case.row, case.email()), ("decision", &once), day.as_deref())
        .await?;
    Ok(tx.commit().await?)
}

/// What has to be done elsewhere: other states are told of a refusal on grounds of security
/// or reliability, a permit that was taken back comes back, and conditions are followed up on
/// their day.
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
    if row.kind == "withdraw" {
        task::raise(state, tx, ("permit-return", &format!("permit-return/{}", row.id)), file, None).await?;
    }
    for (place, condition) in body.given.conditions.iter().enumerate() {
        if let Some(day) = numbers::day(&condition.by) {
            let once = format!("condition-follow-up/{}/{place}", row.id);
            task::raise(state, tx, ("condition-follow-up", &once), file, Some(day)).await?;
        }
    }
    Ok(())
}
