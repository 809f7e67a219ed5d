//! Messages of a source that could not be fetched: each is asked again after a pause that
//! grows, so that links which are dead keep nothing else waiting.
//!
//! A process remembers them in memory: what is lost with it is asked once more.

use std::collections::{HashMap, HashSet};

/// First pause; it doubles with each failure.
const FIRST_MS: i64 = 60_000;
/// Longest pause.
const LONGEST_MS: i64 = 6 * 3_600_000;
/// Most messages remembered of one source.
const MOST: usize = 2_000;

/// What is remembered of a source.
#[derive(Debug, Default)]
pub(super) struct Failures(HashMap<String, Failure>);

#[derive(Debug)]
struct Failure {
    times: u32,
    next_at_ms: i64,
}

/// Whether a message is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// It never failed.
    Fresh,
    /// It failed, and its pause is over.
    Again,
    /// It failed a short time ago.
    NotYet,
}

impl Failures {
    /// Whether it is the turn of a message.
    pub fn turn(&self, entry_key: &str, now_ms: i64) -> Turn {
        match self.0.get(entry_key) {
            None => Turn::Fresh,
            Some(failure) if failure.next_at_ms <= now_ms => Turn::Again,
            Some(_) => Turn::NotYet,
        }
    }

    /// A message could not be fetched. Beyond the bound it stays unknown and is asked for
    /// as a fresh one.
    pub fn note(&mut self, entry_key: String, now_ms: i64) {
        if self.0.len() >= MOST && !self.0.contains_key(&entry_key) {
            return;
        }
        let failure = self.0.entry(entry_key).or_insert(Failure { times: 0, next_at_ms: 0 });
        let pause_ms = Ord::min(FIRST_MS << failure.times.min(20), LONGEST_MS);
        *failure = Failure { times: failure.times.saturating_add(1), next_at_ms: now_ms + pause_ms };
    }

    /// Forgets what the source does not list any more, and what was fetched.
    pub fn keep_only(&mut self, listed: &HashSet<String>) {
        self.0.retain(|entry_key, _| listed.contains(entry_key));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_six_hours() {
        let mut failures = Failures::default();
        assert_eq!(failures.turn("a", 0), Turn::Fresh);
        failures.note("a".to_owned(), 0);
        assert_eq!(failures.turn("a", FIRST_MS - 1), Turn::NotYet);
        assert_eq!(failures.turn("a", FIRST_MS), Turn::Again);
        failures.note("a".to_owned(), FIRST_MS);
        assert_eq!(failures.turn("a", 3 * FIRST_MS - 1), Turn::NotYet);
        for _ in 0..100 {
            failures.note("a".to_owned(), 0);
        }
        assert_eq!(failures.turn("a", LONGEST_MS), Turn::Again);
        failures.keep_only(&HashSet::new());
        assert_eq!(failures.turn("a", 0), Turn::Fresh);
    }

    #[test]
    fn not_everything_is_remembered() {
        let mut failures = Failures::default();
        for number in 0..MOST + 10 {
            failures.note(number.to_string(), 0);
        }
        assert_eq!(failures.0.len(), MOST);
    }
}
