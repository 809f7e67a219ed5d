//! Days of the files, and numbers as banks print them.

use jiff::civil::Date;
use safe_casework::ogm::Ogm;

pub use crate::clock::today;

/// A structured communication as banks print it.
#[must_use]
pub fn printed(communication: &str) -> String {
    communication.parse::<Ogm>().map_or_else(|_| communication.to_owned(), |ogm| ogm.to_string())
}

/// A stored day.
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// Three fields of a form as they are stored; what is no day has no meaning.
#[must_use]
pub fn written(day: &str, month: &str, year: &str) -> Option<Date> {
    let year = (year.trim().len() == 4).then(|| year.trim().parse().ok()).flatten()?;
    Date::new(year, month.trim().parse().ok()?, day.trim().parse().ok()?).ok()
}

/// The day that a period leads to.
#[must_use]
pub fn after(today: Date, period: safe_permits::deadline::Period) -> Date {
    period.unit.after(today, period.amount)
}

/// How many days before a day a period of keeping began; for comparing with stored times.
#[must_use]
pub fn days_back(today: Date, period: safe_permits::deadline::Period) -> i64 {
    let earliest = period.unit.after(today, -period.amount);
    earliest.until(today).map_or(i64::from(i32::MAX), |span| i64::from(span.get_days()))
}
