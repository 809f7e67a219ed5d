//! The online form, from the rows of `form.toml`: which pages apply, what is wrong with
//! an answer, how far the applicant is. Warnings never block.

mod check;
mod draft;
mod engine;
mod format;
mod posted;
pub mod rows;
mod tasks;
mod when;

pub use check::{Fault, FaultArg};
pub use draft::{Address, Answer, Draft, Handed, Row};
pub(crate) use engine::Shown;
pub use engine::{Form, Identity, Step};
pub use posted::Posted;
pub use rows::{
    Country, DocumentPage, Field, FieldOption, FieldType, Flow, Generate, List, Page, Section, Warning,
};
pub use tasks::{State, Task, TaskSection};
pub use when::When;
