//! One reading of a feed: what is new in it becomes drafts, under the source's policy.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use anyhow::Context;
use futures_util::{StreamExt, stream};
use reqwest::Url;
use sea_orm::{EntityTrait, IntoActiveModel, Set};

use safe_cap::FeedEntry;

use super::entity::{self, Model, feed};
use super::failures::{Failures, Turn};
use super::fetch::{Answer, Client};
use super::judge::{Found, judge};
use super::outcome::Outcome;
use crate::account::digest;
use crate::app::State;
use crate::config::FeedSource;

/// New messages fetched in one reading; the rest waits for the next.
const MOST_FETCHED: usize = 100;
/// Messages that failed before and are asked for again in one reading.
const MOST_AGAIN: usize = 8;
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
    let row = entity::source(&state.db, &source.name).await?;
    if row.next_at_ms > now_ms {
        return Ok(());
    }
    let every_ms = i64::try_from(source.every_s.max(1)).unwrap_or(i64::MAX / 2_000) * 1_000;
    if !entity::take_turn(&state.db, &row, now_ms + every_ms).await? {
        return Ok(());
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
    entity::sweep(&state.db, now_ms - REMEMBERED_MS).await?;
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
    let entries = match safe_cap::read_feed(&bytes) {
        Ok(feed) => feed.entries,
        // The address is a CAP message itself.
        Err(finding) if finding.code == "feed-unknown" => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            vec![FeedEntry { id: Some(digest(&text)), embedded: Some(text), ..FeedEntry::default() }]
        }
        Err(finding) => anyhow::bail!("the feed cannot be read: {finding}"),
    };
    let new = choose(state, source, &url, entries, failures).await?;
    take(state, client, source, new, failures).await?;
    Ok(Some((etag, last_modified)))
}

/// What a reading takes of a feed.
struct New {
    /// Entries that were not taken yet, oldest first: an update must find what it updates.
    wanted: Vec<Wanted>,
    /// Why not all of them are wanted now.
    rest: Option<anyhow::Error>,
}

/// An entry that was not taken yet.
struct Wanted {
    entry: FeedEntry,
    entry_key: String,
    place: Place,
}

/// Where the message of an entry is.
enum Place {
    Here(String),
    There(Url),
}

async fn choose(
    state: &State,
    source: &FeedSource,
    base: &Url,
    entries: Vec<FeedEntry>,
    failures: &mut Failures,
) -> anyhow::Result<New> {
    let now_ms = state.clock.now_ms();
    let mut new = New { wanted: Vec::new(), rest: None };
    let (mut listed, mut fresh, mut again, mut later) = (HashSet::new(), 0, 0, 0);
    for mut entry in entries.into_iter().rev() {
        let entry_key = key(source, &entry);
        if entity::is_known(&state.db, &entry_key).await? || !listed.insert(entry_key.clone()) {
            continue;
        }
        let place = match (entry.embedded.take(), &entry.link) {
            (Some(text), _) => Place::Here(text),
            (None, Some(link)) => {
                let Some(address) = own_address(base, source, link) else {
                    keep(state, source, &entry, entry_key, &Found::bare(Outcome::ForeignHost)).await?;
                    continue;
                };
                let turn = failures.turn(&entry_key, now_ms);
                match turn {
                    Turn::Fresh if fresh < MOST_FETCHED => fresh += 1,
                    Turn::Again if again < MOST_AGAIN => again += 1,
                    Turn::Fresh => {
                        let words = format!("more than {MOST_FETCHED} new messages; the rest follows");
                        new.rest = Some(anyhow::anyhow!(words));
                        continue;
                    }
                    Turn::Again | Turn::NotYet => {
                        later += 1;
                        continue;
                    }
                }
                Place::There(address)
            }
            (None, None) => continue,
        };
        new.wanted.push(Wanted { entry, entry_key, place });
    }
    failures.keep_only(&listed);
    if later > 0 && new.rest.is_none() {
        new.rest = Some(anyhow::anyhow!("{later} messages did not answer and are asked for again"));
    }
    Ok(new)
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
    let mut left = new.rest;
    let began = Instant::now();
    let mut fetched = stream::iter(new.wanted)
        .map(|Wanted { entry, entry_key, place }| async move {
            (entry, entry_key, fetch(state, client, place, began).await)
        })
        .buffered(FETCHED_AT_ONCE);
    while let Some((entry, entry_key, bytes)) = fetched.next().await {
        if state.stop.is_cancelled() {
            break;
        }
        match bytes {
            Ok(Some(bytes)) => {
                let found = judge(state, source, &bytes).await?;
                keep(state, source, &entry, entry_key, &found).await?;
            }
            Ok(None) => left = Some(anyhow::anyhow!("the source is slow; the rest follows")),
            Err(error) => {
                failures.note(entry_key, state.clock.now_ms());
                left = Some(error.context("a message of the feed"));
            }
        }
    }
    left.map_or(Ok(()), Err)
}

/// The bytes of a message; none when the reading takes too long or the process ends.
async fn fetch(
    state: &State,
    client: &Client,
    place: Place,
    began: Instant,
) -> anyhow::Result<Option<Vec<u8>>> {
    let address = match place {
        Place::Here(text) => return Ok(Some(text.into_bytes())),
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

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').take(MOST_CHARS).collect()
}
