//! Small texts of a file, sealed with the key of that file and bound to their
//! place in it. When the key is destroyed, so are they, wherever copies lie.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::entity::application;
use super::keys::{self, Key, Keys};
use crate::error::{Error, Result};

/// Opens and seals what belongs to one file.
pub struct FileKey(Key);

impl FileKey {
    /// The key of a file.
    ///
    /// # Errors
    /// The file was erased, or the key of the house is missing.
    pub fn of(keys: &Keys, file: &application::Model) -> Result<Self> {
        let wrapped = file.key_wrapped.as_deref().ok_or(Error::NotFound)?;
        Ok(Self(keys.unwrap_key(&about(file.id), wrapped)?))
    }

    /// A key for a new file, and how it is kept.
    ///
    /// # Errors
    /// The system has no randomness.
    pub fn fresh(keys: &Keys, id: uuid::Uuid) -> Result<(Self, Vec<u8>)> {
        let (key, wrapped) = keys.fresh(&about(id))?;
        Ok((Self(key), wrapped))
    }

    /// Seals a value as JSON. `place` names what it is, for example `answer/name`.
    ///
    /// # Errors
    /// The value cannot be written as JSON.
    pub fn seal(&self, place: &str, value: &impl Serialize) -> Result<Vec<u8>> {
        let json = serde_json::to_vec(value).map_err(|error| Error::Internal(error.into()))?;
        Ok(keys::seal(&self.0, place, &json)?)
    }

    /// Opens a value sealed for the same place.
    ///
    /// # Errors
    /// The bytes were altered or belong elsewhere.
    pub fn open<T: DeserializeOwned>(&self, place: &str, sealed: &[u8]) -> Result<T> {
        let json = keys::open(&self.0, place, sealed)?;
        serde_json::from_slice(&json).map_err(|error| Error::Internal(error.into()))
    }
}

fn about(id: uuid::Uuid) -> String {
    format!("file/{id}")
}
