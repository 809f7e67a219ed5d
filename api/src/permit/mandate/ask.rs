//! What a person does about a mandate: ask, look, give back.

use actix_multipart::Field;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;

use super::{Kept, about, company_of};
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::mandate::{self, Column, Entity, Model};
use crate::permit::file::{Laid, receive};
use crate::permit::numbers;

/// Mandates that one person may have waiting for the office.
const MOST_ASKED: u64 = 10;

/// What a person fills in; checked by the page.
pub struct Asked<'a> {
    /// Enterprise number, ten digits.
    pub number: &'a str,
    /// Name of the company.
    pub company: &'a str,
    /// Last day of the mandate.
    pub until: jiff::civil::Date,
}

/// What became of a question for a mandate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The office has it now.
    Sent,
    /// The same person has asked for the same company before, and waits for an answer.
    Waits,
    /// A mandate of the same person for the same company holds.
    Holds,
}

/// Asks for a mandate, with its document. Asking again while one waits or holds changes
/// nothing, and says so; one that is over gives way to the new question. The answer never
/// depends on whether the company is known here.
///
/// # Errors
/// Too many wait; the database or the vault does not answer. What is wrong with the document
/// is the inner outcome.
pub async fn ask(
    state: &State,
    citizen: &Citizen,
    asked: &Asked<'_>,
    document: Field,
) -> Result<std::result::Result<Outcome, &'static str>> {
    let company = company_of(state, asked.number).ok_or_else(|| Error::invalid("number", "value-unknown"))?;
    let own = || Entity::find().filter(Column::ApplicantId.eq(citizen.row.id));
    if own().filter(Column::State.eq("asked")).count(&state.db).await? >= MOST_ASKED {
        return Err(Error::Conflict("permit-mandates"));
    }
    let _own = state.permits.uploads.of_person(citizen.row.id).await?;
    let id = Uuid::now_v7();
    let laid = Laid::new(state, id);
    let outcome = lay(state, citizen, asked, (id, company), document).await;
    laid.settle(outcome).await
}

/// Takes the document and writes the question down, in a transaction that only has to be
/// committed; none when the same is asked or confirmed already.
async fn lay(
    state: &State,
    citizen: &Citizen,
    asked: &Asked<'_>,
    (id, company): (Uuid, String),
    document: Field,
) -> Result<std::result::Result<(Outcome, Option<DatabaseTransaction>), &'static str>> {
    let received = match receive(state, id, document).await? {
        Ok(received) => received,
        Err(code) => return Ok(Err(code)),
    };
    let kept = Kept {
        number: asked.number.to_owned(),
        company: asked.company.to_owned(),
        paper: received.name.clone(),
    };
    let json = serde_json::to_vec(&kept).map_err(|error| Error::Internal(error.into()))?;
    let now_ms = state.clock.now_ms();
    let row = mandate::ActiveModel {
        id: Set(id),
        applicant_id: Set(citizen.row.id),
        company_hmac: Set(company.clone()),
        state: Set("asked".to_owned()),
        sealed: Set(state.permits.keys.wrap(&about(id), &json)?),
        until_on: Set(asked.until.to_string()),
        media_type: Set(received.media_type),
        sha256: Set(received.sha256),
        size_bytes: Set(received.size),
        vault_key: Set(received.vault_key),
        file_key_wrapped: Set(received.key_wrapped),
        scan: Set(received.scan),
        asked_at_ms: Set(now_ms),
        ..Default::default()
    };
    let tx = db::begin(&state.db).await?;
    let before = Entity::find()
        .filter(Column::ApplicantId.eq(citizen.row.id))
        .filter(Column::CompanyHmac.eq(company))
        .filter(Column::State.is_in(["asked", "confirmed"]))
        .one(&tx)
        .await?;
    let outcome = before.as_ref().map(|row| standing(row, &numbers::today(now_ms).to_string()));
    match (&before, outcome) {
        (_, Some(there @ (Outcome::Waits | Outcome::Holds))) => {
            tx.rollback().await?;
            return Ok(Ok((there, None)));
        }
        // There is one open mandate for a company: what is over ends for good.
        (Some(over), _) => match end(&tx, citizen, over.id, now_ms).await {
            // Whoever asked at the same time was faster.
            Err(Error::NotFound) => return Ok(Ok((Outcome::Waits, None))),
            other => other?,
        },
        (None, _) => {}
    }
    let once = OnConflict::new().do_nothing().to_owned();
    if Entity::insert(row).on_conflict(once).exec_without_returning(&tx).await? == 0 {
        return Ok(Ok((Outcome::Waits, None)));
    }
    let subject = format!("permit-mandate/{id}");
    let act = Act { actor: "applicant", action: "permit.mandate-asked", subject, detail: json!({}) };
    audit::record(&tx, now_ms, act).await?;
    Ok(Ok((Outcome::Sent, Some(tx))))
}

