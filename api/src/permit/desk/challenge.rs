//! Appeals as the office records them: that one was lodged, and what was decided on it.

use jiff::civil::Date;
use sea_orm::DatabaseTransaction;
use sea_orm::sea_query::{Expr, SimpleExpr};
use serde_json::json;

use super::after::{SENT, change_grant, ended, granted_state, is_about_grant, last_issued, reopened};
use super::appeal::{self, From};
use super::appealed::{self, LODGED, RESULTS, RULED};
use super::decision::KINDS;
use super::{Case, Line, OPEN, claim, day_of, issue, limit, task, text_of, write_down};
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result, both};
use crate::permit::entity::application::Column;
use crate::permit::entity::{decision, grant};
use crate::permit::{numbers, weapon};

/// Longest text, in characters.
const MOST_TEXT: usize = 8_000;

/// Whether an appeal can be recorded: something is open to one, and none waits for its ruling.
#[must_use]
pub fn can_lodge(state: &State, case: &Case) -> bool {
    let open = || appeal::open(state, &case.row, last_issued(case), &case.events);
    !appeal::waits(&case.events) && open().is_ok_and(|open| open.is_some())
}

/// Records that an appeal was lodged on a day, against silence, the last decision or the ruling on
/// it. A file in which something is still examined goes on meanwhile.
///
/// # Errors
/// Another role, a day that lies ahead or before what is challenged, or nothing that is open to an
/// appeal.
pub async fn lodged(state: &State, person: &Person, case: &Case, day: &str) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let term = if can_lodge(state, case) { appeal::term(state, &case.row).await? } else { None };
    let term = term.ok_or(Error::Conflict("permit-no-appeal"))?;
    // A decision can be known before its letter is received.
    let first = match term.from {
        From::Receipt | From::Issue => term.decided.unwrap_or(term.start),
        From::Silence | From::Ruling => term.start,
    };
    let on = day_of("day", day, |on| (first..=case.today).contains(on))?;
    let rule = limit::row(state, &term.deadline, term.start)?;
    let ended = ["refused", "inadmissible", "granted", "granted-conditions"];
    let (from, changes) = if case.is_open() {
        (&OPEN[..], Vec::new())
    } else {
        (&ended[..], vec![(Column::State, Expr::value("appealed".to_owned()))])
    };
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, from, state.clock.now_ms(), changes).await?;
    let line = Line {
        until_day: Some(on.to_string()),
        deadline: (&term.deadline, rule.proof.valid_from.to_string()),
        ..Line::of(LODGED)
    };
    let mut detail = json!({ "appeal": term.deadline });
    if let Some(row) = last_issued(case) {
        detail["decision"] = json!(row.id);
    }
    write_down(state, &tx, case, person, line, detail).await?;
    Ok(tx.commit().await?)
}

/// The decision that the appeal without a ruling is about; none when it is about silence, or when
/// another decision was given out since.
#[must_use]
pub fn challenged(case: &Case) -> Option<&decision::Model> {
    appealed::of_last(&case.events).filter(|one| one.ruling.is_none())?;
    last_issued(case)
}

/// What a person may record of the ruling on an appeal. That a permit holds again, which
/// three people had suspended or taken back, is for the High Official, and never for who
/// recorded the appeal.
#[must_use]
pub fn results(case: &Case, person: &Person) -> Vec<&'static str> {
    if appealed::pending(&case.events).is_none() {
        return Vec::new();
    }
    let of_grant = challenged(case).is_some_and(is_about_grant);
    let own = appealed::is_lodged_by(&case.events, &person.email);
    let may = |result: &str| match (result, of_grant) {
        ("reversed", true) => person.has(&[Role::HighOfficial]) && !own,
        _ => person.has(&[Role::WeaponsClerk]),
    };
    RESULTS.into_iter().filter(|result| may(result)).collect()
}

