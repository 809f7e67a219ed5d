//! States of a file.

use std::fmt;

/// Where a file stands. The engine knows the same list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Not sent yet.
    Draft,
    /// Sent.
    Submitted,
    /// Being checked for completeness.
    Completeness,
    /// Waiting for the applicant.
    MissingItems,
    /// Waiting for opinions.
    Advice,
    /// The applicant may react before an adverse decision.
    Notice,
    /// The decision is being prepared.
    Drafting,
    /// Granted.
    Granted,
    /// Granted under conditions.
    GrantedConditions,
    /// Refused.
    Refused,
    /// Inadmissible.
    Inadmissible,
    /// A declaration that was taken note of.
    Recorded,
    /// Withdrawn by the applicant.
    Withdrawn,
    /// Under appeal.
    Appealed,
    /// Erased: only the number and the ledger remain.
    Erased,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 15] = [
        Self::Draft,
        Self::Submitted,
        Self::Completeness,
        Self::MissingItems,
        Self::Advice,
        Self::Notice,
        Self::Drafting,
        Self::Granted,
        Self::GrantedConditions,
        Self::Refused,
        Self::Inadmissible,
        Self::Recorded,
        Self::Withdrawn,
        Self::Appealed,
        Self::Erased,
    ];

    /// Its name in the database and in Fluent ids.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Completeness => "completeness",
            Self::MissingItems => "missing-items",
            Self::Advice => "advice",
            Self::Notice => "notice",
            Self::Drafting => "drafting",
            Self::Granted => "granted",
            Self::GrantedConditions => "granted-conditions",
            Self::Refused => "refused",
            Self::Inadmissible => "inadmissible",
            Self::Recorded => "recorded",
            Self::Withdrawn => "withdrawn",
            Self::Appealed => "appealed",
            Self::Erased => "erased",
        }
    }

    /// The state of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// Whether the office still has to decide or record.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(
            self,
            Self::Submitted
                | Self::Completeness
                | Self::MissingItems
                | Self::Advice
                | Self::Notice
                | Self::Drafting
        )
    }

    /// Whether a decision or a note has ended the file.
    #[must_use]
    pub fn is_final(self) -> bool {
        !self.is_open() && self != Self::Draft
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_found_by_its_name() {
        for state in State::ALL {
            assert_eq!(State::parse(state.as_str()), Some(state));
        }
        assert_eq!(State::parse("lost"), None);
    }
}
