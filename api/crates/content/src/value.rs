//! Values of TOML on their own: cells, numbers, dates, words.

use serde::Serialize;
use toml::de::{DeTable, DeValue};

use crate::Text;
use crate::document::Document;

/// One cell of a table of figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// A number, in the unit of the dataset.
    Number(f64),
    /// A word that is the same in every language.
    Name(String),
    /// A word per language.
    Text(Text),
    /// No value in the source.
    Missing,
}

pub(crate) fn as_number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).ok().map(|n| n as f64)
        }
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    }
}

pub(crate) fn table_json(table: &DeTable<'_>) -> serde_json::Value {
    table
        .iter()
        .map(|(k, v)| (k.get_ref().to_string(), value_json(v.get_ref())))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn value_json(value: &DeValue<'_>) -> serde_json::Value {
    match value {
        DeValue::String(text) => text.to_string().into(),
        DeValue::Integer(n) => i64::from_str_radix(n.as_str(), n.radix()).unwrap_or_default().into(),
        DeValue::Float(n) => n.as_str().parse::<f64>().unwrap_or_default().into(),
        DeValue::Boolean(b) => (*b).into(),
        DeValue::Datetime(date) => date.to_string().into(),
        DeValue::Array(list) => list.iter().map(|v| value_json(v.get_ref())).collect(),
        DeValue::Table(table) => table_json(table),
    }
}

/// Whether the text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` with a month and a day that exist.
#[must_use]
pub fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number =
        |i: usize, len: usize| parts.get(i).filter(|p| p.len() == len).and_then(|p| p.parse::<u32>().ok());
    let within =
        |i: usize, max: u32| parts.len() <= i || number(i, 2).is_some_and(|n| (1..=max).contains(&n));
    let year = number(0, 4).filter(|year| *year > 1800);
    let days = year.zip(number(1, 2)).map_or(31, |(year, month)| days_of(year, month));
    parts.len() <= 3 && year.is_some() && within(1, 12) && within(2, days)
}

/// Whether a date of any precision is past on a day written `2026-11-21`: a month is past
/// when the next one has begun, a year when the next year has.
#[must_use]
pub fn is_past(date: &str, today: &str) -> bool {
    today.get(..date.len()).is_some_and(|now| date < now)
}

/// Days of a month of the Gregorian calendar.
fn days_of(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// A sign that nobody sees and that breaks search and screen readers: a control sign, a
/// space without width, a mark of byte order. The joiners of Persian and the marks of
/// direction are letters of their scripts' craft and stay.
pub(crate) fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Short texts follow the rules of Markdown bodies: no HTML, no template signs.
pub(crate) fn check_words(document: &Document<'_>, key: &str, words: &str, line: usize) {
    for sign in ["{{", "{%", "{#"] {
        if words.contains(sign) {
            document.error(line, "template-syntax").with("sign", sign);
        }
    }
    let mut rest = words;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') {
            document
                .error(line, "html")
                .with("tag", format!("<{}", rest.split(['>', ' ']).next().unwrap_or_default()));
        }
    }
    if words.chars().any(is_invisible) {
        document.error(line, "text-has-control").with("key", key);
    }
}

#[cfg(test)]
mod tests {
    use super::is_past;

    #[test]
    fn a_month_is_past_when_the_next_one_begins() {
        for (date, last, first_after) in [
            ("2026-11-21", "2026-11-21", "2026-11-22"),
            ("2026-11", "2026-11-30", "2026-12-01"),
            ("2026", "2026-12-31", "2027-01-01"),
        ] {
            assert!(!is_past(date, last), "{date}");
            assert!(is_past(date, first_after), "{date}");
        }
        assert!(!is_past("2027", "2026-11-21"));
    }
}
