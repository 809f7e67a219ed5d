//! How much an origin is given: the limit of messages in flight, pauses, and the
//! circuit breaker. No waiting and no I/O, so that it can be tested with made-up
//! times.
//!
//! - The limit doubles with each round of good answers until there is trouble,
//!   then grows by a few a round.
//! - A single 429 or 503 concerns a single message. Only when more than a fifth
//!   of the recent answers are such does the origin get less, and only when three
//!   quarters are does everything pause for the time it asked for.
//! - A refusal says nothing about how much the origin can take: some of them concern their
//!   subscriptions, and only many in a row are the matter of all.
//! - The breaker opens when the origin does not answer at all, or answers with
//!   nothing but trouble. It lets one message through when its time is over.

use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::{FailureKind, Outcome, Settings};

/// State of a lane's circuit breaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Breaker {
    /// Messages flow.
    Closed,
    /// The origin is left alone for a while.
    Open,
    /// One message tests whether it works again.
    HalfOpen,
}

/// Why a lane stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// No connection, or no answers.
    Failing(FailureKind),
    /// It answers that it does not work (5xx).
    Unavailable,
    /// It answers that we send too much (429).
    Throttled,
    /// It refuses our token or key (401, 403): raise an alarm.
    Refused,
}

/// Troubled answers among the last 64 from which the limit shrinks.
const SHRINK_AT: u32 = 13;
/// Troubled answers among the last 64 from which everything pauses.
const PAUSE_AT: u32 = 48;
/// Messages without an answer in a row that open the breaker.
const SILENT_LIMIT: u32 = 16;
/// Refusals in a row that open the breaker.
const REFUSED_LIMIT: u32 = 32;
/// Troubled answers of any kind in a row that open the breaker.
const TROUBLE_LIMIT: u32 = 96;
/// Failed connections in a row that open the breaker.
const CONNECT_LIMIT: u32 = 3;
/// The limit shrinks at most once in this time, for answers to earlier messages
/// keep coming.
const SHRINK_PAUSE: Duration = Duration::from_millis(200);
/// A longer wait opens the breaker, so that whoever handed in a batch knows.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);
const FIRST_BREAK: Duration = Duration::from_secs(1);
const LONGEST_BREAK: Duration = Duration::from_secs(60);

/// See the module.
pub(crate) struct Gate {
    breaker: Breaker,
    until: Instant,
    trouble: Option<Trouble>,
    limit: f64,
    doubling: bool,
    first: f64,
    most: f64,
    /// The last 64 answers, the newest lowest; a set bit is trouble.
    recent: u64,
    bad_in_row: u32,
    connects_failed: u32,
    breaks_in_row: u32,
    shrunk: Instant,
    paused_until: Option<Instant>,
}

impl Gate {
    pub(crate) fn new(settings: &Settings, now: Instant) -> Self {
        let first = settings.first_in_flight.clamp(1, settings.max_in_flight.max(1)) as f64;
        Self {
            breaker: Breaker::Closed,
            until: now,
            trouble: None,
            limit: first,
            doubling: true,
            first,
            most: settings.max_in_flight.max(1) as f64,
            recent: 0,
            bad_in_row: 0,
            connects_failed: 0,
            breaks_in_row: 0,
            shrunk: now,
            paused_until: None,
        }
    }

    pub(crate) fn breaker(&self) -> Breaker {
        self.breaker
    }

    /// Messages that may be in flight.
    pub(crate) fn limit(&self) -> usize {
        self.limit as usize
    }

    /// Until when nothing new is sent, if so.
    pub(crate) fn paused_until(&self, now: Instant) -> Option<Instant> {
        self.paused_until.filter(|&until| until > now)
    }

    /// The last trouble, until all is well.
    pub(crate) fn trouble(&self) -> Option<Trouble> {
        self.trouble
    }

    /// Trouble and end of an open breaker.
    pub(crate) fn opened(&self) -> Option<(Trouble, Instant)> {
        let trouble = self.trouble.unwrap_or(Trouble::Unavailable);
        (self.breaker == Breaker::Open).then_some((trouble, self.until))
    }

    /// Whether work may start. An open breaker whose time is over half-opens.
    ///
    /// Otherwise says why not, and until when.
    pub(crate) fn enter(&mut self, now: Instant) -> Result<(), (Trouble, Instant)> {
        if self.breaker == Breaker::Open {
            if now < self.until {
                let trouble = self.trouble.unwrap_or(Trouble::Unavailable);
                return Err((trouble, self.until));
            }
            self.breaker = Breaker::HalfOpen;
            self.limit = 1.0;
            self.doubling = true;
            self.bad_in_row = 0;
            self.connects_failed = 0;
            self.recent = 0;
            self.paused_until = None;
        }
        Ok(())
    }

