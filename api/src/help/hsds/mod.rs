//! The directory in the Human Services Data Specification 3.1, with the project's profile.
//!
//! Every list can be asked for by POST as well, so that what somebody looks for stands in
//! no address. See <https://docs.openreferral.org/en/3.1/hsds/api_reference.html>.

mod answers;
mod ask;
mod lists;
mod routes;
mod schema;
mod view;

pub use answers::Answers;
pub(crate) use ask::folded;
pub use routes::configure;
