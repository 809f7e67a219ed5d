//! One push origin: its queue of batches and its state.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use http::uri::Authority;
use safe_sealing::Origin;
use serde::Serialize;
use tokio::sync::{oneshot, watch};

use crate::dial::Dialer;
use crate::gate::{Breaker, Gate, Trouble};
use crate::latency::Latencies;
use crate::outcome::{Outcome, Tally};
use crate::settings::Settings;
use crate::{Batch, FailureKind, Message, worker};

/// One push origin. A handle: clones are the same lane.
#[derive(Clone)]
pub struct Lane(Arc<Shared>);

/// What the connections of a lane have in common.
pub(crate) struct Shared {
    pub(crate) origin: Origin,
    pub(crate) authority: Authority,
    pub(crate) settings: Arc<Settings>,
    pub(crate) dialer: Arc<Dialer>,
    pub(crate) latencies: Latencies,
    pub(crate) in_flight: AtomicUsize,
    pub(crate) connections: AtomicUsize,
    limit: AtomicUsize,
    paused: AtomicBool,
    closed: AtomicBool,
    gate: Mutex<Gate>,
    queue: Mutex<Queue>,
    version: AtomicU64,
    work: watch::Sender<u64>,
    tally: Mutex<Tally>,
}

/// Batches waiting, highest priority first, and messages that a connection gave
/// back because the origin surely never handled them.
#[derive(Default)]
struct Queue {
    batches: VecDeque<Arc<Running>>,
    returned: Vec<Taken>,
    workers: usize,
    /// Whether the first worker runs: the one that makes the connection when
    /// there is none. The others only add to it.
    first_works: bool,
    next_delivery: u64,
}

/// A batch that is being delivered.
pub(crate) struct Running {
    id: u64,
    priority: u8,
    batch: Arc<dyn Batch>,
    /// Messages taken and not settled.
    open: AtomicUsize,
    /// Nothing more may be taken.
    stopped: AtomicBool,
    end: Mutex<(End, Option<oneshot::Sender<End>>)>,
}

/// A message taken out of its batch. It must be settled.
pub(crate) struct Taken {
    pub(crate) message: Message,
    pub(crate) running: Arc<Running>,
    pub(crate) tries: u8,
}

/// How the delivery of a batch ended. Messages in flight at that time are
/// settled before it is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The batch has no more messages and all are settled.
    Finished,
    /// The origin does not work. What was not taken is still in the batch.
    Stalled {
        /// Why.
        trouble: Trouble,
        /// When to hand the batch in again.
        until: Instant,
    },
    /// The courier was closed. What was not taken is still in the batch.
    Closed,
}

/// The delivery of one batch: a future of its [`End`]. Dropping it takes no more
/// messages out of the batch; those in flight are still settled.
#[must_use = "dropping a delivery stops it"]
pub struct Delivery {
    lane: Arc<Shared>,
    id: u64,
    end: oneshot::Receiver<End>,
}

/// The state of a lane, for metrics.
#[derive(Clone, Debug, Serialize)]
pub struct LaneState {
    /// The origin.
    pub origin: String,
    /// The circuit breaker.
    pub breaker: Breaker,
    /// The last trouble, until all is well again.
    pub trouble: Option<Trouble>,
    /// Milliseconds until messages flow again, if the lane pauses.
    pub paused_ms: Option<u64>,
    /// Messages in flight.
    pub in_flight: usize,
    /// Messages that may be in flight.
    pub limit: usize,
    /// Open connections.
    pub connections: usize,
    /// Batches waiting or being delivered.
    pub batches: usize,
    /// Median of recent answers, in milliseconds.
    pub p50_ms: Option<f64>,
    /// 99 of 100 recent answers came within so many milliseconds.
    pub p99_ms: Option<f64>,
    /// Outcomes since the start.
    pub tally: Tally,
}

