//! Why a document could not be made.

/// Why a document could not be made. No variant carries text of the document,
/// so an error may be logged.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Error {
    /// The tag is none of the languages of [`Lang`](crate::Lang).
    #[error("not a language that documents are set in")]
    Language,
    /// The title or the identifier is empty; PDF/UA-1 (ISO 14289-1, 7.1) asks
    /// for a title, and equal bytes for equal input ask for an identifier.
    #[error("a document needs a title and an identifier")]
    Untitled,
    /// The texts together are longer than [`MAX_TEXT`](crate::MAX_TEXT), or a
    /// text of every page is longer than [`MAX_LINE`](crate::MAX_LINE).
    #[error("{characters} characters of text where at most {most} fit")]
    TooLong {
        /// Characters (Unicode scalar values) that were given.
        characters: usize,
        /// The most that is accepted.
        most: usize,
    },
    /// The address of the verification page is not `https`, is longer than
    /// [`MAX_ADDRESS`](crate::MAX_ADDRESS) bytes, or has characters that an
    /// address cannot have.
    #[error("the verification address is not a plain https address")]
    Address,
    /// The date lies outside the years 0 to 9999.
    #[error("the date cannot be written into a document")]
    Date,
    /// The typesetter or the exporter refused the document. The reason names
    /// the rule, never the text.
    #[error("the document could not be typeset: {0}")]
    Typesetting(String),
}
