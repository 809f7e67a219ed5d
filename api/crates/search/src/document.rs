//! What can be found: one page in one language.

use std::io::BufRead;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::engine::Error;
use crate::lang::Lang;

/// One line of the site generator's `search.jsonl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Unique: topic and language.
    pub id: String,
    /// Kind of page: `advice`, `guide`, `publication`, …
    #[serde(default = "page")]
    pub kind: String,
    /// Language of the text.
    pub lang: Lang,
    /// The same for every translation; empty when the page has none.
    #[serde(default)]
    pub topic_id: String,
    /// Title.
    pub title: String,
    /// One sentence.
    #[serde(default)]
    pub summary: String,
    /// Words of the page without mark-up.
    #[serde(default)]
    pub body: String,
    /// Address without host.
    pub url: String,
    /// Audiences.
    #[serde(default)]
    pub audience: Vec<String>,
    /// NIS codes of the municipalities it is about.
    #[serde(default)]
    pub municipality: Vec<String>,
}

fn page() -> String {
    "page".to_owned()
}

impl Document {
    /// The topic, which is the id itself for a page without translations.
    #[must_use]
    pub fn topic(&self) -> &str {
        if self.topic_id.is_empty() { &self.id } else { &self.topic_id }
    }
}

/// Reads a `search.jsonl`. Empty lines are skipped.
///
/// # Errors
/// The file cannot be read, or a line is no document; the line is named.
pub fn read(path: &Path) -> Result<Vec<Document>, Error> {
    let fail = |line: usize, reason: String| Error::File { path: path.to_owned(), line, reason };
    let file = std::fs::File::open(path).map_err(|error| fail(0, error.to_string()))?;
    let mut documents = Vec::new();
    for (number, line) in std::io::BufReader::new(file).lines().enumerate() {
        let line = line.map_err(|error| fail(number + 1, error.to_string()))?;
        if !line.trim().is_empty() {
            let document = serde_json::from_str(&line);
            documents.push(document.map_err(|error| fail(number + 1, error.to_string()))?);
        }
    }
    Ok(documents)
}
