//! What is wrong with a content file, where, and what to write instead.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

/// Whether a finding stops the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Shown to the editor; the site is built all the same.
    Warning,
    /// The site is not built until it is repaired.
    Error,
}

/// One fault in one place. The sentence for the reader is the Fluent message
/// `content-<code>` with `args` as its variables.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// File relative to the content root.
    pub file: PathBuf,
    /// Line, counted from 1; 0 when the fault is the whole file.
    pub line: usize,
    /// Does it stop the build?
    pub severity: Severity,
    /// Stable code, also the end of the Fluent id.
    pub code: &'static str,
    /// Variables of the message.
    pub args: BTreeMap<&'static str, String>,
}

impl Finding {
    /// A fault that stops the build.
    #[must_use]
    pub fn error(file: &Path, line: usize, code: &'static str) -> Self {
        Finding { file: file.to_owned(), line, severity: Severity::Error, code, args: BTreeMap::new() }
    }

    /// A fault that does not stop the build.
    #[must_use]
    pub fn warning(file: &Path, line: usize, code: &'static str) -> Self {
        Finding { severity: Severity::Warning, ..Finding::error(file, line, code) }
    }

    /// Adds a variable of the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(name, value.to_string());
        self
    }
}

/// Every code a finding can carry; a test walks them through every language of the
/// back-office, so that no finding is without words.
pub const CODES: &[&str] = &[
    "address-form",
    "bad-date",
    "bad-id",
    "bad-language",
    "bad-order-of-blocks",
    "bad-row",
    "bad-source",
    "bad-toml",
    "column-count",
    "duplicate-id",
    "empty-text",
    "end-before-beginning",
    "expired",
    "front-matter-missing",
    "heading-level",
    "html",
    "image-form",
    "image-missing",
    "image-without-alt",
    "inner-link-form",
    "link-broken",
    "link-form",
    "may-not-be-published",
    "missing-body",
    "missing-key",
    "missing-language",
    "must-not-be-stored",
    "no-article",
    "not-one-of",
    "summary-too-long",
    "template-syntax",
    "term-language",
    "text-has-control",
    "unknown-area",
    "unknown-key",
    "unknown-reference",
    "unreadable",
    "wrong-type",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_unique() {
        assert!(CODES.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
