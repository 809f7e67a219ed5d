//! The steps of a decision, each by the person whose role it is.

use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::super::letter;
use super::super::{Case, Line, advice, claim, issue, print, text_of, write_down};
use super::given::{self, Drafted};
use super::{Body, KINDS, address, is_overtaken, kind_fits, move_on, open, place, under_way};
use crate::account::{Person, Role, digest, holder, random_token};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::decision::{self, Model};

/// A handler drafts a decision.
///
/// # Errors
/// Another role, something missing, a kind that does not fit the examination, or another
/// decision is being prepared.
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
        return Err(Error::choice("kind", kind));
    }
    // What is inadmissible is not judged on its merits, and the other way round.
    if !kind_fits(case, kind) {
        return Err(Error::invalid("kind", "permit-kind-does-not-fit"));
    }
    if case.open_decision().is_some() {
        return Err(Error::Conflict("permit-decision-open"));
    }
    // The law wants these opinions before a permit; that one is late stops nobody.
    if kind.starts_with("grant") && !advice::unasked(state, case).is_empty() {
        return Err(Error::Conflict("permit-advice-missing"));
    }
    let given = given::judged(state, case, kind, drafted)?;
    let id = Uuid::now_v7();
    let appeal = state.permits.rows.blocks.iter().find(|block| {
        !block.appeal.is_empty()
            && letter::block_kind(kind).is_some_and(|of| block.kinds.iter().any(|k| k == of))
    });
    let now_ms = state.clock.now_ms();
    let bases = letter::bases(state, case, kind, &given)?;
    let json = |list: &[String]| serde_json::to_string(list).map_err(|error| Error::Internal(error.into()));
    let refusals = json(&given.refusals)?;
    let body = Body { given, letter: None, remark: String::new() };
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &["drafting"], now_ms, Vec::new()).await?;
    let row = decision::ActiveModel {
        id: Set(id),
        application_id: Set(case.row.id),
        kind: Set(kind.to_owned()),
        state: Set("checking".to_owned()),
        lang: Set(case.row.lang.clone()),
        body_sealed: Set(case.key.seal(&place(id), &body)?),
        reasons_json: Set(json(&bases)?),
        refusals_json: Set(refusals),
        drafted_by: Set(person.id),
        drafted_at_ms: Set(now_ms),
        appeal: Set(appeal.map(|block| block.appeal.clone()).unwrap_or_default()),
        version: Set(1),
        ..Default::default()
    };
    row.insert(&tx).await?;
    let detail = json!({ "decision": id, "kind": kind });
    write_down(state, &tx, case, person, Line::of("decision-drafted"), detail).await?;
    tx.commit().await?;
    Ok(id)
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
    holder::must_be_two(&state.db, row.drafted_by, person.id).await?;
    if !good {
        return give_back(state, person, case, row, ("decision-returned", remark)).await;
    }
    let tx = db::begin(&state.db).await?;
    under_way(state, &tx, case).await?;
    let changes = vec![
        (decision::Column::CheckedBy, Expr::value(Some(person.id))),
        (decision::Column::CheckedAtMs, Expr::value(Some(state.clock.now_ms()))),
    ];
    move_on(&tx, row, "deciding", changes).await?;
    let detail = json!({ "decision": row.id });
    write_down(state, &tx, case, person, Line::of("decision-checked"), detail).await?;
    Ok(tx.commit().await?)
}

