//! A statutory time: a budget, a ledger of suspensions, and at most one extension.
//!
//! The budget runs from the day of receipt. Days on which it stands still are added at the
//! end; overlapping suspensions count once. Only a day that would have counted can stand
//! still: the day of receipt is one only where the rule counts it. A suspension that begins
//! on the days of rest by which the end was moved leaves one working day, the last.
//! [`Clock<Original>`] can be extended, [`Clock<Extended>`] cannot: a second extension does
//! not compile.

use std::marker::PhantomData;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::calendar::Calendar;
use crate::days::{self, BeyondCalendar, Computed, DayCount, Period, Step};

/// A clock that may still be extended.
#[derive(Debug, Clone)]
pub struct Original;
/// A clock that was extended.
#[derive(Debug, Clone)]
pub struct Extended;

/// Days on which the time stands still, from the first that does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suspension {
    /// First day that does not count.
    pub from: Date,
    /// First day that counts again; none while it stands still.
    pub until: Option<Date>,
}

/// The reasoned extension of a time, given in writing before it ran out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    period: Period,
    reason: String,
}

/// Why an extension is void.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Void {
    /// No reason is given.
    #[error("an extension without a reason is void")]
    NoReason,
    /// It is longer than the law allows.
    #[error("the extension is longer than the law allows")]
    TooLong,
    /// The time had already run out.
    #[error("the time had run out before the extension")]
    TooLate,
    /// The date cannot be computed.
    #[error(transparent)]
    Beyond(#[from] BeyondCalendar),
}

impl Extension {
    /// An extension with its reason.
    ///
    /// # Errors
    /// The reason is empty.
    pub fn new(period: Period, reason: &str) -> Result<Self, Void> {
        let reason = reason.trim().to_owned();
        if reason.is_empty() { Err(Void::NoReason) } else { Ok(Self { period, reason }) }
    }

    /// Why.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// How a time stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It runs.
    Running {
        /// Its last day and how that was found.
        due: Computed,
        /// Days until and including the last.
        days_left: i32,
    },
    /// It stands still.
    Still {
        /// Since this day.
        since: Date,
        /// Days left once it runs again.
        days_left: i32,
    },
    /// It has run out.
    Overdue {
        /// Its last day and how that was found.
        due: Computed,
        /// Days since.
        days: i32,
    },
}

/// A statutory time.
#[derive(Debug, Clone)]
pub struct Clock<S> {
    start: Date,
    budget: Period,
    count: DayCount,
    suspensions: Vec<Suspension>,
    extension: Option<Extension>,
    state: PhantomData<S>,
}

impl Clock<Original> {
    /// A time that starts with an event.
    #[must_use]
    pub fn start(start: Date, budget: Period, count: DayCount) -> Self {
        Self { start, budget, count, suspensions: Vec::new(), extension: None, state: PhantomData }
    }

    /// Extends it, once.
    ///
    /// # Errors
    /// The extension is longer than `most`, or the time had run out on `on`.
    pub fn extend(
        self,
        extension: Extension,
        most: Period,
        on: Date,
        calendar: &Calendar,
    ) -> Result<Clock<Extended>, Void> {
        if let Standing::Overdue { .. } = self.standing(on, calendar)? {
            return Err(Void::TooLate);
        }
        if !extension.period.fits(most, on) {
            return Err(Void::TooLong);
        }
        let Self { start, budget, count, suspensions, .. } = self;
        Ok(Clock { start, budget, count, suspensions, extension: Some(extension), state: PhantomData })
    }
}

impl<S> Clock<S> {
    /// Adds a suspension; the order does not matter.
    pub fn suspend(&mut self, suspension: Suspension) {
        self.suspensions.push(suspension);
    }

    /// The extension that was given.
    #[must_use]
    pub fn extension(&self) -> Option<&Extension> {
        self.extension.as_ref()
    }

