//! One file while it is read: its lines and its faults.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use serde::{Serialize, Serializer};
use toml::de::DeTable;

use crate::Finding;
use crate::reader::Fields;

/// A value and the line it stands on, counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its line.
    pub line: usize,
}

impl<T: Serialize> Serialize for Located<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

/// One file while it is read: where it is, what it says, what is wrong with it.
pub struct Document<'a> {
    file: PathBuf,
    text: &'a str,
    first_line: usize,
    findings: RefCell<Vec<Finding>>,
}

impl<'a> Document<'a> {
    /// A document whose `text` begins on `first_line` of `file`.
    #[must_use]
    pub fn new(file: &Path, text: &'a str, first_line: usize) -> Self {
        Document { file: file.to_owned(), text, first_line, findings: RefCell::default() }
    }

    /// The file relative to the content root.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The line of a byte offset.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        let end = offset.min(self.text.len());
        self.first_line + self.text.as_bytes()[..end].iter().filter(|b| **b == b'\n').count()
    }

    /// Records a fault at a line.
    pub fn report(&self, finding: Finding) {
        self.findings.borrow_mut().push(finding);
    }

    /// Records an error at a line.
    pub fn error(&self, line: usize, code: &'static str) -> FindingBuilder<'_, 'a> {
        FindingBuilder { document: self, finding: Some(Finding::error(&self.file, line, code)) }
    }

    /// Parses the text, gives the fields to `read`, and reports what it did not use.
    pub fn read<T>(&self, read: impl FnOnce(&Fields<'_, '_>) -> T) -> Option<T> {
        match DeTable::parse(self.text) {
            Ok(table) => {
                let fields = Fields::new(self, table.get_ref(), self.first_line);
                let value = read(&fields);
                fields.finish();
                Some(value)
            }
            Err(error) => {
                let line = self.line(error.span().map_or(0, |s| s.start));
                self.report(Finding::error(&self.file, line, "bad-toml").with("reason", error.message()));
                None
            }
        }
    }

    /// Hands over what was found.
    #[must_use]
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings.into_inner()
    }
}

/// Adds variables to a fault; the fault is recorded when the builder goes.
pub struct FindingBuilder<'d, 'a> {
    document: &'d Document<'a>,
    finding: Option<Finding>,
}

impl FindingBuilder<'_, '_> {
    /// Adds a variable of the message.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.finding = self.finding.take().map(|f| f.with(name, value));
        self
    }
}

impl Drop for FindingBuilder<'_, '_> {
    fn drop(&mut self) {
        if let Some(finding) = self.finding.take() {
            self.document.report(finding);
        }
    }
}
