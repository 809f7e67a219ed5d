//! What can become of a message of a feed.

/// What became of a message; stored and shown under `office-feed-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A new draft.
    Drafted,
    /// A draft that updates a published alert.
    Update,
    /// Its sender took it back before anybody had worked on it: the draft is gone.
    Withdrawn,
    /// Its sender cancelled it after somebody had worked on it: a person must look.
    Cancelled,
    /// Its sender says that what was taken is over, or is elsewhere now: a person must look.
    Over,
    /// Its sender cancelled or replaced it before it could be read.
    Overtaken,
    /// The same message was taken before, from another entry of the source.
    Known,
    /// Other words than those that were taken under the same name, of the same moment: a person
    /// must look.
    Reused,
    /// It concerns no municipality of the Region.
    Elsewhere,
    /// Where it holds cannot be read: codes of a list that is not known here, or none at all.
    Unplaced,
    /// An exercise, a test, or a message between systems.
    NotActual,
    /// It is meant for some alone: its scope is not public.
    NotPublic,
    /// Less severe than the source's policy asks for.
    TooMild,
    /// The source's policy asks for a signature that holds, or for that of another.
    Unsigned,
    /// Its time is over.
    Expired,
    /// It breaks the rules of CAP.
    Refused,
    /// Its address leads away from the hosts of the source.
    ForeignHost,
}

impl Outcome {
    /// What became of messages that were believed and had an effect.
    pub const TAKEN: [Self; 6] =
        [Self::Drafted, Self::Update, Self::Withdrawn, Self::Cancelled, Self::Over, Self::Overtaken];
    /// What a person must look at.
    pub const URGENT: [Self; 4] = [Self::Cancelled, Self::Over, Self::Unplaced, Self::Reused];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Drafted => "drafted",
            Self::Update => "update",
            Self::Withdrawn => "withdrawn",
            Self::Cancelled => "cancelled",
            Self::Over => "over",
            Self::Overtaken => "overtaken",
            Self::Known => "known",
            Self::Reused => "reused",
            Self::Elsewhere => "elsewhere",
            Self::Unplaced => "unplaced",
            Self::NotActual => "not-actual",
            Self::NotPublic => "not-public",
            Self::TooMild => "too-mild",
            Self::Unsigned => "unsigned",
            Self::Expired => "expired",
            Self::Refused => "refused",
            Self::ForeignHost => "foreign-host",
        }
    }
}
