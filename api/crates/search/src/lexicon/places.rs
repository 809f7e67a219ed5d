//! Municipalities: their names in each language and their postcodes.

use serde::Deserialize;

use super::Concept;
use crate::lang::Lang;

/// Languages in which names of places are looked for.
const READERS: [&str; 8] = ["fr", "nl", "en", "de", "ar", "es", "tr", "uk"];

/// One municipality.
#[derive(Debug, Clone, Deserialize)]
pub struct Place {
    /// NIS code.
    pub nis: String,
    /// Names by language.
    pub name: std::collections::BTreeMap<String, String>,
    /// Postcodes that lie in it.
    #[serde(default)]
    pub postcodes: Vec<String>,
    /// Postcodes it shares with a neighbour.
    #[serde(default)]
    pub partly: Vec<String>,
}

impl Place {
    /// The name in a language, else in French, else any.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        self.name
            .get(lang.code())
            .or_else(|| self.name.get("fr"))
            .or_else(|| self.name.values().next())
            .map_or("", String::as_str)
    }

    /// What a page about it is also found by.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words: Vec<&str> = self.name.values().map(String::as_str).collect();
        words.extend(self.postcodes.iter().map(String::as_str));
        words.join(" ")
    }

    /// Its names and postcodes mean the same in every language.
    pub(super) fn concept(&self) -> Concept {
        let mut terms = Vec::new();
        for lang in READERS.into_iter().filter_map(Lang::parse) {
            let mut words: Vec<&String> = self.name.values().collect();
            words.extend(&self.postcodes);
            words.dedup();
            terms.extend(words.into_iter().map(|word| (lang, word.clone())));
        }
        Concept { id: format!("place-{}", self.nis), terms, is_crisis: false }
    }
}
