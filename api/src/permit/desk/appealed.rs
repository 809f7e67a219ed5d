//! What the ledger of a file says of appeals: which one waits for its ruling, and how the one
//! against what was given out last ended.

use crate::permit::entity::event;

/// Kind of the line that says that an appeal was lodged.
pub(super) const LODGED: &str = "appeal-lodged";
/// Kind of the line of its ruling.
pub(super) const RULED: &str = "appeal-decided";

/// What an appeal can end in.
pub const RESULTS: [&str; 2] = ["confirmed", "reversed"];

/// An appeal that was lodged: its line, and that of its ruling.
#[derive(Clone, Copy)]
pub(super) struct Lodged<'l> {
    pub line: &'l event::Model,
    pub ruling: Option<&'l event::Model>,
}

fn last(ledger: &[event::Model]) -> Option<Lodged<'_>> {
    let at = ledger.iter().rposition(|line| line.kind == LODGED)?;
    let ruling = ledger[at..].iter().find(|line| line.kind == RULED);
    Some(Lodged { line: &ledger[at], ruling })
}

/// The lines after the decision that was given out last; all of them, while none was.
fn since(ledger: &[event::Model]) -> &[event::Model] {
    let issued = ledger.iter().rposition(|line| line.kind == "issued");
    &ledger[issued.map_or(0, |at| at + 1)..]
}

/// The last appeal against the decision that was given out last; against silence, while none was.
pub(super) fn of_last(ledger: &[event::Model]) -> Option<Lodged<'_>> {
    last(since(ledger))
}

/// Whether somebody recorded any appeal against what was given out last: also one of which the
/// ruling led to the next court.
pub(super) fn is_lodged_by(ledger: &[event::Model], actor: &str) -> bool {
    since(ledger).iter().any(|line| line.kind == LODGED && line.actor == actor)
}

/// The last appeal, while nothing was ruled on it, whatever was given out since.
pub(super) fn pending(ledger: &[event::Model]) -> Option<&event::Model> {
    last(ledger).filter(|one| one.ruling.is_none()).map(|one| one.line)
}

/// Whether what was given out last was reversed.
pub(super) fn is_reversed(ledger: &[event::Model]) -> bool {
    let ruling = of_last(ledger).and_then(|one| one.ruling);
    ruling.is_some_and(|line| line.result.as_deref() == Some("reversed"))
}

/// Of each decision that was given out, oldest first, whether an appeal against it reversed it.
pub(super) fn reversals(ledger: &[event::Model]) -> Vec<bool> {
    let mut given_out = Vec::new();
    // The decision that the last appeal is about; none when that is silence.
    let mut about = None;
    for line in ledger {
        match (line.kind.as_str(), line.result.as_deref()) {
            ("issued", _) => given_out.push(false),
            (LODGED, _) => about = given_out.len().checked_sub(1),
            (RULED, Some("reversed")) => {
                if let Some(own) = about.and_then(|at| given_out.get_mut(at)) {
                    *own = true;
                }
            }
            _ => {}
        }
    }
    given_out
}

#[cfg(test)]
mod tests {
    use sea_orm::prelude::Uuid;

    use super::*;

    fn ledger(kinds: &[&str]) -> Vec<event::Model> {
        let line = |kind: &&str| {
            let (kind, result) = kind.split_once(' ').map_or((*kind, None), |(kind, own)| (kind, Some(own)));
            event::Model {
                id: Uuid::nil(),
                application_id: Uuid::nil(),
                kind: kind.to_owned(),
                on_day: "2026-11-23".to_owned(),
                until_day: None,
                deadline: String::new(),
                row_from: String::new(),
                amount: None,
                unit: None,
                actor: String::new(),
                detail_sealed: None,
                at_ms: 0,
                result: result.map(str::to_owned),
            }
        };
        kinds.iter().map(line).collect()
    }

    #[test]
    fn an_appeal_waits_until_its_ruling() {
        let waits = |kinds: &[&str]| pending(&ledger(kinds)).is_some();
        assert!(!waits(&["received", "issued"]));
        assert!(waits(&["issued", LODGED]));
        assert!(waits(&[LODGED, "issued"]), "against silence, whatever was decided since");
        assert!(!waits(&["issued", LODGED, "appeal-decided confirmed"]));
        assert!(waits(&["issued", LODGED, "appeal-decided confirmed", LODGED]), "one court higher");
    }

    #[test]
    fn who_recorded_an_appeal_is_known_in_the_next_court() {
        let mut lines = ledger(&["issued", LODGED, "appeal-decided confirmed", LODGED]);
        lines[1].actor = "one@example.org".to_owned();
        assert!(is_lodged_by(&lines, "one@example.org") && !is_lodged_by(&lines, "two@example.org"));
        lines.extend(ledger(&["issued"]));
        assert!(!is_lodged_by(&lines, "one@example.org"), "that was another decision");
    }

    #[test]
    fn a_ruling_is_about_what_was_given_out_before_the_appeal() {
        let reversed = |kinds: &[&str]| is_reversed(&ledger(kinds));
        assert!(reversed(&["issued", LODGED, "appeal-decided reversed"]));
        assert!(!reversed(&["issued", LODGED, "appeal-decided confirmed"]));
        assert!(!reversed(&["issued", LODGED, "appeal-decided reversed", "issued"]), "decided anew");
        assert!(!reversed(&[LODGED, "issued", "appeal-decided reversed"]), "that was the silence");
        assert!(!reversed(&["issued", LODGED, "appeal-decided reversed", "issued", LODGED]));
    }

    #[test]
    fn each_decision_has_its_own_ruling() {
        let of = |kinds: &[&str]| reversals(&ledger(kinds));
        assert_eq!(of(&["received", "issued", LODGED]), [false]);
        assert_eq!(of(&["issued", LODGED, "appeal-decided reversed", "issued"]), [true, false]);
        assert_eq!(of(&["issued", LODGED, "appeal-decided confirmed", "issued"]), [false, false]);
        let meanwhile = ["issued", LODGED, "issued", "appeal-decided reversed"];
        assert_eq!(of(&meanwhile), [true, false], "the one that was challenged");
        assert_eq!(of(&[LODGED, "issued", "appeal-decided reversed"]), [false], "that was the silence");
        assert!(of(&["received", LODGED, "appeal-decided reversed"]).is_empty());
    }
}
