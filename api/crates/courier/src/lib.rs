//! Delivers sealed push messages to push services (RFC 8030). No database, no
//! clock but the runtime's, nothing about alerts: it knows origins, messages
//! and what became of them.
//!
//! # Map
//!
//! - A [`Courier`] has one [`Lane`] per push origin. Lanes share nothing, so an
//!   origin that is dead, slow or angry costs the others nothing.
//! - A lane is given [`Batch`]es. It takes a message out of a batch only when it
//!   can be written to an open connection at once, so bodies are sealed just in
//!   time, and messages that were not taken are not in doubt after a crash. The
//!   batch of the highest priority is always served first.
//! - Each message taken is settled exactly once with an [`Outcome`].
//! - A lane whose origin does not work stops and says so: its [`Delivery`]s end
//!   as [`End::Stalled`] with a time to come back, and what was not taken is
//!   still in the batch.
//!
//! ```no_run
//! # use std::sync::Arc;
//! # use safe_courier::{Batch, Courier, End, Settings};
//! # use safe_sealing::Origin;
//! # async fn f(batch: Arc<dyn Batch>) -> Result<(), Box<dyn std::error::Error>> {
//! let courier = Courier::new(Settings::default())?;
//! let lane = courier.lane(&Origin::parse("https://push.example")?);
//! match lane.deliver(10, batch).await {
//!     End::Finished => { /* every message was taken and settled */ }
//!     End::Stalled { trouble, until } => { /* hand the same batch in after `until` */ }
//!     End::Closed => { /* the program ends; the rest is still in the batch */ }
//! }
//! # Ok(()) }
//! ```
//!
//! # Invariants
//!
//! - Only [`Outcome::Gone`] may make anyone forget a subscription.
//! - Connections go to public addresses only, over TLS; the name is resolved
//!   once per connection and that address is used. Redirects are not followed.
//! - Paths of endpoints are secrets. They appear in no `Debug` text, no error
//!   and no state.
//! - Every wait has a limit.

mod answer;
mod batch;
mod coalesce;
mod courier;
mod dial;
mod gate;
mod guard;
mod http1;
mod http2;
mod lane;
mod latency;
mod message;
mod outcome;
mod queue;
mod room;
mod settings;
mod shared;
mod taken;
mod worker;

pub use batch::Batch;
pub use courier::{Courier, CourierError};
pub use gate::{Breaker, Trouble};
pub use guard::{is_public, resolve};
pub use lane::{Delivery, End, Lane, LaneState};
pub use message::{Message, Topic, TopicError, Urgency};
pub use outcome::{FailureKind, Outcome, Tally};
pub use settings::Settings;
