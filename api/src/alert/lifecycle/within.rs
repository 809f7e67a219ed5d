//! Whether an alert stays within the places where somebody is competent: an authority speaks for
//! its own territory.

use super::Model;
use crate::account::{Person, territory};
use crate::app::State;
use crate::area::AreaSet;
use crate::error::{Error, Result};

/// Whether all places of these alerts are somebody's own.
///
/// # Errors
/// The database does not answer.
pub(super) async fn holds(state: &State, person: &Person, rows: &[&Model]) -> Result<bool> {
    let own = territory::of_account(state, person.id).await?;
    let all = rows.iter().map(|row| AreaSet::from_i32(row.areas)).fold(AreaSet::NONE, AreaSet::union);
    Ok(own.holds(all))
}

/// The same, for a step that has no field to be corrected.
///
/// # Errors
/// A place is another authority's, or the database does not answer.
pub(super) async fn must_hold(state: &State, person: &Person, rows: &[&Model]) -> Result<()> {
    if holds(state, person, rows).await? { Ok(()) } else { Err(Error::Forbidden("other-territory")) }
}
