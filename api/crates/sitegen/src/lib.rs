//! Builds the portal's static site: content and words in, a folder of files out.
//!
//! The generator decides what a page says; Zola lays it out with the templates of
//! `site/`. A content error stops the build and the old folder stays where it was. The
//! same input gives the same bytes.
//!
//! What stands in the output folder:
//!
//! | file | what |
//! |---|---|
//! | `public/` | what the server hands out |
//! | `search.jsonl` | one document per page and language, for the search index |
//! | `catalogue.json` | content as data, per list and language, for the API |
//! | `redirects.json` | old addresses and the pages that answer |
//! | `links.json` | addresses of others that pages lead to, and those pages |
//! | `files.sha256` | hash of every public file, in the format of `sha256sum` |

mod bidi;
mod build;
mod catalogue;
mod chart;
mod csv;
mod deliver;
mod downloads;
mod filters;
mod format;
mod map;
mod offline;
mod order;
mod output;
mod outward;
mod page;
mod pages;
mod parts;
mod project;
mod schedule;
mod settings;
mod site;
mod swap;
mod tables;
pub mod typography;
mod words;

use std::path::{Path, PathBuf};

use safe_content::{Finding, Lang};

pub use build::build;
pub use page::SearchDoc;
pub use pages::permits::condition_message;
pub use words::Words;

/// How to build.
#[derive(Debug, Clone)]
pub struct Options {
    /// Address of the portal without trailing slash.
    pub base_url: String,
    /// Program and first arguments that run Zola, for example `node site/zola.mjs`.
    pub zola: Vec<String>,
    /// The day the site is built for: decides what is past and what is open.
    pub today: time::Date,
    /// Build although there are content errors, for previews only.
    pub keep_going: bool,
}

/// What a build did.
#[derive(Debug, Clone)]
pub struct Report {
    /// Pages in all languages.
    pub pages: usize,
    /// Public files.
    pub files: usize,
    /// Bytes of the public files.
    pub bytes: u64,
    /// Search documents.
    pub search_documents: usize,
    /// Content findings that did not stop the build.
    pub findings: Vec<Finding>,
}

/// Why a site was not built.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The content breaks its rules; each finding names file and line.
    #[error("{} content errors, the first in {}", .0.len(), first_place(.0))]
    Content(Vec<Finding>),
    /// A file of words is not Fluent.
    #[error("{}: {reason}", file.display())]
    Words {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// The site asks for messages that no language has.
    #[error("messages without words: {}", .0.join(", "))]
    MissingWords(Vec<String>),
    /// A settings file holds something else.
    #[error("{}: {reason}", file.display())]
    Settings {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// A file could not be read or written.
    #[error("{}", file.display())]
    Io {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Zola refused the project; its own words.
    #[error("zola: {0}")]
    Zola(String),
}

fn first_place(findings: &[Finding]) -> String {
    findings.first().map(|f| format!("{}:{} ({})", f.file.display(), f.line, f.code)).unwrap_or_default()
}

fn io(file: &Path) -> impl FnOnce(std::io::Error) -> Error {
    let file = file.to_owned();
    move |source| Error::Io { file, source }
}

/// The sentence of a finding in a language, from `locales/<lang>/content.ftl`.
#[must_use]
pub fn describe(words: &Words, lang: Lang, finding: &Finding) -> String {
    let values: Vec<(&str, &str)> =
        finding.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let sentence = words.say_with(lang, &format!("content-{}", finding.code), &values);
    format!("{}:{}: {sentence}", finding.file.display(), finding.line)
}
