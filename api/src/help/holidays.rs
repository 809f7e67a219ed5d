//! Public holidays, from the rules of `content/holidays.toml`.

use std::path::Path;

use anyhow::{Context, bail};
use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use serde::Deserialize;

/// The rules of all holidays of a year.
#[derive(Debug, Clone, Default)]
pub struct Holidays(Vec<Rule>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// The same day every year.
    Fixed { month: i8, day: i8 },
    /// So many days after Easter Sunday.
    Easter { after: i64 },
}

#[derive(Deserialize)]
struct File {
    holiday: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    rule: String,
    month: Option<i8>,
    day: Option<i8>,
    days_after_easter: Option<i64>,
}

impl Holidays {
    /// Reads `holidays.toml` of the content folder.
    ///
    /// # Errors
    /// The file is missing or a rule is not whole.
    pub fn load(content: &Path) -> anyhow::Result<Self> {
        let path = content.join("holidays.toml");
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let file: File = toml::from_str(&text).context("holidays.toml")?;
        let rule = |row: &Row| match (row.rule.as_str(), row.month, row.day, row.days_after_easter) {
            ("fixed", Some(month), Some(day), None) if Date::new(2024, month, day).is_ok() => {
                Ok(Rule::Fixed { month, day })
            }
            ("easter", None, None, Some(after)) if (-60..=120).contains(&after) => Ok(Rule::Easter { after }),
            _ => bail!("holidays.toml: {} is not a rule", row.id),
        };
        Ok(Self(file.holiday.iter().map(rule).collect::<anyhow::Result<_>>()?))
    }

    /// Whether a day is a public holiday.
    #[must_use]
    pub fn is_holiday(&self, day: Date) -> bool {
        self.0.iter().any(|rule| match *rule {
            Rule::Fixed { month, day: of_month } => (day.month(), day.day()) == (month, of_month),
            Rule::Easter { after } => {
                easter(day.year()).checked_add(Span::new().days(after)).is_ok_and(|that| that == day)
            }
        })
    }

    /// The holidays from a day on, within a year, in order.
    #[must_use]
    pub fn coming(&self, from: Date) -> Vec<Date> {
        (0..365).filter_map(|n| from.checked_add(n.days()).ok()).filter(|day| self.is_holiday(*day)).collect()
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm that Meeus prints
/// in "Astronomical Algorithms", chapter 8.
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let a = y % 19;
    let (b, c) = (y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    let (month, day) = (n / 31, n % 31 + 1);
    Date::new(year, i8::try_from(month).unwrap_or(4), i8::try_from(day).unwrap_or(1))
        .unwrap_or(date(2000, 4, 23))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holidays() -> Holidays {
        Holidays::load(Path::new("../content")).expect("holidays")
    }

    #[test]
    fn easter_falls_where_calendars_print_it() {
        for (year, month, day) in
            [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25), (1818, 3, 22)]
        {
            assert_eq!(easter(year), date(year, month, day), "{year}");
        }
    }

    #[test]
    fn the_ten_holidays_of_a_year() {
        let days = holidays().coming(date(2026, 1, 1));
        let printed: Vec<String> = days.iter().map(ToString::to_string).collect();
        assert_eq!(
            printed,
            [
                "2026-01-01",
                "2026-04-06",
                "2026-05-01",
                "2026-05-14",
                "2026-05-25",
                "2026-07-21",
                "2026-08-15",
                "2026-11-01",
                "2026-11-11",
                "2026-12-25"
            ]
        );
    }

    #[test]
    fn an_ordinary_day_is_none() {
        assert!(!holidays().is_holiday(date(2026, 11, 21)));
        assert!(holidays().is_holiday(date(2027, 3, 29)), "Easter Monday of a year without a leap");
    }
}
