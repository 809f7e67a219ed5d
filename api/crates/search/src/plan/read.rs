//! The words of a question that count.

use super::MOST_GROUPS;
use crate::analyse::Forms;
use crate::corpus::Corpus;
use crate::lang::Lang;

/// Bytes and words of a question that are read at all.
const MOST_BYTES: usize = 1_000;
const MOST_WORDS: usize = 48;
/// Words of a phrase that raises the help box.
const LONGEST_CRY: usize = 3;

/// A word of the reader.
#[derive(Debug, Clone)]
pub(super) struct QueryWord {
    /// Where it stands in the question.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
    /// Its forms.
    pub forms: Forms,
    /// Whether nothing but space may follow: it may still be unfinished.
    pub last: bool,
    /// Whether it is a part of a compound that nobody wrote: taken as it is.
    pub is_part: bool,
}

/// The beginning of a question, cut at a character.
fn beginning(question: &str) -> &str {
    let mut end = question.len().min(MOST_BYTES);
    while !question.is_char_boundary(end) {
        end -= 1;
    }
    &question[..end]
}

/// The words that mean something, as they follow each other; all words when none does.
fn meaningful(corpus: &Corpus, lang: Lang, question: &str) -> Vec<QueryWord> {
    let read = beginning(question);
    let mut all: Vec<QueryWord> = corpus
        .analyser
        .words(lang, read)
        .take(MOST_WORDS)
        .map(|word| QueryWord {
            start: word.start,
            end: word.end,
            forms: corpus.analyser.forms(lang, &word.exact),
            last: false,
            is_part: false,
        })
        .collect();
    if let Some(last) = all.last_mut() {
        last.last = question.len() == read.len() && question[last.end..].trim().is_empty();
    }
    if all.iter().any(|word| !word.forms.stop) {
        all.retain(|word| !word.forms.stop);
    }
    all.into_iter().flat_map(|word| apart(corpus, lang, word)).collect()
}

/// The words that a plan is made of: each once, and no more than it has groups.
pub(super) fn words(corpus: &Corpus, lang: Lang, question: &str) -> Vec<QueryWord> {
    let mut kept: Vec<QueryWord> = Vec::new();
    for word in meaningful(corpus, lang, question) {
        if let Some(other) = kept.iter_mut().find(|other| other.forms.stem == word.forms.stem) {
            other.last |= word.last;
        } else if kept.len() < MOST_GROUPS {
            kept.push(word);
        }
    }
    kept
}

/// A compound that no document has is asked for by its parts.
fn apart(corpus: &Corpus, lang: Lang, word: QueryWord) -> Vec<QueryWord> {
    let vocabulary = &corpus.vocabulary;
    let is_known = !vocabulary.stem(lang, &word.forms.stem).is_empty()
        || !vocabulary.part(lang, &word.forms.stem).is_empty();
    if is_known || word.forms.parts.is_empty() {
        return vec![word];
    }
    let part = |stem: &String| QueryWord {
        forms: Forms {
            exact: stem.clone(),
            folded: stem.clone(),
            stem: stem.clone(),
            plain_stem: stem.clone(),
            parts: Vec::new(),
            stop: false,
        },
        is_part: true,
        last: false,
        ..word
    };
    word.forms.parts.iter().map(part).collect()
}

/// Whether the question, read in any language, may mean that somebody needs help. Every word
/// that is read counts, also those that no plan has room for: who tells a long story says it
/// at the end.
pub(super) fn asks_for_help(corpus: &Corpus, question: &str) -> bool {
    let langs: Vec<Lang> = corpus.vocabulary.langs().collect();
    langs.into_iter().any(|lang| {
        let stems: Vec<String> =
            meaningful(corpus, lang, question).into_iter().map(|word| word.forms.stem).collect();
        let mut runs = (1..=LONGEST_CRY).flat_map(|size| stems.windows(size));
        runs.any(|run| corpus.meanings(lang, run).any(|meaning| meaning.is_crisis))
    })
}
