//! Public holidays, from the rules of `content/holidays.toml`.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail};
use jiff::ToSpan;
use jiff::civil::Date;
use safe_casework::calendar::{Calendar, Holiday, When};
use serde::Deserialize;

use crate::i18n::Lang;

/// The holidays of every year.
#[derive(Debug, Clone, Default)]
pub struct Holidays {
    calendar: Calendar,
    names: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
struct File {
    holiday: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    #[serde(default)]
    name: BTreeMap<String, String>,
    rule: String,
    month: Option<i8>,
    day: Option<i8>,
    days_after_easter: Option<i32>,
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
        let names = file.holiday.iter().map(|row| (row.id.clone(), row.name.clone())).collect();
        let rule = |row: Row| {
            let when = match (row.rule.as_str(), row.month, row.day, row.days_after_easter) {
                ("fixed", Some(month), Some(day), None) if Date::new(2024, month, day).is_ok() => {
                    When::Fixed { month, day }
                }
                ("easter", None, None, Some(after)) if (-60..=120).contains(&after) => {
                    When::AfterEaster(after)
                }
                _ => bail!("holidays.toml: {} is not a rule", row.id),
            };
            Ok(Holiday { id: row.id, when })
        };
        let holidays = file.holiday.into_iter().map(rule).collect::<anyhow::Result<_>>()?;
        Ok(Self { calendar: Calendar::new(holidays), names })
    }

    /// The calendar, for counting days.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The name of a holiday, by the id of its row; in French when there is no other.
    #[must_use]
    pub fn name(&self, id: &str, lang: Lang) -> Option<String> {
        let names = self.names.get(id)?;
        names.get(lang.code()).or_else(|| names.get("fr")).cloned()
    }

    /// Whether a day is a public holiday.
    #[must_use]
    pub fn is_holiday(&self, day: Date) -> bool {
        self.calendar.holiday(day).is_some()
    }

    /// The holidays from a day on, within a year, in order.
    #[must_use]
    pub fn coming(&self, from: Date) -> Vec<Date> {
        (0..365).filter_map(|n| from.checked_add(n.days()).ok()).filter(|day| self.is_holiday(*day)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn holidays() -> Holidays {
        Holidays::load(Path::new("../content")).expect("holidays")
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
