//! What a browser posted, read into answers. Reading never fails: what is not understood
//! stays as it was written, so that the page can show it again beside its error.

use super::draft::{Address, Answer, Row};
use super::engine::{Form, Step};
use super::rows::{Field, FieldType};
use crate::numbers;

/// Longest text that is taken, whatever a field allows; in characters.
const LONGEST: usize = 20_000;
/// Most values of one field.
const MOST_VALUES: usize = 300;
/// Rows taken beyond a list's maximum, so that the error can say there are too many.
const ROWS_BEYOND: usize = 1;

/// The pairs of a form, in their order.
///
/// Names: the field; `field.day`, `field.month`, `field.year` for a day;
/// `field.street`, `.number`, `.box`, `.postcode`, `.municipality`, `.country` for an
/// address; `field.0.cell` for a row of a list, left out when `field.0.remove` is there.
#[derive(Debug, Clone, Copy)]
pub struct Posted<'p>(pub &'p [(String, String)]);

impl<'p> Posted<'p> {
    /// The first value of a name, without spaces around it; empty when there is none.
    #[must_use]
    pub fn one(&self, name: &str) -> &'p str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    fn many(&self, name: &str) -> Vec<String> {
        let values = self.0.iter().filter(|(key, value)| key == name && !value.trim().is_empty());
        let mut list: Vec<String> = Vec::new();
        for (_, value) in values.take(MOST_VALUES) {
            let value = line(value);
            if !list.contains(&value) {
                list.push(value);
            }
        }
        list
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// The numbers of the rows of a list, as they were posted.
    fn row_numbers(&self, field: &str) -> Vec<usize> {
        let number =
            |key: &String| key.strip_prefix(field)?.strip_prefix('.')?.split('.').next()?.parse().ok();
        let mut numbers: Vec<usize> = self.0.iter().filter_map(|(key, _)| number(key)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

/// One line without what nobody sees.
fn line(text: &str) -> String {
    let shown = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !c.is_control());
    shown.take(LONGEST).collect::<String>().trim().to_owned()
}

/// Several lines, with one kind of line end.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let shown = text.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control());
    shown.take(LONGEST).collect::<String>().trim().to_owned()
}

impl<'l> Form<'l> {
    /// Reads the answers of a page. Each shown field gets one, an empty one when nothing
    /// was written; files come another way.
    #[must_use]
    pub fn read(&self, step: &Step<'l>, posted: Posted<'_>) -> Vec<(String, Answer)> {
        let fields = step.fields.iter().filter(|field| field.kind != FieldType::File);
        fields.map(|field| (field.id.clone(), self.read_field(field, posted))).collect()
    }

    fn read_field(&self, field: &Field, posted: Posted<'_>) -> Answer {
        let Some(list) = self.list(field) else {
            return read_plain(field, &field.id, posted);
        };
        let mut rows = Vec::new();
        for number in posted.row_numbers(&field.id) {
            let base = format!("{}.{number}", field.id);
            if posted.has(&format!("{base}.remove")) || rows.len() >= list.maximum + ROWS_BEYOND {
                continue;
            }
            let cells = list.fields.iter().filter(|cell| cell.kind != FieldType::File);
            let row: Row = cells
                .map(|cell| (cell.id.clone(), read_plain(cell, &format!("{base}.{}", cell.id), posted)))
                .filter(|(_, answer)| !answer.is_empty())
                .collect();
            // A row in which nothing was written was only offered.
            if !row.is_empty() {
                rows.push(row);
            }
        }
        Answer::Rows(rows)
    }
}

fn read_plain(field: &Field, name: &str, posted: Posted<'_>) -> Answer {
    match field.kind {
        FieldType::Choices | FieldType::Countries => Answer::Many(posted.many(name)),
        FieldType::Address => Answer::Address(read_address(name, posted)),
        FieldType::Date => Answer::Text(read_day(name, posted)),
        FieldType::Textarea => Answer::Text(lines(posted.one(name))),
        FieldType::NationalNumber => {
            let text = line(posted.one(name));
            Answer::Text(numbers::national(&text).map_or(text, |number| number.digits))
        }
        FieldType::EnterpriseNumber => {
            let text = line(posted.one(name));
            Answer::Text(numbers::enterprise(&text).unwrap_or(text))
        }
        _ => Answer::Text(line(posted.one(name))),
    }
}

/// A day as `2026-11-21`, from three fields or one; what is no day stays as written.
fn read_day(name: &str, posted: Posted<'_>) -> String {
    let part = |part: &str| line(posted.one(&format!("{name}.{part}")));
    let (day, month, year) = (part("day"), part("month"), part("year"));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return line(posted.one(name));
    }
    let date = (|| {
        // Two digits of a year could be either century.
        let full = (year.len() == 4).then(|| year.parse::<i16>().ok()).flatten()?;
        jiff::civil::Date::new(full, month.parse().ok()?, day.parse().ok()?).ok()
    })();
    date.map_or_else(|| format!("{day} {month} {year}"), |date| date.to_string())
}

fn read_address(name: &str, posted: Posted<'_>) -> Address {
    let part = |part: &str| line(posted.one(&format!("{name}.{part}")));
    Address {
        street: part("street"),
        number: part("number"),
        letterbox: part("box"),
        postcode: part("postcode"),
        municipality: part("municipality"),
        country: part("country").to_uppercase(),
    }
}
