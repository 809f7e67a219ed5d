//! What an administration counts: days and money. No input or output, no law.
//!
//! - [`calendar`], [`days`]: holidays, and when a period ends, step by step;
//! - [`clock`]: a statutory time as a budget and a ledger of suspensions;
//! - [`reminder`]: which reminders are due, each once;
//! - [`fee`]: the amount in force on the day of application;
//! - [`ogm`], [`epc`], [`coda`]: structured communications, payment codes, bank files.
//!
//! Every rule (lengths, which days count, amounts) is given by the caller, who reads it
//! from dated rows.

pub mod calendar;
pub mod clock;
pub mod coda;
pub mod days;
pub mod epc;
pub mod fee;
pub mod ogm;
pub mod reminder;
