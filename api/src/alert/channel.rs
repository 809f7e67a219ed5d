//! Who may ever see an alert, by type.

use safe_cap::{Scope, Status};
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
    /// The channel of a message: a function of status and scope (CAP 1.2, section 3.2.1).
    /// Drafts and system messages have none, and neither has what is meant for some alone,
    /// real or not: nobody else may be told it.
    #[must_use]
    pub fn of(status: Status, scope: Scope) -> Option<Self> {
        match (status, scope) {
            (Status::Actual, Scope::Public) => Some(Self::Public),
            (Status::Exercise | Status::Test, Scope::Public) => Some(Self::Rehearsal),
            (Status::System | Status::Draft, _) | (_, Scope::Restricted | Scope::Private) => None,
        }
    }

    /// The channel under which a message is kept as a draft, which nobody is shown: real ones
    /// apart from the others, as the database wants it. Whether it may be issued says
    /// [`Channel::of`].
    #[must_use]
    pub fn kept(status: Status) -> Self {
        if status == Status::Actual { Self::Public } else { Self::Rehearsal }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_for_the_public_has_a_channel() {
        let sent = "2026-11-21T08:00:00+01:00".parse().expect("a moment");
        let mut alert = safe_cap::Alert::new("storm", "warnings@example.org", sent);
        for status in Status::ALL.iter().copied() {
            for scope in Scope::ALL.iter().copied() {
                let channel = Channel::of(status, scope);
                (alert.status, alert.scope) = (status, scope);
                assert_eq!(channel == Some(Channel::Public), alert.is_for_the_public(), "{status} {scope}");
                let rehearsed = matches!(status, Status::Exercise | Status::Test) && scope == Scope::Public;
                assert_eq!(channel == Some(Channel::Rehearsal), rehearsed, "{status} {scope}");
                assert!(channel.is_none_or(|channel| channel == Channel::kept(status)), "{status} {scope}");
            }
        }
    }
}
