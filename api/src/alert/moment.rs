//! Moments as people read them.

use time::OffsetDateTime;

use crate::clock;
use crate::i18n::{Args, Lang};

/// Hour and minute. French, Dutch and Spanish write an hour as it is said; the others with two
/// digits.
fn clock_args(at: OffsetDateTime, lang: Lang) -> Args {
    let hour = match lang.code() {
        "fr" | "nl" | "es" => at.hour().to_string(),
        _ => format!("{:02}", at.hour()),
    };
    Args::new().with("hour", hour).with("minute", format!("{:02}", at.minute()))
}

/// A moment as people read it: the hour today, with the day otherwise.
#[must_use]
pub fn moment(at: OffsetDateTime, now_ms: i64, lang: Lang) -> String {
    let at = clock::brussels(clock::ms_of(at));
    let args = clock_args(at, lang)
        .with("day", lang.day_of_month(at.day()))
        .with("month", lang.text(&format!("month-{}", u8::from(at.month()))))
        .with("year", at.year().to_string());
    if at.date() == clock::brussels(now_ms).date() {
        lang.text_with("clock-time", &args)
    } else {
        lang.text_with("clock-date-time", &args)
    }
}

/// A moment in as few signs as tell it: day, month and hour. What is made once and read for
/// days says the day always, since "today" would be wrong after midnight; the year is left out
/// where everything is of the last weeks.
#[must_use]
pub fn brief(at: OffsetDateTime, lang: Lang) -> String {
    let at = clock::brussels(clock::ms_of(at));
    let args = clock_args(at, lang)
        .with("day", at.day().to_string())
        .number("number", i64::from(u8::from(at.month())));
    lang.text_with("clock-brief", &args)
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn a_brief_moment_has_day_month_and_hour_in_every_language() {
        // Five minutes past midnight in Brussels is still the day before in Greenwich.
        let at = datetime!(2026-11-04 23:05 UTC);
        for lang in Lang::all() {
            let said = brief(at, lang);
            for part in ["5", if lang == Lang::EN { "Nov" } else { "11" }, "05"] {
                assert!(said.contains(part), "{lang}: {said}");
            }
            assert!(!said.contains(' '), "{lang}: {said} would break inside");
            assert!(said.chars().count() <= 16, "{lang}: {said}");
        }
        assert_eq!(brief(at, Lang::FR).replace('\u{a0}', " "), "5/11 à 0 h 05");
        assert_eq!(brief(at, Lang::NL).replace('\u{a0}', " "), "5/11, 0.05 u.");
        assert_eq!(brief(at, Lang::EN).replace('\u{a0}', " "), "5 Nov, 00:05");
    }
}
