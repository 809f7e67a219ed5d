//! From what a browser sends to answers. Nothing is refused here.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Answers, Context, Field, FieldType};
use crate::numbers;

/// What a browser sends: names may come several times.
pub type Fields = Vec<(String, String)>;

/// Longest text that is kept, whatever a field says; in characters. Far more than any field may
/// hold, so that what is too long comes back whole to whoever wrote it.
const LONGEST: usize = 40_000;
/// Most values of one field.
const MOST_VALUES: usize = 300;

/// Parts of an address.
pub(super) const ADDRESS: [&str; 5] = ["street", "number", "box", "postcode", "municipality"];

/// Answers to these fields. A day comes as `field-d`, `field-m`, `field-y`; an address as
/// `field-street` and so on.
#[must_use]
pub fn read(context: &Context<'_>, fields: &[Field], sent: &Fields) -> Answers {
    let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, value) in sent {
        by_name.entry(name).or_default().push(value);
    }
    let mut answers = Answers::new();
    for field in fields.iter().filter(|field| !matches!(field.kind, FieldType::List | FieldType::File)) {
        answers.insert(field.id.clone(), answer(field, &by_name));
    }
    // What is hidden keeps what it held before.
    for field in fields {
        if !context.asks(field, Some(&answers))
            && let Some(old) = context.answers.get(&field.id)
        {
            answers.insert(field.id.clone(), old.clone());
        }
    }
    answers
}

fn answer(field: &Field, by_name: &BTreeMap<&str, Vec<&str>>) -> Value {
    let id = &field.id;
    let one = |name: &str| {
        let value = by_name.get(name).and_then(|values| values.last()).copied().unwrap_or_default();
        plain(value, field.kind == FieldType::Textarea)
    };
    match field.kind {
        FieldType::Date => {
            json!(day(&one(&format!("{id}-d")), &one(&format!("{id}-m")), &one(&format!("{id}-y"))))
        }
        FieldType::Choices | FieldType::Countries => {
            let many = by_name.get(id.as_str()).cloned().unwrap_or_default();
            let mut list: Vec<String> = Vec::new();
            for value in many.into_iter().filter(|value| !value.is_empty()).take(MOST_VALUES) {
                let value = plain(value, false);
                if !list.contains(&value) {
                    list.push(value);
                }
            }
            json!(list)
        }
        FieldType::Attestation => Value::Bool(one(id) == "yes"),
        FieldType::Address => {
            let parts = ADDRESS.iter().map(|part| ((*part).to_owned(), json!(one(&format!("{id}-{part}")))));
            Value::Object(parts.collect())
        }
        FieldType::NationalNumber => {
            let text = one(id);
            json!(numbers::national(&text).map_or(text, |number| number.digits))
        }
        FieldType::EnterpriseNumber => {
            let text = one(id);
            json!(numbers::enterprise(&text).unwrap_or(text))
        }
        _ => json!(one(id)),
    }
}

/// A text without what nobody sees, bounded.
fn plain(text: &str, has_lines: bool) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = text.chars().filter_map(|c| match c {
        '\n' | '\t' if has_lines => Some(c),
        c if c.is_whitespace() => Some(' '),
        c => (!c.is_control()).then_some(c),
    });
    kept.collect::<String>().trim().chars().take(LONGEST).collect()
}

/// Three fields as a day; what is no day stays readable as `d/m/y`.
fn day(day: &str, month: &str, year: &str) -> String {
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return String::new();
    }
    let date = (|| {
        // Two digits of a year could be either century.
        let full = (year.len() == 4).then(|| year.parse::<i16>().ok()).flatten()?;
        jiff::civil::Date::new(full, month.parse().ok()?, day.parse().ok()?).ok()
    })();
    date.map_or_else(|| format!("{day}/{month}/{year}"), |date| date.to_string())
}
