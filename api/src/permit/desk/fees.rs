//! What a file owes, when the rows do not say it or nobody has to pay it. The High Official
//! says both: who takes in the files of the bank says how much came, never how much is due.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{DatabaseTransaction, QueryFilter, QueryOrder};
use serde_json::json;

use super::{Case, Line, OPEN, claim, limit, task, text_of, write_down};
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result, both};
use crate::permit::entity::fee::{self, Column};
use crate::permit::entity::{decision, payment};
use crate::permit::mail::{self, Reader};

/// Longest reason, in characters.
const MOST_TEXT: usize = 8_000;
/// Most cents of one part of a fee: more is a slip of the pen.
const MOST_CENTS: i64 = 10_000_000;

/// Whether the amount was not confirmed on the day of application.
#[must_use]
pub fn fixable(row: &fee::Model) -> bool {
    row.amount_cents.is_none() && row.state == "open"
}

/// Whether something is still to be paid.
#[must_use]
pub fn waivable(row: &fee::Model) -> bool {
    matches!(row.state.as_str(), "open" | "requested")
}

/// Cents that came beyond what is due; of a part that nobody has to pay, all of them.
#[must_use]
pub fn too_much(row: &fee::Model) -> i64 {
    match row.amount_cents {
        _ if row.state == "waived" => row.paid_cents,
        Some(amount) => Ord::max(row.paid_cents - amount, 0),
        None => 0,
    }
}

/// Cents that are still to be paid of an amount that is known.
#[must_use]
pub fn rest(row: &fee::Model) -> i64 {
    let due = row.amount_cents.filter(|_| waivable(row));
    due.map_or(0, |amount| Ord::max(amount - row.paid_cents, 0))
}

/// Whether an amount can be fixed now.
#[must_use]
pub fn can_fix(case: &Case) -> bool {
    case.is_open() && case.fees.iter().any(fixable)
}

/// Whether a part of the fee can be waived now.
#[must_use]
pub fn can_waive(case: &Case) -> bool {
    case.is_open() && case.fees.iter().any(waivable)
}

/// Cents of an amount in euro, with a point or a comma.
fn cents(text: &str) -> Option<i64> {
    let text = text.trim();
    let (euros, rest) = text.split_once([',', '.']).unwrap_or((text, "00"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(euros) || !digits(rest) || rest.len() != 2 {
        return None;
    }
    let cents = euros.parse::<i64>().ok()?.checked_mul(100)?.checked_add(rest.parse().ok()?)?;
    (1..=MOST_CENTS).contains(&cents).then_some(cents)
}

fn must(person: &Person) -> Result<()> {
    if person.has(&[Role::HighOfficial]) { Ok(()) } else { Err(Error::Forbidden("role")) }
}

fn part<'c>(case: &'c Case, stage: &str, fits: fn(&fee::Model) -> bool) -> Result<&'c fee::Model> {
    let found = case.fees.iter().find(|row| row.stage == stage && fits(row));
    found.ok_or_else(|| Error::invalid("stage", "permit-fee-settled"))
}

/// A part of the fee is paid once what came is enough; the day is that of the last transfer.
///
/// # Errors
/// The database does not answer.
pub(super) async fn settle(tx: &DatabaseTransaction, id: Uuid, day: &str) -> Result<bool> {
    let paid = fee::Entity::update_many()
        .col_expr(Column::State, Expr::value("paid".to_owned()))
        .col_expr(Column::PaidOn, Expr::value(Some(day.to_owned())))
        .filter(Column::Id.eq(id))
        .filter(Column::State.is_in(["open", "requested"]))
        .filter(Expr::col(Column::PaidCents).gte(Expr::col(Column::AmountCents)))
        .exec(tx)
        .await?;
    Ok(paid.rows_affected == 1)
}

/// What came beyond what is due is sent back by somebody: a task for each sum of it.
async fn send_back_rest(state: &State, tx: &DatabaseTransaction, id: Uuid) -> Result<()> {
    let row = fee::Entity::find_by_id(id).one(tx).await?;
    let Some(row) = row.filter(|row| too_much(row) > 0) else { return Ok(()) };
    let once = format!("fee-overpaid/{id}/{}", row.paid_cents);
    task::raise(state, tx, ("fee-overpaid", &once), Some(row.application_id), None).await
}