/// What a mandate that was asked for or confirmed means for the same question today.
fn standing(row: &Model, today: &str) -> Outcome {
    match row.state.as_str() {
        "asked" => Outcome::Waits,
        _ if row.until_on.as_str() >= today => Outcome::Holds,
        _ => Outcome::Sent,
    }
}

/// The mandates of a person, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn of_person(state: &State, citizen: &Citizen) -> Result<Vec<Model>> {
    let find = Entity::find().filter(Column::ApplicantId.eq(citizen.row.id));
    Ok(find.order_by_desc(Column::AskedAtMs).limit(100).all(&state.db).await?)
}

/// A person gives a mandate back, or takes the question back before it was answered.
///
/// # Errors
/// There is no such mandate of this person.
pub async fn give_back(state: &State, citizen: &Citizen, id: Uuid) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    end(&tx, citizen, id, state.clock.now_ms()).await?;
    Ok(tx.commit().await?)
}

/// Ends a mandate of a person, or their question for it.
async fn end(tx: &DatabaseTransaction, citizen: &Citizen, id: Uuid, now_ms: i64) -> Result<()> {
    let changed = Entity::update_many()
        .col_expr(Column::State, Expr::value("returned".to_owned()))
        .col_expr(Column::EndedAtMs, Expr::value(Some(now_ms)))
        .filter(Column::Id.eq(id))
        .filter(Column::ApplicantId.eq(citizen.row.id))
        .filter(Column::State.is_in(["asked", "confirmed"]))
        .exec(tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::NotFound);
    }
    let subject = format!("permit-mandate/{id}");
    let act = Act { actor: "applicant", action: "permit.mandate-returned", subject, detail: json!({}) };
    audit::record(tx, now_ms, act).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_stands_in_nobodys_way() {
        let row = |state: &str, until: &str| Model {
            id: Uuid::nil(),
            applicant_id: Uuid::nil(),
            company_hmac: String::new(),
            state: state.to_owned(),
            sealed: Vec::new(),
            until_on: until.to_owned(),
            media_type: String::new(),
            sha256: String::new(),
            size_bytes: 0,
            vault_key: String::new(),
            file_key_wrapped: Vec::new(),
            scan: String::new(),
            asked_at_ms: 0,
            confirmed_by: None,
            confirmed_at_ms: None,
            ended_at_ms: None,
            reason_sealed: None,
            told_at_ms: None,
        };
        let today = "2026-11-23";
        assert_eq!(standing(&row("asked", "2027-01-01"), today), Outcome::Waits);
        assert_eq!(standing(&row("asked", "2026-11-22"), today), Outcome::Waits, "the office answers it");
        assert_eq!(standing(&row("confirmed", today), today), Outcome::Holds, "on its last day");
        assert_eq!(standing(&row("confirmed", "2026-11-22"), today), Outcome::Sent);
    }
}
