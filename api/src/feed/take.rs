//! One reading of a feed: what is new in it becomes drafts, under the source's policy.

use std::time::{Duration, Instant};

use anyhow::Context;
use futures_util::{StreamExt, stream};
use reqwest::Url;
use sea_orm::{EntityTrait, IntoActiveModel, Set};

use safe_cap::FeedEntry;

use super::batch::Batch;
use super::choose::{Listed, New, Place, Wanted, choose};
use super::entity::{self, Model, feed};
use super::failures::Failures;
use super::fetch::{Answer, Client};
use super::judge::{Found, judge};
use super::outcome::Outcome;
use super::policy::settings;
use crate::app::State;
use crate::config::FeedSource;

/// Messages of one source fetched at the same time.
const FETCHED_AT_ONCE: usize = 4;
/// After so long a reading asks for nothing more; the rest waits for the next.
const LONGEST: Duration = Duration::from_secs(120);
/// Days that a message is remembered, longer than any feed keeps it.
const REMEMBERED_MS: i64 = 400 * 86_400_000;
/// Most characters of a title or remark that are kept.
const MOST_CHARS: usize = 2_000;

/// Reads a source when it is due and nobody else reads it. When the process ends meanwhile,
/// what is not fetched yet is left to the next reading.
///
/// # Errors
/// The database does not answer. A feed that does not answer is no error here: its row
/// says so.
pub async fn when_due(
    state: &State,
    client: &Client,
    source: &FeedSource,
    failures: &mut Failures,
) -> anyhow::Result<()> {
    let now_ms = state.clock.now_ms();
    let mut row = entity::source(&state.db, &source.name).await?;
    let every_ms = i64::try_from(source.every_s.max(1)).unwrap_or(i64::MAX / 2_000) * 1_000;
    // Later than its pause it can only be when the pause was longer, or the clock was wrong.
    let is_waiting = (now_ms + 1..=now_ms + every_ms).contains(&row.next_at_ms);
    if is_waiting || !entity::take_turn(&state.db, &row, now_ms + every_ms).await? {
        return Ok(());
    }
    let settings = settings(source);
    if row.settings.as_ref() != Some(&settings) {
        entity::begin_anew(&state.db, &source.name, &settings).await?;
        row = entity::source(&state.db, &source.name).await?;
    }
    let read = read(state, client, source, &row, failures).await;
    if state.stop.is_cancelled() {
        return Ok(());
    }
    let mut change = row.into_active_model();
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
    entity::sweep(&state.db, now_ms, REMEMBERED_MS).await?;
    Ok(())
}

type Validators = Option<(Option<String>, Option<String>)>;

async fn read(
    state: &State,
    client: &Client,
    source: &FeedSource,
    row: &feed::Model,
    failures: &mut Failures,
) -> anyhow::Result<Validators> {
    let url = Url::parse(&source.url).context("feeds.sources.url is no address")?;
    let answer = tokio::select! {
        answer = client.get(&url, Some(row)) => answer?,
        () = state.stop.cancelled() => return Ok(None),
    };
    let (bytes, etag, last_modified) = match answer {
        Answer::Same => return Ok(None),
        Answer::Body { bytes, etag, last_modified } => (bytes, etag, last_modified),
    };
    let list = match safe_cap::read_feed(&bytes) {
        Ok(feed) => feed.entries.into_iter().map(Listed::from).collect(),
        // The address is a CAP message itself, in whatever encoding it says.
        Err(finding) if finding.code == "feed-unknown" && finding.args.get("found") == Some("alert") => {
            vec![Listed { entry: FeedEntry::default(), here: Some(bytes) }]
        }
        Err(finding) => anyhow::bail!("the feed cannot be read: {finding}"),
    };
    let new = choose(state, source, &url, list, failures).await?;
    take(state, client, source, new, failures).await?;
    Ok(Some((etag, last_modified)))
}

/// Fetches and judges what is wanted. An error tells what is left for later: without
/// validators the next reading sees the whole feed again.
async fn take(
    state: &State,
    client: &Client,
    source: &FeedSource,
    new: New,
    failures: &mut Failures,
) -> anyhow::Result<()> {
    for (entry, entry_key) in new.astray {
        keep(state, source, &entry, entry_key, Found::bare(Outcome::ForeignHost)).await?;
    }
    let mut left = new.rest;
    let began = Instant::now();
    let mut batch = Batch::default();
    let mut fetched = stream::iter(new.wanted)
        .map(|Wanted { entry, entry_key, place }| async move {
            (entry, entry_key, fetch(state, client, place, began).await)
        })
        .buffered(FETCHED_AT_ONCE);
    while let Some((entry, entry_key, bytes)) = fetched.next().await {
        if state.stop.is_cancelled() {
            return Ok(());
        }
        match bytes {
            Ok(Some(bytes)) => batch.add(state, source, (entry, entry_key), &bytes),
            Ok(None) => left = Some(anyhow::anyhow!("the source is slow; the rest follows")),
            Err(error) => {
                failures.note(entry_key, state.clock.now_ms());
                left = Some(error.context("a message of the feed"));
            }
        }
        if batch.is_due() {
            judge_all(state, source, std::mem::take(&mut batch)).await?;
        }
    }
    judge_all(state, source, batch).await?;
    left.map_or(Ok(()), Err)
}

/// Judges the messages of a batch in the order in which they were sent.
async fn judge_all(state: &State, source: &FeedSource, batch: Batch) -> anyhow::Result<()> {
    for ((entry, entry_key), read) in batch.in_order() {
        if state.stop.is_cancelled() {
            break;
        }
        let found = judge(state, source, read).await?;
        keep(state, source, &entry, entry_key, found).await?;
    }
    Ok(())
}

/// The bytes of a message; none when the reading takes too long or the process ends.
async fn fetch(
    state: &State,
    client: &Client,
    place: Place,
    began: Instant,
) -> anyhow::Result<Option<Vec<u8>>> {
    let address = match place {
        Place::Here(bytes) => return Ok(Some(bytes)),
        Place::There(address) => address,
    };
    if began.elapsed() > LONGEST {
        return Ok(None);
    }
    let answer = tokio::select! {
        answer = client.get(&address, None) => answer?,
        () = state.stop.cancelled() => return Ok(None),
    };
    match answer {
        Answer::Body { bytes, .. } => Ok(Some(bytes)),
        Answer::Same => anyhow::bail!("the answer is that nothing changed"),
    }
}

async fn keep(
    state: &State,
    source: &FeedSource,
    entry: &FeedEntry,
    entry_key: String,
    found: Found,
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
        sent_ms: found.sent_ms,
        content: found.content,
    };
    Ok(entity::keep(&state.db, row).await?)
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').take(MOST_CHARS).collect()
}
