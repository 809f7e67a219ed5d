//! Canonical XML: inclusive (1.0 and 1.1) and exclusive, without comments.
//!
//! <https://www.w3.org/TR/xml-exc-c14n/>, <https://www.w3.org/TR/xml-c14n11/>

use super::namespaces::XML;
use super::tree::{Attribute, Element, Kind, NodeId, Tree};
use super::{escape_attribute, escape_text};

/// The variants of canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum C14n {
    /// Every namespace in force is written.
    Inclusive,
    /// Only namespaces in use are written, and those of the listed prefixes;
    /// the default namespace is listed as the empty prefix.
    Exclusive(Vec<String>),
}

/// Writes a document in canonical form, leaving out the element `skip` and all within.
///
/// Processing instructions beside the outermost element belong to the document: each stands on a
/// line of its own, with the line feed towards that element. White space there does not count.
///
/// <https://www.w3.org/TR/xml-c14n11/#ProcessingModel>
pub(crate) fn canonicalize_document(tree: &Tree<'_>, skip: Option<NodeId>, form: &C14n) -> String {
    let end = tree.element(tree.root).map_or(tree.root, |element| element.end);
    let mut out = String::new();
    for node in &tree.nodes[..tree.root] {
        if let Kind::Instruction { target, data } = node.kind {
            instruction(&mut out, target, data);
            out.push('\n');
        }
    }
    out.push_str(&canonicalize(tree, tree.root, skip, form));
    for node in &tree.nodes[end..] {
        if let Kind::Instruction { target, data } = node.kind {
            out.push('\n');
            instruction(&mut out, target, data);
        }
    }
    out
}

/// Writes an element in canonical form, leaving out `skip` and all within.
///
/// In the inclusive form the attributes `xml:lang` and `xml:space` of outer
/// elements are taken over, as the standard asks. `xml:base` and `xml:id` of
/// outer elements would differ between the versions; none is taken over, and
/// callers refuse documents where they occur.
pub(crate) fn canonicalize(tree: &Tree<'_>, apex: NodeId, skip: Option<NodeId>, form: &C14n) -> String {
    let mut writer = Writer { tree, form, apex, out: String::new(), rendered: Vec::new() };
    let mut open: Vec<(NodeId, NodeId, usize)> = Vec::new();
    let end = tree.element(apex).map_or(apex, |element| element.end);
    let mut id = apex;
    while id < end || !open.is_empty() {
        while let Some(&(element, element_end, mark)) = open.last()
            && id >= element_end
        {
            writer.end_tag(element);
            writer.rendered.truncate(mark);
            open.pop();
        }
        if id >= end {
            break;
        }
        if Some(id) == skip {
            id = tree.element(id).map_or(id + 1, |element| element.end);
            continue;
        }
        match &tree.nodes[id].kind {
            Kind::Element(element) => {
                let mark = writer.rendered.len();
                writer.start_tag(id, element);
                open.push((id, element.end, mark));
            }
            Kind::Text(text) => escape_text(&mut writer.out, text),
            Kind::Comment => {}
            Kind::Instruction { target, data } => instruction(&mut writer.out, target, data),
        }
        id += 1;
    }
    writer.out
}

struct Writer<'t, 'a> {
    tree: &'t Tree<'a>,
    form: &'t C14n,
    apex: NodeId,
    out: String,
    /// Namespaces already written on elements that are still open.
    rendered: Vec<(&'t str, &'t str)>,
}

