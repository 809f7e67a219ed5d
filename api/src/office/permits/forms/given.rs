//! What was filled in.

use crate::permit::desk::{self, advice};

/// What a browser sends: names may come several times.
pub(in super::super) type Fields = Vec<(String, String)>;

/// The value of a field.
pub(in super::super) fn value<'f>(fields: &'f Fields, name: &str) -> &'f str {
    fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
}

/// Every value of a field.
pub(in super::super) fn all<'f>(fields: &'f Fields, name: &'f str) -> impl Iterator<Item = &'f str> {
    fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim())
}

/// What a drafter filled in.
pub(in super::super) fn drafted(fields: &Fields) -> desk::Drafted {
    let list = |name: &'static str| all(fields, name).collect::<Vec<_>>();
    let (texts, follows, days) = (list("condition"), list("follow_up"), list("by"));
    let rows = texts.len().max(follows.len()).max(days.len()).min(40);
    let at = |list: &[&str], row: usize| list.get(row).copied().unwrap_or_default().to_owned();
    let condition = |row: usize| desk::Condition {
        text: at(&texts, row),
        follow_up: at(&follows, row),
        by: at(&days, row),
    };
    let filled =
        |one: &desk::Condition| !one.text.is_empty() || !one.follow_up.is_empty() || !one.by.is_empty();
    let lines = value(fields, "legal_basis").lines().map(str::trim).filter(|line| !line.is_empty());
    desk::Drafted {
        subject: value(fields, "subject").to_owned(),
        refusals: all(fields, "refusals").filter(|id| !id.is_empty()).map(str::to_owned).collect(),
        reasons: value(fields, "reasons").to_owned(),
        conditions: (0..rows).map(condition).filter(filled).collect(),
        reason: value(fields, "reason").to_owned(),
        destination: value(fields, "destination").to_owned(),
        legal_basis: lines.map(str::to_owned).collect(),
    }
}

/// What a handler asks of an adviser.
pub(in super::super) fn ask(fields: &Fields) -> advice::Ask {
    let (row, place) = value(fields, "advice").split_once('~').unwrap_or_default();
    advice::Ask {
        advice: row.to_owned(),
        place: place.to_owned(),
        adviser: value(fields, "adviser").to_owned(),
        text: value(fields, "question").to_owned(),
        pages: all(fields, "pages").map(str::to_owned).collect(),
        papers: all(fields, "papers").filter_map(|id| id.parse().ok()).collect(),
    }
}
