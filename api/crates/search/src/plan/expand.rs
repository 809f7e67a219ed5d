//! Everything that answers a word: its forms, compounds, beginnings, repairs, synonyms.

use super::{Group, MOST_SLOTS, Phrase, Plan, QueryWord, Term, weight};
use crate::corpus::{Corpus, Meaning};
use crate::lang::Lang;
use crate::vocabulary::WordId;

/// Letters from which a word may be the beginning of another.
const SHORTEST_PREFIX: usize = 3;
/// Words of a phrase of the lexicon, at most.
const LONGEST_PHRASE: usize = 5;
/// Letters from which a protected word may be what was meant by a mistyped one. Shorter
/// ones, such as *viol* and *vol*, are too near to each other.
const SAFE_TARGET: usize = 6;
/// Words that a repair may lead to.
const MOST_REPAIRS: usize = 3;

/// A plan, and the words that were repaired in it.
pub(super) struct Expanded {
    pub plan: Plan,
    /// The new spelling of each word, if it has one.
    pub repairs: Vec<Option<String>>,
    /// Stems of each group, the repaired one where there is one.
    pub stems: Vec<String>,
}

impl Expanded {
    /// The question with its repaired words, or nothing if none was.
    pub fn repaired(&self, question: &str, words: &[QueryWord]) -> Option<String> {
        let mut out = String::new();
        let mut from = 0;
        for (word, repair) in words.iter().zip(&self.repairs) {
            if let Some(repair) = repair {
                out.push_str(&question[from..word.start]);
                out.push_str(repair);
                from = word.end;
            }
        }
        if from == 0 {
            return None;
        }
        out.push_str(&question[from..]);
        Some(out.trim().to_owned())
    }
}

/// The plan of a language for words that were read in that language.
pub(super) fn plan(corpus: &Corpus, lang: Lang, words: &[QueryWord], typing: bool) -> Expanded {
    let mut expanded = Expanded {
        plan: Plan { lang, slots: words.len(), ..Plan::default() },
        repairs: Vec::new(),
        stems: Vec::new(),
    };
    for (slot, word) in words.iter().enumerate() {
        let slot = u8::try_from(slot).unwrap_or(u8::MAX);
        let mut builder = Builder { corpus, lang, slot, plan: &mut expanded.plan, group: Group::default() };
        let repair = builder.resolve(word, typing);
        let group = builder.group;
        let stem = repair
            .map_or_else(|| word.forms.stem.clone(), |id| corpus.vocabulary.entry(id).forms.stem.clone());
        expanded.stems.push(stem);
        expanded.repairs.push(repair.map(|id| corpus.vocabulary.entry(id).forms.exact.clone()));
        expanded.plan.groups.push(group);
    }
    synonyms(corpus, &mut expanded.plan, &expanded.stems, words);
    expanded
}

struct Builder<'c> {
    corpus: &'c Corpus,
    lang: Lang,
    slot: u8,
    plan: &'c mut Plan,
    group: Group,
}

