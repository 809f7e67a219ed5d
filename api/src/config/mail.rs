//! Mails.

use std::path::PathBuf;

use serde::Deserialize;

/// Mails.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Sender.
    pub from: String,
    /// Folder of .eml files; empty for `data_dir/mail`.
    pub outbox_dir: PathBuf,
}
