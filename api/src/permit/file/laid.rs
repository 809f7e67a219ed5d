//! Bytes in the vault that vanish unless a row comes to need them.

use sea_orm::DatabaseTransaction;
use tokio::runtime::Handle;
use uuid::Uuid;

use crate::app::State;
use crate::error::Result;
use crate::permit::vault;

/// Bytes under an id. Whatever goes wrong, also that the browser is gone, leaves nothing.
pub(crate) struct Laid<'s> {
    state: &'s State,
    vault_key: String,
    is_settled: bool,
}

impl<'s> Laid<'s> {
    /// The bytes of a paper, before they come.
    pub(crate) fn new(state: &'s State, id: Uuid) -> Self {
        Self { state, vault_key: id.to_string(), is_settled: false }
    }

    /// Commits the row that needs the bytes; without one they go.
    ///
    /// # Errors
    /// What went wrong before, or the database does not answer.
    pub(crate) async fn settle<T>(
        mut self,
        outcome: Result<std::result::Result<(T, Option<DatabaseTransaction>), &'static str>>,
    ) -> Result<std::result::Result<T, &'static str>> {
        // If the answer to a commit is lost, bytes without a row are better than a row without.
        self.is_settled = true;
        match outcome {
            Ok(Ok((value, Some(tx)))) => {
                tx.commit().await?;
                Ok(Ok(value))
            }
            Ok(Ok((value, None))) => {
                vault::discard(self.state, &self.vault_key).await?;
                Ok(Ok(value))
            }
            Ok(Err(code)) => {
                vault::discard(self.state, &self.vault_key).await?;
                Ok(Err(code))
            }
            Err(error) => {
                if let Err(also) = vault::discard(self.state, &self.vault_key).await {
                    tracing::error!(error = %also, "bytes without a row lie in the vault");
                }
                Err(error)
            }
        }
    }
}

impl Drop for Laid<'_> {
    fn drop(&mut self) {
        if self.is_settled {
            return;
        }
        let (store, vault_key) = (self.state.permits.store.clone(), std::mem::take(&mut self.vault_key));
        let gone = move || {
            if let Err(error) = store.remove(&vault_key) {
                tracing::error!(%error, "bytes without a row lie in the vault");
            }
        };
        match Handle::try_current() {
            Ok(handle) => drop(handle.spawn_blocking(gone)),
            Err(_) => gone(),
        }
    }
}
