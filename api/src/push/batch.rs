//! A range of subscribers, sealed just in time while a lane sends.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use bytes::Bytes;
use http::HeaderValue;
use http::uri::PathAndQuery;
use safe_courier::{Batch, FailureKind, Message, Outcome};
use safe_sealing::{Agreement, Padding, Salts, SealError};
use tokio::sync::Notify;

use super::outgoing::Outgoing;
use super::roster::{Roster, Slots, Subscriber};
use crate::app::World;

/// What is left to do about one phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The push service took it.
    Accepted,
    /// The phone is no more.
    Gone,
    /// The phone left by itself before it could be told again.
    Left,
    /// Try again, at the earliest after this many milliseconds; 0 means the
    /// usual pause.
    Again {
        /// Milliseconds the push service asked for.
        after_ms: i64,
        /// Kind of failure, for the row.
        reason: &'static str,
    },
}

impl Verdict {
    /// Whether the push service took offence at the message itself.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Again { reason, .. } if is_refusal(reason))
    }

    /// The one table of what an outcome means for a subscription. Only an
    /// outcome that says that the phone is gone forgets it.
    #[must_use]
    pub fn of(outcome: &Outcome) -> Self {
        let ms = |wait: &Option<std::time::Duration>| {
            wait.map_or(0, |wait| i64::try_from(wait.as_millis()).unwrap_or(i64::MAX))
        };
        match outcome {
            Outcome::Accepted { .. } => Self::Accepted,
            Outcome::Gone => Self::Gone,
            Outcome::TooLarge => Self::Again { after_ms: 1, reason: TOO_LARGE },
            Outcome::Throttled { retry_after } => {
                Self::Again { after_ms: ms(retry_after), reason: "throttled" }
            }
            Outcome::Unavailable { retry_after } => {
                Self::Again { after_ms: ms(retry_after), reason: "unavailable" }
            }
            Outcome::Refused => Self::Again { after_ms: 60_000, reason: REFUSED },
            Outcome::Malformed => Self::Again { after_ms: 60_000, reason: MALFORMED },
            Outcome::Failed { kind } => Self::Again { after_ms: 0, reason: kind_name(*kind) },
        }
    }
}

/// Reason of a retry whose token or key was refused.
const REFUSED: &str = "refused";
/// Reason of a retry that was not understood.
const MALFORMED: &str = "malformed";
/// Reason of a retry that must be shorter.
pub const TOO_LARGE: &str = "too-large";
/// Reason of a repeat to a phone that was told of an older message meanwhile.
pub const OVERTAKEN: &str = "overtaken";
/// Reason of a retry of a phone whose turn had not come when the delivery ended.
pub const UNDRAWN: &str = "undrawn";

/// Whether a push service took offence at the message itself, for this reason.
#[must_use]
pub fn is_refusal(reason: &str) -> bool {
    [REFUSED, MALFORMED].contains(&reason)
}

fn kind_name(kind: FailureKind) -> &'static str {
    match kind {
        FailureKind::Timeout => "timeout",
        FailureKind::Reset => "reset",
        FailureKind::Dns => "dns",
        FailureKind::Tls => "tls",
        FailureKind::Connect => "connect",
        _ => "failed",
    }
}

/// Which phones of a range.
enum Whom {
    /// All that the alert concerns.
    Range { first: i64, cursor: AtomicI64, end: i64 },
    /// These, some of them in the short form.
    Chosen { cursor: AtomicUsize, slots: Vec<(i64, bool)> },
}

/// One delivery of one publication to phones of one push service.
pub struct Sending {
    world: Arc<World>,
    roster: Arc<Roster>,
    slots: Arc<Slots>,
    outgoing: Arc<Outgoing>,
    authorization: RwLock<HeaderValue>,
    expires_at_ms: i64,
    whom: Whom,
    salts: Mutex<Salts>,
    /// Nothing more is drawn, and the bell that tells so.
    drawn: AtomicBool,
    drawn_bell: Option<Arc<Notify>>,
    matched: AtomicI64,
    accepted: AtomicI64,
    others: Mutex<Vec<(i64, Verdict)>>,
    /// Phones that the push service has taken the message for, or may have, and when that
    /// was known.
    taken: Mutex<Vec<(i64, i64)>>,
}

/// What a finished delivery leaves.
pub struct Settled {
    /// Phones that the message was for.
    pub matched: i64,
    /// Messages taken by the push service.
    pub accepted: i64,
    /// Everything else, by place.
    pub others: Vec<(i64, Verdict)>,
}

