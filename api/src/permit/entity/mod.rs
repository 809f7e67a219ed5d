//! Rows of the permits' tables, one file per table, and their named values.
//!
//! Sealed columns (`*_sealed`) are opened by `permit::sealed` with the key of
//! the file that they belong to.

pub mod advice;
pub mod answer;
pub mod applicant;
pub mod application;
pub mod consent;
pub mod control;
pub mod decision;
pub mod delivery;
pub mod document;
pub mod event;
pub mod fee;
pub mod firing;
pub mod grant;
pub mod key;
pub mod leftover;
pub mod look;
pub mod mail;
pub mod mandate;
pub mod notice;
pub mod part;
pub mod payment;
pub mod session;
pub mod sign_in;
pub mod task;
pub mod typed;

mod state;

pub use state::State;
