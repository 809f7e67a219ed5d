//! Reads TOML with the place of everything, so that each fault can name its line and one
//! run can list them all.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::document::{Document, Located};
use crate::value::{as_number, is_date, table_json};

/// The fields of one TOML table. Each getter reports a missing key or a wrong type and
/// then answers with an empty value, so that reading goes on.
pub struct Fields<'d, 'a> {
    document: &'d Document<'a>,
    pub(crate) table: &'d DeTable<'d>,
    line: usize,
    used: RefCell<BTreeSet<String>>,
}

pub(crate) type Value<'d> = &'d Spanned<DeValue<'d>>;

impl<'d, 'a> Fields<'d, 'a> {
    /// The document it belongs to.
    #[must_use]
    pub fn document(&self) -> &'d Document<'a> {
        self.document
    }

    /// The line the table begins on.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The line of a key, or of the table when the key is missing.
    #[must_use]
    pub fn line_of(&self, key: &str) -> usize {
        self.table.get(key).map_or(self.line, |v| self.document.line(v.span().start))
    }

    /// Whether the key is there.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.table.keys().map(|k| k.get_ref().as_ref())
    }

    /// The fields of a table that begins on a line.
    pub(crate) fn new(document: &'d Document<'a>, table: &'d DeTable<'d>, line: usize) -> Self {
        Fields { document, table, line, used: RefCell::default() }
    }

    pub(crate) fn take(&self, key: &str) -> Option<Value<'d>> {
        self.used.borrow_mut().insert(key.to_owned());
        self.table.get(key)
    }

    pub(crate) fn line_at(&self, span: &Range<usize>) -> usize {
        self.document.line(span.start)
    }

    pub(crate) fn missing(&self, key: &str) {
        self.document.error(self.line, "missing-key").with("key", key);
    }

    pub(crate) fn wrong(&self, key: &str, span: &Range<usize>, expected: &'static str) {
        self.document.error(self.line_at(span), "wrong-type").with("key", key).with("expected", expected);
    }

    /// An optional string.
    pub fn opt_string(&self, key: &str) -> Option<String> {
        let value = self.take(key)?;
        match value.get_ref().as_str() {
            Some(text) => Some(text.to_owned()),
            None => {
                self.wrong(key, &value.span(), "string");
                None
            }
        }
    }

    /// A required string.
    pub fn string(&self, key: &str) -> String {
        if !self.has(key) {
            self.missing(key);
        }
        self.opt_string(key).unwrap_or_default()
    }

    /// An optional string that must be one of the given words.
    pub fn opt_one_of(&self, key: &str, allowed: &[&str]) -> Option<String> {
        let word = self.opt_string(key)?;
        self.check_word(key, &word, self.line_of(key), allowed);
        Some(word)
    }

    /// A required string that must be one of the given words.
    pub fn one_of(&self, key: &str, allowed: &[&str]) -> String {
        if !self.has(key) {
            self.missing(key);
        }
        self.opt_one_of(key, allowed).unwrap_or_default()
    }

    fn check_word(&self, key: &str, word: &str, line: usize, allowed: &[&str]) {
        if !allowed.contains(&word) {
            self.document
                .error(line, "not-one-of")
                .with("key", key)
                .with("value", word)
                .with("allowed", allowed.join(", "));
        }
    }

    /// A list of strings with their lines; absent means empty. A single string counts as
    /// a list of one.
    pub fn strings(&self, key: &str) -> Vec<Located<String>> {
        let Some(value) = self.take(key) else {
            return Vec::new();
        };
        if let Some(text) = value.get_ref().as_str() {
            return vec![Located { value: text.to_owned(), line: self.line_at(&value.span()) }];
        }
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(key, &value.span(), "list");
            return Vec::new();
        };
        let mut list = Vec::new();
        for entry in array {
            match entry.get_ref().as_str() {
                Some(text) => {
                    list.push(Located { value: text.to_owned(), line: self.line_at(&entry.span()) })
                }
                None => self.wrong(key, &entry.span(), "string"),
            }
        }
        list
    }

    /// A list of strings, each one of the given words.
    pub fn words(&self, key: &str, allowed: &[&str]) -> Vec<String> {
        let list = self.strings(key);
        for word in &list {
            self.check_word(key, &word.value, word.line, allowed);
        }
        list.into_iter().map(|w| w.value).collect()
    }

    /// An optional whole number.
    pub fn opt_integer(&self, key: &str) -> Option<i64> {
        let value = self.take(key)?;
        let number =
            value.get_ref().as_integer().and_then(|i| i64::from_str_radix(i.as_str(), i.radix()).ok());
        if number.is_none() {
            self.wrong(key, &value.span(), "integer");
        }
        number
    }

    /// A required whole number.
    pub fn integer(&self, key: &str) -> i64 {
        if !self.has(key) {
            self.missing(key);
        }
        self.opt_integer(key).unwrap_or_default()
    }

    /// An optional number, whole or not.
    pub fn opt_number(&self, key: &str) -> Option<f64> {
        let value = self.take(key)?;
        let number = as_number(value.get_ref());
        if number.is_none() {
            self.wrong(key, &value.span(), "number");
        }
        number
    }

    /// An optional number or label such as `3`, `"3"` or `"12bis"`, as text.
    pub fn opt_number_or_string(&self, key: &str) -> Option<String> {
        let value = self.take(key)?;
        match value.get_ref() {
            DeValue::Integer(number) => Some(number.as_str().to_owned()),
            DeValue::Float(number) => Some(number.as_str().to_owned()),
            DeValue::String(text) => Some(text.to_string()),
            _ => {
                self.wrong(key, &value.span(), "string");
                None
            }
        }
    }

    /// A truth value; absent means `default`.
    pub fn boolean(&self, key: &str, default: bool) -> bool {
        let Some(value) = self.take(key) else {
            return default;
        };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong(key, &value.span(), "boolean");
            default
        })
    }

    /// An optional date `2026-11-21`, `2026-11` or `2026`, as a TOML date or a string,
    /// given back as text.
    pub fn opt_date(&self, key: &str) -> Option<String> {
        let value = self.take(key)?;
        let text = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(year) => year.as_str().to_owned(),
            _ => String::new(),
        };
        if is_date(&text) {
            return Some(text);
        }
        self.document.error(self.line_at(&value.span()), "bad-date").with("key", key).with("value", text);
        None
    }

    /// A required date.
    pub fn date(&self, key: &str) -> String {
        if !self.has(key) {
            self.missing(key);
        }
        self.opt_date(key).unwrap_or_default()
    }

    /// An optional sub-table.
    pub fn table<T>(&self, key: &str, read: impl FnOnce(&Fields<'_, 'a>) -> T) -> Option<T> {
        let value = self.take(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(key, &value.span(), "table");
            return None;
        };
        Some(self.sub(table, self.line_at(&value.span()), read))
    }

    /// The rows of an array of tables; absent means none.
    pub fn rows<T>(&self, key: &str, mut read: impl FnMut(&Fields<'_, 'a>) -> T) -> Vec<T> {
        let Some(value) = self.take(key) else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(key, &value.span(), "list");
            return Vec::new();
        };
        let mut rows = Vec::new();
        let mut ids = BTreeSet::new();
        for entry in array {
            let id = entry.get_ref().as_table().and_then(|table| table.get("id"));
            if let Some((id, text)) = id.and_then(|id| Some((id, id.get_ref().as_str()?)))
                && !ids.insert(text)
            {
                self.document.error(self.line_at(&id.span()), "duplicate-id").with("id", text);
            }
            match entry.get_ref().as_table() {
                Some(table) => rows.push(self.sub(table, self.line_at(&entry.span()), &mut read)),
                None => self.wrong(key, &entry.span(), "table"),
            }
        }
        rows
    }

    fn sub<T>(&self, table: &'d DeTable<'d>, line: usize, read: impl FnOnce(&Fields<'_, 'a>) -> T) -> T {
        let fields = Fields { document: self.document, table, line, used: RefCell::default() };
        let value = read(&fields);
        fields.finish();
        value
    }

    /// The whole table as JSON, for kinds whose fields belong to another crate.
    pub fn json(&self) -> serde_json::Value {
        for key in self.keys() {
            self.used.borrow_mut().insert(key.to_owned());
        }
        table_json(self.table)
    }

    /// Accepts a key without reading it.
    pub fn ignore(&self, key: &str) {
        self.take(key);
    }

    pub(crate) fn finish(&self) {
        let used = self.used.borrow();
        for (key, value) in self.table {
            if !used.contains(key.get_ref().as_ref()) {
                self.document.error(self.line_at(&value.span()), "unknown-key").with("key", key.get_ref());
            }
        }
    }
}
