//! Start tags, text and attribute values.

use std::borrow::Cow;

use super::XmlError;
use super::cursor::Cursor;
use super::namespaces::Scope;
use super::tree::{Attribute, Declaration, Element};
use crate::Limits;

/// A start tag; `empty` when it closes itself.
pub(super) struct StartTag<'a> {
    pub(super) element: Element<'a>,
    pub(super) empty: bool,
}

/// Reads a start tag after its `<`, and opens it in the scope.
pub(super) fn start_tag<'a>(
    cursor: &mut Cursor<'a>,
    scope: &mut Scope<'a>,
    limits: &Limits,
) -> Result<StartTag<'a>, XmlError> {
    let offset = cursor.at;
    let (prefix, name) = cursor.qualified_name(limits.name)?;
    let (mut attributes, mut declarations) = (Vec::new(), Vec::new());
    let empty = loop {
        let spaced = cursor.skip_space();
        if cursor.take(">") {
            break false;
        }
        if cursor.take("/>") {
            break true;
        }
        if !spaced {
            return Err(cursor.malformed());
        }
        let attribute = raw_attribute(cursor, limits)?;
        if attributes.len() + declarations.len() >= limits.attributes {
            return Err(XmlError::limit(attribute.offset, "limit-attributes", limits.attributes));
        }
        let (is_default, is_prefixed) =
            (attribute.prefix.is_empty() && attribute.name == "xmlns", attribute.prefix == "xmlns");
        if is_default || is_prefixed {
            let prefix = if is_default { "" } else { attribute.name };
            if declarations.iter().any(|known: &Declaration<'_>| known.prefix == prefix) {
                return Err(repeated(&attribute));
            }
            declarations.push(Declaration { prefix, namespace: attribute.value });
        } else {
            attributes.push(attribute);
        }
    };
    scope.open(&declarations, offset)?;
    resolve_attributes(&mut attributes, scope)?;
    let namespace = scope.resolve(prefix, offset)?;
    let element =
        Element { prefix, name, namespace, attributes, declarations, end: 0, end_offset: offset - 1 };
    Ok(StartTag { element, empty })
}

/// Reads `name="value"`, without its namespace.
fn raw_attribute<'a>(cursor: &mut Cursor<'a>, limits: &Limits) -> Result<Attribute<'a>, XmlError> {
    let offset = cursor.at;
    let (prefix, name) = cursor.qualified_name(limits.name)?;
    cursor.skip_space();
    cursor.expect("=")?;
    cursor.skip_space();
    let quote = if cursor.take("\"") {
        "\""
    } else {
        cursor.expect("'")?;
        "'"
    };
    let start = cursor.at;
    let raw = cursor.until(quote)?;
    if raw.len() > limits.name {
        return Err(XmlError::limit(start, "limit-name", limits.name));
    }
    if let Some(bad) = raw.find('<') {
        cursor.at = start + bad;
        return Err(cursor.malformed());
    }
    let value = attribute_value(raw, start)?;
    Ok(Attribute { prefix, name, namespace: Cow::Borrowed(""), value, offset })
}

/// Gives attributes their namespaces, and refuses a name that comes twice.
fn resolve_attributes(attributes: &mut [Attribute<'_>], scope: &Scope<'_>) -> Result<(), XmlError> {
    for index in 0..attributes.len() {
        let (known, rest) = attributes.split_at_mut(index);
        let attribute = &mut rest[0];
        // A name without a prefix is in no namespace, whatever the default is.
        if !attribute.prefix.is_empty() {
            let namespace = scope.resolve(attribute.prefix, attribute.offset)?;
            attribute.namespace = Cow::Owned(namespace.into_owned());
        }
        if known.iter().any(|k| k.name == attribute.name && k.namespace == attribute.namespace) {
            return Err(repeated(attribute));
        }
    }
    Ok(())
}

fn repeated(attribute: &Attribute<'_>) -> XmlError {
    XmlError::new(attribute.offset, "xml-attribute-repeated", &[("attribute", attribute.name)])
}

/// Resolves references, and turns white space into spaces (section 3.3.3).
fn attribute_value(raw: &str, start: usize) -> Result<Cow<'_, str>, XmlError> {
    if !raw.contains(['&', '\t', '\n', '\r']) {
        return Ok(Cow::Borrowed(raw));
    }
    let mut value = String::with_capacity(raw.len());
    let mut cursor = Cursor::new(raw);
    while let Some(c) = cursor.rest().chars().next() {
        cursor.at += c.len_utf8();
        match c {
            '&' => value.push(cursor.reference().map_err(|error| shift(error, start))?),
            '\r' if cursor.rest().starts_with('\n') => {}
            '\t' | '\n' | '\r' => value.push(' '),
            other => value.push(other),
        }
    }
    Ok(Cow::Owned(value))
}

/// Resolves references and line ends in text between tags.
pub(super) fn text(raw: &str, start: usize) -> Result<Cow<'_, str>, XmlError> {
    if let Some(bad) = raw.find("]]>") {
        return Err(XmlError::new(start + bad, "xml-malformed", &[("found", "]]>")]));
    }
    let Some(first) = raw.find(['&', '\r']) else {
        return Ok(Cow::Borrowed(raw));
    };
    let mut value = String::with_capacity(raw.len());
    value.push_str(&raw[..first]);
    let mut cursor = Cursor::new(raw);
    cursor.at = first;
    while let Some(c) = cursor.rest().chars().next() {
        cursor.at += c.len_utf8();
        match c {
            '&' => value.push(cursor.reference().map_err(|error| shift(error, start))?),
            '\r' if cursor.rest().starts_with('\n') => {}
            '\r' => value.push('\n'),
            other => value.push(other),
        }
    }
    Ok(Cow::Owned(value))
}

/// Resolves line ends in a CDATA section, where nothing else has a meaning.
pub(super) fn cdata(raw: &str) -> Cow<'_, str> {
    if raw.contains('\r') {
        Cow::Owned(raw.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(raw)
    }
}

/// Turns a place in a part of the text into a place in the whole.
fn shift(error: XmlError, start: usize) -> XmlError {
    XmlError { offset: error.offset + start, ..error }
}
