//! `pages.toml`: which facts a guide page shows.

use serde::{Deserialize, Serialize};

/// A guide page and its facts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Its folder in `content/pages/permits`.
    pub id: String,
    /// Facts, as `kind:id`.
    pub facts: Vec<String>,
}
