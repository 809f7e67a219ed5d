//! Help for victims, witnesses, children, professionals and people who want to change:
//! the directory of services, as data (HSDS 3.1) and as pages that leave no trace.
//!
//! - `row`, `hours`, `holidays`: what a service is, and when it answers;
//! - `directory`: the whole in memory, and the one door to what the public may see;
//! - `keep`, `entity`, `change`, `edit`: content and editors' changes in the database;
//! - `hsds`: the interface; `page`: results and sheets; `booklet`: the same on paper.
//!
//! # Invariants
//!
//! - Nothing of what somebody looks for is logged, counted, kept or put into an address.
//! - A place that may never be shown has no word in this program and none in the
//!   database. Whoever lodges people has no place at all.
//! - A view is made from [`ShownEntry`] alone, and only [`Directory`] makes those.
//! - A value that its owner has not published is not shown; hours that nobody has
//!   confirmed by phone are shown as to be confirmed.

mod booklet;
mod change;
mod directory;
mod edit;
pub mod entity;
mod export;
mod holidays;
mod hours;
mod hsds;
mod keep;
mod page;
mod row;
mod words;

pub use booklet::{Booklets, Wanted as WantedBooklet, booklet, file as booklet_file};
pub use change::{Field, current, fault, fields};
pub use directory::{Directory, Entry, REMINDED_DAYS, Shown, ShownEntry, rank, uuid_of};
pub use edit::{Proposal, Row, check, decide, import, propose, read_csv};
pub use export::professionals;
pub use holidays::Holidays;
pub use hours::{Clock, Open};
pub(crate) use hsds::folded;
pub use hsds::{Answers, configure};
pub use keep::{Sources, load, refresh, seed, today};
pub use page::{configure as configure_pages, fill as fill_cards, has_cards, is_hidden_sheet};
pub use row::{Hours, Mark, Phone, Place, Service, Text, Visibility};
pub(crate) use words::trace_word;
