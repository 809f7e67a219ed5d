//! Rates and sizes.

use serde::Deserialize;

/// Rates and sizes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Reads per second of one address.
    pub read_per_s: u32,
    /// Burst of reads.
    pub read_burst: u32,
    /// Writes per minute of one address.
    pub write_per_min: u32,
    /// Burst of writes.
    pub write_burst: u32,
    /// Phones that come, change or go, per minute of one address.
    pub phone_per_min: u32,
    /// Burst of those.
    pub phone_burst: u32,
    /// New push services per minute of one address.
    pub new_service_per_min: u32,
    /// Sign-in attempts per minute of one address.
    pub sign_in_per_min: u32,
    /// Largest body.
    pub body_bytes: usize,
    /// Live listeners in all.
    pub stream_listeners: usize,
    /// Live listeners of one address.
    pub stream_listeners_per_address: usize,
}
