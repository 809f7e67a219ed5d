//! One VAPID signature per push service and half day, not per message.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use anyhow::Context;
use safe_sealing::{Origin, Subject, VapidKey};

/// Seconds a token is good for; half a day, where RFC 8292 allows a whole one.
const LIFE_S: u64 = 12 * 3600;
/// Seconds before its end at which a token is replaced.
const EARLY_S: u64 = 2 * 3600;

/// Tokens made so far.
#[derive(Default)]
pub struct Tokens {
    made: Mutex<HashMap<String, (u64, String)>>,
}

impl Tokens {
    /// The value of `Authorization` for a push service.
    ///
    /// # Errors
    /// The address or the contact is none, or signing failed.
    pub fn authorization(
        &self,
        key: &VapidKey,
        origin: &str,
        subject: &str,
        now_ms: i64,
    ) -> anyhow::Result<String> {
        let now = u64::try_from(now_ms / 1000).context("a time before 1970")?;
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((end, value)) = made.get(origin)
            && *end > now + EARLY_S
        {
            return Ok(value.clone());
        }
        let audience = Origin::parse(origin).context("a push service has no address")?;
        let subject = Subject::parse(subject).context("push.subject")?;
        let end = now + LIFE_S;
        let value = key.authorization(&audience, &subject, now, end).context("no VAPID token")?;
        made.insert(origin.to_owned(), (end, value.clone()));
        Ok(value)
    }
}
