//! From the folder into the bucket, while the service runs: what still lies in the folder is
//! read from there, what is new goes into the bucket alone.

use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, ensure};
use aws_lc_rs::digest;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;

use super::store::{Draft, Folder, Store};
use super::{Bucket, discard, waiting};
use crate::app::State;
use crate::permit::entity::{document, mandate};

/// A bucket, and the folder that was used before it.
pub(super) struct Moving {
    into: Bucket,
    from: Folder,
}

impl Moving {
    pub(super) fn new(into: Bucket, from: Folder) -> Self {
        Self { into, from }
    }
}

impl Store for Moving {
    fn begin(&self, key: &str) -> io::Result<Box<dyn Draft>> {
        self.into.begin(key)
    }

    fn read(&self, key: &str) -> io::Result<Box<dyn Read + Send>> {
        match self.from.read(key) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.into.read(key),
            other => other,
        }
    }

    fn remove(&self, key: &str) -> io::Result<()> {
        self.from.remove(key)?;
        self.into.remove(key)
    }

    fn is_well(&self) -> bool {
        self.into.is_well()
    }

    fn place(&self) -> String {
        self.into.place()
    }
}

/// What a move has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Files that are now in the bucket alone.
    pub files: usize,
    /// Files in the folder that no record knows; nothing opens them any more.
    pub unknown: usize,
}

/// Moves what lies in the folder into the bucket. Each file is read again from the bucket
/// before it goes from the folder, so it can be stopped at any moment and begun again.
///
/// # Errors
/// No bucket is configured, or folder, bucket or database do not answer.
pub async fn run(state: &State) -> anyhow::Result<Moved> {
    let settings = &state.config.vault.s3;
    ensure!(settings.is_configured(), "vault.s3 names no bucket: there is nowhere to move files to");
    let root = state.config.vault_dir();
    let (bucket, listed) = (settings.clone(), root.clone());
    let (bucket, keys) = waiting(move || Ok((Bucket::open(&bucket)?, Folder::keys(&listed)?))).await?;
    let bucket = Arc::new(bucket);
    let mut moved = Moved { files: 0, unknown: 0 };
    for key in keys {
        if !is_known(state, &key).await? {
            moved.unknown += 1;
            continue;
        }
        let (from, into, copied) = (root.clone(), bucket.clone(), key.clone());
        waiting(move || copy(&from, &into, &copied)).await?;
        // Whoever erased it meanwhile did not find it in the bucket yet.
        if !is_known(state, &key).await? {
            discard(state, &key).await?;
        }
        let (from, gone) = (root.clone(), key);
        waiting(move || Ok(Folder::new(&from)?.remove(&gone)?)).await?;
        moved.files += 1;
    }
    waiting(move || {
        Folder::vanish_if_empty(&root);
        Ok(())
    })
    .await?;
    Ok(moved)
}

async fn is_known(state: &State, key: &str) -> anyhow::Result<bool> {
    let papers = document::Entity::find().filter(document::Column::VaultKey.eq(key)).count(&state.db).await?;
    let mandates = mandate::Entity::find().filter(mandate::Column::VaultKey.eq(key)).count(&state.db).await?;
    Ok(papers + mandates > 0)
}

fn copy(root: &Path, bucket: &Bucket, key: &str) -> anyhow::Result<()> {
    let mut from = match Folder::new(root)?.read(key) {
        // Another move was faster.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    };
    let mut draft = bucket.begin(key)?;
    let written = flow(&mut from, &mut |piece| draft.write_all(piece))?;
    draft.keep()?;
    let read = flow(&mut bucket.read(key)?, &mut |_| Ok(()))?;
    ensure!(written == read, "the bucket gives something else back than was written");
    Ok(())
}

/// Lets a file flow, and says what it was.
fn flow(from: &mut dyn Read, to: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> anyhow::Result<Vec<u8>> {
    let mut hash = digest::Context::new(&digest::SHA256);
    let mut piece = vec![0; 64 * 1024];
    loop {
        let length = from.read(&mut piece).context("a file cannot be read")?;
        if length == 0 {
            return Ok(hash.finish().as_ref().to_vec());
        }
        hash.update(&piece[..length]);
        to(&piece[..length]).context("a file cannot be written")?;
    }
}
