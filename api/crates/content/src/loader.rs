//! Walks the content root and gathers findings; knows nothing of kinds.

use std::fs;
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

    pub(crate) fn exists(&self, path: &Path) -> bool {
        self.root.join(path).exists()
    }

    /// Names of the folders inside a folder, sorted; none when it is not there.
    pub(crate) fn folders(&self, folder: &Path) -> Vec<String> {
        self.names(folder, |entry| {
            entry.path().is_dir().then(|| entry.file_name().to_string_lossy().into_owned())
        })
    }

    /// Stems of the files with this extension, sorted; none when the folder is not there.
    pub(crate) fn files(&self, folder: &Path, extension: &str) -> Vec<String> {
        self.names(folder, |entry| {
            let path = entry.path();
            let fits = path.is_file() && path.extension().is_some_and(|e| e == extension);
            fits.then(|| path.file_stem().map(|s| s.to_string_lossy().into_owned())).flatten()
        })
    }

    fn names(&self, folder: &Path, pick: impl Fn(&fs::DirEntry) -> Option<String>) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.root.join(folder)) else {
            return Vec::new();
        };
        let mut names: Vec<String> =
            entries.flatten().filter_map(|e| pick(&e)).filter(|name| !name.starts_with('.')).collect();
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
