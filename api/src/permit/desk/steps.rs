//! The steps of the examination.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{QueryFilter, Set};
use serde_json::json;

use safe_casework::clock::Extension;
use safe_casework::days::Period;

use super::limit::{self, Statutory};
use super::record::{Ends, ends};
use super::{Case, Line, OPEN, claim, nothing, print, text_of, write_down};
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::application::Column;
use crate::permit::entity::{decision, event, notice as notices};
use crate::permit::mail::{self, Reader};

/// Longest text of a notice, in characters.
const MOST_TEXT: usize = 8_000;

fn must(person: &Person, roles: &[Role]) -> Result<()> {
    if person.has(roles) { Ok(()) } else { Err(Error::Forbidden("role")) }
}

/// A case handler takes a file: from now on it is being examined.
///
/// # Errors
/// Another role, or the file is not new any more.
pub async fn assign(state: &State, person: &Person, case: &Case) -> Result<()> {
    must(person, &[Role::WeaponsClerk])?;
    let tx = db::begin(&state.db).await?;
    let changes = vec![
        (Column::State, Expr::value("completeness".to_owned())),
        (Column::AssignedTo, Expr::value(Some(person.id))),
    ];
    claim(&tx, &case.row, &["submitted"], state.clock.now_ms(), changes).await?;
    write_down(state, &tx, case, person, Line::of("assigned"), nothing()).await?;
    Ok(tx.commit().await?)
}

/// A line that the ledger is about to have, for reckoning with it.
fn coming(case: &Case, kind: &str, deadline: &str, until_day: Option<String>) -> event::Model {
    event::Model {
        id: Uuid::nil(),
        application_id: case.row.id,
        kind: kind.to_owned(),
        on_day: case.today.to_string(),
        until_day,
        deadline: deadline.to_owned(),
        row_from: String::new(),
        amount: None,
        unit: None,
        actor: String::new(),
        detail_sealed: None,
        at_ms: 0,
        result: None,
    }
}

/// The day of the decision as it stands with one more line: lists, mails and the applicant's
/// page read it from the row.
fn dated(state: &State, case: &Case, line: event::Model) -> Result<Option<(Column, SimpleExpr)>> {
    let mut ledger = case.events.clone();
    ledger.push(line);
    let due = limit::last_day(state, &ledger)?;
    Ok(due.map(|due| (Column::DueOn, Expr::value(Some(due.to_string())))))
}

async fn send(
    state: &State,
    person: &Person,
    case: &Case,
    (kind, deadline, line): (&str, &str, &'static str),
    (from, to): (&str, &str),
    text: &str,
) -> Result<()> {
    must(person, &[Role::WeaponsClerk])?;
    let text = text_of("text", text, MOST_TEXT)?;
    let row = limit::row(state, deadline, case.today)?;
    let due = limit::due(state, row, case.today)?.due;
    let id = Uuid::now_v7();
    let now_ms = state.clock.now_ms();
    let mut changes = vec![(Column::State, Expr::value(to.to_owned()))];
    changes.extend(dated(state, case, coming(case, line, deadline, Some(due.to_string())))?);
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &[from], now_ms, changes).await?;
    let notice = notices::ActiveModel {
        id: Set(id),
        application_id: Set(case.row.id),
        kind: Set(kind.to_owned()),
        state: Set("open".to_owned()),
        text_sealed: Set(case.key.seal(&format!("notice/{id}"), &text)?),
        items_json: Set("[]".to_owned()),
        sent_by: Set(person.id),
        sent_at_ms: Set(now_ms),
        due_on: Set(due.to_string()),
        ..Default::default()
    };
    notice.insert(&tx).await?;
    let line = Line {
        until_day: Some(due.to_string()),
        deadline: (deadline, row.proof.valid_from.to_string()),
        ..Line::of(line)
    };
    write_down(state, &tx, case, person, line, json!({ "notice": id })).await?;
    let (once, day) = (id.to_string(), due.to_string());
    mail::tell(state, &tx, &Reader::applicant(&case.row, case.email()), (deadline, &once), Some(&day))
        .await?;
    Ok(tx.commit().await?)
}

