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

/// A whole number with the spaces that every language of the office reads.
pub(super) fn number(value: i64) -> String {
    let digits = value.abs().to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            // A narrow space that does not break the line.
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    if value < 0 { format!("-{out}") } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_threes() {
        assert_eq!(number(0), "0");
        assert_eq!(number(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(number(-1_000), "-1\u{202f}000");
    }

    #[test]
    fn everything_but_the_real_thing_is_marked() {
        for status in ["Exercise", "Test", "System", "Draft"] {
            assert!(is_rehearsal(status));
        }
        assert!(!is_rehearsal("Actual"));
    }
}
