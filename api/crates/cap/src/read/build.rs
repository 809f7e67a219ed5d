//! From elements to the model.

use super::schema::{ALERT, INFO};
use super::{Mode, Reader};
use crate::finding::{Finding, Place, shorten};
use crate::model::{Alert, Info};
use crate::report::{Rules, Version};
use crate::xml::{NodeId, Tree};

/// What reading found wrong, or put right.
pub(super) struct Note {
    pub(super) repair: bool,
    pub(super) offset: usize,
    pub(super) finding: Finding,
}

/// The state of reading one message.
pub(super) struct Builder<'t, 'a, 'r> {
    pub(super) tree: &'t Tree<'a>,
    pub(super) reader: &'r Reader,
    pub(super) rules: Rules<'r>,
    pub(super) notes: Vec<Note>,
    /// Where each element starts in the text.
    pub(super) origins: Vec<(Place, usize)>,
    /// Whether the message does not fit the schema.
    pub(super) fatal: bool,
    pub(super) version: Option<Version>,
    pub(super) namespace: &'static str,
    pub(super) namespace_noted: bool,
    pub(super) signed: bool,
    pub(super) vertices: usize,
}

impl<'t, 'a, 'r> Builder<'t, 'a, 'r> {
    pub(super) const fn new(tree: &'t Tree<'a>, reader: &'r Reader, rules: Rules<'r>) -> Self {
        Self {
            tree,
            reader,
            rules,
            notes: Vec::new(),
            origins: Vec::new(),
            fatal: false,
            version: None,
            namespace: Version::V1_2.namespace(),
            namespace_noted: false,
            signed: false,
            vertices: 0,
        }
    }

    fn note(
        &mut self,
        repair: bool,
        code: &'static str,
        place: Place,
        id: NodeId,
        args: &[(&'static str, &str)],
    ) {
        let limit = self.reader.limits.findings;
        if self.notes.len() > limit {
            return;
        }
        let args = args.iter().map(|&(name, value)| (name, shorten(value))).collect();
        let finding = if self.notes.len() == limit {
            Finding::new("findings-cut", Place::INPUT, vec![("limit", limit.to_string())])
        } else {
            Finding::new(code, place, args)
        };
        let offset = self.tree.nodes[id].offset;
        self.notes.push(Note { repair, offset, finding });
    }

    /// Notes what does not fit the schema and cannot be put right.
    pub(super) fn problem(
        &mut self,
        code: &'static str,
        place: Place,
        id: NodeId,
        args: &[(&'static str, &str)],
    ) {
        self.fatal = true;
        self.note(false, code, place, id, args);
    }

    /// Notes what was put right.
    pub(super) fn repair(
        &mut self,
        code: &'static str,
        place: Place,
        id: NodeId,
        args: &[(&'static str, &str)],
    ) {
        self.note(true, code, place, id, args);
    }

    /// Notes what does not fit the schema, which lenient mode puts right.
    pub(super) fn either(
        &mut self,
        code: &'static str,
        place: Place,
        id: NodeId,
        args: &[(&'static str, &str)],
    ) {
        match self.reader.mode {
            Mode::Strict => self.problem(code, place, id, args),
            Mode::Lenient => self.repair(code, place, id, args),
        }
    }

    /// Notes a breach of a rule that only shows while reading.
    pub(super) fn breach(
        &mut self,
        code: &'static str,
        place: Place,
        id: NodeId,
        args: &[(&'static str, &str)],
    ) {
        let offset = self.tree.nodes[id].offset;
        self.rules.breach_at(Some(offset), code, place, args);
    }

    /// Reads the document.
    pub(super) fn document(&mut self) -> Option<Alert> {
        let root = self.tree.root;
        let element = self.tree.element(root)?;
        if element.name != "alert" {
            self.problem("root-unknown", Place::INPUT, root, &[("found", element.name)]);
            return None;
        }
        let versions = [Version::V1_2, Version::V1_1];
        let known = versions.into_iter().find(|version| version.namespace() == element.namespace);
        self.version = match known {
            Some(version) => Some(version),
            None if element.namespace.is_empty() && self.reader.mode == Mode::Lenient => {
                self.namespace_noted = true;
                let args = [("namespace", self.namespace)];
                self.repair("namespace-assumed", Place::ALERT, root, &args);
                Some(Version::V1_2)
            }
            None => {
                let args = [("namespace", element.namespace.as_ref())];
                self.problem("version-unsupported", Place::ALERT, root, &args);
                return None;
            }
        };
        self.namespace = self.version?.namespace();
        self.origins.push((Place::ALERT, self.tree.nodes[root].offset));
        self.alert(root)
    }

    fn alert(&mut self, root: NodeId) -> Option<Alert> {
        let place = Place::ALERT;
        let fields = self.fields(root, place, ALERT);
        let identifier = self.name(&fields, "identifier", place);
        let sender = self.name(&fields, "sender", place);
        let sent = self.date(&fields, "sent", place);
        let status = self.choice_at(&fields, "status", place);
        let msg_type = self.choice_at(&fields, "msgType", place);
        let source = self.optional(&fields, "source", place);
        let scope = self.choice_at(&fields, "scope", place);
        let restriction = self.optional(&fields, "restriction", place);
        let addresses = self.words(&fields, "addresses", place);
        let code = self.several(&fields, "code", place);
        let note = self.optional(&fields, "note", place);
        let references = self.references(&fields);
        let incidents = self.words(&fields, "incidents", place);
        let mut info = Vec::new();
        for (index, id) in fields.all("info").enumerate() {
            info.extend(self.info(id, Place::info(index)));
        }
        Some(Alert {
            identifier,
            sender,
            sent: sent?,
            status: status?,
            msg_type: msg_type?,
            source,
            scope: scope?,
            restriction,
            addresses,
            code,
            note,
            references,
            incidents,
            info,
        })
    }

    fn info(&mut self, id: NodeId, place: Place) -> Option<Info> {
        // Each block draws the same places once more, for readers of its own language.
        self.vertices = 0;
        let fields = self.fields(id, place, INFO);
        let (urgency, severity, certainty) = (
            self.choice_at(&fields, "urgency", place),
            self.choice_at(&fields, "severity", place),
            self.choice_at(&fields, "certainty", place),
        );
        let mut info = Info {
            language: self.language(&fields, place),
            category: self.choices(&fields, "category", place),
            event: self.required(&fields, "event", place),
            response_type: self.response_types(&fields, place),
            urgency: urgency?,
            severity: severity?,
            certainty: certainty?,
            audience: self.optional(&fields, "audience", place),
            event_code: self.pairs(&fields, "eventCode", place),
            effective: self.date(&fields, "effective", place),
            onset: self.date(&fields, "onset", place),
            expires: self.date(&fields, "expires", place),
            sender_name: self.optional(&fields, "senderName", place),
            headline: self.optional(&fields, "headline", place),
            description: self.optional(&fields, "description", place),
            instruction: self.optional(&fields, "instruction", place),
            web: self.uri(&fields, "web", place),
            contact: self.optional(&fields, "contact", place),
            parameter: self.pairs(&fields, "parameter", place),
            resource: Vec::new(),
            area: self.areas(&fields, place),
        };
        for (index, id) in fields.all("resource").enumerate() {
            info.resource.push(self.resource(id, place.resource(index)));
        }
        Some(info)
    }
}
