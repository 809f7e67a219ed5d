//! Titles and snippets with the found words marked, from the places of the words: what
//! a stem, a compound or a repair found is marked as surely as the word itself.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::corpus::{Token, Tokens};
use crate::document::Document;
use crate::engine::Hit;
use crate::plan::{Plan, Question};
use crate::rank::Ranked;
use crate::text::escaped;
use crate::vocabulary::WordId;

/// Words of a snippet, and words shown before the first marked one.
const WINDOW: usize = 34;
const BEFORE: usize = 8;

/// Words that may stand between those of a synonym: « vol de mon vélo ».
const APART: usize = 3;

/// Words that answer a group only together.
#[derive(Debug)]
struct Together {
    members: Vec<FxHashSet<WordId>>,
    group: u64,
}

/// The words to be marked, and the groups that each answers: the reader's own words in all
/// their forms, and synonyms where they stand whole. A word that is only part of a synonym
/// means nothing by itself.
#[derive(Debug, Default)]
pub struct Marker {
    words: FxHashMap<WordId, u64>,
    together: Vec<Together>,
    members: FxHashSet<WordId>,
}

impl Marker {
    /// Marks what a question found, in every language.
    #[must_use]
    pub fn new(question: &Question) -> Self {
        let mut marker = Self::default();
        for pass in &question.passes {
            marker.add(&pass.plan);
        }
        marker
    }

    fn add(&mut self, plan: &Plan) {
        let mut by_slot: FxHashMap<u8, FxHashSet<WordId>> = FxHashMap::default();
        for (word, slots) in &plan.words {
            for (slot, _) in slots {
                if usize::from(*slot) < plan.groups.len() {
                    *self.words.entry(*word).or_default() |= bit(usize::from(*slot));
                } else {
                    by_slot.entry(*slot).or_default().insert(*word);
                }
            }
        }
        for (at, group) in plan.groups.iter().enumerate() {
            for phrase in &group.phrases {
                let members: Vec<_> =
                    phrase.slots.iter().filter_map(|slot| by_slot.get(slot).cloned()).collect();
                if let [alone] = members.as_slice() {
                    for word in alone {
                        *self.words.entry(*word).or_default() |= bit(at);
                    }
                } else if members.len() == phrase.slots.len() {
                    self.members.extend(members.iter().flatten());
                    self.together.push(Together { members, group: bit(at) });
                }
            }
        }
    }

    /// The groups that each word of a text answers; 0 for a word that is not marked.
    fn found(&self, tokens: &[Token]) -> Vec<u64> {
        let mut found: Vec<u64> =
            tokens.iter().map(|token| self.words.get(&token.word).copied().unwrap_or(0)).collect();
        if !tokens.iter().any(|token| self.members.contains(&token.word)) {
            return found;
        }
        for together in &self.together {
            let holds = |at: usize| together.members.iter().any(|words| words.contains(&tokens[at].word));
            let places: Vec<usize> = (0..tokens.len()).filter(|at| holds(*at)).collect();
            let reach = together.members.len() + APART;
            for (first, at) in places.iter().enumerate() {
                let near = places[first..].iter().copied().take_while(|other| *other < at + reach);
                let near: Vec<usize> = near.collect();
                let said =
                    |words: &FxHashSet<WordId>| near.iter().any(|at| words.contains(&tokens[*at].word));
                if together.members.iter().all(said) {
                    near.iter().for_each(|at| found[*at] |= together.group);
                }
            }
        }
        found
    }

    /// A result as the reader sees it.
    #[must_use]
    pub fn hit(&self, ranked: &Ranked, document: Document, tokens: &Tokens) -> Hit {
        let title = self.found(&tokens.title);
        let title_marked = marked(&document.title, (&tokens.title, &title), 0, document.title.len());
        let snippet = self.snippet(&document, tokens);
        Hit {
            topic: document.topic().to_owned(),
            id: document.id,
            title: document.title,
            title_marked,
            url: document.url,
            kind: document.kind,
            lang: document.lang,
            snippet,
            score: ranked.score,
            fallback_from_other_language: ranked.is_fallback,
        }
    }

    /// The summary, unless a piece of the body answers more of the question.
    fn snippet(&self, document: &Document, tokens: &Tokens) -> String {
        let (summary, body) = (self.found(&tokens.summary), self.found(&tokens.body));
        let in_summary = summary.iter().fold(0, |all, groups| all | groups).count_ones();
        let (from, to, in_body) = window(&body);
        if in_body > in_summary || document.summary.is_empty() {
            return excerpt(&document.body, (&tokens.body, &body), from, to);
        }
        if tokens.summary.len() > 2 * WINDOW {
            let (from, to, _) = window(&summary);
            return excerpt(&document.summary, (&tokens.summary, &summary), from, to);
        }
        marked(&document.summary, (&tokens.summary, &summary), 0, document.summary.len())
    }
}

