//! Which reminders are due, each once.

use jiff::ToSpan;
use jiff::civil::Date;

/// The thresholds (days after the start) that are due today and were not sent. Asking
/// twice gives the same answer until the caller has kept what it sent; after a pause of
/// the system only the latest is worth sending, the earlier ones are kept with it.
#[must_use]
pub fn due(start: Date, thresholds: &[i32], sent: &[i32], today: Date) -> Vec<i32> {
    let mut due: Vec<i32> = thresholds
        .iter()
        .copied()
        .filter(|days| !sent.contains(days))
        .filter(|days| start.checked_add(days.days()).is_ok_and(|day| day <= today))
        .collect();
    due.sort_unstable();
    due.dedup();
    due
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn each_threshold_is_due_once() {
        let start = date(2026, 1, 1);
        assert!(due(start, &[7, 14, 21], &[], date(2026, 1, 7)).is_empty());
        assert_eq!(due(start, &[7, 14, 21], &[], date(2026, 1, 8)), [7]);
        assert!(due(start, &[7, 14, 21], &[7], date(2026, 1, 8)).is_empty());
        assert_eq!(due(start, &[21, 7, 14], &[7], date(2026, 3, 1)), [14, 21]);
    }
}
