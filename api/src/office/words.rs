//! How pages say values of alerts.

use safe_cap::Status;

use crate::alert::compose;
use crate::app::World;
use crate::clock;
use crate::i18n::Lang;

/// A moment as people read it.
pub(super) fn when(ms: i64, lang: Lang, world: &World) -> String {
    compose::moment(clock::utc(ms), world.clock.now_ms(), lang)
}

/// The words of a CAP value: the id is the element and the value in lower case.
pub(super) fn cap_word(element: &str, value: &str, lang: Lang) -> String {
    lang.find(&format!("{element}-{}", value.to_ascii_lowercase())).unwrap_or_else(|| value.to_owned())
}

/// The words of a stored state.
pub(super) fn state_word(state: &str, lang: Lang) -> String {
    lang.text(&format!("office-state-{state}"))
}

/// Class of the tag of a stored state.
pub(super) fn state_tag(state: &str) -> &'static str {
    match state {
        "submitted" => "tag tag--warn",
        "published" => "tag tag--danger",
        "ended" => "tag tag--ok",
        _ => "tag",
    }
}

/// Whether an alert is one of an exercise or test, which every page marks.
pub(super) fn is_rehearsal(status: &str) -> bool {
    status != Status::Actual.as_str()
}

/// Class of a severity, from its rank.
pub(super) fn severity_class(rank: i32) -> &'static str {
    match rank {
        4 => "sev-extreme",
        3 => "sev-severe",
        2 => "sev-moderate",
        _ => "sev-minor",
    }
}

/// Fluent id of a severity, from its rank.
pub(super) fn severity_id(rank: i32) -> &'static str {
    match rank {
        4 => "severity-extreme",
        3 => "severity-severe",
        2 => "severity-moderate",
        _ => "severity-minor",
    }
}

/// Who did something: an address of staff as it is, the others in words.
pub(super) fn actor(actor: &str, lang: Lang) -> String {
    lang.find(&format!("actor-{actor}")).unwrap_or_else(|| actor.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stays_and_the_others_are_named() {
        assert_eq!(actor("applicant", Lang::NL), "de aanvrager");
        assert_eq!(actor("a@b.example", Lang::NL), "a@b.example");
    }

    #[test]
    fn everything_but_the_real_thing_is_marked() {
        for status in ["Exercise", "Test", "System", "Draft"] {
            assert!(is_rehearsal(status));
        }
        assert!(!is_rehearsal("Actual"));
    }
}