/// Asks the applicant for what is missing.
///
/// # Errors
/// Another role, no text, or the file is not being examined.
pub async fn items(state: &State, person: &Person, case: &Case, text: &str) -> Result<()> {
    let names = ("missing-items", "missing-items", "items-asked");
    send(state, person, case, names, ("completeness", "missing-items"), text).await
}

/// Tells the applicant of an adverse decision that is considered, and lets them react.
///
/// # Errors
/// Another role, no text, or no decision is being prepared.
pub async fn notice(state: &State, person: &Person, case: &Case, text: &str) -> Result<()> {
    let names = ("before-adverse", "notice-before-refusal", "notice-sent");
    send(state, person, case, names, ("drafting", "notice"), text).await
}

/// Why the wait for an answer cannot end now. A request for items ends with its answer; whoever
/// is heard before an adverse decision has the whole time, and may add to an answer until its
/// last day is over.
fn waits(case: &Case, row: &notices::Model) -> Option<&'static str> {
    if row.due_on < case.today.to_string() {
        return None;
    }
    match (row.kind.as_str(), row.answered_at_ms) {
        ("before-adverse", _) => Some("permit-hearing-runs"),
        (_, None) => Some("permit-notice-runs"),
        _ => None,
    }
}

/// Whether the wait for an answer can end now.
#[must_use]
pub fn can_close(case: &Case) -> bool {
    case.notices.iter().any(|(row, _, _)| row.state == "open" && waits(case, row).is_none())
}

/// Ends the wait for an answer. What the file holds is kept as it stood.
///
/// # Errors
/// Another role, or the applicant still has time.
pub async fn close_notice(state: &State, person: &Person, case: &Case) -> Result<()> {
    must(person, &[Role::WeaponsClerk])?;
    let open = case.notices.iter().find(|(row, _, _)| row.state == "open");
    let Some((row, text, answer)) = open else { return Err(Error::Conflict("permit-no-notice")) };
    if let Some(rule) = waits(case, row) {
        return Err(Error::Conflict(rule));
    }
    let now_ms = state.clock.now_ms();
    let held = json!({
        "text": text,
        "answer": answer,
        "answers": case.answers,
        "documents": case.papers.iter().map(|paper| &paper.row.sha256).collect::<Vec<_>>(),
    });
    let snapshot = case.key.seal(&format!("notice-snapshot/{}", row.id), &held)?;
    let to = if row.kind == "before-adverse" { "drafting" } else { "completeness" };
    let new_state = if row.answered_at_ms.is_some() { "answered" } else { "expired" };
    let mut changes = vec![(Column::State, Expr::value(to.to_owned()))];
    changes.extend(dated(state, case, coming(case, "notice-closed", "", None))?);
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &["missing-items", "notice"], now_ms, changes).await?;
    let changed = notices::Entity::update_many()
        .col_expr(notices::Column::State, Expr::value(new_state.to_owned()))
        .col_expr(notices::Column::SnapshotSealed, Expr::value(Some(snapshot)))
        .col_expr(notices::Column::ClosedAtMs, Expr::value(Some(now_ms)))
        .filter(notices::Column::Id.eq(row.id))
        .filter(notices::Column::State.eq("open"))
        .exec(&tx)
        .await?;
    if changed.rows_affected != 1 {
        return Err(Error::Conflict("permit-changed-meanwhile"));
    }
    let detail = json!({ "notice": row.id, "state": new_state });
    write_down(state, &tx, case, person, Line::of("notice-closed"), detail).await?;
    Ok(tx.commit().await?)
}

