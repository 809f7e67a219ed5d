//! Whether a channel answers at a moment, who answers, and when it opens next.
//!
//! Only published rows count. A row whose hours are not given, or that does not say
//! whether it holds on public holidays, makes the answer [`Open::Unknown`] where it
//! could matter: a door that may be shut is never called open.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;

use super::holidays::Holidays;
use super::row::Hours;

/// Days looked ahead: every weekly row comes round at least once, also after a holiday.
const DAYS_AHEAD: i64 = 15;
/// A merged opening longer than this is one without an end.
const ENDLESS_H: i64 = 24 * 8;

/// A local time of day, in minutes from midnight; 1440 is the end of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock(u16);

impl Clock {
    /// Reads `09:30`; `24:00` is the end of the day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let digits = |part: &str| {
            (part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok())?
        };
        let (hour, minute) = (digits(hour)?, digits(minute)?);
        (minute < 60 && (hour < 24 || (hour == 24 && minute == 0))).then_some(Self(hour * 60 + minute))
    }

    /// Whether this is `24:00`, at which nothing opens.
    #[must_use]
    pub const fn is_end_of_day(self) -> bool {
        self.0 == 1440
    }

    /// As HSDS prints it; the end of the day is its last minute.
    #[must_use]
    pub fn printed(self) -> String {
        let minutes = self.0.min(1439);
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a time of day"))
    }
}

/// The state of a channel at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    /// Somebody answers.
    Now {
        /// When nobody does any more; none when it never ends.
        until: Option<Timestamp>,
        /// Service that picks up.
        answered_by: Option<String>,
        /// Only with an appointment.
        by_appointment: bool,
        /// Somebody called and heard these hours.
        confirmed: bool,
    },
    /// Nobody answers.
    Closed {
        /// When it opens, if that is known.
        opens: Option<Timestamp>,
        /// Somebody called and heard these hours.
        confirmed: bool,
    },
    /// Not known.
    Unknown,
}

impl Open {
    /// Whether somebody answers now, as far as the published hours tell.
    #[must_use]
    pub fn is_now(&self) -> bool {
        matches!(self, Self::Now { .. })
    }
}

/// One opening.
struct Opening<'a> {
    start: Timestamp,
    end: Timestamp,
    /// None: it may or may not be one.
    row: Option<&'a Hours>,
}

/// The zone of all schedules.
#[must_use]
pub fn zone() -> TimeZone {
    TimeZone::get("Europe/Brussels").unwrap_or(TimeZone::UTC)
}

/// The day at a moment, on the calendars of Brussels.
#[must_use]
pub fn day_of(now_ms: i64) -> Date {
    Timestamp::from_millisecond(now_ms).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone()).date()
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    })
}

/// Whether a row holds on a day; none when it does not say.
fn holds(row: &Hours, day: Date, holidays: &Holidays) -> Option<bool> {
    let text = day.to_string();
    let within = row.valid_from.as_ref().is_none_or(|first| first.as_str() <= text.as_str())
        && row.valid_until.as_ref().is_none_or(|last| text.as_str() <= last.as_str());
    if !within {
        return Some(false);
    }
    let holiday = holidays.is_holiday(day);
    if row.freq == "HOLIDAYS" {
        return Some(holiday);
    }
    if !row.byday.iter().filter_map(|name| weekday(name)).any(|name| name == day.weekday()) {
        return Some(false);
    }
    match (holiday, row.holidays.as_str()) {
        (false, _) | (true, "open") => Some(true),
        (true, "closed") => Some(false),
        _ => None,
    }
}

/// A local time of a day as a moment. An hour that a clock change skips is moved to the
/// first that exists; one that comes twice is taken as the first.
fn moment(day: Date, clock: Clock, zone: &TimeZone) -> Option<Timestamp> {
    let (days, minutes) = (i64::from(clock.0 / 1440), i64::from(clock.0 % 1440));
    let day = day.checked_add(days.days()).ok()?;
    let local = day.at(0, 0, 0, 0).checked_add(minutes.minutes()).ok()?;
    Some(local.to_zoned(zone.clone()).ok()?.timestamp())
}

fn opening<'a>(row: &'a Hours, day: Date, sure: bool, zone: &TimeZone) -> Option<Opening<'a>> {
    let (Some(opens), Some(closes)) = (row.opens_at, row.closes_at) else {
        let start = moment(day, Clock(0), zone)?;
        return Some(Opening { start, end: moment(day, Clock(1440), zone)?, row: None });
    };
    let last = if closes <= opens { day.tomorrow().ok()? } else { day };
    let (start, end) = (moment(day, opens, zone)?, moment(last, closes, zone)?);
    Some(Opening { start, end, row: sure.then_some(row) })
}

fn openings<'a>(rows: &[&'a Hours], from: Date, holidays: &Holidays) -> Vec<Opening<'a>> {
    let zone = zone();
    let mut all = Vec::new();
    for n in -1..DAYS_AHEAD {
        let Ok(day) = from.checked_add(n.days()) else { continue };
        for row in rows {
            match holds(row, day, holidays) {
                Some(false) => {}
                sure => all.extend(opening(row, day, sure.is_some(), &zone)),
            }
        }
    }
    all.sort_by_key(|opening| (opening.start, opening.end));
    all
}

/// The state of a channel. `rows` are the rows of that channel; those that may not be
/// published are left out here once more. `languages` are those of the service, `lang`
/// the language somebody wants to speak, if any.
#[must_use]
pub fn state(
    rows: &[&Hours],
    languages: &[String],
    lang: Option<&str>,
    now_ms: i64,
    holidays: &Holidays,
) -> Open {
    let now = Timestamp::from_millisecond(now_ms).unwrap_or(Timestamp::UNIX_EPOCH);
    let speaks = |row: &Hours| {
        let spoken = if row.languages.is_empty() { languages } else { &row.languages };
        // Languages that nobody has named are neither a yes nor a no.
        lang.is_none_or(|lang| spoken.is_empty() || spoken.iter().any(|code| code == lang))
    };
    let published: Vec<&Hours> = rows.iter().copied().filter(|row| row.known.publish).collect();
    if published.is_empty() {
        return Open::Unknown;
    }
    let confirmed = published.iter().all(|row| row.known.confirmed_by_phone_on.is_some());
    let spoken: Vec<&Hours> = published.into_iter().filter(|row| speaks(row)).collect();
    let all = openings(&spoken, day_of(now_ms), holidays);
    let covers = |opening: &&Opening<'_>| opening.start <= now && now < opening.end;
    if let Some(current) = all.iter().filter(covers).find_map(|opening| opening.row) {
        return Open::Now {
            until: end(&all, now),
            answered_by: current.answered_by.clone(),
            by_appointment: current.by_appointment,
            confirmed,
        };
    }
    if all.iter().any(|opening| covers(&opening)) {
        return Open::Unknown;
    }
    let next = all.iter().find(|opening| opening.start > now);
    Open::Closed {
        opens: next.filter(|opening| opening.row.is_some()).map(|opening| opening.start),
        confirmed,
    }
}

/// When a run of openings that touch each other ends.
fn end(all: &[Opening<'_>], now: Timestamp) -> Option<Timestamp> {
    let mut until = now;
    for opening in all.iter().filter(|opening| opening.row.is_some()) {
        if opening.start <= until && opening.end > until {
            until = opening.end;
        }
    }
    let hours = until.duration_since(now).as_hours();
    (hours < ENDLESS_H).then_some(until)
}

#[cfg(test)]
#[path = "hours_tests.rs"]
mod tests;
