//! A place in the text that only moves forward.

use super::XmlError;
use super::chars::{is_char, is_name_char, is_name_start, is_space};

/// The rest of the text to read.
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Moves past the token if it comes next.
    pub(super) fn take(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    /// Moves past the token, which must come next.
    pub(super) fn expect(&mut self, token: &str) -> Result<(), XmlError> {
        if self.take(token) { Ok(()) } else { Err(self.malformed()) }
    }

    /// Moves past white space, and tells whether there was any.
    pub(super) fn skip_space(&mut self) -> bool {
        let start = self.at;
        self.at += self.rest().len() - self.rest().trim_start_matches(is_space).len();
        self.at > start
    }

    /// Takes everything before the token, and moves past the token.
    pub(super) fn until(&mut self, token: &str) -> Result<&'a str, XmlError> {
        let rest = self.rest();
        let Some(length) = rest.find(token) else {
            return Err(XmlError::new(self.text.len(), "xml-unexpected-end", &[]));
        };
        self.at += length + token.len();
        Ok(&rest[..length])
    }

    /// Takes a name without a colon.
    pub(super) fn name(&mut self, limit: usize) -> Result<&'a str, XmlError> {
        let rest = self.rest();
        if !rest.starts_with(is_name_start) {
            return Err(self.malformed());
        }
        let length = rest.find(|c| !is_name_char(c)).unwrap_or(rest.len());
        if length > limit {
            return Err(XmlError::limit(self.at, "limit-name", limit));
        }
        self.at += length;
        Ok(&rest[..length])
    }

    /// Takes `name` or `prefix:name`; the prefix is empty in the first case.
    pub(super) fn qualified_name(&mut self, limit: usize) -> Result<(&'a str, &'a str), XmlError> {
        let first = self.name(limit)?;
        if self.take(":") { Ok((first, self.name(limit)?)) } else { Ok(("", first)) }
    }

    /// Takes what follows an ampersand up to its semicolon.
    pub(super) fn reference(&mut self) -> Result<char, XmlError> {
        let start = self.at - 1;
        let rest = self.rest();
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        let Some(name) = end.map(|end| &rest[..end]) else {
            let shown: String = rest.chars().take(10).collect();
            return Err(XmlError::new(start, "xml-entity-unknown", &[("entity", &shown)]));
        };
        let found = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => number(name).and_then(char::from_u32).filter(|&c| is_char(c)),
        };
        self.at += name.len() + 1;
        found.ok_or_else(|| match number(name) {
            Some(_) => XmlError::new(start, "xml-character-invalid", &[("character", name)]),
            None => XmlError::new(start, "xml-entity-unknown", &[("entity", name)]),
        })
    }

    /// What stands here does not belong here.
    pub(super) fn malformed(&self) -> XmlError {
        if self.is_at_end() {
            return XmlError::new(self.at, "xml-unexpected-end", &[]);
        }
        let found: String = self.rest().chars().take(10).collect();
        XmlError::new(self.at, "xml-malformed", &[("found", &found)])
    }
}

/// Reads `#233` or `#xE9`.
fn number(name: &str) -> Option<u32> {
    let digits = name.strip_prefix('#')?;
    let (digits, radix) = digits.strip_prefix('x').map_or((digits, 10), |hex| (hex, 16));
    // `from_str_radix` would take a sign.
    if !digits.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    u32::from_str_radix(digits, radix).ok()
}
