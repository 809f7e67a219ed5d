//! What a lane delivers.

use crate::{Message, Outcome};

/// A source of messages for one origin, such as a range of subscribers of one
/// alert.
///
/// Both methods are called from several connections at the same time, so a
/// batch keeps its place with atomic counters. Neither may block: they run in
/// the task that drives the connection.
pub trait Batch: Send + Sync + 'static {
    /// The next message, sealed now. `None` means that there are no more, now
    /// and later: a batch also ends by returning `None` when its alert expired
    /// or was withdrawn.
    fn next(&self) -> Option<Message>;

    /// Whether a message that was taken, and that the origin surely did not handle, should
    /// be sent once more.
    fn is_wanted(&self) -> bool {
        true
    }

    /// What became of a message; called once for each that was taken.
    fn settle(&self, key: u64, outcome: Outcome);
}
