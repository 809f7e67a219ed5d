//! Links of our pages to others.

use serde::Deserialize;

use super::Mode;

/// The weekly question to the addresses that our pages lead to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Links {
    /// Hours between two questions to an address; 0 for never.
    pub every_h: u32,
    /// Whether a demonstration asks as well.
    pub in_demo: bool,
    /// Failures in a row after which a link counts as broken.
    pub tries: u32,
    /// Seconds until a failure is asked again.
    pub retry_s: u32,
    /// Longest wait for an answer.
    pub timeout_ms: u64,
    /// Hosts asked side by side.
    pub hosts_at_once: usize,
    /// Pause between two questions to one host.
    pub host_pause_ms: u64,
    /// Tests only.
    pub allow_private_addresses: bool,
}

impl Links {
    /// Whether processes of this mode ask by themselves.
    #[must_use]
    pub fn asks(&self, mode: Mode) -> bool {
        self.every_h > 0 && (mode == Mode::Production || self.in_demo)
    }
}
