//! A small XML reader: the part of XML 1.0 that needs no DTD, with namespaces.
//!
//! It exists because the bounds of [`crate::Limits`] must hold while reading,
//! because findings need exact positions, and because canonical XML needs the
//! prefixes as written. It builds a flat tree, and nothing recurses.

mod c14n;
mod chars;
mod cursor;
mod escape;
mod markup;
mod namespaces;
mod parse;
mod tree;

pub(crate) use c14n::{C14n, canonicalize, canonicalize_document};
pub(crate) use chars::{first_forbidden, is_space};
pub(crate) use escape::{escape_attribute, escape_text};
pub(crate) use parse::parse;
pub(crate) use tree::{Element, Kind, NodeId, Tree};

/// Why a document is not well-formed, or beyond a bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct XmlError {
    /// Where, in bytes from the start of the decoded text.
    pub(crate) offset: usize,
    /// A code of [`crate::CODES`].
    pub(crate) code: &'static str,
    /// The arguments of that code.
    pub(crate) args: Vec<(&'static str, String)>,
}

impl XmlError {
    pub(crate) fn new(offset: usize, code: &'static str, args: &[(&'static str, &str)]) -> Self {
        let args = args.iter().map(|&(name, value)| (name, crate::finding::shorten(value))).collect();
        Self { offset, code, args }
    }

    pub(crate) fn limit(offset: usize, code: &'static str, limit: usize) -> Self {
        Self::new(offset, code, &[("limit", &limit.to_string())])
    }
}