/// What every delivery needs.
pub struct Context {
    /// Content and time.
    pub world: Arc<World>,
    /// Subscribers.
    pub roster: Arc<Roster>,
    /// Push service.
    pub origin_id: i32,
    /// Texts.
    pub outgoing: Arc<Outgoing>,
    /// VAPID.
    pub authorization: HeaderValue,
    /// Nothing is sent after this.
    pub expires_at_ms: i64,
}

impl Sending {
    fn new(context: Context, whom: Whom) -> Self {
        Self {
            slots: context.roster.slots(context.origin_id),
            world: context.world,
            roster: context.roster,
            outgoing: context.outgoing,
            authorization: RwLock::new(context.authorization),
            expires_at_ms: context.expires_at_ms,
            whom,
            salts: Mutex::new(Salts::new()),
            drawn: AtomicBool::new(false),
            drawn_bell: None,
            matched: AtomicI64::new(0),
            accepted: AtomicI64::new(0),
            others: Mutex::default(),
            taken: Mutex::default(),
        }
    }

    /// Everybody in a range whom the alert concerns; the bell rings when the last of them
    /// is drawn.
    #[must_use]
    pub fn range(context: Context, (first, end): (i64, i64), bell: Arc<Notify>) -> Self {
        let whom = Whom::Range { first, cursor: AtomicI64::new(first), end };
        Self { drawn_bell: Some(bell), ..Self::new(context, whom) }
    }

    /// Chosen phones; `true` asks for the short form.
    #[must_use]
    pub fn chosen(context: Context, slots: Vec<(i64, bool)>) -> Self {
        Self::new(context, Whom::Chosen { cursor: AtomicUsize::new(0), slots })
    }

    /// Takes a new VAPID token: through the pauses of a push service a delivery may
    /// outlive the one that it began with.
    pub fn renew(&self, authorization: HeaderValue) {
        *self.authorization.write().unwrap_or_else(PoisonError::into_inner) = authorization;
    }

    /// Whether nothing more is drawn: what is left of the delivery are answers.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        self.drawn.load(Ordering::Relaxed)
    }

    /// Whether a newer message of the chain is out.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.outgoing.is_withdrawn()
    }

    /// Whether the message is for the phone at a place.
    #[must_use]
    pub fn concerns(&self, slot: i64) -> bool {
        self.slots.count(slot, slot.saturating_add(1), &self.outgoing.reach) > 0
    }

    /// What came of it; called when the lane has finished. Phones whose turn had not
    /// come, because the time was over or a newer message out, are among the others.
    #[must_use]
    pub fn settled(&self) -> Settled {
        let mut others = std::mem::take(&mut *self.others.lock().unwrap_or_else(PoisonError::into_inner));
        let mut matched = self.matched.load(Ordering::Relaxed);
        let undrawn = self.undrawn();
        if matches!(self.whom, Whom::Range { .. }) {
            matched += i64::try_from(undrawn.len()).unwrap_or(0);
        }
        others
            .extend(undrawn.into_iter().map(|slot| (slot, Verdict::Again { after_ms: 0, reason: UNDRAWN })));
        Settled { matched, accepted: self.accepted.load(Ordering::Relaxed), others }
    }

    /// Phones that the message is for and that were never drawn.
    fn undrawn(&self) -> Vec<i64> {
        match &self.whom {
            Whom::Range { cursor, end, .. } => self.meant(cursor.load(Ordering::Relaxed), *end),
            Whom::Chosen { cursor, slots } => {
                let from = cursor.load(Ordering::Relaxed).min(slots.len());
                slots[from..].iter().map(|(slot, _)| *slot).collect()
            }
        }
    }

    /// Phones for which the push service may have taken this message at that moment or later:
    /// by then it could put it in the place of a newer one.
    #[must_use]
    pub fn taken_since(&self, since_ms: i64) -> BTreeSet<i64> {
        let drawn = match &self.whom {
            Whom::Range { first, cursor, end } => {
                self.meant(*first, Ord::min(cursor.load(Ordering::Relaxed), *end))
            }
            Whom::Chosen { cursor, slots } => {
                let drawn = cursor.load(Ordering::Relaxed).min(slots.len());
                slots[..drawn].iter().map(|(slot, _)| *slot).collect()
            }
        };
        let mut late: BTreeSet<i64> = drawn.into_iter().collect();
        // What is left after these is still under way.
        for (slot, _) in &*self.others.lock().unwrap_or_else(PoisonError::into_inner) {
            late.remove(slot);
        }
        for (slot, at_ms) in &*self.taken.lock().unwrap_or_else(PoisonError::into_inner) {
            if *at_ms < since_ms {
                late.remove(slot);
            } else {
                late.insert(*slot);
            }
        }
        late
    }

    /// Phones of a range that the message is for.
    fn meant(&self, first: i64, end: i64) -> Vec<i64> {
        let mut meant = Vec::new();
        self.slots.visit(first, end, usize::MAX, |slot, subscriber| {
            if self.outgoing.reach.meets(subscriber) {
                meant.push(slot);
            }
            false
        });
        meant
    }

    fn draw(&self) -> Option<(i64, bool)> {
        match &self.whom {
            Whom::Range { cursor, end, .. } => {
                let slot = cursor.fetch_add(1, Ordering::Relaxed);
                (slot < *end).then_some((slot, false))
            }
            Whom::Chosen { cursor, slots } => slots.get(cursor.fetch_add(1, Ordering::Relaxed)).copied(),
        }
    }

    /// What is needed of a subscriber, taken under its lock.
    fn take(&self, slot: i64) -> Option<(Taken, PathAndQuery)> {
        let mut found = None;
        self.slots.visit(slot, slot + 1, 1, |_, subscriber: &mut Subscriber| {
            if self.outgoing.reach.meets(subscriber) {
                let path = PathAndQuery::try_from(subscriber.path()).ok();
                let taken = Taken {
                    lang: subscriber.lang(),
                    agreement: subscriber.take_agreement(),
                    receiver: subscriber.receiver(),
                };
                found = path.map(|path| (taken, path));
            }
            true
        });
        found
    }

    fn seal(&self, taken: Taken, short: bool) -> Result<Bytes, SealError> {
        let text = self.outgoing.text(taken.lang, short);
        let agreement = match taken.agreement {
            Some(agreement) => {
                self.roster.agreements.fetch_sub(1, Ordering::Relaxed);
                agreement
            }
            None => Agreement::prepare(&taken.receiver)?,
        };
        let mut body = Vec::with_capacity(text.len() + 120);
        let mut salts = self.salts.lock().unwrap_or_else(PoisonError::into_inner);
        agreement.seal_into(&mut salts, text, Padding::None, &mut body)?;
        Ok(Bytes::from(body))
    }

    fn note(&self, slot: i64, verdict: Verdict) {
        self.others.lock().unwrap_or_else(PoisonError::into_inner).push((slot, verdict));
    }
}