impl Lane {
    pub(crate) fn new(origin: Origin, settings: Arc<Settings>, dialer: Arc<Dialer>) -> Self {
        let gate = Gate::new(&settings, Instant::now());
        // An origin's authority consists of characters that are always valid.
        let authority = Authority::try_from(origin.authority())
            .unwrap_or_else(|_| Authority::from_static("invalid"));
        Self(Arc::new(Shared {
            authority,
            origin,
            settings,
            dialer,
            latencies: Latencies::new(),
            in_flight: AtomicUsize::new(0),
            connections: AtomicUsize::new(0),
            limit: AtomicUsize::new(gate.limit()),
            paused: AtomicBool::new(false),
            closed: AtomicBool::new(false),
            gate: Mutex::new(gate),
            queue: Mutex::default(),
            version: AtomicU64::new(0),
            work: watch::Sender::new(0),
            tally: Mutex::default(),
        }))
    }

    /// Starts to deliver a batch. Batches of higher `priority` go first, equal
    /// ones in turn of arrival. Must be called inside a Tokio runtime.
    pub fn deliver(&self, priority: u8, batch: Arc<dyn Batch>) -> Delivery {
        let (sender, end) = oneshot::channel();
        let lane = &self.0;
        let mut queue = lock(&lane.queue);
        let id = queue.next_delivery;
        queue.next_delivery += 1;
        let entered = lock(&lane.gate).enter(Instant::now());
        let refusal = if lane.closed.load(Ordering::Acquire) {
            Some(End::Closed)
        } else {
            entered
                .err()
                .map(|(trouble, until)| End::Stalled { trouble, until })
        };
        if let Some(refusal) = refusal {
            // The receiver is in this function, so it cannot be gone.
            let _ = sender.send(refusal);
        } else {
            let at = queue.batches.partition_point(|b| b.priority >= priority);
            let running = Running {
                id,
                priority,
                batch,
                open: AtomicUsize::new(0),
                stopped: AtomicBool::new(false),
                end: Mutex::new((End::Finished, Some(sender))),
            };
            queue.batches.insert(at, Arc::new(running));
            lane.update_limit(&lock(&lane.gate));
            lane.announce();
            if !queue.first_works {
                queue.first_works = true;
                queue.workers += 1;
                tokio::spawn(worker::run(Arc::clone(lane), true));
            }
        }
        drop(queue);
        Delivery {
            lane: Arc::clone(lane),
            id,
            end,
        }
    }

    /// The state, for metrics.
    #[must_use]
    pub fn state(&self) -> LaneState {
        let lane = &self.0;
        let now = Instant::now();
        let batches = lock(&lane.queue).batches.len();
        let gate = lock(&lane.gate);
        LaneState {
            origin: lane.origin.to_string(),
            breaker: gate.breaker(),
            trouble: gate.trouble(),
            paused_ms: gate
                .paused_until(now)
                .map(|until| u64::try_from((until - now).as_millis()).unwrap_or(u64::MAX)),
            in_flight: lane.in_flight.load(Ordering::Relaxed),
            limit: gate.limit(),
            connections: lane.connections.load(Ordering::Relaxed),
            batches,
            p50_ms: lane.latencies.quantile_ms(0.5),
            p99_ms: lane.latencies.quantile_ms(0.99),
            tally: *lock(&lane.tally),
        }
    }

    pub(crate) fn close(&self) {
        self.0.closed.store(true, Ordering::Release);
        self.0.end_all(End::Closed);
        self.0.announce();
    }
}

impl std::fmt::Debug for Lane {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Lane")
            .field(&self.0.origin.as_str())
            .finish()
    }
}

