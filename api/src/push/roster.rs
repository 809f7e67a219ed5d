//! All subscribers of one process, in memory, ready to be told.
//!
//! A subscriber costs about 430 bytes: the path of the endpoint, two keys, a
//! choice in four integers and a prepared key agreement. They stand in the
//! order of their slots, so a shard is a range; each segment has its own lock,
//! so that preparing agreements and sending do not wait for each other.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use safe_sealing::{Agreement, Receiver};

use super::entity::{shard, subscription};
use crate::alert::entity::Model as Alert;
use crate::i18n::Lang;

/// Subscribers under one lock.
const SEGMENT: usize = 1024;

/// One subscriber.
pub struct Subscriber {
    path: Box<str>,
    p256dh: [u8; 65],
    auth: [u8; 16],
    lang: Lang,
    severity_rank: u8,
    categories: u16,
    areas: u32,
    agreement: Option<Agreement>,
}

impl Subscriber {
    /// Path of the endpoint: a secret.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Keys of the phone.
    #[must_use]
    pub fn receiver(&self) -> Receiver {
        Receiver::from_checked(self.p256dh, self.auth)
    }

    /// The prepared agreement, given out once.
    pub fn take_agreement(&mut self) -> Option<Agreement> {
        self.agreement.take()
    }
}

/// What a publication asks of a subscriber.
#[derive(Debug, Clone, Copy)]
pub struct Reach {
    /// Municipalities, as bits.
    pub areas: u32,
    /// Severity.
    pub severity_rank: u8,
    /// Categories, as bits.
    pub categories: u16,
}

impl Reach {
    /// Whom an alert concerns: the whole chain, so that all who were told of it
    /// are told of its end.
    #[must_use]
    pub fn of(alert: &Alert) -> Self {
        Self {
            areas: crate::area::AreaSet::from_i32(alert.reach_areas).0,
            severity_rank: u8::try_from(alert.reach_severity_rank).unwrap_or(4),
            categories: u16::try_from(alert.reach_categories).unwrap_or(u16::MAX),
        }
    }

    /// Everybody: for a test of one phone.
    #[must_use]
    pub fn everybody() -> Self {
        Self { areas: u32::MAX, severity_rank: u8::MAX, categories: u16::MAX }
    }

    /// Whether a subscriber is meant.
    #[must_use]
    pub fn meets(&self, subscriber: &Subscriber) -> bool {
        self.areas & subscriber.areas != 0
            && self.categories & subscriber.categories != 0
            && self.severity_rank >= subscriber.severity_rank
    }
}

type Segment = Mutex<Vec<Option<Subscriber>>>;

/// Subscribers of one push service.
#[derive(Default)]
pub struct Slots {
    segments: RwLock<Vec<Arc<Segment>>>,
}

fn place(slot: i64) -> Option<(usize, usize)> {
    let slot = usize::try_from(slot).ok()?;
    Some((slot / SEGMENT, slot % SEGMENT))
}

impl Slots {
    fn segment(&self, index: usize) -> Option<Arc<Segment>> {
        self.segments.read().unwrap_or_else(PoisonError::into_inner).get(index).cloned()
    }

    fn put(&self, slot: i64, subscriber: Option<Subscriber>) -> Option<Subscriber> {
        let (index, offset) = place(slot)?;
        if self.segment(index).is_none() {
            let mut segments = self.segments.write().unwrap_or_else(PoisonError::into_inner);
            while segments.len() <= index {
                segments.push(Arc::default());
            }
        }
        let segment = self.segment(index)?;
        let mut rows = segment.lock().unwrap_or_else(PoisonError::into_inner);
        if rows.len() <= offset {
            if rows.capacity() == 0 {
                rows.reserve_exact(SEGMENT);
            }
            rows.resize_with(offset + 1, || None);
        }
        std::mem::replace(&mut rows[offset], subscriber)
    }

    /// Visits the subscribers of a range, up to `most` of those that the
    /// visitor takes, under one lock at a time; the answer is where to go on.
    pub fn visit(
        &self,
        first: i64,
        end: i64,
        most: usize,
        mut visitor: impl FnMut(i64, &mut Subscriber) -> bool,
    ) -> i64 {
        let mut slot = first;
        let mut taken = 0;
        while slot < end && taken < most {
            let Some((index, offset)) = place(slot) else { return end };
            let Some(segment) = self.segment(index) else { return end };
            let mut rows = segment.lock().unwrap_or_else(PoisonError::into_inner);
            let last = usize::try_from(end - slot).unwrap_or(0).saturating_add(offset).min(SEGMENT);
            let mut at = offset;
            while at < last && taken < most {
                if let Some(Some(subscriber)) = rows.get_mut(at)
                    && visitor(slot, subscriber)
                {
                    taken += 1;
                }
                at += 1;
                slot += 1;
            }
        }
        slot
    }

