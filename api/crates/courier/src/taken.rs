//! Batches that are being delivered, and messages taken out of them.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;

use crate::shared::Shared;
use crate::{Batch, End, FailureKind, Message, Outcome};

/// A batch that is being delivered.
pub(crate) struct Running {
    pub(crate) id: u64,
    pub(crate) priority: u8,
    batch: Arc<dyn Batch>,
    /// Messages taken and not settled.
    open: AtomicUsize,
    /// Nothing more may be taken.
    stopped: AtomicBool,
    end: Mutex<(End, Option<oneshot::Sender<End>>)>,
}

/// A place among the messages in flight; given back when dropped.
pub(crate) struct Place(Arc<Shared>);

/// A message taken out of its batch. It is settled exactly once: if nothing else
/// does, because its task broke or the runtime shuts down, then by being dropped.
pub(crate) struct Taken {
    pub(crate) message: Message,
    /// How often it was given back.
    pub(crate) tries: u8,
    running: Option<Arc<Running>>,
    place: Option<Place>,
}

impl Place {
    /// Takes a place, if there is one.
    pub(crate) fn reserve(lane: &Arc<Shared>) -> Option<Self> {
        lane.room.reserve().then(|| Self(Arc::clone(lane)))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.room.release();
    }
}

impl Running {
    pub(crate) fn new(id: u64, priority: u8, batch: Arc<dyn Batch>, sender: oneshot::Sender<End>) -> Self {
        Self {
            id,
            priority,
            batch,
            open: AtomicUsize::new(0),
            stopped: AtomicBool::new(false),
            end: Mutex::new((End::Finished, Some(sender))),
        }
    }

    /// Takes the next message. If there is none, nothing more is taken.
    pub(crate) fn take(self: &Arc<Self>, place: &mut Option<Place>) -> Option<Taken> {
        let open = Open::new(self);
        if self.stopped.load(Ordering::SeqCst) {
            return None;
        }
        match self.batch.next() {
            Some(message) => {
                open.keep();
                Some(Taken { message, tries: 0, running: Some(Arc::clone(self)), place: place.take() })
            }
            None => {
                self.stopped.store(true, Ordering::SeqCst);
                None
            }
        }
    }

    /// One message is settled (or was none). Ends the delivery if it was the
    /// last.
    fn close_one(&self) {
        let open = self.open.fetch_sub(1, Ordering::SeqCst) - 1;
        if open == 0 && self.stopped.load(Ordering::SeqCst) {
            self.report();
        }
    }

    /// No more messages are taken; the end is reported when all are settled.
    pub(crate) fn stop(&self, end: End) {
        self.end.lock().unwrap_or_else(PoisonError::into_inner).0 = end;
        self.stopped.store(true, Ordering::SeqCst);
        if self.open.load(Ordering::SeqCst) == 0 {
            self.report();
        }
    }

    fn report(&self) {
        let mut end = self.end.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sender) = end.1.take() {
            // Whoever dropped the delivery does not want to know.
            let _ = sender.send(end.0);
        }
    }
}

/// Counts a message as open while it is being taken, also if that panics.
struct Open<'a>(&'a Running);

impl<'a> Open<'a> {
    fn new(running: &'a Running) -> Self {
        running.open.fetch_add(1, Ordering::SeqCst);
        Self(running)
    }

    /// The message was taken: it is open until it is settled.
    fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.close_one();
    }
}

impl Taken {
    /// Whether its batch still wants it to be sent.
    pub(crate) fn is_wanted(&self) -> bool {
        self.running.as_ref().is_none_or(|running| running.batch.is_wanted())
    }

    /// Gives the place up, to be sent again later.
    pub(crate) fn without_place(mut self) -> Self {
        self.place = None;
        self
    }

    /// Takes a new place.
    pub(crate) fn at(mut self, place: &mut Option<Place>) -> Self {
        self.place = place.take();
        self
    }

    /// Tells the batch what became of the message. The place is free before.
    pub(crate) fn settle(mut self, outcome: Outcome) {
        self.finish(outcome);
    }

    fn finish(&mut self, outcome: Outcome) {
        self.place = None;
        if let Some(running) = self.running.take() {
            running.batch.settle(self.message.key, outcome);
            running.close_one();
        }
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        let kind = FailureKind::Reset;
        self.finish(Outcome::Failed { kind });
    }
}
