//! From text to tree, in one pass and without recursion.

use super::XmlError;
use super::chars::{first_forbidden, is_space};
use super::cursor::Cursor;
use super::markup::{cdata, start_tag, text};
use super::namespaces::Scope;
use super::tree::{Kind, Node, NodeId, Tree};
use crate::Limits;

/// Reads a document.
///
/// # Errors
/// The first place where the text is not well-formed, has a document type
/// declaration, or goes beyond a bound.
pub(crate) fn parse<'a>(source: &'a str, limits: &Limits) -> Result<Tree<'a>, XmlError> {
    if let Some((offset, c)) = first_forbidden(source) {
        let character = format!("U+{:04X}", u32::from(c));
        return Err(XmlError::new(offset, "xml-character-invalid", &[("character", &character)]));
    }
    let mut parser = Parser {
        cursor: Cursor::new(source),
        scope: Scope::default(),
        limits,
        nodes: Vec::new(),
        open: Vec::new(),
        root: None,
        elements: 0,
    };
    parser.declaration()?;
    while !parser.cursor.is_at_end() {
        parser.step()?;
    }
    match (parser.open.last(), parser.root) {
        (None, Some(root)) => Ok(Tree { nodes: parser.nodes, root }),
        (Some(_), _) => Err(XmlError::new(source.len(), "xml-unexpected-end", &[])),
        (None, None) => Err(XmlError::new(source.len(), "xml-empty", &[])),
    }
}

struct Parser<'a, 'l> {
    cursor: Cursor<'a>,
    scope: Scope<'a>,
    limits: &'l Limits,
    nodes: Vec<Node<'a>>,
    /// The open elements, with the bytes of text read in each.
    open: Vec<(NodeId, usize)>,
    root: Option<NodeId>,
    elements: usize,
}

