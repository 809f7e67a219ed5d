//! One message of a source: what it is, and the draft that is made of it.

use sea_orm::EntityTrait;

use safe_cap::{Alert, MsgType};

use super::entity;
use super::outcome::Outcome;
use super::policy::against_policy;
use crate::alert::entity as alert;
use crate::alert::import::{self, FileReport};
use crate::alert::lifecycle::{self, Input};
use crate::app::State;
use crate::config::FeedSource;
use crate::error::Error;

/// What became of a message.
pub(super) struct Found {
    /// What.
    pub outcome: Outcome,
    /// CAP sender; empty when it could not be read.
    pub sender: String,
    /// CAP identifier; empty when it could not be read.
    pub identifier: String,
    /// What the reader of CAP said.
    pub remark: String,
    /// The alert that was made of it.
    pub alert_id: Option<uuid::Uuid>,
}

impl Found {
    /// An outcome of a message that was not read.
    pub fn bare(outcome: Outcome) -> Self {
        let none = String::new;
        Self { outcome, sender: none(), identifier: none(), remark: none(), alert_id: None }
    }
}

/// Judges a message and makes a draft of it where the policy of the source takes it.
///
/// # Errors
/// The database does not answer.
pub(super) async fn judge(state: &State, source: &FeedSource, bytes: &[u8]) -> anyhow::Result<Found> {
    let now_ms = state.clock.now_ms();
    let read = import::cap(&source.name, bytes, source.lenient, &state.areas, &state.trust, now_ms);
    let remark = remarks(&read.report);
    let Some(cap) = read.alert else {
        return Ok(Found { remark, ..Found::bare(Outcome::Refused) });
    };
    let found = Found {
        sender: cap.sender.clone(),
        identifier: cap.identifier.clone(),
        remark,
        ..Found::bare(Outcome::Drafted)
    };
    if let Some(outcome) = against_policy(state, source, &cap, &read.report, now_ms) {
        return Ok(Found { outcome, ..found });
    }
    if !entity::of_message(&state.db, &source.name, &cap.sender, &cap.identifier).await?.is_empty() {
        return Ok(Found { outcome: Outcome::Known, ..found });
    }
    let before = referenced(state, source, &cap).await?;
    if cap.msg_type == MsgType::Cancel {
        let (outcome, alert_id) = take_back(state, before).await?;
        return Ok(Found { outcome, alert_id, ..found });
    }
    match draft(state, source, cap, before).await {
        Ok((outcome, row)) => Ok(Found { outcome, alert_id: Some(row.id), ..found }),
        // The same message would be refused at each reading, and keep the later ones waiting.
        Err(error) if error.row().0.is_client_error() => {
            let remark = format!("{error}\n{}", found.remark);
            Ok(Found { outcome: Outcome::Refused, remark: remark.trim_end().to_owned(), ..found })
        }
        Err(error) => Err(plain(error)),
    }
}

/// Makes a draft of a message, in the place of the one that it follows.
async fn draft(
    state: &State,
    source: &FeedSource,
    cap: Alert,
    before: Option<alert::Model>,
) -> Result<(Outcome, alert::Model), Error> {
    let person = import::account(state).await?;
    let (outcome, predecessor) = match &before {
        Some(row) if row.is_active(state.clock.now_ms()) => (Outcome::Update, Some(row.id)),
        _ => (Outcome::Drafted, None),
    };
    let input = Input::Cap(Box::new(cap));
    let row = lifecycle::create(state, &person, input, predecessor, &source.name).await?;
    if let Some(former) = before.filter(untouched) {
        // Nobody has worked on the former text: the new one takes its place.
        match lifecycle::set_back(state, &person, former.id, true).await {
            // Somebody began to, just now: both stay, and a person chooses.
            Err(Error::Conflict(_)) => {}
            other => drop(other?),
        }
    }
    Ok((outcome, row))
}

/// The alert made of a message that this one names, in its latest form.
async fn referenced(state: &State, source: &FeedSource, cap: &Alert) -> anyhow::Result<Option<alert::Model>> {
    for reference in &cap.references {
        let name = (reference.sender.as_str(), reference.identifier.as_str());
        for known in entity::of_message(&state.db, &source.name, name.0, name.1).await? {
            let Some(id) = known.alert_id else { continue };
            let Some(row) = alert::Entity::find_by_id(id).one(&state.db).await? else { continue };
            let row = if row.state == "superseded" {
                alert::latest_of(&state.db, row.event_id).await?.unwrap_or(row)
            } else {
                row
            };
            return Ok(Some(row));
        }
    }
    Ok(None)
}

fn untouched(row: &alert::Model) -> bool {
    row.state == "draft" && row.edition == 1
}

async fn take_back(
    state: &State,
    before: Option<alert::Model>,
) -> anyhow::Result<(Outcome, Option<uuid::Uuid>)> {
    let Some(row) = before else { return Ok((Outcome::Cancelled, None)) };
    let id = Some(row.id);
    if !untouched(&row) {
        return Ok((Outcome::Cancelled, id));
    }
    let person = import::account(state).await?;
    lifecycle::set_back(state, &person, row.id, true).await.map_err(plain)?;
    Ok((Outcome::Withdrawn, id))
}

fn remarks(report: &FileReport) -> String {
    let all = report.errors.iter().chain(&report.warnings);
    let line = |one: &import::Remark| match one.line {
        Some(line) => format!("{line}: {}: {}", one.element, one.message),
        None => format!("{}: {}", one.element, one.message),
    };
    all.take(20).map(line).collect::<Vec<_>>().join("\n")
}

/// An error of the lifecycle, for the log.
fn plain(error: Error) -> anyhow::Error {
    anyhow::anyhow!("{error:?}")
}
