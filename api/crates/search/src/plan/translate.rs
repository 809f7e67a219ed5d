//! Plans for documents in other languages than the reader's.

use super::expand::{self, ways};
use super::{Group, Pass, Plan, QueryWord, Role, Term, read, weight};
use crate::corpus::Corpus;
use crate::engine::Query;
use crate::lang::Lang;

/// Worth of a page that the reader's language lacks.
const MISSING: f32 = 0.6;
/// Worth of a page found through the language that the reader wrote in.
const OTHER: f32 = 0.9;
/// Letters from which a word is looked for as it is in other languages: names mostly.
const SHORTEST_NAME: usize = 4;
/// The order in which a reader is shown another language.
const ORDER: [&str; 8] = ["fr", "nl", "en", "de", "es", "ar", "tr", "uk"];

fn others(corpus: &Corpus, own: Lang) -> Vec<Lang> {
    let mut langs: Vec<Lang> = corpus
        .vocabulary
        .langs()
        .filter(|lang| *lang != own && corpus.vocabulary.documents(*lang) > 0)
        .collect();
    langs.sort_by_key(|lang| (ORDER.iter().position(|code| *code == lang.code()), *lang));
    langs
}

/// Plans that find, in other languages, topics that the reader's language lacks: what
/// the reader's words mean there, and the words themselves, which may be names.
pub(super) fn missing(corpus: &Corpus, query: &Query, words: &[QueryWord], own: &Plan) -> Vec<Pass> {
    let mut passes = Vec::new();
    for lang in others(corpus, query.lang).into_iter().filter(|lang| corpus.has_more(*lang, query.lang)) {
        let mut plan = Plan { lang, slots: words.len(), ..Plan::default() };
        for (at, word) in words.iter().enumerate() {
            let rarity = own.groups.get(at).map_or(1.0, |group| group.rarity);
            let group = same_word(corpus, &mut plan, at, word);
            plan.groups.push(Group { rarity, ..group });
        }
        meanings(corpus, query.lang, &mut plan, words);
        if plan.known_share() > 0.0 {
            passes.push(Pass { plan, role: Role::Missing, factor: MISSING });
        }
    }
    passes
}

/// A name, a number or an international word.
fn same_word(corpus: &Corpus, plan: &mut Plan, at: usize, word: &QueryWord) -> Group {
    let mut group = Group::default();
    let is_number = word.forms.folded.starts_with(|c: char| c.is_ascii_digit());
    if word.forms.folded.chars().count() < SHORTEST_NAME && !is_number {
        return group;
    }
    let slot = u8::try_from(at).unwrap_or(u8::MAX);
    for id in corpus.vocabulary.folded(plan.lang, &word.forms.folded).to_vec() {
        let entry = corpus.vocabulary.entry(id);
        if entry.documents > 0 && !entry.forms.stop {
            plan.weigh(id, slot, weight::EXACT);
            group.terms.push(Term::Exact(entry.forms.exact.clone()));
            group.known = true;
        }
    }
    group
}

fn meanings(corpus: &Corpus, own: Lang, plan: &mut Plan, words: &[QueryWord]) {
    let stems: Vec<String> = words.iter().map(|word| word.forms.stem.clone()).collect();
    let mut covered = vec![false; stems.len()];
    for run in expand::runs(stems.len()) {
        if run.clone().any(|at| covered[at]) {
            continue;
        }
        let found: Vec<_> = corpus.meanings(own, &stems[run.clone()]).collect();
        for meaning in found {
            let phrases = ways(corpus, plan, meaning, &[]);
            for at in run.clone() {
                plan.groups[at].known |= !phrases.is_empty();
                plan.groups[at].phrases.extend(phrases.iter().cloned());
                covered[at] = true;
            }
        }
    }
}

/// Plans for the languages that the question may be written in, when the reader's
/// language does not know all of its words.
pub(super) fn written_in(corpus: &Corpus, query: &Query, own: &Plan) -> Vec<Pass> {
    if own.sure_share() >= 1.0 || query.typing {
        return Vec::new();
    }
    let mut passes = Vec::new();
    for lang in others(corpus, query.lang) {
        let words = read::words(corpus, lang, &query.text);
        // A cheap look first: does this language know more of the words?
        let known = words.iter().filter(|word| knows(corpus, lang, word)).count();
        if known == 0 || (known as f32 / words.len() as f32) <= own.sure_share() {
            continue;
        }
        let plan = expand::plan(corpus, lang, &words, false).plan;
        passes.push(Pass { plan, role: Role::Other, factor: OTHER });
    }
    passes
}

fn knows(corpus: &Corpus, lang: Lang, word: &QueryWord) -> bool {
    let vocabulary = &corpus.vocabulary;
    !vocabulary.folded(lang, &word.forms.folded).is_empty()
        || !vocabulary.stem(lang, &word.forms.stem).is_empty()
        || !vocabulary.part(lang, &word.forms.stem).is_empty()
        || (!word.forms.parts.is_empty()
            && word.forms.parts.iter().all(|part| {
                !vocabulary.stem(lang, part).is_empty() || !vocabulary.part(lang, part).is_empty()
            }))
}