/// The bit of a group; there are never more than 64.
fn bit(group: usize) -> u64 {
    1 << (group % 64)
}

/// The window that answers most groups: first and last word, and groups answered.
fn window(found: &[u64]) -> (usize, usize, u32) {
    let hits: Vec<(usize, u64)> =
        found.iter().copied().enumerate().filter(|(_, groups)| *groups != 0).collect();
    let mut best = (0, 0, 0_u32, 0_usize);
    for (first, (at, _)) in hits.iter().enumerate() {
        let inside = hits[first..].iter().take_while(|(other, _)| *other < at + WINDOW - BEFORE);
        let (groups, count) =
            inside.fold((0_u64, 0), |(groups, count), (_, more)| (groups | more, count + 1));
        let found = groups.count_ones();
        if found > best.2 || (found == best.2 && count > best.3 + 1) {
            best = (at.saturating_sub(BEFORE), at + WINDOW - BEFORE, found, count);
        }
    }
    if best.2 == 0 {
        return (0, WINDOW.min(found.len()), 0);
    }
    (best.0, best.1.min(found.len()), best.2)
}

fn excerpt(text: &str, (tokens, found): (&[Token], &[u64]), from: usize, to: usize) -> String {
    let Some(first) = tokens.get(from) else { return String::new() };
    let start = if from == 0 { 0 } else { first.start as usize };
    let end = if to >= tokens.len() { text.len() } else { tokens[to - 1].end as usize };
    let inner = marked(text, (&tokens[from..to], &found[from..to]), start, end);
    let open = if from == 0 { "" } else { "… " };
    let close = if to >= tokens.len() { "" } else { " …" };
    format!("{open}{}{close}", inner.trim())
}

/// A piece of text, escaped, with its found words marked.
fn marked(text: &str, (tokens, found): (&[Token], &[u64]), start: usize, end: usize) -> String {
    let mut out = String::with_capacity(end - start + 32);
    let mut at = start;
    for (token, _) in tokens.iter().zip(found).filter(|(_, groups)| **groups != 0) {
        let (from, to) = (token.start as usize, token.end as usize);
        // Places that do not fit the text would be a fault of the index: show the text
        // without marks rather than nothing.
        let (Some(before), Some(word)) = (text.get(at..from), text.get(from..to)) else { continue };
        flow(&mut out, before);
        out.push_str("<mark>");
        out.push_str(&escaped(word));
        out.push_str("</mark>");
        at = to;
    }
    flow(&mut out, text.get(at..end).unwrap_or_default());
    out
}

/// Adds text, escaped. Headings and items of a list, which end a line without a sign,
/// are kept apart from what follows.
fn flow(out: &mut String, text: &str) {
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 && !out.is_empty() {
            let ended = out.trim_end().ends_with(['.', '!', '?', ':', ';', '…', '·', '؟', '،']);
            out.push_str(if ended || out.ends_with(" · ") { " " } else { " · " });
        }
        out.push_str(&escaped(line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(word: WordId) -> Token {
        Token { word, start: word * 2, end: word * 2 + 1 }
    }

    #[test]
    fn half_a_synonym_is_not_marked() {
        let set = |word: WordId| std::iter::once(word).collect::<FxHashSet<_>>();
        let marker = Marker {
            words: FxHashMap::from_iter([(7, 1)]),
            together: vec![Together { members: vec![set(1), set(2)], group: 1 }],
            members: FxHashSet::from_iter([1, 2]),
        };
        let marks = |words: &[WordId]| {
            marker
                .found(&words.iter().copied().map(token).collect::<Vec<_>>())
                .iter()
                .map(|g| *g != 0)
                .collect::<Vec<_>>()
        };
        assert_eq!(marks(&[1, 5, 7]), [false, false, true], "the reader's word alone");
        assert_eq!(marks(&[2, 9, 1, 5]), [true, false, true, false], "a whole synonym, in any order");
        assert_eq!(marks(&[1, 9, 9, 9, 9, 9, 2]), [false; 7], "its words far apart");
    }

    #[test]
    fn headings_stand_apart_and_text_is_escaped() {
        let mut out = String::new();
        flow(&mut out, "Un <vol>.\nAvant\nGarez votre vélo");
        assert_eq!(out, "Un &lt;vol&gt;. Avant · Garez votre vélo");
    }
}
