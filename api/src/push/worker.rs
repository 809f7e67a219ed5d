//! Leases shards, hands them to the lanes, settles what came of them.
//!
//! One supervisor looks for work and wakes one task per push service. A task
//! keeps two shards on its lane, so that the line never runs dry between them,
//! and leases one more whenever something more urgent turns up.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_web::web;
use anyhow::Context as _;
use http::HeaderValue;
use safe_courier::{Courier, End, Settings};
use safe_sealing::Origin;
use sea_orm::EntityTrait;
use tokio::sync::Notify;
use tokio::task::JoinSet;

use super::batch::{Context, Sending, Settled, Verdict};
use super::entity::{origin, retry, shard};
use super::outgoing::Outgoing;
use super::roster::Roster;
use super::shards::{self, Backoff};
use super::vapid::Tokens;
use crate::alert::Channel;
use crate::alert::entity::publication;
use crate::app::State;
use crate::db::counter;

/// Shards on a lane at once.
const AHEAD: usize = 2;
/// Texts kept.
const MOST_OUTGOING: usize = 64;

/// The sender of one process.
struct Sender {
    state: web::Data<State>,
    roster: Arc<Roster>,
    courier: Courier,
    tokens: Tokens,
    /// Name under which this process holds leases.
    owner: String,
    backoff: Backoff,
    outgoing: Mutex<BTreeMap<i64, Arc<Outgoing>>>,
    newest: Mutex<HashMap<uuid::Uuid, i64>>,
}

/// Starts the sender of this process.
///
/// # Errors
/// The authority for tests cannot be read.
pub fn spawn(state: &web::Data<State>, tasks: &mut JoinSet<()>) -> anyhow::Result<()> {
    let Some(roster) = state.push.roster.clone() else { return Ok(()) };
    let config = &state.config.push;
    let extra = &config.extra_root_file;
    let courier = Courier::new(Settings {
        allow_private: config.allow_private_endpoints,
        extra_roots: (!extra.as_os_str().is_empty()).then(|| extra.clone()),
        connect_timeout: Duration::from_millis(config.connect_timeout_ms),
        request_timeout: Duration::from_millis(config.request_timeout_ms),
        max_in_flight: config.concurrency_per_origin,
        connections: config.connections_per_origin,
        ..Settings::default()
    })
    .context("push.extra_root_file")?;
    let sender = Arc::new(Sender {
        state: state.clone(),
        roster: roster.clone(),
        courier,
        tokens: Tokens::default(),
        owner: uuid::Uuid::now_v7().to_string(),
        backoff: Backoff { first_ms: config.retry_first_ms, most_ms: config.retry_most_ms },
        outgoing: Mutex::default(),
        newest: Mutex::default(),
    });
    if config.prepare_agreements {
        prepare_ahead(roster, state.stop.clone());
    }
    tasks.spawn(supervise(sender));
    Ok(())
}

/// Fills agreements on a thread of its own, gently.
fn prepare_ahead(roster: Arc<Roster>, stop: tokio_util::sync::CancellationToken) {
    let body = move || {
        while !stop.is_cancelled() {
            let mut made_any = false;
            for id in roster.origin_ids() {
                let slots = roster.slots(id);
                let mut from = Some(0);
                while let Some(at) = from
                    && !stop.is_cancelled()
                {
                    let (next, made) = slots.prepare(at, 64);
                    let made_here = i64::try_from(made).unwrap_or(0);
                    roster.agreements.fetch_add(made_here, std::sync::atomic::Ordering::Relaxed);
                    made_any |= made > 0;
                    from = next;
                    if roster.is_busy() {
                        // Sending goes first: preparing would take its processor.
                        std::thread::sleep(Duration::from_millis(100));
                    }
                }
            }
            if !made_any {
                std::thread::sleep(Duration::from_millis(500));
            }
        }
    };
    let spawned = std::thread::Builder::new().name("agreements".to_owned()).spawn(body);
    if let Err(error) = spawned {
        tracing::warn!(%error, "no agreements are prepared; messages are sealed on the spot");
    }
}

