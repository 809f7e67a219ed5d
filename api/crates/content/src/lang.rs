//! Language codes as the content files write them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, de};

/// A primary language subtag (BCP 47) of two or three lower-case letters: `fr`, `nl`, `prs`.
///
/// Small enough to be copied; ordered by its letters, so that lists come out the same
/// on every run.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang([u8; 3]);

impl Lang {
    /// French, one of the two languages the law requires everywhere.
    pub const FR: Lang = Lang(*b"fr\0");
    /// Dutch, one of the two languages the law requires everywhere.
    pub const NL: Lang = Lang(*b"nl\0");
    /// English, required for public pages.
    pub const EN: Lang = Lang(*b"en\0");
    /// German, one of the three national languages.
    pub const DE: Lang = Lang(*b"de\0");

    /// Languages every public text must have.
    pub const REQUIRED: [Lang; 3] = [Lang::FR, Lang::NL, Lang::EN];

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let length = self.0.iter().take_while(|b| **b != 0).count();
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }

    /// Whether the language is written from right to left.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        matches!(self.as_str(), "ar" | "fa" | "prs" | "ps" | "ur" | "he" | "ckb")
    }

    /// The value of the HTML `dir` attribute.
    #[must_use]
    pub fn dir(&self) -> &'static str {
        if self.is_rtl() { "rtl" } else { "ltr" }
    }
}

/// The text is not a language code of two or three lower-case letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotALanguage(pub String);

impl fmt::Display for NotALanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a language code: {:?}", self.0)
    }
}

impl std::error::Error for NotALanguage {}

impl FromStr for Lang {
    type Err = NotALanguage;

    fn from_str(text: &str) -> Result<Self, NotALanguage> {
        let bytes = text.as_bytes();
        let fits = matches!(bytes.len(), 2 | 3) && bytes.iter().all(u8::is_ascii_lowercase);
        if !fits {
            return Err(NotALanguage(text.to_owned()));
        }
        let mut code = [0; 3];
        code[..bytes.len()].copy_from_slice(bytes);
        Ok(Lang(code))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Lang {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_round_trip_and_refuse_anything_else() {
        for code in ["fr", "nl", "prs"] {
            assert_eq!(code.parse::<Lang>().map(|l| l.to_string()), Ok(code.to_owned()));
        }
        for wrong in ["", "f", "FR", "fr-BE", "français", "abcd"] {
            assert!(wrong.parse::<Lang>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn arabic_runs_from_right_to_left() {
        assert_eq!("ar".parse::<Lang>().map(|l| l.dir()), Ok("rtl"));
        assert_eq!(Lang::FR.dir(), "ltr");
    }
}
