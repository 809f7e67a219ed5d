//! Passwords: Argon2id, away from the threads that serve requests.

use anyhow::anyhow;
use argon2::Argon2;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};

/// The hash of a password, as kept.
///
/// # Errors
/// The system has no memory or randomness left.
pub async fn hash(password: String) -> anyhow::Result<String> {
    tokio::task::spawn_blocking(move || {
        let salt = SaltString::generate(&mut OsRng);
        Argon2::default()
            .hash_password(password.as_bytes(), &salt)
            .map(|hash| hash.to_string())
            .map_err(|error| anyhow!("the password cannot be hashed: {error}"))
    })
    .await?
}

/// Whether a password fits a hash. Without a hash the same work is done, so
/// that the time taken does not tell which addresses exist.
///
/// # Errors
/// The system has no memory left.
pub async fn check(password: String, hash: Option<String>) -> anyhow::Result<bool> {
    tokio::task::spawn_blocking(move || {
        let known = hash.is_some();
        let hash = match hash {
            Some(hash) => hash,
            None => {
                let salt = SaltString::from_b64("bm9ib2R5aXNoZXJl").map_err(|e| anyhow!("{e}"))?;
                Argon2::default().hash_password(b"nobody", &salt).map_err(|e| anyhow!("{e}"))?.to_string()
            }
        };
        let parsed = PasswordHash::new(&hash).map_err(|e| anyhow!("a stored hash is damaged: {e}"))?;
        let fits = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
        Ok(known && fits)
    })
    .await?
}
