//! Until when a decision can be challenged, and the letter with which a person does it.

use jiff::civil::Date;
use safe_casework::clock::Standing as Clock;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryFilter, QueryOrder, QuerySelect};

use super::after::is_about_grant;
use super::case::head_of;
use super::{appealed, issue, limit};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::entity::{application, decision, event};
use crate::permit::form::Answers;
use crate::permit::{numbers, words};

/// Lines of a ledger, at most.
const MOST_LINES: u64 = 1_000;

/// Row of the appeal to the Minister.
const MINISTER: &str = "appeal-minister";
/// Row of the one to the Council of State.
const COUNCIL: &str = "appeal-council-of-state";

/// What the time of an appeal is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The day on which the letter was received, as its proof says.
    Receipt,
    /// The day on which the decision was given out, while receipt is not proven: nobody knew of it
    /// before, so the time cannot have begun earlier.
    Issue,
    /// The day after the time for a decision was over.
    Silence,
    /// The day of the Minister's ruling. When it was received is not known here.
    Ruling,
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
    /// Day of the decision, or of the ruling; none when there is none.
    pub decided: Option<Date>,
}

/// Where the time of an appeal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// An appeal is in time.
    Open,
    /// Counted from the day on which the decision was given out, or the ruling made, it would be
    /// over; but it counts from receipt, which is not proven.
    Unproven,
    /// It is over.
    Over,
}

impl Term {
    /// Where it stands on a day. That the time is over is said only with proof of its beginning.
    #[must_use]
    pub fn standing(&self, today: Date) -> Standing {
        match self.from {
            _ if self.last >= today => Standing::Open,
            From::Issue | From::Ruling => Standing::Unproven,
            From::Receipt | From::Silence => Standing::Over,
        }
    }
}

/// What is open to an appeal.
pub(super) enum Open<'o> {
    /// That there is no decision, from this day on.
    Silence(Date),
    /// The decision that was given out last.
    Decision(&'o decision::Model),
    /// The ruling of the Minister on it, of this day.
    Ruling(Date),
}

/// The appeal that is or was open in a file; none when there is nothing to challenge. A decision
/// that was given out can be challenged whatever the office examines since; silence only while
/// nothing was; and after the Minister's refusal the Council of State is left.
///
/// # Errors
/// The database does not answer, or the rows have no such time limit.
pub async fn term(state: &State, file: &application::Model) -> Result<Option<Term>> {
    let issued = decision::Entity::find()
        .filter(decision::Column::ApplicationId.eq(file.id))
        .filter(decision::Column::State.eq("issued"))
        .order_by_desc(decision::Column::IssuedAtMs)
        .one(&state.db)
        .await?;
    let ledger = event::Entity::find()
        .filter(event::Column::ApplicationId.eq(file.id))
        .order_by_asc(event::Column::Id)
        .limit(MOST_LINES)
        .all(&state.db)
        .await?;
    let row = match open(state, file, issued.as_ref(), &ledger)? {
        None => return Ok(None),
        Some(Open::Silence(next)) => return counted(state, MINISTER, (From::Silence, next), None).map(Some),
        Some(Open::Ruling(on)) => return counted(state, COUNCIL, (From::Ruling, on), Some(on)).map(Some),
        Some(Open::Decision(row)) => row,
    };
    let decided = row.decided_on.as_deref().and_then(numbers::day);
    let given_out = row.issued_at_ms.map(numbers::today).max(decided);
    let Some(given_out) = given_out else { return Ok(None) };
    let letters = issue::of_decisions(state, std::iter::once(row.id)).await?;
    let received = letters
        .iter()
        .filter(|one| one.channel == "registered")
        .find_map(|one| numbers::day(one.received_on.as_deref()?));
    let (from, start) = match received {
        Some(day) => (From::Receipt, day.max(given_out)),
        None => (From::Issue, given_out),
    };
    counted(state, &row.appeal, (from, start), decided).map(Some)
}

/// What is open to an appeal, from the decision that was given out last and the ledger.
pub(super) fn open<'o>(
    state: &State,
    file: &application::Model,
    issued: Option<&'o decision::Model>,
    ledger: &[event::Model],
) -> Result<Option<Open<'o>>> {
    if file.state == "withdrawn" || issued.is_some_and(|row| row.appeal.is_empty()) {
        return Ok(None);
    }
    if let Some(ruling) = appealed::of_last(ledger).and_then(|one| one.ruling)
        && let Some(result) = ruling.result.as_deref()
    {
        // What was reversed stands no more, and what the Council of State confirmed is final.
        let is_left = result == "confirmed" && ruling.deadline == MINISTER;
        let on = numbers::day(ruling.until_day.as_deref().unwrap_or(&ruling.on_day));
        return Ok(on.filter(|_| is_left).map(Open::Ruling));
    }
    let Some(row) = issued else { return Ok(silence(state, file, ledger)?.map(Open::Silence)) };
    // What an appeal has reversed opened the file for a new decision, also before the ledger told
    // how a ruling ended.
    let reversed = is_open(file) && !row.kind.starts_with("grant") && !is_about_grant(row);
    Ok((!reversed).then_some(Open::Decision(row)))
}

