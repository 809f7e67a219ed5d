//! The work of one push service: shards and retries go onto its lane.
//!
//! So many shards have messages to draw that the lane never runs dry between them; more are
//! leased whenever something more urgent turns up (`place`). Retries run beside them: phones
//! that answer slowly do not hold up what is more urgent.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::EntityTrait;
use tokio::sync::Notify;
use tokio::task::{self, JoinError, JoinSet};

use super::entity::origin;
use super::lease::Lease;
use super::place::{self, Place};
use super::sender::Sender;
use super::{again, shards};

/// Wait after the database did not answer.
const PAUSE: Duration = Duration::from_millis(500);
/// Phones that are tried again at once; one look may bring some more.
const MOST_RETRIES: usize = 4096;

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

/// What a task has on the lane.
enum Work {
    /// A shard.
    Shard(Arc<Place>),
    /// So many phones that are tried again.
    Retries(usize),
}

/// Work at one push service, until nothing is left.
struct Line {
    sender: Arc<Sender>,
    row: origin::Model,
    open: JoinSet<()>,
    on_lane: HashMap<task::Id, Work>,
    /// Rings when the last message of a shard is drawn.
    drawn: Arc<Notify>,
    /// Whether phones may be due.
    look_for_retries: bool,
}

impl Line {
    fn new(sender: Arc<Sender>, row: origin::Model) -> Self {
        let (open, on_lane, drawn) = (JoinSet::new(), HashMap::new(), Arc::default());
        Self { sender, row, open, on_lane, drawn, look_for_retries: true }
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
                done = self.open.join_next_with_id() => self.note(done),
                () = self.drawn.notified() => {}
                () = bell.notified(), if !away => self.look_for_retries = true,
                () = tokio::time::sleep(PAUSE), if away => {}
            }
        }
    }

    /// A task came to its end, and gives back what it had on the lane.
    fn note(&mut self, done: Option<Result<(task::Id, ()), JoinError>>) {
        let id = match done {
            Some(Ok((id, ()))) => id,
            Some(Err(error)) => {
                tracing::error!(%error, "a delivery broke");
                error.id()
            }
            None => return,
        };
        if let Some(Work::Retries(_)) = self.on_lane.remove(&id) {
            self.look_for_retries = true;
        }
    }

    /// Leases what there is room for; false when the database does not answer.
    async fn take_more(&mut self) -> bool {
        let taken = async {
            while self.take_shard().await? {}
            self.take_retries().await
        };
        match taken.await {
            Ok(()) => true,
            Err(error) => {
                tracing::warn!(error = format!("{error:#}"), "nothing could be leased");
                false
            }
        }
    }

    /// Leases the most urgent shard, if there is room for it; false when none was.
    async fn take_shard(&mut self) -> anyhow::Result<bool> {
        let state = &self.sender.state;
        let above = place::room_above(self.on_lane.values().filter_map(|work| match work {
            Work::Shard(place) => Some(place.as_ref()),
            Work::Retries(_) => None,
        }));
        let now_ms = state.clock.now_ms();
        let until_ms = Lease::shard_until_ms(now_ms, state.config.push.lease_s);
        let owner = &self.sender.owner.name;
        let found = shards::lease(&state.db, self.row.id, above, owner, now_ms, until_ms).await?;
        let Some(shard) = found else { return Ok(false) };
        let place = Arc::new(Place::new(shard.priority, self.drawn.clone()));
        let (sender, url, own) = (self.sender.clone(), self.row.url.clone(), place.clone());
        let task = self.open.spawn(async move {
            if let Err(error) = sender.send_shard(&url, shard, &own).await {
                tracing::error!(error = format!("{error:#}"), "a shard could not be sent");
            }
        });
        self.on_lane.insert(task.id(), Work::Shard(place));
        Ok(true)
    }

    /// Takes phones that are due, the most urgent messages first; no message waits for
    /// another.
    async fn take_retries(&mut self) -> anyhow::Result<()> {
        let trying: usize = self.on_lane.values().map(|work| work.phones()).sum();
        if !self.look_for_retries || trying >= MOST_RETRIES {
            return Ok(());
        }
        self.look_for_retries = false;
        for round in again::due(&self.sender, self.row.id).await? {
            let (sender, row, phones) = (self.sender.clone(), self.row.clone(), round.rows.len());
            let task = self.open.spawn(async move {
                if let Err(error) = again::send(&sender, &row, round).await {
                    tracing::error!(error = format!("{error:#}"), "phones could not be tried again");
                }
            });
            self.on_lane.insert(task.id(), Work::Retries(phones));
        }
        Ok(())
    }
}

impl Work {
    /// Phones that are tried again.
    fn phones(&self) -> usize {
        match self {
            Self::Shard(_) => 0,
            Self::Retries(phones) => *phones,
        }
    }
}
