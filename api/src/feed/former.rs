//! What was made of earlier messages of a source, and what is taken back of it.

use sea_orm::EntityTrait;
use uuid::Uuid;

use safe_cap::Alert;

use super::entity::{self, Model, named};
use super::outcome::Outcome;
use crate::alert::entity as alert;
use crate::alert::{import, lifecycle};
use crate::app::State;
use crate::config::FeedSource;
use crate::error::Error;

/// What the name of a message says: sender, identifier and sending make it one (CAP 1.2,
/// section 3.2.1).
pub(super) enum Name {
    /// Nothing was taken under it.
    New,
    /// The same message was taken.
    Known,
    /// Other words were taken, of the same moment.
    Reused,
    /// What was taken under it was sent later, and became this.
    Older(Option<Uuid>),
    /// What was taken under it was sent earlier.
    Later,
}

impl Name {
    /// `rows` are those that were taken under it, newest first.
    pub fn of(rows: &[Model], sent_ms: i64, content: &str) -> Self {
        let Some(newest) = rows.first() else { return Self::New };
        let is_same = |row: &Model| row.sent_ms == Some(sent_ms) && row.content.as_deref() == Some(content);
        // Of what an earlier release took, neither moment nor words are known.
        if newest.sent_ms.is_none() || rows.iter().any(is_same) {
            return Self::Known;
        }
        match rows.iter().max_by_key(|row| row.sent_ms) {
            Some(last) if last.sent_ms > Some(sent_ms) => Self::Older(last.alert_id),
            _ if rows.iter().any(|row| row.sent_ms == Some(sent_ms)) => Self::Reused,
            _ => Self::Later,
        }
    }
}

/// The alerts made of the messages that this one names, the last first, each once and in its
/// latest form; `own` when also what was taken under its own name. A message may name its whole
/// chain: what was thrown away since is no part of it.
pub(super) async fn of(
    state: &State,
    source: &FeedSource,
    cap: &Alert,
    own: bool,
) -> anyhow::Result<Vec<alert::Model>> {
    let references = cap.references.iter().rev().take(named::MOST);
    let names = references.map(|reference| (reference.sender.as_str(), reference.identifier.as_str()));
    let own = own.then_some((cap.sender.as_str(), cap.identifier.as_str()));
    let mut found: Vec<alert::Model> = Vec::new();
    for (sender, identifier) in own.into_iter().chain(names) {
        for known in entity::of_message(&state.db, &source.name, sender, identifier).await? {
            let Some(id) = known.alert_id else { continue };
            let Some(row) = alert::Entity::find_by_id(id).one(&state.db).await? else { continue };
            let row = match row.state.as_str() {
                "discarded" => continue,
                "superseded" => alert::latest_of(&state.db, row.event_id).await?.unwrap_or(row),
                _ => row,
            };
            if found.iter().all(|other| other.id != row.id) {
                found.push(row);
            }
            break;
        }
    }
    Ok(found)
}

/// The active alert that a message updates: one that it names, or the one that a named draft was
/// to update.
pub(super) async fn updated(state: &State, before: &[alert::Model]) -> Result<Option<Uuid>, Error> {
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

/// Whether an alert that was not thrown away is still about something: it is open, or people see it.
pub(super) fn counts(row: &alert::Model, now_ms: i64) -> bool {
    row.published_at_ms.is_none() || row.is_active(now_ms)
}

/// What became of alerts that a message names: the first of each kind.
#[derive(Default)]
struct TakenBack {
    /// A draft that nobody had worked on is gone.
    withdrawn: Option<Uuid>,
    /// It still counts: a person must look at it.
    left: Option<Uuid>,
    /// It was over already.
    over: Option<Uuid>,
}

/// Takes the drafts back that nobody has worked on.
async fn take_back(state: &State, before: Vec<alert::Model>) -> anyhow::Result<TakenBack> {
    let (now_ms, person) = (state.clock.now_ms(), import::account(state).await?);
    let mut back = TakenBack::default();
    for row in before {
        let place = if lifecycle::is_untouched(&row) {
            match lifecycle::set_back(state, &person, row.id, true).await {
                Ok(_) => &mut back.withdrawn,
                // Somebody began to work on it, just now.
                Err(Error::Conflict(_)) => &mut back.left,
                Err(error) => return Err(plain(error)),
            }
        } else if counts(&row, now_ms) {
            &mut back.left
        } else {
            &mut back.over
        };
        place.get_or_insert(row.id);
    }
    Ok(back)
}

/// The sender cancels what a message names. What is over is told when there is nothing else.
pub(super) async fn cancelled(
    state: &State,
    before: Vec<alert::Model>,
) -> anyhow::Result<(Outcome, Option<Uuid>)> {
    let back = take_back(state, before).await?;
    Ok(match (back.left, back.withdrawn) {
        (None, Some(id)) => (Outcome::Withdrawn, Some(id)),
        (left, _) => (Outcome::Cancelled, left.or(back.over)),
    })
}

/// What a message names does not hold any more, or not here, as the sender says. `otherwise` is
/// what becomes of the message when nothing counts any more of what it names.
pub(super) async fn ended(
    state: &State,
    before: Vec<alert::Model>,
    otherwise: Outcome,
) -> anyhow::Result<(Outcome, Option<Uuid>)> {
    // A draft that goes may have been about one that people see.
    let active = updated(state, &before).await.map_err(plain)?;
    let back = take_back(state, before).await?;
    Ok(match (back.left.or(active), back.withdrawn) {
        (Some(id), _) => (Outcome::Over, Some(id)),
        (None, Some(id)) => (Outcome::Withdrawn, Some(id)),
        (None, None) => (otherwise, None),
    })
}

/// An error of the lifecycle, for the log.
pub(super) fn plain(error: Error) -> anyhow::Error {
    anyhow::anyhow!("{error:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(sent_ms: Option<i64>, content: Option<&str>, alert_id: u128) -> Model {
        Model {
            entry_key: alert_id.to_string(),
            feed: "storms".to_owned(),
            sender: "warnings@example.org".to_owned(),
            identifier: "storm-1".to_owned(),
            title: String::new(),
            outcome: Outcome::Drafted.code().to_owned(),
            remark: String::new(),
            alert_id: Some(Uuid::from_u128(alert_id)),
            at_ms: 0,
            sent_ms,
            content: content.map(str::to_owned),
        }
    }

    #[test]
    fn a_name_is_sender_identifier_and_sending() {
        let rows = [row(Some(20), Some("b"), 2), row(Some(10), Some("a"), 1)];
        assert!(matches!(Name::of(&[], 10, "a"), Name::New));
        for (sent_ms, content) in [(10, "a"), (20, "b")] {
            assert!(matches!(Name::of(&rows, sent_ms, content), Name::Known));
        }
        assert!(matches!(Name::of(&rows, 20, "c"), Name::Reused));
        assert!(matches!(Name::of(&rows, 30, "b"), Name::Later));
        for (sent_ms, content) in [(15, "c"), (10, "c")] {
            let Name::Older(became) = Name::of(&rows, sent_ms, content) else { panic!("older") };
            assert_eq!(became, Some(Uuid::from_u128(2)));
        }
        assert!(matches!(Name::of(&[row(None, None, 1)], 30, "c"), Name::Known), "of an earlier release");
    }
}
