//! What editors do: propose, confirm, check, import. Everything is one transaction with
//! its line in the audit chain; a number waits for a second person.

mod fault;
mod file;

pub use file::{Row, read_csv};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, Set};
use serde_json::json;

use self::fault::faults;
use super::change::Field;
use super::entity::{self, change as table};
use super::hours;
use crate::account::Person;
use crate::app::State;
use crate::audit::{self, Act};
use crate::db::{self, counter};
use crate::error::{Error, Fault, Result};

/// Longest stretch until the next check, in months.
const MOST_MONTHS: i32 = 12;

/// A change that somebody asks for.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Service.
    pub service: String,
    /// Field.
    pub field: Field,
    /// New value.
    pub value: String,
    /// The owner's page, or empty when it was heard by phone.
    pub source: String,
    /// Day of the call.
    pub confirmed_by_phone_on: Option<String>,
}

/// Writes changes, all or none. A number becomes a proposal; everything else holds at
/// once.
///
/// # Errors
/// A change breaks a rule (then nothing is saved), or the database does not answer.
pub async fn propose(state: &State, person: &Person, proposals: &[Proposal]) -> Result<()> {
    let directory = state.help.load_full();
    let all: Vec<Fault> = proposals.iter().flat_map(|p| faults(state, &directory, p)).collect();
    if !all.is_empty() {
        return Err(Error::Invalid(all));
    }
    let tx = db::begin(&state.db).await?;
    for proposal in proposals {
        write(&tx, state, person, proposal).await?;
    }
    counter::next(&tx, "help").await?;
    tx.commit().await?;
    super::refresh(state).await?;
    Ok(())
}

/// Puts earlier changes of the same field into another state.
async fn retire(
    tx: &DatabaseTransaction,
    row: &table::Model,
    from: &str,
    to: &str,
    now_ms: i64,
) -> Result<()> {
    table::Entity::update_many()
        .col_expr(table::Column::State, Expr::value(to))
        .col_expr(table::Column::DecidedAtMs, Expr::value(Some(now_ms)))
        .filter(table::Column::ServiceId.eq(&row.service_id))
        .filter(table::Column::Field.eq(&row.field))
        .filter(table::Column::State.eq(from))
        .filter(table::Column::Id.ne(row.id))
        .exec(tx)
        .await?;
    Ok(())
}

async fn write(tx: &DatabaseTransaction, state: &State, person: &Person, proposal: &Proposal) -> Result<()> {
    let now_ms = state.clock.now_ms();
    let kind = proposal.field.kind();
    let waits = kind == "phone";
    let row = table::Model {
        id: Uuid::now_v7(),
        service_id: proposal.service.clone(),
        field: proposal.field.to_string(),
        kind: kind.to_owned(),
        value: proposal.value.clone(),
        source: proposal.source.clone(),
        confirmed_by_phone_on: proposal.confirmed_by_phone_on.clone(),
        state: if waits { "proposed" } else { "in_force" }.to_owned(),
        author_id: person.id,
        confirmer_id: None,
        created_at_ms: now_ms,
        decided_at_ms: (!waits).then_some(now_ms),
    };
    if waits {
        retire(tx, &row, "proposed", "refused", now_ms).await?;
    } else {
        retire(tx, &row, "in_force", "replaced", now_ms).await?;
    }
    let active = table::ActiveModel {
        id: Set(row.id),
        service_id: Set(row.service_id.clone()),
        field: Set(row.field.clone()),
        kind: Set(row.kind.clone()),
        value: Set(row.value.clone()),
        source: Set(row.source.clone()),
        confirmed_by_phone_on: Set(row.confirmed_by_phone_on.clone()),
        state: Set(row.state.clone()),
        author_id: Set(row.author_id),
        confirmer_id: Set(None),
        created_at_ms: Set(row.created_at_ms),
        decided_at_ms: Set(row.decided_at_ms),
    };
    table::Entity::insert(active).exec_without_returning(tx).await?;
    let action = if waits { "help.propose" } else { "help.change" };
    note(tx, person, now_ms, action, &row.service_id, json!({ "field": row.field })).await
}

