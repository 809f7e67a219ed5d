//! The `alert` element (CAP 1.2, section 3.2.1).

use serde::{Deserialize, Serialize};

use super::{DateTime, Info, MsgType, Reference, Scope, Status};

/// One CAP message.
///
/// ```
/// use safe_cap::{Alert, DateTime, MsgType, Scope, Status};
///
/// let sent: DateTime = "2026-03-01T08:30:00+01:00".parse()?;
/// let alert = Alert::new("be-bru-2026-0001", "alerts@example.org", sent);
/// assert_eq!(alert.status, Status::Actual);
/// assert_eq!(alert.msg_type, MsgType::Alert);
/// assert_eq!(alert.scope, Scope::Public);
/// # Ok::<(), safe_cap::DateTimeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Alert {
    /// Name of this message, unique for its sender. No space, comma, `<` or `&`.
    pub identifier: String,
    /// Who sent the message, unique in the world. No space, comma, `<` or `&`.
    pub sender: String,
    /// When the message was sent.
    pub sent: DateTime,
    /// Whether the message is real, an exercise, a test.
    pub status: Status,
    /// Whether the message announces, replaces, revokes or answers.
    pub msg_type: MsgType,
    /// The operator or device behind the message.
    #[serde(default)]
    pub source: Option<String>,
    /// For whom the message is meant.
    pub scope: Scope,
    /// The rule that limits a message of scope `Restricted`.
    #[serde(default)]
    pub restriction: Option<String>,
    /// The receivers of a message of scope `Private`. A receiver that
    /// contains a space is quoted in XML, and is one entry here.
    #[serde(default)]
    pub addresses: Vec<String>,
    /// Codes for special handling.
    #[serde(default)]
    pub code: Vec<String>,
    /// The purpose of an exercise, or the reason of a refusal.
    #[serde(default)]
    pub note: Option<String>,
    /// Earlier messages this one replaces, revokes or answers.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// Names of the incidents this message belongs to.
    #[serde(default)]
    pub incidents: Vec<String>,
    /// What is told to people, one block or more for each language.
    #[serde(default)]
    pub info: Vec<Info>,
}

impl Alert {
    /// A real, public, first message without content yet.
    #[must_use]
    pub fn new(identifier: impl Into<String>, sender: impl Into<String>, sent: DateTime) -> Self {
        Self {
            identifier: identifier.into(),
            sender: sender.into(),
            sent,
            status: Status::Actual,
            msg_type: MsgType::Alert,
            source: None,
            scope: Scope::Public,
            restriction: None,
            addresses: Vec::new(),
            code: Vec::new(),
            note: None,
            references: Vec::new(),
            incidents: Vec::new(),
            info: Vec::new(),
        }
    }

    /// Whether the message may be shown to the public: a real message of
    /// public scope. Exercises, tests, drafts and system messages never are.
    #[must_use]
    pub fn is_for_the_public(&self) -> bool {
        self.status == Status::Actual && self.scope == Scope::Public
    }

    /// When a block of this message takes effect: when it says so, or else when
    /// the message was sent (CAP 1.2, section 3.2.2).
    #[must_use]
    pub fn effective(&self, info: &Info) -> DateTime {
        info.effective.unwrap_or(self.sent)
    }

    /// The triple by which later messages name this one.
    #[must_use]
    pub fn as_reference(&self) -> Reference {
        Reference { sender: self.sender.clone(), identifier: self.identifier.clone(), sent: self.sent }
    }

    /// The languages of the message, each once, in order of appearance.
    #[must_use]
    pub fn languages(&self) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for info in &self.info {
            if !found.iter().any(|known| known.eq_ignore_ascii_case(info.language())) {
                found.push(info.language());
            }
        }
        found
    }
}