    /// A connection stands.
    pub(crate) fn connected(&mut self) {
        self.connects_failed = 0;
    }

    /// A connection failed. Says how long to wait before the next attempt, or
    /// nothing if the breaker opened.
    pub(crate) fn connect_failed(
        &mut self,
        now: Instant,
        kind: FailureKind,
        chance: f64,
    ) -> Option<Duration> {
        self.connects_failed += 1;
        let trouble = Trouble::Failing(kind);
        self.trouble = Some(trouble);
        let hopeless = kind == FailureKind::Blocked;
        if hopeless || self.breaker == Breaker::HalfOpen || self.connects_failed >= CONNECT_LIMIT {
            self.open(now, trouble, None, chance);
            return None;
        }
        Some(jitter(Duration::from_millis(100) * self.connects_failed, chance))
    }

    /// A message had this outcome. Says whether the breaker opened with it.
    pub(crate) fn outcome(&mut self, now: Instant, outcome: Outcome, chance: f64) -> bool {
        let (trouble, wait) = match outcome {
            Outcome::Accepted { .. } | Outcome::Gone | Outcome::TooLarge | Outcome::Malformed => {
                self.good();
                return false;
            }
            Outcome::Throttled { retry_after } => (Trouble::Throttled, retry_after),
            Outcome::Unavailable { retry_after } => (Trouble::Unavailable, retry_after),
            Outcome::Refused => (Trouble::Refused, None),
            Outcome::Failed { kind } => (Trouble::Failing(kind), None),
        };
        if self.breaker == Breaker::Open {
            return false;
        }
        let refused = trouble == Trouble::Refused;
        self.recent = self.recent << 1 | u64::from(!refused);
        self.bad_in_row += 1;
        let limit = match trouble {
            Trouble::Failing(_) => SILENT_LIMIT,
            Trouble::Refused => REFUSED_LIMIT,
            Trouble::Unavailable | Trouble::Throttled => TROUBLE_LIMIT,
        };
        if self.breaker == Breaker::HalfOpen || self.bad_in_row >= limit {
            self.open(now, trouble, wait, chance);
            return true;
        }
        if refused {
            return false;
        }
        let troubled = self.recent.count_ones();
        if troubled >= SHRINK_AT && now >= self.shrunk + SHRINK_PAUSE {
            self.shrunk = now;
            self.doubling = false;
            self.limit = (self.limit * 0.7).max(1.0);
            self.trouble = Some(trouble);
        }
        if troubled >= PAUSE_AT && matches!(trouble, Trouble::Throttled | Trouble::Unavailable) {
            return self.pause(now, trouble, wait, chance);
        }
        false
    }

    fn good(&mut self) {
        self.recent <<= 1;
        self.bad_in_row = 0;
        if self.breaker == Breaker::HalfOpen {
            self.breaker = Breaker::Closed;
            self.limit = self.first;
        }
        if self.recent == 0 {
            self.breaks_in_row = 0;
            self.trouble = None;
        }
        let step = if self.doubling { 1.0 } else { 8.0 / self.limit };
        self.limit = (self.limit + step).min(self.most);
    }

    fn pause(&mut self, now: Instant, trouble: Trouble, wait: Option<Duration>, chance: f64) -> bool {
        let wait = wait.unwrap_or(FIRST_BREAK);
        if wait > LONGEST_PAUSE {
            self.open(now, trouble, Some(wait), chance);
            return true;
        }
        let until = now + jitter(wait, chance);
        self.paused_until = Some(self.paused_until.map_or(until, |p| p.max(until)));
        false
    }

    fn open(&mut self, now: Instant, trouble: Trouble, wait: Option<Duration>, chance: f64) {
        let grown = FIRST_BREAK * (1 << self.breaks_in_row.min(6));
        let grown = jitter(grown.min(LONGEST_BREAK), chance);
        self.breaker = Breaker::Open;
        self.until = now + wait.unwrap_or_default().max(grown);
        self.trouble = Some(trouble);
        self.breaks_in_row += 1;
    }
}

/// Up to a quarter longer, so that senders do not come back together.
fn jitter(wait: Duration, chance: f64) -> Duration {
    wait.mul_f64(1.0 + chance.clamp(0.0, 1.0) / 4.0)
}

#[cfg(test)]
mod tests;
