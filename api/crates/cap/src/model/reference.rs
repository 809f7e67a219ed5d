//! References to earlier messages (CAP 1.2, section 3.2.1).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{DateTime, DateTimeError};

/// Names an earlier message: `sender,identifier,sent`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reference {
    /// Sender of that message.
    pub sender: String,
    /// Identifier of that message.
    pub identifier: String,
    /// When that message was sent.
    pub sent: DateTime,
}

/// A text is not a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// Not three parts with a comma between them.
    #[error("not of the form sender,identifier,sent")]
    Parts,
    /// The third part is not a date.
    #[error("the date of the reference: {0}")]
    Sent(#[from] DateTimeError),
}

impl Reference {
    /// Splits the triple, leaving the date as text.
    pub(crate) fn parts(text: &str) -> Option<(&str, &str, &str)> {
        let mut parts = text.split(',');
        let triple = (parts.next()?, parts.next()?, parts.next()?);
        let empty = triple.0.is_empty() || triple.1.is_empty() || triple.2.is_empty();
        (parts.next().is_none() && !empty).then_some(triple)
    }
}

impl FromStr for Reference {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (sender, identifier, sent) = Self::parts(text).ok_or(ReferenceError::Parts)?;
        Ok(Self { sender: sender.to_owned(), identifier: identifier.to_owned(), sent: sent.parse()? })
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{},{}", self.sender, self.identifier, self.sent)
    }
}
