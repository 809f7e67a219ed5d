//! Bank statements: each line is taken once, and pays the fee whose communication it
//! bears. A line that bears none, or one of a fee that is settled, waits for a person
//! (`transfer`). A line that has the key of another one is never taken for it: the file is
//! refused, and a person asks the bank.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, QueryFilter, Set};
use serde_json::json;

use safe_casework::coda::{self, Movement};

use super::fees;
use crate::account::{Person, Role};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Fault, Result};
use crate::permit::entity::{fee, payment};

/// What came of a bank file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// Credits that pay a fee.
    pub matched: i64,
    /// Credits without a fee: a person looks at them.
    pub unmatched: i64,
    /// Lines that were taken before.
    pub known: i64,
}

/// Takes the statements of a bank file, whole or not at all.
///
/// # Errors
/// Another role; the file breaks the form of CODA or does not add up, with its line; it is of
/// another account than that of the fees; a line has the key of one that was another payment.
pub async fn take(state: &State, person: &Person, bytes: &[u8]) -> Result<Taken> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let statements = coda::read(bytes).map_err(|refused| {
        let mut fault = Fault::new("file", "permit-bank-file").arg("reason", refused.fault);
        fault.line = u64::try_from(refused.line).ok();
        Error::Invalid(vec![fault])
    })?;
    ours(state, &statements)?;
    let mut taken = Taken::default();
    let tx = db::begin(&state.db).await?;
    for statement in &statements {
        for movement in &statement.movements {
            let Some(cents) = movement.credit_cents() else { continue };
            one(state, &tx, statement, movement, cents, &mut taken).await?;
        }
    }
    let now_ms = state.clock.now_ms();
    let detail = json!({ "matched": taken.matched, "unmatched": taken.unmatched, "known": taken.known });
    let subject = "permit-payments".to_owned();
    audit::record(&tx, now_ms, Act { actor: &person.email, action: "permit.payments", subject, detail })
        .await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(taken)
}

/// Only what came on the account of the fees pays them: everybody knows the communication of
/// a file of theirs, and a file of the bank is only as good as its account.
fn ours(state: &State, statements: &[coda::Statement]) -> Result<()> {
    let iban = &state.config.payments.iban;
    if iban.trim().is_empty() {
        return Err(Error::invalid("file", "permit-bank-no-account"));
    }
    match statements.iter().find(|statement| !statement.is_of(iban)) {
        Some(other) => {
            let fault = Fault::new("file", "permit-bank-account").arg("account", other.account.as_str());
            Err(Error::Invalid(vec![fault]))
        }
        None => Ok(()),
    }
}

fn digits(movement: &Movement) -> Option<String> {
    movement.ogm.map(|ogm| ogm.digits())
}

/// Whether a credit was taken before: under its key, or under the one that lines had when keys
/// held no day, which two payments could share.
async fn is_known(state: &State, tx: &DatabaseTransaction, movement: &Movement, cents: i64) -> Result<bool> {
    let keys = [movement.key.as_str(), movement.former_key.as_str()];
    let rows = payment::Entity::find().filter(payment::Column::BankReference.is_in(keys)).all(tx).await?;
    let (on, ogm) = (movement.booked_on.to_string(), digits(movement));
    let same = |row: &payment::Model| row.amount_cents == cents && row.received_on == on && row.ogm == ogm;
    let Some(own) = rows.iter().find(|row| row.bank_reference == movement.key) else {
        return Ok(rows.iter().any(same));
    };
    let about = format!("payment/{}", own.bank_reference);
    let said =
        own.line_sealed.as_deref().map(|sealed| state.permits.keys.unwrap(&about, sealed)).transpose()?;
    if same(own) && said.is_none_or(|said| *said == *movement.communication.as_bytes()) {
        return Ok(true);
    }
    let fault = Fault::new("file", "permit-bank-other").arg("reference", movement.key.as_str());
    Err(Error::Invalid(vec![fault]))
}

async fn one(
    state: &State,
    tx: &DatabaseTransaction,
    statement: &coda::Statement,
    movement: &Movement,
    cents: i64,
    taken: &mut Taken,
) -> Result<()> {
    if is_known(state, tx, movement, cents).await? {
        taken.known += 1;
        return Ok(());
    }
    let ogm = digits(movement);
    let fee = match &ogm {
        Some(ogm) => fee::Entity::find().filter(fee::Column::Ogm.eq(ogm)).one(tx).await?,
        None => None,
    };
    // What comes a second time, or for a fee that nobody has to pay, is not swallowed.
    let fee = fee.filter(fees::waivable);
    let about = format!("payment/{}", movement.key);
    let line = state.permits.keys.wrap(&about, movement.communication.as_bytes())?;
    let row = payment::ActiveModel {
        bank_reference: Set(movement.key.clone()),
        fee_id: Set(fee.as_ref().map(|fee| fee.id)),
        ogm: Set(ogm),
        amount_cents: Set(cents),
        received_on: Set(movement.booked_on.to_string()),
        statement: Set(format!("{}/{}", statement.account, statement.number)),
        line_sealed: Set(Some(line)),
        recorded_at_ms: Set(state.clock.now_ms()),
        matched_at_ms: Set(fee.as_ref().map(|_| state.clock.now_ms())),
        returned_for: Set(None),
    };
    let once = OnConflict::column(payment::Column::BankReference).do_nothing().to_owned();
    let inserted = payment::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    if inserted == 0 {
        taken.known += 1;
        return Ok(());
    }
    let Some(fee) = fee else {
        taken.unmatched += 1;
        return Ok(());
    };
    fees::pay(state, tx, fee.id, (cents, &movement.booked_on.to_string())).await?;
    taken.matched += 1;
    Ok(())
}
