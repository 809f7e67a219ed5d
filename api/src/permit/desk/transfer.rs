//! Transfers for which no fee was found by their communication: a person says whose they are, or
//! that they went back to their payer. Each pays once and stays where it was put.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use super::{Case, Line, fees, text_of, write_down};
use crate::account::{Person, Role};
use crate::app::State;
use crate::audit::{self, Act, hex};
use crate::db;
use crate::error::{Error, Result, both};
use crate::permit::entity::payment::{self, Column};
use crate::permit::entity::{application, fee};
use crate::permit::numbers;

/// Transfers on a page.
const PER_PAGE: u64 = 50;
/// Longest reason, in characters.
const MOST_TEXT: usize = 8_000;
/// Why a transfer goes back: its fee is paid or waived, it pays nothing of the service, or nobody
/// knows whose it is. The words are `office-permit-return-<reason>`.
pub const REASONS: [&str; 3] = ["twice", "no-fee", "nobody"];
/// Longest reference of the bank, in bytes.
const MOST_REFERENCE: usize = 200;

/// A transfer in the list, and where the page behind it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    received_on: String,
    bank_reference: String,
}

impl Place {
    /// Reads `2026-12-24.<reference of the bank as hexadecimal figures>`.
    ///
    /// # Errors
    /// It is no place.
    pub fn parse(text: &str) -> Result<Self> {
        let read = || {
            let (day, reference) = text.split_once('.')?;
            numbers::day(day)?;
            let bytes = unhex(reference)?;
            Some(Self { received_on: day.to_owned(), bank_reference: String::from_utf8(bytes).ok()? })
        };
        read().ok_or_else(|| Error::invalid("after", "value-unknown"))
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.received_on, hex(self.bank_reference.as_bytes()))
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let is_hex = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_hex || !text.len().is_multiple_of(2) || text.len() > 2 * MOST_REFERENCE {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

/// A transfer that waits for its file.
#[derive(Debug, Clone)]
pub struct Transfer {
    /// Where it stands in the list, which names it.
    pub place: Place,
    /// Amount.
    pub cents: i64,
    /// Day of the bank.
    pub received_on: String,
    /// Account and number of the statement.
    pub statement: String,
    /// What the payer wrote.
    pub communication: String,
    /// Number of the file whose fee it names, which is settled.
    pub settled: Option<String>,
}

/// Numbers of the files whose fees bear these communications.
async fn files(state: &State, rows: &[payment::Model]) -> Result<HashMap<String, String>> {
    let ogms = rows.iter().filter_map(|row| row.ogm.clone());
    let fees = fee::Entity::find().filter(fee::Column::Ogm.is_in(ogms)).all(&state.db).await?;
    let ids = fees.iter().map(|fee| fee.application_id);
    let found = application::Entity::find().filter(application::Column::Id.is_in(ids)).all(&state.db).await?;
    let found: HashMap<Uuid, Option<String>> = found.into_iter().map(|row| (row.id, row.reference)).collect();
    let number = |fee: fee::Model| Some((fee.ogm, found.get(&fee.application_id)?.clone()?));
    Ok(fees.into_iter().filter_map(number).collect())
}

/// A page of the transfers that wait, the oldest first, and where the next one begins.
///
/// # Errors
/// The database does not answer, or a line does not open.
pub async fn list(state: &State, after: Option<&Place>) -> Result<(Vec<Transfer>, Option<Place>)> {
    let place = || Expr::tuple([Expr::col(Column::ReceivedOn), Expr::col(Column::BankReference)]);
    let mut find = payment::Entity::find().filter(Column::MatchedAtMs.is_null());
    if let Some(after) = after {
        let (day, reference) = (after.received_on.as_str(), after.bank_reference.as_str());
        find = find.filter(place().gt(Expr::tuple([day.into(), reference.into()])));
    }
    let find = find.order_by_asc(Column::ReceivedOn).order_by_asc(Column::BankReference);
    let mut rows = find.limit(PER_PAGE + 1).all(&state.db).await?;
    let more = rows.len() > PER_PAGE as usize;
    rows.truncate(PER_PAGE as usize);
    let files = files(state, &rows).await?;
    let transfer = |row: payment::Model| -> Result<Transfer> {
        let about = format!("payment/{}", row.bank_reference);
        let line = row.line_sealed.as_deref().map(|sealed| state.permits.keys.unwrap(&about, sealed));
        let line = line.transpose()?.unwrap_or_default();
        Ok(Transfer {
            cents: row.amount_cents,
            settled: row.ogm.as_ref().and_then(|ogm| files.get(ogm).cloned()),
            statement: row.statement,
            communication: numbers::printed(&String::from_utf8_lossy(&line)),
            received_on: row.received_on.clone(),
            place: Place { received_on: row.received_on, bank_reference: row.bank_reference },
        })
    };
    let list = rows.into_iter().map(transfer).collect::<Result<Vec<_>>>()?;
    let next = list.last().filter(|_| more).map(|last| last.place.clone());
    Ok((list, next))
}

/// A handler says of which file a transfer is, which part of the fee it pays, and why. Saying it
/// again changes nothing.
///
/// # Errors
/// Another role, no reason, no such transfer or file, a part of the fee that is settled, or the
/// transfer was put elsewhere.
pub async fn assign(
    state: &State,
    person: &Person,
    place: &Place,
    (reference, stage): (&str, &str),
    reason: &str,
) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let row = payment::Entity::find_by_id(place.bank_reference.as_str()).one(&state.db).await?;
    let row = row.ok_or(Error::NotFound)?;
    let file = application::Entity::find()
        .filter(application::Column::Reference.eq(reference.trim()))
        .filter(application::Column::State.is_not_in(["draft", "erased"]))
        .one(&state.db)
        .await?
        .ok_or_else(|| Error::invalid("reference", "permit-file-unknown"));
    let (file, reason) = both(file, text_of("text", reason, MOST_TEXT))?;
    let case = Case::open(state, person, file.id, "payment").await?;
    let settled = || Error::invalid("stage", "permit-fee-settled");
    let fee = case.fees.iter().find(|fee| fee.stage == stage).ok_or_else(settled)?;
    if row.fee_id == Some(fee.id) {
        return Ok(());
    }
    if row.matched_at_ms.is_some() {
        return Err(Error::Conflict("permit-payment-assigned"));
    }
    if !fees::waivable(fee) {
        return Err(settled());
    }
    let tx = db::begin(&state.db).await?;
    let put = payment::Entity::update_many()
        .col_expr(Column::FeeId, Expr::value(Some(fee.id)))
        .col_expr(Column::MatchedAtMs, Expr::value(Some(state.clock.now_ms())))
        .filter(Column::BankReference.eq(row.bank_reference.as_str()))
        .filter(Column::MatchedAtMs.is_null())
        .exec(&tx)
        .await?;
    if put.rows_affected == 0 {
        return Err(Error::Conflict("permit-payment-assigned"));
    }
    fees::pay(state, &tx, fee.id, (row.amount_cents, &row.received_on)).await?;
    let sealed = Some(case.key.seal("event/payment-assigned", &reason)?);
    let line = Line { detail_sealed: sealed, ..Line::of("payment-assigned") };
    let detail = json!({ "payment": row.bank_reference, "stage": fee.stage, "cents": row.amount_cents });
    write_down(state, &tx, &case, person, line, detail).await?;
    Ok(tx.commit().await?)
}

/// A handler says that a transfer went back to its payer, and why. Saying it again changes
/// nothing.
///
/// # Errors
/// Another role, an unknown reason, no such transfer, or it was put elsewhere.
pub async fn send_back(state: &State, person: &Person, place: &Place, reason: &str) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    if !REASONS.contains(&reason) {
        return Err(Error::choice("reason", reason));
    }
    let row = payment::Entity::find_by_id(place.bank_reference.as_str()).one(&state.db).await?;
    let row = row.ok_or(Error::NotFound)?;
    if row.returned_for.as_deref() == Some(reason) {
        return Ok(());
    }
    let case = named_file(state, person, &row).await?;
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let put = payment::Entity::update_many()
        .col_expr(Column::MatchedAtMs, Expr::value(Some(now_ms)))
        .col_expr(Column::ReturnedFor, Expr::value(Some(reason.to_owned())))
        .filter(Column::BankReference.eq(row.bank_reference.as_str()))
        .filter(Column::MatchedAtMs.is_null())
        .exec(&tx)
        .await?;
    if put.rows_affected == 0 {
        return Err(Error::Conflict("permit-payment-assigned"));
    }
    let detail = json!({ "payment": row.bank_reference, "reason": reason, "cents": row.amount_cents });
    if let Some(case) = case {
        write_down(state, &tx, &case, person, Line::of("payment-returned"), detail).await?;
    } else {
        let subject = "permit-payments".to_owned();
        let act = Act { actor: &person.email, action: "permit.payment-return", subject, detail };
        audit::record(&tx, now_ms, act).await?;
        state.metrics.audits.inc();
    }
    Ok(tx.commit().await?)
}

/// The file that a transfer names by its communication, while it is there.
async fn named_file(state: &State, person: &Person, row: &payment::Model) -> Result<Option<Case>> {
    let Some(ogm) = &row.ogm else { return Ok(None) };
    let fee = fee::Entity::find().filter(fee::Column::Ogm.eq(ogm)).one(&state.db).await?;
    let Some(fee) = fee else { return Ok(None) };
    Case::open(state, person, fee.application_id, "payment").await.map(Some)
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_is_written_and_read() {
        let place = Place { received_on: "2026-11-21".to_owned(), bank_reference: "BE68/é 1".to_owned() };
        let text = place.to_string();
        assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte)), "{text}");
        assert_eq!(Place::parse(&text).expect("a place"), place);
        for wrong in
            ["", "x", "2026-11-21", "2026-11-21.4", "2026-11-21.zz", "2026-13-01.41", "2026-11-21.é1"]
        {
            assert!(Place::parse(wrong).is_err(), "{wrong}");
        }
    }
}
