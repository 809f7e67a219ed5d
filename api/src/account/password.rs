//! Passwords: Argon2id, away from the threads that serve requests.
//!
//! Each hash takes 19 MiB and a processor for a while. A few are made at once, some more
//! wait, and whoever comes then is told to come back: a flood of sign-ins takes neither the
//! memory nor the processors that alerts need.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::anyhow;
use argon2::Argon2;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::error::{Error, Result};

/// Hashes made at once.
const AT_ONCE: usize = 4;
/// Checks that may wait for their turn.
const MOST_WAITING: usize = 32;

static GATE: Gate = Gate::new();

/// What a password of nobody is compared with: made once, with the parameters of all others.
static NOBODY: LazyLock<Option<String>> = LazyLock::new(|| made("nobody").ok());

/// Lets a few in, some wait, the others go.
struct Gate {
    places: Semaphore,
    waiting: AtomicUsize,
}

impl Gate {
    const fn new() -> Self {
        Self { places: Semaphore::const_new(AT_ONCE), waiting: AtomicUsize::new(0) }
    }

    /// A place, held until it is let go.
    ///
    /// # Errors
    /// Too many wait already.
    async fn enter(&self) -> Result<SemaphorePermit<'_>> {
        if let Ok(place) = self.places.try_acquire() {
            return Ok(place);
        }
        let _waits = Waits::begin(&self.waiting)?;
        self.places.acquire().await.map_err(|_| Error::Unavailable)
    }
}

/// Somebody who waits; they are counted until they stop, however they stop.
struct Waits<'a>(&'a AtomicUsize);

impl<'a> Waits<'a> {
    fn begin(count: &'a AtomicUsize) -> Result<Self> {
        let waits = Self(count);
        if count.fetch_add(1, Ordering::AcqRel) < MOST_WAITING { Ok(waits) } else { Err(Error::Unavailable) }
    }
}

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

fn made(password: &str) -> anyhow::Result<String> {
    let salt = SaltString::generate(&mut OsRng);
    Argon2::default()
        .hash_password(password.as_bytes(), &salt)
        .map(|hash| hash.to_string())
        .map_err(|error| anyhow!("the password cannot be hashed: {error}"))
}

fn fits(password: &str, hash: Option<&str>) -> anyhow::Result<bool> {
    // Taken in both cases, so that the first sign-in of all tells nothing either.
    let nobody = NOBODY.as_deref().ok_or_else(|| anyhow!("no hash can be made"))?;
    let parsed =
        PasswordHash::new(hash.unwrap_or(nobody)).map_err(|e| anyhow!("a stored hash is damaged: {e}"))?;
    let fits = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
    Ok(hash.is_some() && fits)
}

/// The hash of a password, as kept. People who are signed in ask for it, so it waits for its
/// turn however many others wait.
///
/// # Errors
/// The system has no memory or randomness left.
pub async fn hash(password: String) -> anyhow::Result<String> {
    let place = GATE.places.acquire().await?;
    tokio::task::spawn_blocking(move || {
        let _place = place;
        made(&password)
    })
    .await?
}

/// Whether a password fits a hash. Without a hash the same work is done, so
/// that the time taken does not tell which addresses exist.
///
/// # Errors
/// Too many ask at this moment, or the system has no memory left.
pub async fn check(password: String, hash: Option<String>) -> Result<bool> {
    let place = GATE.enter().await?;
    let looked = tokio::task::spawn_blocking(move || {
        // A request that is given up leaves its work behind: the place is free when that ends.
        let _place = place;
        fits(&password, hash.as_deref())
    });
    Ok(looked.await.map_err(|error| Error::Internal(error.into()))??)
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    #[tokio::test]
    async fn a_flood_is_told_to_come_back() {
        let gate = Gate::new();
        let mut inside = Vec::new();
        for _ in 0..AT_ONCE {
            inside.push(gate.enter().await.expect("a place"));
        }
        let mut waiting: Vec<_> = (0..MOST_WAITING).map(|_| Box::pin(gate.enter())).collect();
        for one in &mut waiting {
            assert!(one.as_mut().now_or_never().is_none(), "waits for its turn");
        }
        assert!(matches!(gate.enter().await, Err(Error::Unavailable)), "the next one does not");
        // Who gives up leaves room, and who leaves lets the first of the others in.
        waiting.pop();
        inside.pop();
        drop(waiting.remove(0).await.expect("the first in the row"));
        drop((inside, waiting));
        assert_eq!(gate.waiting.load(Ordering::Acquire), 0);
        assert_eq!(gate.places.available_permits(), AT_ONCE);
    }

    /// Nanoseconds that this thread spent on a processor: other work of the machine does
    /// not count.
    fn spent() -> u64 {
        let text = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux");
        text.split(' ').next().and_then(|first| first.parse().ok()).expect("a number")
    }

    #[test]
    fn an_unknown_address_takes_the_work_of_a_known_one() {
        let hash = made("right").expect("hash");
        assert!(fits("right", Some(&hash)).expect("check"));
        assert!(!fits("wrong", Some(&hash)).expect("check"));
        assert!(!fits("nobody", None).expect("check"), "nobody has no password");
        let work = |hash: Option<&str>| {
            let before = spent();
            assert!(!fits("wrong", hash).expect("check"));
            spent() - before
        };
        let runs: Vec<_> = (0..7).map(|_| (work(Some(&hash)), work(None))).collect();
        let known = runs.iter().map(|run| run.0).min().expect("runs");
        let unknown = runs.iter().map(|run| run.1).min().expect("runs");
        assert!(unknown * 2 < known * 3 && known * 2 < unknown * 3, "{known} and {unknown}");
    }
}
