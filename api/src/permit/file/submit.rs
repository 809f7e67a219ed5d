//! A file is sent, once, or withdrawn.

use safe_casework::ogm::Ogm;
use safe_permits::Dated;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ConnectionTrait, DatabaseTransaction, QueryFilter, Set};
use serde_json::{Value, json};

use super::{File, consent, hold, household, landing, left};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db::{self, counter};
use crate::error::{Error, Result};
use crate::permit::after::control;
use crate::permit::entity::{application, decision, event, fee, grant};
use crate::permit::form::{AgeState, check, needs};
use crate::permit::mail::{self, Reader};
use crate::permit::{desk, numbers};

/// Something without which a file cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// A page that is not answered, or wrongly.
    Page(String),
    /// A document that is not there: document and place.
    Paper(String, String),
    /// A document that is too old: document, place, earliest day.
    TooOld(String, String, jiff::civil::Date),
}

/// Everything that is missing, in the order of the task list.
///
/// # Errors
/// The rows do not know the procedure.
pub fn missing(state: &State, file: &File) -> Result<Vec<Missing>> {
    let context = file.context(state)?;
    let mut list = Vec::new();
    for page in context.pages() {
        if page.generate.is_some() {
            for slot in needs(&context, &file.handed()) {
                // What was found infected is not there any more.
                let papers: Vec<_> = file
                    .papers_of(&slot.document.id, &slot.slot)
                    .filter(|paper| paper.scan != "infected")
                    .collect();
                if papers.is_empty() && slot.required {
                    list.push(Missing::Paper(slot.document.id.clone(), slot.slot.clone()));
                }
                let oldest =
                    papers.iter().filter_map(|p| p.dated_on.as_deref()).filter_map(numbers::day).min();
                if let Some(AgeState::TooOld(day)) = oldest.map(|oldest| slot.age(&context, oldest)) {
                    list.push(Missing::TooOld(slot.document.id.clone(), slot.slot.clone(), day));
                }
            }
        } else if !check(&context, &page.fields, &file.answers, false).is_empty()
            || !household::wrong_rows(file, page).is_empty()
        {
            list.push(Missing::Page(page.id.clone()));
        }
    }
    Ok(list)
}

/// Sends a file, without what belongs to answers that were changed since. Sending it again
/// changes nothing.
///
/// # Errors
/// [`Error::Invalid`] while something is missing; the database does not answer.
pub async fn submit(state: &State, mut file: File, key: &str) -> Result<()> {
    if !file.is_draft() {
        return Ok(());
    }
    if key != file.row.submit_key {
        return Err(Error::Forbidden("form-expired"));
    }
    if !missing(state, &file)?.is_empty() {
        return Err(Error::invalid("file", "permit-missing"));
    }
    let left = left::leave_out(state, &mut file)?;
    let file = &file;
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let context = file.context(state)?;
    let day = file.today.to_string();
    let deadline = decision_deadline(state, file)?;
    let due = match &deadline {
        Some((id, _)) => due_on(state, id, file.today)?,
        None => None,
    };
    let number = counter::next(&tx, "permit-reference").await?;
    let year = file.today.year();
    let reference = format!("{year}-{number:06}-{:02}", (i64::from(year) * 1_000_000 + number) % 97);
    let text = |name: &str| file.answers.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let kind = if context.is_company() { "company" } else { "person" };
    let rows = rows_used(state, file)?;
    // Open to the company that the file names, and to no other.
    let company = file.company(state, &file.answers)?.filter(|_| file.row.company_hmac.is_some());
    let changed = application::Entity::update_many()
        .col_expr(application::Column::State, Expr::value("submitted".to_owned()))
        .col_expr(application::Column::Reference, Expr::value(Some(reference.clone())))
        .col_expr(application::Column::Variant, Expr::value(text("variant")))
        .col_expr(application::Column::ApplicantKind, Expr::value(kind.to_owned()))
        .col_expr(application::Column::Municipality, Expr::value(municipality(state, file)))
        .col_expr(application::Column::RowsJson, Expr::value(rows))
        .col_expr(application::Column::SubmittedAtMs, Expr::value(Some(now_ms)))
        .col_expr(application::Column::UpdatedAtMs, Expr::value(now_ms))
        .col_expr(application::Column::ReceivedOn, Expr::value(Some(day.clone())))
        .col_expr(application::Column::DueOn, Expr::value(due))
        .col_expr(application::Column::CompanyHmac, Expr::value(company))
        .col_expr(application::Column::Version, Expr::value(file.row.version + 1))
        .filter(application::Column::Id.eq(file.row.id))
        .filter(application::Column::State.eq("draft"))
        .filter(application::Column::Version.eq(file.row.version))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        // Another request was faster: either it sent the file, or it changed it.
        return Err(Error::Conflict("permit-other-tab"));
    }
    left::take_out(state, &tx, file, &left).await?;
    let (deadline, row_from) = deadline.unwrap_or_default();
    ledger(&tx, file.row.id, ("received", &day), (&deadline, &row_from), file.actor(), now_ms).await?;
    freeze_fees(state, file, &tx).await?;
    consent::invite(state, file, &tx, now_ms).await?;
    let subject = format!("permit/{}", file.row.id);
    let detail = json!({ "reference": reference });
    let act = Act { actor: file.actor(), action: "permit.submit", subject, detail };
    audit::record(&tx, now_ms, act).await?;
    control::answered(&tx, &file.row, &day, now_ms).await?;
    let report = file.procedure(state)?.kind == safe_permits::procedure::Kind::Report;
    let word = if report { "loss-recorded" } else { "submitted" };
    let to = file.answers.get("email").and_then(Value::as_str);
    let reader = Reader::applicant(&file.row, to).with_number(&reference);
    mail::tell(state, &tx, &reader, (word, ""), Some(&day)).await?;
    tx.commit().await?;
    left::discard(state, left).await;
    Ok(())
}

