//! The only place that reads the clock.

use std::sync::atomic::{AtomicI64, Ordering};

use time::OffsetDateTime;

/// The time as the process sees it; tests move it forward instead of waiting.
#[derive(Debug, Default)]
pub struct Clock {
    shift_ms: AtomicI64,
}

impl Clock {
    /// Now, in milliseconds since 1970-01-01 UTC.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    pub fn now_ms(&self) -> i64 {
        let now = OffsetDateTime::now_utc();
        let ms = i64::try_from(now.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX);
        ms + self.shift_ms.load(Ordering::Relaxed)
    }

    /// Moves the clock; only tests and trainings do.
    pub fn advance_ms(&self, ms: i64) {
        self.shift_ms.fetch_add(ms, Ordering::Relaxed);
    }
}

/// A stored time as a date-time in UTC; values out of range become the epoch.
#[must_use]
pub fn utc(ms: i64) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(ms) * 1_000_000)
        .unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

/// A stored time on the clocks of Brussels, with its offset, seconds precision.
#[must_use]
pub fn brussels(ms: i64) -> OffsetDateTime {
    let moment = jiff::Timestamp::from_millisecond(ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let offset =
        jiff::tz::TimeZone::get("Europe/Brussels").map_or(0, |zone| zone.to_offset(moment).seconds());
    let offset = time::UtcOffset::from_whole_seconds(offset).unwrap_or(time::UtcOffset::UTC);
    let at = utc(ms).to_offset(offset);
    at.replace_nanosecond(0).unwrap_or(at)
}

/// The day on the calendars of Brussels.
#[must_use]
pub fn today(ms: i64) -> jiff::civil::Date {
    let at = brussels(ms);
    let (year, month, day) = (at.year(), u8::from(at.month()), at.day());
    // Both calendars end in the same year, so the parts always fit.
    i16::try_from(year)
        .ok()
        .zip(i8::try_from(month).ok().zip(i8::try_from(day).ok()))
        .and_then(|(year, (month, day))| jiff::civil::Date::new(year, month, day).ok())
        .unwrap_or_default()
}

/// RFC 3339 with the offset of Brussels, as every answer of the API prints it.
#[must_use]
pub fn rfc3339(ms: i64) -> String {
    brussels(ms).format(&time::format_description::well_known::Rfc3339).unwrap_or_default()
}

/// Milliseconds since the epoch of a date-time.
#[must_use]
pub fn ms_of(at: OffsetDateTime) -> i64 {
    i64::try_from(at.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brussels_has_summer_and_winter_time() {
        assert_eq!(rfc3339(1_763_683_200_000), "2025-11-21T01:00:00+01:00");
        assert_eq!(rfc3339(1_751_371_200_000), "2025-07-01T14:00:00+02:00");
    }
}
