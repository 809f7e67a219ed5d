//! The words that exist: those of the documents and those of the lexicon.
//!
//! Each distinct word of a language has a number. A document is a list of numbers, and
//! a query becomes a set of them, so that ranking and marking compare numbers alone.

use rustc_hash::FxHashMap;

use crate::analyse::{Analyser, Forms};
use crate::lang::Lang;
use crate::typo;

/// Number of a word.
pub type WordId = u32;

/// Longest list of words that one prefix stands for.
const MOST_PREFIXED: usize = 24;

/// One word.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Language.
    pub lang: Lang,
    /// Its forms.
    pub forms: Forms,
    /// Documents that hold it; 0 for words of the lexicon alone.
    pub documents: u32,
}

/// Words of one language by their forms.
#[derive(Debug, Clone, Default)]
struct Index {
    exact: FxHashMap<String, WordId>,
    folded: FxHashMap<String, Vec<WordId>>,
    stem: FxHashMap<String, Vec<WordId>>,
    plain_stem: FxHashMap<String, Vec<WordId>>,
    part: FxHashMap<String, Vec<WordId>>,
    first: FxHashMap<char, Vec<WordId>>,
    documents: u32,
}

/// All words.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    entries: Vec<Entry>,
    langs: FxHashMap<Lang, Index>,
}

impl Vocabulary {
    /// The number of a word, which is added if it is new.
    pub fn learn(&mut self, analyser: &Analyser, lang: Lang, exact: &str) -> WordId {
        let index = self.langs.entry(lang).or_default();
        if let Some(id) = index.exact.get(exact) {
            return *id;
        }
        let id = WordId::try_from(self.entries.len()).unwrap_or(WordId::MAX);
        let forms = analyser.forms(lang, exact);
        index.exact.insert(exact.to_owned(), id);
        index.folded.entry(forms.folded.clone()).or_default().push(id);
        index.stem.entry(forms.stem.clone()).or_default().push(id);
        if forms.plain_stem != forms.stem {
            index.plain_stem.entry(forms.plain_stem.clone()).or_default().push(id);
        }
        for part in &forms.parts {
            index.part.entry(part.clone()).or_default().push(id);
        }
        if let Some(first) = forms.folded.chars().next() {
            index.first.entry(first).or_default().push(id);
        }
        self.entries.push(Entry { lang, forms, documents: 0 });
        id
    }

    /// Counts a document that holds these words, each once.
    pub fn count(&mut self, lang: Lang, words: impl Iterator<Item = WordId>) {
        self.langs.entry(lang).or_default().documents += 1;
        for id in words {
            self.entries[id as usize].documents += 1;
        }
    }

    /// Takes a document back.
    pub fn uncount(&mut self, lang: Lang, words: impl Iterator<Item = WordId>) {
        let index = self.langs.entry(lang).or_default();
        index.documents = index.documents.saturating_sub(1);
        for id in words {
            let entry = &mut self.entries[id as usize];
            entry.documents = entry.documents.saturating_sub(1);
        }
    }

    /// A word by its number.
    #[must_use]
    pub fn entry(&self, id: WordId) -> &Entry {
        &self.entries[id as usize]
    }

    /// Languages that have words.
    pub fn langs(&self) -> impl Iterator<Item = Lang> {
        self.langs.keys().copied()
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Documents of a language.
    #[must_use]
    pub fn documents(&self, lang: Lang) -> u32 {
        self.langs.get(&lang).map_or(0, |index| index.documents)
    }

    /// The word written just so.
    #[must_use]
    pub fn exact(&self, lang: Lang, exact: &str) -> Option<WordId> {
        self.langs.get(&lang)?.exact.get(exact).copied()
    }

    /// Words that differ in accents alone.
    #[must_use]
    pub fn folded(&self, lang: Lang, folded: &str) -> &[WordId] {
        self.langs.get(&lang).and_then(|index| index.folded.get(folded)).map_or(&[], Vec::as_slice)
    }

    /// Words with this stem.
    #[must_use]
    pub fn stem(&self, lang: Lang, stem: &str) -> &[WordId] {
        self.langs.get(&lang).and_then(|index| index.stem.get(stem)).map_or(&[], Vec::as_slice)
    }

    /// Words that would have this stem without their accents.
    #[must_use]
    pub fn plain_stem(&self, lang: Lang, stem: &str) -> &[WordId] {
        self.langs.get(&lang).and_then(|index| index.plain_stem.get(stem)).map_or(&[], Vec::as_slice)
    }

    /// Words made of this stem and others.
    #[must_use]
    pub fn part(&self, lang: Lang, stem: &str) -> &[WordId] {
        self.langs.get(&lang).and_then(|index| index.part.get(stem)).map_or(&[], Vec::as_slice)
    }

    /// The commonest words that begin so, the prefix itself left out.
    #[must_use]
    pub fn prefixed(&self, lang: Lang, prefix: &str) -> Vec<WordId> {
        let same_first = prefix.chars().next().and_then(|c| self.langs.get(&lang)?.first.get(&c));
        let mut found: Vec<WordId> = same_first
            .into_iter()
            .flatten()
            .copied()
            .filter(|id| {
                let forms = &self.entry(*id).forms;
                forms.folded.len() > prefix.len() && forms.folded.starts_with(prefix)
            })
            .collect();
        found.sort_by_key(|id| (std::cmp::Reverse(self.entry(*id).documents), *id));
        found.truncate(MOST_PREFIXED);
        found
    }

    /// The words nearest to a mistyped one, all at the same distance, commonest first.
    /// `may` says whether a word may be a target.
    #[must_use]
    pub fn nearest(
        &self,
        lang: Lang,
        folded: &str,
        may: impl Fn(&Entry) -> bool,
    ) -> Option<(usize, Vec<WordId>)> {
        let letters: Vec<char> = folded.chars().collect();
        let most = typo::allowed(letters.len());
        let same_first = letters.first().and_then(|c| self.langs.get(&lang)?.first.get(c))?;
        let mut best = most + 1;
        let mut found: Vec<WordId> = Vec::new();
        let mut other = Vec::with_capacity(32);
        for &id in same_first.iter().filter(|_| most > 0) {
            let entry = self.entry(id);
            // A letter of the alphabets in use has at most two bytes.
            if entry.forms.folded.len().abs_diff(folded.len()) > 2 * most {
                continue;
            }
            other.clear();
            other.extend(entry.forms.folded.chars());
            if let Some(distance) = typo::distance(&letters, &other, best.min(most))
                && may(entry)
            {
                if distance < best {
                    found.clear();
                    best = distance;
                }
                found.push(id);
            }
        }
        found.sort_by_key(|id| (std::cmp::Reverse(self.entry(*id).documents), *id));
        (!found.is_empty()).then_some((best, found))
    }
}
