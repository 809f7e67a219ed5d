//! Reads TOML with the place of everything, so that each fault can name its line and one
//! run can list them all.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::{Serialize, Serializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::{Finding, Lang, Text};

/// A value and the line it stands on, counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its line.
    pub line: usize,
}

impl<T: Serialize> Serialize for Located<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

/// One file while it is read: where it is, what it says, what is wrong with it.
pub struct Document<'a> {
    file: PathBuf,
    text: &'a str,
    first_line: usize,
    findings: RefCell<Vec<Finding>>,
}

impl<'a> Document<'a> {
    /// A document whose `text` begins on `first_line` of `file`.
    #[must_use]
    pub fn new(file: &Path, text: &'a str, first_line: usize) -> Self {
        Document { file: file.to_owned(), text, first_line, findings: RefCell::default() }
    }

    /// The file relative to the content root.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The line of a byte offset.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        let end = offset.min(self.text.len());
        self.first_line + self.text.as_bytes()[..end].iter().filter(|b| **b == b'\n').count()
    }

    /// Records a fault at a line.
    pub fn report(&self, finding: Finding) {
        self.findings.borrow_mut().push(finding);
    }

    /// Records an error at a line.
    pub fn error(&self, line: usize, code: &'static str) -> FindingBuilder<'_, 'a> {
        FindingBuilder { document: self, finding: Some(Finding::error(&self.file, line, code)) }
    }

    /// Parses the text, gives the fields to `read`, and reports what it did not use.
    pub fn read<T>(&self, read: impl FnOnce(&Fields<'_, '_>) -> T) -> Option<T> {
        match DeTable::parse(self.text) {
            Ok(table) => {
                let fields = Fields { document: self, table: table.get_ref(), line: self.first_line, used: RefCell::default() };
                let value = read(&fields);
                fields.finish();
                Some(value)
            }
            Err(error) => {
                let line = self.line(error.span().map_or(0, |s| s.start));
                self.report(Finding::error(&self.file, line, "bad-toml").with("reason", error.message()));
                None
            }
        }
    }

    /// Hands over what was found.
    #[must_use]
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings.into_inner()
    }
}

/// Adds variables to a fault; the fault is recorded when the builder goes.
pub struct FindingBuilder<'d, 'a> {
    document: &'d Document<'a>,
    finding: Option<Finding>,
}

impl FindingBuilder<'_, '_> {
    /// Adds a variable of the message.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.finding = self.finding.take().map(|f| f.with(name, value));
        self
    }
}

impl Drop for FindingBuilder<'_, '_> {
    fn drop(&mut self) {
        if let Some(finding) = self.finding.take() {
            self.document.report(finding);
        }
    }
}

/// The fields of one TOML table. Each getter reports a missing key or a wrong type and
/// then answers with an empty value, so that reading goes on.
pub struct Fields<'d, 'a> {
    document: &'d Document<'a>,
    table: &'d DeTable<'d>,
    line: usize,
    used: RefCell<BTreeSet<String>>,
}

