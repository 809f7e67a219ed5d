//! How many phones each open shard means, counted once: whoever follows a sending
//! asks several times a second, and a million phones are too many to visit each time.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::entity::shard;

/// Counts of the shards of the publication that was asked for last.
#[derive(Debug, Default)]
pub struct Counted(Mutex<Shards>);

#[derive(Debug, Default)]
struct Shards {
    version: i64,
    counts: HashMap<i64, i64>,
}

impl Counted {
    /// The count of a shard; `count` is asked when it is not known.
    pub fn of(&self, shard: &shard::Model, count: impl FnOnce() -> i64) -> i64 {
        let known = {
            let mut shards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if shards.version != shard.version {
                *shards = Shards { version: shard.version, counts: HashMap::new() };
            }
            shards.counts.get(&shard.id).copied()
        };
        // The visit itself holds no lock: it waits for those who send.
        known.unwrap_or_else(|| {
            let counted = count();
            let mut shards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if shards.version == shard.version {
                shards.counts.insert(shard.id, counted);
            }
            counted
        })
    }
}