impl<'t, 'a> Writer<'t, 'a> {
    fn start_tag(&mut self, id: NodeId, element: &'t Element<'a>) {
        self.out.push('<');
        push_name(&mut self.out, element.prefix, element.name);
        let mut namespaces: Vec<(&str, &str)> = Vec::new();
        for (prefix, namespace) in self.candidates(id, element) {
            let shown = self.rendered.iter().rev().find(|(known, _)| *known == prefix);
            // An undeclared default namespace is only written to undo one.
            let needed = match shown {
                Some((_, value)) => *value != namespace,
                None => !(prefix.is_empty() && namespace.is_empty()),
            };
            if needed && prefix != "xml" && !namespaces.iter().any(|(known, _)| *known == prefix) {
                namespaces.push((prefix, namespace));
            }
        }
        namespaces.sort_unstable();
        for (prefix, namespace) in namespaces {
            self.out.push_str(if prefix.is_empty() { " xmlns" } else { " xmlns:" });
            self.out.push_str(prefix);
            self.push_value(namespace);
            self.rendered.push((prefix, namespace));
        }
        for attribute in self.attributes(id, element) {
            self.out.push(' ');
            push_name(&mut self.out, attribute.prefix, attribute.name);
            self.push_value(&attribute.value);
        }
        self.out.push('>');
    }

    /// The namespaces that may have to be written on an element.
    fn candidates(&self, id: NodeId, element: &'t Element<'a>) -> Vec<(&'t str, &'t str)> {
        let in_scope = || {
            let mut found: Vec<(&str, &str)> = Vec::new();
            for declaration in self.tree.declarations_in_scope(id) {
                if !found.iter().any(|(known, _)| *known == declaration.prefix) {
                    found.push((declaration.prefix, declaration.namespace.as_ref()));
                }
            }
            found
        };
        // What was in force on an outer element that is written was written
        // there, so only the first element needs to look further out.
        let declared = || {
            if id == self.apex {
                return in_scope();
            }
            let own = element.declarations.iter();
            own.map(|d| (d.prefix, d.namespace.as_ref())).collect()
        };
        match self.form {
            C14n::Inclusive => declared(),
            C14n::Exclusive(inclusive) => {
                let mut found = vec![(element.prefix, element.namespace.as_ref())];
                let named = element.attributes.iter().filter(|a| !a.prefix.is_empty());
                found.extend(named.map(|a| (a.prefix, a.namespace.as_ref())));
                if !inclusive.is_empty() {
                    let listed = |prefix: &str| inclusive.iter().any(|name| name == prefix);
                    let others = declared().into_iter();
                    found.extend(others.filter(|(prefix, _)| listed(prefix)));
                }
                found
            }
        }
    }

    /// The attributes to write, by namespace and then by name.
    fn attributes(&self, id: NodeId, element: &'t Element<'a>) -> Vec<&'t Attribute<'a>> {
        let mut found: Vec<&Attribute<'_>> = element.attributes.iter().collect();
        if id == self.apex && *self.form == C14n::Inclusive {
            let mut next = self.tree.nodes[id].parent;
            while let Some(outer) = next {
                let attributes = self.tree.element(outer).map_or(&[][..], |e| &e.attributes);
                for attribute in attributes {
                    let taken_over = attribute.namespace == XML && matches!(attribute.name, "lang" | "space");
                    let known = |a: &&Attribute<'_>| a.namespace == XML && a.name == attribute.name;
                    if taken_over && !found.iter().any(known) {
                        found.push(attribute);
                    }
                }
                next = self.tree.nodes[outer].parent;
            }
        }
        found.sort_unstable_by_key(|attribute| (attribute.namespace.as_ref(), attribute.name));
        found
    }

    fn push_value(&mut self, value: &str) {
        self.out.push_str("=\"");
        escape_attribute(&mut self.out, value);
        self.out.push('"');
    }

    fn end_tag(&mut self, id: NodeId) {
        if let Some(element) = self.tree.element(id) {
            self.out.push_str("</");
            push_name(&mut self.out, element.prefix, element.name);
            self.out.push('>');
        }
    }
}

fn instruction(out: &mut String, target: &str, data: &str) {
    out.push_str("<?");
    out.push_str(target);
    if !data.is_empty() {
        out.push(' ');
        out.push_str(&data.replace("\r\n", "\n").replace('\r', "\n"));
    }
    out.push_str("?>");
}