/// Ends a draft with a remark: it is drafted anew, and what it said stays on record.
async fn give_back(
    state: &State,
    person: &Person,
    case: &Case,
    row: &Model,
    (line, remark): (&'static str, &str),
) -> Result<()> {
    let remark = text_of("text", remark, given::MOST_TEXT)?;
    let mut body = Body::open(case, row)?;
    body.remark.clone_from(&remark);
    let tx = db::begin(&state.db).await?;
    let sealed = case.key.seal(&place(row.id), &body)?;
    move_on(&tx, row, "cancelled", vec![(decision::Column::BodySealed, Expr::value(sealed))]).await?;
    let sealed = Some(case.key.seal(&format!("event/{line}"), &remark)?);
    let line = Line { detail_sealed: sealed, ..Line::of(line) };
    write_down(state, &tx, case, person, line, json!({ "decision": row.id })).await?;
    Ok(tx.commit().await?)
}

/// The High Official puts a decision aside, takes it up again, or sends it back with a remark.
///
/// # Errors
/// Another role, no remark with what sends it back, or no decision that waits for the step.
pub async fn hold(state: &State, person: &Person, case: &Case, step: &str, remark: &str) -> Result<()> {
    if !person.has(&[Role::HighOfficial]) {
        return Err(Error::Forbidden("role"));
    }
    let waiting = || open(case, "deciding").or_else(|_| open(case, "held"));
    let (row, to, line) = match step {
        "hold" => (open(case, "deciding")?, "held", "decision-held"),
        "release" => (open(case, "held")?, "deciding", "decision-released"),
        "send-back" => {
            return give_back(state, person, case, waiting()?, ("decision-returned", remark)).await;
        }
        _ => return Err(Error::NotFound),
    };
    let tx = db::begin(&state.db).await?;
    under_way(state, &tx, case).await?;
    move_on(&tx, row, to, Vec::new()).await?;
    write_down(state, &tx, case, person, Line::of(line), json!({ "decision": row.id })).await?;
    Ok(tx.commit().await?)
}

/// The handler takes a draft back before it is decided; one about a permit that ended meanwhile
/// also afterwards.
///
/// # Errors
/// Another role, no remark, or no draft that can be taken back.
pub async fn cancel(state: &State, person: &Person, case: &Case, remark: &str) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let overtaken = || open(case, "decided").ok().filter(|row| is_overtaken(case, row));
    let row = open(case, "checking").or_else(|_| open(case, "deciding")).or_else(|_| open(case, "held"));
    let row = row.or_else(|error| overtaken().ok_or(error))?;
    give_back(state, person, case, row, ("decision-cancelled", remark)).await
}

/// The High Official decides: from now on the text of the letter stands, word for word.
///
/// # Errors
/// Another role, somebody who drafted or checked it, a refusal of somebody who was not heard, or
/// a permit that ended meanwhile.
pub async fn decide(state: &State, person: &Person, case: &Case) -> Result<()> {
    if !person.has(&[Role::HighOfficial]) {
        return Err(Error::Forbidden("role"));
    }
    let row = open(case, "deciding")?;
    if is_overtaken(case, row) {
        return Err(Error::Conflict("permit-ended-meanwhile"));
    }
    for before in [Some(row.drafted_by), row.checked_by].into_iter().flatten() {
        holder::must_be_two(&state.db, before, person.id).await?;
    }
    let code = random_token()?;
    let mut body = Body::open(case, row)?;
    let address = address(state, case, &code);
    body.letter = Some(letter::compose(state, case, &row.kind, &body.given, (case.today, &address))?);
    let tx = db::begin(&state.db).await?;
    under_way(state, &tx, case).await?;
    let changes = vec![
        (decision::Column::BodySealed, Expr::value(case.key.seal(&place(row.id), &body)?)),
        (decision::Column::Verification, Expr::value(Some(digest(&code)))),
        (decision::Column::DecidedBy, Expr::value(Some(person.id))),
        (decision::Column::DecidedAtMs, Expr::value(Some(state.clock.now_ms()))),
        (decision::Column::DecidedOn, Expr::value(Some(case.today.to_string()))),
    ];
    move_on(&tx, row, "decided", changes).await?;
    if row.kind.starts_with("grant") {
        issue::ask_second_part(state, &tx, case).await?;
        issue::ask_for_copies(state, &tx, case, (row.id, case.today)).await?;
    }
    write_down(state, &tx, case, person, Line::of("decided"), json!({ "decision": row.id })).await?;
    tx.commit().await?;
    // The decision stands whatever becomes of this: the letter is tried again every minute.
    if let Err(error) = print::attempt(state, row.id).await {
        tracing::error!(%error, decision = %row.id, "a letter waits");
    }
    Ok(())
}
