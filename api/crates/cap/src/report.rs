//! The outcome of reading and of checking.

use serde::Serialize;

use crate::finding::{Finding, Place};
use crate::model::Alert;
use crate::profile::{Level, Profile};

/// The version of CAP a message is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Version {
    /// CAP 1.1, of 2005.
    #[serde(rename = "1.1")]
    V1_1,
    /// CAP 1.2, of 2010.
    #[serde(rename = "1.2")]
    V1_2,
}

impl Version {
    /// The XML namespace of the version.
    #[must_use]
    pub const fn namespace(self) -> &'static str {
        match self {
            Self::V1_1 => "urn:oasis:names:tc:emergency:cap:1.1",
            Self::V1_2 => "urn:oasis:names:tc:emergency:cap:1.2",
        }
    }
}

/// What reading a message gave.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The message, if it fits the schema. A message that breaks a rule
    /// beyond the schema is here all the same, and the breach in `errors`.
    pub alert: Option<Alert>,
    /// The version of CAP, once known.
    pub version: Option<Version>,
    /// Whether the message carries an XML signature; nothing is said about
    /// whether it is right.
    pub signed: bool,
    /// What makes the message unfit.
    pub errors: Vec<Finding>,
    /// What deserves a look.
    pub warnings: Vec<Finding>,
    /// What was put right in lenient mode, or read in the only sensible way.
    pub repairs: Vec<Finding>,
}

impl Report {
    /// Whether the message was read and no error was found.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        self.alert.is_some() && self.errors.is_empty()
    }
}

/// What checking a message gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Validation {
    /// What makes the message unfit.
    pub errors: Vec<Finding>,
    /// What deserves a look.
    pub warnings: Vec<Finding>,
}

impl Validation {
    /// Whether no error was found.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.errors.is_empty()
    }
}

/// A breach of a rule.
pub(crate) struct Breach {
    pub(crate) level: Level,
    pub(crate) place: Place,
    /// Where in the text, when that is known at once.
    pub(crate) offset: Option<usize>,
    pub(crate) finding: Finding,
}

/// Takes breaches of rules, each with the weight the profile gives it.
pub(crate) struct Rules<'p> {
    pub(crate) profile: &'p Profile,
    pub(crate) found: Vec<Breach>,
    limit: usize,
}

impl<'p> Rules<'p> {
    pub(crate) const fn new(profile: &'p Profile, limit: usize) -> Self {
        Self { profile, found: Vec::new(), limit }
    }

    /// Whether a breach of this rule would be mentioned.
    pub(crate) fn wants(&self, code: &'static str) -> bool {
        self.profile.level(code) != Level::Off && self.found.len() <= self.limit
    }

    /// Notes a breach.
    pub(crate) fn breach(&mut self, code: &'static str, place: Place, args: &[(&'static str, &str)]) {
        self.breach_at(None, code, place, args);
    }

    /// Notes a breach, with its place in the text.
    pub(crate) fn breach_at(
        &mut self,
        offset: Option<usize>,
        code: &'static str,
        place: Place,
        args: &[(&'static str, &str)],
    ) {
        if !self.wants(code) {
            return;
        }
        if self.found.len() == self.limit {
            let args = vec![("limit", self.limit.to_string())];
            let finding = Finding::new("findings-cut", Place::INPUT, args);
            let (level, place) = (Level::Warning, Place::INPUT);
            self.found.push(Breach { level, place, offset: None, finding });
            return;
        }
        let args = args.iter().map(|&(name, value)| (name, crate::finding::shorten(value))).collect();
        let (level, finding) = (self.profile.level(code), Finding::new(code, place, args));
        self.found.push(Breach { level, place, offset, finding });
    }

    /// Notes a breach when the condition holds.
    pub(crate) fn breach_if(&mut self, broken: bool, code: &'static str, place: Place) {
        if broken {
            self.breach(code, place, &[]);
        }
    }

    /// Sorts the breaches by weight.
    pub(crate) fn finish(self) -> Validation {
        let mut validation = Validation::default();
        for Breach { level, finding, .. } in self.found {
            match level {
                Level::Error => validation.errors.push(finding),
                Level::Warning => validation.warnings.push(finding),
                Level::Off => {}
            }
        }
        validation
    }
}
