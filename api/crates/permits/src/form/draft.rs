//! What was answered so far. A draft is kept as JSON, encrypted by whoever keeps it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// One row of a list.
pub type Row = BTreeMap<String, Answer>;

/// An answer to a field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// A line, several lines, an option, a day as `2026-11-21`.
    Text(String),
    /// Several options.
    Many(Vec<String>),
    /// Rows of a list.
    Rows(Vec<Row>),
    /// An address.
    Address(Address),
}

impl Answer {
    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Many(list) => list.is_empty(),
            Self::Rows(rows) => rows.is_empty(),
            Self::Address(address) => address.is_empty(),
        }
    }

    /// Its text; empty for what is not a text.
    #[must_use]
    pub fn text(&self) -> &str {
        if let Self::Text(text) = self { text } else { "" }
    }

    /// Whether it is this option, or holds it.
    #[must_use]
    pub fn holds(&self, option: &str) -> bool {
        match self {
            Self::Text(text) => text == option,
            Self::Many(list) => list.iter().any(|one| one == option),
            _ => false,
        }
    }

    /// Its rows; none for what is not a list.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        if let Self::Rows(rows) = self { rows } else { &[] }
    }
}

/// An address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// Street.
    pub street: String,
    /// Number of the house.
    pub number: String,
    /// Box.
    #[serde(rename = "box")]
    pub letterbox: String,
    /// Postcode.
    pub postcode: String,
    /// Municipality.
    pub municipality: String,
    /// Country, by its ISO 3166-1 code; Belgium when it is empty.
    pub country: String,
}

impl Address {
    /// Whether nothing of it was written; a country alone says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [&self.street, &self.number, &self.letterbox, &self.postcode, &self.municipality]
            .iter()
            .all(|part| part.is_empty())
    }

    /// Whether a letter would arrive.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        [&self.street, &self.number, &self.postcode, &self.municipality].iter().all(|part| !part.is_empty())
    }

    /// Its country.
    #[must_use]
    pub fn country(&self) -> &str {
        if self.country.is_empty() { "BE" } else { &self.country }
    }
}

/// The answers of a file that was not sent yet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Draft {
    /// Answers by field. Those of fields that are hidden now stay until the file is sent.
    pub answers: BTreeMap<String, Answer>,
    /// Pages that were saved, even when all of their answers are empty.
    pub saved: BTreeSet<String>,
}

impl Draft {
    /// The answer to a field, when there is one.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&Answer> {
        self.answers.get(field).filter(|answer| !answer.is_empty())
    }

    /// The text of an answer; empty when there is none.
    #[must_use]
    pub fn text(&self, field: &str) -> &str {
        self.get(field).map(Answer::text).unwrap_or_default()
    }

    /// Keeps the answers of a page.
    pub fn save(&mut self, page: &str, answers: impl IntoIterator<Item = (String, Answer)>) {
        self.saved.insert(page.to_owned());
        self.answers.extend(answers);
    }
}

/// A document that was handed in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Handed {
    /// The document.
    pub document: String,
    /// Row of the list it belongs to, from 0; 0 for what is asked once.
    pub of: usize,
    /// Its day, when it was given.
    pub dated: Option<jiff::civil::Date>,
    /// Files of it.
    pub files: usize,
    /// Whether the applicant said why it is not there yet.
    pub explained: bool,
}