    /// Suspensions in order, those that touch or overlap joined, none before the first day that
    /// counts.
    fn joined(&self, first: Date) -> Vec<Suspension> {
        let mut list: Vec<Suspension> = self
            .suspensions
            .iter()
            .map(|one| Suspension { from: one.from.max(first), ..*one })
            .filter(|one| one.until.is_none_or(|until| until > one.from))
            .collect();
        list.sort_by_key(|one| one.from);
        let mut joined: Vec<Suspension> = Vec::new();
        for one in list {
            match joined.last_mut() {
                Some(last) if last.until.is_none_or(|until| one.from <= until) => {
                    last.until = match (last.until, one.until) {
                        (Some(a), Some(b)) => Some(a.max(b)),
                        _ => None,
                    };
                }
                _ => joined.push(one),
            }
        }
        joined
    }

    /// The last day as it stands on a day; without a day, when every suspension has run its
    /// course.
    fn reckon(&self, on: Option<Date>, calendar: &Calendar) -> Result<Reckoned, BeyondCalendar> {
        let mut steps = Vec::new();
        let from = days::base(self.start, self.count, &mut steps)?;
        let first = from.tomorrow().map_err(|_| BeyondCalendar)?;
        let mut to = days::add(from, self.budget, &mut steps)?;
        if let Some(extension) = &self.extension {
            let mut own = Vec::new();
            to = days::add(to, extension.period, &mut own)?;
            steps.push(Step::Extended { period: extension.period, to });
            steps.extend(own.into_iter().filter(|step| matches!(step, Step::MonthEnd { .. })));
        }
        for still in self.joined(first) {
            let mut moved = Vec::new();
            let rolled = days::roll(to, self.count, calendar, &mut moved);
            // What begins after the last day cannot prolong a time that has run out.
            if still.from > rolled || on.is_some_and(|on| still.from > on) {
                break;
            }
            let at_rest = still.from > to;
            let Some(until) = still.until.filter(|until| on.is_none_or(|on| *until <= on)) else {
                let days_left = if at_rest { 1 } else { between(still.from, to) + 1 };
                return Ok(Reckoned::Still { since: still.from, days_left });
            };
            let before = if at_rest { rolled } else { to };
            to = if at_rest {
                steps.append(&mut moved);
                rolled.max(until)
            } else {
                to.checked_add(between(still.from, until).days()).map_err(|_| BeyondCalendar)?
            };
            let days = between(before, to);
            if days > 0 {
                steps.push(Step::StoodStill { from: still.from, until, days, to });
            }
        }
        let due = days::roll(to, self.count, calendar, &mut steps);
        Ok(Reckoned::Ends(Computed { due, steps }))
    }

    /// The last day when every suspension has run its course; none while one has no end.
    ///
    /// # Errors
    /// The date cannot be computed.
    pub fn due(&self, calendar: &Calendar) -> Result<Option<Computed>, BeyondCalendar> {
        Ok(match self.reckon(None, calendar)? {
            Reckoned::Ends(due) => Some(due),
            Reckoned::Still { .. } => None,
        })
    }

    /// How the time stands on a day.
    ///
    /// # Errors
    /// The date cannot be computed.
    pub fn standing(&self, today: Date, calendar: &Calendar) -> Result<Standing, BeyondCalendar> {
        let due = match self.reckon(Some(today), calendar)? {
            Reckoned::Ends(due) => due,
            Reckoned::Still { since, days_left } => return Ok(Standing::Still { since, days_left }),
        };
        let left = between(today, due.due) + 1;
        Ok(if left > 0 {
            Standing::Running { due, days_left: left }
        } else {
            Standing::Overdue { due, days: 1 - left }
        })
    }
}

/// What a reckoning leads to.
enum Reckoned {
    /// The last day and how it was found.
    Ends(Computed),
    /// A suspension that is not over.
    Still { since: Date, days_left: i32 },
}

/// Days from one day to another; negative when the other is earlier.
fn between(from: Date, to: Date) -> i32 {
    to.since(from).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests;
