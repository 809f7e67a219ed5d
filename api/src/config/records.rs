//! Where records are kept, and how processes tell each other of them.

use secrecy::SecretString;
use serde::Deserialize;

/// The database.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// Address; empty for SQLite in the data folder.
    pub url: SecretString,
    /// Connections kept.
    pub max_connections: u32,
    /// Longest wait for a connection.
    pub acquire_timeout_ms: u64,
}

/// News between processes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Queue {
    /// NATS; empty to poll the database.
    pub nats_url: String,
    /// Interval of polling.
    pub poll_ms: u64,
}
