//! The work of one push service: shards and retries go onto its lane.
//!
//! Two shards stand on the lane, so that it never runs dry between them; one more
//! is leased whenever something more urgent turns up. Retries run beside them:
//! phones that answer slowly do not hold up what is more urgent.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::EntityTrait;
use tokio::sync::Notify;
use tokio::task::JoinSet;

use super::batch::{Sending, TOO_LARGE};
use super::doubt::About;
use super::entity::{origin, retry, shard};
use super::lease::Lease;
use super::sender::Sender;
use super::shards;

/// Shards on a lane at once.
const AHEAD: usize = 2;
/// Wait after the database did not answer.
const PAUSE: Duration = Duration::from_millis(500);

/// Works whenever the bell rings, until the process ends.
pub async fn line(sender: Arc<Sender>, origin_id: i32, bell: Arc<Notify>) {
    let stop = sender.state.stop.clone();
    loop {
        tokio::select! {
            () = bell.notified() => {}
            () = stop.cancelled() => return,
        }
        let found = origin::Entity::find_by_id(origin_id).one(&sender.state.db).await;
        match found {
            Ok(Some(row)) => Line::new(sender.clone(), row).work(&bell).await,
            Ok(None) => {}
            Err(error) => {
                tracing::warn!(%error, "a push service waits for the database");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

/// What has come to its end.
enum Done {
    /// A shard of this priority.
    Shard(i32),
    /// So many retries.
    Retries(usize),
}

/// Work at one push service, until nothing is left.
struct Line {
    sender: Arc<Sender>,
    row: origin::Model,
    open: JoinSet<Done>,
    /// Priorities of the shards on the lane.
    priorities: Vec<i32>,
    /// Whether retries are on the lane, and whether there may be more.
    retrying: bool,
    look_for_retries: bool,
}

impl Line {
    fn new(sender: Arc<Sender>, row: origin::Model) -> Self {
        let open = JoinSet::new();
        Self { sender, row, open, priorities: Vec::new(), retrying: false, look_for_retries: true }
    }

    async fn work(mut self, bell: &Notify) {
        let roster = self.sender.roster.clone();
        let _busy = roster.busy();
        loop {
            // What is on the lane goes on, whatever the database does.
            let away = !self.sender.state.stop.is_cancelled() && !self.take_more().await;
            if self.open.is_empty() {
                if away {
                    tokio::time::sleep(PAUSE).await;
                }
                return;
            }
            tokio::select! {
                done = self.open.join_next() => self.note(done),
                () = bell.notified(), if !away => self.look_for_retries = true,
                () = tokio::time::sleep(PAUSE), if away => {}
            }
        }
    }

    fn note(&mut self, done: Option<Result<Done, tokio::task::JoinError>>) {
        match done {
            Some(Ok(Done::Shard(priority))) => {
                if let Some(place) = self.priorities.iter().position(|other| *other == priority) {
                    self.priorities.swap_remove(place);
                }
            }
            Some(Ok(Done::Retries(count))) => {
                self.retrying = false;
                self.look_for_retries |= count > 0;
            }
            Some(Err(error)) => {
                // Which one broke is not known: begin anew, so that no place stays taken.
                tracing::error!(%error, "a delivery broke");
                self.priorities.truncate(self.open.len());
                self.retrying = false;
            }
            None => {}
        }
    }

    /// Leases what there is room for; false when the database does not answer.
    async fn take_more(&mut self) -> bool {
        let state = &self.sender.state;
        loop {
            // Beyond the usual number only for something more urgent.
            let above = if self.priorities.len() < AHEAD {
                i32::MIN
            } else {
                self.priorities.iter().copied().max().unwrap_or(i32::MIN)
            };
            let now_ms = state.clock.now_ms();
            let until_ms = Lease::shard_until_ms(now_ms, state.config.push.lease_s);
            let owner = &self.sender.owner.name;
            let shard = match shards::lease(&state.db, self.row.id, above, owner, now_ms, until_ms).await {
                Ok(Some(shard)) => shard,
                Ok(None) => break,
                Err(error) => {
                    tracing::warn!(%error, "no shard could be leased");
                    return false;
                }
            };
            self.priorities.push(shard.priority);
            let (sender, url) = (self.sender.clone(), self.row.url.clone());
            self.open.spawn(async move {
                let priority = shard.priority;
                if let Err(error) = sender.send_shard(&url, shard).await {
                    tracing::error!(error = format!("{error:#}"), "a shard could not be sent");
                }
                Done::Shard(priority)
            });
        }
        if self.look_for_retries && !self.retrying {
            (self.retrying, self.look_for_retries) = (true, false);
            let (sender, row) = (self.sender.clone(), self.row.clone());
            self.open.spawn(async move {
                let done = send_retries(&sender, &row).await;
                Done::Retries(done.unwrap_or_else(|error| {
                    tracing::error!(error = format!("{error:#}"), "phones could not be tried again");
                    0
                }))
            });
        }
        true
    }
}

/// Tries due phones again, one batch per publication; the answer is how many.
async fn send_retries(sender: &Sender, row: &origin::Model) -> anyhow::Result<usize> {
    let state = &sender.state;
    let now_ms = state.clock.now_ms();
    let until_ms = Lease::retries_until_ms(now_ms, state.config.push.lease_s);
    let due = shards::due(&state.db, row.id, now_ms, until_ms).await?;
    let count = due.len();
    let mut by_shard: BTreeMap<i64, Vec<retry::Model>> = BTreeMap::new();
    for one in due {
        by_shard.entry(one.shard_id).or_default().push(one);
    }
    // Tests of single phones share a version, and each ends at a time of its own.
    let mut by_message: BTreeMap<(i64, i64), (shard::Model, Vec<retry::Model>)> = BTreeMap::new();
    for (id, rows) in by_shard {
        let Some(shard) = shard::Entity::find_by_id(id).one(&state.db).await? else { continue };
        let message = (shard.version, shard.expires_at_ms);
        by_message.entry(message).or_insert_with(|| (shard, Vec::new())).1.extend(rows);
    }
    for (shard, mut rows) in by_message.into_values() {
        // It may have been lost while the messages before it waited for the push service.
        if !sender.keep_lease(&mut Lease::Retries(&mut rows)).await {
            continue;
        }
        let outgoing = sender.outgoing(&shard).await?;
        let context = sender.context(&row.url, &shard, outgoing)?;
        let chosen = rows.iter().map(|r| (r.slot, r.reason == TOO_LARGE)).collect();
        let sending = Arc::new(Sending::chosen(context, chosen));
        if !sender.deliver(&row.url, &shard, sending.clone(), &mut Lease::Retries(&mut rows)).await? {
            if state.stop.is_cancelled() {
                return Ok(0);
            }
            continue;
        }
        let mut settled = sending.settled();
        let tries: BTreeMap<i64, i32> = rows.iter().map(|r| (r.slot, r.attempts)).collect();
        let tried = |slot: i64| tries.get(&slot).copied().unwrap_or(0);
        let first = tries.first_key_value().map_or(0, |(slot, _)| *slot);
        let end = tries.last_key_value().map_or(0, |(slot, _)| slot.saturating_add(1));
        let about = About { shard: &shard, bounds: (first, end), holds: &|slot| tries.contains_key(&slot) };
        sender.weigh(&row.url, &about, &mut settled, tried).await;
        sender.count(&row.url, &settled);
        sender
            .until_written(|| async {
                let now_ms = state.clock.now_ms();
                let expires = shard.expires_at_ms;
                shards::settle_retries(&state.db, &rows, expires, &settled, sender.backoff, now_ms).await
            })
            .await;
        sender.forget(row.id, &settled);
    }
    Ok(count)
}
