//! What is counted.

use std::collections::{BTreeMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Counts over all origins.
pub(crate) struct Ledger {
    start: Instant,
    mark_us: AtomicU64,
    keys: Once,
    salts: Once,
    pub(crate) decrypted: AtomicU64,
    pub(crate) undecryptable: AtomicU64,
}

/// Values that may come once, by eight of their bytes: they are random, so a chance
/// meeting among a million is below one in ten million.
///
/// A message only lays its value down; whoever asks for the count compares. A table of a
/// million places is read at random, which costs more per message than one of a hundred
/// thousand, and what is measured is the sender.
struct Once {
    drawers: Vec<Mutex<Drawer>>,
}

/// The values of some first bytes, so that connections wait for each other rarely.
#[derive(Default)]
struct Drawer {
    fresh: Vec<[u8; 8]>,
    compared: HashSet<[u8; 8]>,
    repeated: u64,
}

/// Locks of the values that may come once.
const DRAWERS: usize = 64;

impl Once {
    fn new() -> Self {
        Self { drawers: (0..DRAWERS).map(|_| Mutex::default()).collect() }
    }

    fn note(&self, value: [u8; 8]) {
        lock(&self.drawers[usize::from(value[0]) % DRAWERS]).fresh.push(value);
    }

    fn repeated(&self) -> u64 {
        self.drawers.iter().map(|drawer| lock(drawer).compare()).sum()
    }
}

impl Drawer {
    fn compare(&mut self) -> u64 {
        for value in std::mem::take(&mut self.fresh) {
            self.repeated += u64::from(!self.compared.insert(value));
        }
        self.repeated
    }
}

impl Ledger {
    pub(crate) fn new() -> Self {
        Self {
            start: Instant::now(),
            mark_us: AtomicU64::new(0),
            keys: Once::new(),
            salts: Once::new(),
            decrypted: AtomicU64::new(0),
            undecryptable: AtomicU64::new(0),
        }
    }

    /// Microseconds since the mark.
    pub(crate) fn elapsed_us(&self) -> u64 {
        let now = u64::try_from(self.start.elapsed().as_micros()).unwrap_or(u64::MAX);
        now.saturating_sub(self.mark_us.load(Relaxed))
    }

    pub(crate) fn since_mark(&self) -> Duration {
        Duration::from_micros(self.elapsed_us())
    }

    pub(crate) fn mark(&self) {
        let now = u64::try_from(self.start.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.mark_us.store(now, Relaxed);
    }

    /// Keys and salts are remembered: they must not repeat at all.
    pub(crate) fn reset(&self) {
        self.decrypted.store(0, Relaxed);
        self.undecryptable.store(0, Relaxed);
        self.mark();
    }

    /// Remembers salt and sender key of an accepted body.
    pub(crate) fn note_body(&self, body: &[u8]) {
        let (Some(salt), Some(key)) =
            (body.first_chunk::<8>(), body.get(22..30).and_then(<[u8]>::first_chunk::<8>))
        else {
            return;
        };
        self.salts.note(*salt);
        self.keys.note(*key);
    }

    /// Sender keys and salts that came more than once.
    pub(crate) fn repeated(&self) -> (u64, u64) {
        (self.keys.repeated(), self.salts.repeated())
    }
}

/// Counts of one origin.
#[derive(Default)]
pub(crate) struct Counts {
    pub(crate) requests: AtomicU64,
    accepted: AtomicU64,
    pub(crate) duplicates: AtomicU64,
    pub(crate) duplicates_unheard: AtomicU64,
    pub(crate) unheard: AtomicU64,
    pub(crate) connections: AtomicU64,
    in_flight: AtomicU64,
    most_in_flight: AtomicU64,
    statuses: Mutex<BTreeMap<u16, u64>>,
    arrivals_us: Mutex<Vec<u32>>,
}

impl Counts {
    pub(crate) fn accepted(&self) -> u64 {
        self.accepted.load(Relaxed)
    }

    pub(crate) fn most_in_flight(&self) -> u64 {
        self.most_in_flight.load(Relaxed)
    }

    pub(crate) fn enter(&self) {
        self.requests.fetch_add(1, Relaxed);
        let now = self.in_flight.fetch_add(1, Relaxed) + 1;
        self.most_in_flight.fetch_max(now, Relaxed);
    }

    pub(crate) fn leave(&self) {
        self.in_flight.fetch_sub(1, Relaxed);
    }

    /// A message was accepted for the first time, so long after the mark.
    pub(crate) fn arrived(&self, at_us: u64) {
        lock(&self.arrivals_us).push(u32::try_from(at_us).unwrap_or(u32::MAX));
    }

    pub(crate) fn accept(&self) {
        self.accepted.fetch_add(1, Relaxed);
    }

    pub(crate) fn answered(&self, status: u16) {
        *lock(&self.statuses).entry(status).or_default() += 1;
    }

    pub(crate) fn statuses(&self) -> BTreeMap<u16, u64> {
        lock(&self.statuses).clone()
    }

    /// Arrival times in microseconds, in order.
    pub(crate) fn arrivals_us(&self) -> Vec<u32> {
        let mut all = lock(&self.arrivals_us).clone();
        all.sort_unstable();
        all
    }

    pub(crate) fn reset(&self) {
        for counter in [
            &self.requests,
            &self.accepted,
            &self.duplicates,
            &self.duplicates_unheard,
            &self.unheard,
            &self.connections,
            &self.most_in_flight,
        ] {
            counter.store(0, Relaxed);
        }
        lock(&self.statuses).clear();
        lock(&self.arrivals_us).clear();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
