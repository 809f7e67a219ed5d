//! Numbers that look like chance and are the same for the same seed.

use uuid::Uuid;

/// SplitMix64 (Steele, Lea and Flood, 2014): small, quick, and good enough to spread rows.
pub(super) struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^ (x >> 31)
    }

    /// A number from `from` up to, not including, `to`.
    pub fn between(&mut self, from: i64, to: i64) -> i64 {
        let width = u64::try_from(to - from).unwrap_or(0).max(1);
        from + i64::try_from(self.next() % width).unwrap_or(0)
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, share: u64) -> bool {
        self.next() % 100 < share
    }

    /// One of a list.
    pub fn one<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[usize::try_from(self.next() % list.len() as u64).unwrap_or(0)]
    }

    /// One of a list in which each has a weight.
    pub fn weighted<T: Copy>(&mut self, list: &[(T, u64)]) -> T {
        let mut left = self.next() % list.iter().map(|(_, weight)| weight).sum::<u64>();
        for (what, weight) in list {
            if left < *weight {
                return *what;
            }
            left -= weight;
        }
        list[0].0
    }

    /// An id of its moment, as the ledger orders its lines by it (RFC 9562, version 7).
    pub fn id(&mut self, at_ms: i64) -> Uuid {
        let mut rest = [0u8; 10];
        rest[..8].copy_from_slice(&self.next().to_be_bytes());
        rest[8..].copy_from_slice(&self.next().to_be_bytes()[..2]);
        uuid::Builder::from_unix_timestamp_millis(u64::try_from(at_ms).unwrap_or(0), &rest).into_uuid()
    }
}
