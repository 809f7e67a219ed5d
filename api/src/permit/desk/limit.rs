//! The office's time limits, from the dated rows to a day and how it was found.

use jiff::civil::Date;
use safe_casework::calendar::Calendar;
use safe_casework::clock::{Clock, Extension, Original, Standing};
use safe_casework::days::{self, Computed, DayCount, Period, Roll, Unit};

use super::Case;
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::law::{self, Deadline};
use crate::permit::numbers;

/// A row of `deadlines.toml` that the office needs: without it nothing is dated.
pub fn row<'s>(state: &'s State, id: &str, on: Date) -> Result<&'s Deadline> {
    let missing = || Error::Internal(anyhow::anyhow!("deadlines.toml has no {id} on {on}"));
    state.permits.law.deadline(id, &on.to_string()).ok_or_else(missing)
}

/// The length of a row.
pub fn period(row: &Deadline) -> Result<Period> {
    let unit = row.unit.as_deref().and_then(unit_of);
    let amount = row.amount.and_then(|amount| i32::try_from(amount).ok());
    match (amount, unit) {
        (Some(amount), Some(unit)) => Ok(Period { amount, unit }),
        _ => Err(Error::Internal(anyhow::anyhow!("deadline {} has no length", row.id))),
    }
}

/// The length of a row in words.
pub fn words(row: &Deadline, lang: crate::i18n::Lang) -> Option<String> {
    let amount = usize::try_from(row.amount?).ok()?;
    Some(lang.count_text(&format!("permits-period-{}", row.unit.as_deref()?), amount))
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

fn count(state: &State, row: &Deadline) -> Result<DayCount> {
    let rule = state.permits.law.day_counts.iter().find(|one| Some(&one.id) == row.day_count.as_ref());
    let rule: &law::DayCount =
        rule.ok_or_else(|| Error::Internal(anyhow::anyhow!("deadline {} has no day count", row.id)))?;
    let roll = if rule.roll == "none" { Roll::None } else { Roll::NextWorkingDay };
    Ok(DayCount { first_day_counts: rule.first_day_counts, roll })
}

fn calendar(state: &State) -> &Calendar {
    &state.permits.calendar
}

fn beyond(error: days::BeyondCalendar) -> Error {
    Error::Internal(error.into())
}

/// The last day of a limit that starts on a day.
pub fn due(state: &State, row: &Deadline, from: Date) -> Result<Computed> {
    days::due(from, period(row)?, count(state, row)?, calendar(state)).map_err(beyond)
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
    let received = case.events.iter().find(|event| event.kind == "received" && !event.deadline.is_empty());
    let Some(received) = received else { return Ok(None) };
    let start = numbers::day(&received.on_day)
        .ok_or_else(|| Error::Internal(anyhow::anyhow!("the ledger has a broken day")))?;
    let limit = row(state, &received.deadline, start)?;
    let clock = Clock::start(start, period(limit)?, count(state, limit)?);
    let Some(extended) = case.events.iter().find(|event| event.kind == "extended") else {
        return Ok(Some(Statutory::Original(clock)));
    };
    let given = numbers::day(&extended.on_day).unwrap_or(start);
    let length = extended
        .amount
        .and_then(|amount| i32::try_from(amount).ok())
        .zip(extended.unit.as_deref().and_then(unit_of))
        .map(|(amount, unit)| Period { amount, unit })
        .ok_or_else(|| Error::Internal(anyhow::anyhow!("the ledger has a broken extension")))?;
    let extension = Extension::new(length, "ledger").map_err(|error| Error::Internal(error.into()))?;
    let clock = clock
        .extend(extension, length, given, calendar(state))
        .map_err(|error| Error::Internal(error.into()))?;
    Ok(Some(Statutory::Extended(Box::new(clock))))
}

/// How the time of a decision stands today; none when no row gives one.
///
/// # Errors
/// The ledger is broken, or its rows are gone.
pub fn standing(state: &State, case: &Case) -> Result<Option<Standing>> {
    let standing = match statutory(state, case)? {
        Some(Statutory::Original(clock)) => clock.standing(case.today, calendar(state)),
        Some(Statutory::Extended(clock)) => clock.standing(case.today, calendar(state)),
        None => return Ok(None),
    };
    standing.map(Some).map_err(beyond)
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
