//! Messages that were fetched together, in the order in which their sender sent them: a feed may
//! list them in any, and an update must find what it updates.

use std::time::{Duration, Instant};

use safe_cap::{FeedEntry, MsgType};

use crate::alert::import::{self, Read};
use crate::app::State;
use crate::clock;
use crate::config::FeedSource;

/// Most bytes of the messages that wait for each other.
const MOST_BYTES: usize = 16 << 20;
/// Longest time for which they wait: those behind them may never come.
const LONGEST: Duration = Duration::from_secs(10);

/// An entry and by what it is known again.
type Listed = (FeedEntry, String);

/// Messages that were read.
pub(super) struct Batch {
    messages: Vec<(Listed, Read)>,
    bytes: usize,
    since: Instant,
}

impl Default for Batch {
    fn default() -> Self {
        Self { messages: Vec::new(), bytes: 0, since: Instant::now() }
    }
}

impl Batch {
    /// Reads a message of a source.
    pub fn add(&mut self, state: &State, source: &FeedSource, listed: Listed, bytes: &[u8]) {
        let now_ms = state.clock.now_ms();
        let read = import::cap(&source.name, bytes, source.lenient, &state.areas, &state.trust, now_ms);
        self.bytes += bytes.len();
        self.messages.push((listed, read));
    }

    /// Whether it is judged before anything else comes.
    pub fn is_due(&self) -> bool {
        self.bytes > MOST_BYTES || self.since.elapsed() > LONGEST
    }

    /// Its messages, those sent first first; of one moment, those that name others last.
    pub fn in_order(self) -> Vec<(Listed, Read)> {
        let mut messages = self.messages;
        messages.sort_by_key(|(_, read)| {
            read.alert.as_ref().map(|cap| {
                let kind = match cap.msg_type {
                    MsgType::Alert => 0,
                    MsgType::Update => 1,
                    _ => 2,
                };
                (clock::ms_of(cap.sent.instant()), kind)
            })
        });
        messages
    }
}
