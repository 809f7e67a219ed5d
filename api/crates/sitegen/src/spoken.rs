//! Words for a reader that know their own language: what falls back to another one is
//! marked with it wherever a page shows it (WCAG 3.1.2).

use std::borrow::Cow;
use std::fmt::Write as _;

use safe_content::Lang;
use serde::Serialize;

/// Words for a reader, with their language when it is not the reader's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Spoken {
    /// The words.
    pub words: String,
    /// Language code, or empty.
    pub lang: String,
    /// Direction, or empty.
    pub dir: String,
}

impl Spoken {
    /// Marks the words when their language is another.
    #[must_use]
    pub fn new(reader: Lang, found: Lang, words: &str) -> Self {
        let (lang, dir) = if found == reader {
            (String::new(), String::new())
        } else {
            (found.to_string(), found.dir().to_owned())
        };
        Spoken { words: words.to_owned(), lang, dir }
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// Words in the reader's own language.
impl From<String> for Spoken {
    fn from(words: String) -> Self {
        Spoken { words, ..Spoken::default() }
    }
}

/// What is not empty, in order: the pieces of a line, each in its own language.
#[must_use]
pub fn pieces(parts: impl IntoIterator<Item = Spoken>) -> Vec<Spoken> {
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

/// Only the words of the pieces of a line.
#[must_use]
pub fn words(parts: &[Spoken], separator: &str) -> String {
    parts.iter().map(|part| part.words.as_str()).collect::<Vec<_>>().join(separator)
}

/// The pieces of words with French names in Latin letters inside another script; none when
/// they need no mark.
#[must_use]
pub fn names_apart(reader: Lang, words: &str) -> Vec<Spoken> {
    if !words.split(' ').any(|word| foreign(reader, word)) {
        return Vec::new();
    }
    let mut runs: Vec<(bool, String)> = Vec::new();
    for word in words.split_inclusive(' ') {
        let is_name = foreign(reader, word);
        match runs.last_mut() {
            Some((same, run)) if *same == is_name => run.push_str(word),
            _ => runs.push((is_name, word.to_owned())),
        }
    }
    let piece =
        |(is_name, run): (bool, String)| Spoken::new(reader, if is_name { Lang::FR } else { reader }, &run);
    runs.into_iter().map(piece).collect()
}

/// Whether words hold Latin letters and none of the reader's own script.
#[must_use]
pub fn foreign(reader: Lang, words: &str) -> bool {
    let own: fn(char) -> bool = match reader.as_str() {
        "ar" => |c| ('\u{600}'..='\u{6ff}').contains(&c),
        "uk" => |c| ('\u{400}'..='\u{4ff}').contains(&c),
        _ => return false,
    };
    words.contains(|c: char| c.is_ascii_alphabetic()) && !words.contains(own)
}

/// A name printed in both official languages, “French / Dutch”: a reader of one of them gets
/// that one, every other reader both, each marked. What is printed once stays as it is.
#[must_use]
pub fn official(reader: Lang, printed: &str) -> Vec<Spoken> {
    let Some((french, dutch)) = printed.split_once(" / ") else {
        return vec![printed.to_owned().into()];
    };
    match reader {
        Lang::FR => vec![french.to_owned().into()],
        Lang::NL => vec![dutch.to_owned().into()],
        _ => vec![Spoken::new(reader, Lang::FR, french), Spoken::new(reader, Lang::NL, dutch)],
    }
}

/// A text in another script with the official names in brackets, “(French / Dutch)”, each
/// marked with its language. Brackets with anything else stay as they are.
#[must_use]
pub fn names_in_text(reader: Lang, text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    for (at, _) in text.match_indices('(') {
        let Some(length) = text[at..].find(')') else { break };
        let inner = &text[at + 1..at + length];
        let Some((french, dutch)) = inner.split_once(" / ") else { continue };
        let link = text[..at].ends_with(']');
        if link
            || inner.contains(['(', '[', '<', '\n', '*', '`'])
            || !foreign(reader, french)
            || !foreign(reader, dutch)
        {
            continue;
        }
        out.push_str(&text[from..=at]);
        let _ = write!(
            out,
            r#"<span lang="fr" dir="ltr">{french}</span> / <span lang="nl" dir="ltr">{dutch}</span>"#
        );
        from = at + length;
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_official_name_in_the_own_language() {
        let printed = "Communes / Gemeenten";
        assert_eq!(words(&official(Lang::FR, printed), ", "), "Communes");
        assert_eq!(words(&official(Lang::NL, printed), ", "), "Gemeenten");
        let both = official(Lang::EN, printed);
        assert_eq!(words(&both, " / "), printed);
        assert_eq!(both.iter().map(|s| s.lang.as_str()).collect::<Vec<_>>(), ["fr", "nl"]);
        assert_eq!(official(Lang::NL, "Infrabel"), [Spoken::from("Infrabel".to_owned())]);
    }

    fn arabic() -> Lang {
        "ar".parse().expect("a code")
    }

    #[test]
    fn names_in_latin_letters_stand_apart_in_another_script() {
        let marks = |lang, words| {
            let pieces = names_apart(lang, words);
            pieces.into_iter().map(|p| (p.words, p.lang)).collect::<Vec<_>>()
        };
        let own = |words: &str| (words.to_owned(), String::new());
        let name = |words: &str| (words.to_owned(), "fr".to_owned());
        assert_eq!(marks(arabic(), "Focus المرصد"), [name("Focus "), own("المرصد")]);
        assert_eq!(marks(arabic(), "Flash Papers"), [name("Flash Papers")]);
        assert_eq!(marks(arabic(), "دفاتر المرصد"), []);
        assert_eq!(marks(Lang::FR, "Focus de l’Observatoire"), []);
    }

    #[test]
    fn official_names_in_brackets_are_marked_in_another_script() {
        let text = "وكيل الملك (procureur du Roi / procureur des Konings)، (112 أو 101)";
        let marked = names_in_text(arabic(), text);
        assert!(marked.contains("(<span lang=\"fr\" dir=\"ltr\">procureur du Roi</span> / <span lang=\"nl\" dir=\"ltr\">procureur des Konings</span>)، (112 أو 101)"), "{marked}");
        for plain in ["(مساء / صباحا)", "[x](https://a.be/b / c)x(أ", "(CPAS/OCMW)"] {
            assert_eq!(names_in_text(arabic(), plain), plain);
        }
        assert_eq!(names_in_text(Lang::EN, "(info / contact)"), "(info / contact)");
    }

    #[test]
    fn only_words_of_another_language_are_marked() {
        assert_eq!(Spoken::new(Lang::FR, Lang::FR, "oui").lang, "");
        let other = Spoken::new(Lang::FR, arabic(), "نعم");
        assert_eq!((other.lang.as_str(), other.dir.as_str()), ("ar", "rtl"));
    }
}
