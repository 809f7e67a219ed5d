//! What can go wrong at an origin.

use serde::{Deserialize, Serialize};

/// What goes wrong at one origin. The default is nothing. Shares are from 0 to
/// 1 and are drawn per request from the seed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// What happens to connections.
    pub mode: Mode,
    /// Time from the request to the answer, in milliseconds.
    pub latency_ms: u64,
    /// Up to this many milliseconds more.
    pub jitter_ms: u64,
    /// Answers given in place of acceptance. Shares add up.
    pub answers: Vec<Answer>,
    /// The next so many requests get this answer, whatever their share.
    pub burst: Option<(u32, Answer)>,
    /// Share of subscribers who are gone for good: 410, or 201 from Apple.
    pub dead_share: f64,
    /// Share of requests that are read and never answered.
    pub silent_share: f64,
    /// Share of accepted messages whose stream is reset before the answer.
    pub lose_answer_share: f64,
    /// Share of accepted messages whose answer breaks off after its headers.
    pub cut_answer_share: f64,
    /// Longest TTL that is granted, in seconds.
    pub max_granted_ttl_s: Option<u64>,
    /// Most concurrent streams of one HTTP/2 connection.
    pub max_streams: Option<u32>,
    /// Number of requests after which a connection says GOAWAY (or closes).
    pub goaway_after: Option<u32>,
    /// Offer no HTTP/2.
    pub http1_only: bool,
}

impl Default for Faults {
    fn default() -> Self {
        Self {
            mode: Mode::Serve,
            latency_ms: 0,
            jitter_ms: 0,
            answers: Vec::new(),
            burst: None,
            dead_share: 0.0,
            silent_share: 0.0,
            lose_answer_share: 0.0,
            cut_answer_share: 0.0,
            max_granted_ttl_s: None,
            max_streams: None,
            goaway_after: None,
            http1_only: false,
        }
    }
}

impl Faults {
    /// Whether open connections must be closed for the change to show.
    pub(crate) fn concerns_connections(&self, after: &Self) -> bool {
        self.mode != after.mode
            || self.max_streams != after.max_streams
            || self.goaway_after != after.goaway_after
            || self.http1_only != after.http1_only
    }
}

/// What happens to connections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// They work.
    #[default]
    Serve,
    /// Accepted, then nothing is read or written.
    BlackHole,
    /// TLS and HTTP work, but no request is ever answered.
    Silent,
    /// The port is closed.
    Refuse,
    /// Accepted, then reset.
    Reset,
    /// The certificate is from an unknown authority.
    BadCertificate,
}

/// One answer in place of acceptance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Answer {
    /// Share of requests that get it (not used by a burst).
    pub share: f64,
    /// The status code.
    pub status: u16,
    /// The `Retry-After` header.
    pub retry_after: Option<RetryAfter>,
    /// The `Location` header, for redirects.
    pub location: Option<String>,
    /// Mozilla's `errno` in a JSON body.
    pub errno: Option<u16>,
}

impl Answer {
    /// An answer with a status alone.
    #[must_use]
    pub fn status(share: f64, status: u16) -> Self {
        Self { share, status, ..Self::default() }
    }

    /// An answer with `Retry-After`.
    #[must_use]
    pub fn retry(share: f64, status: u16, retry_after: RetryAfter) -> Self {
        Self { retry_after: Some(retry_after), ..Self::status(share, status) }
    }
}

/// The two forms of `Retry-After` (RFC 9110 section 10.2.3), both in seconds
/// from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RetryAfter {
    /// Written as a number.
    Seconds(u64),
    /// Written as a date.
    Date(u64),
}

/// Whose habits an origin has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flavour {
    /// Status codes of the specifications.
    #[default]
    Standard,
    /// 403 `BadJwtToken` for all token faults, a strict `sub`, and 201 for dead
    /// subscriptions.
    Apple,
    /// JSON bodies with `errno`.
    Mozilla,
    /// 406 in place of 429.
    Microsoft,
}
