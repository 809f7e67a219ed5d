//! The HTTP listener.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The HTTP listener.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Http {
    /// Address and port.
    pub listen: String,
    /// Address and port of the metrics; empty for none.
    pub metrics_listen: String,
    /// Public address without a trailing slash.
    pub base_url: String,
    /// Threads; 0 for one more than processors.
    pub workers: usize,
    /// Proxies whose forwarded address is believed.
    pub trusted_proxies: Vec<String>,
    /// Seconds given to open requests at the end.
    pub shutdown_timeout_s: u64,
    /// Where the exit of the help pages leads.
    pub exit_url: String,
    /// The same, for readers of a language.
    pub exit_urls: BTreeMap<String, String>,
}
