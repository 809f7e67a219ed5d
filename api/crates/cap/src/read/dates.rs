//! Dates that are not quite of the form CAP 1.2 asks for.

use crate::model::{DateTime, DateTimeError};

/// Reads a date of XML Schema without the pattern of CAP 1.2, as CAP 1.1
/// allows it: `Z` for UTC, and fractions of a second, which are cut off.
pub(super) fn xml_schema(text: &str) -> Result<DateTime, DateTimeError> {
    let (head, zone) = split_zone(text)?;
    let head = head.split_once('.').map_or(head, |(whole, fraction)| {
        let digits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
        if digits { whole } else { head }
    });
    let zone = if zone == "Z" { "-00:00" } else { zone };
    format!("{head}{zone}").parse()
}

/// Reads a date as real feeds write it: a space for the `T`, no seconds, small
/// letters, a comma before the fraction, an offset without colon or minutes.
pub(super) fn lenient(text: &str) -> Result<DateTime, DateTimeError> {
    let text = text.trim().to_ascii_uppercase();
    let (head, zone) = split_zone(&text)?;
    let head = head.trim_end().replacen(' ', "T", 1).replacen(',', ".", 1);
    let head = if head.len() == 16 { format!("{head}:00") } else { head };
    let digits = zone.trim_start_matches(['+', '-']);
    let zone = match digits.len() {
        2 => format!("{zone}:00"),
        4 if !digits.contains(':') => format!("{}:{}", &zone[..3], &zone[3..]),
        _ => zone.to_owned(),
    };
    xml_schema(&format!("{head}{zone}"))
}

/// Splits off `Z`, `+02:00` and the like.
fn split_zone(text: &str) -> Result<(&str, &str), DateTimeError> {
    if !text.is_ascii() || text.len() < 16 {
        return Err(DateTimeError::Format);
    }
    if let Some(head) = text.strip_suffix('Z') {
        return Ok((head, "Z"));
    }
    // The sign of the offset can only follow the eleven characters of the day.
    let sign = text[11..].rfind(['+', '-']).map(|at| at + 11);
    match sign {
        Some(at) => Ok(text.split_at(at)),
        None if text.as_bytes()[4] == b'-' && text.as_bytes()[13] == b':' => Err(DateTimeError::NoOffset),
        None => Err(DateTimeError::Format),
    }
}

#[cfg(test)]
mod tests {
    use super::{lenient, xml_schema};
    use crate::model::DateTimeError;

    #[test]
    fn forms_of_real_feeds_are_read() {
        for (text, expected) in [
            ("2026-03-01T08:30:00Z", "2026-03-01T08:30:00-00:00"),
            ("2026-03-01t08:30:00z", "2026-03-01T08:30:00-00:00"),
            ("2026-03-01T08:30:00.125+01:00", "2026-03-01T08:30:00+01:00"),
            ("2026-03-01 08:30:00+01:00", "2026-03-01T08:30:00+01:00"),
            ("2026-03-01 08:30:00 +01:00", "2026-03-01T08:30:00+01:00"),
            ("2026-03-01T08:30+01:00", "2026-03-01T08:30:00+01:00"),
            ("2026-03-01T08:30:00+0100", "2026-03-01T08:30:00+01:00"),
            ("2026-03-01T08:30:00-05", "2026-03-01T08:30:00-05:00"),
            ("2026-03-01T08:30:00,5-05:00", "2026-03-01T08:30:00-05:00"),
        ] {
            assert_eq!(lenient(text).map(|date| date.to_string()).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_stays_none() {
        assert_eq!(lenient("2026-03-01T08:30:00"), Err(DateTimeError::NoOffset));
        assert_eq!(lenient("yesterday at noon"), Err(DateTimeError::Format));
        assert_eq!(lenient("2026-02-30T08:30:00+01:00"), Err(DateTimeError::Range));
        assert_eq!(lenient("2026-02-28T08:30:00+15:00"), Err(DateTimeError::Range));
        assert_eq!(lenient("\u{e9}"), Err(DateTimeError::Format));
        assert_eq!(xml_schema("2026-03-01T08:30:00.Z"), Err(DateTimeError::Format));
        assert_eq!(xml_schema("2026-03-01 08:30:00Z"), Err(DateTimeError::Format));
    }
}