struct Taken {
    lang: crate::i18n::Lang,
    agreement: Option<Agreement>,
    receiver: safe_sealing::Receiver,
}

impl Sending {
    /// The next message; none when there are no more, when the time is over or a newer
    /// message out.
    fn sealed(&self) -> Option<Message> {
        loop {
            if self.outgoing.is_withdrawn() {
                return None;
            }
            let left_ms = self.expires_at_ms - self.world.clock.now_ms();
            if left_ms <= 0 {
                return None;
            }
            let (slot, short) = self.draw()?;
            let Some((taken, path_and_query)) = self.take(slot) else {
                if matches!(self.whom, Whom::Chosen { .. }) {
                    self.note(slot, Verdict::Left);
                }
                continue;
            };
            self.matched.fetch_add(1, Ordering::Relaxed);
            let body = match self.seal(taken, short) {
                Ok(body) => body,
                Err(error) => {
                    // A fault of ours must not cost anybody the message.
                    tracing::error!(%error, "a message could not be sealed");
                    self.note(slot, Verdict::Again { after_ms: 0, reason: "sealing" });
                    continue;
                }
            };
            return Some(Message {
                path_and_query,
                // Never 0: a phone that is asleep for a second must still get it.
                ttl_s: u32::try_from(left_ms / 1000).unwrap_or(u32::MAX).max(1),
                urgency: self.outgoing.urgency,
                topic: Some(self.outgoing.topic.clone()),
                authorization: self.authorization.read().unwrap_or_else(PoisonError::into_inner).clone(),
                body,
                key: u64::try_from(slot).unwrap_or(0),
            });
        }
    }
}

impl Batch for Sending {
    fn next(&self) -> Option<Message> {
        let message = self.sealed();
        if message.is_none()
            && !self.drawn.swap(true, Ordering::Relaxed)
            && let Some(bell) = &self.drawn_bell
        {
            bell.notify_one();
        }
        message
    }

    fn is_wanted(&self) -> bool {
        !self.outgoing.is_withdrawn()
    }

    fn settle(&self, key: u64, outcome: Outcome) {
        // Without an answer it may have arrived all the same.
        if matches!(outcome, Outcome::Accepted { .. } | Outcome::Failed { .. }) {
            let taken = (i64::try_from(key).unwrap_or(0), self.world.clock.now_ms());
            self.taken.lock().unwrap_or_else(PoisonError::into_inner).push(taken);
        }
        match Verdict::of(&outcome) {
            Verdict::Accepted => {
                self.accepted.fetch_add(1, Ordering::Relaxed);
            }
            other => {
                self.note(i64::try_from(key).unwrap_or(0), other);
            }
        }
    }
}
