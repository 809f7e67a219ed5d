//! Who may ever see an alert, by type.

use safe_cap::Status;
use serde::{Deserialize, Serialize};

/// The two worlds that never mix. Subscriptions, shards, snapshots and views
/// belong to one of them; nothing moves from one to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// Real alerts, for everybody.
    Public,
    /// Exercises and tests, for phones enrolled by staff.
    Rehearsal,
}

impl Channel {
    /// The channel of a CAP status; drafts and system messages have none.
    #[must_use]
    pub fn of(status: Status) -> Option<Self> {
        match status {
            Status::Actual => Some(Self::Public),
            Status::Exercise | Status::Test => Some(Self::Rehearsal),
            Status::System | Status::Draft => None,
        }
    }

    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Rehearsal => "rehearsal",
        }
    }

    /// From storage; an unknown word is the channel that reaches nobody real.
    #[must_use]
    pub fn from_stored(text: &str) -> Self {
        if text == "public" { Self::Public } else { Self::Rehearsal }
    }
}