fn push_name(out: &mut String, prefix: &str, name: &str) {
    if !prefix.is_empty() {
        out.push_str(prefix);
        out.push(':');
    }
    out.push_str(name);
}

#[cfg(test)]
mod tests {
    use super::{C14n, canonicalize, canonicalize_document};
    use crate::Limits;
    use crate::xml::parse;

    /// Every kind of node, and namespaces declared, hidden, used and idle.
    const SOURCE: &str = "<a xmlns='urn:1' xmlns:p='urn:p' xmlns:q=\"urn:q\" z='1' p:y='2' \
        y='\"&lt;&#10;'><!-- c --><?t  d ?><b xmlns:q='urn:q2'><q:c xmlns=''/><d xmlns='' \
        p:e='&amp;'><f/></d></b>&gt;&#13;<![CDATA[<x>]]></a>";

    /// What libxml2 makes of the same source.
    #[test]
    fn forms_are_those_of_libxml2() {
        let tree = parse(SOURCE, &Limits::ALERT).expect("it is well-formed");
        let inner = (0..tree.nodes.len())
            .find(|&id| tree.element(id).is_some_and(|element| element.name == "b"))
            .expect("it is there");
        let listed = |names: &[&str]| C14n::Exclusive(names.iter().map(|name| (*name).to_owned()).collect());
        let head = r#"y="&quot;&lt;&#xA;" z="1" p:y="2"><?t d ?>"#;
        let tail = r#"<d xmlns="" p:e="&amp;"><f></f></d></b>"#;
        let end = "&gt;&#xD;&lt;x&gt;</a>";
        let (one, p, q, q2) =
            (r#"xmlns="urn:1""#, r#"xmlns:p="urn:p""#, r#"xmlns:q="urn:q""#, r#"xmlns:q="urn:q2""#);
        for (apex, form, expected) in [
            (
                tree.root,
                C14n::Inclusive,
                format!("<a {one} {p} {q} {head}<b {q2}><q:c xmlns=\"\"></q:c>{tail}{end}"),
            ),
            (tree.root, listed(&[]), format!("<a {one} {p} {head}<b><q:c {q2}></q:c>{tail}{end}")),
            (tree.root, listed(&["q"]), format!("<a {one} {p} {q} {head}<b {q2}><q:c></q:c>{tail}{end}")),
            (inner, C14n::Inclusive, format!("<b {one} {p} {q2}><q:c xmlns=\"\"></q:c>{tail}")),
            (inner, listed(&["q", "p"]), format!("<b {one} {p} {q2}><q:c></q:c>{tail}")),
        ] {
            assert_eq!(canonicalize(&tree, apex, None, &form), expected, "{form:?}");
        }
        let rest = canonicalize(&tree, tree.root, Some(inner), &listed(&[]));
        assert_eq!(rest, format!("<a {one} {p} {head}{end}"));
    }

    /// The first example of the standard (section 3.1), without its document type.
    #[test]
    fn instructions_beside_the_outermost_element_are_of_the_document() {
        let source = "<?xml version=\"1.0\"?>\n\n<?xml-stylesheet   href=\"doc.xsl\"\r\n   type=\"text/xsl\"   ?>\n\n\
            <doc>Hello, world!<!-- Comment 1 --></doc>\n\n<?pi-without-data     ?>\n\n\
            <!-- Comment 2 -->\n\n<!-- Comment 3 -->\n";
        let expected = "<?xml-stylesheet href=\"doc.xsl\"\n   type=\"text/xsl\"   ?>\n\
            <doc>Hello, world!</doc>\n<?pi-without-data?>";
        let tree = parse(source, &Limits::ALERT).expect("it is well-formed");
        for form in [C14n::Inclusive, C14n::Exclusive(Vec::new())] {
            assert_eq!(canonicalize_document(&tree, None, &form), expected, "{form:?}");
        }
        assert_eq!(canonicalize(&tree, tree.root, None, &C14n::Inclusive), "<doc>Hello, world!</doc>");
    }
}
