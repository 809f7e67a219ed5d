//! Weapons permits: the law as dated rows, and what follows from them for a file.
//!
//! No article, period, amount, document age or office rule is written in this crate. It
//! reads the rows of `content/permits` (schema: `content/permits/README.md`) and gives
//! those that apply on a day; a case stores the [`Version`] of each row that it used.
//!
//! - [`Law`], [`On`]: all rows, and those of a day;
//! - [`eligibility`]: "which permit do I need?";
//! - [`form`]: the pages of the online form, their answers and faults;
//! - [`required`]: the documents that a file needs, and how old they may be;
//! - [`numbers`]: check digits.

mod check;
pub mod condition;
pub mod deadline;
pub mod eligibility;
pub mod form;
mod law;
pub mod numbers;
pub mod procedure;
mod reading;
pub mod reference;
pub mod required;
pub mod row;
mod words;

pub use condition::{Applicant, Condition};
pub use law::{Law, On};
pub use reading::{DataError, DataFault};
pub use row::{Confidence, Dated, Proof, Since, Version};
pub use words::Words;
