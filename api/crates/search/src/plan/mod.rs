//! From a reader's words to what is looked for.
//!
//! A plan has one group per word that means something. A group holds every known word
//! that answers it, each with a weight, and phrases that answer it together with its
//! neighbours. Repair comes first and synonyms after, so a mistyped word still reaches
//! its synonyms. Everything is bounded: words read, groups, expansions.

use rustc_hash::FxHashMap;

use crate::corpus::Corpus;
use crate::engine::Query;
use crate::lang::Lang;
use crate::vocabulary::WordId;

mod expand;
mod read;
mod translate;

use read::QueryWord;

/// Most groups of a plan.
pub const MOST_GROUPS: usize = 10;
/// Most slots: groups and members of phrases.
pub const MOST_SLOTS: usize = 96;

/// What a kind of match is worth, the exact word being 1. The steps follow the starting
/// weights 8 : 4 : 3 : 2, flattened until measured relevance was best.
pub mod weight {
    /// The word as it was typed.
    pub const EXACT: f32 = 1.0;
    /// Other accents.
    pub const FOLDED: f32 = 0.95;
    /// Another form of the word.
    pub const STEM: f32 = 0.8;
    /// A word that contains it.
    pub const PART: f32 = 0.5;
    /// The halves of the compound that was typed.
    pub const HALVES: f32 = 0.7;
    /// A word that begins so.
    pub const PREFIX: f32 = 0.25;
    /// The same, when no word is exactly so.
    pub const PREFIX_ALONE: f32 = 0.7;
    /// A synonym.
    pub const SYNONYM: f32 = 0.75;
    /// A word one edit away, when no word is exactly so.
    pub const REPAIRED: f32 = 0.8;
    /// A word two edits away.
    pub const REPAIRED_TWICE: f32 = 0.6;
}

/// One thing that an engine can look up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Term {
    /// A word as written.
    Exact(String),
    /// A stem.
    Stem(String),
    /// A stem inside a compound.
    Part(String),
}

/// Words that answer a group only together.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// Slots of its members.
    pub slots: Vec<u8>,
    /// Terms of each member.
    pub terms: Vec<Vec<Term>>,
    /// Worth.
    pub weight: f32,
}

/// One word of the reader and everything that answers it.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// How much the word tells, from how rare it is.
    pub rarity: f32,
    /// Whether anything answers it.
    pub known: bool,
    /// Whether the word itself is known, without repair.
    pub sure: bool,
    /// What an engine looks up; any of them.
    pub terms: Vec<Term>,
    /// Phrases that answer it.
    pub phrases: Vec<Phrase>,
}

/// What is looked for in the documents of one language.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Language of the documents.
    pub lang: Lang,
    /// One per word.
    pub groups: Vec<Group>,
    /// Slots and weights of each word.
    pub words: FxHashMap<WordId, Vec<(u8, f32)>>,
    /// Slots in use.
    pub slots: usize,
}

impl Plan {
    /// Share of the groups that something answers.
    #[must_use]
    pub fn known_share(&self) -> f32 {
        share(&self.groups, |group| group.known)
    }

    /// Share of the groups whose word is known as it was typed.
    #[must_use]
    pub fn sure_share(&self) -> f32 {
        share(&self.groups, |group| group.sure)
    }

    /// Groups that a document must answer: both of two, two of three, then three in five.
    #[must_use]
    pub fn required(&self) -> usize {
        let known = self.groups.iter().filter(|group| group.known).count();
        match known {
            0..=2 => known,
            3 => 2,
            more => (more * 3).div_ceil(5),
        }
    }

    fn weigh(&mut self, word: WordId, slot: u8, weight: f32) {
        let slots = self.words.entry(word).or_default();
        match slots.iter_mut().find(|(known, _)| *known == slot) {
            Some((_, old)) => *old = old.max(weight),
            None => slots.push((slot, weight)),
        }
    }
}

fn share(groups: &[Group], is: impl Fn(&Group) -> bool) -> f32 {
    if groups.is_empty() {
        return 0.0;
    }
    groups.iter().filter(|group| is(group)).count() as f32 / groups.len() as f32
}

/// Which documents a plan is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Those in the reader's language.
    Own,
    /// Those of topics that the reader's language lacks.
    Missing,
    /// All of another language: the reader wrote in it. A translation is shown instead
    /// where there is one.
    Other,
}

/// One plan and how its results count.
#[derive(Debug, Clone)]
pub struct Pass {
    /// The plan.
    pub plan: Plan,
    /// For which documents.
    pub role: Role,
    /// Worth of its results.
    pub factor: f32,
}

/// Everything that a question asks of an engine.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// Plans; the reader's language first.
    pub passes: Vec<Pass>,
    /// The question with repaired words.
    pub did_you_mean: Option<String>,
    /// Whether the help box is raised.
    pub help: bool,
}

/// Understands a question.
#[must_use]
pub fn understand(corpus: &Corpus, query: &Query) -> Question {
    let words = read::words(corpus, query.lang, &query.text);
    let own = expand::plan(corpus, query.lang, &words, query.typing);
    let others = translate::written_in(corpus, query, &own.plan);
    let did_you_mean = if others.is_empty() { own.repaired(&query.text, &words) } else { None };
    let mut help = read::asks_for_help(corpus, &query.text);
    help |= did_you_mean.as_ref().is_some_and(|meant| read::asks_for_help(corpus, meant));
    let mut passes = translate::missing(corpus, query, &words, &own.plan);
    // When the words are those of another language, a repair was a wrong guess.
    let trusted = own.plan.sure_share() >= 1.0 || others.is_empty();
    let factor = if trusted { 1.0 } else { 0.5 };
    passes.insert(0, Pass { plan: own.plan, role: Role::Own, factor });
    passes.extend(others);
    passes.retain(|pass| pass.plan.groups.iter().any(|group| group.known));
    Question { passes, did_you_mean, help }
}
