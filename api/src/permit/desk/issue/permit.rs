//! The permit that comes of a decision: what it is about, until when it holds, and the parts of its weapons.

use jiff::civil::Date;
use safe_permits::Dated;
use safe_permits::procedure::Procedure;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, Set};

use super::super::decision::Body;
use super::super::{Case, limit, task};
use super::Subject;
use crate::account::Person;
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::after;
use crate::permit::entity::{decision, grant};
use crate::permit::{numbers, weapon};

/// The row of the procedure of a file, and the time limits that it names.
fn procedure<'s>(state: &'s State, case: &Case) -> Result<(&'s Dated<Procedure>, Vec<&'s str>)> {
    let missing = || Error::Internal(anyhow::anyhow!("the rows have no {}", case.row.procedure));
    let row = state.law.on(case.law_on()).procedure(&case.row.procedure).ok_or_else(missing)?;
    let variant = Some(case.row.variant.as_str()).filter(|variant| !variant.is_empty());
    Ok((row, row.deadlines_of(variant)))
}

/// Who must have a copy of an approval gets it within days that count from its signature.
///
/// # Errors
/// The rows do not have it, or the database does not answer.
pub(in super::super) async fn ask_for_copies(
    state: &State,
    tx: &DatabaseTransaction,
    case: &Case,
    (decision, signed): (Uuid, Date),
) -> Result<()> {
    if !procedure(state, case)?.1.contains(&"decision-copy") {
        return Ok(());
    }
    let rule = limit::row(state, "decision-copy", signed)?;
    let due = limit::due(state, rule, signed)?.due;
    let once = format!("decision-copy/{decision}");
    task::raise(state, tx, ("decision-copy", &once), Some(case.row.id), Some(due)).await
}

/// Makes the permit, or gives the one that there is its new decision.
pub(super) async fn grant(
    state: &State,
    tx: &DatabaseTransaction,
    (person, case): (&Person, &Case),
    row: &decision::Model,
    body: &Body,
    card: String,
) -> Result<()> {
    let (procedure, deadlines) = procedure(state, case)?;
    let last = |name: &str| -> Result<Option<String>> {
        if !deadlines.contains(&name) {
            return Ok(None);
        }
        let limit = limit::row(state, name, case.today)?;
        Ok(Some(limit::due(state, limit, case.today)?.due.to_string()))
    };
    let until = (last("carry-validity")?, last("acquisition")?);
    let subject = Subject { text: body.given.subject.clone(), weapons: case.weapons(), card };
    match &case.grant {
        Some(known) => again(state, tx, (person, case), known, (row.id, subject), until).await?,
        None => {
            let id = Uuid::now_v7();
            let now_ms = state.clock.now_ms();
            let made = grant::ActiveModel {
                id: Set(id),
                application_id: Set(case.row.id),
                decision_id: Set(row.id),
                holder_id: Set(case.row.applicant_id),
                number: Set(case.row.reference.clone().unwrap_or_default()),
                procedure: Set(case.row.procedure.clone()),
                model: Set(procedure.model.clone()),
                state: Set("active".to_owned()),
                subject_sealed: Set(case.key.seal(&format!("grant/{id}"), &subject)?),
                issued_on: Set(case.today.to_string()),
                ends_on: Set(until.0),
                acquire_until: Set(until.1),
                acquired_on: Set(None),
                control_on: Set(last("control-interval")?),
                changed_at_ms: Set(now_ms),
                revoked_from: Set(None),
            };
            made.insert(tx).await?;
            if procedure.model == "4" {
                weapon::make(tx, id, &subject.weapons, now_ms).await?;
            }
        }
    }
    if procedure.register {
        let once = format!("register-report/{}", row.id);
        task::raise(state, tx, ("register-report", &once), Some(case.row.id), None).await?;
    }
    let signed = row.decided_on.as_deref().and_then(numbers::day).unwrap_or(case.today);
    ask_for_copies(state, tx, case, (row.id, signed)).await
}

/// A permit whose decision was reversed gets its new one. It stays the permit that it is, with its
/// number, its parts and its control; its days are those that the new letter names. What had not
/// been acquired can be acquired until then, also when the time of before had run out.
async fn again(
    state: &State,
    tx: &DatabaseTransaction,
    (person, case): (&Person, &Case),
    known: &grant::Model,
    (decision, mut subject): (Uuid, Subject),
    (ends_on, acquire_until): (Option<String>, Option<String>),
) -> Result<()> {
    use grant::{Column, Entity};
    let now_ms = state.clock.now_ms();
    let place = format!("grant/{}", known.id);
    if subject.card.is_empty() {
        let before: Subject = case.key.open(&place, &known.subject_sealed)?;
        subject.card = before.card;
    }
    let weapons = weapon::hold(tx, known).await?;
    let mut update = Entity::update_many()
        .col_expr(Column::DecisionId, Expr::value(decision))
        .col_expr(Column::SubjectSealed, Expr::value(case.key.seal(&place, &subject)?))
        .col_expr(Column::ChangedAtMs, Expr::value(now_ms));
    let waits: Vec<_> = weapons.iter().filter(|one| one.acquired_on.is_none()).collect();
    let opens = acquire_until.is_some() && !waits.is_empty();
    if known.state == "active" || (known.state == "lapsed" && opens) {
        update = update.col_expr(Column::EndsOn, Expr::value(ends_on));
        if opens {
            update = update
                .col_expr(Column::State, Expr::value("active".to_owned()))
                .col_expr(Column::AcquireUntil, Expr::value(acquire_until.clone()))
                .col_expr(Column::AcquiredOn, Expr::value(Option::<String>::None));
            for one in waits {
                weapon::hand_out(tx, known, one, &["A", "B"], now_ms).await?;
                if one.is_back("A") || one.is_back("B") {
                    let window = acquire_until.as_deref().unwrap_or_default();
                    let once = task::of_parts(known, &one.slot, window);
                    task::raise(state, tx, ("part-to-send", &once), Some(case.row.id), None).await?;
                }
            }
            let kinds = ["permit-lapsed", "weapon-lapsed"];
            task::settle_kinds(tx, person, (case.row.id, &kinds), now_ms).await?;
        }
        after::remind_anew(tx, case.row.id).await?;
    }
    weapon::change(tx, known, update).await
}
