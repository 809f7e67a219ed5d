//! The online form, from the rows of `form.toml`.

pub mod rows;
mod when;

pub use rows::{DocumentPage, Field, FieldOption, FieldType, Flow, Generate, List, Page, Section, Warning};
pub use when::When;
