//! Bytes whose row is gone while their place was away. Nothing opens them any more, for their
//! key went with the row; they are noted, and taken away when the place answers again.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};

use super::failed;
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::entity::leftover;

/// Most files of one run.
const AT_ONCE: u64 = 200;

async fn remove(state: &State, vault_key: &str) -> Result<()> {
    let (store, vault_key) = (state.permits.store.clone(), vault_key.to_owned());
    let removed = tokio::task::spawn_blocking(move || store.remove(&vault_key));
    removed.await.map_err(|error| Error::Internal(error.into()))?.map_err(failed)
}

/// Takes bytes away, now or as soon as their place answers.
///
/// # Errors
/// The place does not answer, and neither does the database.
pub async fn discard(state: &State, vault_key: &str) -> Result<()> {
    let Err(error) = remove(state, vault_key).await else { return Ok(()) };
    tracing::warn!(%error, "bytes without a row stay until their place answers");
    let row =
        leftover::ActiveModel { vault_key: Set(vault_key.to_owned()), since_ms: Set(state.clock.now_ms()) };
    leftover::Entity::insert(row).on_conflict_do_nothing().exec_without_returning(&state.db).await?;
    Ok(())
}

/// Takes away what could not be taken away before; the answer is how many files.
///
/// # Errors
/// The place or the database does not answer.
pub async fn run(state: &State) -> Result<usize> {
    let find = leftover::Entity::find().order_by_asc(leftover::Column::SinceMs).limit(AT_ONCE);
    let mut done = 0;
    for row in find.all(&state.db).await? {
        remove(state, &row.vault_key).await?;
        leftover::Entity::delete_by_id(row.vault_key).exec(&state.db).await?;
        done += 1;
    }
    Ok(done)
}