async fn note(
    tx: &DatabaseTransaction,
    person: &Person,
    now_ms: i64,
    action: &'static str,
    service: &str,
    detail: serde_json::Value,
) -> Result<()> {
    let act = Act { actor: &person.email, action, subject: format!("help/{service}"), detail };
    audit::record(tx, now_ms, act).await?;
    Ok(())
}

/// Confirms or refuses the number that somebody else proposed.
///
/// # Errors
/// There is no such proposal, it is one's own, or somebody was faster.
pub async fn decide(state: &State, person: &Person, id: Uuid, accept: bool) -> Result<String> {
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let row = table::Entity::find_by_id(id).one(&tx).await?.ok_or(Error::NotFound)?;
    if row.author_id == person.id {
        return Err(Error::Forbidden("four-eyes"));
    }
    let (to, action) = if accept { ("in_force", "help.confirm") } else { ("refused", "help.refuse") };
    let changed = table::Entity::update_many()
        .col_expr(table::Column::State, Expr::value(to))
        .col_expr(table::Column::ConfirmerId, Expr::value(Some(person.id)))
        .col_expr(table::Column::DecidedAtMs, Expr::value(Some(now_ms)))
        .filter(table::Column::Id.eq(id))
        .filter(table::Column::State.eq("proposed"))
        .exec(&tx)
        .await?;
    if changed.rows_affected != 1 {
        return Err(Error::Conflict("changed-meanwhile"));
    }
    if accept {
        retire(&tx, &row, "in_force", "replaced", now_ms).await?;
    }
    note(&tx, person, now_ms, action, &row.service_id, json!({ "field": row.field })).await?;
    counter::next(&tx, "help").await?;
    tx.commit().await?;
    super::refresh(state).await?;
    Ok(row.service_id)
}

/// Writes down that somebody looked at a service and when to look again.
///
/// # Errors
/// The service or the way of looking is not known, or the date is out of range.
pub async fn check(state: &State, person: &Person, service: &str, how: &str, months: i32) -> Result<()> {
    if state.help.load().any(service).is_none() {
        return Err(Error::NotFound);
    }
    if !["phone", "page"].contains(&how) {
        return Err(Error::invalid("how", "help-choice"));
    }
    if !(1..=MOST_MONTHS).contains(&months) {
        return Err(Error::invalid("months", "help-choice"));
    }
    let now_ms = state.clock.now_ms();
    let until = hours::day_of(now_ms).checked_add(jiff::Span::new().months(months));
    let until = until.map_err(|error| Error::Internal(error.into()))?;
    let tx = db::begin(&state.db).await?;
    let row = entity::check::ActiveModel {
        id: Set(Uuid::now_v7()),
        service_id: Set(service.to_owned()),
        at_ms: Set(now_ms),
        author_id: Set(person.id),
        how: Set(how.to_owned()),
        expires_on: Set(until.to_string()),
    };
    entity::check::Entity::insert(row).exec_without_returning(&tx).await?;
    let detail = json!({ "how": how, "until": until.to_string() });
    note(&tx, person, now_ms, "help.check", service, detail).await?;
    counter::next(&tx, "help").await?;
    tx.commit().await?;
    super::refresh(state).await?;
    Ok(())
}

/// Takes a file: every row, or none.
///
/// # Errors
/// Every fault, with its line.
pub async fn import(state: &State, person: &Person, text: &str) -> Result<usize> {
    let rows = read_csv(text).map_err(Error::Invalid)?;
    let directory = state.help.load_full();
    let mut all = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for row in &rows {
        let mut found = faults(state, &directory, &row.proposal);
        if !seen.insert((row.proposal.service.clone(), row.proposal.field.clone())) {
            found.push(Fault::new(row.proposal.field.to_string(), "help-twice"));
        }
        all.extend(found.into_iter().map(|fault| Fault { line: Some(row.line), ..fault }));
    }
    if !all.is_empty() {
        return Err(Error::Invalid(all));
    }
    let proposals: Vec<Proposal> = rows.into_iter().map(|row| row.proposal).collect();
    propose(state, person, &proposals).await?;
    Ok(proposals.len())
}
