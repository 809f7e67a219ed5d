//! What is done with one shard: texts, token, delivery, settlement.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicUsize};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use actix_web::web;
use anyhow::Context as _;
use http::HeaderValue;
use safe_courier::{Courier, End};
use safe_sealing::Origin;
use sea_orm::DbErr;

use super::batch::{Context, Sending, Settled, UNDRAWN, Verdict};
use super::doubt::{self, About, DOUBTED, Rules};
use super::entity::shard;
use super::lease::Lease;
use super::outgoing::Outgoing;
use super::owner::Owner;
use super::place::Place;
use super::repeat;
use super::roster::Roster;
use super::shards::{self, Backoff};
use super::vapid::Tokens;
use crate::app::State;
use crate::db;

/// Texts kept.
const MOST_OUTGOING: usize = 64;

/// The sender of one process.
pub struct Sender {
    pub(super) state: web::Data<State>,
    pub(super) roster: Arc<Roster>,
    pub(super) courier: Courier,
    pub(super) owner: Owner,
    pub(super) backoff: Backoff,
    doubt: Rules,
    pub(super) outgoing: Mutex<BTreeMap<i64, Arc<Outgoing>>>,
    /// Newest version of each chain.
    pub(super) newest: Mutex<HashMap<uuid::Uuid, i64>>,
    tokens: Tokens,
}

impl Sender {
    pub(super) fn new(state: web::Data<State>, roster: Arc<Roster>, courier: Courier, owner: Owner) -> Self {
        let config = &state.config.push;
        Self {
            backoff: Backoff { first_ms: config.retry_first_ms, most_ms: config.retry_most_ms },
            doubt: Rules::new(config),
            roster,
            courier,
            owner,
            outgoing: Mutex::default(),
            newest: Mutex::default(),
            tokens: Tokens::default(),
            state,
        }
    }

