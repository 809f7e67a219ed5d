//! Leases shards, hands them to the lanes, settles what came of them.
//!
//! One supervisor looks for work and wakes one task per push service; `line` is
//! that task, `sender` what it does with a shard.

use std::collections::HashMap;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use actix_web::web;
use anyhow::Context as _;
use safe_courier::{Courier, Settings};
use tokio::sync::Notify;
use tokio::task::JoinSet;

use super::line::line;
use super::owner::Owner;
use super::roster::Roster;
use super::sender::Sender;
use super::shards;
use crate::alert::Channel;
use crate::alert::entity::publication;
use crate::app::State;
use crate::db::counter;

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
    let owner = Owner::claim(&state.config.data_dir);
    let sender = Arc::new(Sender::new(state.clone(), roster.clone(), courier, owner));
    if config.prepare_agreements {
        prepare_ahead(roster, state.stop.clone());
    }
    tasks.spawn(supervise(sender));
    Ok(())
}

/// Wait until phones without an agreement are looked for again.
const PREPARED_PAUSE: Duration = Duration::from_millis(500);

/// Fills agreements on a thread of its own, gently.
fn prepare_ahead(roster: Arc<Roster>, stop: tokio_util::sync::CancellationToken) {
    let body = move || {
        while !stop.is_cancelled() {
            // A million phones are not visited twice a second to find nothing.
            if roster.agreements.load(Relaxed) >= roster.subscribers.load(Relaxed) {
                std::thread::sleep(PREPARED_PAUSE);
                continue;
            }
            let mut made_any = false;
            for id in roster.origin_ids() {
                let slots = roster.slots(id);
                let mut from = Some(0);
                while let Some(at) = from
                    && !stop.is_cancelled()
                {
                    let (next, made) = slots.prepare(at, 64);
                    let made_here = i64::try_from(made).unwrap_or(0);
                    roster.agreements.fetch_add(made_here, Relaxed);
                    made_any |= made > 0;
                    from = next;
                    if roster.is_busy() {
                        // Sending goes first: preparing would take its processor.
                        std::thread::sleep(Duration::from_millis(100));
                    }
                }
            }
            if !made_any {
                std::thread::sleep(PREPARED_PAUSE);
            }
        }
    };
    let spawned = std::thread::Builder::new().name("agreements".to_owned()).spawn(body);
    if let Err(error) = spawned {
        tracing::warn!(%error, "no agreements are prepared; messages are sealed on the spot");
    }
}

/// Gives back what the former process of this folder had in hand when it died.
async fn inherit(sender: &Sender) {
    let Some(former) = &sender.owner.former else { return };
    let now_ms = sender.state.clock.now_ms();
    match shards::give_back(&sender.state.db, former, now_ms).await {
        Ok(0) => {}
        Ok(count) => tracing::warn!(count, "what a process that was killed had in hand is sent again"),
        Err(error) => tracing::warn!(%error, "shards of a process that was killed stay leased"),
    }
}

async fn supervise(sender: Arc<Sender>) {
    let state = sender.state.clone();
    let poll = Duration::from_millis(state.config.queue.poll_ms.max(20));
    let mut news = state.news.listener();
    let mut lines: HashMap<i32, Arc<Notify>> = HashMap::new();
    let mut running = JoinSet::new();
    let (mut seen, mut away) = (-1, false);
    inherit(&sender).await;
    while !state.stop.is_cancelled() {
        match sender.look(&mut seen).await {
            Ok(waiting) => {
                if std::mem::take(&mut away) {
                    tracing::info!("pushes are looked for again");
                }
                for id in waiting {
                    let bell = lines.entry(id).or_insert_with(|| {
                        let bell = Arc::new(Notify::new());
                        running.spawn(line(sender.clone(), id, bell.clone()));
                        bell
                    });
                    bell.notify_one();
                }
            }
            Err(error) => {
                // Said once, not at every look.
                if !std::mem::replace(&mut away, true) {
                    tracing::error!(error = format!("{error:#}"), "no look for pushes is possible");
                }
                tokio::time::sleep(Duration::from_millis(250)).await;
            }
        }
        state.push.watch.note(&sender.courier.states(), &state.metrics);
        tokio::select! {
            () = news.wait(poll) => {}
            () = state.stop.cancelled() => {}
        }
    }
    // Lanes stop taking messages; what is in flight is settled.
    sender.courier.close(Duration::from_secs(state.config.http.shutdown_timeout_s)).await;
    while running.join_next().await.is_some() {}
    if let Err(error) = shards::give_back(&state.db, &sender.owner.name, state.clock.now_ms()).await {
        tracing::warn!(%error, "shards stay leased until their time is over");
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
}
