//! The answers of a file as people read them.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::Case;
use crate::app::State;
use crate::i18n::Lang;
use crate::permit::entity::grant;
use crate::permit::page::field::{said, said_in_row};
use crate::permit::words;
use safe_permits::Law;
use safe_permits::form::Field;

/// The answers of one page.
pub struct Told {
    /// Id of the page.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Questions and answers, without those that are empty.
    pub rows: Vec<(String, String)>,
}

/// An answer as people read it.
#[must_use]
pub fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(yes) => if *yes { "✓" } else { "✗" }.to_owned(),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join(" · "),
        Value::Object(map) => {
            map.values().map(plain).filter(|v| !v.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Value::Null => String::new(),
        Value::Number(number) => number.to_string(),
    }
}

/// An answer in the words of its question: the name of a choice, a day, a country, and of
/// a list what each of its rows says, one to a line.
fn in_words(law: &Law, lang: Lang, field: &Field, value: &Value) -> String {
    let Some(list) = field.list.as_ref().and_then(|id| law.list(id)) else {
        return said(law, lang, field, value);
    };
    let row = |row: &Value| {
        said_in_row(law, lang, list.fields.iter().filter_map(|field| Some((field, row.get(&field.id)?))))
    };
    let rows = value.as_array().into_iter().flatten().map(row);
    // Of people who were taken out a row says nothing any more.
    rows.filter(|row| !row.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Whose or which a paper is, when it belongs to a row of a list: the weapon or the person, as
/// the applicant wrote it. Empty for a paper of the whole file, none when its row is gone.
#[must_use]
pub fn belongs_to(case: &Case, slot: &str) -> Option<String> {
    belongs_to_row(case.answers.values().flat_map(Map::values), slot)
}

/// The same, among these answers.
#[must_use]
pub fn belongs_to_row<'a>(answers: impl Iterator<Item = &'a Value>, slot: &str) -> Option<String> {
    if slot.is_empty() || slot == "-" {
        return Some(String::new());
    }
    let lists = answers.filter_map(Value::as_array);
    let text = |row: &Value, name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let row = lists.flatten().find(|row| text(row, "row") == slot)?;
    let parts = ["make", "model", "calibre", "given-names", "family-name"].map(|name| text(row, name));
    Some(parts.join(" ").split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Weapons of a permit, each on one line, in the words of the questions that named them.
#[must_use]
pub fn weapons(law: &Law, lang: Lang, rows: &[Value]) -> Vec<String> {
    let named = |row: &Value| {
        let fields =
            law.lists.iter().filter(|list| list.id.ends_with("-weapon")).flat_map(|list| &list.fields);
        let mut seen = BTreeSet::new();
        let own = fields.filter_map(|field| Some((field, row.get(&field.id)?)));
        said_in_row(law, lang, own.filter(|(field, _)| seen.insert(&field.id)))
    };
    rows.iter().map(named).filter(|line| !line.is_empty()).collect()
}

/// The dates of a permit: what each is, and the day. Those of its weapons are in `held`.
#[must_use]
pub fn dates(lang: Lang, row: &grant::Model) -> Vec<(String, String)> {
    let dates = [
        ("permits-step-decision", Some(row.issued_on.as_str())),
        ("permits-step-expiry", row.ends_on.as_deref()),
        ("permits-step-control", row.control_on.as_deref()),
    ];
    let line = |(id, day): (&str, Option<&str>)| Some((lang.text(id), words::stored(lang, Some(day?))));
    dates.into_iter().filter_map(line).collect()
}

/// Every page that was answered, in the order in which they are asked.
#[must_use]
pub fn pages(state: &State, case: &Case, lang: Lang) -> Vec<Told> {
    let law = &state.law;
    let page = |(id, own): (&String, &Map<String, Value>)| {
        let (title, rows): (String, Vec<(String, String)>) = match law.page(id) {
            Some(page) => {
                let asked = page.fields.iter().filter_map(|field| Some((field, own.get(&field.id)?)));
                let row = |(field, value): (&Field, &Value)| {
                    (field.label.get(lang).to_owned(), in_words(law, lang, field, value))
                };
                (page.title.get(lang).to_owned(), asked.map(row).collect())
            }
            // A page that the rows do not know any more keeps what was said on it.
            None => (id.clone(), own.iter().map(|(name, value)| (name.clone(), plain(value))).collect()),
        };
        Told {
            id: id.clone(),
            title,
            rows: rows.into_iter().filter(|(_, answer)| !answer.is_empty()).collect(),
        }
    };
    let mut told: Vec<Told> = case.answers.iter().map(page).filter(|page| !page.rows.is_empty()).collect();
    told.sort_by_key(|one| law.pages.iter().position(|page| page.id == one.id).unwrap_or(usize::MAX));
    told
}
