//! The second factor: time-based codes (RFC 6238), each good for one use.

use anyhow::{Context, anyhow};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use totp_rs::{Algorithm, Secret, TOTP};

const STEP_S: u64 = 30;

/// A new secret, base32.
///
/// # Errors
/// The system has no randomness.
pub fn new_secret() -> anyhow::Result<String> {
    let mut bytes = [0u8; 20];
    aws_lc_rs::rand::fill(&mut bytes).map_err(|_| anyhow!("no randomness"))?;
    Ok(Secret::Raw(bytes.to_vec()).to_encoded().to_string())
}

fn totp(secret: &str, email: &str) -> anyhow::Result<TOTP> {
    let bytes = Secret::Encoded(secret.to_owned()).to_bytes().map_err(|_| anyhow!("a secret is damaged"))?;
    TOTP::new(Algorithm::SHA1, 6, 1, STEP_S, bytes, Some("safe.brussels".to_owned()), email.to_owned())
        .context("a secret is too short")
}

/// The address that an authenticator app reads.
///
/// # Errors
/// The secret is damaged.
pub fn address(secret: &str, email: &str) -> anyhow::Result<String> {
    Ok(totp(secret, email)?.get_url())
}

/// The code of a moment, for demonstrations and tests.
///
/// # Errors
/// The secret is damaged.
pub fn code_at(secret: &str, now_ms: i64) -> anyhow::Result<String> {
    Ok(totp(secret, "x")?.generate(u64::try_from(now_ms / 1000).unwrap_or(0)))
}

/// The step of a right code that is newer than the last one used.
///
/// # Errors
/// The secret is damaged.
pub fn accept(secret: &str, code: &str, now_ms: i64, last_step: i64) -> anyhow::Result<Option<i64>> {
    let totp = totp(secret, "x")?;
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    let now = now_ms / 1000 / 30;
    Ok([now - 1, now, now + 1].into_iter().find(|step| {
        let at = u64::try_from(step * 30).unwrap_or(0);
        *step > last_step && verify_slices_are_equal(totp.generate(at).as_bytes(), code.as_bytes()).is_ok()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_works_once() {
        let secret = new_secret().expect("secret");
        let now = 1_790_000_000_000;
        let code = code_at(&secret, now).expect("code");
        let step = accept(&secret, &code, now, 0).expect("check").expect("right");
        assert_eq!(accept(&secret, &code, now, step).expect("check"), None);
        assert_eq!(accept(&secret, "000000x", now, 0).expect("check").is_some(), code == "000000");
    }
}
