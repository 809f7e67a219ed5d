//! From a message to XML.

use std::fmt::Write as _;

use crate::model::{Alert, Area, Info, NamedValue, Resource};
use crate::report::Version;
use crate::xml::{escape_text, is_space};

/// Writes a message as CAP 1.2, in the order of the schema and always the same
/// way. There is no white space between elements, so that a signature
/// survives readers that drop such white space.
///
/// Dates keep their numeric offset. Blank optional texts are left out.
/// Characters that XML cannot hold become U+FFFD. Nothing is checked: see
/// [`crate::validate`].
///
/// ```
/// use safe_cap::{Alert, Mode, read, write};
///
/// let alert = Alert::new("1", "a@example.org", "2026-03-01T08:30:00+01:00".parse()?);
/// let xml = write(&alert);
/// assert!(xml.contains("<sent>2026-03-01T08:30:00+01:00</sent>"));
/// assert_eq!(read(xml.as_bytes(), Mode::Strict).alert, Some(alert));
/// # Ok::<(), safe_cap::DateTimeError>(())
/// ```
#[must_use]
pub fn write(alert: &Alert) -> String {
    Writer::new(false).alert(alert)
}

/// Writes a message as [`write()`] does, with each element on its own line, for
/// people to read.
#[must_use]
pub fn write_pretty(alert: &Alert) -> String {
    Writer::new(true).alert(alert)
}

struct Writer {
    out: String,
    pretty: bool,
    depth: usize,
}

impl Writer {
    fn new(pretty: bool) -> Self {
        Self { out: String::with_capacity(4096), pretty, depth: 0 }
    }

    fn alert(mut self, alert: &Alert) -> String {
        self.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let _ = write!(self.out, "<alert xmlns=\"{}\">", Version::V1_2.namespace());
        self.depth = 1;
        self.text("identifier", &alert.identifier);
        self.text("sender", &alert.sender);
        self.text("sent", &alert.sent.to_string());
        self.text("status", alert.status.as_str());
        self.text("msgType", alert.msg_type.as_str());
        self.maybe("source", alert.source.as_deref());
        self.text("scope", alert.scope.as_str());
        self.maybe("restriction", alert.restriction.as_deref());
        self.maybe("addresses", words(&alert.addresses).as_deref());
        for code in &alert.code {
            self.maybe("code", Some(code));
        }
        self.maybe("note", alert.note.as_deref());
        let references: Vec<String> = alert.references.iter().map(ToString::to_string).collect();
        self.maybe("references", Some(&references.join(" ")));
        self.maybe("incidents", words(&alert.incidents).as_deref());
        for info in &alert.info {
            self.open("info");
            self.info(info);
            self.close("info");
        }
        self.depth = 0;
        self.line();
        self.out.push_str("</alert>\n");
        self.out
    }

    fn info(&mut self, info: &Info) {
        self.maybe("language", info.language.as_deref());
        for category in &info.category {
            self.text("category", category.as_str());
        }
        self.text("event", &info.event);
        for response in &info.response_type {
            self.text("responseType", response.as_str());
        }
        self.text("urgency", info.urgency.as_str());
        self.text("severity", info.severity.as_str());
        self.text("certainty", info.certainty.as_str());
        self.maybe("audience", info.audience.as_deref());
        self.pairs("eventCode", &info.event_code);
        for (name, date) in [("effective", info.effective), ("onset", info.onset), ("expires", info.expires)]
        {
            self.maybe(name, date.map(|date| date.to_string()).as_deref());
        }
        self.maybe("senderName", info.sender_name.as_deref());
        self.maybe("headline", info.headline.as_deref());
        self.maybe("description", info.description.as_deref());
        self.maybe("instruction", info.instruction.as_deref());
        self.maybe("web", info.web.as_deref());
        self.maybe("contact", info.contact.as_deref());
        self.pairs("parameter", &info.parameter);
        for resource in &info.resource {
            self.open("resource");
            self.resource(resource);
            self.close("resource");
        }
        for area in &info.area {
            self.open("area");
            self.area(area);
            self.close("area");
        }
    }

    fn resource(&mut self, resource: &Resource) {
        self.text("resourceDesc", &resource.resource_desc);
        self.text("mimeType", &resource.mime_type);
        self.maybe("size", resource.size.map(|size| size.to_string()).as_deref());
        self.maybe("uri", resource.uri.as_deref());
        self.maybe("derefUri", resource.deref_uri.as_deref());
        self.maybe("digest", resource.digest.as_deref());
    }

    fn area(&mut self, area: &Area) {
        self.text("areaDesc", &area.area_desc);
        for polygon in &area.polygon {
            self.maybe("polygon", Some(&polygon.to_string()));
        }
        for circle in &area.circle {
            self.text("circle", &circle.to_string());
        }
        self.pairs("geocode", &area.geocode);
        self.maybe("altitude", area.altitude.map(|feet| feet.to_string()).as_deref());
        self.maybe("ceiling", area.ceiling.map(|feet| feet.to_string()).as_deref());
    }

    fn pairs(&mut self, name: &str, pairs: &[NamedValue]) {
        for pair in pairs {
            self.open(name);
            self.text("valueName", &pair.value_name);
            self.text("value", &pair.value);
            self.close(name);
        }
    }

    fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| text.contains(|c| !is_space(c))) {
            self.text(name, text);
        }
    }

    fn text(&mut self, name: &str, text: &str) {
        self.line();
        let _ = write!(self.out, "<{name}>");
        escape_text(&mut self.out, text);
        let _ = write!(self.out, "</{name}>");
    }

    fn open(&mut self, name: &str) {
        self.line();
        let _ = write!(self.out, "<{name}>");
        self.depth += 1;
    }

    fn close(&mut self, name: &str) {
        self.depth -= 1;
        self.line();
        let _ = write!(self.out, "</{name}>");
    }

    fn line(&mut self) {
        if self.pretty {
            let _ = write!(self.out, "\n{:width$}", "", width = self.depth * 2);
        }
    }
}

/// Words with a space between; quotes hold a word with white space together.
fn words(words: &[String]) -> Option<String> {
    let quoted = words.iter().map(|word| {
        if !word.contains(is_space) {
            return word.clone();
        }
        // The standard knows no way to write a quote inside quotes.
        format!("\"{}\"", word.replace('"', ""))
    });
    (!words.is_empty()).then(|| quoted.collect::<Vec<_>>().join(" "))
}
