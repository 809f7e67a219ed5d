//! A document as a flat list of nodes, in document order.

use std::borrow::Cow;

/// Index of a node.
pub(crate) type NodeId = usize;

/// A name with a value.
#[derive(Debug)]
pub(crate) struct Attribute<'a> {
    pub(crate) prefix: &'a str,
    pub(crate) name: &'a str,
    /// Empty when the attribute is in no namespace.
    pub(crate) namespace: Cow<'a, str>,
    pub(crate) value: Cow<'a, str>,
    pub(crate) offset: usize,
}

/// A prefix bound to a namespace; the empty prefix is the default one.
#[derive(Clone, Debug)]
pub(crate) struct Declaration<'a> {
    pub(crate) prefix: &'a str,
    pub(crate) namespace: Cow<'a, str>,
}

/// What an element carries besides its children.
#[derive(Debug)]
pub(crate) struct Element<'a> {
    pub(crate) prefix: &'a str,
    pub(crate) name: &'a str,
    /// Empty when the element is in no namespace.
    pub(crate) namespace: Cow<'a, str>,
    pub(crate) attributes: Vec<Attribute<'a>>,
    /// Declarations on this element itself.
    pub(crate) declarations: Vec<Declaration<'a>>,
    /// One past the last node inside this element.
    pub(crate) end: NodeId,
    /// Where the end tag starts in the text; the start tag when it closes
    /// itself.
    pub(crate) end_offset: usize,
}

impl Element<'_> {
    /// The value of an attribute that is in no namespace.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|a| a.namespace.is_empty() && a.name == name);
        found.map(|attribute| attribute.value.as_ref())
    }
}

/// The kinds of node.
#[derive(Debug)]
pub(crate) enum Kind<'a> {
    Element(Box<Element<'a>>),
    Text(Cow<'a, str>),
    Comment,
    Instruction { target: &'a str, data: &'a str },
}

/// One node.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    pub(crate) kind: Kind<'a>,
    pub(crate) parent: Option<NodeId>,
    /// Where the node starts, in bytes from the start of the decoded text.
    pub(crate) offset: usize,
}

/// A document.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    pub(crate) nodes: Vec<Node<'a>>,
    pub(crate) root: NodeId,
}

impl<'a> Tree<'a> {
    /// The element at this index, if it is one.
    pub(crate) fn element(&self, id: NodeId) -> Option<&Element<'a>> {
        match &self.nodes[id].kind {
            Kind::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The nodes directly inside an element.
    pub(crate) fn children(&self, parent: NodeId) -> impl Iterator<Item = NodeId> {
        let end = self.element(parent).map_or(parent, |element| element.end);
        let mut next = parent + 1;
        std::iter::from_fn(move || {
            let id = (next < end).then_some(next)?;
            next = self.element(id).map_or(id + 1, |element| element.end);
            Some(id)
        })
    }

    /// The elements directly inside an element.
    pub(crate) fn elements(&self, parent: NodeId) -> impl Iterator<Item = (NodeId, &Element<'a>)> {
        self.children(parent).filter_map(|id| self.element(id).map(|element| (id, element)))
    }

    /// The first element of this name directly inside an element.
    pub(crate) fn child(&self, parent: NodeId, namespace: &str, name: &str) -> Option<NodeId> {
        let found = self.elements(parent).find(|(_, e)| e.name == name && e.namespace == namespace);
        found.map(|(id, _)| id)
    }

    /// The text directly inside an element.
    pub(crate) fn text(&self, parent: NodeId) -> Cow<'_, str> {
        let mut whole = Cow::Borrowed("");
        for id in self.children(parent) {
            if let Kind::Text(part) = &self.nodes[id].kind {
                if whole.is_empty() {
                    whole = Cow::Borrowed(part.as_ref());
                } else {
                    whole.to_mut().push_str(part);
                }
            }
        }
        whole
    }

    /// The namespaces in force on an element, nearest first; a prefix may
    /// appear again further out, where it no longer counts.
    pub(crate) fn declarations_in_scope(&self, id: NodeId) -> Vec<&Declaration<'a>> {
        let mut found = Vec::new();
        let mut next = Some(id);
        while let Some(id) = next {
            if let Some(element) = self.element(id) {
                found.extend(&element.declarations);
            }
            next = self.nodes[id].parent;
        }
        found
    }
}
