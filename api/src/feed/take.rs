//! One reading of a feed: what is new in it becomes drafts, under the source's policy.

use anyhow::Context;
use reqwest::Url;
use sea_orm::{EntityTrait, IntoActiveModel, Set};

use safe_cap::{Alert, FeedEntry, MsgType};

use super::entity::{self, Model, feed};
use super::fetch::{Answer, Client};
use super::outcome::Outcome;
use super::policy::against_policy;
use crate::account::digest;
use crate::alert::entity as alert;
use crate::alert::import::{self, FileReport};
use crate::alert::lifecycle::{self, Input};
use crate::app::State;
use crate::config::FeedSource;
use crate::error::Error;

/// Messages fetched in one reading; the rest waits for the next.
const MOST_FETCHED: usize = 100;
/// Days that a message is remembered, longer than any feed keeps it.
const REMEMBERED_MS: i64 = 400 * 86_400_000;
/// Most characters of a title or remark that are kept.
const MOST_CHARS: usize = 2_000;

/// Reads a source when it is due and nobody else reads it.
///
/// # Errors
/// The database does not answer. A feed that does not answer is no error here: its row
/// says so.
pub async fn when_due(state: &State, client: &Client, source: &FeedSource) -> anyhow::Result<()> {
    let now_ms = state.clock.now_ms();
    let row = entity::source(&state.db, &source.name).await?;
    if row.next_at_ms > now_ms {
        return Ok(());
    }
    let every_ms = i64::try_from(source.every_s.max(1)).unwrap_or(i64::MAX / 2_000) * 1_000;
    if !entity::take_turn(&state.db, &row, now_ms + every_ms).await? {
        return Ok(());
    }
    let read = read(state, client, source, &row).await;
    let mut change = row.into_active_model();
    change.next_at_ms = Set(now_ms + every_ms);
    change.read_at_ms = Set(Some(state.clock.now_ms()));
    match read {
        Ok(validators) => {
            change.well_at_ms = Set(Some(state.clock.now_ms()));
            change.fault = Set(None);
            if let Some((etag, last_modified)) = validators {
                change.etag = Set(etag);
                change.last_modified = Set(last_modified);
            }
        }
        Err(error) => {
            let words = format!("{error:#}");
            tracing::warn!(feed = source.name, error = words, "a feed could not be read");
            change.fault = Set(Some(short(&words)));
        }
    }
    feed::Entity::update(change).exec(&state.db).await?;
    entity::sweep(&state.db, now_ms - REMEMBERED_MS).await?;
    Ok(())
}

type Validators = Option<(Option<String>, Option<String>)>;

async fn read(
    state: &State,
    client: &Client,
    source: &FeedSource,
    row: &feed::Model,
) -> anyhow::Result<Validators> {
    let url = Url::parse(&source.url).context("feeds.sources.url is no address")?;
    let (bytes, etag, last_modified) = match client.get(&url, Some(row)).await? {
        Answer::Same => return Ok(None),
        Answer::Body { bytes, etag, last_modified } => (bytes, etag, last_modified),
    };
    let entries = match safe_cap::read_feed(&bytes) {
        Ok(feed) => feed.entries,
        // The address is a CAP message itself.
        Err(finding) if finding.code == "feed-unknown" => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            vec![FeedEntry { id: Some(digest(&text)), embedded: Some(text), ..FeedEntry::default() }]
        }
        Err(finding) => anyhow::bail!("the feed cannot be read: {finding}"),
    };
    let mut fetched = 0;
    let mut failed = None;
    // Oldest first: an update must find what it updates.
    for entry in entries.iter().rev() {
        let entry_key = key(source, entry);
        if entity::is_known(&state.db, &entry_key).await? {
            continue;
        }
        let bytes = match (&entry.embedded, &entry.link) {
            (Some(text), _) => text.clone().into_bytes(),
            (None, Some(link)) => {
                let Some(address) = own_address(&url, source, link) else {
                    keep(state, source, entry, entry_key, &Found::bare(Outcome::ForeignHost)).await?;
                    continue;
                };
                fetched += 1;
                if fetched > MOST_FETCHED {
                    failed = Some(anyhow::anyhow!("more than {MOST_FETCHED} new messages; the rest follows"));
                    break;
                }
                match client.get(&address, None).await {
                    Ok(Answer::Body { bytes, .. }) => bytes,
                    Ok(Answer::Same) => continue,
                    Err(error) => {
                        failed = Some(error.context("a message of the feed"));
                        continue;
                    }
                }
            }
            (None, None) => continue,
        };
        let found = judge(state, source, &bytes).await?;
        keep(state, source, entry, entry_key, &found).await?;
    }
    match failed {
        // Without validators the next reading sees the whole feed again.
        Some(error) => Err(error),
        None => Ok(Some((etag, last_modified))),
    }
}

/// A message that changed is another one.
fn key(source: &FeedSource, entry: &FeedEntry) -> String {
    let part = |text: &Option<String>| text.clone().unwrap_or_default();
    digest(&[source.name.clone(), part(&entry.id), part(&entry.link), part(&entry.updated)].join("\n"))
}

/// The address of an entry, if it belongs to the source.
fn own_address(base: &Url, source: &FeedSource, link: &str) -> Option<Url> {
    let url = base.join(link).ok()?;
    let host = url.host_str()?;
    let own = url.host_str() == base.host_str() && url.port() == base.port();
    (own || source.hosts.iter().any(|other| other == host)).then_some(url)
}

/// What became of a message.
struct Found {
    outcome: Outcome,
    sender: String,
    identifier: String,
    remark: String,
    alert_id: Option<uuid::Uuid>,
}

impl Found {
    fn bare(outcome: Outcome) -> Self {
        let none = String::new;
        Self { outcome, sender: none(), identifier: none(), remark: none(), alert_id: None }
    }
}

async fn judge(state: &State, source: &FeedSource, bytes: &[u8]) -> anyhow::Result<Found> {
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
        Some(row) if row.state == "published" => (Outcome::Update, Some(row.id)),
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

async fn keep(
    state: &State,
    source: &FeedSource,
    entry: &FeedEntry,
    entry_key: String,
    found: &Found,
) -> anyhow::Result<()> {
    let title = entry.title.clone().unwrap_or_default();
    let row = Model {
        entry_key,
        feed: source.name.clone(),
        sender: short(&found.sender),
        identifier: short(&found.identifier),
        title: short(&title),
        outcome: found.outcome.code().to_owned(),
        remark: short(&found.remark),
        alert_id: found.alert_id,
        at_ms: state.clock.now_ms(),
    };
    Ok(entity::keep(&state.db, row).await?)
}

fn remarks(report: &FileReport) -> String {
    let all = report.errors.iter().chain(&report.warnings);
    let line = |one: &import::Remark| match one.line {
        Some(line) => format!("{line}: {}: {}", one.element, one.message),
        None => format!("{}: {}", one.element, one.message),
    };
    all.take(20).map(line).collect::<Vec<_>>().join("\n")
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').take(MOST_CHARS).collect()
}

/// An error of the lifecycle, for the log.
fn plain(error: Error) -> anyhow::Error {
    anyhow::anyhow!("{error:?}")
}
