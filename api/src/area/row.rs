//! What `content/areas` says of a municipality and of a police zone.

use serde::Deserialize;

use crate::i18n::Lang;

/// A name in the two official languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// French.
    pub fr: String,
    /// Dutch.
    pub nl: String,
}

impl Name {
    /// The name a reader of this language uses; others get both when they differ.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> String {
        if lang == Lang::FR || self.fr == self.nl {
            self.fr.clone()
        } else if lang == Lang::NL {
            self.nl.clone()
        } else {
            format!("{} / {}", self.fr, self.nl)
        }
    }

    /// The name for a reader who may have named no language: French and Dutch together.
    #[must_use]
    pub fn read_by(&self, lang: Option<Lang>) -> String {
        self.in_lang(lang.unwrap_or(Lang::EN))
    }
}

/// One municipality.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// NIS code, five digits.
    pub nis: String,
    /// Official names.
    pub name: Name,
    /// Postcodes that lie in it whole.
    pub postcodes: Vec<String>,
    /// Postcodes of which only some streets lie in it.
    pub partly: Vec<String>,
}

/// One police zone with its members and the days on which that holds.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// Number of the zone.
    pub id: String,
    /// Official names.
    pub name: Name,
    /// NIS codes.
    pub municipalities: Vec<String>,
    /// First day.
    pub valid_from: toml::value::Datetime,
    /// Last day, when it is over.
    pub valid_to: Option<toml::value::Datetime>,
}

impl Zone {
    /// Whether the zone exists on the day of this moment.
    #[must_use]
    pub fn holds_at(&self, now_ms: i64) -> bool {
        let today = crate::clock::rfc3339(now_ms);
        let today = &today[..10];
        self.valid_from.to_string().as_str() <= today
            && self.valid_to.as_ref().is_none_or(|last| last.to_string().as_str() >= today)
    }
}
