//! The elements inside an element, checked against the sequence of the schema.

use super::Mode;
use super::build::Builder;
use super::schema::Slot;
use crate::finding::Place;
use crate::report::Version;
use crate::xml::{Element, Kind, NodeId, is_space};

/// The namespace of XML signatures.
pub(super) const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";
const SCHEMA_INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// The elements found, by slot and then in document order.
pub(super) struct Fields(Vec<(&'static str, NodeId)>);

impl Fields {
    /// The element of this name, if there is one.
    pub(super) fn one(&self, name: &str) -> Option<NodeId> {
        self.all(name).next()
    }

    /// All elements of this name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = NodeId> {
        self.0.iter().filter(move |(known, _)| *known == name).map(|(_, id)| *id)
    }
}

impl Builder<'_, '_, '_> {
    /// Sorts the elements inside `parent` into the slots, and notes whatever
    /// the schema does not allow there.
    pub(super) fn fields(&mut self, parent: NodeId, place: Place, slots: &'static [Slot]) -> Fields {
        self.attributes(parent, place);
        let tree = self.tree;
        let mut found: Vec<(usize, NodeId)> = Vec::new();
        let mut counts = vec![0_usize; slots.len()];
        let mut reached = 0;
        let mut signature_seen = false;
        for id in tree.children(parent) {
            let element = match &tree.nodes[id].kind {
                Kind::Element(element) => element,
                Kind::Text(text) => {
                    if text.contains(|c| !is_space(c)) {
                        self.either("text-unexpected", place, id, &[("text", text.trim())]);
                    }
                    continue;
                }
                Kind::Comment | Kind::Instruction { .. } => continue,
            };
            if place.element == "alert" && element.namespace == SIGNATURE {
                self.signed |= element.name == "Signature";
                signature_seen = true;
                continue;
            }
            let slot = slots.iter().position(|slot| slot.name == element.name);
            let Some(slot) = slot.filter(|_| self.is_cap(element, place, id)) else {
                let args = [("name", element.name), ("namespace", element.namespace.as_ref())];
                self.either("element-unknown", place, id, &args);
                continue;
            };
            let child = child_place(place, slots[slot], counts[slot]);
            counts[slot] += 1;
            if counts[slot] > 1 && !slots[slot].many {
                self.either("element-repeated", child, id, &[]);
                continue;
            }
            if slot < reached || signature_seen {
                let after = if signature_seen { "Signature" } else { slots[reached].name };
                self.either("element-order", child, id, &[("after", after)]);
            }
            reached = reached.max(slot);
            if child != place {
                self.origins.push((child, tree.nodes[id].offset));
            }
            found.push((slot, id));
        }
        for (slot, count) in slots.iter().zip(&counts) {
            if slot.required && *count == 0 {
                self.problem("element-missing", place, parent, &[("missing", slot.name)]);
            }
        }
        found.sort_by_key(|(slot, _)| *slot);
        Fields(found.into_iter().map(|(slot, id)| (slots[slot].name, id)).collect())
    }

    /// Whether an element belongs to CAP. In lenient mode it may have lost its
    /// namespace, or have that of the other version.
    fn is_cap(&mut self, element: &Element<'_>, place: Place, id: NodeId) -> bool {
        if element.namespace == self.namespace {
            return true;
        }
        let known = [Version::V1_1, Version::V1_2].map(Version::namespace);
        let close = element.namespace.is_empty() || known.contains(&element.namespace.as_ref());
        if self.reader.mode == Mode::Strict || !close {
            return false;
        }
        if !self.namespace_noted {
            self.namespace_noted = true;
            let namespace = self.namespace;
            self.repair("namespace-assumed", place, id, &[("namespace", namespace)]);
        }
        true
    }

    /// Notes attributes: the schema allows the place of schemas only.
    pub(super) fn attributes(&mut self, id: NodeId, place: Place) {
        let tree = self.tree;
        let Some(element) = tree.element(id) else {
            return;
        };
        for attribute in &element.attributes {
            let hint = attribute.namespace == SCHEMA_INSTANCE
                && matches!(attribute.name, "schemaLocation" | "noNamespaceSchemaLocation");
            if !hint {
                self.either("attribute-unexpected", place, id, &[("attribute", attribute.name)]);
            }
        }
    }
}

/// Where a child stands.
fn child_place(parent: Place, slot: Slot, index: usize) -> Place {
    match slot.name {
        "info" => Place::info(index),
        "area" => parent.area(index),
        "resource" => parent.resource(index),
        // A name and a value share the place of the pair they form.
        "valueName" | "value" => parent,
        name if slot.many => parent.nth(name, index),
        name => parent.at(name),
    }
}
