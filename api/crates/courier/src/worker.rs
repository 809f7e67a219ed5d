//! The life of one connection's task: dial, drive, dial again.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::shared::Shared;
use crate::{FailureKind, http1, http2};

/// Why a connection is no longer used.
pub(crate) enum Ended {
    /// Nothing to do for a while, or the lane was closed.
    Idle,
    /// It broke, or the origin asked to leave it.
    Broken {
        /// Whether there was any answer on it.
        answered: bool,
    },
}

/// Counts an open connection.
struct Counted<'a>(&'a Shared);

impl<'a> Counted<'a> {
    fn new(lane: &'a Shared) -> Self {
        lane.connections.fetch_add(1, Ordering::Relaxed);
        Self(lane)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.connections.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Counts a worker out, also if its task breaks.
struct Working<'a> {
    lane: &'a Shared,
    first: bool,
    left: bool,
}

impl Drop for Working<'_> {
    fn drop(&mut self) {
        if !self.left {
            self.lane.leave(self.first);
        }
    }
}

/// Runs until there is no work. The first worker of a lane dials again after a
/// failure; the others leave that to it.
pub(crate) async fn run(lane: Arc<Shared>, first: bool) {
    let mut working = Working { lane: &lane, first, left: false };
    loop {
        working.left = lane.leave_if_idle(first);
        if working.left {
            return;
        }
        let failure = once(&lane).await;
        if !first {
            return;
        }
        if let Some(kind) = failure
            && lane.has_work()
            && let Some(wait) = lane.connect_failed(kind)
        {
            tokio::time::sleep(wait).await;
        }
    }
}

/// One connection, from dialing to its end; a failure if it was of no use.
async fn once(lane: &Arc<Shared>) -> Option<FailureKind> {
    let dialed = match lane.dialer.dial(&lane.origin).await {
        Ok(dialed) => dialed,
        Err(kind) => return Some(kind),
    };
    let _counted = Counted::new(lane);
    let ended = if dialed.http2 {
        http2::drive(lane, dialed.stream).await
    } else {
        http1::drive(lane, dialed.stream).await
    };
    match ended {
        Ended::Broken { answered: false } => Some(FailureKind::Reset),
        Ended::Broken { answered: true } | Ended::Idle => None,
    }
}
