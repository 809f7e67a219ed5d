//! All subscribers of one process, in memory, ready to be told.
//!
//! A subscriber costs about 430 bytes: the path of the endpoint, two keys, a
//! choice in four integers and a prepared key agreement. They stand in the
//! order of their slots, so a shard is a range; each segment has its own lock,
//! so that preparing agreements and sending do not wait for each other.
//!
//! - `subscriber`: one of them, and whom a publication means;
//! - `slots`: those of one push service.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};
use std::sync::{Arc, PoisonError, RwLock};

use super::entity::{shard, subscription};
use super::subscriptions;
use crate::alert::entity::Model as Alert;

mod slots;
mod subscriber;

pub use slots::Slots;
pub use subscriber::{Reach, Subscriber};

/// All push services of a process.
#[derive(Default)]
pub struct Roster {
    origins: RwLock<HashMap<i32, Arc<Slots>>>,
    /// Subscribers in memory.
    pub subscribers: AtomicI64,
    /// Agreements ready.
    pub agreements: AtomicI64,
    seen: tokio::sync::Mutex<i64>,
    sending: AtomicI64,
}

/// While it lives, agreements are prepared more slowly.
pub struct Busy<'a>(&'a AtomicI64);

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Relaxed);
    }
}

impl Roster {
    /// Says that sending goes on.
    pub fn busy(&self) -> Busy<'_> {
        self.sending.fetch_add(1, Relaxed);
        Busy(&self.sending)
    }

    /// Whether sending goes on.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.sending.load(Relaxed) > 0
    }

    /// The subscribers of a push service.
    #[must_use]
    pub fn slots(&self, origin_id: i32) -> Arc<Slots> {
        if let Some(slots) = self.origins.read().unwrap_or_else(PoisonError::into_inner).get(&origin_id) {
            return slots.clone();
        }
        let mut origins = self.origins.write().unwrap_or_else(PoisonError::into_inner);
        origins.entry(origin_id).or_default().clone()
    }

    /// Ids of the push services with subscribers.
    #[must_use]
    pub fn origin_ids(&self) -> Vec<i32> {
        self.origins.read().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }

    /// How many of a shard are meant by an alert.
    #[must_use]
    pub fn count(&self, alert: &Alert, shard: &shard::Model) -> i64 {
        self.slots(shard.origin_id).count(shard.first_slot, shard.end_slot, &Reach::of(alert))
    }

    /// Takes up a row that is new, changed or gone.
    pub fn apply(&self, row: subscription::Model) {
        let slots = self.slots(row.origin_id);
        let slot = row.slot;
        let subscriber = if row.gone { None } else { Subscriber::of(row) };
        let came = i64::from(subscriber.is_some());
        let before = slots.put(slot, subscriber);
        self.subscribers.fetch_add(came - i64::from(before.is_some()), Relaxed);
        if before.is_some_and(|before| before.is_prepared()) {
            self.agreements.fetch_sub(1, Relaxed);
        }
    }

    /// Forgets one subscriber.
    pub fn forget(&self, origin_id: i32, slot: i64) {
        if let Some(before) = self.slots(origin_id).put(slot, None) {
            self.subscribers.fetch_sub(1, Relaxed);
            self.agreements.fetch_sub(i64::from(before.is_prepared()), Relaxed);
        }
    }

    /// Reads what changed since the last time; the first time, everything.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn refresh(&self, db: &sea_orm::DatabaseConnection) -> Result<(), sea_orm::DbErr> {
        let mut seen = self.seen.lock().await;
        loop {
            let rows = subscriptions::changed_after(db, *seen, 10_000).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            *seen = last.changed;
            for row in rows {
                self.apply(row);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use safe_sealing::ReceiverKeys;

    fn row(slot: i64, areas: i32, severity_rank: i32) -> subscription::Model {
        let keys = ReceiverKeys::generate().expect("keys");
        subscription::Model {
            origin_id: 1,
            slot,
            id: uuid::Uuid::now_v7(),
            path: format!("/send/{slot}"),
            path_hash: String::new(),
            p256dh: keys.public().to_vec(),
            auth: keys.auth().to_vec(),
            lang: "fr".to_owned(),
            areas,
            severity_rank,
            categories: 1,
            token_hash: String::new(),
            created_at_ms: 0,
            seen_at_ms: 0,
            changed: slot,
            gone: false,
        }
    }

    #[test]
    fn a_range_holds_only_whom_it_concerns() {
        let roster = Roster::default();
        for slot in 0..3000 {
            roster.apply(row(slot, if slot % 2 == 0 { 1 } else { 2 }, 1));
        }
        let reach = Reach { areas: 2, severity_rank: 3, categories: 1 };
        let slots = roster.slots(1);
        assert_eq!(slots.count(0, 3000, &reach), 1500);
        assert_eq!(slots.count(1000, 1100, &reach), 50);
        roster.forget(1, 1001);
        assert_eq!(slots.count(1000, 1100, &reach), 49);
    }

    #[test]
    fn agreements_are_prepared_and_given_out_once() {
        let roster = Roster::default();
        for slot in 0..10 {
            roster.apply(row(slot, 1, 1));
        }
        let slots = roster.slots(1);
        let (_, made) = slots.prepare(0, 100);
        assert_eq!(made, 10);
        let mut taken = 0;
        for _ in 0..2 {
            slots.visit(0, 10, 100, |_, s| {
                taken += i32::from(s.take_agreement().is_some());
                false
            });
        }
        assert_eq!(taken, 10);
    }
}
