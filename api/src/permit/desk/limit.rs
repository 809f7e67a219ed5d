//! The office's time limits, from the dated rows to a day and how it was found.

use jiff::civil::Date;
use safe_casework::calendar::Calendar;
use safe_casework::clock::{Clock, Extension, Original, Standing, Suspension};
use safe_casework::days::{self, Computed, DayCount, Period, Roll, Unit};
use safe_permits::Dated;
use safe_permits::deadline::Deadline;

use super::{Case, answered};
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::entity::event;
use crate::permit::numbers;

/// A row of `deadlines.toml` that the office needs: without it nothing is dated.
pub fn row<'s>(state: &'s State, id: &str, on: Date) -> Result<&'s Dated<Deadline>> {
    let missing = || Error::Internal(anyhow::anyhow!("deadlines.toml has no {id} on {on}"));
    state.law.on(on).deadline(id).ok_or_else(missing)
}

/// The length of a row.
pub fn period(row: &Dated<Deadline>) -> Result<Period> {
    let period = row.period().and_then(|period| Some((period.amount, unit_of(period.unit.code())?)));
    let missing = || Error::Internal(anyhow::anyhow!("deadline {} has no length", row.id));
    period.map(|(amount, unit)| Period { amount, unit }).ok_or_else(missing)
}

/// The length of a row in words.
pub fn words(row: &Dated<Deadline>, lang: crate::i18n::Lang) -> Option<String> {
    let period = row.period()?;
    let amount = usize::try_from(period.amount).ok()?;
    Some(lang.count_text(&format!("permits-period-{}", period.unit.code()), amount))
}

/// A unit of the rows.
pub fn unit_of(word: &str) -> Option<Unit> {
    match word {
        "days" => Some(Unit::Days),
        "weeks" => Some(Unit::Weeks),
        "months" => Some(Unit::Months),
        "years" => Some(Unit::Years),
        _ => None,
    }
}

fn count(state: &State, row: &Dated<Deadline>, on: Date) -> Result<DayCount> {
    let missing = || Error::Internal(anyhow::anyhow!("deadline {} has no day count on {on}", row.id));
    let rule = state.law.on(on).day_count(&row.day_count).ok_or_else(missing)?;
    let roll = if rule.roll == "none" { Roll::None } else { Roll::NextWorkingDay };
    Ok(DayCount { first_day_counts: rule.first_day_counts, roll })
}

fn calendar(state: &State) -> &Calendar {
    state.permits.holidays.calendar()
}

fn beyond(error: days::BeyondCalendar) -> Error {
    Error::Internal(error.into())
}

/// The last day of a limit that starts on a day.
pub fn due(state: &State, row: &Dated<Deadline>, from: Date) -> Result<Computed> {
    days::due(from, period(row)?, count(state, row, from)?, calendar(state)).map_err(beyond)
}

/// The statutory time of a file, replayed from its ledger.
pub enum Statutory {
    /// Not extended.
    Original(Clock<Original>),
    /// Extended, and never again.
    Extended(Box<Clock<safe_casework::clock::Extended>>),
}

/// The statutory time of the decision; none when no row gives one.
pub fn statutory(state: &State, case: &Case) -> Result<Option<Statutory>> {
    replay(state, &case.events)
}

/// The line that starts the time of a decision.
fn receipt(events: &[event::Model]) -> Option<&event::Model> {
    events.iter().find(|event| event.kind == "received" && !event.deadline.is_empty())
}

/// The row by which the time of a decision can be extended; none when its own row names none.
///
/// # Errors
/// The ledger is broken, or its rows are gone.
pub fn extension<'s>(state: &'s State, case: &Case) -> Result<Option<&'s Dated<Deadline>>> {
    let Some(received) = receipt(&case.events) else { return Ok(None) };
    let start = numbers::day(&received.on_day).ok_or_else(|| broken("day"))?;
    let own = row(state, &received.deadline, start)?;
    own.extension.as_deref().map(|id| row(state, id, case.today)).transpose()
}

fn broken(what: &str) -> Error {
    Error::Internal(anyhow::anyhow!("the ledger has a broken {what}"))
}

fn replay(state: &State, events: &[event::Model]) -> Result<Option<Statutory>> {
    let Some(received) = receipt(events) else { return Ok(None) };
    let start = numbers::day(&received.on_day).ok_or_else(|| broken("day"))?;
    let limit = row(state, &received.deadline, start)?;
    let mut clock = Clock::start(start, period(limit)?, count(state, limit, start)?);
    for suspension in suspensions(state, events)? {
        clock.suspend(suspension);
    }
    let Some(extended) = events.iter().find(|event| event.kind == "extended") else {
        return Ok(Some(Statutory::Original(clock)));
    };
    let given = numbers::day(&extended.on_day).unwrap_or(start);
    let length = extended
        .amount
        .and_then(|amount| i32::try_from(amount).ok())
        .zip(extended.unit.as_deref().and_then(unit_of))
        .map(|(amount, unit)| Period { amount, unit })
        .ok_or_else(|| broken("extension"))?;
    let extension = Extension::new(length, "ledger").map_err(|error| Error::Internal(error.into()))?;
    let clock = clock
        .extend(extension, length, given, calendar(state))
        .map_err(|error| Error::Internal(error.into()))?;
    Ok(Some(Statutory::Extended(Box::new(clock))))
}