/// Whether the file can be examined on its merits at all: decided apart from them.
///
/// # Errors
/// Another role, a file without reasons that is called inadmissible, one that ends without a
/// decision, or it is not being examined.
pub async fn admissible(state: &State, person: &Person, case: &Case, yes: bool, reason: &str) -> Result<()> {
    must(person, &[Role::WeaponsClerk])?;
    if ends(state, case) != Ends::Decision {
        return Err(Error::Conflict("permit-ends-otherwise"));
    }
    let reason = if yes { String::new() } else { text_of("text", reason, MOST_TEXT)? };
    let word = if yes { "yes" } else { "no" };
    let changes = vec![
        (Column::State, Expr::value("drafting".to_owned())),
        (Column::Admissible, Expr::value(Some(word.to_owned()))),
    ];
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &["completeness", "advice"], state.clock.now_ms(), changes).await?;
    let sealed = (!reason.is_empty()).then(|| case.key.seal("event/examined", &reason)).transpose()?;
    let line = Line { detail_sealed: sealed, ..Line::of("examined") };
    write_down(state, &tx, case, person, line, json!({ "admissible": word })).await?;
    Ok(tx.commit().await?)
}

/// Whether the statutory time of a file may still be extended: its row provides for it, it was not
/// extended, and nothing was decided. What is examined after a decision has no time of this kind.
#[must_use]
pub fn can_extend(state: &State, case: &Case) -> bool {
    let decided = |row: &decision::Model| matches!(row.state.as_str(), "decided" | "issued");
    case.row.due_on.is_some()
        && case.row.closed_at_ms.is_none()
        && !case.decisions.iter().any(decided)
        && !case.events.iter().any(|event| event.kind == "extended")
        && limit::extension(state, case).is_ok_and(|row| row.is_some())
}

/// Extends the statutory time, once, with a reason: the High Official alone does.
///
/// # Errors
/// Another role, no reason, longer than the row allows, too late, decided, extended before, or
/// the row of the time names no extension.
pub async fn extend(state: &State, person: &Person, case: &Case, months: i32, reason: &str) -> Result<()> {
    must(person, &[Role::HighOfficial])?;
    let reason = text_of("text", reason, MOST_TEXT)?;
    let clock = match limit::statutory(state, case)? {
        Some(Statutory::Original(clock)) => clock,
        Some(Statutory::Extended(_)) => return Err(Error::Conflict("permit-extended-before")),
        None => return Err(Error::Conflict("permit-no-time")),
    };
    let row = limit::extension(state, case)?.filter(|_| can_extend(state, case));
    let row = row.ok_or(Error::Conflict("permit-no-time"))?;
    if months < 1 {
        return Err(Error::invalid("amount", "permit-extension-too-long"));
    }
    let most = limit::period(row)?;
    let extension =
        Extension::new(Period::months(months), &reason).map_err(|_| Error::invalid("text", "required"))?;
    let due = limit::extend(state, clock, extension, most, case.today)?.due;
    let tx = db::begin(&state.db).await?;
    let changes = vec![(Column::DueOn, Expr::value(Some(due.to_string())))];
    claim(&tx, &case.row, &OPEN, state.clock.now_ms(), changes).await?;
    let line = Line {
        until_day: Some(due.to_string()),
        deadline: (&row.id, row.proof.valid_from.to_string()),
        length: Some((i64::from(months), "months".to_owned())),
        detail_sealed: Some(case.key.seal("event/extended", &reason)?),
        ..Line::of("extended")
    };
    write_down(state, &tx, case, person, line, json!({ "until": due.to_string() })).await?;
    let day = due.to_string();
    mail::tell(state, &tx, &Reader::applicant(&case.row, case.email()), ("extension", "1"), Some(&day))
        .await?;
    tx.commit().await?;
    // The time is extended whatever becomes of this: the letter is tried again every minute.
    if let Err(error) = print::attempt_extension(state, case.row.id).await {
        tracing::error!(%error, file = %case.row.id, "a letter waits");
    }
    Ok(())
}