async fn ledger(
    tx: &DatabaseTransaction,
    id: Uuid,
    (kind, day): (&str, &str),
    (deadline, row_from): (&str, &str),
    actor: &str,
    now_ms: i64,
) -> Result<()> {
    let row = event::ActiveModel {
        id: Set(Uuid::now_v7()),
        application_id: Set(id),
        kind: Set(kind.to_owned()),
        on_day: Set(day.to_owned()),
        deadline: Set(deadline.to_owned()),
        row_from: Set(row_from.to_owned()),
        actor: Set(actor.to_owned()),
        at_ms: Set(now_ms),
        ..Default::default()
    };
    row.insert(tx).await?;
    Ok(())
}

/// The deadline of the decision, the variant's own where it has one: id and
/// version of the row.
pub(crate) fn decision_deadline(state: &State, file: &File) -> Result<Option<(String, String)>> {
    let procedure = file.procedure(state)?;
    let variant = variant(file);
    let replaced = procedure
        .variants
        .iter()
        .find(|row| row.id == variant)
        .and_then(|row| row.replaces_deadline.get("decision"));
    let id = replaced.map_or("decision", String::as_str);
    let applies = procedure.deadlines.iter().any(|one| one == id);
    let row = state.law.on(file.today).deadline(id).filter(|_| applies);
    Ok(row.map(|row| (row.id.clone(), from(row))))
}

fn variant(file: &File) -> &str {
    file.answers.get("variant").and_then(Value::as_str).unwrap_or_default()
}

fn from<T>(row: &Dated<T>) -> String {
    row.proof.valid_from.to_string()
}

/// The last day of a deadline that starts on a day, by the clock of the office; none when
/// no row of that day has a length.
pub(crate) fn due_on(state: &State, id: &str, from: jiff::civil::Date) -> Result<Option<String>> {
    match state.law.on(from).deadline(id) {
        Some(row) if row.period().is_some() => Ok(Some(desk::due(state, row, from)?.due.to_string())),
        _ => Ok(None),
    }
}

/// Versions of the rows that the file used.
fn rows_used(state: &State, file: &File) -> Result<String> {
    let law = state.law.on(file.today);
    let procedure = file.procedure(state)?;
    let mut rows = serde_json::Map::new();
    rows.insert(format!("procedure/{}", procedure.id), from(procedure).into());
    for paper in &file.papers {
        if let Some(row) = law.document(&paper.document) {
            rows.insert(format!("document/{}", row.id), from(row).into());
        }
        if let Some(row) = law.age_of(&procedure.id, &paper.document) {
            rows.insert(format!("age/{}", row.document), from(row).into());
        }
    }
    for id in &procedure.deadlines {
        if let Some(row) = law.deadline(id) {
            rows.insert(format!("deadline/{id}"), from(row).into());
        }
    }
    Ok(Value::Object(rows).to_string())
}

/// NIS code behind the postcode of the activity, else of the residence.
fn municipality(state: &State, file: &File) -> Option<String> {
    let postcode = ["activity-address", "address"]
        .iter()
        .find_map(|name| file.answers.get(*name)?.get("postcode")?.as_str())?;
    let set = state.areas.by_code(postcode, state.clock.now_ms())?;
    state.areas.members(set).next().map(|place| place.nis.clone())
}

