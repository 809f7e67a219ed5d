//! From what a browser sends to answers. Nothing is refused here: what does not
//! fit is kept as it was written, so that the person can mend it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Answers, Context};
use crate::permit::law::Field;

/// What a browser sends: names may come several times.
pub type Fields = Vec<(String, String)>;

/// Longest text that is kept, whatever a field says.
const LONGEST: usize = 8000;

/// Answers to these fields.
#[must_use]
pub fn read(context: &Context<'_>, fields: &[Field], sent: &Fields) -> Answers {
    let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, value) in sent {
        by_name.entry(name).or_default().push(value);
    }
    let one = |name: &str| {
        let value = by_name.get(name).and_then(|values| values.last()).copied().unwrap_or_default();
        value.trim().replace("\r\n", "\n").chars().take(LONGEST).collect::<String>()
    };
    let mut answers = Answers::new();
    for field in fields.iter().filter(|field| field.kind != "list" && field.kind != "file") {
        let value = match field.kind.as_str() {
            "date" => json!(date(
                &one(&format!("{}-d", field.id)),
                &one(&format!("{}-m", field.id)),
                &one(&format!("{}-y", field.id))
            )),
            "choices" | "countries" => {
                let many = by_name.get(field.id.as_str()).cloned().unwrap_or_default();
                json!(many.into_iter().filter(|value| !value.is_empty()).take(60).collect::<Vec<_>>())
            }
            "attestation" => Value::Bool(one(&field.id) == "yes"),
            "address" => {
                let parts = ADDRESS
                    .iter()
                    .map(|part| ((*part).to_owned(), json!(one(&format!("{}-{part}", field.id)))));
                Value::Object(parts.collect())
            }
            _ => json!(one(&field.id)),
        };
        answers.insert(field.id.clone(), value);
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

/// Parts of an address.
pub(crate) const ADDRESS: [&str; 5] = ["street", "number", "box", "postcode", "municipality"];

/// Three fields as a day; what is no day stays readable as `d/m/y`.
fn date(day: &str, month: &str, year: &str) -> String {
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return String::new();
    }
    let number = |text: &str| text.parse::<u16>().ok();
    match (number(day), number(month), number(year)) {
        (Some(d), Some(m), Some(y)) if year.len() == 4 => {
            let iso = format!("{y:04}-{m:02}-{d:02}");
            if crate::permit::numbers::day(&iso).is_some() { iso } else { format!("{day}/{month}/{year}") }
        }
        _ => format!("{day}/{month}/{year}"),
    }
}
