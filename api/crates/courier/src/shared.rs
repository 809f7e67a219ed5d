//! What the connections of a lane have in common: queue, gate, counts.

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use http::uri::Authority;
use safe_sealing::Origin;
use tokio::sync::{oneshot, watch};

use crate::dial::Dialer;
use crate::gate::{Breaker, Gate};
use crate::latency::Latencies;
use crate::outcome::{Outcome, Tally};
use crate::queue::Queue;
use crate::room::Room;
use crate::settings::Settings;
use crate::taken::{Place, Running, Taken};
use crate::{Batch, End, FailureKind, LaneState, worker};

/// See the module.
pub(crate) struct Shared {
    pub(crate) origin: Origin,
    pub(crate) authority: Authority,
    pub(crate) settings: Arc<Settings>,
    pub(crate) dialer: Arc<Dialer>,
    pub(crate) connections: AtomicUsize,
    pub(crate) room: Room,
    latencies: Latencies,
    closed: AtomicBool,
    gate: Mutex<Gate>,
    queue: Mutex<Queue>,
    /// Changes with the queue, so that a worker can keep a batch at hand.
    version: AtomicU64,
    work: watch::Sender<()>,
    tally: Mutex<Tally>,
}

/// What a worker keeps at hand between two messages.
#[derive(Default)]
pub(crate) struct Hand {
    version: u64,
    running: Option<Arc<Running>>,
}

/// A message given back so often is settled as failed.
const MOST_TRIES: u8 = 8;

impl Shared {
    pub(crate) fn new(origin: Origin, settings: Arc<Settings>, dialer: Arc<Dialer>) -> Self {
        let gate = Gate::new(&settings, Instant::now());
        // An origin's authority consists of characters that are always valid.
        let authority =
            Authority::try_from(origin.authority()).unwrap_or_else(|_| Authority::from_static("invalid"));
        Self {
            authority,
            origin,
            settings,
            dialer,
            connections: AtomicUsize::new(0),
            room: Room::new(gate.limit()),
            latencies: Latencies::new(),
            closed: AtomicBool::new(false),
            gate: Mutex::new(gate),
            queue: Mutex::default(),
            version: AtomicU64::new(0),
            work: watch::Sender::new(()),
            tally: Mutex::default(),
        }
    }

    /// Queues a batch, or ends it at once if the lane is closed or its breaker is
    /// open. Returns the batch's number.
    pub(crate) fn enqueue(
        self: &Arc<Self>,
        priority: u8,
        batch: Arc<dyn Batch>,
        sender: oneshot::Sender<End>,
    ) -> u64 {
        // The lock is held to the end: if the breaker opens meanwhile, the new
        // batch is already in the queue and is ended with the others.
        let mut queue = lock(&self.queue);
        let id = queue.number();
        let running = Arc::new(Running::new(id, priority, batch, sender));
        if self.is_closed() {
            running.stop(End::Closed);
            return id;
        }
        let mut gate = lock(&self.gate);
        if let Err((trouble, until)) = gate.enter(Instant::now()) {
            running.stop(End::Stalled { trouble, until });
            return id;
        }
        self.room.follow(&gate);
        drop(gate);
        queue.insert(running);
        self.employ(&mut queue);
        id
    }

    /// There is work: tells the workers, and starts the first if it does not run.
    fn employ(self: &Arc<Self>, queue: &mut Queue) {
        self.announce();
        if queue.needs_first() {
            tokio::spawn(worker::run(Arc::clone(self), true));
        }
    }

