//! Public holidays as rules, and working days.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// When a holiday falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The same day every year.
    Fixed {
        /// Month, from 1.
        month: i8,
        /// Day of the month, from 1.
        day: i8,
    },
    /// Days after Easter Sunday of the Gregorian calendar.
    AfterEaster(i32),
}

/// One public holiday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// Id of its row, for its name.
    pub id: String,
    /// When.
    pub when: When,
}

/// Why a day is no working day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rest {
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
    /// A public holiday, by its id.
    Holiday(String),
}

/// The public holidays of a country.
#[derive(Debug, Clone, Default)]
pub struct Calendar(Vec<Holiday>);

/// Easter Sunday of the Gregorian calendar (the method of Meeus, Jones and Butcher).
///
/// # Panics
/// Never: the method gives a day of March or April for every year.
#[must_use]
pub fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let days = h + l - 7 * m + 114;
    let (month, day) = (days / 31, days % 31 + 1);
    date(year, i8::try_from(month).unwrap_or(4), i8::try_from(day).unwrap_or(1))
}

impl Calendar {
    /// A calendar of these holidays.
    #[must_use]
    pub fn new(holidays: Vec<Holiday>) -> Self {
        Self(holidays)
    }

    /// The holiday on a day.
    #[must_use]
    pub fn holiday(&self, day: Date) -> Option<&Holiday> {
        let since_easter = || day.since(easter(day.year())).ok().map(|span| span.get_days());
        self.0.iter().find(|holiday| match holiday.when {
            When::Fixed { month, day: on } => (day.month(), day.day()) == (month, on),
            When::AfterEaster(days) => since_easter() == Some(days),
        })
    }

    /// Why a day is none of the working days: Saturday, Sunday, holiday.
    #[must_use]
    pub fn rest(&self, day: Date) -> Option<Rest> {
        match day.weekday() {
            Weekday::Saturday => Some(Rest::Saturday),
            Weekday::Sunday => Some(Rest::Sunday),
            _ => self.holiday(day).map(|holiday| Rest::Holiday(holiday.id.clone())),
        }
    }

    /// The day itself or the next one that is a working day.
    #[must_use]
    pub fn working_day_from(&self, day: Date) -> Date {
        let mut at = day;
        while self.rest(at).is_some() {
            let Ok(next) = at.checked_add(1.day()) else { return at };
            at = next;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_of_known_years() {
        // Dates printed in almanacs.
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (2000, 4, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn holidays_move_with_easter() {
        let calendar = Calendar::new(vec![
            Holiday { id: "easter-monday".to_owned(), when: When::AfterEaster(1) },
            Holiday { id: "ascension".to_owned(), when: When::AfterEaster(39) },
            Holiday { id: "national-day".to_owned(), when: When::Fixed { month: 7, day: 21 } },
        ]);
        assert_eq!(calendar.rest(date(2026, 4, 6)), Some(Rest::Holiday("easter-monday".to_owned())));
        assert_eq!(calendar.rest(date(2026, 5, 14)), Some(Rest::Holiday("ascension".to_owned())));
        assert_eq!(calendar.working_day_from(date(2026, 4, 4)), date(2026, 4, 7));
        assert_eq!(calendar.working_day_from(date(2026, 7, 21)), date(2026, 7, 22));
        assert_eq!(calendar.rest(date(2026, 7, 22)), None);
    }
}
