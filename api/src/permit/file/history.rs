//! Who looked at a file, for the person it is about: the office each time, somebody with a
//! mandate once in a session, and at each document.

use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use serde_json::{Value, json};
use uuid::Uuid;

use super::File;
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::Result;
use crate::permit::entity::look;

/// Looks that are told: the newest.
const MOST: u64 = 100;

/// One look.
pub struct Look {
    /// When.
    pub at_ms: i64,
    /// Role in which somebody looked; names of staff are not shown.
    pub role: String,
    /// What for.
    pub purpose: String,
}

/// Looks at a file, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn looks(state: &State, id: Uuid) -> Result<Vec<Look>> {
    let acts = audit::of_kind(&state.db, &format!("permit/{id}"), "permit.read", MOST).await?;
    let look = |act: audit::Model| {
        let detail: Value = serde_json::from_str(&act.detail).unwrap_or_default();
        let text = |name: &str| detail.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Look { at_ms: act.at_ms, role: text("role"), purpose: text("purpose") }
    };
    Ok(acts.into_iter().map(look).collect())
}

/// Records the look of somebody with a mandate, once in a session.
///
/// # Errors
/// The database does not answer.
pub(super) async fn record_look(state: &State, citizen: &Citizen, id: Uuid) -> Result<()> {
    // A form of an earlier session comes from a page that was recorded then.
    if citizen.session_hash.is_empty() {
        return Ok(());
    }
    let tx = db::begin(&state.db).await?;
    let row = look::ActiveModel { session_hash: Set(citizen.session_hash.clone()), application_id: Set(id) };
    let key = [look::Column::SessionHash, look::Column::ApplicationId];
    let once = OnConflict::columns(key).do_nothing().to_owned();
    if look::Entity::insert(row).on_conflict(once).exec_without_returning(&tx).await? == 1 {
        by_mandate(state, &tx, id, "mandate").await?;
    }
    Ok(tx.commit().await?)
}

/// Records that somebody with a mandate was given a document.
///
/// # Errors
/// The database does not answer.
pub(super) async fn record_document(state: &State, file: &File, document: &str) -> Result<()> {
    if file.mandate.is_none() {
        return Ok(());
    }
    let tx = db::begin(&state.db).await?;
    by_mandate(state, &tx, file.row.id, &format!("document {document}")).await?;
    Ok(tx.commit().await?)
}

async fn by_mandate(state: &State, tx: &DatabaseTransaction, id: Uuid, purpose: &str) -> Result<()> {
    let subject = format!("permit/{id}");
    let detail = json!({ "role": "mandated", "purpose": purpose });
    let act = Act { actor: "mandated", action: "permit.read", subject, detail };
    audit::record(tx, state.clock.now_ms(), act).await?;
    state.metrics.audits.inc();
    Ok(())
}
