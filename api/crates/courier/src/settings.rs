//! Settings of all lanes.

use std::path::PathBuf;
use std::time::Duration;

/// Settings of a [`Courier`](crate::Courier). The defaults suit the public push
/// services.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Allow connections to private, loopback and other non-public addresses.
    /// For tests only: an endpoint is an address that a stranger chose.
    pub allow_private: bool,
    /// Certificates (PEM) that are trusted besides Mozilla's list. For tests
    /// and for a push service of one's own.
    pub extra_roots: Option<PathBuf>,
    /// Longest time to resolve a name, connect and agree on TLS.
    pub connect_timeout: Duration,
    /// Longest time from sending a message to its answer.
    pub request_timeout: Duration,
    /// Time after which an unused connection is closed. Short, because a
    /// connection that silently died costs a request time-out.
    pub idle_timeout: Duration,
    /// Most messages in flight to one origin.
    pub max_in_flight: usize,
    /// Messages in flight with which a lane starts; it finds its limit itself.
    pub first_in_flight: usize,
    /// HTTP/2 connections to one origin.
    pub connections: usize,
    /// Connections to one origin if it allows few streams for each, or speaks
    /// HTTP/1.1 only.
    pub max_connections: usize,
    /// Longest wait that an origin may ask for with `Retry-After`.
    pub max_retry_after: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            allow_private: false,
            extra_roots: None,
            connect_timeout: Duration::from_secs(5),
            request_timeout: Duration::from_secs(15),
            idle_timeout: Duration::from_secs(45),
            max_in_flight: 1024,
            first_in_flight: 64,
            connections: 2,
            max_connections: 16,
            max_retry_after: Duration::from_secs(3600),
        }
    }
}
