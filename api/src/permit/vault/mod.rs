//! Applicants' documents, encrypted at rest.
//!
//! - `store`: where the bytes lie (a folder; behind a trait);
//! - `crypt`: chunked AES-256-GCM, so that memory stays small;
//! - `kind`: what a file is, by its content;
//! - `photo`: images made anew, without what a camera adds;
//! - `intake`: a file on its way in;
//! - `scan`: the malware scanner.

mod crypt;
mod intake;
mod kind;
mod photo;
pub mod scan;
mod store;

pub use crypt::{OpenReader, SealWriter};
pub use intake::{Accepted, Intake, Limits, Refused};
pub use kind::Kind;
pub use scan::{Scan, Scanner};
pub use store::{Folder, Store};