impl Builder<'_> {
    fn weigh(&mut self, words: &[WordId], weight: f32) {
        for word in words {
            self.plan.weigh(*word, self.slot, weight);
        }
    }

    /// Fills the group; gives the word that was meant if the typed one was repaired.
    fn resolve(&mut self, word: &QueryWord, typing: bool) -> Option<WordId> {
        let forms = &word.forms;
        let protected = self.corpus.analyser.lexicon().is_protected(&forms.folded)
            || self.corpus.analyser.lexicon().is_protected(&forms.stem);
        self.take_forms(word);
        self.halves(word);
        self.group.sure = self.group.known;
        let letters = forms.folded.chars().count();
        let whole = self.corpus.analyser.lexicon().is_whole(self.lang, &forms.folded);
        if word.last && !whole && letters >= SHORTEST_PREFIX {
            let found = self.corpus.vocabulary.prefixed(self.lang, &forms.folded);
            let alone = !self.group.known || typing;
            let terms =
                found.iter().map(|id| Term::Exact(self.corpus.vocabulary.entry(*id).forms.exact.clone()));
            self.group.terms.extend(terms);
            self.weigh(&found, if alone { weight::PREFIX_ALONE } else { weight::PREFIX });
            self.group.known |= !found.is_empty();
        }
        let repair =
            if self.group.known || protected || word.is_part { None } else { self.repair(&forms.folded) };
        self.rate(repair);
        repair
    }

    /// The word as it is, with other accents, in other forms, inside compounds.
    fn take_forms(&mut self, word: &QueryWord) {
        let (vocabulary, lang, forms) = (&self.corpus.vocabulary, self.lang, &word.forms);
        self.take_stem(&forms.stem, weight::STEM, weight::PART);
        for id in vocabulary.plain_stem(lang, &forms.plain_stem) {
            let stem = vocabulary.entry(*id).forms.stem.clone();
            self.take_stem(&stem, weight::STEM, weight::PART);
        }
        for id in vocabulary.folded(lang, &forms.folded) {
            let stem = vocabulary.entry(*id).forms.stem.clone();
            self.take_stem(&stem, weight::STEM, weight::PART);
            self.plan.weigh(*id, self.slot, weight::FOLDED);
        }
        if let Some(id) = vocabulary.exact(lang, &forms.exact) {
            self.plan.weigh(id, self.slot, weight::EXACT);
        }
    }

    fn take_stem(&mut self, stem: &str, weight: f32, part_weight: f32) {
        let vocabulary = &self.corpus.vocabulary;
        let same = vocabulary.stem(self.lang, stem);
        if !same.is_empty() {
            self.weigh(same, weight);
            self.offer(Term::Stem(stem.to_owned()));
            self.group.known = true;
        }
        let within = vocabulary.part(self.lang, stem);
        if !within.is_empty() {
            self.weigh(within, part_weight);
            self.offer(Term::Part(stem.to_owned()));
            self.group.known = true;
        }
    }

    fn offer(&mut self, term: Term) {
        if !self.group.terms.contains(&term) {
            self.group.terms.push(term);
        }
    }

    /// The halves of a compound together answer it.
    fn halves(&mut self, word: &QueryWord) {
        if word.forms.parts.is_empty() {
            return;
        }
        if let Some(phrase) = phrase(self.corpus, self.plan, &word.forms.parts, weight::HALVES) {
            self.group.phrases.push(phrase);
            self.group.known = true;
        }
    }

    /// The nearest known words. The first one is what the reader is told.
    fn repair(&mut self, folded: &str) -> Option<WordId> {
        let lexicon = self.corpus.analyser.lexicon();
        let vocabulary = &self.corpus.vocabulary;
        let (distance, near) = vocabulary.nearest(self.lang, folded, |entry| {
            let forms = &entry.forms;
            let is_guarded = lexicon.is_protected(&forms.folded) || lexicon.is_protected(&forms.stem);
            !forms.stop && (!is_guarded || forms.folded.chars().count() >= SAFE_TARGET)
        })?;
        let worth = if distance == 1 { weight::REPAIRED } else { weight::REPAIRED_TWICE };
        for id in near.iter().take(MOST_REPAIRS) {
            let forms = &vocabulary.entry(*id).forms;
            self.take_stem(&forms.stem, worth, worth * weight::PART);
            if vocabulary.entry(*id).documents == 0 && !forms.parts.is_empty() {
                let found = phrase(self.corpus, self.plan, &forms.parts, worth * weight::HALVES);
                self.group.phrases.extend(found);
            }
        }
        self.group.known = true;
        near.first().copied()
    }

    /// How rare the word is among the documents: the scale of BM25.
    fn rate(&mut self, repair: Option<WordId>) {
        let vocabulary = &self.corpus.vocabulary;
        let all = vocabulary.documents(self.lang) as f32;
        let count = |ids: &[WordId]| ids.iter().map(|id| vocabulary.entry(*id).documents).sum::<u32>();
        let mut holders = 0;
        for term in &self.group.terms {
            holders = holders.max(match term {
                Term::Stem(stem) => count(vocabulary.stem(self.lang, stem)),
                Term::Part(stem) => count(vocabulary.part(self.lang, stem)) / 2,
                Term::Exact(_) => 0,
            });
        }
        if let Some(id) = repair {
            holders = holders.max(vocabulary.entry(id).documents);
        }
        let holders = (holders as f32).min(all);
        self.group.rarity = (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln().max(0.1);
    }
}

