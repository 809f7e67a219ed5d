//! Fields of the index.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions,
};

use crate::lang::Lang;
use crate::plan::Term;

/// Fields of the index. Words carry their language, `fr:vol`, so that one index serves
/// all languages and a word of one is never found in another.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub schema: Schema,
    /// Words as written.
    pub exact: Field,
    /// Stems.
    pub stem: Field,
    /// Stems inside compounds.
    pub parts: Field,
    /// Stems and parts of the title.
    pub title: Field,
    /// Number of the card.
    pub card: Field,
    /// The document.
    pub text: Field,
    /// Where its words stand.
    pub places: Field,
}

impl Layout {
    pub fn new() -> Self {
        let mut builder = Schema::builder();
        let indexing =
            TextFieldIndexing::default().set_tokenizer("raw").set_index_option(IndexRecordOption::WithFreqs);
        let words = TextOptions::default().set_indexing_options(indexing);
        let exact = builder.add_text_field("exact", words.clone());
        let stem = builder.add_text_field("stem", words.clone());
        let parts = builder.add_text_field("parts", words.clone());
        let title = builder.add_text_field("title", words);
        let card = builder.add_u64_field("card", INDEXED | FAST);
        let text = builder.add_bytes_field("text", STORED);
        let places = builder.add_bytes_field("places", STORED);
        Self { schema: builder.build(), exact, stem, parts, title, card, text, places }
    }

    /// The fields in which a term is looked up, and the term as the index has it.
    pub fn lookup(&self, lang: Lang, term: &Term) -> (&'static [Zone], String) {
        match term {
            Term::Exact(word) => (&[Zone::Exact], word_of(lang, word)),
            Term::Stem(stem) => (&[Zone::Stem, Zone::Title], word_of(lang, stem)),
            Term::Part(stem) => (&[Zone::Parts], word_of(lang, stem)),
        }
    }

    pub fn field(&self, zone: Zone) -> Field {
        match zone {
            Zone::Exact => self.exact,
            Zone::Stem => self.stem,
            Zone::Parts => self.parts,
            Zone::Title => self.title,
        }
    }
}

/// A field by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    Exact,
    Stem,
    Parts,
    Title,
}

/// A word as the index has it.
pub(super) fn word_of(lang: Lang, word: &str) -> String {
    format!("{lang}:{word}")
}
