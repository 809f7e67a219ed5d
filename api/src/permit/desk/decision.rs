//! The decision: drafted by one person, checked in law by another, taken by the High
//! Official, who is a third. Nobody else can: the engine holds the three apart.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Case, Line, claim, nothing, text_of, write_down};
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::application::Column;
use crate::permit::entity::decision::{self, Entity, Model};
use crate::permit::mail;

/// What can be decided about an application, and the state in which it ends the file.
pub const KINDS: [(&str, &str); 4] = [
    ("grant", "granted"),
    ("grant-conditions", "granted-conditions"),
    ("refuse", "refused"),
    ("inadmissible", "inadmissible"),
];

/// Longest reasons or conditions, in characters.
const MOST_TEXT: usize = 20_000;

/// What a decision says, as sealed in its row.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Drafted {
    /// Reasons.
    pub reasons: String,
    /// Conditions; empty when there are none.
    pub conditions: String,
    /// Legal bases, as rows of `legal.toml` with an article.
    pub legal_basis: Vec<String>,
}

fn place(id: Uuid) -> String {
    format!("decision/{id}")
}

impl Drafted {
    /// Opens what a decision says.
    ///
    /// # Errors
    /// The bytes were altered.
    pub fn open(case: &Case, row: &Model) -> Result<Self> {
        case.key.open(&place(row.id), &row.body_sealed)
    }
}

/// A handler drafts a decision.
///
/// # Errors
/// Another role, no reasons, a kind that does not fit the examination, or another decision
/// is being prepared.
pub async fn draft(
    state: &State,
    person: &Person,
    case: &Case,
    kind: &str,
    drafted: Drafted,
) -> Result<Uuid> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    if !KINDS.iter().any(|(known, _)| *known == kind) {
        return Err(Error::invalid("kind", "value-unknown"));
    }
    // What is inadmissible is not judged on its merits, and the other way round.
    if (kind == "inadmissible") != (case.row.admissible.as_deref() == Some("no")) {
        return Err(Error::invalid("kind", "permit-kind-does-not-fit"));
    }
    let reasons = text_of("reasons", &drafted.reasons, MOST_TEXT)?;
    let conditions = match kind {
        "grant-conditions" => text_of("conditions", &drafted.conditions, MOST_TEXT)?,
        _ => String::new(),
    };
    if drafted.legal_basis.is_empty() {
        return Err(Error::invalid("legal_basis", "required"));
    }
    if case.open_decision().is_some() {
        return Err(Error::Conflict("permit-decision-open"));
    }
    let drafted = Drafted { reasons, conditions, ..drafted };
    let id = Uuid::now_v7();
    let appeal = if kind == "inadmissible" { "appeal-council-of-state" } else { "appeal-minister" };
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &["drafting"], now_ms, Vec::new()).await?;
    let basis = serde_json::to_string(&drafted.legal_basis).map_err(|e| Error::Internal(e.into()))?;
    let row = decision::ActiveModel {
        id: Set(id),
        application_id: Set(case.row.id),
        kind: Set(kind.to_owned()),
        state: Set("checking".to_owned()),
        lang: Set(case.row.lang.clone()),
        body_sealed: Set(case.key.seal(&place(id), &drafted)?),
        reasons_json: Set(basis),
        refusals_json: Set("[]".to_owned()),
        drafted_by: Set(person.id),
        drafted_at_ms: Set(now_ms),
        appeal: Set(appeal.to_owned()),
        version: Set(1),
        ..Default::default()
    };
    row.insert(&tx).await?;
    let detail = json!({ "decision": id, "kind": kind });
    write_down(state, &tx, case, person, Line::of("decision-drafted"), detail).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes the open decision of a file, if it is still as it was read.
async fn move_on(
    tx: &DatabaseTransaction,
    row: &Model,
    from: &str,
    changes: Vec<(decision::Column, sea_orm::sea_query::SimpleExpr)>,
) -> Result<()> {
    let mut update = Entity::update_many().col_expr(decision::Column::Version, Expr::value(row.version + 1));
    for (column, value) in changes {
        update = update.col_expr(column, value);
    }
    let changed = update
        .filter(decision::Column::Id.eq(row.id))
        .filter(decision::Column::Version.eq(row.version))
        .filter(decision::Column::State.eq(from))
        .exec(tx)
        .await
        .map_err(refused)?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict("permit-changed-meanwhile")) }
}

