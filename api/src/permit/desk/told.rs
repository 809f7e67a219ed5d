//! The answers of a file as people read them.

use serde_json::{Map, Value};

use super::Case;
use crate::app::State;
use crate::i18n::Lang;

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

/// Every page that was answered.
#[must_use]
pub fn pages(state: &State, case: &Case, lang: Lang) -> Vec<Told> {
    let law = &state.law;
    let page = |(id, own): (&String, &Map<String, Value>)| {
        let page = law.page(id);
        let label = |name: &str| {
            let field = page.and_then(|page| page.fields.iter().find(|field| field.id == name));
            field.map_or_else(|| name.to_owned(), |field| field.label.get(lang).to_owned())
        };
        let rows = own.iter().map(|(name, value)| (label(name), plain(value)));
        Told {
            id: id.clone(),
            title: page.map_or_else(|| id.clone(), |page| page.title.get(lang).to_owned()),
            rows: rows.filter(|(_, answer)| !answer.is_empty()).collect(),
        }
    };
    case.answers.iter().map(page).filter(|page| !page.rows.is_empty()).collect()
}
