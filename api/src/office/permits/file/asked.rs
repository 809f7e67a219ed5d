//! Which opinion a line of the ledger is about.

use crate::permit::desk::Case;
use crate::permit::entity::{advice, event};

/// The opinion that a line says was asked for, or came: the ledger and the opinions tell the same,
/// in the same order. None for other lines, and once opinions are not kept any more.
pub(super) fn opinion_of<'c>(case: &'c Case, line: &event::Model) -> Option<&'c advice::Model> {
    let of = |row: &advice::Model| match line.kind.as_str() {
        "advice-asked" => Some(row.sent_at_ms),
        "advice-received" => row.received_at_ms,
        _ => None,
    };
    let mut rows: Vec<_> = case.opinions.iter().filter_map(|row| Some((of(row)?, row))).collect();
    rows.sort_by_key(|(at_ms, _)| *at_ms);
    let lines = || case.events.iter().filter(|other| other.kind == line.kind);
    if lines().count() != rows.len() {
        return None;
    }
    let at = lines().position(|other| other.id == line.id)?;
    rows.get(at).map(|(_, row)| *row)
}
