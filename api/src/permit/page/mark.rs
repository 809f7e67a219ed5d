//! The marks of files and permits: their words and their class, the same in a list and on the page
//! of the file.

use jiff::civil::Date;

use super::notice::takes;
use crate::permit::entity::notice;

/// What the ledger says of a control that left questions.
pub(super) const QUESTIONS: &str = "control-not-in-order";

/// States of a file in which something is asked of the applicant.
pub(super) const ASKING: [&str; 2] = ["missing-items", "notice"];

/// Whether the office is at work on a file of which this comes next.
pub(super) fn is_with_office(next: &str) -> bool {
    ["submitted", "completeness", "advice", "drafting"].contains(&next)
}

/// What the mark of a file tells: its state, or that its control left questions.
pub(super) fn marked(state: &str, has_questions: bool) -> &str {
    if has_questions { QUESTIONS } else { state }
}

/// Class of the mark of a file.
pub(super) fn tag(mark: &str) -> &'static str {
    match mark {
        "draft" => "",
        "missing-items" | "notice" | QUESTIONS => "tag--warn",
        "granted" | "granted-conditions" | "recorded" => "tag--ok",
        "refused" | "inadmissible" => "tag--danger",
        "withdrawn" => "",
        _ => "tag--info",
    }
}

/// Class of the mark of a permit.
pub(crate) fn permit_tag(state: &str) -> &'static str {
    match state {
        "active" => "tag--ok",
        "suspended" => "tag--warn",
        "revoked" | "lapsed" | "expired" => "tag--danger",
        _ => "",
    }
}

/// What comes next in a file that asked something of the applicant: `answered` once they have
/// said something to the notice that takes an answer or, once none does any more, to the last one;
/// `notice-over` when that one passed without a word.
pub(super) fn heard<'n>(next: &'n str, asked: &[notice::Model], today: Date) -> &'n str {
    if asked.is_empty() || !ASKING.contains(&next) {
        return next;
    }
    match asked.iter().find(|row| takes(row, today)) {
        None if asked.first().is_some_and(|row| row.answered_at_ms.is_some()) => "answered",
        None => "notice-over",
        Some(row) if row.answered_at_ms.is_some() => "answered",
        Some(_) => next,
    }
}

/// The mark of a file of which this comes next: the id of its words, and its class.
pub(super) fn of_file(mark: &str, next: &str) -> (String, &'static str) {
    match next {
        "answered" => ("permits-notice-arrived".to_owned(), tag("completeness")),
        "notice-over" => ("permits-notice-closed-tag".to_owned(), tag("completeness")),
        _ => (format!("permits-state-{mark}"), tag(mark)),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    /// A notice that was sent at some moment and takes answers until a day.
    pub(crate) fn notice(sent_at_ms: i64, due_on: &str) -> notice::Model {
        notice::Model {
            id: Uuid::now_v7(),
            application_id: Uuid::nil(),
            kind: "missing-items".to_owned(),
            state: "open".to_owned(),
            text_sealed: Vec::new(),
            items_json: "[]".to_owned(),
            sent_by: Uuid::nil(),
            sent_at_ms,
            due_on: due_on.to_owned(),
            answer_sealed: None,
            answered_at_ms: None,
            snapshot_sealed: None,
            closed_at_ms: None,
        }
    }

    #[test]
    fn a_mark_follows_the_answer_and_the_end_of_a_notice() {
        let today = date(2026, 11, 23);
        let mark = |asked: &[notice::Model]| of_file("missing-items", heard("missing-items", asked, today));
        assert_eq!(mark(&[]), ("permits-state-missing-items".to_owned(), "tag--warn"));
        let waits = notice(2, "2026-11-23");
        let mut over = notice(1, "2026-11-22");
        assert_eq!(mark(&[waits.clone(), over.clone()]).1, "tag--warn", "the last day is in time");
        let answered = notice::Model { answered_at_ms: Some(3), ..waits.clone() };
        assert_eq!(mark(&[answered, over.clone()]), ("permits-notice-arrived".to_owned(), "tag--info"));
        over.answered_at_ms = Some(2);
        assert_eq!(mark(std::slice::from_ref(&over)).0, "permits-notice-arrived", "its day passed since");
        let shut = notice::Model { state: "expired".to_owned(), ..waits };
        assert_eq!(mark(&[shut, over.clone()]), ("permits-notice-closed-tag".to_owned(), "tag--info"));
        assert_eq!(heard("drafting", &[over], today), "drafting", "it was long ago");
    }
}
