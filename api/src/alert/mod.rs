//! Crisis alerts: CAP 1.2 with the life that a public service needs.
//!
//! - `draft`, `scenario`, `compose`: what an operator fills in, and the words;
//! - `content`, `places`, `blocks`, `rank`, `channel`: what a message says, in the terms of the
//!   portal;
//! - `entity`, `lifecycle`: rows, and the only ways in which they change;
//! - `import`, `remark`, `taken`, `signing`, `output`: messages of others, what is said about them,
//!   which alert each of them is, who signed it, and as what they go out;
//! - `snapshot`, `view`, `wish`, `geojson`, `atom`, `stream`: what the public sees;
//! - `outlet`: by which ways it left;
//! - `get`, `list`, `cap_file`, `stream_route`, `staff`: one file per endpoint.
//!
//! It refuses to send anything: `push` does, from the shards that publishing
//! leaves behind.

mod atom;
pub mod blocks;
mod cap_file;
mod channel;
pub mod compose;
pub mod content;
pub mod draft;
pub mod entity;
mod geojson;
mod get;
pub mod import;
pub mod lifecycle;
mod list;
mod moment;
pub mod outlet;
mod output;
mod places;
pub mod rank;
mod remark;
pub mod scenario;
pub mod signing;
pub mod snapshot;
pub mod staff;
pub mod stream;
mod stream_route;
mod taken;
pub mod view;
pub mod wish;

pub use channel::Channel;
pub use list::{LIST, list_at_once};

/// Registers the public routes of this noun.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config
        .service(stream_route::alerts_stream)
        .service(list::alerts_geojson)
        .service(list::alerts_atom)
        .service(list::alerts)
        .service(cap_file::alert_cap)
        .service(get::alert);
}
