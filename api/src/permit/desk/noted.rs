//! What a line of the ledger notes beside its kind and its day, sealed with the key of its file.

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::permit::entity::event;
use crate::permit::sealed::FileKey;

/// What a line notes; what it does not note is empty.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Form")]
pub struct Noted {
    /// What somebody of the office wrote.
    pub text: String,
    /// Slot of the weapon that it is about, of a permit for several.
    pub weapon: String,
    /// Part of a model 4 that it is about: `A`, `B`, or the word for a `B` that came unused.
    pub part: String,
}

/// How it is written: most lines note a text alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Form {
    Text(String),
    Of {
        #[serde(default)]
        text: String,
        #[serde(default)]
        weapon: String,
        #[serde(default)]
        part: String,
    },
}

impl From<Form> for Noted {
    fn from(form: Form) -> Self {
        match form {
            Form::Text(text) => Self { text, ..Self::default() },
            Form::Of { text, weapon, part } => Self { text, weapon, part },
        }
    }
}

fn place(kind: &str) -> String {
    format!("event/{kind}")
}

impl Noted {
    /// About a weapon, with what was written of it.
    #[must_use]
    pub fn of_weapon(slot: &str, text: &str) -> Self {
        Self { text: text.to_owned(), weapon: slot.to_owned(), part: String::new() }
    }

    /// About a part of a weapon's papers.
    #[must_use]
    pub fn of_part(slot: &str, part: &str) -> Self {
        Self { text: String::new(), weapon: slot.to_owned(), part: part.to_owned() }
    }

    /// What a line notes; nothing where it notes nothing, or what it notes cannot be opened.
    #[must_use]
    pub fn in_line(key: &FileKey, line: &event::Model) -> Self {
        let sealed = line.detail_sealed.as_deref();
        sealed.and_then(|sealed| key.open(&place(&line.kind), sealed).ok()).unwrap_or_default()
    }

    /// Seals it for a line of this kind.
    ///
    /// # Errors
    /// It cannot be sealed.
    pub fn seal(&self, key: &FileKey, kind: &str) -> Result<Vec<u8>> {
        key.seal(&place(kind), self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_alone_and_what_it_is_about_are_read() {
        let read = |json: &str| serde_json::from_str::<Noted>(json).expect("noted");
        assert_eq!(read(r#""Facture.""#), Noted::of_weapon("", "Facture."));
        assert_eq!(read(r#"{"consent":"c1"}"#), Noted::default(), "of another kind");
        for noted in [Noted::of_weapon("w2", "Facture."), Noted::of_part("w2", "B")] {
            assert_eq!(read(&serde_json::to_string(&noted).expect("json")), noted);
        }
    }
}
