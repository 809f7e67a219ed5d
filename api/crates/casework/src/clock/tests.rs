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
    // Ten days, three days, and nine of those before the twentieth of January: the tenth is the
    // day of receipt, which is not counted and so cannot come back.
    assert_eq!(ends, vec![date(2026, 6, 1); 6]);
}

/// Row `calendar` of `content/permits/deadlines.toml`: "the starting day does not count". A day
/// that takes nothing from the budget gives nothing back when time stands still on it.
#[test]
fn the_day_of_receipt_stands_still_only_where_it_counts() {
    let received = date(2026, 1, 10);
    let until = date(2026, 1, 15);
    let mut out = clock();
    out.suspend(still(received, until));
    // The eleventh to the fourteenth.
    assert_eq!(due(&out, date(2026, 2, 1)), date(2026, 5, 14));
    let mut next = clock();
    next.suspend(still(date(2026, 1, 11), until));
    assert_eq!(due(&next, date(2026, 2, 1)), date(2026, 5, 14), "the same as from the day after");
    let mut alone = clock();
    alone.suspend(still(received, date(2026, 1, 11)));
    assert_eq!(due(&alone, date(2026, 2, 1)), date(2026, 5, 10), "that day alone changes nothing");
    let counted = DayCount { first_day_counts: true, roll: Roll::None };
    let mut counted = Clock::start(received, Period::months(4), counted);
    assert_eq!(due(&counted, date(2026, 2, 1)), date(2026, 5, 9));
    counted.suspend(still(received, until));
    assert_eq!(due(&counted, date(2026, 2, 1)), date(2026, 5, 14), "the tenth to the fourteenth");
}

const WORKING: DayCount = DayCount { first_day_counts: false, roll: Roll::NextWorkingDay };

/// Ends on Saturday 16 May 2026, and so on Monday 18 May.
fn over_a_weekend() -> Clock<Original> {
    Clock::start(date(2026, 1, 16), Period::months(4), WORKING)
}

/// Row `calendar-next-working-day` of the same file: "if the last day is a Saturday, a Sunday or
/// a public holiday, the period runs to the next working day". Until the end of that day the
/// time has not run out, so it can stand still.
#[test]
fn a_last_day_that_was_moved_can_stand_still() {
    assert_eq!(due(&over_a_weekend(), date(2026, 5, 1)), date(2026, 5, 18));
    let mut monday = over_a_weekend();
    monday.suspend(still(date(2026, 5, 18), date(2026, 5, 20)));
    assert_eq!(due(&monday, date(2026, 6, 1)), date(2026, 5, 20), "the working day comes back");
    let standing = monday.standing(date(2026, 5, 19), &Calendar::default()).expect("standing");
    assert_eq!(standing, Standing::Still { since: date(2026, 5, 18), days_left: 1 });
    let steps = monday.due(&Calendar::default()).expect("due").expect("an end").steps;
    let told: Vec<_> = steps.iter().filter(|step| matches!(step, Step::StoodStill { .. })).collect();
    let (from, to) = (date(2026, 5, 18), date(2026, 5, 20));
    assert_eq!(told, [&Step::StoodStill { from, until: to, days: 2, to }], "and is told");
    let mut tuesday = over_a_weekend();
    tuesday.suspend(still(date(2026, 5, 19), date(2026, 6, 9)));
    assert_eq!(due(&tuesday, date(2026, 7, 1)), date(2026, 5, 18), "after it the time is over");
}

/// A longer suspension never leads to an earlier end, and the time does not run out while it
/// stands still.
#[test]
fn a_longer_suspension_never_ends_the_time_earlier() {
    let day = |n: i32| date(2026, 5, 8).checked_add(n.days()).expect("day");
    let end = |from: i32, until: i32| {
        let mut one = over_a_weekend();
        one.suspend(still(day(from), day(until)));
        due(&one, date(2026, 12, 31))
    };
    for from in 0..=10 {
        for until in from + 1..30 {
            let own = end(from, until);
            assert!(own >= day(until) && own >= date(2026, 5, 18), "{from} {until}: {own}");
            assert!(end(from, until + 1) >= own, "longer at its end: {from} {until}");
            assert!(from == 0 || end(from - 1, until) >= own, "longer at its beginning: {from} {until}");
        }
    }
}

/// The date that is stored while the time stands still: the one to which it leads if nobody
/// answers.
#[test]
fn an_end_is_known_while_every_suspension_has_one() {
    let calendar = Calendar::default();
    let mut one = clock();
    one.suspend(still(date(2026, 2, 1), date(2026, 3, 4)));
    let last = |clock: &Clock<Original>| clock.due(&calendar).expect("due").map(|due| due.due);
    assert_eq!(last(&one), Some(date(2026, 6, 10)), "thirty-one days, whatever day it is");
    one.suspend(Suspension { from: date(2026, 4, 1), until: None });
    assert_eq!(last(&one), None);
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
