//! Opinions: what is asked of whom, and what they answer. An adviser sees the question and
//! the facts that go with it, as they stood when it was asked, and nothing else of the file.
//!
//! - `area`: an adviser who is tied to a police zone or a municipality is asked about it alone;
//! - `answer`: the adviser's side; `remind`: what happens when no answer comes.

mod answer;
pub mod area;
mod remind;

pub use answer::{Asked, answer, asked, asked_of, paper};
pub use remind::run as remind;

use sea_orm::Set;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Case, Line, claim, limit, text_of, told, write_down};
use crate::account::{self, Account, Person, Role, territory};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::entity::advice;
use crate::permit::mail::{self, Reader};
use crate::permit::sealed::FileKey;

/// Longest question or opinion, in characters.
const MOST_TEXT: usize = 8_000;
/// Most pages or documents that go with a question.
const MOST_SHARED: usize = 60;

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
/// Another role, the rows do not provide for it, the account is no adviser's or one of
/// another area, no question, or it was asked of this adviser before.
pub async fn ask(state: &State, person: &Person, case: &Case, given: &Ask) -> Result<Uuid> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let day = case.law_day();
    let row = state.permits.rows.advice_of(&case.row.procedure, &day).find(|row| row.id == given.advice);
    let row = row.ok_or_else(|| Error::choice("advice", &given.advice))?;
    let fits = row.places.contains(&given.place) || (row.places.is_empty() && given.place == "none");
    if !fits || given.pages.len() > MOST_SHARED || given.papers.len() > MOST_SHARED {
        return Err(Error::invalid("advice", "value-unknown"));
    }
    let adviser = adviser(state, &given.adviser).await?;
    let area = area::of_place(state, case, &given.place);
    if !territory::of_account(state, adviser.id).await?.covers(area) {
        return Err(Error::invalid("adviser", "permit-adviser-area"));
    }
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
        area: Set(area.map(|area| i64::from(area.to_i32()))),
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
    let reader = Reader::adviser(&case.row, &adviser, id);
    mail::tell(state, &tx, &reader, ("advice-request", "1"), Some(&due)).await?;
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

/// A question without the facts of the file that went with it, sealed anew; none when there were
/// none.
///
/// # Errors
/// The bytes were altered.
pub(crate) fn without_facts(key: &FileKey, row: &advice::Model) -> Result<Option<Vec<u8>>> {
    let place = place_of(row.id);
    let mut question: Question = key.open(&place, &row.question_sealed)?;
    if question.facts.is_empty() {
        return Ok(None);
    }
    question.facts.clear();
    key.seal(&place, &question).map(Some)
}

/// What the applicant reads of an opinion that the adviser did not keep from them.
///
/// # Errors
/// The adviser did keep it from them, there is none yet, or the bytes were altered.
pub fn read_by_applicant(key: &FileKey, row: &advice::Model) -> Result<String> {
    let sealed = row.text_sealed.as_deref().filter(|_| row.applicant_sees == 1).ok_or(Error::NotFound)?;
    key.open(&place_of_answer(row.id), sealed)
}
