//! The rules of CAP that no schema checks, and those of our own output.

mod areas;
mod geometry;
mod infos;
mod languages;
mod message;
mod resources;
mod texts;

use crate::limits::Limits;
use crate::model::{Alert, Reference};
use crate::profile::Profile;
use crate::report::{Rules, Validation};

/// Checks a message against the rules beyond the schema.
///
/// What is found carries the path of the element, but no line: use
/// [`crate::read`] to check a text.
///
/// ```
/// use safe_cap::{Alert, MsgType, Profile, validate};
///
/// let mut alert = Alert::new("1", "a@example.org", "2026-03-01T08:30:00+01:00".parse()?);
/// alert.msg_type = MsgType::Cancel;
/// let found = validate(&alert, &Profile::input());
/// assert_eq!(found.errors[0].code, "references-missing");
/// # Ok::<(), safe_cap::DateTimeError>(())
/// ```
#[must_use]
pub fn validate(alert: &Alert, profile: &Profile) -> Validation {
    let mut rules = Rules::new(profile, Limits::ALERT.findings);
    run(alert, &mut rules);
    rules.finish()
}

/// What the receiver remembers of earlier messages.
pub trait Context {
    /// Whether a message of this sender with this identifier is known.
    fn knows(&self, sender: &str, identifier: &str) -> bool;

    /// Whether exactly this message is known; by default its time is not
    /// compared.
    fn knows_reference(&self, reference: &Reference) -> bool {
        self.knows(&reference.sender, &reference.identifier)
    }
}

/// Checks a message as [`validate`] does, and also against earlier ones: its
/// identifier must be new for its sender, and what it names should be known.
#[must_use]
pub fn validate_in_context(alert: &Alert, profile: &Profile, context: &dyn Context) -> Validation {
    let mut rules = Rules::new(profile, Limits::ALERT.findings);
    run(alert, &mut rules);
    message::check_context(alert, context, &mut rules);
    rules.finish()
}

/// Checks all rules.
pub(crate) fn run(alert: &Alert, rules: &mut Rules<'_>) {
    message::check(alert, rules);
    for (index, info) in alert.info.iter().enumerate() {
        infos::check(alert, index, info, rules);
    }
    languages::check(alert, rules);
    texts::check(alert, rules);
}

/// Whether a text has nothing to read in it.
fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
