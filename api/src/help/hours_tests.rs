use std::path::Path;

use super::*;
use crate::help::row::{Known, Mark};

fn holidays() -> Holidays {
    Holidays::load(Path::new("../content")).expect("holidays")
}

fn row(days: &str, opens: &str, closes: &str) -> Hours {
    Hours {
        channel: "main".to_owned(),
        freq: "WEEKLY".to_owned(),
        byday: days.split(',').map(str::to_owned).collect(),
        opens_at: Clock::parse(opens),
        closes_at: Clock::parse(closes),
        valid_from: None,
        valid_until: None,
        holidays: "closed".to_owned(),
        answered_by: None,
        languages: Vec::new(),
        by_appointment: false,
        known: Known { mark: Mark::P, publish: true, sources: Vec::new(), confirmed_by_phone_on: None },
    }
}

/// Local time as `2026-11-20 12:00`.
fn at(local: &str) -> i64 {
    let civil: jiff::civil::DateTime = local.replace(' ', "T").parse().expect("a time");
    civil.to_zoned(zone()).expect("in the zone").timestamp().as_millisecond()
}

fn ask(rows: &[Hours], local: &str) -> Open {
    let rows: Vec<&Hours> = rows.iter().collect();
    state(&rows, &[], None, at(local), &holidays())
}

fn local(moment: Option<Timestamp>) -> Option<String> {
    moment.map(|m| m.to_zoned(zone()).strftime("%Y-%m-%d %H:%M").to_string())
}

fn until(open: &Open) -> Option<String> {
    match open {
        Open::Now { until, .. } => local(*until),
        other => panic!("{other:?}"),
    }
}

fn opens(open: &Open) -> Option<String> {
    match open {
        Open::Closed { opens, .. } => local(*opens),
        other => panic!("{other:?}"),
    }
}

const WORK: &str = "MO,TU,WE,TH,FR";
const WEEK: &str = "MO,TU,WE,TH,FR,SA,SU";

/// The line of 0800 30 030: its own team by day, 107 at night, at weekends and on holidays.
fn forwarded() -> Vec<Hours> {
    let by = |mut hours: Hours, who: &str| {
        hours.answered_by = Some(who.to_owned());
        hours
    };
    let mut holiday = by(row("", "00:00", "24:00"), "night");
    holiday.freq = "HOLIDAYS".to_owned();
    holiday.byday.clear();
    vec![
        by(row(WORK, "09:00", "19:00"), "day"),
        by(row(WORK, "00:00", "09:00"), "night"),
        by(row(WORK, "19:00", "24:00"), "night"),
        by(row("SA,SU", "00:00", "24:00"), "night"),
        holiday,
    ]
}

