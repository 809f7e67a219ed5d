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
    /// The count of a shard, if it is known. The visit itself holds no lock: it waits for
    /// those who send.
    pub fn known(&self, shard: &shard::Model) -> Option<i64> {
        let mut shards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if shards.version != shard.version {
            *shards = Shards { version: shard.version, counts: HashMap::new() };
        }
        shards.counts.get(&shard.id).copied()
    }

    /// Keeps the count of a shard.
    pub fn note(&self, shard: &shard::Model, count: i64) {
        let mut shards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if shards.version == shard.version {
            shards.counts.insert(shard.id, count);
        }
    }
}
