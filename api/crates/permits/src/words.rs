//! Texts in the languages of the permits.

use serde::{Deserialize, Serialize};

/// A text that people read. French and Dutch always exist; a decision text has no other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// French.
    pub fr: String,
    /// Dutch.
    pub nl: String,
    /// English, for information.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// German, for information.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub de: Option<String>,
}

impl Words {
    /// The text in a language, when it was written in it.
    #[must_use]
    pub fn find(&self, lang: &str) -> Option<&str> {
        match lang {
            "fr" => Some(&self.fr),
            "nl" => Some(&self.nl),
            "en" => self.en.as_deref(),
            "de" => self.de.as_deref(),
            _ => None,
        }
    }

    /// The text and the language it is in: the one asked for, else French.
    #[must_use]
    pub fn read(&self, lang: &str) -> (&str, &'static str) {
        let spoken = ["fr", "nl", "en", "de"].into_iter().find(|known| *known == lang);
        match (self.find(lang), spoken) {
            (Some(text), Some(code)) => (text, code),
            _ => (&self.fr, "fr"),
        }
    }

    /// The text in a language, else in French.
    #[must_use]
    pub fn get(&self, lang: impl AsRef<str>) -> &str {
        self.read(lang.as_ref()).0
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fr.is_empty()
    }

    /// Every text with its language.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let both = [("fr", Some(self.fr.as_str())), ("nl", Some(self.nl.as_str()))];
        both.into_iter()
            .chain([("en", self.en.as_deref()), ("de", self.de.as_deref())])
            .filter_map(|(lang, text)| Some((lang, text?)))
    }
}
