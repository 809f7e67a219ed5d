//! `retention.toml`: how long each class of data is kept.

use serde::{Deserialize, Serialize};

use crate::Words;
use crate::deadline::{Period, Unit};

/// What happens when the time is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// It is erased.
    Erase,
    /// Who it was about is taken out.
    Redact,
    /// It goes to the archives.
    Archive,
}

/// A class of data.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// Its name.
    pub title: Words,
    /// How many units; none while the service has not said.
    #[serde(default)]
    pub amount: Option<i32>,
    /// Unit of the amount.
    #[serde(default)]
    pub unit: Option<Unit>,
    /// Whether it may be kept for longer.
    #[serde(default)]
    pub minimum: bool,
    /// Event that starts the period.
    pub from: String,
    /// What happens when it is over.
    pub action: Action,
    /// The rule, for the people concerned.
    pub text: Words,
}

impl Class {
    /// How long it is kept; none while the service has not said.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        Some(Period { amount: self.amount?, unit: self.unit? })
    }
}
