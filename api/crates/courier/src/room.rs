//! How many messages are in flight, and whether another may go: what the gate says, to be
//! read without locking it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;

use crate::gate::Gate;

/// See the module.
pub(crate) struct Room {
    in_flight: AtomicUsize,
    limit: AtomicUsize,
    paused: AtomicBool,
}

impl Room {
    /// Nothing is in flight and nothing pauses.
    pub(crate) fn new(limit: usize) -> Self {
        Self {
            in_flight: AtomicUsize::new(0),
            limit: AtomicUsize::new(limit),
            paused: AtomicBool::new(false),
        }
    }

    /// Copies what the gate says now.
    pub(crate) fn follow(&self, gate: &Gate) {
        self.limit.store(gate.limit(), Ordering::Relaxed);
        let paused = gate.paused_until(Instant::now()).is_some();
        self.paused.store(paused, Ordering::Relaxed);
    }

    /// Counts one more in flight, if that is allowed; see [`crate::taken::Place`].
    pub(crate) fn reserve(&self) -> bool {
        if self.is_paused() {
            return false;
        }
        let before = self.in_flight.fetch_add(1, Ordering::Relaxed);
        if before < self.limit() {
            return true;
        }
        self.release();
        false
    }

    pub(crate) fn release(&self) {
        self.in_flight.fetch_sub(1, Ordering::Relaxed);
    }

    /// Whether another message may go out now.
    pub(crate) fn is_free(&self) -> bool {
        !self.is_paused() && self.in_flight() < self.limit()
    }

    /// Messages in flight.
    pub(crate) fn in_flight(&self) -> usize {
        self.in_flight.load(Ordering::Relaxed)
    }

    /// Messages that may be in flight.
    pub(crate) fn limit(&self) -> usize {
        self.limit.load(Ordering::Relaxed)
    }

    /// Whether nothing new may go for a while.
    pub(crate) fn is_paused(&self) -> bool {
        self.paused.load(Ordering::Relaxed)
    }
}
