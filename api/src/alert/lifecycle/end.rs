//! The end of an alert: all-clear, cancellation, or its time.

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, Set};
use serde_json::json;
use uuid::Uuid;

use super::super::compose::{self, Ending, Stamp};
use super::super::entity::{self, Model};
use super::publish::publish;
use super::{act, active, claim, new_identifier, show, to_json, within};
use crate::account::Person;
use crate::app::State;
use crate::area::AreaSet;
use crate::db::{self, counter};
use crate::error::{Error, Result};

/// Ends an alert: the danger is over, or it was an error. Never waits for a
/// sending that still goes on; what is unsent of it is dropped.
///
/// # Errors
/// It is not active, or reaches beyond the person's territory.
pub async fn end(state: &State, person: &Person, id: Uuid, kind: Ending) -> Result<Model> {
    let row = active(state, id).await?;
    within::must_hold(state, person, &[&row]).await?;
    let (word, action) = match kind {
        Ending::AllClear => ("ended", "alert.end"),
        Ending::Cancelled => ("cancelled", "alert.cancel"),
    };
    let row = finish(state, &row, word, Some(kind), (&person.email, action)).await?;
    show(state).await;
    Ok(row)
}

/// Marks what is over by time. Several processes may do it at once; one wins.
///
/// # Errors
/// The database does not answer.
pub async fn expire_overdue(state: &State) -> Result<usize> {
    let mut count = 0;
    for row in entity::overdue(&state.db, state.clock.now_ms()).await? {
        match finish(state, &row, "expired", None, ("system", "alert.expire")).await {
            Ok(_) => count += 1,
            Err(Error::Conflict(_)) => {}
            Err(error) => return Err(error),
        }
    }
    if count > 0 {
        state.news.announce();
    }
    Ok(count)
}

async fn finish(
    state: &State,
    row: &Model,
    word: &str,
    kind: Option<Ending>,
    (actor, action): (&str, &'static str),
) -> Result<Model> {
    let now_ms = state.clock.now_ms();
    let mut cap = row.message()?;
    let mut change = row.clone().into_active_model();
    if let Some(kind) = kind {
        let identifier = new_identifier(state, row.id, "2");
        let stamp = Stamp { identifier: identifier.clone(), now_ms, event_id: row.event_id };
        let hours = state.config.alerts.ended_visible_h;
        let set = AreaSet::from_i32(row.areas);
        cap = compose::ending(&cap, kind, &state.areas, set, &stamp, hours);
        change.identifier = Set(identifier);
        change.cap = Set(to_json(&cap)?);
    }
    let tx = db::begin(&state.db).await?;
    claim(&tx, row, row.edition, &["published"]).await?;
    let version = counter::next(&tx, "alerts").await?;
    change.state = Set(word.to_owned());
    // However late an end by time is noted, it was over then, as every view has shown since.
    change.ended_at_ms = Set(Some(if kind.is_some() { now_ms } else { row.expires_at_ms }));
    change.changed_at_ms = Set(now_ms);
    change.version = Set(version);
    change.edition = Set(row.edition + 1);
    let row = change.update(&tx).await?;
    publish(&tx, state, &row, word, &cap).await?;
    act(&tx, state, actor, action, &row, json!({ "version": version })).await?;
    tx.commit().await?;
    Ok(row)
}
