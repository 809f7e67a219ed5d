//! Several people of one company go on with the same file.
//!
//! A person asks for a mandate for an enterprise number, with the signed document; a handler
//! of the office confirms it. Until then the person sees what they typed themselves and
//! nothing else: the answer is the same whether the company has files or not. A file is open
//! to the mandated people of its company only when the person who began it, or the office,
//! opened it to them. A mandate ends on its last day, when the office revokes it, or when the
//! person gives it back; from that moment the files do not exist for them.
//!
//! - `ask`: what the person does; `desk`: what the office does; `open`: the files;
//! - `remind`: the end of a mandate is announced; `erase`: it is not kept for ever.

mod ask;
pub mod desk;
mod erase;
mod open;
mod remind;

pub use ask::{Asked, Outcome, ask, give_back, of_person};
pub use erase::run as erase;
pub use open::{open_file, shut_file};
pub use remind::run as remind;

use safe_permits::numbers::enterprise;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{Condition, QueryFilter};
use serde::{Deserialize, Serialize};

use super::entity::{application, grant, mandate};
use super::numbers;
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::error::{Error, Result};

/// What is kept sealed of a mandate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Enterprise number, ten digits.
    pub number: String,
    /// Name of the company, as the person wrote it.
    pub company: String,
    /// Name that the person's device gave the document.
    pub paper: String,
}

impl Kept {
    /// The number as it is printed: 0566.988.259.
    #[must_use]
    pub fn printed(&self) -> String {
        let part = |from, to| self.number.get(from..to).unwrap_or_default();
        format!("{}.{}.{}", part(0, 4), part(4, 7), part(7, 10))
    }
}

fn about(id: Uuid) -> String {
    format!("mandate/{id}")
}

/// What a mandate says, opened.
///
/// # Errors
/// The bytes were altered, or their key is gone.
pub fn kept(state: &State, row: &mandate::Model) -> Result<Kept> {
    let json = state.permits.keys.unwrap(&about(row.id), &row.sealed)?;
    serde_json::from_slice(&json).map_err(|error| Error::Internal(error.into()))
}

/// The keyed hash under which a company is looked up; none for what is no number.
#[must_use]
pub fn company_of(state: &State, number: &str) -> Option<String> {
    enterprise(number).ok().map(|digits| state.permits.keys.hash("enterprise-number", &digits))
}

/// The confirmed mandates of a person that hold today, as a question to the database.
fn companies(state: &State, citizen: &Citizen) -> SelectStatement {
    let today = numbers::today(state.clock.now_ms()).to_string();
    Query::select()
        .column(mandate::Column::CompanyHmac)
        .from(mandate::Entity)
        .and_where(mandate::Column::ApplicantId.eq(citizen.row.id))
        .and_where(mandate::Column::State.eq("confirmed"))
        .and_where(mandate::Column::UntilOn.gte(today))
        .to_owned()
}

/// Files that a person may open: their own, and those of companies that they are mandated for.
#[must_use]
pub fn files(state: &State, citizen: &Citizen) -> Condition {
    Condition::any()
        .add(application::Column::ApplicantId.eq(citizen.row.id))
        .add(application::Column::CompanyHmac.in_subquery(companies(state, citizen)))
}

/// Permits that a person may open, by the same rule.
#[must_use]
pub fn permits(state: &State, citizen: &Citizen) -> Condition {
    let of_company = Query::select()
        .column(application::Column::Id)
        .from(application::Entity)
        .and_where(application::Column::CompanyHmac.in_subquery(companies(state, citizen)))
        .to_owned();
    Condition::any()
        .add(grant::Column::HolderId.eq(citizen.row.id))
        .add(grant::Column::ApplicationId.in_subquery(of_company))
}

/// The mandate by which a person acts in a file; none in a file of their own.
///
/// # Errors
/// The database does not answer.
pub async fn acting(
    state: &State,
    citizen: &Citizen,
    file: &application::Model,
) -> Result<Option<mandate::Model>> {
    if file.applicant_id == citizen.row.id {
        return Ok(None);
    }
    let company = file.company_hmac.clone().ok_or(Error::NotFound)?;
    let today = numbers::today(state.clock.now_ms()).to_string();
    let found = mandate::Entity::find()
        .filter(mandate::Column::ApplicantId.eq(citizen.row.id))
        .filter(mandate::Column::CompanyHmac.eq(company))
        .filter(mandate::Column::State.eq("confirmed"))
        .filter(mandate::Column::UntilOn.gte(today))
        .one(&state.db)
        .await?;
    found.map(Some).ok_or(Error::NotFound)
}
