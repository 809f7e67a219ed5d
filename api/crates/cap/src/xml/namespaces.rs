//! Namespaces in XML 1.0: which prefix means what, and where.

use std::borrow::Cow;

use super::XmlError;
use super::tree::Declaration;

/// The namespace of the prefix `xml`, bound without a declaration.
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// The namespace of the prefix `xmlns`, which nobody may declare.
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

/// The bindings in force, innermost last.
#[derive(Default)]
pub(super) struct Scope<'a> {
    bindings: Vec<Declaration<'a>>,
    /// How many bindings there were before each open element.
    marks: Vec<usize>,
}

/// Bindings that may be in force at once; more serve no message.
const MAX_BINDINGS: usize = 128;

impl<'a> Scope<'a> {
    /// Opens an element with its declarations.
    pub(super) fn open(&mut self, declarations: &[Declaration<'a>], offset: usize) -> Result<(), XmlError> {
        self.marks.push(self.bindings.len());
        for declaration in declarations {
            let reserved = match declaration.prefix {
                "xml" => declaration.namespace != XML,
                "xmlns" => true,
                prefix => {
                    declaration.namespace == XML
                        || declaration.namespace == XMLNS
                        || (declaration.namespace.is_empty() && !prefix.is_empty())
                }
            };
            if reserved {
                return Err(XmlError::new(offset, "xml-prefix-unknown", &[("prefix", declaration.prefix)]));
            }
            self.bindings.push(declaration.clone());
        }
        if self.bindings.len() > MAX_BINDINGS {
            return Err(XmlError::limit(offset, "limit-attributes", MAX_BINDINGS));
        }
        Ok(())
    }

    /// Closes the innermost element.
    pub(super) fn close(&mut self) {
        self.bindings.truncate(self.marks.pop().unwrap_or(0));
    }

    /// The namespace of a prefix; the empty prefix may be unbound.
    pub(super) fn resolve(&self, prefix: &str, offset: usize) -> Result<Cow<'a, str>, XmlError> {
        if prefix == "xml" {
            return Ok(Cow::Borrowed(XML));
        }
        match self.bindings.iter().rev().find(|binding| binding.prefix == prefix) {
            Some(binding) => Ok(binding.namespace.clone()),
            None if prefix.is_empty() => Ok(Cow::Borrowed("")),
            None => Err(XmlError::new(offset, "xml-prefix-unknown", &[("prefix", prefix)])),
        }
    }
}
