//! One message of a source: what it is, and the draft that is made of it.

use safe_cap::{Alert, MsgType};

use super::entity::{self, named, named::Naming};
use super::former::{self, Name, plain};
use super::outcome::Outcome;
use super::policy::{disbelieved, left_out};
use crate::account::digest;
use crate::alert::entity as alert;
use crate::alert::import::{self, FileReport, Read};
use crate::alert::lifecycle::{self, Input};
use crate::app::State;
use crate::clock;
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
    /// CAP sending; none when it could not be read.
    pub sent_ms: Option<i64>,
    /// Hash of the message; none when it could not be read.
    pub content: Option<String>,
    /// What the reader of CAP said.
    pub remark: String,
    /// The alert that was made of it, or that a person must look at.
    pub alert_id: Option<uuid::Uuid>,
}

impl Found {
    /// An outcome of a message that was not read.
    pub fn bare(outcome: Outcome) -> Self {
        let none = String::new;
        let (sender, identifier, remark) = (none(), none(), none());
        Self { outcome, sender, identifier, sent_ms: None, content: None, remark, alert_id: None }
    }
}

/// Judges a message and makes a draft of it where the policy of the source takes it.
///
/// # Errors
/// The database does not answer.
pub(super) async fn judge(state: &State, source: &FeedSource, read: Read) -> anyhow::Result<Found> {
    let remark = remarks(&read.report);
    let Some(cap) = read.alert else {
        return Ok(Found { remark, ..Found::bare(Outcome::Refused) });
    };
    let (sent_ms, content) = (clock::ms_of(cap.sent.instant()), digest(&serde_json::to_string(&cap)?));
    let mut found = Found {
        sender: cap.sender.clone(),
        identifier: cap.identifier.clone(),
        sent_ms: Some(sent_ms),
        remark,
        ..Found::bare(Outcome::Drafted)
    };
    let became = if let Some(outcome) = disbelieved(source, &cap, &read.report) {
        Ok((outcome, None))
    } else {
        let rows = entity::of_message(&state.db, &source.name, &cap.sender, &cap.identifier).await?;
        match Name::of(&rows, sent_ms, &content) {
            Name::Known => Ok((Outcome::Known, None)),
            Name::Reused => Ok((Outcome::Reused, None)),
            Name::Older(became) => Ok((Outcome::Overtaken, became)),
            Name::New => follow(state, source, cap, false).await?,
            Name::Later => follow(state, source, cap, true).await?,
        }
    };
    found.content = Some(content);
    match became {
        Ok((outcome, alert_id)) => Ok(Found { outcome, alert_id, ..found }),
        // The same message would be refused at each reading, and keep the later ones waiting.
        Err(error) => {
            let remark = format!("{error}\n{}", found.remark);
            Ok(Found { outcome: Outcome::Refused, remark: remark.trim_end().to_owned(), ..found })
        }
    }
}

/// What became of a message and the alert that goes with it, or why it cannot be kept.
type Became = Result<(Outcome, Option<uuid::Uuid>), Error>;

/// What becomes of a message that is believed and new. What it names comes first: also a message
/// that the policy leaves out may say that what was taken is over. `later` when something else was
/// taken under its name before.
async fn follow(state: &State, source: &FeedSource, cap: Alert, later: bool) -> anyhow::Result<Became> {
    let now_ms = state.clock.now_ms();
    let before = former::of(state, source, &cap, later).await?;
    let naming = match cap.msg_type {
        MsgType::Cancel | MsgType::Update => cap.references.clone(),
        _ => Vec::new(),
    };
    let naming = Naming { references: naming, sent_ms: clock::ms_of(cap.sent.instant()) };
    let (became, left) = if cap.msg_type == MsgType::Cancel {
        (former::cancelled(state, before).await?, None)
    } else if let Some(by) = named::overtaking(&state.db, &source.name, &cap).await? {
        let became = match by.alert_id {
            Some(id) => (Outcome::Overtaken, Some(id)),
            None => former::ended(state, before, Outcome::Overtaken).await?,
        };
        (became, by.alert_id)
    } else if let Some(outcome) = left_out(state, source, &cap, now_ms)
        && !is_drafted(state, outcome, &before).await?
    {
        if outcome == Outcome::Unplaced {
            // Nor can anything be said of what it names.
            return Ok(Ok((outcome, None)));
        }
        (former::ended(state, before, outcome).await?, None)
    } else {
        match draft(state, source, cap, before).await {
            Ok((outcome, row)) => ((outcome, Some(row.id)), Some(row.id)),
            Err(error) if error.row().0.is_client_error() => return Ok(Err(error)),
            Err(error) => return Err(plain(error)),
        }
    };
    named::note(&state.db, &source.name, &naming, left, now_ms).await?;
    Ok(Ok(became))
}

/// Whether a message that the policy leaves out is drafted all the same, because of what it names:
/// people who were warned hear that it has become milder, and a person finds the place of what was
/// ours before.
async fn is_drafted(state: &State, outcome: Outcome, before: &[alert::Model]) -> anyhow::Result<bool> {
    Ok(match outcome {
        Outcome::TooMild => former::updated(state, before).await.map_err(plain)?.is_some(),
        Outcome::Unplaced => before.iter().any(|row| former::counts(row, state.clock.now_ms())),
        _ => false,
    })
}

/// Makes a draft of a message, in the place of those that it follows.
async fn draft(
    state: &State,
    source: &FeedSource,
    cap: Alert,
    before: Vec<alert::Model>,
) -> Result<(Outcome, alert::Model), Error> {
    let person = import::account(state).await?;
    let predecessor = former::updated(state, &before).await?;
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

fn remarks(report: &FileReport) -> String {
    let all = report.errors.iter().chain(&report.warnings);
    let line = |one: &import::Remark| match one.line {
        Some(line) => format!("{line}: {}: {}", one.element, one.message),
        None => format!("{}: {}", one.element, one.message),
    };
    all.take(20).map(line).collect::<Vec<_>>().join("\n")
}
