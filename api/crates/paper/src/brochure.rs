//! A booklet with addresses of help.

use serde::Serialize;

use crate::letter::Labelled;
use crate::press::{Form, set};
use crate::{Error, Identity, Lang};

/// A booklet in two columns. Every text a person reads is the caller's; an
/// empty text or list leaves its place out. Texts are plain: nothing in them
/// is markup, a line feed counts as a space.
#[derive(Debug, Clone, Serialize)]
pub struct Brochure {
    /// The language of all texts; Arabic is set from right to left.
    pub lang: Lang,
    /// What the file says about itself.
    #[serde(skip)]
    pub identity: Identity,
    /// The title: the main heading, the name in the window's title bar and in
    /// the metadata. Never empty, at most [`MAX_LINE`](crate::MAX_LINE)
    /// characters.
    pub title: String,
    /// A sentence below the title.
    pub subtitle: String,
    /// The line that says how recent the booklet is.
    pub date_line: String,
    /// Whom to call when it is urgent, in a box at the top.
    pub emergency: Option<Emergency>,
    /// Paragraphs before the sections.
    pub intro: Vec<String>,
    /// The sections, in order.
    pub sections: Vec<Chapter>,
    /// Paragraphs after the sections.
    pub closing: Vec<String>,
    /// One line at the foot of every page; at most
    /// [`MAX_LINE`](crate::MAX_LINE) characters.
    pub footer: String,
    /// The page number at the foot: `{page}` and `{pages}` are replaced by the
    /// number of the page and of all pages. Bounded like the footer.
    pub page_pattern: String,
}

/// The box at the top.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Emergency {
    /// The heading of the box.
    pub heading: String,
    /// Its lines.
    pub lines: Vec<EmergencyLine>,
}

/// One line of the box at the top.
#[derive(Debug, Clone, Default, Serialize)]
pub struct EmergencyLine {
    /// The number to call, as printed; may be empty.
    pub number: String,
    /// Who answers, and for what.
    pub text: String,
}

/// A group of entries.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Chapter {
    /// The heading; may be empty.
    pub heading: String,
    /// A paragraph below the heading.
    pub intro: String,
    /// The entries, in order.
    pub entries: Vec<Entry>,
}

/// A service that helps.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Entry {
    /// Its name; may be empty.
    pub name: String,
    /// What it does.
    pub summary: String,
    /// Its telephone numbers.
    pub phones: Vec<Phone>,
    /// Other facts, such as hours, address, web address. A text that is an
    /// `https` address becomes a link; a mail address stays text, because what
    /// opens a message leaves a trace.
    pub lines: Vec<Labelled>,
    /// Short words that set the service apart, such as "free of charge".
    pub marks: Vec<String>,
}

/// A telephone number.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Phone {
    /// Who answers or what the number is for; may be empty.
    pub label: String,
    /// The number as printed. Of digits, spaces and `+ . / - ( )` it becomes a
    /// link that dials; it always reads from left to right.
    pub number: String,
    /// When and how, such as the hours; may be empty.
    pub note: String,
}

/// Makes a booklet as PDF/A-2a and PDF/UA-1. Equal input gives equal bytes.
///
/// The work takes processor time: call it outside an asynchronous task.
///
/// # Errors
/// See [`Error`]: no title or identifier, too much text, or a refusal of the
/// exporter.
pub fn brochure(brochure: &Brochure) -> Result<Vec<u8>, Error> {
    let content = serde_json::to_value(brochure).map_err(|e| Error::Typesetting(e.to_string()))?;
    set(Form::Brochure, &brochure.identity, content)
}
