//! Word lists: what means the same, what must never be guessed, what says nothing.
//!
//! Everything is read from files at run time; a missing file is an empty list, so that
//! search still works while lists are being written.

use std::path::Path;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::compound::Splitter;
use crate::lang::Lang;
use crate::text;

mod load;
mod places;

pub use places::Place;

/// Words of several languages that mean the same.
#[derive(Debug, Clone, Default)]
pub struct Concept {
    /// Name in the file, for reports.
    pub id: String,
    /// Words or phrases of each language.
    pub terms: Vec<(Lang, String)>,
    /// Whether its words raise the help box.
    pub is_crisis: bool,
}

/// What holds for a protected word.
#[derive(Debug, Clone, Default)]
struct Guard {
    /// The one concept it may stand in, if named.
    concept: Option<String>,
    /// Whether it is never taken for the beginning of a longer word.
    whole: bool,
}

/// All word lists.
#[derive(Debug, Default)]
pub struct Lexicon {
    concepts: Vec<Concept>,
    protected: FxHashMap<(Lang, String), Guard>,
    guarded: FxHashSet<String>,
    stop: FxHashMap<Lang, FxHashSet<String>>,
    splitters: FxHashMap<Lang, Splitter>,
    crisis: Vec<String>,
    places: Vec<Place>,
    /// Concepts that a topic answers without saying so.
    answers: FxHashMap<String, Vec<String>>,
}

impl Lexicon {
    /// Reads the lists of a folder (`synonyms.toml`, `protected.toml`, `crisis.toml`,
    /// `pages.toml`, `stopwords.toml`, `compounds-<lang>.txt`) and the municipalities file.
    ///
    /// # Errors
    /// A file that exists and is not what it should be; file and reason are named.
    pub fn load(folder: &Path, municipalities: &Path) -> Result<Self, crate::Error> {
        load::load(folder, municipalities)
    }

    /// Concepts, places included.
    #[must_use]
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// Places.
    #[must_use]
    pub fn place(&self, nis: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.nis == nis)
    }

    /// Words, in a language, of the concepts that a topic answers without saying so.
    pub fn unsaid(&self, topic: &str, lang: Lang) -> impl Iterator<Item = &str> {
        let ids = self.answers.get(topic).map_or(&[] as &[String], Vec::as_slice);
        let concepts = self.concepts.iter().filter(move |concept| ids.contains(&concept.id));
        concepts
            .flat_map(|concept| &concept.terms)
            .filter(move |(l, _)| *l == lang)
            .map(|(_, term)| term.as_str())
    }

    /// Concepts named by `crisis.toml` and `pages.toml` that do not exist.
    #[must_use]
    pub fn unknown_concepts(&self) -> Vec<String> {
        let known = |id: &&String| !self.concepts.iter().any(|concept| concept.id == **id);
        self.crisis.iter().chain(self.answers.values().flatten()).filter(known).cloned().collect()
    }

    /// Whether a word says nothing in a language.
    #[must_use]
    pub fn is_stop(&self, lang: Lang, folded: &str) -> bool {
        self.stop.get(&lang).is_some_and(|words| words.contains(folded))
    }

    /// Whether a word must be taken as it is. A word that is protected in one language
    /// is protected in all: readers mix them.
    #[must_use]
    pub fn is_protected(&self, folded: &str) -> bool {
        self.guarded.contains(folded)
    }

    /// Whether a word must not be completed to longer ones in a language.
    #[must_use]
    pub fn is_whole(&self, lang: Lang, folded: &str) -> bool {
        self.protected.get(&(lang, folded.to_owned())).is_some_and(|guard| guard.whole)
    }

    /// The splitter of a language.
    #[must_use]
    pub fn splitter(&self, lang: Lang) -> Option<&Splitter> {
        self.splitters.get(&lang)
    }

    /// Protected words that stand in a concept that is not theirs: a search for them
    /// would bring the pages of another subject.
    #[must_use]
    pub fn conflicts(&self) -> Vec<String> {
        let mut found = Vec::new();
        for concept in &self.concepts {
            for (lang, term) in &concept.terms {
                let folded = text::fold(&text::exact(*lang, term));
                let guard = self.protected.get(&(*lang, folded)).and_then(|guard| guard.concept.as_ref());
                if guard.is_some_and(|own| *own != concept.id) {
                    found.push(format!("{lang} {term}: {}", concept.id));
                }
            }
        }
        found.sort();
        found
    }
}
