//! What alerts say about us, and how they reach phones.

use std::path::PathBuf;

use serde::Deserialize;

/// What our CAP messages say about us.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alerts {
    /// CAP sender.
    pub sender: String,
    /// Hours an ended alert stays visible.
    pub ended_visible_h: i64,
    /// Hours an alert stays active when nothing else is said.
    pub default_expires_h: i64,
    /// Private key for signatures.
    pub signing_key_file: PathBuf,
    /// Certificate for signatures.
    pub signing_certificate_file: PathBuf,
    /// Authorities trusted on import.
    pub trust_anchor_files: Vec<PathBuf>,
}

/// Web Push.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Push {
    /// Contact for push services.
    pub subject: String,
    /// VAPID key; empty for one in the data folder.
    pub vapid_key_file: PathBuf,
    /// Hosts of push services that there is always room for, with what lies below them.
    pub known_services: Vec<String>,
    /// Whether `serve` also sends.
    pub embedded_worker: bool,
    /// Subscriptions per shard.
    pub shard_size: i64,
    /// Lease of a shard.
    pub lease_s: i64,
    /// Requests in flight per push service.
    pub concurrency_per_origin: usize,
    /// Connections per push service.
    pub connections_per_origin: usize,
    /// Longest connection attempt.
    pub connect_timeout_ms: u64,
    /// Longest wait for an answer.
    pub request_timeout_ms: u64,
    /// First wait before another try.
    pub retry_first_ms: i64,
    /// Longest wait before another try.
    pub retry_most_ms: i64,
    /// Phones called gone at once from which on a push service may not be believed.
    pub doubt_least: i64,
    /// Share of a delivery, in percent, from which on it is not, however few they are.
    pub doubt_nearly_all: i64,
    /// Phones called gone at once from which on a smaller share is enough.
    pub doubt_many: i64,
    /// That share, in percent.
    pub doubt_share: i64,
    /// Hours after which the same word about a phone is believed.
    pub doubt_h: i64,
    /// First wait before a phone in quarantine is told again.
    pub doubt_retry_ms: i64,
    /// Whether agreements are prepared ahead.
    pub prepare_agreements: bool,
    /// Tests only.
    pub allow_private_endpoints: bool,
    /// Tests only: certificate authority of the stand-in push service.
    pub extra_root_file: PathBuf,
}
