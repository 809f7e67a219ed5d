//! A text in several languages.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::Lang;

/// A text with one entry per language. A missing language is absent, never empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(BTreeMap<Lang, String>);

impl Text {
    /// The text in exactly this language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.0.get(&lang).map(String::as_str)
    }

    /// The text in this language, or in the first that exists of the reader's likely
    /// second languages: English, French, Dutch, then any. The language found comes
    /// with it, so that a page can say so and mark the element.
    #[must_use]
    pub fn best(&self, lang: Lang) -> Option<(Lang, &str)> {
        fallback(lang)
            .into_iter()
            .find_map(|l| self.0.get(&l).map(|t| (l, t.as_str())))
            .or_else(|| self.0.iter().next().map(|(l, t)| (*l, t.as_str())))
    }

    /// Sets the text of a language.
    pub fn insert(&mut self, lang: Lang, text: String) {
        self.0.insert(lang, text);
    }

    /// The languages there are, in order.
    pub fn langs(&self) -> impl Iterator<Item = Lang> + '_ {
        self.0.keys().copied()
    }

    /// The entries, in order of language.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(l, t)| (*l, t.as_str()))
    }

    /// Whether no language is there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The languages to try for a reader of `lang`, best first. French and Dutch readers
/// get the other national languages before English, as both are official here.
#[must_use]
pub fn fallback(lang: Lang) -> [Lang; 4] {
    match lang {
        Lang::FR => [lang, Lang::NL, Lang::EN, Lang::DE],
        Lang::NL | Lang::DE => [lang, Lang::NL, Lang::FR, Lang::EN],
        other => [other, Lang::EN, Lang::FR, Lang::NL],
    }
}

impl FromIterator<(Lang, String)> for Text {
    fn from_iter<I: IntoIterator<Item = (Lang, String)>>(entries: I) -> Self {
        Text(entries.into_iter().collect())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_text_names_its_language() {
        let text: Text =
            [(Lang::FR, "vol".to_owned()), (Lang::NL, "diefstal".to_owned())].into_iter().collect();
        assert_eq!(text.best(Lang::NL), Some((Lang::NL, "diefstal")));
        assert_eq!(text.best(Lang::EN), Some((Lang::FR, "vol")));
        assert_eq!(Text::default().best(Lang::FR), None);
    }
}
