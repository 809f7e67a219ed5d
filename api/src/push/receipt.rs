//! Receipts of "test my phone": the test message carries one, and the phone that could
//! read the message sends it back. Some push services report success for phones that are
//! long gone; a receipt is the only proof that a message arrives.

use anyhow::Context;
use aws_lc_rs::{digest, hmac};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use safe_sealing::VapidKey;

/// How long a receipt is accepted: as long as the test message itself lives.
const VALID_MS: i64 = 10 * 60_000;
/// Bytes of the tag: forging one is a guess among 2^128.
const TAG_BYTES: usize = 16;

/// Makes and checks receipts; every process with the same VAPID key agrees.
pub struct Receipts {
    key: hmac::Key,
}

impl Receipts {
    /// Derives the key of receipts from the key that identifies us to push services.
    ///
    /// # Errors
    /// The key cannot be written.
    pub fn new(vapid: &VapidKey) -> anyhow::Result<Self> {
        let pem = vapid.to_pem().context("the VAPID key cannot be written")?;
        let mut secret = digest::Context::new(&digest::SHA256);
        secret.update(b"receipts of test messages\0");
        secret.update(pem.as_bytes());
        Ok(Self { key: hmac::Key::new(hmac::HMAC_SHA256, secret.finish().as_ref()) })
    }

    /// A receipt for a message sent now.
    #[must_use]
    pub fn make(&self, now_ms: i64) -> String {
        let time = now_ms.to_string();
        let tag = hmac::sign(&self.key, time.as_bytes());
        format!("{time}.{}", URL_SAFE_NO_PAD.encode(&tag.as_ref()[..TAG_BYTES]))
    }

    /// Whether a receipt is one of ours and of the last minutes.
    #[must_use]
    pub fn holds(&self, receipt: &str, now_ms: i64) -> bool {
        let Some(sent_ms) = receipt.split_once('.').and_then(|(time, _)| time.parse::<i64>().ok()) else {
            return false;
        };
        let expected = self.make(sent_ms);
        let same = aws_lc_rs::constant_time::verify_slices_are_equal(receipt.as_bytes(), expected.as_bytes())
            .is_ok();
        same && (0..=VALID_MS).contains(&now_ms.saturating_sub(sent_ms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_fresh_receipt_of_ours_holds() {
        let ours = Receipts::new(&VapidKey::generate().expect("key")).expect("receipts");
        let others = Receipts::new(&VapidKey::generate().expect("key")).expect("receipts");
        let receipt = ours.make(1_000_000);
        assert!(ours.holds(&receipt, 1_000_000) && ours.holds(&receipt, 1_000_000 + VALID_MS));
        assert!(!ours.holds(&receipt, 1_000_001 + VALID_MS), "old");
        assert!(!ours.holds(&receipt, 999_999), "from the future");
        assert!(!others.holds(&receipt, 1_000_000), "another key");
        assert!(!ours.holds(&receipt.replace("1000000", "1000001"), 1_000_001), "another time");
        for odd in ["", ".", "x.y", "1000000.", "9223372036854775808.x", "-9223372036854775808.x"] {
            assert!(!ours.holds(odd, 1_000_000), "{odd}");
        }
    }
}
