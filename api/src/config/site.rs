//! The static portal, and what searches it.

use std::path::PathBuf;

use secrecy::SecretString;
use serde::Deserialize;

/// Where the portal is built from and served from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Built portal; empty for `data_dir/site`.
    pub dir: PathBuf,
    /// Content sources.
    pub content_dir: PathBuf,
    /// Fluent sources.
    pub locales_dir: PathBuf,
    /// Zola sources.
    pub source_dir: PathBuf,
    /// Command that runs Zola.
    pub zola: Vec<String>,
}

/// Search engine.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Meilisearch; empty for the embedded index.
    pub meilisearch_url: String,
    /// Its key.
    pub meilisearch_key: SecretString,
}
