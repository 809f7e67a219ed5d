//! Places on the lane of a push service.
//!
//! A shard has a place of its own until its last message is drawn, not until that is
//! answered: one phone that is answered for slowly, or not at all, holds up nobody else.

use std::sync::{Arc, OnceLock};

use tokio::sync::Notify;

use super::batch::Sending;

/// Shards with messages to draw: with two of them a lane never runs dry in between.
const AHEAD: usize = 2;
/// Shards at all, with those that only wait for answers: after a crash all of them are sent
/// again.
const MOST_OPEN: usize = 32;

/// How far a shard is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Messages are still to be drawn.
    Full,
    /// Only answers are waited for.
    Drawn,
    /// The same, and a newer message of the chain is out.
    Withdrawn,
}

/// The place of one shard.
pub struct Place {
    priority: i32,
    bell: Arc<Notify>,
    sending: OnceLock<Arc<Sending>>,
}

impl Place {
    /// A place for a shard of this priority; the bell rings when its last message is drawn.
    #[must_use]
    pub fn new(priority: i32, bell: Arc<Notify>) -> Self {
        Self { priority, bell, sending: OnceLock::new() }
    }

    /// What rings when the last message is drawn.
    #[must_use]
    pub fn bell(&self) -> Arc<Notify> {
        self.bell.clone()
    }

    /// From now on the place is as full as this delivery.
    pub fn follow(&self, sending: &Arc<Sending>) {
        self.sending.get_or_init(|| sending.clone());
    }

    fn stage(&self) -> Stage {
        match self.sending.get() {
            Some(sending) if sending.is_withdrawn() => Stage::Withdrawn,
            Some(sending) if sending.is_drawn() => Stage::Drawn,
            _ => Stage::Full,
        }
    }
}

/// Only a shard of a higher priority than this finds room beside those that are on the lane.
#[must_use]
pub fn room_above<'a>(places: impl Iterator<Item = &'a Place>) -> i32 {
    above(&places.map(|place| (place.priority, place.stage())).collect::<Vec<_>>())
}

fn above(places: &[(i32, Stage)]) -> i32 {
    let full = places.iter().filter(|(_, stage)| *stage == Stage::Full);
    // Whoever waits for the newer message does not wait for answers to the older one.
    let open = places.iter().filter(|(_, stage)| *stage != Stage::Withdrawn);
    highest(full, AHEAD).max(highest(open, MOST_OPEN))
}

/// The lowest of the so many highest priorities; of fewer shards, below all.
fn highest<'a>(places: impl Iterator<Item = &'a (i32, Stage)>, many: usize) -> i32 {
    let mut priorities: Vec<i32> = places.map(|(priority, _)| *priority).collect();
    priorities.sort_unstable_by(|a, b| b.cmp(a));
    priorities.get(many - 1).copied().unwrap_or(i32::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINOR: i32 = 1;
    const EXTREME: i32 = 4;

    #[test]
    fn two_shards_stand_together_and_more_urgent_ones_beside_them() {
        let full = |priority| (priority, Stage::Full);
        assert_eq!(above(&[]), i32::MIN);
        assert_eq!(above(&[full(MINOR)]), i32::MIN);
        assert_eq!(above(&[full(MINOR), full(MINOR)]), MINOR);
        assert_eq!(above(&[full(MINOR), full(MINOR), full(EXTREME)]), MINOR, "a second urgent one");
        assert_eq!(above(&[full(MINOR), full(EXTREME), full(EXTREME)]), EXTREME);
    }

    #[test]
    fn answers_that_are_late_hold_up_nobody() {
        let mut places = vec![(EXTREME, Stage::Drawn); MOST_OPEN - 1];
        assert_eq!(above(&places), i32::MIN);
        places.push((MINOR, Stage::Full));
        assert_eq!(above(&places), MINOR, "what is more urgent still finds room");
        places.push((EXTREME, Stage::Full));
        assert_eq!(above(&places), EXTREME);
        // A newer message of the chain is out: it waits for none of them.
        for (_, stage) in &mut places {
            *stage = Stage::Withdrawn;
        }
        assert_eq!(above(&places), i32::MIN);
    }
}
