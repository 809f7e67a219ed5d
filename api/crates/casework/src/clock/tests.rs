//! Times that stand still, are extended or have run out.

use jiff::civil::date;

use super::*;
use crate::days::Roll;

const COUNT: DayCount = DayCount { first_day_counts: false, roll: Roll::None };

fn clock() -> Clock<Original> {
    Clock::start(date(2026, 1, 10), Period::months(4), COUNT)
}

fn due<S>(clock: &Clock<S>, today: Date) -> Date {
    match clock.standing(today, &Calendar::default()).expect("standing") {
        Standing::Running { due, .. } | Standing::Overdue { due, .. } => due.due,
        Standing::Still { .. } => panic!("stands still"),
    }
}

fn still(from: Date, until: Date) -> Suspension {
    Suspension { from, until: Some(until) }
}

#[test]
fn days_left_count_the_last_day_and_the_day_after_is_one_too_late() {
    let standing = |day| clock().standing(day, &Calendar::default()).expect("standing");
    assert!(matches!(standing(date(2026, 5, 10)), Standing::Running { days_left: 1, .. }));
    assert!(matches!(standing(date(2026, 5, 11)), Standing::Overdue { days: 1, .. }));
}

#[test]
fn suspended_days_come_back_at_the_end_and_overlaps_count_once() {
    let mut one = clock();
    one.suspend(still(date(2026, 2, 1), date(2026, 2, 11)));
    assert_eq!(due(&one, date(2026, 3, 1)), date(2026, 5, 20));
    one.suspend(still(date(2026, 2, 5), date(2026, 2, 21)));
    assert_eq!(due(&one, date(2026, 3, 1)), date(2026, 5, 30));
    one.suspend(still(date(2026, 2, 21), date(2026, 2, 22)));
    assert_eq!(due(&one, date(2026, 3, 1)), date(2026, 5, 31));
}

#[test]
fn the_order_in_which_suspensions_are_written_does_not_matter() {
    let spans = [
        still(date(2026, 2, 1), date(2026, 2, 11)),
        still(date(2026, 3, 1), date(2026, 3, 4)),
        still(date(2026, 1, 1), date(2026, 1, 20)),
    ];
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    let ends: Vec<Date> = orders
        .iter()
        .map(|order| {
            let mut clock = clock();
            for place in order {
                clock.suspend(spans[*place]);
            }
            due(&clock, date(2026, 4, 1))
        })
        .collect();
    // Ten days, three days, and ten of the days before the twentieth of January.
    assert_eq!(ends, vec![date(2026, 6, 2); 6]);
}

#[test]
fn a_suspension_that_begins_too_late_changes_nothing() {
    let mut late = clock();
    late.suspend(still(date(2026, 5, 11), date(2026, 8, 1)));
    assert_eq!(due(&late, date(2026, 9, 1)), date(2026, 5, 10));
}

#[test]
fn an_open_suspension_stands_still_however_long() {
    let mut open = clock();
    open.suspend(Suspension { from: date(2026, 3, 1), until: None });
    for day in [date(2026, 3, 1), date(2026, 12, 1), date(2030, 1, 1)] {
        let standing = open.standing(day, &Calendar::default()).expect("standing");
        assert_eq!(standing, Standing::Still { since: date(2026, 3, 1), days_left: 71 });
    }
    assert_eq!(due(&open, date(2026, 2, 28)), date(2026, 5, 10));
}

#[test]
fn one_reasoned_extension_in_time() {
    let calendar = Calendar::default();
    let six = Extension::new(Period::months(6), "the prosecutor's advice is awaited").expect("reason");
    assert_eq!(Extension::new(Period::months(6), "  "), Err(Void::NoReason));
    let long = Extension::new(Period::months(7), "x").expect("reason");
    let most = Period::months(6);
    let extend = |extension, on| clock().extend(extension, most, on, &calendar);
    assert_eq!(extend(long, date(2026, 4, 1)).err(), Some(Void::TooLong));
    assert_eq!(extend(six.clone(), date(2026, 5, 11)).err(), Some(Void::TooLate));
    let mut extended = extend(six, date(2026, 5, 10)).expect("extended");
    assert_eq!(due(&extended, date(2026, 6, 1)), date(2026, 11, 10));
    extended.suspend(still(date(2026, 7, 1), date(2026, 7, 3)));
    assert_eq!(due(&extended, date(2026, 8, 1)), date(2026, 11, 12));
}

#[test]
fn every_suspended_day_moves_the_end_by_one() {
    for days in 1..120_i32 {
        let mut one = clock();
        let until = date(2026, 1, 15).checked_add(days.days()).expect("day");
        one.suspend(still(date(2026, 1, 15), until));
        let expected = date(2026, 5, 10).checked_add(days.days()).expect("day");
        assert_eq!(due(&one, date(2026, 12, 31)), expected);
    }
}
