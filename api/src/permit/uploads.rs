//! Who may hand something in now: a few uploads at once, fewer of one person, each at a
//! sensible pace, and none while the disk is almost full. What lies on that disk beside the
//! documents, above all the alerts, goes before.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout};
use uuid::Uuid;

use crate::config::Config;
use crate::error::{Error, Result};

/// Places for uploads.
pub struct Uploads {
    all: Semaphore,
    people: Mutex<HashMap<Uuid, Arc<Semaphore>>>,
    of_person: usize,
    wait: Duration,
    grace: Duration,
    bytes_per_s: u32,
    /// The folder of the documents; none when they lie in a bucket.
    folder: Option<PathBuf>,
    least_free: u64,
}

impl Uploads {
    /// Places as the settings say.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        let vault = &config.vault;
        Self {
            all: Semaphore::new(vault.uploads_at_once.max(1)),
            people: Mutex::default(),
            of_person: vault.uploads_per_person.max(1),
            wait: Duration::from_secs(vault.upload_wait_s),
            grace: Duration::from_secs(vault.upload_grace_s),
            bytes_per_s: vault.upload_bytes_per_s.max(1),
            folder: (!vault.s3.is_configured()).then(|| config.vault_dir()),
            least_free: vault.least_free_bytes,
        }
    }

    /// A place of a person; it is theirs until it is let go.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when none came free in time.
    pub async fn of_person(&self, who: Uuid) -> Result<PersonPlace<'_>> {
        let own = self.lock().entry(who).or_insert_with(|| Arc::new(Semaphore::new(self.of_person))).clone();
        let permit = timeout(self.wait, own.acquire_owned()).await;
        match permit {
            Ok(Ok(permit)) => Ok(PersonPlace { uploads: self, who, permit: Some(permit) }),
            Ok(Err(_)) | Err(_) => Err(Error::Unavailable),
        }
    }

    /// A place among all, while there is room on the disk.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when none came free in time, or the disk is almost full.
    pub async fn place(&self) -> Result<SemaphorePermit<'_>> {
        let permit = timeout(self.wait, self.all.acquire()).await;
        let permit = permit.map_err(|_| Error::Unavailable)?.map_err(|_| Error::Unavailable)?;
        if self.has_room() { Ok(permit) } else { Err(Error::Unavailable) }
    }

    /// Until when the next piece of an upload must have come.
    #[must_use]
    pub fn next_by(&self, began: Instant, received: u64) -> Instant {
        let whole = received / u64::from(self.bytes_per_s);
        began + self.grace + Duration::from_secs(whole)
    }

    fn has_room(&self) -> bool {
        let Some(folder) = &self.folder else { return true };
        match rustix::fs::statvfs(folder) {
            Ok(disk) => {
                let free = disk.f_bavail.saturating_mul(disk.f_frsize);
                if free < self.least_free {
                    tracing::error!(free, "the disk of the documents is almost full: uploads are refused");
                }
                free >= self.least_free
            }
            // What is wrong with the folder is said by the upload itself.
            Err(_) => true,
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Uuid, Arc<Semaphore>>> {
        self.people.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A place of one person.
pub struct PersonPlace<'u> {
    uploads: &'u Uploads,
    who: Uuid,
    permit: Option<OwnedSemaphorePermit>,
}

impl Drop for PersonPlace<'_> {
    fn drop(&mut self) {
        let mut people = self.uploads.lock();
        self.permit.take();
        // Whoever waits or uploads holds the other end; without anybody the entry goes.
        if people.get(&self.who).is_some_and(|own| Arc::strong_count(own) == 1) {
            people.remove(&self.who);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uploads(change: impl FnOnce(&mut Config)) -> Uploads {
        let mut config = Config::load(None).expect("defaults");
        config.vault.uploads_at_once = 3;
        config.vault.uploads_per_person = 2;
        config.vault.upload_wait_s = 0;
        config.vault.least_free_bytes = 0;
        config.vault.dir = std::env::temp_dir();
        change(&mut config);
        Uploads::new(&config)
    }

    #[tokio::test]
    async fn one_person_leaves_places_to_others() {
        let uploads = uploads(|_| {});
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let first = uploads.of_person(one).await.expect("a place");
        let _second = uploads.of_person(one).await.expect("a place");
        assert!(matches!(uploads.of_person(one).await, Err(Error::Unavailable)));
        assert!(uploads.of_person(other).await.is_ok());
        drop(first);
        assert!(uploads.of_person(one).await.is_ok());
        assert_eq!(uploads.lock().len(), 1, "who is done is forgotten");
    }

    #[tokio::test]
    async fn a_full_disk_and_full_places_refuse() {
        let places = uploads(|_| {});
        let held = [places.place().await, places.place().await, places.place().await];
        assert!(held.iter().all(Result::is_ok));
        assert!(places.place().await.is_err(), "nobody waits for ever");
        drop(held);
        assert!(places.place().await.is_ok());
        assert!(uploads(|config| config.vault.least_free_bytes = u64::MAX).place().await.is_err());
    }

    #[test]
    fn a_slow_upload_has_time_by_what_came() {
        let uploads =
            uploads(|config| (config.vault.upload_grace_s, config.vault.upload_bytes_per_s) = (30, 1000));
        let began = Instant::now();
        assert_eq!(uploads.next_by(began, 0) - began, Duration::from_secs(30));
        assert_eq!(uploads.next_by(began, 10_000) - began, Duration::from_secs(40));
    }
}
