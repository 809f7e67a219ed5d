//! Rounds of messages to one origin, until everything is accepted or time is over.

use std::cell::RefCell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bytes::BytesMut;
use safe_courier::{Batch, Courier, End, Message, Outcome, Tally, Urgency};
use safe_sealing::{Agreement, Padding, Salts, sealed_len};

use crate::lock;
use crate::targets::Target;

/// One round over some of an origin's people.
struct Round {
    target: Arc<Target>,
    who: Vec<usize>,
    next: AtomicUsize,
    tally: Mutex<(Tally, Vec<(usize, Duration)>)>,
}

thread_local! {
    static SEALER: RefCell<(Salts, BytesMut)> = RefCell::new((Salts::new(), BytesMut::new()));
}

impl Batch for Round {
    fn next(&self) -> Option<Message> {
        let at = self.next.fetch_add(1, Ordering::Relaxed);
        let person = self.target.people.get(*self.who.get(at)?)?;
        let prepared = lock(&person.agreement).take();
        let agreement = match prepared {
            Some(agreement) => agreement,
            None => Agreement::prepare(&person.receiver).ok()?,
        };
        let text = &self.target.text;
        let body = SEALER.with_borrow_mut(|(salts, arena)| {
            let length = sealed_len(text.len(), Padding::None).ok()?;
            if arena.capacity() < length {
                *arena = BytesMut::with_capacity(64 * length);
            }
            arena.resize(length, 0);
            agreement.seal(salts, text, Padding::None, arena).ok()?;
            Some(arena.split().freeze())
        })?;
        Some(Message {
            path_and_query: person.path.clone(),
            ttl_s: 3600,
            urgency: Urgency::High,
            topic: Some(self.target.topic.clone()),
            authorization: self.target.authorization.clone(),
            body,
            key: self.who[at] as u64,
        })
    }

    fn settle(&self, key: u64, outcome: Outcome) {
        let mut tally = lock(&self.tally);
        tally.0.add(outcome);
        if let Some(wait) = outcome.retry() {
            let wait = wait.unwrap_or(Duration::from_millis(500));
            tally.1.push((key as usize, wait));
        }
    }
}

/// Delivers to one origin, with further rounds for what failed.
pub async fn deliver(courier: &Courier, target: Arc<Target>, give_up: Instant) -> Tally {
    let lane = courier.lane(&target.origin);
    let mut who: Vec<usize> = (0..target.people.len()).collect();
    let mut total = Tally::default();
    while !who.is_empty() && Instant::now() < give_up {
        let round = Arc::new(Round {
            target: Arc::clone(&target),
            who,
            next: AtomicUsize::new(0),
            tally: Mutex::default(),
        });
        let delivery = lane.deliver(0, Arc::clone(&round) as Arc<dyn Batch>);
        let until = tokio::time::Instant::from_std(give_up);
        let end = tokio::time::timeout_at(until, delivery).await;
        let (tally, failed) = std::mem::take(&mut *lock(&round.tally));
        sum(&mut total, tally);
        let longest = failed.iter().map(|(_, wait)| *wait).max();
        who = failed.into_iter().map(|(who, _)| who).collect();
        let taken = round.next.load(Ordering::Relaxed).min(round.who.len());
        who.extend_from_slice(&round.who[taken..]);
        let wait = match end {
            Ok(End::Stalled { until, .. }) => until - Instant::now(),
            Ok(_) => longest.unwrap_or_default(),
            Err(_) => break,
        };
        if !who.is_empty() {
            tokio::time::sleep(wait).await;
        }
    }
    total
}

/// Adds what became of more messages.
pub fn sum(total: &mut Tally, more: Tally) {
    total.accepted += more.accepted;
    total.gone += more.gone;
    total.too_large += more.too_large;
    total.throttled += more.throttled;
    total.refused += more.refused;
    total.malformed += more.malformed;
    total.unavailable += more.unavailable;
    total.failed += more.failed;
}