/// Every stage of the fee, frozen by the day of application.
async fn freeze_fees(state: &State, file: &File, tx: &DatabaseTransaction) -> Result<()> {
    let law = state.law.on(file.today);
    let procedure = file.procedure(state)?;
    let own = procedure.variants.iter().find(|row| row.id == variant(file)).map(|row| &row.fee);
    let Some(id) = own.or_else(|| procedure.fees.first()) else { return Ok(()) };
    let Some(row) = law.fee(id) else { return Ok(()) };
    for stage in &row.stages {
        let amount = law.amount(id, stage);
        let number = counter::next(tx, "permit-payment").await?;
        let ogm = Ogm::of(number.unsigned_abs()).map_err(|error| Error::Internal(error.into()))?;
        let cents = amount.and_then(|amount| amount.amount_cents);
        let asked = cents.is_some() && stage == "filing";
        let frozen = fee::ActiveModel {
            id: Set(Uuid::now_v7()),
            application_id: Set(file.row.id),
            fee: Set(id.clone()),
            stage: Set(stage.clone()),
            row_from: Set(amount.map(from).unwrap_or_default()),
            amount_cents: Set(cents),
            municipality_cents: Set(amount.and_then(|amount| amount.municipality_cents)),
            ogm: Set(ogm.digits()),
            state: Set(if asked { "requested" } else { "open" }.to_owned()),
            paid_cents: Set(0),
            requested_at_ms: Set(asked.then(|| state.clock.now_ms())),
            ..Default::default()
        };
        frozen.insert(tx).await?;
    }
    Ok(())
}

/// Whether a permit came of a file. Such a file is open again only for an examination of the
/// permit, and that is not the holder's to end.
async fn has_permit(db: &impl ConnectionTrait, file: &File) -> Result<bool> {
    let permits = grant::Entity::find().filter(grant::Column::ApplicationId.eq(file.row.id));
    Ok(permits.count(db).await? > 0)
}

/// Whether the High Official has decided and the decision is not given out yet: it takes its
/// course, with or without the applicant.
async fn is_decided(db: &impl ConnectionTrait, file: &File) -> Result<bool> {
    let taken = decision::Entity::find()
        .filter(decision::Column::ApplicationId.eq(file.row.id))
        .filter(decision::Column::State.eq("decided"));
    Ok(taken.count(db).await? > 0)
}

/// Whether a file can be withdrawn: a draft, or one that waits for its first decision.
///
/// # Errors
/// The database does not answer.
pub async fn can_withdraw(state: &State, file: &File) -> Result<bool> {
    let waits = file.is_draft() || OPEN.contains(&file.row.state.as_str());
    Ok(waits && !has_permit(&state.db, file).await? && !is_decided(&state.db, file).await?)
}

/// Withdraws a file. A draft vanishes with everything in it; a file that was
/// sent stays, marked, until its time of keeping is over.
///
/// # Errors
/// The file has ended already, it is decided, a permit came of it, or somebody acts by a mandate.
pub async fn withdraw(state: &State, file: &File) -> Result<()> {
    file.must_be_own()?;
    let now_ms = state.clock.now_ms();
    if file.is_draft() {
        return landing::delete_draft(state, file.row.id).await;
    }
    let tx = db::begin(&state.db).await?;
    // A decision that is being taken at the same moment comes before or after, never between.
    hold(&tx, file.row.id).await?;
    if has_permit(&tx, file).await? || is_decided(&tx, file).await? {
        return Err(Error::Conflict("permit-no-withdrawal"));
    }
    let changed = application::Entity::update_many()
        .col_expr(application::Column::State, Expr::value("withdrawn".to_owned()))
        .col_expr(application::Column::ClosedAtMs, Expr::value(Some(now_ms)))
        .col_expr(application::Column::UpdatedAtMs, Expr::value(now_ms))
        .col_expr(application::Column::Version, Expr::value(file.row.version + 1))
        .filter(application::Column::Id.eq(file.row.id))
        .filter(application::Column::State.is_in(OPEN))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-ended"));
    }
    let day = file.today.to_string();
    ledger(&tx, file.row.id, ("withdrawn", &day), ("", ""), "applicant", now_ms).await?;
    control::taken_back(&tx, &file.row, &day, now_ms).await?;
    let subject = format!("permit/{}", file.row.id);
    let act = Act { actor: "applicant", action: "permit.withdraw", subject, detail: json!({}) };
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await?;
    Ok(())
}

/// States in which the office still has to decide.
const OPEN: [&str; 6] = ["submitted", "completeness", "missing-items", "advice", "notice", "drafting"];