/// Days on which the time stands still: from a request to the applicant whose row says so until it
/// was answered, at the latest until its last day is over. When the office takes note of either
/// changes nothing: the time of the decision is not the office's to stretch.
fn suspensions(state: &State, events: &[event::Model]) -> Result<Vec<Suspension>> {
    let mut list = Vec::new();
    let asks = |event: &event::Model| matches!(event.kind.as_str(), "items-asked" | "notice-sent");
    for (at, asked) in events.iter().enumerate().filter(|(_, event)| asks(event)) {
        let from = numbers::day(&asked.on_day).ok_or_else(|| broken("day"))?;
        if !state.law.on(from).deadline(&asked.deadline).is_some_and(|row| row.suspends) {
            continue;
        }
        let ended = |event: &&event::Model| matches!(event.kind.as_str(), answered::KIND | "notice-closed");
        let ended = events[at..].iter().find(ended).and_then(|event| numbers::day(&event.on_day));
        let over = asked.until_day.as_deref().and_then(numbers::day).and_then(|day| day.tomorrow().ok());
        list.push(Suspension { from, until: ended.into_iter().chain(over).min() });
    }
    Ok(list)
}

/// How the time of a decision stands today; none when no row gives one.
///
/// # Errors
/// The ledger is broken, or its rows are gone.
pub fn standing(state: &State, case: &Case) -> Result<Option<Standing>> {
    of_ledger(state, &case.events, case.today)
}

/// The same, from the lines of a ledger: what the applicant is shown is what the office
/// counts.
///
/// # Errors
/// The ledger is broken, or its rows are gone.
pub fn of_ledger(state: &State, events: &[event::Model], today: Date) -> Result<Option<Standing>> {
    let standing = match replay(state, events)? {
        Some(Statutory::Original(clock)) => clock.standing(today, calendar(state)),
        Some(Statutory::Extended(clock)) => clock.standing(today, calendar(state)),
        None => return Ok(None),
    };
    standing.map(Some).map_err(beyond)
}

/// The same while there is no decision; none once one was given out, or taken in time.
///
/// # Errors
/// The ledger is broken, or its rows are gone.
pub fn waiting(state: &State, case: &Case) -> Result<Option<Standing>> {
    let undecided = |standing: &Standing| {
        let due = match standing {
            Standing::Running { due, .. } | Standing::Overdue { due, .. } => due.due,
            Standing::Still { .. } => case.today,
        };
        !is_decided(&case.events, due)
    };
    Ok(standing(state, case)?.filter(undecided))
}

/// Whether nobody can say that there is no decision: one was given out, or taken on the last day
/// of its time at the latest, although the applicant does not have it yet. What was decided
/// later does not undo the silence before it.
#[must_use]
pub fn is_decided(events: &[event::Model], due: Date) -> bool {
    let last = due.to_string();
    events.iter().any(|line| match line.kind.as_str() {
        "issued" => true,
        "decided" => line.on_day <= last,
        _ => false,
    })
}

/// The last day for the decision, when every request in the ledger is answered on its last day
/// or was before; none when no row gives one.
///
/// # Errors
/// The ledger is broken, or its rows are gone.
pub fn last_day(state: &State, events: &[event::Model]) -> Result<Option<Date>> {
    let due = match replay(state, events)? {
        Some(Statutory::Original(clock)) => clock.due(calendar(state)),
        Some(Statutory::Extended(clock)) => clock.due(calendar(state)),
        None => return Ok(None),
    };
    due.map(|due| due.map(|due| due.due)).map_err(beyond)
}

/// Extends a time that was not extended: the new last day.
pub fn extend(
    state: &State,
    clock: Clock<Original>,
    extension: Extension,
    most: Period,
    today: Date,
) -> Result<Computed> {
    use safe_casework::clock::Void;
    let extended = clock.extend(extension, most, today, calendar(state)).map_err(|void| match void {
        Void::NoReason => Error::invalid("text", "required"),
        Void::TooLong => Error::invalid("amount", "permit-extension-too-long"),
        Void::TooLate => Error::Conflict("permit-time-over"),
        Void::Beyond(error) => beyond(error),
    })?;
    match extended.standing(today, calendar(state)).map_err(beyond)? {
        Standing::Running { due, .. } | Standing::Overdue { due, .. } => Ok(due),
        Standing::Still { .. } => Err(Error::Conflict("permit-time-still")),
    }
}
