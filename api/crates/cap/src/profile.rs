//! Which rules apply, and how much each weighs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::codes::CODES;

/// How much a rule weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A breach is not mentioned.
    Off,
    /// A breach is mentioned.
    Warning,
    /// A breach makes the message unfit.
    Error,
}

/// A code that no rule has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule {0:?}")]
pub struct UnknownRule(pub String);

/// The rules beyond the schema, each with its weight.
///
/// ```
/// use safe_cap::{Level, Profile};
///
/// let mut profile = Profile::input();
/// profile.set("expires-missing", Level::Error)?;
/// assert_eq!(profile.level("expires-missing"), Level::Error);
/// assert!(profile.set("no-such-rule", Level::Off).is_err());
/// # Ok::<(), safe_cap::UnknownRule>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    levels: BTreeMap<&'static str, Level>,
    /// Characters a headline should not exceed.
    pub headline_limit: usize,
    /// Languages that must be present, by code; a code without a region is
    /// satisfied by any region, so `fr` by `fr-BE`.
    pub required_languages: Vec<String>,
}

impl Profile {
    /// For messages of others: what the standard demands is an error, what it
    /// advises a warning.
    #[must_use]
    pub fn input() -> Self {
        let levels = RULES.iter().map(|&(code, level, _)| (code, level)).collect();
        Self { levels, headline_limit: 160, required_languages: Vec::new() }
    }

    /// For messages of our own: closed, simple polygons; all languages tell
    /// the same; an end, a headline and a place for everything announced.
    #[must_use]
    pub fn output() -> Self {
        let levels = RULES.iter().map(|&(code, _, level)| (code, level)).collect();
        Self { levels, ..Self::input() }
    }

    /// How much the rule weighs; unknown codes are errors, as is everything
    /// the schema refuses.
    #[must_use]
    pub fn level(&self, code: &str) -> Level {
        self.levels.get(code).copied().unwrap_or(Level::Error)
    }

    /// Gives a rule another weight.
    ///
    /// # Errors
    /// When no rule has this code. What the schema refuses has no weight.
    pub fn set(&mut self, code: &str, level: Level) -> Result<(), UnknownRule> {
        match self.levels.get_mut(code) {
            Some(known) => {
                *known = level;
                Ok(())
            }
            None => Err(UnknownRule(code.to_owned())),
        }
    }

    /// All rules with their weights, by code.
    pub fn levels(&self) -> impl Iterator<Item = (&'static str, Level)> {
        self.levels.iter().map(|(code, level)| (*code, *level))
    }

    /// The rules that can be weighed, with the names of their arguments.
    pub fn rules() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
        let is_rule = |code: &str| RULES.iter().any(|(known, ..)| *known == code);
        CODES.iter().copied().filter(move |(code, _)| is_rule(code))
    }
}

impl Default for Profile {
    fn default() -> Self {
        Self::input()
    }
}

use Level::{Error, Off, Warning};

/// Each rule with its weight for input and for output.
#[rustfmt::skip]
pub(crate) const RULES: &[(&str, Level, Level)] = &[
    ("text-empty", Error, Error),
    ("text-characters", Error, Error),
    ("word-quote", Warning, Error),
    ("element-empty", Warning, Warning),
    ("identifier-characters", Error, Error),
    ("sender-characters", Error, Error),
    ("references-missing", Error, Error),
    ("reference-malformed", Error, Error),
    ("reference-self", Error, Error),
    ("reference-repeated", Warning, Error),
    ("reference-later", Warning, Error),
    ("reference-unknown", Warning, Warning),
    ("identifier-reused", Error, Error),
    ("restriction-missing", Error, Error),
    ("restriction-unexpected", Warning, Error),
    ("addresses-missing", Error, Error),
    ("exercise-note-missing", Warning, Error),
    ("error-note-missing", Warning, Error),
    ("info-missing", Warning, Error),
    ("language-assumed", Warning, Error),
    ("language-missing", Error, Error),
    ("language-overrides", Warning, Error),
    ("languages-differ", Warning, Error),
    ("category-missing", Error, Error),
    ("category-repeated", Warning, Error),
    ("effective-before-sent", Off, Warning),
    ("expires-missing", Warning, Error),
    ("expires-before-sent", Warning, Error),
    ("expires-before-effective", Warning, Error),
    ("expires-before-onset", Warning, Error),
    ("headline-missing", Warning, Error),
    ("headline-long", Warning, Warning),
    ("description-missing", Off, Warning),
    ("instruction-missing", Off, Warning),
    ("web-not-absolute", Warning, Error),
    ("uri-invalid", Warning, Error),
    ("pair-empty", Warning, Error),
    ("area-missing", Warning, Error),
    ("mime-type-format", Warning, Error),
    ("resource-content-missing", Warning, Error),
    ("resource-size-invalid", Error, Error),
    ("resource-size-mismatch", Error, Error),
    ("resource-digest-format", Warning, Error),
    ("resource-digest-mismatch", Error, Error),
    ("resource-base64-invalid", Error, Error),
    ("area-shape-missing", Warning, Warning),
    ("geocode-empty", Error, Error),
    ("geocode-without-shape", Warning, Warning),
    ("polygon-malformed", Error, Error),
    ("polygon-too-few", Error, Error),
    ("polygon-not-closed", Error, Error),
    ("polygon-self-crossing", Warning, Error),
    ("polygon-zero-area", Warning, Error),
    ("polygon-vertex-repeated", Warning, Error),
    ("polygon-too-complex", Warning, Error),
    ("coordinate-range", Error, Error),
    ("circle-malformed", Error, Error),
    ("circle-radius", Error, Error),
    ("circle-radius-zero", Warning, Warning),
    ("altitude-invalid", Error, Error),
    ("ceiling-without-altitude", Error, Error),
    ("ceiling-below-altitude", Warning, Error),
];