/// A phrase of stems, each in a slot of its own; nothing when a stem is nowhere or the
/// slots are used up.
pub(super) fn phrase(corpus: &Corpus, plan: &mut Plan, stems: &[String], weight: f32) -> Option<Phrase> {
    let vocabulary = &corpus.vocabulary;
    let lang = plan.lang;
    if plan.slots + stems.len() > MOST_SLOTS {
        return None;
    }
    let exists =
        |stem: &String| !vocabulary.stem(lang, stem).is_empty() || !vocabulary.part(lang, stem).is_empty();
    if stems.is_empty() || !stems.iter().all(exists) {
        return None;
    }
    let mut phrase = Phrase { slots: Vec::new(), terms: Vec::new(), weight };
    for stem in stems {
        let slot = u8::try_from(plan.slots).ok()?;
        plan.slots += 1;
        let mut terms = Vec::new();
        for (ids, worth, term) in [
            (vocabulary.stem(lang, stem), 1.0, Term::Stem(stem.clone())),
            (vocabulary.part(lang, stem), 0.8, Term::Part(stem.clone())),
        ] {
            if !ids.is_empty() {
                ids.iter().for_each(|id| plan.weigh(*id, slot, worth));
                terms.push(term);
            }
        }
        phrase.slots.push(slot);
        phrase.terms.push(terms);
    }
    Some(phrase)
}

/// Adds what means the same, longest phrases first; a word inside a longer phrase does
/// not bring its own synonyms: a bicycle theft is no theft from a shop.
fn synonyms(corpus: &Corpus, plan: &mut Plan, stems: &[String], words: &[QueryWord]) {
    let mut covered = vec![false; stems.len()];
    for run in runs(stems.len()) {
        if run.clone().any(|at| covered[at]) {
            continue;
        }
        let said = &stems[run.clone()];
        let mut meanings: Vec<&Meaning> = corpus.meanings(plan.lang, said).collect();
        if meanings.is_empty() && said.len() == 1 && !plan.groups[run.start].sure {
            meanings = foreign(corpus, plan.lang, &words[run.start]);
        }
        for meaning in meanings {
            let found = ways(corpus, plan, meaning, said);
            for at in run.clone() {
                plan.groups[at].known |= !found.is_empty();
                plan.groups[at].sure |= said.len() > 1;
                plan.groups[at].phrases.extend(found.iter().cloned());
                covered[at] = true;
            }
        }
    }
}

/// Runs of neighbours among so many words, longest first.
pub(super) fn runs(words: usize) -> impl Iterator<Item = std::ops::Range<usize>> {
    let sizes = (1..=LONGEST_PHRASE.min(words)).rev();
    sizes.flat_map(move |size| (0..=words - size).map(move |from| from..from + size))
}

/// The meanings that a word, unknown here, has in other languages.
fn foreign<'c>(corpus: &'c Corpus, here: Lang, word: &QueryWord) -> Vec<&'c Meaning> {
    let langs: Vec<Lang> = corpus.vocabulary.langs().filter(|lang| *lang != here).collect();
    let mut found = Vec::new();
    for lang in langs {
        let forms = corpus.analyser.forms(lang, &word.forms.exact);
        found.extend(corpus.meanings(lang, &[forms.stem]));
    }
    found
}

/// The other ways to say a meaning in the language of the plan.
pub(super) fn ways(corpus: &Corpus, plan: &mut Plan, meaning: &Meaning, said: &[String]) -> Vec<Phrase> {
    let mut found = Vec::new();
    for (lang, stems) in &meaning.terms {
        if *lang == plan.lang && stems != said {
            found.extend(phrase(corpus, plan, stems, weight::SYNONYM));
        }
    }
    found
}
