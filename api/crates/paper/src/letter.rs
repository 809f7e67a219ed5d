//! A letter with a decision.

use serde::Serialize;

use crate::press::{Form, set};
use crate::{Error, Identity, Lang, code};

/// An official letter. Every text a person reads is the caller's; an empty
/// text or list leaves its place out. Texts are plain: nothing in them is
/// markup, a line feed counts as a space.
#[derive(Debug, Clone, Serialize)]
pub struct Letter {
    /// The language of all texts.
    pub lang: Lang,
    /// What the file says about itself.
    #[serde(skip)]
    pub identity: Identity,
    /// The title: the main heading, the name in the window's title bar and in
    /// the metadata. Never empty, at most [`MAX_LINE`](crate::MAX_LINE)
    /// characters.
    pub title: String,
    /// Who writes: name first, then service and address.
    pub sender: Vec<String>,
    /// Who receives: name first, then address.
    pub addressee: Vec<String>,
    /// The line such as "Brussels, 21 November 2026".
    pub place_and_date: String,
    /// The file number, with its label; repeated on later pages.
    pub reference: Labelled,
    /// What the letter is about, with its label.
    pub subject: Labelled,
    /// Paragraphs before the decision, such as the salutation.
    pub opening: Vec<String>,
    /// The decision, in a box.
    pub decision: Option<Passage>,
    /// The conditions, numbered.
    pub conditions: Option<List>,
    /// The reasons and everything else, in order.
    pub sections: Vec<Section>,
    /// Which appeal is open, where and until when.
    pub appeal: Option<Passage>,
    /// Paragraphs before the signature.
    pub closing: Vec<String>,
    /// Who signs, one line each.
    pub signature: Vec<String>,
    /// How a reader checks that the letter is genuine.
    pub verification: Option<Verification>,
    /// One line at the foot of every page; at most
    /// [`MAX_LINE`](crate::MAX_LINE) characters.
    pub footer: String,
    /// The page number at the foot: `{page}` and `{pages}` are replaced by the
    /// number of the page and of all pages. Bounded like the footer.
    pub page_pattern: String,
}

/// A text with the word that says what it is.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Labelled {
    /// What the text is.
    pub label: String,
    /// The text.
    pub text: String,
}

/// A heading with paragraphs.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Passage {
    /// The heading.
    pub heading: String,
    /// The paragraphs.
    pub paragraphs: Vec<String>,
}

/// A heading with numbered items.
#[derive(Debug, Clone, Default, Serialize)]
pub struct List {
    /// The heading.
    pub heading: String,
    /// The items, numbered from one.
    pub items: Vec<String>,
}

/// A part of the body.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Section {
    /// The heading; may be empty.
    pub heading: String,
    /// What stands below it, in order.
    pub blocks: Vec<Block>,
}

/// One piece of a section.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", content = "body", rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// Items numbered from one.
    Numbered(Vec<String>),
}

/// Where a reader checks that a letter is genuine.
#[derive(Debug, Clone, Serialize)]
pub struct Verification {
    /// What to do, in a sentence.
    pub text: String,
    /// An `https` address, at most [`MAX_ADDRESS`](crate::MAX_ADDRESS) bytes of
    /// visible ASCII; it is printed, linked and drawn as a square code.
    pub url: String,
    /// What the square code is, for those who do not see it. Empty leaves the
    /// code out of the reading order, because the address stands beside it.
    pub alternative: String,
}

/// Makes a letter as PDF/A-2a and PDF/UA-1. Equal input gives equal bytes.
///
/// The work takes processor time: call it outside an asynchronous task.
///
/// # Errors
/// See [`Error`]: no title or identifier, too much text, an address that is
/// not plain `https`, or a refusal of the exporter.
pub fn letter(letter: &Letter) -> Result<Vec<u8>, Error> {
    let mut content = serde_json::to_value(letter).map_err(|e| Error::Typesetting(e.to_string()))?;
    if let Some(verification) = &letter.verification {
        code::check(&verification.url)?;
        content["verification"]["code"] = code::runs(&verification.url)?;
    }
    set(Form::Letter, &letter.identity, content)
}
