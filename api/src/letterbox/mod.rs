//! Boxes that people write into, opened by two persons for as long as an event lasts:
//! questions during a crisis, and words of condolence after it.
//!
//! - `entity`: rows and queries; `keep`: the only ways in which they change;
//! - `page`: the public page of a box, without script, cookie or account.
//!
//! # Invariants
//!
//! - A message is words and a language. No name, no address, no hour is kept.
//! - Nothing that somebody wrote is public before a person has accepted it, and a
//!   question never is: the public reads answers in the words of the service.
//! - What is refused, personal or past its time is erased, not hidden; the database
//!   refuses such a row with words.
//! - Every page of a box says first whom to call and where help is: a personal situation
//!   is answered before it is written.

pub mod entity;
mod keep;
mod page;

pub use keep::{Written, answer, close, decide, decide_answer, find, propose, receive, sort, sweep};
pub use page::{configure, list};
