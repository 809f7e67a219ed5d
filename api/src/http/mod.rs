//! What every request gets, and the one way out for answers and problems.
//!
//! Handlers stay three lines long because languages, signed-in people and
//! cached bodies are types that live here or in their noun.
//!
//! - `root`, `headers`, `methods`: what every request passes;
//! - `client`, `limit`, `pace`: how much one client gets, and how slow it may be;
//! - `reader`, `paging`, `raw`, `json`, `bearer`: what requests say, as typed arguments;
//! - `cached`, `problem`: answers, and what went wrong.

mod bearer;
mod cached;
mod client;
mod headers;
pub mod json;
mod limit;
mod methods;
mod pace;
mod paging;
mod problem;
mod raw;
mod reader;
mod root;

pub use bearer::bearer;
pub use cached::{Body, Cached, Encoding, packed};
pub use client::{Network, client_address};
pub use headers::{PAGE_POLICY, page};
pub use limit::{Limiter, Rate, citizen_writes, reads, sign_ins};
pub use methods::{READ_ONLY, allowed};
pub use paging::{Paged, Paging, Slice, Whole};
pub use problem::{FaultView, ProblemView, fault_line, fault_text, input_faults};
pub use raw::Raw;
pub use reader::Reader;
pub use root::root;
