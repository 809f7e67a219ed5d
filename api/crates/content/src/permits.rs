//! Weapons-permit rows, as the files of `permits/` have them.
//!
//! Their schema is `permits/README.md` and their rules belong to the permit service; here
//! they are rows that pages print, chosen by id and by the day on which they are in force.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use crate::loader::Loader;
use crate::{Lang, Text};

/// Everything under `permits/`, by file name without ending.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Permits(BTreeMap<String, Value>);

impl Permits {
    /// The rows of a table of a file.
    pub fn rows<'p>(&'p self, file: &str, table: &str) -> impl Iterator<Item = Row<'p>> {
        let rows = self.0.get(file).and_then(|f| f.get(table)).and_then(Value::as_array);
        rows.into_iter().flatten().map(Row)
    }

    /// The row of an id that is in force on a day `2026-11-21`.
    #[must_use]
    pub fn find<'p>(&'p self, file: &str, table: &str, id: &str, day: &str) -> Option<Row<'p>> {
        self.rows(file, table).find(|r| r.text("id") == id && r.is_valid_on(day))
    }

    /// Whether there are any rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub struct Row<'p>(pub &'p Value);

impl<'p> Row<'p> {
    /// A string field; empty when it is not there.
    #[must_use]
    pub fn text(&self, key: &str) -> &'p str {
        self.0.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// A number field.
    #[must_use]
    pub fn number(&self, key: &str) -> Option<i64> {
        self.0.get(key).and_then(Value::as_i64)
    }

    /// A list of strings; empty when it is not there.
    #[must_use]
    pub fn list(&self, key: &str) -> Vec<&'p str> {
        let list = self.0.get(key).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// The rows of an inner table.
    #[must_use]
    pub fn rows(&self, key: &str) -> Vec<Row<'p>> {
        self.0.get(key).and_then(Value::as_array).into_iter().flatten().map(Row).collect()
    }

    /// Words in several languages.
    #[must_use]
    pub fn words(&self, key: &str) -> Text {
        let table = self.0.get(key).and_then(Value::as_object);
        let entry =
            |(lang, words): (&String, &Value)| Some((lang.parse::<Lang>().ok()?, words.as_str()?.to_owned()));
        table.into_iter().flatten().filter_map(entry).collect()
    }

    /// Whether the row is in force on a day `2026-11-21`.
    #[must_use]
    pub fn is_valid_on(&self, day: &str) -> bool {
        let (from, to) = (self.text("valid_from"), self.text("valid_to"));
        from <= day && (to.is_empty() || day <= to)
    }

    /// Whether the row still has to be confirmed by the service.
    #[must_use]
    pub fn is_unconfirmed(&self) -> bool {
        self.text("confidence") == "unconfirmed" || self.list("source").contains(&"service-proposal")
    }
}

pub(crate) fn load_permits(loader: &mut Loader) -> Permits {
    let folder = Path::new("permits");
    let mut files = BTreeMap::new();
    for name in loader.files(folder, "toml") {
        if let Some(json) = loader.toml(&folder.join(format!("{name}.toml")), |fields| fields.json()) {
            files.insert(name, json);
        }
    }
    Permits(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_chosen_by_day() {
        let json = serde_json::json!({"id": "fee", "valid_from": "2020-01-01", "valid_to": "2020-12-31"});
        let row = Row(&json);
        assert!(row.is_valid_on("2020-12-31"));
        assert!(!row.is_valid_on("2021-01-01"));
        assert!(!row.is_valid_on("2019-12-31"));
    }
}