impl Shared {
    pub(crate) fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }

    pub(crate) fn subscribe(&self) -> watch::Receiver<u64> {
        self.work.subscribe()
    }

    /// Changes whenever the queue does, so that workers can keep a batch at hand.
    pub(crate) fn version(&self) -> u64 {
        self.version.load(Ordering::Acquire)
    }

    fn announce(&self) {
        self.version.fetch_add(1, Ordering::AcqRel);
        self.work.send_modify(|n| *n += 1);
    }

    fn update_limit(&self, gate: &Gate) {
        self.limit.store(gate.limit(), Ordering::Relaxed);
        let paused = gate.paused_until(Instant::now()).is_some();
        self.paused.store(paused, Ordering::Relaxed);
    }

    /// Takes one place among the messages in flight, if there is one.
    pub(crate) fn reserve(&self) -> bool {
        if self.paused.load(Ordering::Relaxed) {
            return false;
        }
        let before = self.in_flight.fetch_add(1, Ordering::Relaxed);
        if before < self.limit.load(Ordering::Relaxed) {
            return true;
        }
        self.in_flight.fetch_sub(1, Ordering::Relaxed);
        false
    }

    /// Gives the place back.
    pub(crate) fn release(&self) {
        self.in_flight.fetch_sub(1, Ordering::Relaxed);
    }

    /// Ends a pause whose time is over.
    pub(crate) fn refresh_pause(&self) {
        if self.paused.load(Ordering::Relaxed) {
            self.update_limit(&lock(&self.gate));
        }
    }

    /// Whether another message may go out now.
    pub(crate) fn has_room(&self) -> bool {
        !self.paused.load(Ordering::Relaxed)
            && self.in_flight.load(Ordering::Relaxed) < self.limit.load(Ordering::Relaxed)
    }

    /// Whether there may be something to take.
    pub(crate) fn has_work(&self) -> bool {
        let queue = lock(&self.queue);
        !(queue.batches.is_empty() && queue.returned.is_empty())
    }

    /// The batch to take from, or a message that was given back.
    fn front(&self) -> Option<Result<Taken, Arc<Running>>> {
        let mut queue = lock(&self.queue);
        if let Some(taken) = queue.returned.pop() {
            return Some(Ok(taken));
        }
        queue
            .batches
            .front()
            .map(|running| Err(Arc::clone(running)))
    }

    /// Takes the next message. `hand` is the batch that a worker keeps at hand.
    pub(crate) fn take(&self, hand: &mut Hand) -> Option<Taken> {
        loop {
            let version = self.version();
            if hand.version != version {
                hand.running = None;
                hand.version = version;
            }
            let running = match hand.running.take() {
                Some(running) => running,
                None => match self.front()? {
                    Ok(taken) => return Some(taken),
                    Err(running) => running,
                },
            };
            running.open.fetch_add(1, Ordering::SeqCst);
            let stopped = running.stopped.load(Ordering::SeqCst);
            if let Some(message) = (!stopped).then(|| running.batch.next()).flatten() {
                hand.running = Some(Arc::clone(&running));
                let tries = 0;
                return Some(Taken {
                    message,
                    running,
                    tries,
                });
            }
            running.stopped.store(true, Ordering::SeqCst);
            self.remove(running.id);
            running.close_one();
        }
    }

    fn remove(&self, id: u64) -> Option<Arc<Running>> {
        let mut queue = lock(&self.queue);
        let at = queue.batches.iter().position(|b| b.id == id)?;
        let running = queue.batches.remove(at);
        drop(queue);
        self.version.fetch_add(1, Ordering::AcqRel);
        running
    }

    /// Gives back a message that the origin surely never handled, to be sent
    /// over another connection.
    pub(crate) fn give_back(&self, mut taken: Taken) {
        const MOST_TRIES: u8 = 3;
        taken.tries += 1;
        let open = lock(&self.gate).breaker() == Breaker::Open;
        if taken.tries >= MOST_TRIES || open || self.is_closed() {
            let kind = FailureKind::Reset;
            return self.settle(taken, Outcome::Failed { kind }, None);
        }
        lock(&self.queue).returned.push(taken);
        self.announce();
    }

    /// Reports what became of a message, to its batch and to the gate.
    pub(crate) fn settle(&self, taken: Taken, outcome: Outcome, latency: Option<Duration>) {
        if let Some(latency) = latency {
            self.latencies.add(latency);
        }
        lock(&self.tally).add(outcome);
        let Taken {
            message, running, ..
        } = taken;
        running.batch.settle(message.key, outcome);
        running.close_one();
        let now = Instant::now();
        let mut gate = lock(&self.gate);
        let opened = gate.outcome(now, outcome, chance());
        self.update_limit(&gate);
        drop(gate);
        if opened {
            self.stall();
        }
    }

    pub(crate) fn connected(&self) {
        lock(&self.gate).connected();
    }

    /// Notes a failed connection. Says how long to wait before the next, or
    /// nothing if the breaker opened.
    pub(crate) fn connect_failed(&self, kind: FailureKind) -> Option<Duration> {
        let mut gate = lock(&self.gate);
        let wait = gate.connect_failed(Instant::now(), kind, chance());
        self.update_limit(&gate);
        drop(gate);
        if wait.is_err() {
            self.stall();
        }
        wait.ok()
    }

    /// The breaker opened: every delivery ends.
    fn stall(&self) {
        let mut gate = lock(&self.gate);
        let Err((trouble, until)) = gate.enter(Instant::now()) else {
            return;
        };
        drop(gate);
        self.end_all(End::Stalled { trouble, until });
    }

    fn end_all(&self, end: End) {
        let mut queue = lock(&self.queue);
        let batches = std::mem::take(&mut queue.batches);
        let returned = std::mem::take(&mut queue.returned);
        drop(queue);
        self.version.fetch_add(1, Ordering::AcqRel);
        for taken in returned {
            let kind = FailureKind::Reset;
            self.settle(taken, Outcome::Failed { kind }, None);
        }
        for running in batches {
            running.stop(end);
        }
    }

    /// Starts another worker if there are fewer than `most`, and fewer than
    /// messages allowed.
    pub(crate) fn grow(self: &Arc<Self>, most: usize) {
        let most = most.min(self.limit.load(Ordering::Relaxed));
        let mut queue = lock(&self.queue);
        if queue.workers < most && !self.is_closed() {
            queue.workers += 1;
            drop(queue);
            tokio::spawn(worker::run(Arc::clone(self), false));
        }
    }

    /// A worker wants to leave. The first one must stay while there is work;
    /// returns whether it may go.
    pub(crate) fn leave(&self, first: bool) -> bool {
        let mut queue = lock(&self.queue);
        let work = !(queue.batches.is_empty() && queue.returned.is_empty());
        if first && work && !self.is_closed() {
            return false;
        }
        if first {
            queue.first_works = false;
        }
        queue.workers -= 1;
        true
    }
}

