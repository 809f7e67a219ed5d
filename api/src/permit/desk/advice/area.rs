//! The place of a question, and whether an adviser is competent there.

use serde_json::Value;

use super::super::Case;
use crate::account::territory::Competence;
use crate::app::State;
use crate::area::AreaSet;
use crate::permit::entity::advice;

/// Whether a question is about a place where somebody is competent.
#[must_use]
pub fn may_read(own: Competence, row: &advice::Model) -> bool {
    own.covers(row.area.and_then(|bits| i32::try_from(bits).ok()).map(AreaSet::from_i32))
}

/// The address of a place, as the applicant wrote it.
fn address<'c>(case: &'c Case, place: &str) -> Option<&'c Value> {
    match place {
        "activity" => case.said("activity-address"),
        "storage" => case.said("storage-address").or_else(|| case.said("address")),
        _ => case.said("address"),
    }
}

/// Where the place of a question lies, by the postcode of its address.
#[must_use]
pub fn of_place(state: &State, case: &Case, place: &str) -> Option<AreaSet> {
    let postcode = address(case, place)?.get("postcode")?.as_str()?;
    state.areas.by_code(postcode, state.clock.now_ms())
}

/// The municipality of a place, as the applicant wrote it.
#[must_use]
pub fn written(case: &Case, place: &str) -> Option<String> {
    let own = address(case, place).filter(|_| place != "none")?;
    let municipality = own.get("municipality")?.as_str()?.trim();
    (!municipality.is_empty()).then(|| municipality.to_owned())
}
