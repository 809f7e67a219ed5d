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

/// Most messages that one names which are looked at.
const MOST_NAMED: usize = 100;

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

/// Makes a draft of a message, in the place of those that it follows.
async fn draft(
    state: &State,
    source: &FeedSource,
    cap: Alert,
    before: Vec<alert::Model>,
) -> Result<(Outcome, alert::Model), Error> {
    let person = import::account(state).await?;
    let predecessor = updated(state, &before).await?;
    let outcome = if predecessor.is_some() { Outcome::Update } else { Outcome::Drafted };
    let input = Input::Cap(Box::new(cap));
    let row = lifecycle::create(state, &person, input, predecessor, &source.name).await?;
    for former in before.iter().filter(|former| lifecycle::is_untouched(former) && former.id != row.id) {
        // Nobody has worked on the former text: the new one takes its place.
        match lifecycle::set_back(state, &person, former.id, true).await {
            // Somebody began to, just now: both stay, and a person chooses.
            Err(Error::Conflict(_)) => {}
            other => drop(other?),
        }
    }
    Ok((outcome, row))
}

/// The active alert that a message updates: one that it names, or the one that a named draft was
/// to update.
async fn updated(state: &State, before: &[alert::Model]) -> Result<Option<uuid::Uuid>, Error> {
    let now_ms = state.clock.now_ms();
    for row in before {
        if row.is_active(now_ms) {
            return Ok(Some(row.id));
        }
        if row.predecessor_id.is_some()
            && row.published_at_ms.is_none()
            && let Some(latest) = alert::latest_of(&state.db, row.event_id).await?
            && latest.is_active(now_ms)
        {
            return Ok(Some(latest.id));
        }
    }
    Ok(None)
}

/// The alerts made of the messages that this one names, the last first, each once and in its
/// latest form. A message may name its whole chain: what was thrown away since is no part of it.
async fn referenced(state: &State, source: &FeedSource, cap: &Alert) -> anyhow::Result<Vec<alert::Model>> {
    let mut named: Vec<alert::Model> = Vec::new();
    for reference in cap.references.iter().rev().take(MOST_NAMED) {
        let name = (reference.sender.as_str(), reference.identifier.as_str());
        for known in entity::of_message(&state.db, &source.name, name.0, name.1).await? {
            let Some(id) = known.alert_id else { continue };
            let Some(row) = alert::Entity::find_by_id(id).one(&state.db).await? else { continue };
            let row = match row.state.as_str() {
                "discarded" => continue,
                "superseded" => alert::latest_of(&state.db, row.event_id).await?.unwrap_or(row),
                _ => row,
            };
            if named.iter().all(|other| other.id != row.id) {
                named.push(row);
            }
            break;
        }
    }
    Ok(named)
}

/// Takes the drafts back that nobody has worked on. What else still counts, a person must look
/// at; what is over is named when there is nothing else.
async fn take_back(state: &State, named: Vec<alert::Model>) -> anyhow::Result<(Outcome, Option<uuid::Uuid>)> {
    let (now_ms, person) = (state.clock.now_ms(), import::account(state).await?);
    let (mut withdrawn, mut left, mut over) = (None, None, None);
    for row in named {
        let place = if lifecycle::is_untouched(&row) {
            match lifecycle::set_back(state, &person, row.id, true).await {
                Ok(_) => &mut withdrawn,
                // Somebody began to work on it, just now.
                Err(Error::Conflict(_)) => &mut left,
                Err(error) => return Err(plain(error)),
            }
        } else if row.published_at_ms.is_none() || row.is_active(now_ms) {
            &mut left
        } else {
            &mut over
        };
        place.get_or_insert(row.id);
    }
    Ok(match (left, withdrawn) {
        (None, Some(id)) => (Outcome::Withdrawn, Some(id)),
        (left, _) => (Outcome::Cancelled, left.or(over)),
    })
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
