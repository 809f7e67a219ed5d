//! Applicants' documents, encrypted at rest.
//!
//! - `store`: where the bytes lie, behind a trait: a folder;
//! - `bucket`: the same on a server that speaks S3;
//! - `moving`: from the folder into the bucket;
//! - `leftover`: bytes that could not be taken away at once;
//! - `crypt`: chunked AES-256-GCM, so that memory stays small;
//! - `kind`: what a file is, by its content;
//! - `photo`: images made anew, without what a camera adds; `jpeg`: whether one was cut;
//! - `pictures`: the thread on which that happens;
//! - `intake`: a file on its way in;
//! - `scan`: the malware scanner.
//!
//! A place may answer slowly, so it is never asked on a thread that serves others: the
//! functions here ask it on one that may wait.

mod bucket;
mod crypt;
mod intake;
mod jpeg;
mod kind;
mod leftover;
pub mod moving;
mod photo;
mod pictures;
pub mod scan;
mod store;

use std::io::{self, ErrorKind, Read};
use std::sync::Arc;

use crate::app::State;
use crate::config::Config;
use crate::error::{Error, Result};

pub use bucket::Bucket;
pub use crypt::{OpenReader, SealWriter};
pub use intake::{Accepted, Intake, Kept, Limits, Raw, Refused};
pub use kind::Kind;
pub use leftover::{discard, run as run_leftovers};
pub use pictures::Pictures;
pub use scan::{Scan, Scanner, may_be_opened};
pub use store::{Draft, Folder, Nowhere, Store, probe};

/// A document as it flows out of its place, in clear.
pub type Plain = OpenReader<Box<dyn Read + Send>>;

/// The place that the settings name.
///
/// # Errors
/// The folder cannot be made, or the settings of the bucket cannot be used.
pub fn open(config: &Config) -> anyhow::Result<Arc<dyn Store>> {
    let folder = config.vault_dir();
    if !config.vault.s3.is_configured() {
        return Ok(Arc::new(Folder::new(&folder)?));
    }
    let bucket = Bucket::open(&config.vault.s3)?;
    if folder.is_dir() {
        return Ok(Arc::new(moving::Moving::new(bucket, Folder::new(&folder)?)));
    }
    Ok(Arc::new(bucket))
}

/// Does something on a thread that may wait.
///
/// # Errors
/// It fails.
pub(crate) async fn waiting<T: Send + 'static>(
    work: impl FnOnce() -> anyhow::Result<T> + Send + 'static,
) -> anyhow::Result<T> {
    tokio::task::spawn_blocking(work).await?
}

/// What a failure of the place means to whoever waits: one that is away comes back.
#[must_use]
pub fn failed(error: io::Error) -> Error {
    match error.kind() {
        ErrorKind::NotConnected | ErrorKind::TimedOut => Error::Unavailable,
        _ => Error::Internal(error.into()),
    }
}

/// Opens a document: `about` is what its key was wrapped for.
///
/// # Errors
/// The key of the house is missing, the place does not answer, or the document was altered.
pub async fn plain(state: &State, about: &str, wrapped: &[u8], vault_key: &str) -> Result<Plain> {
    let key = state.permits.keys.unwrap_key(about, wrapped)?;
    let (store, vault_key) = (state.permits.store.clone(), vault_key.to_owned());
    let opened = tokio::task::spawn_blocking(move || OpenReader::new(store.read(&vault_key)?, &key));
    opened.await.map_err(|error| Error::Internal(error.into()))?.map_err(failed)
}

/// Asks the scanner again about a document; none when it gives no answer about this one,
/// which keeps the others from nothing.
///
/// # Errors
/// The place does not answer.
pub async fn look_again(state: &State, about: &str, wrapped: &[u8], vault_key: &str) -> Result<Option<Scan>> {
    match plain(state, about, wrapped, vault_key).await {
        Ok(plain) => {
            let scan = state.permits.scanner.look(plain).await;
            Ok((scan != Scan::Pending).then_some(scan))
        }
        Err(Error::Unavailable) => Err(Error::Unavailable),
        Err(error) => {
            tracing::error!(about, %error, "a document waits for the scanner and cannot be opened");
            Ok(None)
        }
    }
}

/// The whole of a document, in clear.
///
/// # Errors
/// As [`plain`].
pub async fn whole(state: &State, about: &str, wrapped: &[u8], vault_key: &str) -> Result<Vec<u8>> {
    let mut plain = plain(state, about, wrapped, vault_key).await?;
    let read = tokio::task::spawn_blocking(move || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        plain.read_to_end(&mut bytes)?;
        Ok(bytes)
    });
    read.await.map_err(|error| Error::Internal(error.into()))?.map_err(failed)
}