    pub(crate) fn state(&self) -> LaneState {
        let now = Instant::now();
        let batches = lock(&self.queue).batches();
        let tally = *lock(&self.tally);
        let gate = lock(&self.gate);
        let paused = gate.paused_until(now).map(|until| until - now);
        LaneState {
            origin: self.origin.to_string(),
            breaker: gate.breaker(),
            trouble: gate.trouble(),
            paused_ms: paused.map(|p| u64::try_from(p.as_millis()).unwrap_or(u64::MAX)),
            in_flight: self.room.in_flight(),
            limit: gate.limit(),
            connections: self.connections.load(Ordering::Relaxed),
            batches,
            p50_ms: self.latencies.quantile_ms(0.5),
            p99_ms: self.latencies.quantile_ms(0.99),
            tally,
        }
    }

    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::Release);
        self.end_all(End::Closed);
        self.announce();
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }

    /// Wakes when there is something new in the queue.
    pub(crate) fn subscribe(&self) -> watch::Receiver<()> {
        self.work.subscribe()
    }

    fn announce(&self) {
        self.version.fetch_add(1, Ordering::AcqRel);
        self.work.send_replace(());
    }

    /// Ends a pause whose time is over.
    pub(crate) fn refresh_pause(&self) {
        if self.room.is_paused() {
            self.room.follow(&lock(&self.gate));
        }
    }

    /// Whether there may be something to take.
    pub(crate) fn has_work(&self) -> bool {
        !lock(&self.queue).is_empty()
    }

    /// Takes the next message, for a place in flight.
    pub(crate) fn take(&self, hand: &mut Hand, place: Place) -> Option<Taken> {
        let mut place = Some(place);
        loop {
            let version = self.version.load(Ordering::Acquire);
            if hand.version != version {
                hand.running = None;
                hand.version = version;
            }
            let running = match &hand.running {
                Some(running) => running,
                None => {
                    let mut queue = lock(&self.queue);
                    if let Some(taken) = queue.returned() {
                        // It is settled by being dropped, which must find the queue free.
                        drop(queue);
                        if taken.is_wanted() {
                            return Some(taken.at(&mut place));
                        }
                        continue;
                    }
                    hand.running.insert(queue.first()?)
                }
            };
            if let Some(taken) = running.take(&mut place) {
                return Some(taken);
            }
            self.remove(running.id);
            hand.running = None;
        }
    }

    pub(crate) fn remove(&self, id: u64) -> Option<Arc<Running>> {
        let running = lock(&self.queue).remove(id)?;
        self.version.fetch_add(1, Ordering::AcqRel);
        Some(running)
    }

    /// Gives back a message that the origin surely never handled, to be sent
    /// over another connection.
    pub(crate) fn give_back(self: &Arc<Self>, taken: Taken) {
        let mut taken = taken.without_place();
        taken.tries += 1;
        let open = lock(&self.gate).breaker() == Breaker::Open;
        if taken.tries >= MOST_TRIES || open || self.is_closed() {
            let kind = FailureKind::Reset;
            return self.settle(taken, Outcome::Failed { kind }, None);
        }
        let mut queue = lock(&self.queue);
        queue.give_back(taken);
        self.employ(&mut queue);
    }

    /// Reports what became of a message, to its batch and to the gate.
    pub(crate) fn settle(&self, taken: Taken, outcome: Outcome, latency: Option<Duration>) {
        if let Some(latency) = latency {
            self.latencies.add(latency);
        }
        lock(&self.tally).add(outcome);
        let mut gate = lock(&self.gate);
        let opened = gate.outcome(Instant::now(), outcome, chance());
        self.room.follow(&gate);
        drop(gate);
        if opened {
            self.stall();
        }
        taken.settle(outcome);
    }

    pub(crate) fn connected(&self) {
        lock(&self.gate).connected();
    }

    /// Notes a failed connection. Says how long to wait before the next, or
    /// nothing if the breaker opened.
    pub(crate) fn connect_failed(&self, kind: FailureKind) -> Option<Duration> {
        let mut gate = lock(&self.gate);
        let wait = gate.connect_failed(Instant::now(), kind, chance());
        self.room.follow(&gate);
        drop(gate);
        if wait.is_none() {
            self.stall();
        }
        wait
    }

    /// The breaker opened: every delivery ends.
    fn stall(&self) {
        if let Some((trouble, until)) = lock(&self.gate).opened() {
            self.end_all(End::Stalled { trouble, until });
        }
    }

    fn end_all(&self, end: End) {
        let (batches, returned) = lock(&self.queue).empty();
        self.version.fetch_add(1, Ordering::AcqRel);
        for running in batches {
            running.stop(end);
        }
        // Dropping what was given back settles it.
        drop(returned);
    }

    /// Starts another worker if there are fewer than `most`, and fewer than
    /// messages allowed.
    pub(crate) fn grow(self: &Arc<Self>, most: usize) {
        let most = most.min(self.room.limit());
        let mut queue = lock(&self.queue);
        if !self.is_closed() && queue.join(most) {
            drop(queue);
            tokio::spawn(worker::run(Arc::clone(self), false));
        }
    }

    /// Whether a worker without a connection may go. If so, it counts no more.
    pub(crate) fn leave_if_idle(&self, first: bool) -> bool {
        let mut queue = lock(&self.queue);
        let idle = queue.is_empty() || self.is_closed();
        if idle {
            queue.leave(first);
        }
        idle
    }

    /// A worker goes.
    pub(crate) fn leave(&self, first: bool) {
        lock(&self.queue).leave(first);
    }
}

/// A number from 0 to 1 for jitter, where nothing depends on its quality.
fn chance() -> f64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(0.0, |now| f64::from(now.subsec_micros() % 1000) / 1000.0)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::HeaderValue;
    use http::uri::PathAndQuery;

    use super::*;
    use crate::{Message, Urgency};

    /// A batch that was recalled after its message was taken.
    #[derive(Default)]
    struct Recalled {
        settled: AtomicUsize,
    }

    impl Batch for Recalled {
        fn next(&self) -> Option<Message> {
            Some(Message {
                path_and_query: PathAndQuery::from_static("/send/1"),
                ttl_s: 60,
                urgency: Urgency::High,
                topic: None,
                authorization: HeaderValue::from_static("vapid"),
                body: Bytes::new(),
                key: 1,
            })
        }

        fn is_wanted(&self) -> bool {
            false
        }

        fn settle(&self, _: u64, _: Outcome) {
            self.settled.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn what_was_recalled_is_not_sent_again() {
        let settings = Arc::new(Settings::default());
        let dialer = Arc::new(Dialer::new(&settings).expect("a dialer"));
        let origin = Origin::parse("https://push.example").expect("an origin");
        let lane = Arc::new(Shared::new(origin, settings, dialer));
        let (batch, (sender, _end)) = (Arc::new(Recalled::default()), oneshot::channel());
        let running = Arc::new(Running::new(0, 0, Arc::clone(&batch) as Arc<dyn Batch>, sender));
        let taken = running.take(&mut Place::reserve(&lane)).expect("a message");
        lock(&lane.queue).give_back(taken.without_place());
        let place = Place::reserve(&lane).expect("room");
        assert!(lane.take(&mut Hand::default(), place).is_none());
        assert_eq!(batch.settled.load(Ordering::Relaxed), 1);
        assert_eq!(lane.room.in_flight(), 0);
    }
}
