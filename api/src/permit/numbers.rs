//! Numbers with a checksum, and days.

use jiff::ToSpan;
use jiff::civil::Date;
use safe_casework::ogm::Ogm;

/// Digits of an enterprise number, when its checksum is right: the last two are
/// 97 minus the first eight modulo 97.
#[must_use]
pub fn enterprise(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let clean = text.chars().all(|c| c.is_ascii_digit() || " .-BE".contains(c));
    let digits = if digits.len() == 9 { format!("0{digits}") } else { digits };
    let value: u64 = digits.parse().ok().filter(|_| clean && digits.len() == 10)?;
    (97 - (value / 100) % 97 == value % 100).then_some(digits)
}

/// Digits of a national register or BIS number, when it is right.
#[must_use]
pub fn national(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let clean = text.chars().all(|c| c.is_ascii_digit() || " .-".contains(c));
    let known = clean && crate::account::citizen::identity::birth_date(&digits).is_some();
    known.then_some(digits)
}

/// A structured communication as banks print it.
#[must_use]
pub fn printed(communication: &str) -> String {
    communication.parse::<Ogm>().map_or_else(|_| communication.to_owned(), |ogm| ogm.to_string())
}

/// A day of the calendar.
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// A day some time later (or earlier). A month without that day ends on its last.
#[must_use]
pub fn later(from: Date, amount: i64, unit: &str) -> Option<Date> {
    let span = match unit {
        "days" => amount.days(),
        "weeks" => amount.weeks(),
        "months" => amount.months(),
        "years" => amount.years(),
        _ => return None,
    };
    from.checked_add(span).ok()
}

/// Today in Brussels.
#[must_use]
pub fn today(now_ms: i64) -> Date {
    let at = crate::clock::brussels(now_ms);
    let month = i8::try_from(u8::from(at.month())).unwrap_or(1);
    Date::new(i16::try_from(at.year()).unwrap_or(1970), month, i8::try_from(at.day()).unwrap_or(1))
        .unwrap_or(Date::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_of_enterprise_numbers() {
        assert_eq!(enterprise("0566.988.259").as_deref(), Some("0566988259"));
        assert_eq!(enterprise("BE 0202.239.951").as_deref(), Some("0202239951"));
        assert_eq!(enterprise("0566.988.250"), None);
        assert_eq!(enterprise("12"), None);
    }

    #[test]
    fn checksums_of_national_numbers() {
        assert_eq!(national("93.05.18-223.61").as_deref(), Some("93051822361"));
        assert_eq!(national("66041066600"), None);
        assert_eq!(national("93051822361x"), None);
    }

    #[test]
    fn a_month_without_that_day_ends_on_its_last() {
        let from = day("2026-10-31").expect("day");
        assert_eq!(later(from, 4, "months").map(|d| d.to_string()).as_deref(), Some("2027-02-28"));
        assert_eq!(later(from, 1, "moons"), None);
    }
}
