//! Addresses of others that our pages lead to: asked once a week whether they still answer.
//!
//! - `list`: which addresses, and on which pages they stand;
//! - `ask`: one question to one address; `standing`: what an answer means;
//! - `entity`: what each last said; `round`: whose turn it is, and the calm between.
//!
//! Nothing of what others answer is kept but a number and a date. One answer never makes
//! a link broken: a failure is asked again, and an editor is told when it stays one.

use std::time::Duration;

use actix_web::web;
use tokio::task::JoinSet;

use crate::app::State;

mod ask;
pub mod entity;
mod list;
mod round;
mod standing;

pub use ask::Client;
pub use list::{Addresses, Links, Page, Place};
pub use round::{ask_all, ask_due};
pub use standing::Standing;

/// How often a process looks whether an address is due.
const LOOK: Duration = Duration::from_secs(5);

/// Starts asking, when the settings want it.
///
/// # Errors
/// The client cannot be made.
pub fn spawn(state: &web::Data<State>, tasks: &mut JoinSet<()>) -> anyhow::Result<()> {
    if !state.config.links.asks(state.config.mode) {
        return Ok(());
    }
    let client = Client::new(&state.config)?;
    let state = state.clone();
    tasks.spawn(async move {
        while !state.stop.is_cancelled() {
            if let Err(error) = ask_due(&state, &client).await {
                tracing::warn!(error = format!("{error:#}"), "the links could not be asked");
            }
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                () = state.stop.cancelled() => {}
            }
        }
    });
    Ok(())
}
