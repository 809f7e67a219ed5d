//! The life of an alert: draft → submitted → published → updated, ended,
//! cancelled or expired. Every step is one transaction with its audit row, and
//! what becomes public gets its version and its push shards in the same one.

mod end;
mod input;
mod named;
mod open;
mod publish;
mod within;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, ExprTrait};
use uuid::Uuid;

use safe_cap::Alert;

pub use end::{end, expire_overdue};
pub use input::Input;
pub use named::beside;
pub use open::{Taken, create, revise, set_back, submit, take};
pub use publish::{Seen, approve};

use super::entity::{self, Model};
use crate::app::State;
use crate::audit::{self, Act};
use crate::error::{Error, Result};

fn new_identifier(state: &State, id: Uuid, step: &str) -> String {
    let host = state.config.alerts.sender.split('@').next_back().unwrap_or("safe.brussels");
    format!("{host}.{id}.{step}")
}

/// Tells everybody, and shows the change here before whoever made it hears that it is
/// done: who looks next sees the same in every view.
async fn show(state: &State) {
    state.news.announce();
    if let Err(error) = state.refresh().await {
        // The change is kept; the next look takes it up.
        tracing::error!(error = format!("{error:#}"), "the snapshot could not be made anew");
    }
}

/// Takes the row for this change, or finds that somebody was faster.
async fn claim(tx: &DatabaseTransaction, row: &Model, edition: i64, states: &[&str]) -> Result<()> {
    let taken = entity::Entity::update_many()
        .col_expr(entity::Column::Edition, Expr::col(entity::Column::Edition).add(0_i64))
        .filter(entity::Column::Id.eq(row.id))
        .filter(entity::Column::Edition.eq(edition))
        .filter(entity::Column::State.is_in(states.iter().copied()))
        .exec(tx)
        .await?;
    if taken.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict("changed-meanwhile")) }
}

async fn act(
    tx: &DatabaseTransaction,
    state: &State,
    actor: &str,
    action: &'static str,
    row: &Model,
    detail: serde_json::Value,
) -> Result<()> {
    let act = Act { actor, action, subject: row.subject(), detail };
    audit::record(tx, state.clock.now_ms(), act).await?;
    state.metrics.audits.inc();
    Ok(())
}

/// The row with this id.
///
/// # Errors
/// There is none.
pub async fn find(state: &State, id: Uuid) -> Result<Model> {
    entity::Entity::find_by_id(id).one(&state.db).await?.ok_or(Error::NotFound)
}

/// Whether nobody has approved it, or thrown it away.
fn is_open(row: &Model) -> bool {
    row.state == "draft" || row.state == "submitted"
}

/// Whether nobody has worked on it since it came.
#[must_use]
pub fn is_untouched(row: &Model) -> bool {
    row.state == "draft" && row.edition == 1
}

/// This row, or the newest public one of its chain when an update took its place.
async fn newest(state: &State, id: Uuid) -> Result<Model> {
    let row = find(state, id).await?;
    if row.state == "superseded" {
        entity::latest_of(&state.db, row.event_id).await?.ok_or(Error::NotFound)
    } else {
        Ok(row)
    }
}

/// The active row of the chain that this id belongs to.
async fn active(state: &State, id: Uuid) -> Result<Model> {
    let row = newest(state, id).await?;
    if row.is_active(state.clock.now_ms()) { Ok(row) } else { Err(Error::Conflict("alert-not-active")) }
}

/// The row whose place an approved update takes: the active one of its chain, or the one whose
/// time ended while the update waited. What a person ended stays ended.
async fn replaced(state: &State, id: Uuid) -> Result<Model> {
    let row = newest(state, id).await?;
    let is_over_by_time = row.state == "expired" || row.state == "published";
    if is_over_by_time { Ok(row) } else { Err(Error::Conflict("alert-not-active")) }
}

fn to_json(cap: &Alert) -> Result<String> {
    serde_json::to_string(cap).map_err(|error| Error::Internal(error.into()))
}
