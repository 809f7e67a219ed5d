//! Until when a decision can be challenged, and the letter with which a person does it.

use jiff::civil::Date;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryFilter, QueryOrder};

use super::{issue, limit};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::entity::{application, decision};
use crate::permit::{numbers, words};

/// What the time of an appeal is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The day on which the letter was received, as its proof says.
    Receipt,
    /// The day of the decision, while receipt is not proven: the earlier day is the safe one.
    Decision,
    /// The day after the time for a decision was over.
    Silence,
}

/// The time of an appeal.
#[derive(Debug, Clone)]
pub struct Term {
    /// Row of `deadlines.toml`: who is appealed to.
    pub deadline: String,
    /// What it is counted from.
    pub from: From,
    /// That day.
    pub start: Date,
    /// Last day.
    pub last: Date,
    /// Day of the decision; none when there is none.
    pub decided: Option<Date>,
}

/// The appeal that is or was open in a file; none when there is nothing to challenge.
///
/// # Errors
/// The database does not answer, or the rows have no such time limit.
pub async fn term(state: &State, file: &application::Model) -> Result<Option<Term>> {
    let today = numbers::today(state.clock.now_ms());
    let issued = decision::Entity::find()
        .filter(decision::Column::ApplicationId.eq(file.id))
        .filter(decision::Column::State.eq("issued"))
        .order_by_desc(decision::Column::IssuedAtMs)
        .one(&state.db)
        .await?;
    let open = crate::permit::entity::State::parse(&file.state).is_some_and(|one| one.is_open());
    let (deadline, from, start, decided) = match issued {
        Some(row) if !row.appeal.is_empty() && !open => {
            let decided = row.decided_on.as_deref().and_then(numbers::day);
            let letters = issue::of_decisions(state, std::iter::once(row.id)).await?;
            let proven = letters
                .iter()
                .filter(|one| one.channel == "registered")
                .find_map(|one| numbers::day(one.received_on.as_deref()?));
            match (proven, decided) {
                (Some(day), _) => (row.appeal, From::Receipt, day, decided),
                (None, Some(day)) => (row.appeal, From::Decision, day, decided),
                (None, None) => return Ok(None),
            }
        }
        _ => {
            // No decision in time is as open to appeal as a refusal.
            let due = file.due_on.as_deref().and_then(numbers::day).filter(|due| open && *due < today);
            let Some(next) = due.and_then(|due| due.tomorrow().ok()) else { return Ok(None) };
            ("appeal-minister".to_owned(), From::Silence, next, None)
        }
    };
    let row = limit::row(state, &deadline, today)?;
    let last = limit::due(state, row, start)?.due;
    Ok(Some(Term { deadline, from, start, last, decided }))
}

/// The name and explanation of the time limit, in words.
///
/// # Errors
/// The rows do not have it.
pub fn explained(state: &State, term: &Term, lang: Lang) -> Result<(String, String)> {
    let row = limit::row(state, &term.deadline, term.start)?;
    Ok((row.title.get(lang).to_owned(), row.text.get(lang).to_owned()))
}

/// Whether the appeal is made with the letter that the portal helps to write.
#[must_use]
pub fn is_by_letter(state: &State, term: &Term) -> bool {
    state.permits.rows.appeal_letter.deadline == term.deadline
}

/// What to do for an appeal by letter, in the language of the file.
#[must_use]
pub fn checklist<'s>(state: &'s State, term: &Term, lang: Lang) -> &'s [String] {
    let rows = &state.permits.rows.appeal_letter;
    if term.decided.is_some() { rows.checklist.get(lang) } else { rows.checklist_no_decision.get(lang) }
}

/// The letter of a person, in the language of the file. Nothing of it is kept.
///
/// # Errors
/// The file has no day of receipt.
pub fn letter(
    state: &State,
    file: &application::Model,
    term: &Term,
    (known, reasons): (Date, &str),
) -> Result<String> {
    let lang = Lang::parse(&file.lang).unwrap_or(Lang::FR);
    let rows = &state.permits.rows.appeal_letter;
    let text = if term.decided.is_some() { &rows.text } else { &rows.no_decision };
    let received = file.received_on.as_deref().and_then(numbers::day).ok_or(Error::NotFound)?;
    let decided = term.decided.map(|day| words::date(lang, day)).unwrap_or_default();
    // The reasons come last: what a person writes is never taken for a place to be filled.
    Ok(text
        .get(lang.code())
        .replace("{date}", &decided)
        .replace("{reference}", file.reference.as_deref().unwrap_or_default())
        .replace("{known}", &words::date(lang, known))
        .replace("{received}", &words::date(lang, received))
        .replace("{reasons}", reasons))
}