    /// The texts of a shard, made once.
    pub(super) async fn outgoing(&self, shard: &shard::Model) -> anyhow::Result<Arc<Outgoing>> {
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

    /// What a delivery of this shard needs.
    pub(super) fn context(
        &self,
        url: &str,
        shard: &shard::Model,
        outgoing: Arc<Outgoing>,
    ) -> anyhow::Result<Context> {
        Ok(Context {
            world: self.state.world.clone(),
            roster: self.roster.clone(),
            origin_id: shard.origin_id,
            outgoing,
            authorization: self.authorization(url)?,
            expires_at_ms: shard.expires_at_ms,
        })
    }

    /// The token for a push service, good for two hours or more.
    fn authorization(&self, url: &str) -> anyhow::Result<HeaderValue> {
        let now_ms = self.state.clock.now_ms();
        let subject = &self.state.config.push.subject;
        let value = self.tokens.authorization(&self.state.push.vapid, url, subject, now_ms)?;
        let mut authorization = HeaderValue::from_str(&value).context("a VAPID token is no header")?;
        authorization.set_sensitive(true);
        Ok(authorization)
    }

    /// Sends one shard and settles it; its place on the lane follows how far it is.
    pub(super) async fn send_shard(
        &self,
        url: &str,
        shard: shard::Model,
        place: &Place,
    ) -> anyhow::Result<()> {
        // The shard may be younger than the last look: whoever subscribed before
        // it was planned must be in memory before its range is visited.
        let mut lease = Lease::Shard(shard.id);
        let ready = self.patiently(&mut lease, || async {
            self.roster.refresh(&self.state.db).await?;
            self.outgoing(&shard).await
        });
        let Some(outgoing) = ready.await? else { return Ok(()) };
        let context = self.context(url, &shard, outgoing)?;
        let range = (shard.first_slot, shard.end_slot);
        let sending = Arc::new(Sending::range(context, range, place.bell()));
        place.follow(&sending);
        let finished = self.deliver(url, &shard, sending.clone(), &mut lease).await?;
        let mut settled = sending.settled();
        let about = About { shard: &shard, bounds: range, holds: &|slot| sending.concerns(slot) };
        self.weigh(url, &about, &mut settled, |_| 0).await;
        self.count(url, &settled);
        let is_ours = AtomicBool::new(false);
        if finished {
            self.until_written(|| async {
                let now_ms = self.state.clock.now_ms();
                let (db, owner) = (&self.state.db, &self.owner.name);
                let settled = shards::settle(db, &shard, owner, &settled, self.backoff, now_ms).await?;
                is_ours.fetch_or(settled, Relaxed);
                Ok(())
            })
            .await;
            self.forget(shard.origin_id, &settled);
        }
        // A newer message dropped the shard, or somebody else has it by now.
        if !is_ours.into_inner() || sending.is_withdrawn() {
            self.repeat_newest(&shard, &sending).await;
        }
        Ok(())
    }

    /// An older message may have been sent after a newer one: the newest is sent once more.
    pub(super) async fn repeat_newest(&self, shard: &shard::Model, sending: &Sending) {
        let repeated = AtomicUsize::new(0);
        self.until_written(|| async {
            let now_ms = self.state.clock.now_ms();
            repeated.store(repeat::newest(&self.state.db, shard, sending, now_ms).await?, Relaxed);
            Ok(())
        })
        .await;
        let phones = repeated.into_inner();
        if phones > 0 {
            tracing::info!(
                phones,
                version = shard.version,
                "the newest message is repeated after an older one"
            );
            self.state.news.announce();
        }
    }

    /// Keeps phones that the push service calls gone in implausible numbers: they are
    /// told again after a pause that grows with the tries so far.
    pub(super) async fn weigh(
        &self,
        url: &str,
        about: &About<'_>,
        settled: &mut Settled,
        attempts: impl Fn(i64) -> i32,
    ) {
        let belief = Mutex::new(None);
        self.until_written(|| async {
            let now_ms = self.state.clock.now_ms();
            let found = doubt::weigh(&self.state.db, about, settled, self.doubt, now_ms).await?;
            *belief.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
            Ok(())
        })
        .await;
        let belief = belief.into_inner().unwrap_or_else(PoisonError::into_inner);
        // The process ends while the database is away: nobody is forgotten unheard.
        let all_kept = belief.is_none();
        let (kept, implausible) = belief.unwrap_or_default();
        for (slot, verdict) in &mut settled.others {
            if *verdict == Verdict::Gone && (all_kept || kept.contains(slot)) {
                let after_ms = self.doubt.pause_ms(attempts(*slot));
                *verdict = Verdict::Again { after_ms, reason: DOUBTED };
            }
        }
        if implausible {
            let (gone, told) = (kept.len(), settled.matched);
            tracing::error!(
                origin = url,
                gone,
                told,
                "a push service calls implausibly many phones gone; they are kept"
            );
        }
    }

    /// Delivers a batch, through the pauses of a push service that does not work, for as
    /// long as the message lives and the lease can be kept. A push service that nobody can
    /// reach draws nothing out of the batch, so the end of the message is looked for here
    /// as well. False: somebody else has it, or the process ends.
    pub(super) async fn deliver(
        &self,
        url: &str,
        shard: &shard::Model,
        batch: Arc<Sending>,
        lease: &mut Lease<'_>,
    ) -> anyhow::Result<bool> {
        let origin = Origin::parse(url).context("a push service has no address")?;
        let lane = self.courier.lane(&origin);
        let priority = u8::try_from(shard.priority.clamp(0, 255)).unwrap_or(0);
        let third =
            Duration::from_millis(u64::try_from(self.state.config.push.lease_s * 333).unwrap_or(1000));
        while self.lives_ms(shard) > 0 {
            self.renew(url, &batch);
            let mut delivery = Box::pin(lane.deliver(priority, batch.clone()));
            let end = loop {
                tokio::select! {
                    end = &mut delivery => break end,
                    () = tokio::time::sleep(third) => {
                        self.renew(url, &batch);
                        if !self.keep_lease(lease).await {
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
            if !self.pause(shard, lease, until, third).await {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Waits until a push service may be asked again, or until the message is over. False:
    /// somebody else has what is sent, or the process ends.
    async fn pause(
        &self,
        shard: &shard::Model,
        lease: &mut Lease<'_>,
        until: Instant,
        third: Duration,
    ) -> bool {
        loop {
            let lives = Duration::from_millis(u64::try_from(self.lives_ms(shard)).unwrap_or(0));
            let left = until.saturating_duration_since(Instant::now()).min(lives);
            if left.is_zero() {
                return !self.state.stop.is_cancelled();
            }
            tokio::select! {
                () = tokio::time::sleep(left.min(third)) => {}
                () = self.state.stop.cancelled() => return false,
            }
            if !self.keep_lease(lease).await {
                return false;
            }
        }
    }

    /// Milliseconds until nothing of a shard may be sent any more; none or fewer: it is over.
    fn lives_ms(&self, shard: &shard::Model) -> i64 {
        shard.expires_at_ms - self.state.clock.now_ms()
    }

    /// Gives a batch a token that holds. Without one the old one stays: what is in flight
    /// must be settled.
    fn renew(&self, url: &str, batch: &Sending) {
        match self.authorization(url) {
            Ok(authorization) => batch.renew(authorization),
            Err(error) => {
                tracing::error!(origin = url, error = format!("{error:#}"), "no VAPID token could be made");
            }
        }
    }

    /// Prolongs a lease. A database that is away for a moment is no reason to
    /// stop: nobody else can take what is leased meanwhile.
    pub(super) async fn keep_lease(&self, lease: &mut Lease<'_>) -> bool {
        let (now_ms, lease_s) = (self.state.clock.now_ms(), self.state.config.push.lease_s);
        match lease.prolong(&self.state.db, &self.owner.name, now_ms, lease_s).await {
            Ok(kept) => kept,
            Err(error) => {
                tracing::warn!(%error, "a lease could not be prolonged");
                true
            }
        }
    }

    /// Asks until the database answers, for as long as the lease can be kept;
    /// none when it cannot, or when the process ends.
    async fn patiently<F, T, R>(&self, lease: &mut Lease<'_>, mut ask: F) -> anyhow::Result<Option<R>>
    where
        F: FnMut() -> T,
        T: Future<Output = anyhow::Result<R>>,
    {
        let mut pause = Duration::from_millis(100);
        loop {
            let error = match ask().await {
                Ok(answer) => return Ok(Some(answer)),
                Err(error) => error,
            };
            if !error.chain().any(|cause| cause.downcast_ref::<DbErr>().is_some_and(db::is_away)) {
                return Err(error);
            }
            tracing::warn!(error = format!("{error:#}"), "a shard waits for the database");
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = self.state.stop.cancelled() => return Ok(None),
            }
            pause = (pause * 2).min(Duration::from_secs(2));
            if !self.keep_lease(lease).await {
                return Ok(None);
            }
        }
    }

    /// Writes what was done, however long the database is away: what was sent
    /// must not be sent again.
    pub(super) async fn until_written<F, T>(&self, mut write: F)
    where
        F: FnMut() -> T,
        T: Future<Output = Result<(), sea_orm::DbErr>>,
    {
        let mut pause = Duration::from_millis(50);
        while let Err(error) = write().await {
            tracing::warn!(%error, "what was sent could not be written yet");
            if self.state.stop.is_cancelled() && pause > Duration::from_secs(2) {
                return;
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_secs(5));
        }
    }

    /// Takes phones that are no more out of memory.
    pub(super) fn forget(&self, origin_id: i32, settled: &Settled) {
        for (slot, verdict) in &settled.others {
            if *verdict == Verdict::Gone {
                self.roster.forget(origin_id, *slot);
            }
        }
    }

    /// Counts for the metrics.
    pub(super) fn count(&self, url: &str, settled: &Settled) {
        let metrics = &self.state.metrics.pushes;
        metrics.with_label_values(&[url, "accepted"]).inc_by(u64::try_from(settled.accepted).unwrap_or(0));
        for (_, verdict) in &settled.others {
            let outcome = match verdict {
                Verdict::Accepted => "accepted",
                Verdict::Gone | Verdict::Left => "gone",
                // Nothing was sent.
                Verdict::Again { reason: UNDRAWN, .. } => continue,
                Verdict::Again { reason, .. } => reason,
            };
            metrics.with_label_values(&[url, outcome]).inc();
        }
        let refused = settled.others.iter().filter(|(_, verdict)| verdict.is_refusal()).count();
        if refused > 0 {
            tracing::error!(origin = url, refused, "a push service refuses our key or our messages");
        }
    }
}