/// What a worker keeps at hand between two messages.
#[derive(Default)]
pub(crate) struct Hand {
    version: u64,
    running: Option<Arc<Running>>,
}

impl Running {
    /// One message is settled (or was none). Ends the delivery if it was the
    /// last.
    fn close_one(&self) {
        let open = self.open.fetch_sub(1, Ordering::SeqCst) - 1;
        if open == 0 && self.stopped.load(Ordering::SeqCst) {
            self.report();
        }
    }

    /// No more messages are taken; the end is reported when all are settled.
    fn stop(&self, end: End) {
        lock(&self.end).0 = end;
        self.stopped.store(true, Ordering::SeqCst);
        if self.open.load(Ordering::SeqCst) == 0 {
            self.report();
        }
    }

    fn report(&self) {
        let mut end = lock(&self.end);
        if let Some(sender) = end.1.take() {
            // Whoever dropped the delivery does not want to know.
            let _ = sender.send(end.0);
        }
    }
}

impl Future for Delivery {
    type Output = End;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<End> {
        // The sender lives until it has sent, unless the runtime shuts down.
        Pin::new(&mut self.end)
            .poll(cx)
            .map(|end| end.unwrap_or(End::Closed))
    }
}

impl Drop for Delivery {
    fn drop(&mut self) {
        self.lane.remove(self.id);
    }
}

/// A number from 0 to 1 for jitter, where nothing depends on its quality.
pub(crate) fn chance() -> f64 {
    let mut byte = [0];
    // Without randomness there is no jitter, which is harmless.
    let _ = aws_lc_rs::rand::fill(&mut byte);
    f64::from(byte[0]) / 255.0
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
