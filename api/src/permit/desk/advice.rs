//! Opinions: what is asked of whom, and what they answer. An adviser sees the question and
//! the facts that go with it, as they stood when it was asked, and nothing else of the file.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryFilter, QueryOrder, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::case::record_look;
use super::{Case, Line, claim, limit, task, text_of, told, write_down};
use crate::account::{self, Account, Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::entity::{advice, application, document};
use crate::permit::sealed::FileKey;
use crate::permit::{mail, numbers};

/// Longest question or opinion, in characters.
const MOST_TEXT: usize = 8_000;
/// Most pages or documents that go with a question.
const MOST_SHARED: usize = 60;
/// Rows of a list.
const MOST_ROWS: u64 = 200;
/// Rows of one run of the reminders.
const AT_ONCE: u64 = 50;

/// A question, as sealed in its row.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Question {
    /// Questions of `advice.toml`.
    pub asks: Vec<String>,
    /// What the handler adds.
    pub text: String,
    /// Facts of the file that go with it.
    pub facts: Vec<(String, String)>,
    /// Documents that go with it.
    pub papers: Vec<Uuid>,
}

/// What a handler fills in.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// Row of `advice.toml`.
    pub advice: String,
    /// Place: `residence`, `activity`, `storage` or `none`.
    pub place: String,
    /// Address of the adviser's account.
    pub adviser: String,
    /// What is asked.
    pub text: String,
    /// Pages of answers that go with it.
    pub pages: Vec<String>,
    /// Documents that go with it.
    pub papers: Vec<Uuid>,
}

/// What an adviser answers.
#[derive(Debug, Clone, Default)]
pub struct Opinion {
    /// Row of the results in `advice.toml`.
    pub result: String,
    /// Reasons.
    pub text: String,
    /// Whether the applicant may read it.
    pub applicant_sees: bool,
}

fn place_of(id: Uuid) -> String {
    format!("advice/{id}")
}

fn place_of_answer(id: Uuid) -> String {
    format!("advice-answer/{id}")
}

/// Opinions that the procedure demands and nobody has asked for: row and place.
#[must_use]
pub fn unasked(state: &State, case: &Case) -> Vec<(String, String)> {
    let day = case.law_day();
    let asked =
        |id: &str, place: &str| case.opinions.iter().any(|row| row.advice == id && row.place == place);
    let rows = state.permits.rows.advice_of(&case.row.procedure, &day).filter(|row| row.need == "required");
    let places = |row: &super::rows::Advice| {
        let own = row.places.iter().map(|place| (row.id.clone(), place.clone())).collect::<Vec<_>>();
        own.into_iter().filter(|(id, place)| !asked(id, place)).collect::<Vec<_>>()
    };
    rows.flat_map(places).collect()
}

/// Accounts that can be asked, by address.
///
/// # Errors
/// The database does not answer.
pub async fn advisers(state: &State) -> Result<Vec<Account>> {
    let mut everybody = account::everybody(&state.db).await?;
    everybody.retain(|one| one.disabled_at_ms.is_none() && one.roles().contains(&Role::Adviser));
    Ok(everybody)
}

async fn adviser(state: &State, email: &str) -> Result<Account> {
    let found = account::by_email(&state.db, email).await?;
    let found = found.filter(|account| account.roles().contains(&Role::Adviser));
    found.ok_or_else(|| Error::invalid("adviser", "permit-adviser"))
}

