//! Texts in several languages and the cells of tables, as fields.

use toml::de::{DeTable, DeValue};

use crate::reader::{Fields, Value};
use crate::value::{Cell, as_number, check_words};
use crate::{Lang, Text};

impl<'d> Fields<'d, '_> {
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
                self.document().error(line, "missing-language").with("key", key).with("lang", lang);
            }
        }
    }

    fn text_of(&self, key: &str, table: &'d DeTable<'d>) -> Text {
        let mut text = Text::default();
        for (name, value) in table {
            let line = self.line_at(&value.span());
            let Ok(lang) = name.get_ref().parse::<Lang>() else {
                self.document().error(line, "bad-language").with("key", key).with("value", name.get_ref());
                continue;
            };
            match value.get_ref().as_str().map(str::trim) {
                Some("") => {
                    drop(self.document().error(line, "empty-text").with("key", key).with("lang", lang))
                }
                Some(words) => {
                    check_words(self.document(), key, words, line);
                    text.insert(lang, words.to_owned());
                }
                None => self.wrong(key, &value.span(), "string"),
            }
        }
        text
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
}
