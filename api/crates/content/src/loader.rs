//! Walks the content root and gathers findings; knows nothing of kinds.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::Finding;
use crate::document::Document;
use crate::reader::Fields;

/// Reads files below one root and keeps what was wrong with them.
pub(crate) struct Loader {
    root: PathBuf,
    findings: Vec<Finding>,
}

impl Loader {
    pub(crate) fn new(root: &Path) -> Self {
        Loader { root: root.to_owned(), findings: Vec::new() }
    }

    /// The content root.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    pub(crate) fn extend(&mut self, findings: Vec<Finding>) {
        self.findings.extend(findings);
    }

    pub(crate) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// Whether something stands there. What cannot be asked counts as there: reading it says
    /// why it cannot be read.
    pub(crate) fn exists(&self, path: &Path) -> bool {
        self.root.join(path).try_exists().unwrap_or(true)
    }

    /// A root without a single article is not the content: the finding keeps an empty site
    /// from taking the place of a good one.
    pub(crate) fn nothing_found(&mut self) {
        let root = self.root.clone();
        self.push(match fs::read_dir(&root) {
            Ok(_) => Finding::error(&root, 0, "no-article"),
            Err(error) => Finding::error(&root, 0, "unreadable").with("reason", error),
        });
    }

    /// Names of the folders inside a folder, sorted; none when it is not there.
    pub(crate) fn folders(&mut self, folder: &Path) -> Vec<String> {
        self.names(folder, |entry| {
            entry.path().is_dir().then(|| entry.file_name().to_string_lossy().into_owned())
        })
    }

    /// Stems of the files with this extension, sorted; none when the folder is not there.
    pub(crate) fn files(&mut self, folder: &Path, extension: &str) -> Vec<String> {
        self.names(folder, |entry| {
            let path = entry.path();
            let fits = path.is_file() && path.extension().is_some_and(|e| e == extension);
            fits.then(|| path.file_stem().map(|s| s.to_string_lossy().into_owned())).flatten()
        })
    }

    /// What is not there has no names; what is there and cannot be listed is a fault, or its
    /// pages would be gone without a word.
    fn names(&mut self, folder: &Path, pick: impl Fn(&fs::DirEntry) -> Option<String>) -> Vec<String> {
        let listed =
            fs::read_dir(self.root.join(folder)).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
        let entries: Vec<fs::DirEntry> = match listed {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Vec::new(),
            Err(error) => {
                self.push(Finding::error(folder, 0, "unreadable").with("reason", error));
                return Vec::new();
            }
        };
        let mut names: Vec<String> =
            entries.iter().filter_map(pick).filter(|name| !name.starts_with('.')).collect();
        names.sort();
        names
    }

    /// The text of a file, or a finding that says why it cannot be read.
    pub(crate) fn read(&mut self, path: &Path) -> Option<String> {
        match fs::read_to_string(self.root.join(path)) {
            Ok(text) => Some(text),
            Err(error) => {
                self.push(Finding::error(path, 0, "unreadable").with("reason", error));
                None
            }
        }
    }

    /// Reads a TOML file that must be there.
    pub(crate) fn toml<T>(&mut self, path: &Path, read: impl FnOnce(&Fields<'_, '_>) -> T) -> Option<T> {
        let text = self.read(path)?;
        let document = Document::new(path, &text, 1);
        let value = document.read(read);
        self.extend(document.into_findings());
        value
    }

    /// Reads a TOML file that may be missing.
    pub(crate) fn optional_toml<T>(
        &mut self,
        path: &Path,
        read: impl FnOnce(&Fields<'_, '_>) -> T,
    ) -> Option<T> {
        if self.exists(path) { self.toml(path, read) } else { None }
    }
}

/// Whether an id can be an address for ever: lower-case ASCII, digits, hyphens.
#[must_use]
pub fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !id.starts_with('-')
        && !id.ends_with('-')
}

pub(crate) fn check_id(loader: &mut Loader, path: &Path, id: &str) {
    if !is_id(id) {
        loader.push(Finding::error(path, 0, "bad-id").with("id", id));
    }
}