/// Records what was decided on an appeal, and on which day. A decision that was confirmed ends the
/// file as before. One that was reversed opens it again for a new decision; a permit that was
/// suspended or taken back stands again where it stood. A file that went on meanwhile goes on.
///
/// # Errors
/// Another role than [`results`] wants, no such appeal, an unknown result, no text, or a day that
/// lies ahead or before the appeal.
pub async fn ruled(
    state: &State,
    person: &Person,
    case: &Case,
    (result, day): (&str, &str),
    text: &str,
) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk, Role::HighOfficial]) {
        return Err(Error::Forbidden("role"));
    }
    let known = RESULTS.into_iter().find(|known| *known == result);
    let result = known.ok_or_else(|| Error::choice("result", result))?;
    let lodged = appealed::pending(&case.events).ok_or(Error::Conflict("permit-no-appeal"))?;
    let row = challenged(case);
    if !results(case, person).contains(&result) {
        let of_grant = row.is_some_and(is_about_grant);
        let own = result == "reversed" && of_grant && person.has(&[Role::HighOfficial]);
        return Err(Error::Forbidden(if own { "permit-appeal-own" } else { "role" }));
    }
    let first = lodged.until_day.as_deref().and_then(numbers::day);
    let fits = |on: &Date| *on <= case.today && first.is_none_or(|first| *on >= first);
    let (on, text) = both(day_of("day", day, fits), text_of("text", text, MOST_TEXT))?;
    let letters = issue::of_decisions(state, row.iter().map(|row| row.id)).await?;
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    match row.filter(|_| case.row.state == "appealed") {
        Some(row) => claim(&tx, &case.row, &["appealed"], now_ms, follows(case, row, result, now_ms)).await?,
        None => claim(&tx, &case.row, &SENT, now_ms, Vec::new()).await?,
    }
    // Before the chain of what was done, as in every step about a permit.
    if let Some(grant) = &case.grant {
        weapon::hold(&tx, grant).await?;
    }
    let line = Line {
        until_day: Some(on.to_string()),
        deadline: (&lodged.deadline, lodged.row_from.clone()),
        detail_sealed: Some(case.key.seal("event/appeal-decided", &text)?),
        result: Some(result),
        ..Line::of(RULED)
    };
    let mut detail = json!({ "result": result });
    if let Some(row) = row {
        detail["decision"] = json!(row.id);
    }
    let reversed = row.filter(|_| result == "reversed");
    if let Some(row) = row {
        issue::proof_is_needless(&tx, person, (row.id, &letters), now_ms).await?;
    }
    if let Some(row) = reversed {
        call_off(state, &tx, person, case, row).await?;
    }
    write_down(state, &tx, case, person, line, detail).await?;
    // After its line: the engine looks for it.
    if let Some(row) = reversed {
        undo(state, &tx, case, row).await?;
    }
    Ok(tx.commit().await?)
}

/// Whether a new decision can give a permit its days: also one that lapsed while its holder
/// waited for the ruling.
fn runs(grant: &grant::Model) -> bool {
    matches!(grant.state.as_str(), "active" | "suspended" | "lapsed")
}

/// What becomes of a file that ended with a decision, once the appeal against it is over.
fn follows(case: &Case, row: &decision::Model, result: &str, now_ms: i64) -> Vec<(Column, SimpleExpr)> {
    let before = if is_about_grant(row) {
        granted_state(case)
    } else {
        KINDS.iter().find(|(kind, _)| *kind == row.kind).map_or("refused", |(_, ends)| *ends)
    };
    let stays =
        is_about_grant(row) || (row.kind.starts_with("grant") && !case.grant.as_ref().is_some_and(runs));
    if result == "confirmed" || stays {
        return ended(before, now_ms);
    }
    match row.kind.as_str() {
        // Whether it is complete and admissible is found anew, on the day on which it is found.
        "inadmissible" => {
            let mut changes = reopened("completeness");
            changes.push((Column::Admissible, Expr::value(Option::<String>::None)));
            changes
        }
        _ => {
            let mut changes = reopened("drafting");
            changes.push((Column::Admissible, Expr::value(Some("yes".to_owned()))));
            changes
        }
    }
}

/// Whether the decision of a permit that holds, or lapsed unused, was reversed: it gets a new one.
#[must_use]
pub fn decides_again(case: &Case) -> bool {
    appealed::is_reversed(&case.events)
        && last_issued(case).is_some_and(|row| row.kind.starts_with("grant"))
        && case.grant.as_ref().is_some_and(runs)
}

/// Whether such a file cannot end without the new decision: of a permit that lapsed nobody may
/// want it any more.
#[must_use]
pub fn must_decide(case: &Case) -> bool {
    decides_again(case) && case.grant.as_ref().is_some_and(|grant| grant.state != "lapsed")
}

/// A permit stands where it stood before a decision that was reversed.
async fn undo(state: &State, tx: &DatabaseTransaction, case: &Case, row: &decision::Model) -> Result<()> {
    let now = case.grant.as_ref().map(|grant| (row.kind.as_str(), grant.state.as_str(), grant));
    match now {
        Some(("suspend", "suspended", _)) => change_grant(state, tx, case, "active").await,
        Some(("withdraw", "revoked", grant)) => {
            let before = grant.revoked_from.as_deref().unwrap_or("active");
            change_grant(state, tx, case, before).await
        }
        _ => Ok(()),
    }
}

/// Nothing is asked for any more in the name of a decision that was reversed, and what other
/// states were told of it is put right.
async fn call_off(
    state: &State,
    tx: &DatabaseTransaction,
    person: &Person,
    case: &Case,
    row: &decision::Model,
) -> Result<()> {
    let now_ms = state.clock.now_ms();
    task::settle(tx, person, &format!("permit-return/{}", row.id), now_ms).await?;
    task::settle_all(tx, person, &format!("condition-follow-up/{}/", row.id), now_ms).await?;
    let told = format!("imi-report/{}", row.id);
    if task::was_raised(tx, &told).await? {
        task::settle(tx, person, &told, now_ms).await?;
        let once = format!("imi-correction/{}", row.id);
        task::raise(state, tx, ("imi-correction", &once), Some(case.row.id), None).await?;
    }
    Ok(())
}
