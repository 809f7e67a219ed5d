//! Leases shards, seals, hands over, settles.

use actix_web::web;
use tokio::task::JoinSet;

use crate::app::State;

/// Starts the sender of this process.
///
/// # Errors
/// None yet.
pub fn spawn(_state: &web::Data<State>, _tasks: &mut JoinSet<()>) -> anyhow::Result<()> {
    Ok(())
}
