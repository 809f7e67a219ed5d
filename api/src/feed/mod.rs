//! CAP and Atom feeds of others, read for drafts.
//!
//! A feed never publishes: what it says becomes a draft of the account of imports, which
//! two persons then take through the usual steps. Each message is taken once, whatever
//! the number of processes; each refusal is kept with its reason for the operators. Sources
//! do not wait for each other: each is followed by a task of its own.
//!
//! - `fetch`: what an address answers; `failures`: what did not;
//! - `take`: one reading; `choose`: what of a feed is new; `batch`: in which order it is judged;
//! - `judge`: what becomes of a message; `former`: what was made of those that it names;
//! - `policy`: what the settings of a source leave out;
//! - `entity`, `outcome`: the rows, and what can become of a message.

use std::sync::Arc;
use std::time::Duration;

use actix_web::web;
use anyhow::Context;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use self::failures::Failures;
use self::fetch::Client;
use crate::app::State;
use crate::config::FeedSource;

mod batch;
mod choose;
pub mod entity;
mod failures;
mod fetch;
mod former;
mod judge;
mod outcome;
mod policy;
mod take;

pub use outcome::Outcome;

/// How often a process looks whether a feed is due.
const LOOK: Duration = Duration::from_secs(1);
/// Sources read at the same time by one process: each may hold some megabytes. A reading
/// has its longest time, so a place is free again whatever the sources do.
const AT_ONCE: usize = 8;

/// Starts reading, when the settings name a source.
///
/// # Errors
/// The client cannot be made.
pub fn spawn(state: &web::Data<State>, tasks: &mut JoinSet<()>) -> anyhow::Result<()> {
    if state.config.feeds.sources.is_empty() {
        return Ok(());
    }
    let client = Arc::new(Client::new(&state.config.feeds)?);
    let places = Arc::new(Semaphore::new(AT_ONCE));
    for source in &state.config.feeds.sources {
        tasks.spawn(follow(state.clone(), client.clone(), places.clone(), source.clone()));
    }
    Ok(())
}

/// Reads a source whenever it is due, until the process ends.
async fn follow(state: web::Data<State>, client: Arc<Client>, places: Arc<Semaphore>, source: FeedSource) {
    let mut failures = Failures::default();
    while !state.stop.is_cancelled() {
        let read = async {
            let _place = places.acquire().await.context("no places")?;
            take::when_due(&state, &client, &source, &mut failures).await
        };
        if let Err(error) = read.await {
            tracing::warn!(feed = source.name, error = format!("{error:#}"), "a feed could not be kept");
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK) => {}
            () = state.stop.cancelled() => {}
        }
    }
}