    /// How many of a range are meant.
    #[must_use]
    pub fn count(&self, first: i64, end: i64, reach: &Reach) -> i64 {
        let mut count = 0;
        self.visit(first, end, usize::MAX, |_, subscriber| {
            count += i64::from(reach.meets(subscriber));
            false
        });
        count
    }

    /// Prepares agreements for up to `most` subscribers from a place on; the
    /// answer is the next place, or none at the end, and how many were made.
    pub fn prepare(&self, from: i64, most: usize) -> (Option<i64>, usize) {
        let mut wanting = Vec::with_capacity(most);
        let end = self.end();
        let next = self.visit(from, end, most, |slot, subscriber| {
            if subscriber.agreement.is_some() {
                return false;
            }
            wanting.push((slot, subscriber.receiver()));
            true
        });
        let mut made = 0;
        for (slot, receiver) in wanting {
            let Ok(agreement) = Agreement::prepare(&receiver) else { continue };
            let mut ready = Some(agreement);
            self.visit(slot, slot + 1, 1, |_, subscriber| {
                // The phone may have changed its keys in between.
                if subscriber.p256dh == *receiver.p256dh() && subscriber.agreement.is_none() {
                    subscriber.agreement = ready.take();
                    made += 1;
                }
                true
            });
        }
        ((next < end).then_some(next), made)
    }

    fn end(&self) -> i64 {
        let segments = self.segments.read().unwrap_or_else(PoisonError::into_inner);
        i64::try_from(segments.len() * SEGMENT).unwrap_or(i64::MAX)
    }
}

/// All push services of a process.
#[derive(Default)]
pub struct Roster {
    origins: RwLock<HashMap<i32, Arc<Slots>>>,
    /// Subscribers in memory.
    pub subscribers: std::sync::atomic::AtomicI64,
    /// Agreements ready.
    pub agreements: std::sync::atomic::AtomicI64,
    seen: tokio::sync::Mutex<i64>,
    sending: std::sync::atomic::AtomicI64,
}

/// While it lives, agreements are prepared more slowly.
pub struct Busy<'a>(&'a std::sync::atomic::AtomicI64);

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, std::sync::atomic::Ordering::Relaxed);
    }
}

impl Roster {
    /// Says that sending goes on.
    pub fn busy(&self) -> Busy<'_> {
        self.sending.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Busy(&self.sending)
    }

    /// Whether sending goes on.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.sending.load(std::sync::atomic::Ordering::Relaxed) > 0
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
        use std::sync::atomic::Ordering::Relaxed;
        let slots = self.slots(row.origin_id);
        let slot = row.slot;
        let subscriber = if row.gone { None } else { subscriber(row) };
        let came = i64::from(subscriber.is_some());
        let before = slots.put(slot, subscriber);
        self.subscribers.fetch_add(came - i64::from(before.is_some()), Relaxed);
        if before.is_some_and(|before| before.agreement.is_some()) {
            self.agreements.fetch_sub(1, Relaxed);
        }
    }

    /// Forgets one subscriber.
    pub fn forget(&self, origin_id: i32, slot: i64) {
        use std::sync::atomic::Ordering::Relaxed;
        if let Some(before) = self.slots(origin_id).put(slot, None) {
            self.subscribers.fetch_sub(1, Relaxed);
            self.agreements.fetch_sub(i64::from(before.agreement.is_some()), Relaxed);
        }
    }

    /// Reads what changed since the last time; the first time, everything.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn refresh(&self, db: &sea_orm::DatabaseConnection) -> Result<(), sea_orm::DbErr> {
        let mut seen = self.seen.lock().await;
        loop {
            let rows = super::subscriptions::changed_after(db, *seen, 10_000).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            *seen = last.changed;
            for row in rows {
                self.apply(row);
            }
        }
    }
}

fn subscriber(row: subscription::Model) -> Option<Subscriber> {
    Some(Subscriber {
        path: row.path.into_boxed_str(),
        p256dh: row.p256dh.try_into().ok()?,
        auth: row.auth.try_into().ok()?,
        lang: Lang::parse(&row.lang)?,
        severity_rank: u8::try_from(row.severity_rank).ok()?,
        categories: u16::try_from(row.categories).ok()?,
        areas: crate::area::AreaSet::from_i32(row.areas).0,
        agreement: None,
    })
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
