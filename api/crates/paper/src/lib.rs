//! Letters and booklets as PDF that everyone can read and that archives keep:
//! PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) in one file, tagged,
//! with a language, with embedded fonts and a reading order.
//!
//! The crate reads no clock, no file and no network. It contains no word that
//! a person reads: texts, labels and page numbers come from the caller as
//! values, and the templates never see them as source. Equal input gives equal
//! bytes, so a stored digest of the input identifies the document.
//!
//! ```
//! use safe_paper::{Identity, Labelled, Lang, Letter, letter};
//!
//! # fn main() -> Result<(), safe_paper::Error> {
//! let pdf = letter(&Letter {
//!     lang: Lang::Fr,
//!     identity: Identity {
//!         id: "urn:uuid:0192f0c1-0000-7000-8000-000000000001".into(),
//!         date: time::OffsetDateTime::UNIX_EPOCH,
//!         author: String::new(),
//!     },
//!     title: "Titre".into(),
//!     sender: vec!["Service".into()],
//!     addressee: vec!["Destinataire".into()],
//!     place_and_date: String::new(),
//!     reference: Labelled { label: "Référence".into(), text: "A/1".into() },
//!     subject: Labelled::default(),
//!     opening: vec!["#emph[reste tel quel]".into()],
//!     decision: None,
//!     conditions: None,
//!     sections: Vec::new(),
//!     appeal: None,
//!     closing: Vec::new(),
//!     signature: Vec::new(),
//!     verification: None,
//!     footer: String::new(),
//!     page_pattern: "{page}/{pages}".into(),
//! })?;
//! assert!(pdf.starts_with(b"%PDF-1.7"));
//! # Ok(()) }
//! ```

mod brochure;
mod clean;
mod code;
mod error;
mod fonts;
mod lang;
mod letter;
mod press;

use time::OffsetDateTime;

pub use brochure::{Brochure, Chapter, Emergency, EmergencyLine, Entry, Phone, brochure};
pub use code::MAX_ADDRESS;
pub use error::Error;
pub use lang::Lang;
pub use letter::{Block, Labelled, Letter, List, Passage, Section, Verification, letter};
pub use press::{MAX_LINE, MAX_TEXT};

/// What a file says about itself, apart from its title and language.
#[derive(Debug, Clone)]
pub struct Identity {
    /// Stable and unique for the document, such as a URN; only a digest of it
    /// is written. Never empty.
    pub id: String,
    /// When the document was made; written in UTC, to the second.
    pub date: OffsetDateTime,
    /// The authority that made it; may be empty.
    pub author: String,
}