/// Asks for an opinion.
///
/// # Errors
/// Another role, the rows do not provide for it, the account is no adviser's, no question, or
/// it was asked of this adviser before.
pub async fn ask(state: &State, person: &Person, case: &Case, given: &Ask) -> Result<Uuid> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let day = case.law_day();
    let row = state.permits.rows.advice_of(&case.row.procedure, &day).find(|row| row.id == given.advice);
    let row = row.ok_or_else(|| Error::invalid("advice", "value-unknown"))?;
    let fits = row.places.contains(&given.place) || (row.places.is_empty() && given.place == "none");
    if !fits || given.pages.len() > MOST_SHARED || given.papers.len() > MOST_SHARED {
        return Err(Error::invalid("advice", "value-unknown"));
    }
    let adviser = adviser(state, &given.adviser).await?;
    let text = text_of("question", &given.text, MOST_TEXT)?;
    let again = |one: &advice::Model| {
        one.advice == row.id && one.place == given.place && one.adviser_id == Some(adviser.id)
    };
    if case.opinions.iter().any(again) {
        return Err(Error::Conflict("permit-advice-asked"));
    }
    if !given.papers.iter().all(|id| case.papers.iter().any(|paper| paper.row.id == *id)) {
        return Err(Error::invalid("papers", "value-unknown"));
    }
    let lang = Lang::parse(&case.row.lang).unwrap_or(Lang::FR);
    let shared = told::pages(state, case, lang).into_iter().filter(|page| given.pages.contains(&page.id));
    let question = Question {
        asks: row.asks.clone(),
        text,
        facts: shared.flat_map(|page| page.rows).collect(),
        papers: given.papers.clone(),
    };
    let limit = limit::row(state, &row.due, case.today)?;
    let due = limit::due(state, limit, case.today)?.due.to_string();
    let id = Uuid::now_v7();
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    claim(
        &tx,
        &case.row,
        &["completeness", "missing-items", "advice", "notice", "drafting"],
        now_ms,
        Vec::new(),
    )
    .await?;
    let asked = advice::ActiveModel {
        id: Set(id),
        application_id: Set(case.row.id),
        advice: Set(row.id.clone()),
        row_from: Set(row.span.from()),
        authority: Set(row.adviser.clone()),
        place: Set(given.place.clone()),
        adviser_id: Set(Some(adviser.id)),
        question_sealed: Set(case.key.seal(&place_of(id), &question)?),
        asked_by: Set(person.id),
        sent_at_ms: Set(now_ms),
        due_on: Set(Some(due.clone())),
        reminders: Set(0),
        applicant_sees: Set(0),
        ..Default::default()
    };
    asked.insert(&tx).await?;
    let line = Line {
        until_day: Some(due.clone()),
        deadline: (&row.due, limit.proof.valid_from.to_string()),
        ..Line::of("advice-asked")
    };
    let detail = json!({ "advice": row.id, "place": given.place, "documents": given.papers.len() });
    write_down(state, &tx, case, person, line, detail).await?;
    mail::to_adviser(state, &tx, &case.row, (&adviser, id), ("advice-request", "1"), Some(&due)).await?;
    tx.commit().await?;
    Ok(id)
}

/// What was answered to a question, when an answer came.
///
/// # Errors
/// The bytes were altered.
pub fn opinion_of(case: &Case, row: &advice::Model) -> Result<Option<String>> {
    let sealed = row.text_sealed.as_deref();
    sealed.map(|sealed| case.key.open(&place_of_answer(row.id), sealed)).transpose()
}

/// What the applicant reads of an opinion that the adviser did not keep from them.
///
/// # Errors
/// The adviser did keep it from them, there is none yet, or the bytes were altered.
pub fn read_by_applicant(key: &FileKey, row: &advice::Model) -> Result<String> {
    let sealed = row.text_sealed.as_deref().filter(|_| row.applicant_sees == 1).ok_or(Error::NotFound)?;
    key.open(&place_of_answer(row.id), sealed)
}

/// The questions asked of an adviser: open ones first, the nearest day first, then those that
/// were answered, the last one first.
///
/// # Errors
/// The person is no adviser, or the database does not answer.
pub async fn asked_of(state: &State, person: &Person) -> Result<Vec<(advice::Model, application::Model)>> {
    if !person.has(&[Role::Adviser]) {
        return Err(Error::Forbidden("role"));
    }
    let own = || advice::Entity::find().filter(advice::Column::AdviserId.eq(person.id));
    let open = own()
        .filter(advice::Column::ReceivedAtMs.is_null())
        .order_by_asc(advice::Column::DueOn)
        .limit(MOST_ROWS);
    let mut rows = open.all(&state.db).await?;
    let answered = own()
        .filter(advice::Column::ReceivedAtMs.is_not_null())
        .order_by_desc(advice::Column::ReceivedAtMs)
        .limit(MOST_ROWS - rows.len().min(MOST_ROWS as usize) as u64);
    rows.extend(answered.all(&state.db).await?);
    let ids: Vec<Uuid> = rows.iter().map(|row| row.application_id).collect();
    let files = application::Entity::find().filter(application::Column::Id.is_in(ids)).all(&state.db).await?;
    let with_file = |row: advice::Model| {
        let file = files.iter().find(|file| file.id == row.application_id)?;
        Some((row, file.clone()))
    };
    Ok(rows.into_iter().filter_map(with_file).collect())
}

