//! References, responses and files.

use super::build::Builder;
use super::fields::Fields;
use super::schema::{RESOURCE, RESOURCE_1_1};
use super::{Mode, dates};
use crate::finding::Place;
use crate::model::{Reference, Resource, ResponseType};
use crate::report::Version;
use crate::xml::{NodeId, is_space};

impl Builder<'_, '_, '_> {
    /// Earlier messages. The date of a reference gets the same leniency as
    /// any other date, because it was copied from one.
    pub(super) fn references(&mut self, fields: &Fields) -> Vec<Reference> {
        let place = Place::ALERT.at("references");
        let Some(text) = self.optional(fields, "references", Place::ALERT) else {
            return Vec::new();
        };
        let id = fields.one("references").unwrap_or(self.tree.root);
        let mut references = Vec::new();
        for triple in text.split(is_space).filter(|triple| !triple.is_empty()) {
            let Some((sender, identifier, sent)) = Reference::parts(triple) else {
                self.breach("reference-malformed", place, id, &[("value", triple)]);
                continue;
            };
            let exact = sent.parse();
            let is_exact = exact.is_ok();
            let read = match self.version {
                _ if is_exact => exact,
                _ if self.reader.mode == Mode::Lenient => dates::lenient(sent),
                Some(Version::V1_1) => dates::xml_schema(sent),
                _ => exact,
            };
            let Ok(date) = read else {
                self.breach("reference-malformed", place, id, &[("value", triple)]);
                continue;
            };
            if !is_exact {
                let used = date.to_string();
                self.repair("value-repaired", place, id, &[("value", sent), ("used", &used)]);
            }
            let (sender, identifier) = (sender.to_owned(), identifier.to_owned());
            references.push(Reference { sender, identifier, sent: date });
        }
        references
    }

    /// CAP 1.1 does not know two of the values.
    pub(super) fn response_types(&mut self, fields: &Fields, place: Place) -> Vec<ResponseType> {
        let found = self.choices(fields, "responseType", place);
        if self.version == Some(Version::V1_1) && self.reader.mode == Mode::Strict {
            let newer = [ResponseType::Avoid, ResponseType::AllClear];
            for (index, value) in found.iter().enumerate().filter(|(_, value)| newer.contains(value)) {
                let known = ResponseType::ALL.iter().filter(|value| !newer.contains(value));
                let allowed = known.map(|value| value.as_str()).collect::<Vec<_>>().join(", ");
                let id = fields.all("responseType").nth(index).unwrap_or(self.tree.root);
                let args = [("value", value.as_str()), ("allowed", &allowed)];
                self.problem("value-unknown", place.nth("responseType", index), id, &args);
            }
        }
        found
    }

    pub(super) fn resource(&mut self, id: NodeId, place: Place) -> Resource {
        let old = self.version == Some(Version::V1_1) || self.reader.mode == Mode::Lenient;
        let fields = self.fields(id, place, if old { RESOURCE_1_1 } else { RESOURCE });
        let mut mime_type = self.required(&fields, "mimeType", place);
        if fields.one("mimeType").is_none() && old {
            "application/octet-stream".clone_into(&mut mime_type);
            self.repair("mime-type-assumed", place, id, &[("used", &mime_type)]);
        }
        Resource {
            resource_desc: self.required(&fields, "resourceDesc", place),
            mime_type,
            size: self.size(&fields, place),
            uri: self.uri(&fields, "uri", place),
            deref_uri: self.optional(&fields, "derefUri", place),
            digest: self.optional(&fields, "digest", place),
        }
    }
}
