//! Full-text search that understands people: one analysis, one ranking, two engines.
//!
//! Text is analysed here, per language, into four forms (`exact`, `folded`, `stem`,
//! `parts`), and both engines get the same forms. A query becomes a [`plan`]: each word
//! of the reader is repaired, expanded and weighted before an engine sees it. An engine
//! only finds candidates and keeps texts; what a result is worth is decided by
//! [`rank`], so the embedded engine and Meilisearch give the same order.
//!
//! | module | job |
//! |---|---|
//! | [`document`] | what can be found |
//! | [`text`], [`analyse`], [`compound`] | words and their forms |
//! | [`lexicon`] | synonyms, protected words, stop words, compound parts, places |
//! | [`vocabulary`], [`typo`] | the words that exist, and the one that was meant |
//! | [`corpus`], [`card`] | what ranking needs to know of each document |
//! | [`plan`], [`rank`], [`mark`] | from a query to marked results |
//! | [`engine`] | the trait; [`embedded`] and [`meili`] implement it |
//!
//! No query is stored or logged anywhere in this crate.

pub mod analyse;
pub mod card;
pub mod compound;
pub mod corpus;
pub mod document;
pub mod embedded;
pub mod engine;
pub mod lang;
pub mod lexicon;
pub mod mark;
pub mod meili;
pub mod plan;
pub mod rank;
mod stem;
pub mod text;
pub mod typo;
pub mod vocabulary;

pub use document::Document;
pub use embedded::Embedded;
pub use engine::{Engine, Error, Facet, Hit, Query, Results};
pub use lang::Lang;
pub use lexicon::Lexicon;
pub use meili::Meili;
