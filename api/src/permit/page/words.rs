//! Days and times as people write them.

use crate::i18n::{Args, Lang};

/// « 21 novembre 2026 ».
pub fn date(lang: Lang, day: jiff::civil::Date) -> String {
    lang.date(day)
}

/// A stored day, or nothing.
pub fn stored(lang: Lang, day: Option<&str>) -> String {
    day.and_then(crate::permit::numbers::day).map(|day| date(lang, day)).unwrap_or_default()
}

/// « 21 novembre 2026 à 14 h 05 », in Brussels.
pub fn moment(lang: Lang, ms: i64) -> String {
    let at = crate::clock::brussels(ms);
    let month = lang.text(&format!("month-{}", u8::from(at.month())));
    let args = Args::new()
        .with("day", lang.day_of_month(at.day()))
        .with("month", month)
        .with("year", at.year().to_string())
        .with("hour", at.hour().to_string())
        .with("minute", format!("{:02}", at.minute()));
    lang.text_with("clock-date-time", &args)
}

/// « 14 h 05 », in Brussels.
pub fn time(lang: Lang, ms: i64) -> String {
    let at = crate::clock::brussels(ms);
    let args = Args::new().with("hour", at.hour().to_string()).with("minute", format!("{:02}", at.minute()));
    lang.text_with("permits-time", &args)
}

/// An amount in euro, as the language writes it.
pub fn money(lang: Lang, cents: i64) -> String {
    let args =
        Args::new().with("euro", (cents / 100).to_string()).with("cents", format!("{:02}", cents % 100));
    lang.text_with("permits-money", &args)
}

/// A size of a file.
pub fn size(lang: Lang, bytes: u64) -> String {
    let (id, value) = if bytes >= 1024 * 1024 {
        ("permits-size-mb", bytes / (1024 * 1024))
    } else {
        ("permits-size-kb", bytes.div_ceil(1024))
    };
    lang.text_with(id, &Args::new().with("size", value.to_string()))
}
