//! After the decision: a permit that is examined again, suspended or taken back.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, QueryFilter};

use super::{Case, Line, challenge, claim, nothing, text_of, write_down};
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::application::Column;
use crate::permit::entity::{decision, grant};
use crate::permit::weapon;

/// Longest text, in characters.
const MOST_TEXT: usize = 8_000;

fn must(person: &Person, role: Role) -> Result<()> {
    if person.has(&[role]) { Ok(()) } else { Err(Error::Forbidden("role")) }
}

/// The decision that was given out last.
pub(super) fn last_issued(case: &Case) -> Option<&decision::Model> {
    case.decisions.iter().find(|row| row.state == "issued")
}

/// The state in which the permit's own decision ended the file.
pub(super) fn granted_state(case: &Case) -> &'static str {
    let with = |row: &&decision::Model| row.state == "issued" && row.kind.starts_with("grant");
    match case.decisions.iter().find(with) {
        Some(row) if row.kind == "grant-conditions" => "granted-conditions",
        _ => "granted",
    }
}

/// Changes where the permit of a file stands.
pub(super) async fn change_grant(
    state: &State,
    tx: &DatabaseTransaction,
    case: &Case,
    to: &str,
) -> Result<()> {
    let row = case.grant.as_ref().ok_or(Error::Conflict("permit-no-grant"))?;
    // Where it stood: a ruling may reverse that it was taken back.
    let before = (to == "revoked").then(|| row.state.clone());
    let changed = grant::Entity::update_many()
        .col_expr(grant::Column::State, Expr::value(to.to_owned()))
        .col_expr(grant::Column::RevokedFrom, Expr::value(before))
        .col_expr(grant::Column::ChangedAtMs, Expr::value(state.clock.now_ms()))
        .filter(grant::Column::Id.eq(row.id))
        .filter(grant::Column::State.eq(row.state.clone()))
        .exec(tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-changed-meanwhile"));
    }
    Ok(())
}

pub(super) fn reopened(to: &str) -> Vec<(Column, sea_orm::sea_query::SimpleExpr)> {
    vec![(Column::State, Expr::value(to.to_owned())), (Column::ClosedAtMs, Expr::value(Option::<i64>::None))]
}

pub(super) fn ended(to: &str, now_ms: i64) -> Vec<(Column, sea_orm::sea_query::SimpleExpr)> {
    vec![(Column::State, Expr::value(to.to_owned())), (Column::ClosedAtMs, Expr::value(Some(now_ms)))]
}

/// Whether a granted file can be opened again.
pub(super) fn can_open(case: &Case) -> bool {
    let runs = |grant: &grant::Model| matches!(grant.state.as_str(), "active" | "suspended");
    case.grant.as_ref().is_some_and(runs)
        && matches!(case.row.state.as_str(), "granted" | "granted-conditions")
}

/// Opens a granted file again, to examine whether the permit is suspended or taken back.
///
/// # Errors
/// Another role, no reason, or no permit that can be examined.
pub async fn examine(state: &State, person: &Person, case: &Case, reason: &str) -> Result<()> {
    must(person, Role::WeaponsClerk)?;
    let reason = text_of("text", reason, MOST_TEXT)?;
    if !can_open(case) {
        return Err(Error::Conflict("permit-no-grant"));
    }
    let tx = db::begin(&state.db).await?;
    open_in(state, &tx, person, case, &reason).await?;
    Ok(tx.commit().await?)
}

/// The same inside a step that gives the reason.
pub(super) async fn open_in(
    state: &State,
    tx: &DatabaseTransaction,
    person: &Person,
    case: &Case,
    reason: &str,
) -> Result<()> {
    claim(tx, &case.row, &["granted", "granted-conditions"], state.clock.now_ms(), reopened("drafting"))
        .await?;
    let sealed = Some(case.key.seal("event/examination-opened", &reason)?);
    let line = Line { detail_sealed: sealed, ..Line::of("examination-opened") };
    write_down(state, tx, case, person, line, nothing()).await
}

/// Ends such an examination without a decision.
///
/// # Errors
/// Another role, no reason, no such examination, a decision is being prepared, or a new one must
/// follow a ruling.
pub async fn leave(state: &State, person: &Person, case: &Case, reason: &str) -> Result<()> {
    must(person, Role::WeaponsClerk)?;
    let reason = text_of("text", reason, MOST_TEXT)?;
    if case.grant.is_none() || case.open_decision().is_some() {
        return Err(Error::Conflict("permit-decision-open"));
    }
    if challenge::must_decide(case) {
        return Err(Error::Conflict("permit-decides-again"));
    }
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &["drafting"], now_ms, ended(granted_state(case), now_ms)).await?;
    let sealed = Some(case.key.seal("event/examination-closed", &reason)?);
    let line = Line { detail_sealed: sealed, ..Line::of("examination-closed") };
    write_down(state, &tx, case, person, line, nothing()).await?;
    Ok(tx.commit().await?)
}

/// The High Official lifts a suspension.
///
/// # Errors
/// Another role, no reason, or nothing is suspended.
pub async fn lift(state: &State, person: &Person, case: &Case, reason: &str) -> Result<()> {
    must(person, Role::HighOfficial)?;
    let reason = text_of("text", reason, MOST_TEXT)?;
    let grant = case.grant.as_ref().filter(|grant| grant.state == "suspended");
    let grant = grant.ok_or(Error::Conflict("permit-no-grant"))?;
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &["granted", "granted-conditions"], state.clock.now_ms(), Vec::new()).await?;
    // Before the chain of what was done, as in every step about a permit.
    weapon::hold(&tx, grant).await?;
    let sealed = Some(case.key.seal("event/suspension-lifted", &reason)?);
    let line = Line { detail_sealed: sealed, ..Line::of("suspension-lifted") };
    write_down(state, &tx, case, person, line, nothing()).await?;
    change_grant(state, &tx, case, "active").await?;
    Ok(tx.commit().await?)
}

/// Whether the last decision suspended a permit or took it back.
pub(super) fn is_about_grant(row: &decision::Model) -> bool {
    matches!(row.kind.as_str(), "suspend" | "withdraw")
}

/// Every state of a file after it was sent, while it is there.
pub(super) const SENT: [&str; 13] = [
    "submitted",
    "completeness",
    "missing-items",
    "advice",
    "notice",
    "drafting",
    "granted",
    "granted-conditions",
    "refused",
    "inadmissible",
    "recorded",
    "withdrawn",
    "appealed",
];

/// A jurist keeps a file from erasure, or lets it go again. Why stands sealed in the ledger.
///
/// # Errors
/// Another role, no reason, or it is so already.
pub async fn legal_hold(state: &State, person: &Person, case: &Case, hold: bool, reason: &str) -> Result<()> {
    must(person, Role::Legal)?;
    let reason = text_of("text", reason, MOST_TEXT)?;
    if case.row.legal_hold.is_some() == hold {
        return Err(Error::Conflict("permit-changed-meanwhile"));
    }
    let since = hold.then(|| case.today.to_string());
    let kind = if hold { "legal-hold-set" } else { "legal-hold-lifted" };
    let tx = db::begin(&state.db).await?;
    let changes = vec![(Column::LegalHold, Expr::value(since))];
    claim(&tx, &case.row, &SENT, state.clock.now_ms(), changes).await?;
    let sealed = Some(case.key.seal(&format!("event/{kind}"), &reason)?);
    write_down(state, &tx, case, person, Line { detail_sealed: sealed, ..Line::of(kind) }, nothing()).await?;
    Ok(tx.commit().await?)
}
