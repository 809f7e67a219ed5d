//! Languages and their texts.
//!
//! A language exists when `locales/<lang>/` does: adding one takes no code.
//! Texts come from Fluent files compiled into the program.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{Loader, static_loader};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

static_loader! {
    static LOCALES = {
        locales: "../locales",
        fallback_language: "en",
        customise: |bundle| {
            bundle.set_use_isolating(false);
            // What the server says is set as the built pages are; arguments stay as given.
            let is_french = bundle.locales.first().is_some_and(|id| id.language.as_str() == "fr");
            bundle.set_transform(is_french.then_some(set_in_french));
        },
    };
}

/// French spaces: a line never ends before a question mark, nor inside quotation marks.
fn set_in_french(text: &str) -> Cow<'_, str> {
    safe_sitegen::typography::set(safe_content::Lang::FR, text)
}

struct Known {
    code: &'static str,
    id: LanguageIdentifier,
}

/// French and Dutch first: they are equal and complete; then the others by code.
static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let mut codes: Vec<(u8, String, LanguageIdentifier)> = LOCALES
        .locales()
        .map(|id| {
            let code = id.to_string();
            let rank = match code.as_str() {
                "fr" => 0,
                "nl" => 1,
                "en" => 2,
                "de" => 3,
                _ => 4,
            };
            (rank, code, id.clone())
        })
        .collect();
    codes.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    codes.into_iter().map(|(_, code, id)| Known { code: Box::leak(code.into_boxed_str()), id }).collect()
});

/// A language of the portal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang(u8);

impl AsRef<str> for Lang {
    fn as_ref(&self) -> &str {
        self.code()
    }
}

impl Lang {
    /// French.
    pub const FR: Self = Self(0);
    /// Dutch.
    pub const NL: Self = Self(1);
    /// English.
    pub const EN: Self = Self(2);
    /// German.
    pub const DE: Self = Self(3);

    /// Every language, French and Dutch first.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        (0..KNOWN.len()).map(|index| Self(u8::try_from(index).unwrap_or(0)))
    }

    /// The languages of the back-office: those with complete interface texts.
    #[must_use]
    pub fn office() -> [Self; 4] {
        [Self::FR, Self::NL, Self::EN, Self::DE]
    }

    /// The language of a BCP 47 tag, by its primary subtag: `fr-BE` is French.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::all().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// Its code, as in addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        KNOWN[usize::from(self.0)].code
    }

    /// Its place in [`Lang::all`].
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Direction of its script, as HTML and notifications name it.
    #[must_use]
    pub fn dir(self) -> &'static str {
        if matches!(self.code(), "ar" | "fa" | "prs" | "ps" | "ur" | "he") { "rtl" } else { "ltr" }
    }

    /// Where to look when a text is missing: this language, then English,
    /// then the two official ones.
    #[must_use]
    pub fn chain(self) -> Vec<Self> {
        let mut chain = vec![self];
        for next in [Self::EN, Self::FR, Self::NL] {
            if !chain.contains(&next) {
                chain.push(next);
            }
        }
        chain
    }

    /// The best language of an `Accept-Language` header, if any is spoken here.
    #[must_use]
    pub fn negotiate(header: &str) -> Option<Self> {
        let mut best: Option<(f32, Self)> = None;
        for part in header.split(',').take(32) {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or_default();
            let weight = pieces
                .find_map(|piece| piece.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.trim().parse::<f32>().unwrap_or(0.0));
            if let Some(lang) = Self::parse(tag)
                && weight > 0.0
                && best.is_none_or(|(most, _)| weight > most)
            {
                best = Some((weight, lang));
            }
        }
        best.map(|(_, lang)| lang)
    }

    /// A text, or its id in brackets when no language has it (a test refuses that).
    #[must_use]
    pub fn text(self, id: &str) -> String {
        self.find(id).unwrap_or_else(|| format!("[{id}]"))
    }

    /// A text with arguments.
    #[must_use]
    pub fn text_with(self, id: &str, args: &Args) -> String {
        LOCALES
            .try_lookup_with_args(&KNOWN[self.index()].id, id, &args.0)
            .unwrap_or_else(|| format!("[{id}]"))
    }

    /// A text that depends on how many there are.
    #[must_use]
    pub fn count_text(self, id: &str, count: usize) -> String {
        self.text_with(id, &Args::new().number("count", i64::try_from(count).unwrap_or(i64::MAX)))
    }

    /// The number of a day of a month; some languages count the first otherwise.
    #[must_use]
    pub fn day_of_month(self, day: impl Into<i16>) -> String {
        match day.into() {
            1 => self.text("day-first"),
            other => other.to_string(),
        }
    }

    /// A day as people write it: « 21 novembre 2026 ».
    #[must_use]
    pub fn date(self, day: jiff::civil::Date) -> String {
        let args = Args::new()
            .with("day", self.day_of_month(day.day()))
            .with("month", self.text(&format!("month-{}", day.month())))
            .with("year", day.year().to_string());
        self.text_with("date-long", &args)
    }

    /// Names as one phrase: « Ixelles, Uccle et Forest ».
    #[must_use]
    pub fn list(self, names: &[String]) -> String {
        match names.split_last() {
            None => String::new(),
            Some((last, [])) => last.clone(),
            Some((last, head)) => {
                let head = head.join(&self.text("list-comma").replace('_', " "));
                self.text_with("list-and", &Args::new().with("head", head).with("last", last.clone()))
            }
        }
    }

    /// Its own name, in its own script.
    #[must_use]
    pub fn name(self) -> String {
        self.text("language-name")
    }

    /// What readers of this language call a language; its code when unnamed.
    #[must_use]
    pub fn name_of(self, code: &str) -> String {
        self.find(&format!("language-{code}")).unwrap_or_else(|| code.to_owned())
    }

    /// A text if this language or a fallback has it.
    #[must_use]
    pub fn find(self, id: &str) -> Option<String> {
        LOCALES.try_lookup(&KNOWN[self.index()].id, id)
    }

    /// A text if this very language has it.
    #[must_use]
    pub fn own(self, id: &str, args: &Args) -> Option<String> {
        LOCALES.lookup_single_language(&KNOWN[self.index()].id, id, Some(&args.0)).ok()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Lang {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(deserializer)?;
        Self::parse(&tag).ok_or_else(|| serde::de::Error::custom("language"))
    }
}