async fn supervise(sender: Arc<Sender>) {
    let state = sender.state.clone();
    let poll = Duration::from_millis(state.config.queue.poll_ms.max(20));
    let mut news = state.news.listener();
    let mut lanes: HashMap<i32, Arc<Notify>> = HashMap::new();
    let mut running = JoinSet::new();
    let mut seen = -1;
    while !state.stop.is_cancelled() {
        match sender.look(&mut seen).await {
            Ok(waiting) => {
                for id in waiting {
                    let bell = lanes.entry(id).or_insert_with(|| {
                        let bell = Arc::new(Notify::new());
                        running.spawn(lane(sender.clone(), id, bell.clone()));
                        bell
                    });
                    bell.notify_one();
                }
            }
            Err(error) => {
                tracing::error!(error = format!("{error:#}"), "no look for pushes was possible");
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
        tokio::select! {
            () = news.wait(poll) => {}
            () = state.stop.cancelled() => {}
        }
    }
    // Lanes stop taking messages; what is in flight is settled.
    sender.courier.close(Duration::from_secs(state.config.http.shutdown_timeout_s)).await;
    while running.join_next().await.is_some() {}
    if let Err(error) = shards::give_back(&state.db, &sender.owner).await {
        tracing::warn!(%error, "shards stay leased until their time is over");
    }
}

async fn lane(sender: Arc<Sender>, origin_id: i32, bell: Arc<Notify>) {
    let stop = sender.state.stop.clone();
    loop {
        tokio::select! {
            () = bell.notified() => {}
            () = stop.cancelled() => return,
        }
        if let Err(error) = sender.work(origin_id, &bell).await {
            tracing::error!(error = format!("{error:#}"), "a push service could not be served");
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }
}

impl Sender {
    /// Takes up new subscribers and withdrawals; the answer is where work waits.
    async fn look(&self, seen: &mut i64) -> anyhow::Result<Vec<i32>> {
        self.roster.refresh(&self.state.db).await?;
        let version = counter::read(&self.state.db, "alerts").await?.value;
        if version != *seen {
            for channel in [Channel::Public, Channel::Rehearsal] {
                let rows = publication::after(&self.state.db, channel, *seen, 10_000).await?;
                let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
                for row in rows {
                    newest.insert(row.event_id, row.version);
                }
            }
            *seen = version;
            let newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
            let outgoing = self.outgoing.lock().unwrap_or_else(PoisonError::into_inner);
            for one in outgoing.values() {
                if newest.get(&one.event_id).is_some_and(|version| *version > one.version) {
                    one.withdraw();
                }
            }
        }
        Ok(shards::waiting(&self.state.db, self.state.clock.now_ms()).await?)
    }

    /// Sends everything that waits at one push service.
    async fn work(self: &Arc<Self>, origin_id: i32, bell: &Notify) -> anyhow::Result<()> {
        let Some(row) = origin::Entity::find_by_id(origin_id).one(&self.state.db).await? else {
            return Ok(());
        };
        let _busy = self.roster.busy();
        let mut open: JoinSet<i32> = JoinSet::new();
        let mut priorities: Vec<i32> = Vec::new();
        loop {
            if self.state.stop.is_cancelled() && open.is_empty() {
                return Ok(());
            }
            while !self.state.stop.is_cancelled() {
                // Beyond the usual number only for something more urgent.
                let above = if open.len() < AHEAD {
                    i32::MIN
                } else {
                    priorities.iter().copied().max().unwrap_or(i32::MIN)
                };
                let now_ms = self.state.clock.now_ms();
                let until_ms = now_ms + self.state.config.push.lease_s * 1000;
                let leased =
                    shards::lease(&self.state.db, origin_id, above, &self.owner, now_ms, until_ms).await?;
                let Some(shard) = leased else { break };
                priorities.push(shard.priority);
                let (sender, url) = (self.clone(), row.url.clone());
                open.spawn(async move {
                    let priority = shard.priority;
                    if let Err(error) = sender.send_shard(&url, shard).await {
                        tracing::error!(error = format!("{error:#}"), "a shard could not be sent");
                    }
                    priority
                });
            }
            if !self.state.stop.is_cancelled() {
                self.send_retries(&row).await?;
            }
            if open.is_empty() {
                return Ok(());
            }
            tokio::select! {
                done = open.join_next() => {
                    if let Some(Ok(priority)) = done
                        && let Some(place) = priorities.iter().position(|other| *other == priority)
                    {
                        priorities.swap_remove(place);
                    }
                }
                () = bell.notified() => {}
            }
        }
    }

    async fn outgoing(&self, shard: &shard::Model) -> anyhow::Result<Arc<Outgoing>> {
        if shard.version > 0
            && let Some(known) =
                self.outgoing.lock().unwrap_or_else(PoisonError::into_inner).get(&shard.version)
        {
            return Ok(known.clone());
        }
        let made =
            Outgoing::load(&self.state.db, &self.state.world, &self.state.push.receipts, shard).await?;
        if self
            .newest
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&made.event_id)
            .is_some_and(|version| *version > made.version)
        {
            made.withdraw();
        }
        if shard.version > 0 {
            let mut kept = self.outgoing.lock().unwrap_or_else(PoisonError::into_inner);
            kept.insert(shard.version, made.clone());
            if kept.len() > MOST_OUTGOING {
                kept.pop_first();
            }
        }
        Ok(made)
    }

    fn context(&self, url: &str, shard: &shard::Model, outgoing: Arc<Outgoing>) -> anyhow::Result<Context> {
        let now_ms = self.state.clock.now_ms();
        let subject = &self.state.config.push.subject;
        let value = self.tokens.authorization(&self.state.push.vapid, url, subject, now_ms)?;
        let mut authorization = HeaderValue::from_str(&value).context("a VAPID token is no header")?;
        authorization.set_sensitive(true);
        Ok(Context {
            world: self.state.world.clone(),
            roster: self.roster.clone(),
            origin_id: shard.origin_id,
            outgoing,
            authorization,
            expires_at_ms: shard.expires_at_ms,
        })
    }

    async fn send_shard(&self, url: &str, shard: shard::Model) -> anyhow::Result<()> {
        // The shard may be younger than the last look: whoever subscribed before
        // it was planned must be in memory before its range is visited.
        self.roster.refresh(&self.state.db).await?;
        let outgoing = self.outgoing(&shard).await?;
        let context = self.context(url, &shard, outgoing)?;
        let sending = Arc::new(Sending::range(context, shard.first_slot, shard.end_slot));
        let finished = self.deliver(url, &shard, sending.clone()).await?;
        let settled = sending.settled();
        self.count(url, &settled);
        if finished {
            self.until_written(|| async {
                let now_ms = self.state.clock.now_ms();
                shards::settle(&self.state.db, &shard, &self.owner, &settled, self.backoff, now_ms)
                    .await
                    .map(|_| ())
            })
            .await;
            self.forget(shard.origin_id, &settled);
        }
        Ok(())
    }

    /// Delivers a batch, through the pauses of a push service that does not
    /// work, for as long as the lease can be kept. False: somebody else has it.
    async fn deliver(&self, url: &str, shard: &shard::Model, batch: Arc<Sending>) -> anyhow::Result<bool> {
        let origin = Origin::parse(url).context("a push service has no address")?;
        let lane = self.courier.lane(&origin);
        let priority = u8::try_from(shard.priority.clamp(0, 255)).unwrap_or(0);
        let third =
            Duration::from_millis(u64::try_from(self.state.config.push.lease_s * 333).unwrap_or(1000));
        loop {
            let mut delivery = Box::pin(lane.deliver(priority, batch.clone()));
            let end = loop {
                tokio::select! {
                    end = &mut delivery => break end,
                    () = tokio::time::sleep(third) => {
                        if !self.keep_lease(shard).await {
                            return Ok(false);
                        }
                    }
                }
            };
            let until = match end {
                End::Finished => return Ok(true),
                // The process ends: whoever leases the shard next sends the rest.
                End::Closed => return Ok(false),
                End::Stalled { until, .. } => until,
            };
            let mut left = until.saturating_duration_since(std::time::Instant::now());
            while !left.is_zero() {
                let step = left.min(third);
                tokio::select! {
                    () = tokio::time::sleep(step) => {}
                    () = self.state.stop.cancelled() => return Ok(false),
                }
                left = left.saturating_sub(step);
                if !self.keep_lease(shard).await {
                    return Ok(false);
                }
            }
            if self.state.stop.is_cancelled() {
                return Ok(false);
            }
        }
    }

    /// Prolongs the lease. A database that is away for a moment is no reason to
    /// stop: nobody else can take the shard meanwhile.
    async fn keep_lease(&self, shard: &shard::Model) -> bool {
        if shard.id == 0 {
            return true;
        }
        let until = self.state.clock.now_ms() + self.state.config.push.lease_s * 1000;
        match shards::prolong(&self.state.db, shard.id, &self.owner, until).await {
            Ok(kept) => kept,
            Err(error) => {
                tracing::warn!(%error, "a lease could not be prolonged");
                true
            }
        }
    }

    /// Tries due phones again, one batch per publication.
    async fn send_retries(&self, row: &origin::Model) -> anyhow::Result<()> {
        let now_ms = self.state.clock.now_ms();
        let until_ms = now_ms + self.state.config.push.lease_s * 4000;
        let due = shards::due(&self.state.db, row.id, now_ms, until_ms).await?;
        let mut by_shard: BTreeMap<i64, Vec<retry::Model>> = BTreeMap::new();
        for one in due {
            by_shard.entry(one.shard_id).or_default().push(one);
        }
        let mut by_version: BTreeMap<i64, (shard::Model, Vec<retry::Model>)> = BTreeMap::new();
        for (id, rows) in by_shard {
            let Some(shard) = shard::Entity::find_by_id(id).one(&self.state.db).await? else { continue };
            by_version.entry(shard.version).or_insert_with(|| (shard, Vec::new())).1.extend(rows);
        }
        for (mut shard, rows) in by_version.into_values() {
            let outgoing = self.outgoing(&shard).await?;
            let context = self.context(&row.url, &shard, outgoing)?;
            let chosen = rows.iter().map(|r| (r.slot, r.reason == super::batch::TOO_LARGE)).collect();
            let sending = Arc::new(Sending::chosen(context, chosen));
            // Retries hold leases of their own.
            shard.id = 0;
            if !self.deliver(&row.url, &shard, sending.clone()).await? {
                return Ok(());
            }
            let mut settled = sending.settled();
            for slot in sending.undrawn() {
                settled.others.push((slot, Verdict::Again { after_ms: 0, reason: "undrawn" }));
            }
            self.count(&row.url, &settled);
            self.until_written(|| async {
                let now_ms = self.state.clock.now_ms();
                let expires = shard.expires_at_ms;
                shards::settle_retries(&self.state.db, &rows, expires, &settled, self.backoff, now_ms).await
            })
            .await;
            self.forget(row.id, &settled);
        }
        Ok(())
    }

    /// Writes what was done, however long the database is away: what was sent
    /// must not be sent again.
    async fn until_written<F, T>(&self, mut write: F)
    where
        F: FnMut() -> T,
        T: Future<Output = Result<(), sea_orm::DbErr>>,
    {
        let mut pause = Duration::from_millis(50);
        while let Err(error) = write().await {
            tracing::error!(%error, "what was sent could not be written yet");
            if self.state.stop.is_cancelled() && pause > Duration::from_secs(2) {
                return;
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_secs(5));
        }
    }

    fn forget(&self, origin_id: i32, settled: &Settled) {
        for (slot, verdict) in &settled.others {
            if *verdict == Verdict::Gone {
                self.roster.forget(origin_id, *slot);
            }
        }
    }

    fn count(&self, url: &str, settled: &Settled) {
        let metrics = &self.state.metrics.pushes;
        metrics.with_label_values(&[url, "accepted"]).inc_by(u64::try_from(settled.accepted).unwrap_or(0));
        for (_, verdict) in &settled.others {
            let outcome = match verdict {
                Verdict::Accepted => "accepted",
                Verdict::Gone | Verdict::Left => "gone",
                Verdict::Again { reason, .. } => reason,
            };
            metrics.with_label_values(&[url, outcome]).inc();
        }
        let refused = settled
            .others
            .iter()
            .filter(|(_, v)| matches!(v, Verdict::Again { reason: "refused" | "malformed", .. }))
            .count();
        if refused > 0 {
            tracing::error!(origin = url, refused, "a push service refuses our key or our messages");
        }
    }
}
