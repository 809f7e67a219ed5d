//! Numbers with a checksum, and days.

use jiff::ToSpan;
use jiff::civil::Date;

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

/// A structured communication of a number below ten thousand millions: twelve
/// digits, the last two being the first ten modulo 97, or 97.
#[must_use]
pub fn communication(number: u64) -> String {
    let body = number % 10_000_000_000;
    let check = match body % 97 {
        0 => 97,
        rest => rest,
    };
    format!("{body:010}{check:02}")
}

/// A structured communication as banks print it.
#[must_use]
pub fn printed(communication: &str) -> String {
    match (communication.get(..3), communication.get(3..7), communication.get(7..)) {
        (Some(a), Some(b), Some(c)) => format!("+++{a}/{b}/{c}+++"),
        _ => communication.to_owned(),
    }
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

/// Payload of an EPC QR code (EPC069-12, version 002). The Belgian structured
/// communication goes on the line of free text: it is no ISO 11649 reference.
#[must_use]
pub fn epc(name: &str, iban: &str, cents: i64, communication: &str) -> String {
    let name: String = name.chars().take(70).collect();
    let iban: String = iban.chars().filter(|c| !c.is_whitespace()).collect();
    let amount = format!("EUR{}.{:02}", cents / 100, cents % 100);
    ["BCD", "002", "1", "SCT", "", &name, &iban, &amount, "", "", &printed(communication)].join("\n")
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
    fn structured_communications() {
        for (number, text) in [
            (108_068_171, "+++010/8068/17183+++"),
            (1_200_000_000, "+++120/0000/00002+++"),
            (97, "+++000/0000/09797+++"),
            (1, "+++000/0000/00101+++"),
        ] {
            assert_eq!(printed(&communication(number)), text);
        }
    }

    #[test]
    fn the_payload_of_the_code() {
        let payload = epc("Région de Bruxelles-Capitale", "BE68 5390 0754 7034", 12_770, "010806817183");
        assert_eq!(payload.len(), 94);
        assert_eq!(payload.lines().count(), 11);
        assert!(payload.ends_with("+++010/8068/17183+++"));
    }

    #[test]
    fn a_month_without_that_day_ends_on_its_last() {
        let from = day("2026-10-31").expect("day");
        assert_eq!(later(from, 4, "months").map(|d| d.to_string()).as_deref(), Some("2027-02-28"));
        assert_eq!(later(from, 1, "moons"), None);
    }
}
