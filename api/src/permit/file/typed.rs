//! What somebody typed when it could not be taken: their session had just run out, and what
//! they sent is no answer yet. It waits, sealed with the key of the file, until they have
//! signed in again and are back on its page. The office never reads it.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{QueryFilter, Set};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::File;
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::error::Result;
use crate::permit::entity::typed::{ActiveModel, Column, Entity};

/// How long it waits: whoever signs in later than this has given it up.
const WAITS_MS: i64 = 86_400_000;

/// Of one person alone: others may have the same file open by a mandate.
fn place(citizen: &Citizen, page: &str) -> String {
    format!("{}/{page}", citizen.row.id)
}

/// Keeps what was typed on a page, in place of what was kept before.
///
/// # Errors
/// The database does not answer.
pub async fn keep(
    state: &State,
    citizen: &Citizen,
    file: &File,
    page: &str,
    what: &(impl Serialize + Sync),
) -> Result<()> {
    let place = place(citizen, page);
    let row = ActiveModel {
        application_id: Set(file.row.id),
        sealed: Set(file.key.seal(&format!("typed/{place}"), what)?),
        place: Set(place),
        at_ms: Set(state.clock.now_ms()),
    };
    let instead = OnConflict::columns([Column::ApplicationId, Column::Place])
        .update_columns([Column::Sealed, Column::AtMs])
        .to_owned();
    Entity::insert(row).on_conflict(instead).exec_without_returning(&state.db).await?;
    Ok(())
}

/// What waits for this person on a page.
///
/// # Errors
/// The database does not answer, or what is sealed was altered.
pub async fn look<T: DeserializeOwned>(
    state: &State,
    citizen: &Citizen,
    file: &File,
    page: &str,
) -> Result<Option<T>> {
    let place = place(citizen, page);
    let found = Entity::find_by_id((file.row.id, place.clone())).one(&state.db).await?;
    found.map(|row| file.key.open(&format!("typed/{place}"), &row.sealed)).transpose()
}

/// Forgets what waited: it was taken, or is not needed any more.
///
/// # Errors
/// The database does not answer.
pub async fn forget(state: &State, citizen: &Citizen, file: &File, page: &str) -> Result<()> {
    Entity::delete_by_id((file.row.id, place(citizen, page))).exec(&state.db).await?;
    Ok(())
}

/// Forgets what nobody came back to; the answer is how much.
///
/// # Errors
/// The database does not answer.
pub async fn sweep(state: &State) -> Result<usize> {
    let old = Column::AtMs.lt(state.clock.now_ms() - WAITS_MS);
    let gone = Entity::delete_many().filter(old).exec(&state.db).await?;
    Ok(usize::try_from(gone.rows_affected).unwrap_or(usize::MAX))
}
