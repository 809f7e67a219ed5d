//! A document as Meilisearch keeps it: the texts, and the four forms as attributes.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::corpus::Corpus;
use crate::document::Document;

/// One document of an index.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Row {
    /// Primary key: the id in hexadecimal, because ids hold slashes and colons.
    pub key: String,
    /// The document itself.
    pub document: Document,
    /// Stems of the title.
    pub title_stem: String,
    /// Stems.
    pub stem: String,
    /// Stems inside compounds.
    pub parts: String,
    /// Words as written.
    pub exact: String,
    /// Words without accents.
    pub folded: String,
}

/// The primary key of an id.
#[must_use]
pub fn key(id: &str) -> String {
    id.bytes().fold(String::with_capacity(id.len() * 2), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The id of a primary key.
#[must_use]
pub fn id(key: &str) -> Option<String> {
    let bytes: Option<Vec<u8>> =
        (0..key.len()).step_by(2).map(|at| u8::from_str_radix(key.get(at..at + 2)?, 16).ok()).collect();
    String::from_utf8(bytes?).ok()
}

/// A token that Meilisearch's own tokenizer leaves in one piece.
#[must_use]
pub fn solid(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).collect()
}

impl Row {
    /// The row of a document that the corpus holds.
    #[must_use]
    pub fn of(corpus: &Corpus, document: Document) -> Option<Self> {
        let card = corpus.card(corpus.find(&document.id)?)?;
        let mut row = Self {
            key: key(&document.id),
            document,
            title_stem: String::new(),
            stem: String::new(),
            parts: String::new(),
            exact: String::new(),
            folded: String::new(),
        };
        for occurrence in &card.words {
            let forms = &corpus.vocabulary.entry(occurrence.word).forms;
            if occurrence.title > 0 {
                push(&mut row.title_stem, &forms.stem);
            }
            if forms.stop {
                continue;
            }
            push(&mut row.stem, &forms.stem);
            push(&mut row.exact, &forms.exact);
            push(&mut row.folded, &forms.folded);
            forms.parts.iter().for_each(|part| push(&mut row.parts, part));
        }
        Some(row)
    }
}

fn push(list: &mut String, word: &str) {
    if !list.is_empty() {
        list.push(' ');
    }
    list.push_str(&solid(word));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_plain_and_comes_back() {
        let made = key("advice/burglary:fr");
        assert!(made.bytes().all(|b| b.is_ascii_alphanumeric()));
        assert_eq!(id(&made).as_deref(), Some("advice/burglary:fr"));
        assert_eq!(id("xyz"), None);
    }
}
