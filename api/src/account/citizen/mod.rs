//! Citizens who apply for a permit: they sign in with their official identity;
//! the portal keeps no password of theirs.
//!
//! - `oidc`, `discovery`, `jws`: the provider of the settings;
//! - `identity`: who somebody is, and how that is kept;
//! - `session`: cookie and row of a session;
//! - `extract`: proof, as arguments of a handler, of who is asking;
//! - `routes`: the way to the provider and back.

mod discovery;
mod extract;
pub mod identity;
mod jws;
mod oidc;
mod routes;
pub mod session;

pub use extract::{Citizen, CitizenForm, Late, Recent};
pub use oidc::Provider;
pub use routes::{configure, leave};

/// Beginning of the addresses of a sign-in.
const SIGN_IN: &str = "/permits/sign-in";
/// Where a provider leads the browser back to.
pub const BACK: &str = "/permits/sign-in/back";
