//! Dates of CAP 1.2 (section 3.3.2): a time with a numeric offset.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::{Date, Duration, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

/// A time to the second, with the offset it was written with.
///
/// CAP writes UTC as `-00:00`; that offset is kept apart from `+00:00`. Two
/// values are equal when they are the same instant *and* read the same;
/// compare [`DateTime::instant`] for the instant alone.
///
/// ```
/// use safe_cap::DateTime;
///
/// let brussels: DateTime = "2026-07-01T12:00:00+02:00".parse()?;
/// let utc: DateTime = "2026-07-01T10:00:00-00:00".parse()?;
/// assert_eq!(brussels.instant(), utc.instant());
/// assert_ne!(brussels, utc);
/// assert_eq!(utc.to_string(), "2026-07-01T10:00:00-00:00");
/// assert!("2026-07-01T10:00:00Z".parse::<DateTime>().is_err());
/// # Ok::<(), safe_cap::DateTimeError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct DateTime {
    at: OffsetDateTime,
    unknown_offset: bool,
}

/// A text is not a date of CAP 1.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateTimeError {
    /// Not of the form `2002-05-24T16:49:00-07:00`.
    #[error("not of the form 2002-05-24T16:49:00-07:00")]
    Format,
    /// The form is right, but no calendar has this day or hour.
    #[error("no such day, hour or offset")]
    Range,
    /// There is no offset from UTC, so the instant is not known.
    #[error("the offset from UTC is missing")]
    NoOffset,
}

/// The offset XML Schema allows at most, in minutes.
const MAX_OFFSET: i32 = 14 * 60;

impl DateTime {
    /// Takes a time with its offset; fractions of a second are cut off. An
    /// offset that CAP cannot write, with seconds or beyond 14 hours, is
    /// turned into UTC.
    #[must_use]
    pub fn new(at: OffsetDateTime) -> Self {
        let offset = at.offset();
        let minutes = i32::from(offset.whole_minutes().abs());
        if offset.seconds_past_minute() != 0 || minutes > MAX_OFFSET {
            return Self::utc(at);
        }
        Self { at: at.replace_nanosecond(0).unwrap_or(at), unknown_offset: false }
    }

    /// Takes a time in UTC, written `-00:00` as CAP asks for.
    #[must_use]
    pub fn utc(at: OffsetDateTime) -> Self {
        // The last hours of the calendar may have no time in UTC.
        let at = at.checked_to_offset(UtcOffset::UTC).unwrap_or(at);
        Self { at: at.replace_nanosecond(0).unwrap_or(at), unknown_offset: true }
    }

    /// The instant, with the offset it was written with.
    #[must_use]
    pub const fn instant(&self) -> OffsetDateTime {
        self.at
    }

    /// Whether the offset was written `-00:00`.
    #[must_use]
    pub const fn is_negative_zero_offset(&self) -> bool {
        self.unknown_offset
    }

    /// Whether this instant comes before the other.
    #[must_use]
    pub fn is_before(&self, other: &Self) -> bool {
        self.at < other.at
    }

    /// Reads the exact form of CAP 1.2.
    fn exact(text: &str) -> Result<Self, DateTimeError> {
        let bytes = text.as_bytes();
        if !bytes.is_ascii() || !matches!(bytes.len(), 19 | 25) {
            return Err(DateTimeError::Format);
        }
        let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':'), (22, b':')];
        let mut known = marks.iter().take_while(|(index, _)| *index < bytes.len());
        if known.any(|(index, mark)| bytes[*index] != *mark) {
            return Err(DateTimeError::Format);
        }
        if bytes.len() == 19 {
            return Err(DateTimeError::NoOffset);
        }
        let digits = |start: usize, end: usize| -> Result<u16, DateTimeError> {
            let part = &bytes[start..end];
            if !part.iter().all(u8::is_ascii_digit) {
                return Err(DateTimeError::Format);
            }
            Ok(part.iter().fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0')))
        };
        let negative = match bytes[19] {
            b'-' => true,
            b'+' => false,
            _ => return Err(DateTimeError::Format),
        };
        let (offset_hours, offset_minutes) = (digits(20, 22)?, digits(23, 25)?);
        Parts {
            year: digits(0, 4)?,
            month: digits(5, 7)?,
            day: digits(8, 10)?,
            hour: digits(11, 13)?,
            minute: digits(14, 16)?,
            second: digits(17, 19)?,
            negative,
            offset_hours,
            offset_minutes,
        }
        .assemble()
    }
}

/// The numbers of a date, before they are known to make sense.
struct Parts {
    year: u16,
    month: u16,
    day: u16,
    hour: u16,
    minute: u16,
    second: u16,
    negative: bool,
    offset_hours: u16,
    offset_minutes: u16,
}

impl Parts {
    fn assemble(&self) -> Result<DateTime, DateTimeError> {
        self.checked().ok_or(DateTimeError::Range)
    }

    fn checked(&self) -> Option<DateTime> {
        // XML Schema 1.0 knows no year 0, and lets 24:00:00 end a day.
        if self.year == 0 || self.offset_minutes > 59 {
            return None;
        }
        let end_of_day = self.hour == 24 && self.minute == 0 && self.second == 0;
        let month = Month::try_from(u8::try_from(self.month).ok()?).ok()?;
        let date =
            Date::from_calendar_date(i32::from(self.year), month, u8::try_from(self.day).ok()?).ok()?;
        let hour = if end_of_day { 0 } else { u8::try_from(self.hour).ok()? };
        let time =
            Time::from_hms(hour, u8::try_from(self.minute).ok()?, u8::try_from(self.second).ok()?).ok()?;
        let minutes = i32::from(self.offset_hours) * 60 + i32::from(self.offset_minutes);
        if minutes > MAX_OFFSET {
            return None;
        }
        let signed = if self.negative { -minutes } else { minutes };
        let offset = UtcOffset::from_whole_seconds(signed * 60).ok()?;
        let mut local = PrimitiveDateTime::new(date, time);
        if end_of_day {
            local = local.checked_add(Duration::DAY)?;
        }
        // The first and last hours of the calendar have no instant in UTC.
        let at = local.assume_offset(offset);
        at.checked_to_offset(UtcOffset::UTC)?;
        Some(DateTime { at, unknown_offset: self.negative && minutes == 0 })
    }
}

impl FromStr for DateTime {
    type Err = DateTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::exact(text)
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (at, offset) = (self.at, self.at.offset().whole_minutes());
        let sign = if offset < 0 || self.unknown_offset { '-' } else { '+' };
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
            at.year(),
            u8::from(at.month()),
            at.day(),
            at.hour(),
            at.minute(),
            at.second(),
            offset.abs() / 60,
            offset.abs() % 60,
        )
    }
}

impl PartialEq for DateTime {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
            && self.at.offset() == other.at.offset()
            && self.unknown_offset == other.unknown_offset
    }
}

impl Eq for DateTime {}

impl std::hash::Hash for DateTime {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.at, self.at.offset(), self.unknown_offset).hash(state);
    }
}

impl From<OffsetDateTime> for DateTime {
    fn from(at: OffsetDateTime) -> Self {
        Self::new(at)
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}
