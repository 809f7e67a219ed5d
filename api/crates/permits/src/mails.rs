//! `notifications.toml`: mails that say that there is something to read, never what.

use serde::{Deserialize, Serialize};

use crate::Words;
use crate::row::Confidence;

/// A mail.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Its id.
    pub id: String,
    /// `applicant`, `holder`, `cohabitant`, `adviser` and the like.
    pub to: String,
    /// What it may hold: `reference`, `date`, `link`.
    pub variables: Vec<String>,
    /// Its subject.
    pub subject: Words,
    /// Its text.
    pub body: Words,
    /// Where that is written.
    pub source: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Words around every mail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Beginning.
    pub opening: Words,
    /// Before the link.
    pub before_link: Words,
    /// End.
    pub closing: Words,
    /// What the service never asks.
    pub caution: Words,
    /// That nobody reads answers.
    pub no_reply: Words,
}
