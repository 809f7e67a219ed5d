//! Who looked at a file, for the person it is about.

use serde_json::Value;
use uuid::Uuid;

use crate::app::State;
use crate::audit;
use crate::error::Result;

/// Looks that are told: the newest.
const MOST: u64 = 100;

/// One look of the office.
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
