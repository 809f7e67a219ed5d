//! A movement and the parts that the bank gives of it, read as one unit: only what leads to the
//! balance is money that came.

use super::Movement;
use super::movement::written;

/// A record of a movement with its code of globalisation: `0` without one, else the level that
/// begins or ends with it.
struct Part {
    movement: Movement,
    code: char,
}

impl Part {
    fn has_level(&self) -> bool {
        matches!(self.code, '1'..='9')
    }
}

/// What counts for the balance, and its parts in their order.
pub(super) struct Group {
    sequence: String,
    total: Part,
    parts: Vec<Part>,
}

impl Group {
    /// A movement whose parts may follow.
    pub(super) fn new(sequence: String, movement: Movement, code: char) -> Self {
        Self { sequence, total: Part { movement, code }, parts: Vec::new() }
    }

    /// Thousandths of euro that count for the balance.
    pub(super) fn milli(&self) -> i64 {
        self.total.movement.milli
    }

    /// Takes a part up; whether it is one of this movement.
    pub(super) fn add(&mut self, sequence: &str, movement: Movement, code: char) -> bool {
        let is_own = self.sequence == sequence;
        if is_own {
            self.parts.push(Part { movement, code });
        }
        is_own
    }

    /// More of the communication of the record that was read last.
    pub(super) fn continue_with(&mut self, more: &str) {
        let Part { movement, .. } = self.parts.last_mut().unwrap_or(&mut self.total);
        movement.communication.push_str(more.trim_end());
        movement.ogm = movement.ogm.or_else(|| written(&movement.communication));
    }

    /// The parts that are no sums of others. A record with the code of a level begins it and is
    /// the sum of what follows; the last part of the level has the same code again.
    fn leaves(parts: Vec<Part>, total: &Part) -> Vec<Movement> {
        let mut levels: Vec<char> = total.has_level().then_some(total.code).into_iter().collect();
        let mut leaves = Vec::new();
        for part in parts {
            if part.has_level() && levels.last() != Some(&part.code) {
                levels.push(part.code);
                continue;
            }
            if part.has_level() {
                levels.pop();
            }
            leaves.push(part.movement);
        }
        leaves
    }

    /// The parts, when they add up to the movement; else the movement alone. Without its parts
    /// nobody knows what it pays, so it keeps no structured communication for a program to follow.
    pub(super) fn into_movements(self) -> Vec<Movement> {
        let Self { mut total, parts, .. } = self;
        if parts.is_empty() {
            return vec![total.movement];
        }
        let leaves = Self::leaves(parts, &total);
        let sum = leaves.iter().try_fold(0_i64, |sum, leaf| sum.checked_add(leaf.milli));
        if !leaves.is_empty() && sum == Some(total.movement.milli) {
            return leaves;
        }
        total.movement.ogm = None;
        vec![total.movement]
    }
}
