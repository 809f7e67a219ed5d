//! Subscribers of one push service, in the order of their slots.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use safe_sealing::Agreement;

use super::subscriber::{Reach, Subscriber};

/// Subscribers under one lock.
const SEGMENT: usize = 1024;

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

    /// Puts a subscriber into a slot, or empties it; the answer is who was there.
    pub(super) fn put(&self, slot: i64, subscriber: Option<Subscriber>) -> Option<Subscriber> {
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
            if subscriber.is_prepared() {
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
                let taken = ready.take().is_some_and(|ready| subscriber.take_up(&receiver, ready));
                made += usize::from(taken);
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
