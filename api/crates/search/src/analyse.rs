//! The one analysis: a text becomes words, each word becomes four forms.
//!
//! Order: composed form, lower case, one form per letter, elision, stop words, stem,
//! compound parts. Words are cut where Unicode cuts them (UAX 29). Offsets are bytes of
//! the text as it was given, so that what was found can be marked in it.

use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation;

use crate::compound::Splitter;
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::stem::{stem, stem_of};
use crate::text;

/// French words that lose their vowel before another word.
const ELIDED: [&str; 13] =
    ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

/// A word where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// First byte in the text.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
    /// Composed, lower case.
    pub exact: String,
}

/// The forms of one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms {
    /// Composed, lower case.
    pub exact: String,
    /// Without accents.
    pub folded: String,
    /// Common to singular and plural, without accents.
    pub stem: String,
    /// The stem that the word has when its accents were never typed.
    pub plain_stem: String,
    /// Stems of the words it is made of; empty for a simple word.
    pub parts: Vec<String>,
    /// Whether it carries no meaning of its own.
    pub stop: bool,
}

/// Analyses texts of every language.
#[derive(Clone)]
pub struct Analyser {
    lexicon: Arc<Lexicon>,
}

impl Analyser {
    /// An analyser with the word lists of a lexicon.
    #[must_use]
    pub fn new(lexicon: Arc<Lexicon>) -> Self {
        Self { lexicon }
    }

    /// Its word lists.
    #[must_use]
    pub fn lexicon(&self) -> &Arc<Lexicon> {
        &self.lexicon
    }

    /// The words of a text.
    pub fn words<'t>(&self, lang: Lang, text: &'t str) -> impl Iterator<Item = Word> + use<'t> {
        text.unicode_word_indices()
            .flat_map(move |(start, word)| pieces(start, word))
            .map(move |(start, piece)| strip(lang, start, piece))
            .map(move |(start, piece)| Word {
                start,
                end: start + piece.len(),
                exact: text::exact(lang, piece),
            })
            .filter(|word| !word.exact.is_empty())
    }

    /// The forms of an exact form.
    #[must_use]
    pub fn forms(&self, lang: Lang, exact: &str) -> Forms {
        let folded = text::fold(exact);
        let stem = stem(lang, exact);
        let plain_stem = if folded == exact { stem.clone() } else { stem_of(lang, &folded) };
        let stop = self.lexicon.is_stop(lang, &folded);
        let parts = match self.lexicon.splitter(lang) {
            Some(splitter) if !stop => splitter.split(&folded, |part| stem_of(lang, part)),
            _ => Vec::new(),
        };
        Forms { exact: exact.to_owned(), folded, stem, plain_stem, parts, stop }
    }

    /// Words and forms of a whole text; what both engines index.
    #[must_use]
    pub fn analyse(&self, lang: Lang, text: &str) -> Vec<(Word, Forms)> {
        self.words(lang, text)
            .map(|word| {
                let forms = self.forms(lang, &word.exact);
                (word, forms)
            })
            .collect()
    }

    /// Stems of the words that mean something, for phrases of the lexicon.
    #[must_use]
    pub fn content_stems(&self, lang: Lang, text: &str) -> Vec<String> {
        let all = self.analyse(lang, text);
        let content: Vec<_> = all.iter().filter(|(_, forms)| !forms.stop).collect();
        let kept = if content.is_empty() { all.iter().collect() } else { content };
        kept.into_iter().map(|(_, forms)| forms.stem.clone()).collect()
    }

    /// The splitter of a language, if words are written together in it.
    #[must_use]
    pub fn splitter(&self, lang: Lang) -> Option<&Splitter> {
        self.lexicon.splitter(lang)
    }
}

/// UAX 29 keeps `safe.brussels` and `étudiant·e` in one piece; readers look for the
/// halves of the first and for the beginning of the second.
fn pieces(start: usize, word: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_number = word.starts_with(|c: char| c.is_numeric());
    let whole = word.split(['·', '‧', '\u{2027}']).next().unwrap_or(word);
    let cuts: &[char] = if is_number { &['_'] } else { &['.', ':', '_'] };
    whole.split(cuts).map(move |piece| (start + (piece.as_ptr() as usize - word.as_ptr() as usize), piece))
}

/// Takes away what is glued on: a French article, an English or Dutch 's.
fn strip(lang: Lang, start: usize, piece: &str) -> (usize, &str) {
    let Some((at, mark)) = piece.char_indices().find(|(_, c)| matches!(c, '\'' | '’' | 'ʼ')) else {
        return (start, piece);
    };
    let after = at + mark.len_utf8();
    let (before, rest) = (&piece[..at], &piece[after..]);
    if lang == Lang::FR || matches!(lang.code(), "it" | "ca") {
        let lower = before.to_lowercase();
        if ELIDED.contains(&lower.as_str()) && !rest.is_empty() {
            // One more: « jusqu'à l'aube » has each its own mark, but qu'on s'aide has not.
            return (start + after, rest);
        }
    }
    if (lang == Lang::EN || lang == Lang::NL) && rest.eq_ignore_ascii_case("s") {
        return (start, before);
    }
    (start, piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exacts(lang: Lang, text: &str) -> Vec<String> {
        Analyser::new(Arc::default()).words(lang, text).map(|word| word.exact).collect()
    }

    fn stem(lang: Lang, word: &str) -> String {
        Analyser::new(Arc::default()).forms(lang, &text::exact(lang, word)).stem
    }

    #[test]
    fn elision_is_stripped_with_either_apostrophe() {
        assert_eq!(exacts(Lang::FR, "L'aide d’urgence"), ["aide", "urgence"]);
        assert_eq!(exacts(Lang::FR, "Aujourd'hui, jusqu’ici"), ["aujourd'hui", "ici"]);
        assert_eq!(exacts(Lang::NL, "foto's van auto’s"), ["foto", "van", "auto"]);
    }

    #[test]
    fn words_are_cut_where_readers_cut_them() {
        assert_eq!(
            exacts(Lang::FR, "safe.brussels étudiant·e·s 1.500"),
            ["safe", "brussels", "étudiant", "1.500"]
        );
    }

    #[test]
    fn offsets_point_into_the_text_as_given() {
        let given = "Le ve\u{301}lo de l’oncle";
        let words: Vec<_> = Analyser::new(Arc::default()).words(Lang::FR, given).collect();
        assert_eq!(&given[words[1].start..words[1].end], "ve\u{301}lo");
        assert_eq!(&given[words[3].start..words[3].end], "oncle");
        assert_eq!(words[1].exact, "vélo");
    }

    #[test]
    fn plurals_share_their_stem() {
        for (lang, one, many) in [
            (Lang::FR, "cambriolage", "cambriolages"),
            (Lang::FR, "vélo", "vélos"),
            (Lang::NL, "slachtoffer", "slachtoffers"),
            (Lang::NL, "diefstal", "diefstallen"),
            (Lang::EN, "victim", "victims"),
            (Lang::DE, "einbruch", "einbruche"),
            (Lang::AR, "دراجة", "الدراجات"),
            (Lang::ES, "robo", "robos"),
        ] {
            assert_eq!(stem(lang, one), stem(lang, many), "{one} {many}");
        }
    }

    #[test]
    fn a_rape_is_no_theft() {
        assert_ne!(stem(Lang::FR, "viols"), stem(Lang::FR, "vols"));
        assert_eq!(stem(Lang::FR, "viols"), stem(Lang::FR, "viol"));
    }
}
