//! A language by its code, small enough to be copied everywhere.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Primary subtag of a BCP 47 tag in lower case: `fr`, `nl`, `ar`, `prs`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Lang([u8; 3]);

impl Lang {
    /// French.
    pub const FR: Self = Self(*b"fr\0");
    /// Dutch.
    pub const NL: Self = Self(*b"nl\0");
    /// English.
    pub const EN: Self = Self(*b"en\0");
    /// German.
    pub const DE: Self = Self(*b"de\0");
    /// Arabic.
    pub const AR: Self = Self(*b"ar\0");
    /// Spanish.
    pub const ES: Self = Self(*b"es\0");
    /// Turkish.
    pub const TR: Self = Self(*b"tr\0");

    /// The language of a tag; its region and script are ignored.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default().as_bytes();
        if !(2..=3).contains(&primary.len()) || !primary.iter().all(u8::is_ascii_alphabetic) {
            return None;
        }
        let mut code = [0; 3];
        for (to, from) in code.iter_mut().zip(primary) {
            *to = from.to_ascii_lowercase();
        }
        Some(Self(code))
    }

    /// Its code.
    #[must_use]
    pub fn code(&self) -> &str {
        let end = if self.0[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.0[..end]).unwrap_or("xx")
    }

    /// Whether words are written together in this language.
    #[must_use]
    pub fn has_compounds(self) -> bool {
        self == Self::NL || self == Self::DE
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
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(deserializer)?;
        Self::parse(&tag).ok_or_else(|| serde::de::Error::custom(format!("{tag} is no language")))
    }
}
