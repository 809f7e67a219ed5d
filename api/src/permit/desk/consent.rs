//! A cohabitant takes their consent back while the file waits for its decision. What was answered
//! stays as it was given; the ledger has that it does not hold any more. The applicant reads
//! neither.

use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Case, Line, OPEN, claim, write_down};
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::{consent, event};
use crate::permit::sealed::FileKey;

const KIND: &str = "consent-withdrawn";
const PLACE: &str = "event/consent-withdrawn";

/// Which consent a line of the ledger is about. Nobody is named in it: it outlives the names.
#[derive(Serialize, Deserialize)]
struct Of {
    consent: Uuid,
}

/// The day on which it was noted that a consent was taken back.
#[must_use]
pub fn taken_back(case: &Case, id: Uuid) -> Option<&str> {
    noted(&case.events, &case.key, id)
}

fn noted<'l>(ledger: &'l [event::Model], key: &FileKey, id: Uuid) -> Option<&'l str> {
    let is_of = |sealed: &[u8]| key.open::<Of>(PLACE, sealed).is_ok_and(|of| of.consent == id);
    let mut lines = ledger.iter().filter(|line| line.kind == KIND);
    let line = lines.find(|line| line.detail_sealed.as_deref().is_some_and(is_of))?;
    Some(&line.on_day)
}

/// The same day, for the person whose consent it is.
///
/// # Errors
/// The database does not answer.
pub async fn read_by_cohabitant(
    state: &State,
    key: &FileKey,
    row: &consent::Model,
) -> Result<Option<String>> {
    let lines = event::Entity::find()
        .filter(event::Column::ApplicationId.eq(row.application_id))
        .filter(event::Column::Kind.eq(KIND));
    Ok(noted(&lines.all(&state.db).await?, key, row.id).map(str::to_owned))
}

/// Whether it can still be noted that a consent was taken back.
#[must_use]
pub fn can_take_back(case: &Case, id: Uuid) -> bool {
    let given = case.consents.iter().any(|row| row.id == id && row.state == "consented");
    given && OPEN.contains(&case.row.state.as_str()) && taken_back(case, id).is_none()
}

/// Notes that a consent was taken back.
///
/// # Errors
/// Another role, no such consent, none that was given or was taken back before, or the file was
/// changed meanwhile.
pub async fn take_back(state: &State, person: &Person, case: &Case, id: Uuid) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    if !case.consents.iter().any(|row| row.id == id) {
        return Err(Error::NotFound);
    }
    if !can_take_back(case, id) {
        return Err(Error::Conflict("permit-consent-not-given"));
    }
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &OPEN, state.clock.now_ms(), Vec::new()).await?;
    let sealed = case.key.seal(PLACE, &Of { consent: id })?;
    let line = Line { detail_sealed: Some(sealed), ..Line::of(KIND) };
    write_down(state, &tx, case, person, line, json!({ "consent": id })).await?;
    Ok(tx.commit().await?)
}
