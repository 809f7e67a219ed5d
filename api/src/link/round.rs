//! Whose turn it is: hosts side by side, the addresses of a host one after another.

use std::time::Duration;

use futures_util::StreamExt as _;
use reqwest::Url;

use super::ask::{Client, Heard};
use super::entity::{self, Model};
use super::standing::Standing;
use crate::app::State;
use crate::config::Links as Settings;
use crate::db;

/// Hosts looked up at once.
const MOST_HOSTS: u64 = 256;
/// Addresses of a host that are asked in one turn; the rest waits for the next.
const MOST_OF_A_HOST: usize = 20;
/// How long a turn may take at most: what a process that ended had taken is asked later.
const LEASE_MS: i64 = 30 * 60_000;
/// Interval when somebody asks by hand although the settings ask never.
const WEEK_MS: i64 = 7 * 86_400_000;

/// Asks every address that is due.
///
/// # Errors
/// The database does not answer.
pub async fn ask_due(state: &State, client: &Client) -> anyhow::Result<()> {
    learn(state).await?;
    let hosts = entity::due_hosts(&state.db, state.clock.now_ms(), MOST_HOSTS).await?;
    if hosts.is_empty() {
        return Ok(());
    }
    let at_once = state.config.links.hosts_at_once.max(1);
    let turns = futures_util::stream::iter(hosts).map(|host| async move { turn(state, client, &host).await });
    let mut turns = std::pin::pin!(turns.buffer_unordered(at_once));
    while let Some(done) = turns.next().await {
        done?;
    }
    count(state).await
}

/// Asks every address now, and failures again until they are believed.
///
/// # Errors
/// The database does not answer.
pub async fn ask_all(state: &State, client: &Client, pause: Duration) -> anyhow::Result<()> {
    learn(state).await?;
    entity::make_due(&state.db, false, state.clock.now_ms()).await?;
    for again in 0..state.config.links.tries.max(1) {
        if again > 0 {
            tokio::time::sleep(pause).await;
            if entity::make_due(&state.db, true, state.clock.now_ms()).await? == 0 {
                break;
            }
        }
        let mut left = usize::MAX;
        while left > 0 {
            ask_due(state, client).await?;
            left = entity::due_hosts(&state.db, state.clock.now_ms(), 1).await?.len();
        }
    }
    Ok(())
}

/// Brings the records in line with the pages when those have changed.
async fn learn(state: &State) -> anyhow::Result<()> {
    let addresses = state.links.look(state);
    if addresses.is_empty() || state.links.are_learnt(&addresses) {
        return Ok(());
    }
    let rows = addresses.keys().filter_map(|url| {
        let host = Url::parse(url).ok()?.host_str()?.to_owned();
        Some((url.as_str(), host))
    });
    let tx = db::begin(&state.db).await?;
    entity::learn(&tx, rows, state.clock.now_ms()).await?;
    tx.commit().await?;
    state.links.learnt(addresses);
    Ok(())
}

/// The due addresses of one host, with a pause after each.
async fn turn(state: &State, client: &Client, host: &str) -> anyhow::Result<()> {
    let now_ms = state.clock.now_ms();
    let taken = entity::take_turn(&state.db, host, now_ms, now_ms + LEASE_MS).await?;
    let mut waiting: Vec<String> = taken.iter().map(|row| row.url.clone()).collect();
    for row in taken.into_iter().take(MOST_OF_A_HOST) {
        if state.stop.is_cancelled() {
            break;
        }
        let heard = client.ask(&row.url).await;
        state.metrics.link_answers.with_label_values(&[heard.standing.code()]).inc();
        waiting.retain(|url| *url != row.url);
        entity::keep(&state.db, after(row, heard, state.clock.now_ms(), &state.config.links)).await?;
        tokio::select! {
            () = tokio::time::sleep(Duration::from_millis(state.config.links.host_pause_ms)) => {}
            () = state.stop.cancelled() => {}
        }
    }
    if !waiting.is_empty() {
        entity::give_back(&state.db, &waiting, state.clock.now_ms()).await?;
    }
    Ok(())
}

/// The row after an answer: a first failure is only noted and asked again soon; one that
/// stays is believed, with the day on which it began.
fn after(mut row: Model, heard: Heard, now_ms: i64, settings: &Settings) -> Model {
    let every_ms = match i64::from(settings.every_h) * 3_600_000 {
        0 => WEEK_MS,
        every_ms => every_ms,
    };
    let was = row.standing();
    row.asked_at_ms = Some(now_ms);
    row.status = heard.status.map(i32::from);
    row.next_at_ms = now_ms + every_ms;
    // What we may not ask fails by its form, every time.
    let doubtful = heard.standing.is_broken() && heard.standing != Standing::Refused && !was.is_broken();
    let mut since_ms = now_ms;
    if doubtful {
        let first_ms = *row.failing_since_ms.get_or_insert(now_ms);
        row.failures += 1;
        if i64::from(row.failures) < i64::from(settings.tries) {
            row.next_at_ms = now_ms + i64::from(settings.retry_s) * 1_000;
            return row;
        }
        since_ms = first_ms;
    }
    row.failures = 0;
    row.failing_since_ms = None;
    if heard.standing != was {
        // A broken link that fails otherwise is broken since it was.
        if !(was.is_broken() && heard.standing.is_broken()) {
            row.since_ms = since_ms;
        }
        row.state = heard.standing.code().to_owned();
        row.seen_at_ms = None;
        row.seen_by = None;
    }
    row
}

/// Counts addresses by standing.
async fn count(state: &State) -> anyhow::Result<()> {
    let rows = entity::all(&state.db).await?;
    for standing in Standing::ALL {
        let count = rows.iter().filter(|row| row.standing() == standing).count();
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        state.metrics.links.with_label_values(&[standing.code()]).set(count);
    }
    Ok(())
}
