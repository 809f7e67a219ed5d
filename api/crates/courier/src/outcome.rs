//! What became of a message, and what may be concluded from it.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};

/// What became of one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The push service took it. This does not prove that it was shown.
    Accepted {
        /// Seconds that the service will keep it, if it said so.
        granted_ttl_s: Option<u32>,
    },
    /// The subscription no longer exists: forget it.
    Gone,
    /// The body was too large for this service: shorten it.
    TooLarge,
    /// Too many messages: try again later.
    Throttled {
        /// When, if the service said so.
        retry_after: Option<Duration>,
    },
    /// Our token or key was refused. Keep the subscription, raise an alarm; if
    /// it concerns few subscriptions, ask those browsers to subscribe again.
    Refused,
    /// The service did not understand us: a fault of ours. Keep the
    /// subscription, raise an alarm.
    Malformed,
    /// The service does not work at the moment: try again later.
    Unavailable {
        /// When, if the service said so.
        retry_after: Option<Duration>,
    },
    /// There was no answer: try again later. The message may have arrived.
    Failed {
        /// What happened instead.
        kind: FailureKind,
    },
}

/// Why there was no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailureKind {
    /// Nothing came in time.
    Timeout,
    /// The connection or the stream broke.
    Reset,
    /// The name could not be resolved.
    Dns,
    /// TLS could not be agreed, for instance for a wrong certificate.
    Tls,
    /// No connection.
    Connect,
    /// The name leads to an address that is not public.
    Blocked,
}

impl Outcome {
    /// Whether the subscription must be forgotten. True for [`Outcome::Gone`]
    /// alone.
    #[must_use]
    pub fn forgets(self) -> bool {
        self == Self::Gone
    }

    /// Whether another attempt can help, and how long the service asks to wait
    /// for it. `None` means that repeating the same message is pointless.
    #[must_use]
    pub fn retry(self) -> Option<Option<Duration>> {
        match self {
            Self::Throttled { retry_after } | Self::Unavailable { retry_after } => Some(retry_after),
            Self::Failed { .. } => Some(None),
            Self::Accepted { .. } | Self::Gone | Self::TooLarge | Self::Refused | Self::Malformed => None,
        }
    }
}

/// Errors of Mozilla's service that mean the subscription is gone.
const MOZILLA_GONE: [u64; 4] = [102, 103, 105, 106];

/// Reads an answer. `body` is its beginning, as far as it was read.
///
/// | answer | outcome |
/// |---|---|
/// | 2xx | accepted |
/// | 404, 410; 4xx with Mozilla's `errno` 102, 103, 105, 106 | gone |
/// | 413 | too large |
/// | 429; 406, Microsoft's way of saying it | throttled |
/// | 401, 403 | refused |
/// | 408, 421, 425, 3xx (never followed), 5xx and everything unknown | unavailable |
/// | other 4xx | malformed |
pub(crate) fn classify(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
    now: SystemTime,
    longest: Duration,
) -> Outcome {
    let wait = || retry_after(headers, now).map(|wait| wait.min(longest));
    match status.as_u16() {
        200..=299 => Outcome::Accepted { granted_ttl_s: number(headers, "ttl") },
        404 | 410 => Outcome::Gone,
        413 => Outcome::TooLarge,
        406 | 429 => Outcome::Throttled { retry_after: wait() },
        401 | 403 => Outcome::Refused,
        408 | 421 | 425 => Outcome::Unavailable { retry_after: wait() },
        400..=499 => {
            if errno(body).is_some_and(|e| MOZILLA_GONE.contains(&e)) {
                Outcome::Gone
            } else {
                Outcome::Malformed
            }
        }
        _ => Outcome::Unavailable { retry_after: wait() },
    }
}

/// Whether the body can change what the answer means.
pub(crate) fn body_matters(status: StatusCode) -> bool {
    status.is_client_error() && !matches!(status.as_u16(), 404 | 410 | 413 | 429)
}

fn errno(body: &[u8]) -> Option<u64> {
    let json: serde_json::Value = serde_json::from_slice(body).ok()?;
    json.get("errno")?.as_u64()
}

fn number(headers: &HeaderMap, name: &str) -> Option<u32> {
    headers.get(name)?.to_str().ok()?.trim().parse().ok()
}

/// `Retry-After` in either form (RFC 9110 section 10.2.3). A date in the past
/// means now; what is neither form is ignored.
fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(http::header::RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        // More digits than fit mean "very long"; the caller has a limit.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::from(u32::MAX))));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(now).unwrap_or_default())
}

/// How many messages had which outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// [`Outcome::Accepted`].
    pub accepted: u64,
    /// [`Outcome::Gone`].
    pub gone: u64,
    /// [`Outcome::TooLarge`].
    pub too_large: u64,
    /// [`Outcome::Throttled`].
    pub throttled: u64,
    /// [`Outcome::Refused`].
    pub refused: u64,
    /// [`Outcome::Malformed`].
    pub malformed: u64,
    /// [`Outcome::Unavailable`].
    pub unavailable: u64,
    /// [`Outcome::Failed`].
    pub failed: u64,
}