/// Money came for a part of the fee. Added by the database: two files that are taken at once
/// both count.
///
/// # Errors
/// The database does not answer.
pub(super) async fn pay(
    state: &State,
    tx: &DatabaseTransaction,
    id: Uuid,
    (cents, day): (i64, &str),
) -> Result<()> {
    fee::Entity::update_many()
        .col_expr(Column::PaidCents, Expr::col(Column::PaidCents).add(cents))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await?;
    settle(tx, id, day).await?;
    send_back_rest(state, tx, id).await
}

/// Fixes an amount that was not confirmed when the file was sent, and asks for it as soon as it
/// is due. A transfer that came before counts.
///
/// # Errors
/// Another role, no reason, no amount, or the part of the fee has its amount.
pub async fn fix(
    state: &State,
    person: &Person,
    case: &Case,
    (stage, amount): (&str, &str),
    reason: &str,
) -> Result<()> {
    must(person)?;
    let row = part(case, stage, fixable)?;
    let cents = cents(amount).ok_or_else(|| Error::invalid("amount", "permit-amount"));
    let (cents, reason) = both(cents, text_of("text", reason, MOST_TEXT))?;
    // The second part is asked for once the grant is decided.
    let granted = |row: &decision::Model| row.state == "decided" && row.kind.starts_with("grant");
    let asked = row.stage == "filing" || case.open_decision().is_some_and(granted);
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &OPEN, now_ms, Vec::new()).await?;
    let changed = fee::Entity::update_many()
        .col_expr(Column::AmountCents, Expr::value(Some(cents)))
        .col_expr(Column::State, Expr::value(if asked { "requested" } else { "open" }.to_owned()))
        .col_expr(Column::RequestedAtMs, Expr::value(asked.then_some(now_ms)))
        .filter(Column::Id.eq(row.id))
        .filter(Column::State.eq("open"))
        .filter(Column::AmountCents.is_null())
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-changed-meanwhile"));
    }
    let sealed = Some(case.key.seal("event/fee-fixed", &reason)?);
    let line = Line { detail_sealed: sealed, ..Line::of("fee-fixed") };
    write_down(state, &tx, case, person, line, json!({ "stage": row.stage, "cents": cents })).await?;
    let came = payment::Entity::find().filter(payment::Column::FeeId.eq(row.id));
    let came = came.order_by_desc(payment::Column::ReceivedOn).one(&tx).await?;
    let paid = match came {
        Some(last) => settle(&tx, row.id, &last.received_on).await?,
        None => false,
    };
    send_back_rest(state, &tx, row.id).await?;
    if asked && !paid {
        let rule = limit::row(state, "fee-payment", case.today)?;
        let due = limit::due(state, rule, case.today)?.due.to_string();
        let reader = Reader::applicant(&case.row, case.email());
        mail::tell(state, &tx, &reader, ("payment-request", &row.stage), Some(&due)).await?;
    }
    Ok(tx.commit().await?)
}

/// Nobody has to pay a part of the fee.
///
/// # Errors
/// Another role, no reason, or nothing of it is left to pay.
pub async fn waive(state: &State, person: &Person, case: &Case, stage: &str, reason: &str) -> Result<()> {
    must(person)?;
    let row = part(case, stage, waivable)?;
    let reason = text_of("text", reason, MOST_TEXT)?;
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &OPEN, state.clock.now_ms(), Vec::new()).await?;
    // The line comes first: the engine looks for it.
    let sealed = Some(case.key.seal("event/fee-waived", &reason)?);
    let line = Line { detail_sealed: sealed, ..Line::of("fee-waived") };
    write_down(state, &tx, case, person, line, json!({ "stage": row.stage })).await?;
    let changed = fee::Entity::update_many()
        .col_expr(Column::State, Expr::value("waived".to_owned()))
        .filter(Column::Id.eq(row.id))
        .filter(Column::State.is_in(["open", "requested"]))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-changed-meanwhile"));
    }
    send_back_rest(state, &tx, row.id).await?;
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::cents;

    #[test]
    fn an_amount_is_read_with_its_cents_or_not_at_all() {
        for (text, read) in [
            ("127,70", Some(12_770)),
            (" 127.70 ", Some(12_770)),
            ("85", Some(8_500)),
            ("0.01", Some(1)),
            ("100000", Some(10_000_000)),
        ] {
            assert_eq!(cents(text), read, "{text}");
        }
        for text in ["", "0", "0,00", "-5", "1,2", "1,234", "1.000,50", "100000.01", "1e3"] {
            assert_eq!(cents(text), None, "{text}");
        }
        assert_eq!(cents(&"9".repeat(30)), None);
    }
}