type Value<'d> = &'d Spanned<DeValue<'d>>;

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

    fn take(&self, key: &str) -> Option<Value<'d>> {
        self.used.borrow_mut().insert(key.to_owned());
        self.table.get(key)
    }

    fn line_at(&self, span: &Range<usize>) -> usize {
        self.document.line(span.start)
    }

    fn missing(&self, key: &str) {
        self.document.error(self.line, "missing-key").with("key", key);
    }

    fn wrong(&self, key: &str, span: &Range<usize>, expected: &'static str) {
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
        let Some(value) = self.take(key) else { return Vec::new() };
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
                Some(text) => list.push(Located { value: text.to_owned(), line: self.line_at(&entry.span()) }),
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
        let number = value.get_ref().as_integer().and_then(|i| i64::from_str_radix(i.as_str(), i.radix()).ok());
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
        let Some(value) = self.take(key) else { return default };
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

    /// An optional text in several languages. What is there must have every required
    /// language.
    pub fn opt_text(&self, key: &str) -> Option<Text> {
        let value = self.take(key)?;
        let line = self.line_at(&value.span());
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(key, &value.span(), "text");
            return None;
        };
        let text = self.text_of(key, table);
        self.require_languages(key, &text, line);
        Some(text)
    }

    /// A required text in several languages.
    pub fn text(&self, key: &str) -> Text {
        if !self.has(key) {
            self.missing(key);
        }
        self.opt_text(key).unwrap_or_default()
    }

    /// A text table, or a plain string that is the same in every language (a name).
    pub fn opt_text_or_name(&self, key: &str) -> Option<Text> {
        let name = self.table.get(key)?.get_ref().as_str().map(str::to_owned);
        match name {
            Some(name) => {
                self.take(key);
                Some(Lang::REQUIRED.into_iter().map(|l| (l, name.clone())).collect())
            }
            None => self.opt_text(key),
        }
    }

    fn require_languages(&self, key: &str, text: &Text, line: usize) {
        for lang in Lang::REQUIRED {
            if text.get(lang).is_none() {
                self.document.error(line, "missing-language").with("key", key).with("lang", lang);
            }
        }
    }

    fn text_of(&self, key: &str, table: &'d DeTable<'d>) -> Text {
        let mut text = Text::default();
        for (name, value) in table {
            let line = self.line_at(&value.span());
            let Ok(lang) = name.get_ref().parse::<Lang>() else {
                self.document.error(line, "bad-language").with("key", key).with("value", name.get_ref());
                continue;
            };
            match value.get_ref().as_str().map(str::trim) {
                Some("") => drop(self.document.error(line, "empty-text").with("key", key).with("lang", lang)),
                Some(words) => {
                    check_words(self.document, key, words, line);
                    text.insert(lang, words.to_owned());
                }
                None => self.wrong(key, &value.span(), "string"),
            }
        }
        text
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
        let Some(value) = self.take(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(key, &value.span(), "list");
            return Vec::new();
        };
        let mut rows = Vec::new();
        for entry in array {
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

    /// The cells of a table row: numbers, names or texts.
    pub fn cells(&self, key: &str) -> Vec<Cell> {
        let Some(value) = self.take(key) else {
            self.missing(key);
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(key, &value.span(), "list");
            return Vec::new();
        };
        let cell = |entry: Value<'d>| match entry.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => Cell::Missing,
            DeValue::String(text) => Cell::Name(text.to_string()),
            DeValue::Table(table) => {
                let text = self.text_of(key, table);
                self.require_languages(key, &text, self.line_at(&entry.span()));
                Cell::Text(text)
            }
            other => as_number(other).map_or_else(
                || {
                    self.wrong(key, &entry.span(), "number");
                    Cell::Missing
                },
                Cell::Number,
            ),
        };
        array.iter().map(cell).collect()
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

    fn finish(&self) {
        let used = self.used.borrow();
        for (key, value) in self.table {
            if !used.contains(key.get_ref().as_ref()) {
                self.document.error(self.line_at(&value.span()), "unknown-key").with("key", key.get_ref());
            }
        }
    }
}

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

fn as_number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok().map(|n| n as f64),
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    }
}

fn table_json(table: &DeTable<'_>) -> serde_json::Value {
    table.iter().map(|(k, v)| (k.get_ref().to_string(), value_json(v.get_ref()))).collect::<serde_json::Map<_, _>>().into()
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
    let number = |i: usize, len: usize| parts.get(i).filter(|p| p.len() == len).and_then(|p| p.parse::<u32>().ok());
    let within = |i: usize, max: u32| parts.len() <= i || number(i, 2).is_some_and(|n| (1..=max).contains(&n));
    parts.len() <= 3 && number(0, 4).is_some_and(|y| y > 1800) && within(1, 12) && within(2, 31)
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
            document.error(line, "html").with("tag", format!("<{}", rest.split(['>', ' ']).next().unwrap_or_default()));
        }
    }
    if words.chars().any(|c| c.is_control() && c != '\n') {
        document.error(line, "text-has-control").with("key", key);
    }
}