impl Tally {
    /// Counts one outcome.
    pub fn add(&mut self, outcome: Outcome) {
        let counter = match outcome {
            Outcome::Accepted { .. } => &mut self.accepted,
            Outcome::Gone => &mut self.gone,
            Outcome::TooLarge => &mut self.too_large,
            Outcome::Throttled { .. } => &mut self.throttled,
            Outcome::Refused => &mut self.refused,
            Outcome::Malformed => &mut self.malformed,
            Outcome::Unavailable { .. } => &mut self.unavailable,
            Outcome::Failed { .. } => &mut self.failed,
        };
        *counter += 1;
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    const HOUR: Duration = Duration::from_secs(3600);

    fn now() -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000)
    }

    fn read(status: u16, retry: Option<&str>, body: &str) -> Outcome {
        let mut headers = HeaderMap::new();
        if let Some(retry) = retry {
            headers.insert("retry-after", HeaderValue::from_str(retry).expect("header"));
        }
        headers.insert("ttl", HeaderValue::from_static("60"));
        let status = StatusCode::from_u16(status).expect("status");
        classify(status, &headers, body.as_bytes(), now(), HOUR)
    }

    const KINDS: [FailureKind; 6] = [
        FailureKind::Timeout,
        FailureKind::Reset,
        FailureKind::Dns,
        FailureKind::Tls,
        FailureKind::Connect,
        FailureKind::Blocked,
    ];

    #[test]
    fn only_404_and_410_forget_among_all_statuses_and_failures() {
        for status in 100..=999 {
            for retry in [None, Some("1"), Some("nonsense")] {
                for body in ["", "{}", "gone", r#"{"errno":109}"#, r#"{"errno":"102"}"#] {
                    let outcome = read(status, retry, body);
                    assert_eq!(outcome.forgets(), matches!(status, 404 | 410), "{status}");
                }
            }
        }
        for kind in KINDS {
            let outcome = Outcome::Failed { kind };
            assert!(!outcome.forgets() && outcome.retry().is_some());
        }
    }

    proptest! {
        #[test]
        fn no_other_answer_forgets(status in 100u16..=999, body in ".*", errno in 0u64..400) {
            let plain = read(status, None, &body);
            prop_assert_eq!(plain.forgets(), matches!(status, 404 | 410));
            let said = read(status, None, &format!(r#"{{"code":{status},"errno":{errno}}}"#));
            let client = (400..500).contains(&status)
                && !matches!(status, 401 | 403 | 406 | 408 | 413 | 421 | 425 | 429);
            let gone = client && MOZILLA_GONE.contains(&errno);
            prop_assert_eq!(said.forgets(), gone || matches!(status, 404 | 410));
        }
    }

    #[test]
    fn the_table_holds() {
        use Outcome::*;
        let later = |s| Some(Duration::from_secs(s));
        for status in [200, 201, 202] {
            assert_eq!(read(status, None, ""), Accepted { granted_ttl_s: Some(60) });
        }
        assert_eq!(read(413, None, ""), TooLarge);
        assert_eq!(read(429, Some("7"), ""), Throttled { retry_after: later(7) });
        assert_eq!(read(406, None, ""), Throttled { retry_after: None });
        assert_eq!(read(401, None, ""), Refused);
        assert_eq!(read(403, None, r#"{"reason":"BadJwtToken"}"#), Refused);
        assert_eq!(read(400, None, r#"{"errno":103}"#), Gone);
        assert_eq!(read(400, None, r#"{"errno":110}"#), Malformed);
        assert_eq!(read(503, Some("120"), ""), Unavailable { retry_after: later(120) });
        for status in [301, 307, 500, 502, 504, 507, 999] {
            assert_eq!(read(status, None, ""), Unavailable { retry_after: None });
        }
    }

    #[test]
    fn retry_after_is_read_in_both_forms() {
        let wait = |text: &str| read(503, Some(text), "").retry().expect("retried");
        let date = |ahead| httpdate::fmt_http_date(now() + Duration::from_secs(ahead));
        assert_eq!(wait("0"), Some(Duration::ZERO));
        assert_eq!(wait(" 5 "), Some(Duration::from_secs(5)));
        assert_eq!(wait(&date(90)), Some(Duration::from_secs(90)));
        assert_eq!(wait("Sun, 06 Nov 1994 08:49:37 GMT"), Some(Duration::ZERO));
        assert_eq!(wait(&date(86_400)), Some(HOUR));
        assert_eq!(wait("99999999999999999999999"), Some(HOUR));
        assert_eq!(wait("soon"), None);
        assert_eq!(wait("-5"), None);
        assert_eq!(wait("1.5"), None);
        assert_eq!(wait(""), None);
    }
}
