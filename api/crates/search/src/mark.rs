//! Titles and snippets with the found words marked, from the places of the words: what
//! a stem, a compound or a repair found is marked as surely as the word itself.

use rustc_hash::FxHashMap;

use crate::corpus::{Token, Tokens};
use crate::document::Document;
use crate::engine::Hit;
use crate::plan::Question;
use crate::rank::Ranked;
use crate::text::escaped;
use crate::vocabulary::WordId;

/// Words of a snippet, and words shown before the first marked one.
const WINDOW: usize = 34;
const BEFORE: usize = 8;

/// The words to be marked, and the groups that each answers.
#[derive(Debug, Default)]
pub struct Marker {
    words: FxHashMap<WordId, u64>,
}

impl Marker {
    /// Marks what a question found, in every language.
    #[must_use]
    pub fn new(question: &Question) -> Self {
        let mut words: FxHashMap<WordId, u64> = FxHashMap::default();
        for pass in &question.passes {
            for (word, slots) in &pass.plan.words {
                let groups = words.entry(*word).or_default();
                for (slot, _) in slots {
                    *groups |= 1 << (slot % 64);
                }
            }
        }
        Self { words }
    }

    /// A result as the reader sees it.
    #[must_use]
    pub fn hit(&self, ranked: &Ranked, document: Document, tokens: &Tokens) -> Hit {
        let title_marked = self.marked(&document.title, &tokens.title, 0, document.title.len());
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
        let in_summary = self.groups(&tokens.summary).count_ones();
        let (from, to, in_body) = self.window(&tokens.body);
        if in_body > in_summary || document.summary.is_empty() {
            return self.excerpt(&document.body, &tokens.body, from, to);
        }
        if tokens.summary.len() > 2 * WINDOW {
            let (from, to, _) = self.window(&tokens.summary);
            return self.excerpt(&document.summary, &tokens.summary, from, to);
        }
        self.marked(&document.summary, &tokens.summary, 0, document.summary.len())
    }

    fn groups(&self, tokens: &[Token]) -> u64 {
        tokens.iter().filter_map(|token| self.words.get(&token.word)).fold(0, |all, groups| all | groups)
    }

    /// The window that answers most groups: first and last word, and groups answered.
    fn window(&self, tokens: &[Token]) -> (usize, usize, u32) {
        let hits: Vec<(usize, u64)> = tokens
            .iter()
            .enumerate()
            .filter_map(|(at, token)| Some((at, *self.words.get(&token.word)?)))
            .collect();
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
            return (0, WINDOW.min(tokens.len()), 0);
        }
        (best.0, best.1.min(tokens.len()), best.2)
    }

    fn excerpt(&self, text: &str, tokens: &[Token], from: usize, to: usize) -> String {
        let Some(first) = tokens.get(from) else { return String::new() };
        let start = if from == 0 { 0 } else { first.start as usize };
        let end = if to >= tokens.len() { text.len() } else { tokens[to - 1].end as usize };
        let inner = self.marked(text, &tokens[from..to], start, end);
        let open = if from == 0 { "" } else { "… " };
        let close = if to >= tokens.len() { "" } else { " …" };
        format!("{open}{}{close}", inner.trim())
    }

    /// A piece of text, escaped, with its found words marked.
    fn marked(&self, text: &str, tokens: &[Token], start: usize, end: usize) -> String {
        let mut out = String::with_capacity(end - start + 32);
        let mut at = start;
        for token in tokens.iter().filter(|token| self.words.contains_key(&token.word)) {
            let (from, to) = (token.start as usize, token.end as usize);
            // Places that do not fit the text would be a fault of the index: show the
            // text without marks rather than nothing.
            let (Some(before), Some(word)) = (text.get(at..from), text.get(from..to)) else { continue };
            out.push_str(&escaped(before));
            out.push_str("<mark>");
            out.push_str(&escaped(word));
            out.push_str("</mark>");
            at = to;
        }
        out.push_str(&escaped(text.get(at..end).unwrap_or_default()));
        out
    }
}
