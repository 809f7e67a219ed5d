//! CAP and Atom feeds of others, read for drafts.
//!
//! A feed never publishes: what it says becomes a draft of the account of imports, which
//! two persons then take through the usual steps. Each message is taken once, whatever
//! the number of processes; each refusal is kept with its reason for the operators.
//!
//! - `fetch`: what an address answers; `take`: what of it is new;
//! - `policy`: what the settings of a source leave out;
//! - `entity`, `outcome`: the rows, and what can become of a message.

use std::time::Duration;

use actix_web::web;
use tokio::task::JoinSet;

use crate::app::State;

pub mod entity;
mod fetch;
mod outcome;
mod policy;
mod take;

pub use outcome::Outcome;

/// How often a process looks whether a feed is due.
const LOOK: Duration = Duration::from_secs(1);

/// Starts reading, when the settings name a source.
///
/// # Errors
/// The client cannot be made.
pub fn spawn(state: &web::Data<State>, tasks: &mut JoinSet<()>) -> anyhow::Result<()> {
    if state.config.feeds.sources.is_empty() {
        return Ok(());
    }
    let client = fetch::Client::new(&state.config.feeds)?;
    let state = state.clone();
    tasks.spawn(async move {
        while !state.stop.is_cancelled() {
            for source in &state.config.feeds.sources {
                if let Err(error) = take::when_due(&state, &client, source).await {
                    tracing::warn!(
                        feed = source.name,
                        error = format!("{error:#}"),
                        "a feed could not be kept"
                    );
                }
            }
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                () = state.stop.cancelled() => {}
            }
        }
    });
    Ok(())
}