/// Arguments of a text.
#[derive(Default, Clone)]
pub struct Args(HashMap<Cow<'static, str>, FluentValue<'static>>);

impl Args {
    /// No argument yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.insert(Cow::Owned(name.to_owned()), FluentValue::from(value.into()));
        self
    }

    /// Adds a number, which also chooses plural forms.
    #[must_use]
    pub fn number(mut self, name: &str, value: i64) -> Self {
        self.0.insert(Cow::Owned(name.to_owned()), FluentValue::from(value));
        self
    }
}

/// A whole number with the spaces that every language reads.
#[must_use]
pub fn grouped(value: i64) -> String {
    let digits = value.abs().to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            // A narrow space that does not break the line.
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    if value < 0 { format!("-{out}") } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_and_dutch_come_first() {
        let codes: Vec<_> = Lang::all().map(Lang::code).collect();
        assert_eq!(&codes[..4], &["fr", "nl", "en", "de"]);
    }

    #[test]
    fn french_texts_are_set_and_arguments_are_not() {
        let saved = Lang::FR.text_with("permits-signed-in-as", &Args::new().with("name", "A : B"));
        assert_eq!(saved, "Connexion au nom de\u{a0}: A : B");
        let same = Lang::NL.text_with("permits-signed-in-as", &Args::new().with("name", "A : B"));
        assert!(!same.contains('\u{a0}'), "{same}");
    }

    #[test]
    fn negotiation_takes_the_heaviest_known_language() {
        assert_eq!(Lang::negotiate("xx, nl-BE;q=0.8, fr;q=0.9"), Some(Lang::FR));
        assert_eq!(Lang::negotiate("xx"), None);
        assert_eq!(Lang::negotiate("fr;q=0"), None);
    }

    #[test]
    fn a_region_is_accepted_and_nonsense_is_not() {
        assert_eq!(Lang::parse("NL-be"), Some(Lang::NL));
        assert_eq!(Lang::parse("français"), None);
    }

    #[test]
    fn numbers_are_read_in_threes() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(grouped(-1_000), "-1\u{202f}000");
    }
}