impl<'a> Parser<'a, '_> {
    /// Moves past the XML declaration; its encoding was dealt with before.
    fn declaration(&mut self) -> Result<(), XmlError> {
        let rest = self.cursor.rest();
        if !(rest.starts_with("<?xml") && rest[5..].starts_with(is_space)) {
            return Ok(());
        }
        self.cursor.at += 5;
        let mut seen: Vec<&str> = Vec::new();
        loop {
            let spaced = self.cursor.skip_space();
            if self.cursor.take("?>") {
                break;
            }
            let start = self.cursor.at;
            let name = self.cursor.name(self.limits.name)?;
            self.cursor.skip_space();
            self.cursor.expect("=")?;
            self.cursor.skip_space();
            let quote = if self.cursor.take("\"") { "\"" } else { "'" };
            if quote == "'" {
                self.cursor.expect("'")?;
            }
            let value = self.cursor.until(quote)?;
            let right = match name {
                // Any 1.x is read as 1.0 (XML 1.0, fifth edition, section 2.8): a document
                // that needs what another version adds has characters that are refused.
                "version" => seen.is_empty() && is_version(value),
                "encoding" => seen == ["version"] && !value.is_empty(),
                "standalone" => {
                    matches!(seen.as_slice(), ["version"] | ["version", "encoding"])
                        && matches!(value, "yes" | "no")
                }
                _ => false,
            };
            if !spaced || !right {
                let found = format!("{name}={quote}{value}{quote}");
                return Err(XmlError::new(start, "xml-malformed", &[("found", &found)]));
            }
            seen.push(name);
        }
        if seen.is_empty() { Err(self.cursor.malformed()) } else { Ok(()) }
    }

    /// Reads the next piece of the document.
    fn step(&mut self) -> Result<(), XmlError> {
        let offset = self.cursor.at;
        if !self.cursor.take("<") {
            return self.character_data(offset);
        }
        if self.cursor.take("/") {
            return self.end_tag(offset);
        }
        if self.cursor.take("?") {
            return self.instruction(offset);
        }
        if !self.cursor.take("!") {
            return self.start_tag(offset);
        }
        if self.cursor.take("--") {
            let comment = self.cursor.until("--")?;
            // A comment may not hold two hyphens, nor end with a third one.
            if !self.cursor.take(">") {
                return Err(XmlError::new(offset + 4 + comment.len(), "xml-malformed", &[("found", "--")]));
            }
            self.push(Kind::Comment, offset);
            return Ok(());
        }
        if self.cursor.take("[CDATA[") {
            let raw = self.cursor.until("]]>")?;
            return self.push_text(cdata(raw), offset);
        }
        if self.cursor.rest().starts_with("DOCTYPE") {
            return Err(XmlError::new(offset, "xml-doctype", &[]));
        }
        self.cursor.at = offset;
        Err(self.cursor.malformed())
    }

    fn start_tag(&mut self, offset: usize) -> Result<(), XmlError> {
        if self.open.is_empty() && self.root.is_some() {
            return Err(XmlError::new(offset, "xml-after-root", &[]));
        }
        if self.open.len() >= self.limits.depth {
            return Err(XmlError::limit(offset, "limit-depth", self.limits.depth));
        }
        self.elements += 1;
        if self.elements > self.limits.elements {
            return Err(XmlError::limit(offset, "limit-elements", self.limits.elements));
        }
        let tag = start_tag(&mut self.cursor, &mut self.scope, self.limits)?;
        let id = self.nodes.len();
        self.push(Kind::Element(Box::new(tag.element)), offset);
        self.root.get_or_insert(id);
        if tag.empty {
            self.close(id);
        } else {
            self.open.push((id, 0));
        }
        Ok(())
    }

    fn end_tag(&mut self, offset: usize) -> Result<(), XmlError> {
        let (prefix, name) = self.cursor.qualified_name(self.limits.name)?;
        self.cursor.skip_space();
        self.cursor.expect(">")?;
        let Some((id, _)) = self.open.pop() else {
            return Err(XmlError::new(offset, "xml-malformed", &[("found", "</")]));
        };
        if let Kind::Element(element) = &self.nodes[id].kind
            && (element.prefix, element.name) != (prefix, name)
        {
            let args = [("open", element.name), ("close", name)];
            return Err(XmlError::new(offset, "xml-tag-mismatch", &args));
        }
        self.close(id);
        if let Kind::Element(element) = &mut self.nodes[id].kind {
            element.end_offset = offset;
        }
        Ok(())
    }

    /// Notes where an element ends.
    fn close(&mut self, id: NodeId) {
        let end = self.nodes.len();
        if let Kind::Element(element) = &mut self.nodes[id].kind {
            element.end = end;
        }
        self.scope.close();
    }

    fn instruction(&mut self, offset: usize) -> Result<(), XmlError> {
        let target = self.cursor.name(self.limits.name)?;
        let spaced = self.cursor.skip_space();
        let data = self.cursor.until("?>")?;
        // A second XML declaration is refused here, and so is one that does
        // not stand at the very start.
        if target.eq_ignore_ascii_case("xml") || (!spaced && !data.is_empty()) {
            return Err(XmlError::new(offset, "xml-malformed", &[("found", "<?")]));
        }
        self.push(Kind::Instruction { target, data }, offset);
        Ok(())
    }

    fn character_data(&mut self, offset: usize) -> Result<(), XmlError> {
        let rest = self.cursor.rest();
        let raw = &rest[..rest.find('<').unwrap_or(rest.len())];
        if self.open.is_empty() {
            if let Some(bad) = raw.find(|c| !is_space(c)) {
                let code = if self.root.is_some() { "xml-after-root" } else { "xml-before-root" };
                return Err(XmlError::new(offset + bad, code, &[]));
            }
            self.cursor.at += raw.len();
            return Ok(());
        }
        let value = text(raw, offset)?;
        self.cursor.at += raw.len();
        self.push_text(value, offset)
    }

    fn push_text(&mut self, value: std::borrow::Cow<'a, str>, offset: usize) -> Result<(), XmlError> {
        let Some((_, length)) = self.open.last_mut() else {
            let code = if self.root.is_some() { "xml-after-root" } else { "xml-before-root" };
            return Err(XmlError::new(offset, code, &[]));
        };
        *length += value.len();
        if *length > self.limits.text {
            return Err(XmlError::limit(offset, "limit-text", self.limits.text));
        }
        if !value.is_empty() {
            self.push(Kind::Text(value), offset);
        }
        Ok(())
    }

    fn push(&mut self, kind: Kind<'a>, offset: usize) {
        let parent = self.open.last().map(|&(id, _)| id);
        self.nodes.push(Node { kind, parent, offset });
    }
}

/// Whether a value is a `VersionNum` of XML 1.0, fifth edition.
fn is_version(value: &str) -> bool {
    let minor = value.strip_prefix("1.").unwrap_or_default();
    !minor.is_empty() && minor.bytes().all(|byte| byte.is_ascii_digit())
}