fn answers(open: &Open) -> Option<&str> {
    match open {
        Open::Now { answered_by, .. } => answered_by.as_deref(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_day_has_two_edges() {
    let rows = [row(WORK, "09:00", "17:00")];
    assert_eq!(opens(&ask(&rows, "2026-11-20 08:59")).as_deref(), Some("2026-11-20 09:00"));
    assert_eq!(until(&ask(&rows, "2026-11-20 09:00")).as_deref(), Some("2026-11-20 17:00"));
    assert_eq!(until(&ask(&rows, "2026-11-20 16:59")).as_deref(), Some("2026-11-20 17:00"));
    assert_eq!(
        opens(&ask(&rows, "2026-11-20 17:00")).as_deref(),
        Some("2026-11-23 09:00"),
        "after the weekend"
    );
}

#[test]
fn a_pause_at_noon_closes() {
    let rows = [row("MO", "09:00", "12:00"), row("MO", "13:00", "17:00")];
    assert_eq!(opens(&ask(&rows, "2026-11-23 12:30")).as_deref(), Some("2026-11-23 13:00"));
}

#[test]
fn hours_past_midnight_belong_to_the_day_they_began() {
    let rows = [row("FR", "13:00", "03:00")];
    assert_eq!(
        until(&ask(&rows, "2026-11-21 02:59")).as_deref(),
        Some("2026-11-21 03:00"),
        "night to Saturday"
    );
    assert_eq!(opens(&ask(&rows, "2026-11-21 03:00")).as_deref(), Some("2026-11-27 13:00"));
    assert_eq!(
        opens(&ask(&rows, "2026-11-20 01:00")).as_deref(),
        Some("2026-11-20 13:00"),
        "not the night before"
    );
}

#[test]
fn midnight_joins_two_days() {
    let rows = [row("FR", "20:00", "24:00"), row("SA", "00:00", "06:00")];
    assert_eq!(until(&ask(&rows, "2026-11-20 23:59")).as_deref(), Some("2026-11-21 06:00"));
}

#[test]
fn day_and_night_has_no_end() {
    let mut always = row(WEEK, "00:00", "24:00");
    always.holidays = "open".to_owned();
    for when in ["2026-11-21 03:00", "2026-12-25 12:00", "2026-03-29 03:00", "2026-12-31 23:59"] {
        assert_eq!(until(&ask(std::slice::from_ref(&always), when)), None, "{when}");
    }
}

#[test]
fn a_public_holiday_closes_opens_or_leaves_open_the_question() {
    let mut rows = [row(WORK, "09:00", "17:00")];
    assert_eq!(
        opens(&ask(&rows, "2026-12-25 10:00")).as_deref(),
        Some("2026-12-28 09:00"),
        "Christmas, a Friday"
    );
    rows[0].holidays = "open".to_owned();
    assert!(ask(&rows, "2026-12-25 10:00").is_now());
    rows[0].holidays = "unknown".to_owned();
    assert_eq!(ask(&rows, "2026-12-25 10:00"), Open::Unknown);
    assert_eq!(opens(&ask(&rows, "2026-12-24 18:00")), None, "the next day may or may not be one");
    assert!(ask(&rows, "2026-12-24 10:00").is_now(), "the day before is an ordinary one");
    rows[0].holidays = String::new();
    assert_eq!(ask(&rows, "2026-12-25 10:00"), Open::Unknown, "silence is not a yes");
}

#[test]
fn whit_monday_moves_with_easter() {
    let rows = [row("MO", "09:00", "17:00")];
    assert_eq!(opens(&ask(&rows, "2026-05-25 10:00")).as_deref(), Some("2026-06-01 09:00"));
    assert_eq!(opens(&ask(&rows, "2027-05-17 10:00")).as_deref(), Some("2027-05-24 09:00"));
}

#[test]
fn the_night_is_answered_by_another_and_says_so() {
    let rows = forwarded();
    for (when, who) in [
        ("2026-11-20 08:59", "night"),
        ("2026-11-20 09:00", "day"),
        ("2026-11-20 18:59", "day"),
        ("2026-11-20 19:00", "night"),
        ("2026-11-21 12:00", "night"),
        ("2026-11-22 23:59", "night"),
        ("2026-11-11 10:00", "night"),
        ("2026-12-25 10:00", "night"),
        ("2026-05-01 09:00", "night"),
    ] {
        let open = ask(&rows, when);
        assert_eq!(answers(&open), Some(who), "{when}");
        assert_eq!(until(&open), None, "{when}: somebody always answers");
    }
}

#[test]
fn a_language_is_asked_for_by_the_hour() {
    let mut rows = [row(WEEK, "00:00", "24:00"), row(WORK, "09:00", "17:00")];
    rows[0].languages = vec!["fr".to_owned()];
    rows[1].languages = vec!["en".to_owned()];
    let refs: Vec<&Hours> = rows.iter().collect();
    let ask = |lang: &str, when: &str| state(&refs, &["fr".to_owned()], Some(lang), at(when), &holidays());
    assert!(ask("en", "2026-11-20 10:00").is_now());
    assert!(!ask("en", "2026-11-21 10:00").is_now(), "no English at the weekend");
    assert!(ask("fr", "2026-11-21 10:00").is_now());
    assert!(!ask("nl", "2026-11-20 10:00").is_now());
}

#[test]
fn a_service_language_counts_where_a_row_names_none() {
    let rows = [row(WORK, "09:00", "17:00")];
    let refs: Vec<&Hours> = rows.iter().collect();
    let ask =
        |known: &[String], lang: &str| state(&refs, known, Some(lang), at("2026-11-20 10:00"), &holidays());
    assert!(ask(&["nl".to_owned()], "nl").is_now());
    assert!(!ask(&["nl".to_owned()], "fr").is_now());
    assert!(ask(&[], "fr").is_now(), "nobody has said in which language");
}

#[test]
fn what_may_not_be_published_is_not_used() {
    let mut rows = [row(WEEK, "00:00", "24:00")];
    rows[0].known.publish = false;
    assert_eq!(ask(&rows, "2026-11-20 10:00"), Open::Unknown);
    assert_eq!(ask(&[], "2026-11-20 10:00"), Open::Unknown);
}

#[test]
fn days_without_hours_are_not_hours() {
    let mut rows = [row("FR", "09:00", "17:00")];
    rows[0].opens_at = None;
    rows[0].closes_at = None;
    assert_eq!(ask(&rows, "2026-11-20 10:00"), Open::Unknown);
    assert_eq!(opens(&ask(&rows, "2026-11-19 10:00")), None, "the hour is not known");
}

#[test]
fn a_period_has_a_first_and_a_last_day() {
    let mut rows = [row(WEEK, "09:00", "17:00")];
    rows[0].valid_from = Some("2026-11-20".to_owned());
    rows[0].valid_until = Some("2026-11-21".to_owned());
    assert_eq!(opens(&ask(&rows, "2026-11-19 10:00")).as_deref(), Some("2026-11-20 09:00"));
    assert!(ask(&rows, "2026-11-20 10:00").is_now());
    assert!(ask(&rows, "2026-11-21 16:59").is_now());
    assert_eq!(opens(&ask(&rows, "2026-11-22 10:00")), None);
}

#[test]
fn hours_are_certain_only_when_somebody_called() {
    let mut rows = [row(WEEK, "09:00", "17:00"), row(WEEK, "18:00", "19:00")];
    let confirmed = |open: &Open| match open {
        Open::Now { confirmed, .. } | Open::Closed { confirmed, .. } => *confirmed,
        Open::Unknown => panic!("unknown"),
    };
    assert!(!confirmed(&ask(&rows, "2026-11-20 10:00")));
    rows[0].known.confirmed_by_phone_on = Some("2026-11-02".to_owned());
    assert!(!confirmed(&ask(&rows, "2026-11-20 10:00")), "one row of two");
    rows[1].known.confirmed_by_phone_on = Some("2026-11-02".to_owned());
    assert!(confirmed(&ask(&rows, "2026-11-20 10:00")));
    assert!(confirmed(&ask(&rows, "2026-11-20 20:00")));
}

#[test]
fn clocks_go_forward_in_march() {
    // 29 March 2026: 2:00 becomes 3:00.
    let rows = [row("SU", "02:30", "04:00")];
    assert!(!ask(&rows, "2026-03-29 01:59").is_now());
    assert_eq!(until(&ask(&rows, "2026-03-29 03:30")).as_deref(), Some("2026-03-29 04:00"));
    let rows = [row("SA", "22:00", "06:00")];
    let open = ask(&rows, "2026-03-28 23:00");
    assert_eq!(until(&open).as_deref(), Some("2026-03-29 06:00"), "by the clock on the wall");
    let Open::Now { until: Some(end), .. } = open else { panic!("open") };
    let begun = at("2026-03-28 22:00");
    assert_eq!((end.as_millisecond() - begun) / 3_600_000, 7, "one hour less");
}

#[test]
fn clocks_go_back_in_october() {
    // 25 October 2026: 3:00 becomes 2:00, the hour from 2 to 3 comes twice.
    let rows = [row("SA", "22:00", "06:00")];
    let open = ask(&rows, "2026-10-24 23:00");
    let Open::Now { until: Some(end), .. } = open else { panic!("open") };
    assert_eq!((end.as_millisecond() - at("2026-10-24 22:00")) / 3_600_000, 9, "one hour more");
    let rows = [row("SU", "02:00", "03:00")];
    let first = at("2026-10-25 02:30");
    let refs: Vec<&Hours> = rows.iter().collect();
    for ms in [first, first + 3_600_000] {
        assert!(state(&refs, &[], None, ms, &holidays()).is_now(), "both times it is half past two");
    }
}

#[test]
fn an_appointment_is_told() {
    let mut rows = [row(WORK, "09:00", "17:00")];
    rows[0].by_appointment = true;
    assert!(matches!(ask(&rows, "2026-11-20 10:00"), Open::Now { by_appointment: true, .. }));
}

#[test]
fn absurd_times_are_refused() {
    for text in ["25:00", "24:01", "9:00", "09:60", "-1:00", "09:00:00", "", "٠٩:٠٠", "09h00", "aa:bb"] {
        assert_eq!(Clock::parse(text), None, "{text}");
    }
    assert_eq!(Clock::parse("24:00").map(Clock::printed).as_deref(), Some("23:59"));
    assert_eq!(Clock::parse("07:05").map(|c| c.to_string()).as_deref(), Some("07:05"));
}

#[test]
fn opening_and_closing_at_the_same_time_is_a_whole_day() {
    let rows = [row("FR", "09:00", "09:00")];
    assert_eq!(until(&ask(&rows, "2026-11-21 08:59")).as_deref(), Some("2026-11-21 09:00"));
}
