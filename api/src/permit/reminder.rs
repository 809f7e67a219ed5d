//! Reminders on certain days after something was asked. After a pause of the system only the
//! latest that is due is worth sending: those before it count as sent with it.

use jiff::civil::Date;
use safe_permits::deadline::Unit;
use sea_orm::{ColumnTrait, Condition};

const DAY_MS: i64 = 86_400_000;

/// One of the reminders of a row, and whose turn it is: who was asked at least `from` days ago,
/// and for whom the next reminder is not due yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which it is, from 1. Whoever got it has had this many.
    pub number: i64,
    from: i32,
    next: Option<i32>,
}

/// The reminders of a row, whose days may stand in any order.
pub fn steps(days: &[i32]) -> impl Iterator<Item = Step> {
    let mut days = days.to_vec();
    days.sort_unstable();
    days.dedup();
    (1..).zip(0..days.len()).map(move |(number, at)| Step {
        number,
        from: days[at],
        next: days.get(at + 1).copied(),
    })
}

impl Step {
    /// Rows that were asked at a moment for which it is the turn of this reminder.
    pub fn of_moment(self, asked_at: impl ColumnTrait, now_ms: i64) -> Condition {
        let back = |days: i32| now_ms - i64::from(days) * DAY_MS;
        Condition::all()
            .add(asked_at.lte(back(self.from)))
            .add_option(self.next.map(|next| asked_at.gt(back(next))))
    }

    /// The same, for rows that were asked on a day.
    pub fn of_day(self, asked_on: impl ColumnTrait, today: Date) -> Condition {
        let back = |days: i32| Unit::Days.after(today, -days).to_string();
        Condition::all()
            .add(asked_on.lte(back(self.from)))
            .add_option(self.next.map(|next| asked_on.gt(back(next))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_reminders_the_latest_has_its_turn() {
        let turn = |days: i32| {
            let due = |step: &Step| step.from <= days && step.next.is_none_or(|next| days < next);
            steps(&[21, 7, 14]).filter(due).map(|step| step.number).collect::<Vec<_>>()
        };
        for (days, numbers) in
            [(6, vec![]), (7, vec![1]), (13, vec![1]), (14, vec![2]), (21, vec![3]), (90, vec![3])]
        {
            assert_eq!(turn(days), numbers, "after {days} days");
        }
        assert_eq!(steps(&[]).count(), 0);
    }
}
