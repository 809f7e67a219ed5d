//! What waits in a lane, and who works on it.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::taken::{Running, Taken};

/// See the module.
#[derive(Default)]
pub(crate) struct Queue {
    /// Batches, highest priority first.
    batches: VecDeque<Arc<Running>>,
    /// Messages that the origin surely never handled, to be sent again.
    returned: Vec<Taken>,
    workers: usize,
    /// Whether the first worker runs: the one that makes the connection when
    /// there is none. The others only add to it.
    first_works: bool,
    next_id: u64,
}

impl Queue {
    pub(crate) fn is_empty(&self) -> bool {
        self.batches.is_empty() && self.returned.is_empty()
    }

    /// How many batches wait or are being delivered.
    pub(crate) fn batches(&self) -> usize {
        self.batches.len()
    }

    /// A number for the next batch.
    pub(crate) fn number(&mut self) -> u64 {
        let id = self.next_id;
        self.next_id += 1;
        id
    }

    /// Puts a batch behind all of its priority.
    pub(crate) fn insert(&mut self, running: Arc<Running>) {
        let at = self.batches.partition_point(|b| b.priority >= running.priority);
        self.batches.insert(at, running);
    }

    /// The batch that is served now.
    pub(crate) fn first(&self) -> Option<Arc<Running>> {
        self.batches.front().cloned()
    }

    /// Takes out the batch of this number.
    pub(crate) fn remove(&mut self, id: u64) -> Option<Arc<Running>> {
        let at = self.batches.iter().position(|b| b.id == id)?;
        self.batches.remove(at)
    }

    /// Keeps a message that is to be sent again.
    pub(crate) fn give_back(&mut self, taken: Taken) {
        self.returned.push(taken);
    }

    /// A message that is to be sent again.
    pub(crate) fn returned(&mut self) -> Option<Taken> {
        self.returned.pop()
    }

    /// Takes out everything: batches, and messages that were given back.
    pub(crate) fn empty(&mut self) -> (VecDeque<Arc<Running>>, Vec<Taken>) {
        (std::mem::take(&mut self.batches), std::mem::take(&mut self.returned))
    }

    /// Whether the first worker must be started. If so, it counts from now on.
    pub(crate) fn needs_first(&mut self) -> bool {
        let needed = !self.first_works;
        if needed {
            self.first_works = true;
            self.workers += 1;
        }
        needed
    }

    /// Whether another worker may be started, because fewer than `most` work. If so, it
    /// counts from now on.
    pub(crate) fn join(&mut self, most: usize) -> bool {
        let needed = self.workers < most;
        self.workers += usize::from(needed);
        needed
    }

    /// A worker goes.
    pub(crate) fn leave(&mut self, first: bool) {
        self.first_works &= !first;
        self.workers -= 1;
    }
}