/// Whether an appeal against what was given out last waits for its ruling.
#[must_use]
pub fn waits(ledger: &[event::Model]) -> bool {
    appealed::of_last(ledger).is_some_and(|one| one.ruling.is_none())
}

/// Before whom what was given out last has stood, as the row of the time limit of that appeal;
/// none when the last appeal has no ruling, or its ruling reversed something.
#[must_use]
pub fn confirmed_by(ledger: &[event::Model]) -> Option<&str> {
    let ruling = appealed::of_last(ledger)?.ruling?;
    (ruling.result.as_deref() == Some("confirmed")).then_some(ruling.deadline.as_str())
}

/// Whether the decision that was given out last was reversed: another one is due.
#[must_use]
pub fn is_reversed(ledger: &[event::Model]) -> bool {
    appealed::reversals(ledger).last() == Some(&true)
}

fn is_open(file: &application::Model) -> bool {
    crate::permit::entity::State::parse(&file.state).is_some_and(|one| one.is_open())
}

/// No decision in time is as open to appeal as a refusal, from the day after its time. The time is
/// that of the ledger, in which it may have stood still. A decision in time that waits for its fee
/// or its letter is no silence.
fn silence(state: &State, file: &application::Model, ledger: &[event::Model]) -> Result<Option<Date>> {
    if !is_open(file) {
        return Ok(None);
    }
    let today = numbers::today(state.clock.now_ms());
    let Some(Clock::Overdue { due, .. }) = limit::of_ledger(state, ledger, today)? else {
        return Ok(None);
    };
    if limit::is_decided(ledger, due.due) {
        return Ok(None);
    }
    Ok(due.due.tomorrow().ok())
}

fn counted(
    state: &State,
    deadline: &str,
    (from, start): (From, Date),
    decided: Option<Date>,
) -> Result<Term> {
    let row = limit::row(state, deadline, start)?;
    let last = limit::due(state, row, start)?.due;
    Ok(Term { deadline: deadline.to_owned(), from, start, last, decided })
}

/// Those of the decisions that were given out, named oldest first, that an appeal reversed.
#[must_use]
pub fn reversed(ledger: &[event::Model], given_out: impl Iterator<Item = Uuid>) -> Vec<Uuid> {
    let ruled = given_out.zip(appealed::reversals(ledger));
    ruled.filter(|(_, is_reversed)| *is_reversed).map(|(id, _)| id).collect()
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

/// The letter of a person, in the language of the file, under the name and address that the
/// answers of the file give. Nothing of it is kept.
///
/// # Errors
/// The file has no day of receipt.
pub fn letter(
    state: &State,
    file: (&application::Model, &Answers),
    term: &Term,
    (known, reasons): (Date, &str),
) -> Result<String> {
    let (file, answers) = file;
    let lang = Lang::parse(&file.lang).unwrap_or(Lang::FR);
    let rows = &state.permits.rows.appeal_letter;
    let text = if term.decided.is_some() { &rows.text } else { &rows.no_decision };
    let received = file.received_on.as_deref().and_then(numbers::day).ok_or(Error::NotFound)?;
    let decided = term.decided.map(|day| words::date(lang, day)).unwrap_or_default();
    let sender = head_of(file, |field| answers.get(field)).join("\n");
    let own = |rest: &str| {
        rest.replace("{date}", &decided)
            .replace("{reference}", file.reference.as_deref().unwrap_or_default())
            .replace("{known}", &words::date(lang, known))
            .replace("{received}", &words::date(lang, received))
            // The reasons come last: what a person writes is never taken for a place to be filled.
            .replace("{reasons}", reasons)
    };
    // Nor is the head, which the person wrote as well.
    let text = text.get(lang.code());
    Ok(match text.split_once("{sender}") {
        Some((before, rest)) => format!("{}{sender}{}", own(before), own(rest)),
        None => own(text),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_time_is_over_only_with_proof_of_its_beginning() {
        let term = |from| Term {
            deadline: "appeal-minister".to_owned(),
            from,
            start: date(2026, 11, 2),
            last: date(2026, 11, 17),
            decided: None,
        };
        for from in [From::Receipt, From::Issue, From::Silence, From::Ruling] {
            assert_eq!(term(from).standing(date(2026, 11, 17)), Standing::Open, "{from:?}");
        }
        let after = |from| term(from).standing(date(2026, 11, 18));
        assert_eq!(
            [From::Receipt, From::Issue, From::Silence, From::Ruling].map(after),
            [Standing::Over, Standing::Unproven, Standing::Over, Standing::Unproven]
        );
    }
}
