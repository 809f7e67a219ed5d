//! A set of municipalities.

use serde::{Deserialize, Serialize};

/// A set of municipalities, one bit each in the order of their NIS codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AreaSet(pub u32);

impl AreaSet {
    /// No municipality.
    pub const NONE: Self = Self(0);

    /// Whether no municipality is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether both share a municipality.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Municipalities of either.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Municipalities of this one that are not in the other.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the municipality at this place is in it.
    #[must_use]
    pub fn has(self, index: usize) -> bool {
        self.0 & (1 << index) != 0
    }

    /// Adds the municipality at this place.
    pub fn insert(&mut self, index: usize) {
        self.0 |= 1 << index;
    }

    /// How many municipalities are in it.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// As stored: the bits fit a signed integer of the database.
    #[must_use]
    pub fn to_i32(self) -> i32 {
        i32::from_ne_bytes(self.0.to_ne_bytes())
    }

    /// From storage.
    #[must_use]
    pub fn from_i32(bits: i32) -> Self {
        Self(u32::from_ne_bytes(bits.to_ne_bytes()))
    }
}
