//! When a period ends, and how that was found.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::calendar::{Calendar, Rest};

/// Unit of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Seven days.
    Weeks,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

/// A length of time as the law writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// How many.
    pub amount: i32,
    /// Of what.
    pub unit: Unit,
}

impl Period {
    /// Calendar days.
    #[must_use]
    pub const fn days(amount: i32) -> Self {
        Self { amount, unit: Unit::Days }
    }

    /// Calendar months.
    #[must_use]
    pub const fn months(amount: i32) -> Self {
        Self { amount, unit: Unit::Months }
    }

    fn span(self, amount: i32) -> Span {
        match self.unit {
            Unit::Days => amount.days(),
            Unit::Weeks => amount.weeks(),
            Unit::Months => amount.months(),
            Unit::Years => amount.years(),
        }
    }

    /// Whether this is at most as long as `other` from the same day.
    #[must_use]
    pub fn fits(self, other: Self, from: Date) -> bool {
        let end = |period: Self| from.checked_add(period.span(period.amount)).ok();
        end(self) <= end(other)
    }
}

/// What happens when the last day is no working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roll {
    /// Nothing: the period ends on that day.
    None,
    /// It runs to the next working day.
    NextWorkingDay,
}

/// How days are counted: a dated row, never a constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayCount {
    /// Whether the starting day is the first of the period.
    pub first_day_counts: bool,
    /// The last day.
    pub roll: Roll,
}

/// One step of a computation, to be shown with the date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The event happened on this day.
    Start(Date),
    /// The starting day is not counted.
    FirstDayLeftOut,
    /// The starting day is counted.
    FirstDayCounted,
    /// The period was added.
    Added {
        /// Its length.
        period: Period,
        /// The last day so far.
        to: Date,
    },
    /// The month has no such day: its last day stands for it.
    MonthEnd {
        /// The day that does not exist.
        wanted: i8,
        /// The last day of the month.
        to: Date,
    },
    /// Days on which the time stood still.
    StoodStill {
        /// First day that did not count.
        from: Date,
        /// First day that counted again.
        until: Date,
        /// How many.
        days: i32,
        /// The last day so far.
        to: Date,
    },
    /// An extension was given.
    Extended {
        /// Its length.
        period: Period,
        /// The last day so far.
        to: Date,
    },
    /// The last day was no working day.
    Rolled {
        /// Why.
        why: Rest,
        /// The next working day.
        to: Date,
    },
}

/// A date and how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed {
    /// Last day of the period.
    pub due: Date,
    /// How.
    pub steps: Vec<Step>,
}

/// The period goes beyond the years that a calendar knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the period leads beyond the calendar")]
pub struct BeyondCalendar;

/// Adds a period to a day, with a step for a month that is too short.
///
/// # Errors
/// The year is beyond 9999.
pub(crate) fn add(from: Date, period: Period, steps: &mut Vec<Step>) -> Result<Date, BeyondCalendar> {
    let to = from.checked_add(period.span(period.amount)).map_err(|_| BeyondCalendar)?;
    steps.push(Step::Added { period, to });
    let by_months = matches!(period.unit, Unit::Months | Unit::Years);
    if by_months && to.day() != from.day() {
        steps.push(Step::MonthEnd { wanted: from.day(), to });
    }
    Ok(to)
}

/// Moves the last day to a working day, when the rule says so.
pub(crate) fn roll(to: Date, count: DayCount, calendar: &Calendar, steps: &mut Vec<Step>) -> Date {
    match (count.roll, calendar.rest(to)) {
        (Roll::NextWorkingDay, Some(why)) => {
            let to = calendar.working_day_from(to);
            steps.push(Step::Rolled { why, to });
            to
        }
        _ => to,
    }
}

/// The day before the first that counts.
pub(crate) fn base(start: Date, count: DayCount, steps: &mut Vec<Step>) -> Result<Date, BeyondCalendar> {
    steps.push(Step::Start(start));
    if count.first_day_counts {
        steps.push(Step::FirstDayCounted);
        start.checked_sub(1.day()).map_err(|_| BeyondCalendar)
    } else {
        steps.push(Step::FirstDayLeftOut);
        Ok(start)
    }
}

/// The last day of a period that nothing interrupts.
///
/// # Errors
/// The year is beyond 9999.
pub fn due(
    start: Date,
    period: Period,
    count: DayCount,
    calendar: &Calendar,
) -> Result<Computed, BeyondCalendar> {
    let mut steps = Vec::new();
    let from = base(start, count, &mut steps)?;
    let to = add(from, period, &mut steps)?;
    let due = roll(to, count, calendar, &mut steps);
    Ok(Computed { due, steps })
}

/// The day a period before an event, for reminders.
///
/// # Errors
/// The year is before the calendar.
pub fn before(event: Date, period: Period) -> Result<Date, BeyondCalendar> {
    event.checked_sub(period.span(period.amount)).map_err(|_| BeyondCalendar)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Holiday, When};
    use jiff::civil::date;

    const CALENDAR_DAYS: DayCount = DayCount { first_day_counts: false, roll: Roll::None };
    const WORKING: DayCount = DayCount { first_day_counts: false, roll: Roll::NextWorkingDay };

    #[test]
    fn a_short_month_ends_on_its_last_day() {
        let end = |start, months| {
            due(start, Period::months(months), CALENDAR_DAYS, &Calendar::default()).expect("date").due
        };
        assert_eq!(end(date(2026, 10, 31), 4), date(2027, 2, 28));
        assert_eq!(end(date(2027, 10, 31), 4), date(2028, 2, 29));
        assert_eq!(end(date(2026, 11, 21), 4), date(2027, 3, 21));
        assert_eq!(end(date(2028, 2, 29), 12), date(2029, 2, 28));
    }

    #[test]
    fn the_first_day_counts_or_not() {
        let counted = DayCount { first_day_counts: true, roll: Roll::None };
        let end =
            |count| due(date(2026, 11, 2), Period::days(15), count, &Calendar::default()).expect("date").due;
        assert_eq!(end(CALENDAR_DAYS), date(2026, 11, 17));
        assert_eq!(end(counted), date(2026, 11, 16));
    }

    #[test]
    fn a_day_of_rest_moves_the_end_and_says_why() {
        let christmas = Holiday { id: "christmas".to_owned(), when: When::Fixed { month: 12, day: 25 } };
        let calendar = Calendar::new(vec![christmas]);
        let computed = due(date(2026, 12, 10), Period::days(15), WORKING, &calendar).expect("date");
        // Friday 25 December, then a weekend.
        assert_eq!(computed.due, date(2026, 12, 28));
        let why = Rest::Holiday("christmas".to_owned());
        assert_eq!(computed.steps.last(), Some(&Step::Rolled { why, to: date(2026, 12, 28) }));
    }

    #[test]
    fn no_end_is_earlier_than_its_start_and_a_longer_period_never_ends_earlier() {
        let calendar = Calendar::default();
        let mut day = date(2024, 1, 1);
        while day < date(2029, 1, 1) {
            let mut last = day;
            for months in 1..=10 {
                let end = due(day, Period::months(months), WORKING, &calendar).expect("date").due;
                assert!(end > last, "{day} + {months}");
                assert!(calendar.rest(end).is_none());
                last = end;
            }
            day = day.checked_add(1.day()).expect("tomorrow");
        }
    }

    #[test]
    fn the_calendar_has_an_end() {
        let far = due(date(9999, 6, 1), Period::months(10), CALENDAR_DAYS, &Calendar::default());
        assert_eq!(far, Err(BeyondCalendar));
    }
}
