//! Weapons permits: the law as dated rows, and what follows from them for a file.
//!
//! No article, period, amount, document age or office rule is written in this crate. It
//! reads the rows of `content/permits` (schema: `content/permits/README.md`) and gives
//! those that apply on a day; a case stores the [`Version`] of each row that it used.
//!
//! - [`Law`], [`On`]: all rows, and those of a day;
//! - [`eligibility`]: "which permit do I need?";
//! - [`form`]: the pages of the online form, their answers and faults, the documents
//!   that follow from them and how old they may be;
//! - [`mails`], [`retention`], [`guide`]: what is sent, how long things are kept, what the
//!   guide pages print;
//! - [`numbers`]: check digits.

mod check;
pub mod condition;
pub mod deadline;
pub mod eligibility;
pub mod form;
pub mod guide;
mod law;
pub mod mails;
pub mod numbers;
pub mod procedure;
mod reading;
pub mod reference;
pub mod retention;
pub mod row;
mod words;

pub use condition::{Applicant, Condition};
pub use law::{Law, On};
pub use reading::{DataError, DataFault};
pub use row::{Confidence, Dated, Proof, Since, Version};
pub use words::Words;