/// One question, opened for the adviser it was asked of.
pub struct Asked {
    /// The row.
    pub row: advice::Model,
    /// The file's row: its number and procedure are shown, nothing more.
    pub file: application::Model,
    /// What is asked.
    pub question: Question,
    /// Documents that go with it: id and name.
    pub papers: Vec<(Uuid, String)>,
    /// The answer, when it was given.
    pub answer: Option<String>,
    key: FileKey,
}

/// Opens a question for its adviser, and records the look in the file's chain. What is asked
/// of somebody else does not exist.
///
/// # Errors
/// The person is no adviser, or nothing of the kind was asked of them.
pub async fn asked(state: &State, person: &Person, id: Uuid) -> Result<Asked> {
    let asked = find(state, person, id).await?;
    record_look(state, person, asked.file.id, (&[Role::Adviser], "advice")).await?;
    Ok(asked)
}

async fn find(state: &State, person: &Person, id: Uuid) -> Result<Asked> {
    if !person.has(&[Role::Adviser]) {
        return Err(Error::Forbidden("role"));
    }
    let row = advice::Entity::find_by_id(id).filter(advice::Column::AdviserId.eq(person.id));
    let row = row.one(&state.db).await?.ok_or(Error::NotFound)?;
    let file = application::Entity::find_by_id(row.application_id).one(&state.db).await?;
    let file = file.ok_or(Error::NotFound)?;
    let key = FileKey::of(&state.permits.keys, &file)?;
    let question: Question = key.open(&place_of(id), &row.question_sealed)?;
    let shared = document::Entity::find()
        .filter(document::Column::ApplicationId.eq(file.id))
        .filter(document::Column::Id.is_in(question.papers.iter().copied()))
        .all(&state.db)
        .await?;
    let name = |paper: document::Model| -> Result<(Uuid, String)> {
        Ok((paper.id, key.open(&format!("name/{}", paper.id), &paper.name_sealed)?))
    };
    let papers = shared.into_iter().map(name).collect::<Result<_>>()?;
    let answer = row.text_sealed.as_deref();
    let answer = answer.map(|sealed| key.open(&place_of_answer(id), sealed)).transpose()?;
    Ok(Asked { row, file, question, papers, answer, key })
}

/// A document that goes with a question, in clear; the look is recorded.
///
/// # Errors
/// It does not go with a question asked of this person, was answered already, or was not
/// found clean.
pub async fn paper(
    state: &State,
    person: &Person,
    id: Uuid,
    paper: Uuid,
) -> Result<(document::Model, Vec<u8>)> {
    let asked = find(state, person, id).await?;
    // Once the opinion is given there is no more reason to look.
    if !asked.question.papers.contains(&paper) || asked.row.received_at_ms.is_some() {
        return Err(Error::NotFound);
    }
    let row = document::Entity::find_by_id(paper)
        .filter(document::Column::ApplicationId.eq(asked.file.id))
        .one(&state.db)
        .await?
        .ok_or(Error::NotFound)?;
    if matches!(row.scan.as_str(), "infected" | "pending") {
        return Err(Error::Conflict("permit-paper-not-clean"));
    }
    record_look(state, person, asked.file.id, (&[Role::Adviser], &format!("document {}", row.document)))
        .await?;
    let bytes = crate::permit::file::in_clear(state, &row).await?;
    Ok((row, bytes))
}

