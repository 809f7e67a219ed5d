//! What ends without a decision of three persons: a declaration, of which a handler takes
//! note, and the answer to a periodic control, which a handler judges. An answer that is not
//! in order decides nothing by itself: the file of the permit is opened, its holder is heard,
//! and three persons decide.

use safe_permits::procedure::{Kind, Online};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, QueryFilter};
use serde_json::json;

use super::{Case, Line, after, claim, nothing, task, text_of, write_down};
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::application::{self, Column};
use crate::permit::entity::{control, grant};
use crate::permit::mail::{self, Reader};

/// Longest reason, in characters.
const MOST_TEXT: usize = 8_000;

/// How a file ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// With a decision of three persons.
    Decision,
    /// With a note that the declaration came.
    Record,
    /// With a judgement of the answer to a control.
    Judgement,
}

/// How the procedure of a file ends, by the row of its day.
#[must_use]
pub fn ends(state: &State, case: &Case) -> Ends {
    match state.law.on(case.law_on()).procedure(&case.row.procedure) {
        Some(row) if row.kind == Kind::Control => Ends::Judgement,
        Some(row) if row.online == Online::Declaration => Ends::Record,
        _ => Ends::Decision,
    }
}

fn must(state: &State, person: &Person, case: &Case, how: Ends) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    if ends(state, case) == how { Ok(()) } else { Err(Error::Conflict("permit-ends-otherwise")) }
}

/// The file ends as recorded.
async fn close(tx: &DatabaseTransaction, case: &Case, now_ms: i64) -> Result<()> {
    let changes = vec![
        (Column::State, Expr::value("recorded".to_owned())),
        (Column::ClosedAtMs, Expr::value(Some(now_ms))),
    ];
    claim(tx, &case.row, &["completeness"], now_ms, changes).await
}

/// A handler takes note of a declaration: the file ends, and what the Central Weapons
/// Register has to know becomes a task.
///
/// # Errors
/// Another role, a file that needs a decision, or one that is not being examined.
pub async fn take_note(state: &State, person: &Person, case: &Case) -> Result<()> {
    must(state, person, case, Ends::Record)?;
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    close(&tx, case, now_ms).await?;
    let law = state.law.on(case.law_on());
    if law.procedure(&case.row.procedure).is_some_and(|row| row.register) {
        let once = format!("register-report/{}", case.row.id);
        task::raise(state, &tx, ("register-report", &once), Some(case.row.id), None).await?;
    }
    write_down(state, &tx, case, person, Line::of("recorded"), nothing()).await?;
    mail::tell(state, &tx, &Reader::applicant(&case.row, case.email()), ("recorded", "1"), None).await?;
    Ok(tx.commit().await?)
}

/// A handler judges the answer to a control: in order, or not, with a reason. What is not in
/// order opens the file of the permit for an examination; where that cannot be, it becomes a
/// task.
///
/// # Errors
/// Another role, no reason with a bad judgement, a file that is no answer to a control, or
/// one that is not being examined.
pub async fn judge(state: &State, person: &Person, case: &Case, good: bool, reason: &str) -> Result<()> {
    must(state, person, case, Ends::Judgement)?;
    let reason = if good { String::new() } else { text_of("text", reason, MOST_TEXT)? };
    let examined = if good { None } else { to_examine(state, case).await? };
    let now_ms = state.clock.now_ms();
    let verdict = if good { "in-order" } else { "not-in-order" };
    let tx = db::begin(&state.db).await?;
    close(&tx, case, now_ms).await?;
    control::Entity::update_many()
        .col_expr(control::Column::Verdict, Expr::value(Some(verdict.to_owned())))
        .col_expr(control::Column::JudgedOn, Expr::value(Some(case.today.to_string())))
        .col_expr(control::Column::ChangedAtMs, Expr::value(now_ms))
        .filter(control::Column::ApplicationId.eq(case.row.id))
        .filter(control::Column::State.eq("answered"))
        .exec(&tx)
        .await?;
    match &examined {
        Some(permit) => after::open_in(state, &tx, person, permit, &reason).await?,
        None if good => {}
        None => {
            let once = format!("control-not-in-order/{}", case.row.id);
            task::raise(state, &tx, ("control-not-in-order", &once), Some(case.row.id), None).await?;
        }
    }
    let kind = if good { "control-in-order" } else { "control-not-in-order" };
    let sealed =
        (!reason.is_empty()).then(|| case.key.seal(&format!("event/{kind}"), &reason)).transpose()?;
    let line = Line { detail_sealed: sealed, ..Line::of(kind) };
    write_down(state, &tx, case, person, line, json!({ "verdict": verdict })).await?;
    mail::tell(state, &tx, &Reader::applicant(&case.row, case.email()), ("control-judged", "1"), None)
        .await?;
    Ok(tx.commit().await?)
}

/// The file of the permit that an answer is about, when it can be examined now.
async fn to_examine(state: &State, case: &Case) -> Result<Option<Case>> {
    let Some(permit) = case.row.grant_id else { return Ok(None) };
    let Some(permit) = grant::Entity::find_by_id(permit).one(&state.db).await? else { return Ok(None) };
    let row = application::Entity::find_by_id(permit.application_id).one(&state.db).await?;
    let Some(row) = row.filter(|row| row.key_wrapped.is_some()) else { return Ok(None) };
    let found = Case::load(state, row).await?;
    Ok(after::can_open(&found).then_some(found))
}
