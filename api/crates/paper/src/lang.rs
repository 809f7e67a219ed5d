//! The languages that documents are set in.

use std::str::FromStr;

use serde::Serialize;

use crate::Error;

/// The language of a document. It decides hyphenation, the direction of the
/// text and the language that a screen reader speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French.
    Fr,
    /// Dutch.
    Nl,
    /// English.
    En,
    /// German.
    De,
    /// Arabic, set from right to left.
    Ar,
    /// Ukrainian.
    Uk,
    /// Turkish.
    Tr,
    /// Spanish.
    Es,
}

impl Lang {
    /// Every language, in the order of the declaration.
    pub const ALL: [Self; 8] =
        [Self::Fr, Self::Nl, Self::En, Self::De, Self::Ar, Self::Uk, Self::Tr, Self::Es];

    /// The language tag (BCP 47), such as `fr`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::Nl => "nl",
            Self::En => "en",
            Self::De => "de",
            Self::Ar => "ar",
            Self::Uk => "uk",
            Self::Tr => "tr",
            Self::Es => "es",
        }
    }
}

impl FromStr for Lang {
    type Err = Error;

    /// Reads a primary language tag (BCP 47), such as `fr`.
    ///
    /// # Errors
    /// [`Error::Language`] for any other tag.
    fn from_str(tag: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag).ok_or(Error::Language)
    }
}
