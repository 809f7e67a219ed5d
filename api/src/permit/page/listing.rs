//! A list on a page: its rows, and where one is added, changed or removed.

use serde_json::Value;

use super::field;
use super::sheet::Sheet;
use crate::app::State;
use crate::permit::file::File;
use crate::permit::form::Wrong;
use safe_permits::form::{Field, Page};

/// One row of a list.
pub(super) struct RowLine {
    pub address: String,
    pub remove: String,
    pub facts: Vec<(String, String)>,
}

/// A list on a page.
pub(super) struct ListView {
    pub id: String,
    pub label: String,
    pub hint: String,
    pub errors: Vec<String>,
    pub rows: Vec<RowLine>,
    pub add: Option<String>,
    pub add_text: String,
    pub row_title: String,
}

/// A list with its rows; none when the rows of the law do not know it.
pub(super) fn list(
    state: &State,
    s: &Sheet,
    file: &File,
    page: &Page,
    field: &Field,
    wrongs: &[Wrong],
) -> Option<ListView> {
    let (lang, law) = (s.lang, &state.law);
    let list = law.list(field.list.as_ref()?)?;
    let context = file.context(state).ok()?;
    let base = format!("{}/{}/page/{}/row", s.base(), file.row.id, page.id);
    let rows: Vec<_> = context
        .rows(&field.id)
        .into_iter()
        .map(|row| {
            let key = row.get("row").and_then(Value::as_str).unwrap_or_default();
            RowLine {
                address: format!("{base}/{key}"),
                remove: format!("{base}/{key}/remove"),
                facts: list
                    .fields
                    .iter()
                    .filter(|field| context.asks(field, Some(row)))
                    .filter_map(|field| {
                        let said = field::said(law, lang, field, row.get(&field.id)?);
                        (!said.is_empty()).then(|| (field.label.get(lang).to_owned(), said))
                    })
                    .collect(),
            }
        })
        .collect();
    Some(ListView {
        id: field.id.clone(),
        label: field.label.get(lang).to_owned(),
        hint: field.hint.get(lang).to_owned(),
        errors: wrongs.iter().filter(|w| w.field == field.id).map(|w| field::fault(lang, field, w)).collect(),
        add: (rows.len() < list.maximum).then(|| format!("{base}/new")),
        add_text: lang
            .find(&format!("permits-add-{}", list.id))
            .unwrap_or_else(|| s.t1("permits-add-row", "what", list.title.get(lang))),
        row_title: list.title.get(lang).to_owned(),
        rows,
    })
}
