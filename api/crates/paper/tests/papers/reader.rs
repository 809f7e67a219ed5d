//! Reads a PDF with a library that knows nothing of the one that wrote it.

use lopdf::{Dictionary, Document, Object};

/// A parsed document.
pub struct Reader {
    document: Document,
}

impl Reader {
    pub fn new(bytes: &[u8]) -> Self {
        Self { document: Document::load_mem(bytes).expect("a readable PDF") }
    }

    pub fn catalog(&self) -> &Dictionary {
        self.document.catalog().expect("a catalogue")
    }

    pub fn pages(&self) -> usize {
        self.document.get_pages().len()
    }

    /// Follows a reference; anything else is itself.
    pub fn follow<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).expect("an object").1
    }

    pub fn dict<'a>(&'a self, parent: &'a Dictionary, key: &str) -> &'a Dictionary {
        self.follow(parent.get(key.as_bytes()).expect(key)).as_dict().expect(key)
    }

    /// The XMP metadata (ISO 16684-1).
    pub fn metadata(&self) -> String {
        let stream =
            self.follow(self.catalog().get(b"Metadata").expect("metadata")).as_stream().expect("as written");
        String::from_utf8(stream.get_plain_content().unwrap_or_else(|_| stream.content.clone()))
            .expect("as written")
    }

    /// The types of all structure elements, in reading order.
    pub fn structure(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.walk(self.dict(self.catalog(), "StructTreeRoot"), &mut found);
        found
    }

    fn walk(&self, element: &Dictionary, found: &mut Vec<String>) {
        if let Ok(kind) = element.get(b"S") {
            let kind = String::from_utf8_lossy(kind.as_name().expect("as written")).into_owned();
            let alternative = if element.has(b"Alt") { "+Alt" } else { "" };
            found.push(kind + alternative);
        }
        let Ok(kids) = element.get(b"K") else { return };
        match self.follow(kids) {
            Object::Array(kids) => {
                for kid in kids {
                    if let Ok(kid) = self.follow(kid).as_dict() {
                        self.walk(kid, found);
                    }
                }
            }
            Object::Dictionary(kid) => self.walk(kid, found),
            _ => {}
        }
    }

    /// Whether each font descriptor carries its font program, and how many
    /// descriptors there are.
    pub fn fonts(&self) -> (usize, bool) {
        let descriptors: Vec<&Dictionary> = self
            .document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|dict| {
                dict.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"FontDescriptor")
            })
            .collect();
        let embedded = descriptors.iter().all(|dict| dict.has(b"FontFile2") || dict.has(b"FontFile3"));
        (descriptors.len(), embedded)
    }

    /// The addresses that links lead to.
    pub fn links(&self) -> Vec<String> {
        let dicts = self.document.objects.values().filter_map(|object| object.as_dict().ok());
        let actions = dicts.filter_map(|dict| dict.get(b"A").ok()).map(|action| self.follow(action));
        let addresses = actions.filter_map(|action| action.as_dict().ok()?.get(b"URI").ok()?.as_str().ok());
        addresses.map(|address| String::from_utf8_lossy(address).into_owned()).collect()
    }

    /// The text as it is set, each piece of a line on a line of its own.
    pub fn pieces(&self) -> String {
        let pages: Vec<u32> = self.document.get_pages().keys().copied().collect();
        self.document.extract_text(&pages).expect("text")
    }

    /// All text without white space, which a page does not store reliably.
    pub fn text(&self) -> String {
        let text = self.pieces();
        text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200B}').collect()
    }
}
