//! One push origin, as the rest of the program sees it.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Instant;

use safe_sealing::Origin;
use serde::Serialize;
use tokio::sync::oneshot;

use crate::Batch;
use crate::dial::Dialer;
use crate::gate::{Breaker, Trouble};
use crate::outcome::Tally;
use crate::settings::Settings;
use crate::shared::Shared;

/// One push origin. A handle: clones are the same lane.
#[derive(Clone)]
pub struct Lane(Arc<Shared>);

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
        Self(Arc::new(Shared::new(origin, settings, dialer)))
    }

    /// Starts to deliver a batch. Batches of higher `priority` go first, equal
    /// ones in turn of arrival. Must be called inside a Tokio runtime.
    pub fn deliver(&self, priority: u8, batch: Arc<dyn Batch>) -> Delivery {
        let (sender, end) = oneshot::channel();
        Delivery { id: self.0.enqueue(priority, batch, sender), lane: Arc::clone(&self.0), end }
    }

    /// The state, for metrics.
    #[must_use]
    pub fn state(&self) -> LaneState {
        self.0.state()
    }

    pub(crate) fn close(&self) {
        self.0.close();
    }
}

impl std::fmt::Debug for Lane {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let origin = self.0.origin.as_str();
        f.debug_tuple("Lane").field(&origin).finish()
    }
}

impl std::fmt::Debug for Delivery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Delivery").finish_non_exhaustive()
    }
}

impl Future for Delivery {
    type Output = End;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<End> {
        // The sender lives until it has sent, unless the runtime shuts down.
        Pin::new(&mut self.end).poll(cx).map(|end| end.unwrap_or(End::Closed))
    }
}

impl Drop for Delivery {
    fn drop(&mut self) {
        if let Some(running) = self.lane.remove(self.id) {
            running.stop(End::Closed);
        }
    }
}
