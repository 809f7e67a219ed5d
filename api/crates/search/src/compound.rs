//! Dutch and German words that are made of words.
//!
//! A word is split only when every part is known; the whole word is kept beside its
//! parts. A word that is itself in the list is simple: *diefstal* is no *dief* in a
//! *stal*.

use rustc_hash::FxHashSet;

use crate::lang::Lang;

/// Shortest word that is split and shortest part, in letters.
const SHORTEST_WORD: usize = 7;
const SHORTEST_PART: usize = 3;
/// Most parts of one word.
const MOST_PARTS: usize = 4;

/// Splits the words of one language.
#[derive(Debug, Default)]
pub struct Splitter {
    words: FxHashSet<String>,
    /// Stems of the words, so that the last part may be a plural.
    stems: FxHashSet<String>,
    links: &'static [&'static str],
}

impl Splitter {
    /// A splitter that knows these words, given in folded form with their stems.
    #[must_use]
    pub fn new(lang: Lang, words: impl IntoIterator<Item = (String, String)>) -> Self {
        let links: &[&str] = if lang == Lang::NL {
            &["", "s", "en", "e", "n"]
        } else {
            &["", "s", "es", "en", "n", "e", "er"]
        };
        let mut splitter = Self { links, ..Self::default() };
        for (word, stem) in words {
            splitter.words.insert(word);
            splitter.stems.insert(stem);
        }
        splitter
    }

    /// Whether a word is in the list.
    #[must_use]
    pub fn knows(&self, folded: &str) -> bool {
        self.words.contains(folded)
    }

    /// The stems of the parts, or nothing when the word is simple or has an unknown part.
    pub fn split(&self, folded: &str, stem: impl Fn(&str) -> String) -> Vec<String> {
        if folded.len() < SHORTEST_WORD || self.words.contains(folded) || !folded.is_ascii() {
            return Vec::new();
        }
        let mut best: Option<Vec<&str>> = None;
        self.search(folded, &mut Vec::new(), &mut best, &stem);
        best.map(|parts| parts.into_iter().map(stem).collect()).unwrap_or_default()
    }

    /// Fewest parts win; among these the one whose last part is longest, because the
    /// last part says what the thing is.
    fn search<'w>(
        &self,
        rest: &'w str,
        parts: &mut Vec<&'w str>,
        best: &mut Option<Vec<&'w str>>,
        stem: &impl Fn(&str) -> String,
    ) {
        if parts.len() >= MOST_PARTS || best.as_ref().is_some_and(|found| found.len() <= parts.len()) {
            return;
        }
        if !parts.is_empty() && self.is_last_part(rest, stem) {
            parts.push(rest);
            if best.as_ref().is_none_or(|found| parts.len() < found.len()) {
                *best = Some(parts.clone());
            }
            parts.pop();
            return;
        }
        for end in SHORTEST_PART..=rest.len().saturating_sub(SHORTEST_PART) {
            let part = &rest[..end];
            if !self.words.contains(part) {
                continue;
            }
            for link in self.links {
                if let Some(next) = rest[end..].strip_prefix(link)
                    && next.len() >= SHORTEST_PART
                {
                    parts.push(part);
                    self.search(next, parts, best, stem);
                    parts.pop();
                }
            }
        }
    }

    fn is_last_part(&self, rest: &str, stem: &impl Fn(&str) -> String) -> bool {
        rest.len() >= SHORTEST_PART
            && (self.words.contains(rest) || (rest.len() > 4 && self.stems.contains(&stem(rest))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn splitter(lang: Lang, words: &str) -> Splitter {
        Splitter::new(lang, words.split(' ').map(|word| (word.to_owned(), word.to_owned())))
    }

    fn plain(word: &str) -> String {
        word.strip_suffix("len").or_else(|| word.strip_suffix("s")).unwrap_or(word).to_owned()
    }

    #[test]
    fn dutch_compounds() {
        let nl = splitter(Lang::NL, "slachtoffer hulp fiets diefstal dief stal preventie geweld");
        assert_eq!(nl.split("slachtofferhulp", plain), ["slachtoffer", "hulp"]);
        assert_eq!(nl.split("fietsdiefstalpreventie", |w| w.to_owned()), ["fiets", "diefstal", "preventie"]);
        assert_eq!(
            nl.split("fietsdiefstallen", |w| w.trim_end_matches("len").to_owned()),
            ["fiets", "diefstal"]
        );
        assert_eq!(nl.split("geweldspreventie", |w| w.to_owned()), ["geweld", "preventie"]);
        assert!(nl.split("diefstal", plain).is_empty(), "a listed word is simple");
        assert!(nl.split("fietsonbekend", plain).is_empty(), "every part must be known");
    }

    #[test]
    fn german_compounds() {
        let de = splitter(Lang::DE, "einbruch schutz opfer hilfe gewalt");
        assert_eq!(de.split("einbruchschutz", |w| w.to_owned()), ["einbruch", "schutz"]);
        assert_eq!(de.split("einbruchsschutz", |w| w.to_owned()), ["einbruch", "schutz"]);
        assert_eq!(de.split("opferhilfe", |w| w.to_owned()), ["opfer", "hilfe"]);
    }
}
