//! The `info` element and its parts (CAP 1.2, sections 3.2.2 and 3.2.3).

use serde::{Deserialize, Serialize};

use super::{Area, Category, Certainty, DEFAULT_LANGUAGE, DateTime, ResponseType, Severity, Urgency};

/// A name and a value: the shape of `eventCode`, `parameter` and `geocode`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedValue {
    /// The system the value belongs to, for example `SAME` or a URI.
    pub value_name: String,
    /// The value in that system.
    pub value: String,
}

impl NamedValue {
    /// Pairs a name with a value.
    #[must_use]
    pub fn new(value_name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { value_name: value_name.into(), value: value.into() }
    }
}

/// A code for the kind of event, in a system chosen by the sender.
pub type EventCode = NamedValue;
/// A further value, in a system chosen by the sender.
pub type Parameter = NamedValue;
/// A code for a place, for example the NIS number of a municipality.
pub type Geocode = NamedValue;

/// Whether a text is of the type `language` of XML Schema.
pub(crate) fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let fits = |part: &str| (1..=8).contains(&part.len());
    parts.next().is_some_and(|part| fits(part) && part.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|part| fits(part) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// What is told to people in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Info {
    /// RFC 3066 language code; absent means `en-US`, see [`Info::language`].
    #[serde(default)]
    pub language: Option<String>,
    /// Kinds of event; at least one.
    pub category: Vec<Category>,
    /// The event, in words of this language.
    pub event: String,
    /// What people are asked to do.
    #[serde(default)]
    pub response_type: Vec<ResponseType>,
    /// How soon people should act.
    pub urgency: Urgency,
    /// How grave the event is.
    pub severity: Severity,
    /// How sure the sender is.
    pub certainty: Certainty,
    /// The people the message is meant for, in words.
    #[serde(default)]
    pub audience: Option<String>,
    /// Codes for the kind of event.
    #[serde(default)]
    pub event_code: Vec<EventCode>,
    /// When the message takes effect; absent means the time it was sent.
    #[serde(default)]
    pub effective: Option<DateTime>,
    /// When the event is expected to begin.
    #[serde(default)]
    pub onset: Option<DateTime>,
    /// When the message ceases to be valid.
    #[serde(default)]
    pub expires: Option<DateTime>,
    /// Name of the sender, in words.
    #[serde(default)]
    pub sender_name: Option<String>,
    /// A short line; 160 characters fit on every device.
    #[serde(default)]
    pub headline: Option<String>,
    /// What happens.
    #[serde(default)]
    pub description: Option<String>,
    /// What people should do.
    #[serde(default)]
    pub instruction: Option<String>,
    /// Address of a page with more, absolute.
    #[serde(default)]
    pub web: Option<String>,
    /// Whom to ask.
    #[serde(default)]
    pub contact: Option<String>,
    /// Further values.
    #[serde(default)]
    pub parameter: Vec<Parameter>,
    /// Images, sounds and documents.
    #[serde(default)]
    pub resource: Vec<Resource>,
    /// Where; the places of all areas count.
    #[serde(default)]
    pub area: Vec<Area>,
}

impl Info {
    /// A block with its mandatory content only.
    #[must_use]
    pub fn new(
        language: impl Into<String>,
        category: Category,
        event: impl Into<String>,
        (urgency, severity, certainty): (Urgency, Severity, Certainty),
    ) -> Self {
        Self {
            language: Some(language.into()),
            category: vec![category],
            event: event.into(),
            response_type: Vec::new(),
            urgency,
            severity,
            certainty,
            audience: None,
            event_code: Vec::new(),
            effective: None,
            onset: None,
            expires: None,
            sender_name: None,
            headline: None,
            description: None,
            instruction: None,
            web: None,
            contact: None,
            parameter: Vec::new(),
            resource: Vec::new(),
            area: Vec::new(),
        }
    }

    /// The language of the block, with the default of the standard when the
    /// block names none.
    #[must_use]
    pub fn language(&self) -> &str {
        self.language.as_deref().unwrap_or(DEFAULT_LANGUAGE)
    }
}

/// A file that comes with the message (CAP 1.2, section 3.2.3).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Resource {
    /// What the file is, in words.
    pub resource_desc: String,
    /// Media type, for example `image/png`.
    pub mime_type: String,
    /// Size of the file in bytes.
    #[serde(default)]
    pub size: Option<u64>,
    /// Address of the file.
    #[serde(default)]
    pub uri: Option<String>,
    /// The file itself, in base64, for one-way broadcasts.
    #[serde(default)]
    pub deref_uri: Option<String>,
    /// SHA-1 of the file, as 40 hexadecimal digits.
    #[serde(default)]
    pub digest: Option<String>,
}

impl Resource {
    /// Names a file without its optional content.
    #[must_use]
    pub fn new(resource_desc: impl Into<String>, mime_type: impl Into<String>) -> Self {
        Self {
            resource_desc: resource_desc.into(),
            mime_type: mime_type.into(),
            size: None,
            uri: None,
            deref_uri: None,
            digest: None,
        }
    }
}
