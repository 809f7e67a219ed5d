//! What every legal row carries, and rows chosen by the day on which they are in force.

use std::ops::Deref;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Words;

/// How sure a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Confidence {
    /// Official page or legal text read.
    A,
    /// Secondary source.
    B,
    /// Derived by us.
    C,
    /// The service still has to confirm it.
    #[serde(rename = "unconfirmed")]
    Unconfirmed,
}

impl Confidence {
    /// The word in the data, which also ends the Fluent id `permits-confidence-…`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::Unconfirmed => "unconfirmed",
        }
    }
}

/// What the first day of a row rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Since {
    /// The day the Weapons Act first applied.
    Act,
    /// Read on a current page; its start is not known.
    Seen,
    /// The source prints the day.
    Source,
    /// Working rule of the portal.
    Proposal,
}

/// Which row exactly: a case stores these, so that a later change never touches it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
pub struct Version {
    /// Id of the row in its table.
    pub id: String,
    /// Its first day.
    pub valid_from: Date,
}

/// Where a legal row comes from and when it applies.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// First day on which the row applies.
    pub valid_from: Date,
    /// Last day on which it applies; none while it is in force.
    #[serde(default)]
    pub valid_to: Option<Date>,
    /// What `valid_from` rests on.
    pub since: Since,
    /// `act` or `act:article`; none when no legal text is known.
    pub legal_basis: Vec<String>,
    /// Ids of sources, or lines of a source document.
    pub source: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// What still has to be confirmed.
    #[serde(default)]
    pub note: Option<Words>,
}

impl Proof {
    /// The keys of a row that belong to its proof.
    pub(crate) const KEYS: [&str; 7] =
        ["valid_from", "valid_to", "since", "legal_basis", "source", "confidence", "note"];

    /// Whether the row applies on a day.
    #[must_use]
    pub fn is_valid_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }

    /// Whether the service still has to confirm it; a proposal of the portal always waits.
    #[must_use]
    pub fn is_unconfirmed(&self) -> bool {
        self.confidence == Confidence::Unconfirmed
            || self.source.iter().any(|source| source == "service-proposal")
    }

    /// Whether two rows apply on a same day.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.valid_to.is_none_or(|last| other.valid_from <= last)
            && other.valid_to.is_none_or(|last| self.valid_from <= last)
    }
}

/// A legal row: its id, its proof, and what it says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dated<T> {
    /// Id, unique in its table on any one day.
    pub id: String,
    /// Where it comes from and when it applies.
    #[serde(flatten)]
    pub proof: Proof,
    /// What it says.
    #[serde(flatten)]
    pub row: T,
}

impl<T> Dated<T> {
    /// Which row this is.
    #[must_use]
    pub fn version(&self) -> Version {
        Version { id: self.id.clone(), valid_from: self.proof.valid_from }
    }
}

impl<T> Deref for Dated<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.row
    }
}