/// What the engine refuses, in the words of the rule.
fn refused(error: DbErr) -> Error {
    let text = error.to_string();
    if text.contains("permit_decision_unpaid") {
        Error::Conflict("permit-unpaid")
    } else if text.contains("permit_decision_unheard") {
        Error::Conflict("permit-unheard")
    } else {
        error.into()
    }
}

fn open<'c>(case: &'c Case, state: &str) -> Result<&'c Model> {
    case.open_decision().filter(|row| row.state == state).ok_or(Error::Conflict("permit-no-decision"))
}

/// A jurist passes a draft on, or gives it back with a remark.
///
/// # Errors
/// Another role, the person who drafted it, no remark with a return.
pub async fn check(state: &State, person: &Person, case: &Case, good: bool, remark: &str) -> Result<()> {
    if !person.has(&[Role::Legal]) {
        return Err(Error::Forbidden("role"));
    }
    let row = open(case, "checking")?;
    if row.drafted_by == person.id {
        return Err(Error::Forbidden("four-eyes"));
    }
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let (to, line) = if good { ("deciding", "decision-checked") } else { ("cancelled", "decision-returned") };
    let sealed = match good {
        true => None,
        false => Some(case.key.seal(&format!("event/{line}"), &text_of("text", remark, MOST_TEXT)?)?),
    };
    let changes = vec![
        (decision::Column::State, Expr::value(to.to_owned())),
        (decision::Column::CheckedBy, Expr::value(Some(person.id))),
        (decision::Column::CheckedAtMs, Expr::value(Some(now_ms))),
    ];
    move_on(&tx, row, "checking", changes).await?;
    let line = Line { detail_sealed: sealed, ..Line::of(line) };
    write_down(state, &tx, case, person, line, json!({ "decision": row.id })).await?;
    Ok(tx.commit().await?)
}

/// The High Official decides.
///
/// # Errors
/// Another role, somebody who drafted or checked it, or a refusal of somebody who was not
/// heard.
pub async fn decide(state: &State, person: &Person, case: &Case) -> Result<()> {
    if !person.has(&[Role::HighOfficial]) {
        return Err(Error::Forbidden("role"));
    }
    let row = open(case, "deciding")?;
    if row.drafted_by == person.id || row.checked_by == Some(person.id) {
        return Err(Error::Forbidden("four-eyes"));
    }
    let tx = db::begin(&state.db).await?;
    let changes = vec![
        (decision::Column::State, Expr::value("decided".to_owned())),
        (decision::Column::DecidedBy, Expr::value(Some(person.id))),
        (decision::Column::DecidedAtMs, Expr::value(Some(state.clock.now_ms()))),
        (decision::Column::DecidedOn, Expr::value(Some(case.today.to_string()))),
    ];
    move_on(&tx, row, "deciding", changes).await?;
    write_down(state, &tx, case, person, Line::of("decided"), json!({ "decision": row.id })).await?;
    Ok(tx.commit().await?)
}

/// Gives a decision out: the file ends with it.
///
/// # Errors
/// Another role, nothing decided, or a grant that is not paid.
pub async fn issue(state: &State, person: &Person, case: &Case) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let row = open(case, "decided")?;
    let ends = KINDS.iter().find(|(kind, _)| *kind == row.kind).map(|(_, ends)| *ends);
    let ends = ends.ok_or(Error::Conflict("permit-no-decision"))?;
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let changes = vec![
        (decision::Column::State, Expr::value("issued".to_owned())),
        (decision::Column::IssuedAtMs, Expr::value(Some(now_ms))),
    ];
    move_on(&tx, row, "decided", changes).await?;
    let changes =
        vec![(Column::State, Expr::value(ends.to_owned())), (Column::ClosedAtMs, Expr::value(Some(now_ms)))];
    claim(&tx, &case.row, &["drafting"], now_ms, changes).await?;
    write_down(state, &tx, case, person, Line::of("issued"), nothing()).await?;
    let names = ("decision", row.id.to_string());
    mail::of_office(state, &tx, &case.row, case.email(), (names.0, &names.1), None).await?;
    Ok(tx.commit().await?)
}