/// Takes an opinion, once.
///
/// # Errors
/// The person is no adviser, nothing was asked of them, it was given before, the result is
/// none of the rows', or there are no reasons.
pub async fn answer(state: &State, person: &Person, id: Uuid, given: &Opinion) -> Result<()> {
    let asked = find(state, person, id).await?;
    if asked.row.received_at_ms.is_some() {
        return Err(Error::Conflict("permit-advice-given"));
    }
    if !state.permits.rows.has_result(&given.result) {
        return Err(Error::invalid("result", "value-unknown"));
    }
    let text = match given.result.as_str() {
        "none" if given.text.trim().is_empty() => String::new(),
        _ => text_of("text", &given.text, MOST_TEXT)?,
    };
    let sealed = asked.key.seal(&place_of_answer(id), &text)?;
    let now_ms = state.clock.now_ms();
    let case = Case::load(state, asked.file).await?;
    let tx = db::begin(&state.db).await?;
    let changed = advice::Entity::update_many()
        .col_expr(advice::Column::ReceivedAtMs, Expr::value(Some(now_ms)))
        .col_expr(advice::Column::Result, Expr::value(Some(given.result.clone())))
        .col_expr(advice::Column::TextSealed, Expr::value(Some(sealed)))
        .col_expr(advice::Column::ApplicantSees, Expr::value(i64::from(given.applicant_sees)))
        .col_expr(advice::Column::AnsweredBy, Expr::value(Some(person.email.clone())))
        .filter(advice::Column::Id.eq(id))
        .filter(advice::Column::ReceivedAtMs.is_null())
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-advice-given"));
    }
    let detail = json!({ "advice": id, "result": given.result });
    write_down(state, &tx, &case, person, Line::of("advice-received"), detail).await?;
    Ok(tx.commit().await?)
}

/// Reminds advisers on the days of the row, and raises a task when the last day is over.
///
/// # Errors
/// The database does not answer.
pub async fn remind(state: &State) -> Result<usize> {
    let now_ms = state.clock.now_ms();
    let today = numbers::today(now_ms);
    let row = limit::row(state, "advice-reply", today)?;
    let mut done = 0;
    for (count, days) in row.reminders.iter().enumerate() {
        let count = i64::try_from(count).unwrap_or(0);
        let rows = advice::Entity::find()
            .filter(advice::Column::ReceivedAtMs.is_null())
            .filter(advice::Column::Reminders.eq(count))
            .filter(advice::Column::SentAtMs.lte(now_ms - i64::from(*days) * 86_400_000))
            .limit(AT_ONCE)
            .all(&state.db)
            .await?;
        for row in rows {
            done += usize::from(remind_one(state, &row, count).await?);
        }
    }
    let late = advice::Entity::find()
        .filter(advice::Column::ReceivedAtMs.is_null())
        .filter(advice::Column::DueOn.lt(today.to_string()))
        .filter(advice::Column::Reminders.lt(LATE))
        .limit(AT_ONCE)
        .all(&state.db)
        .await?;
    for row in late {
        let tx = db::begin(&state.db).await?;
        let once = format!("advice-late/{}", row.id);
        task::raise(state, &tx, ("advice-late", &once), Some(row.application_id), None).await?;
        count_up(&tx, &row, LATE).await?;
        tx.commit().await?;
        done += 1;
    }
    Ok(done)
}

/// Mark of a question whose time was found to be over.
const LATE: i64 = 1_000;

async fn count_up(tx: &sea_orm::DatabaseTransaction, row: &advice::Model, to: i64) -> Result<bool> {
    let changed = advice::Entity::update_many()
        .col_expr(advice::Column::Reminders, Expr::value(to))
        .filter(advice::Column::Id.eq(row.id))
        .filter(advice::Column::Reminders.eq(row.reminders))
        .exec(tx)
        .await?;
    Ok(changed.rows_affected == 1)
}

async fn remind_one(state: &State, row: &advice::Model, count: i64) -> Result<bool> {
    let file = application::Entity::find_by_id(row.application_id).one(&state.db).await?;
    let adviser = match row.adviser_id {
        Some(id) => account::by_id(&state.db, id).await?,
        None => None,
    };
    let tx = db::begin(&state.db).await?;
    if !count_up(&tx, row, count + 1).await? {
        return Ok(false);
    }
    if let (Some(file), Some(adviser)) = (file, adviser) {
        let names = ("advice-reminder", (count + 1).to_string());
        let due = row.due_on.as_deref();
        mail::to_adviser(state, &tx, &file, (&adviser, row.id), (names.0, &names.1), due).await?;
    }
    tx.commit().await?;
    Ok(true)
}
