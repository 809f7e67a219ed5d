//! Check digits of the numbers in a file. Vectors: `tests/vectors/permits.json`.

use jiff::civil::Date;

/// Why a number is not valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberFault {
    /// Nothing was written.
    Empty,
    /// Something else than digits and separators.
    Characters,
    /// Too few or too many digits.
    Length,
    /// The last two digits do not fit the others.
    Checksum,
    /// The day of birth does not exist.
    Day,
}

impl NumberFault {
    /// Its word in the vectors.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Characters => "characters",
            Self::Length => "length",
            Self::Checksum => "checksum",
            Self::Day => "day",
        }
    }
}

/// A number of the National Register, or a BIS number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationalNumber {
    /// Eleven digits.
    pub digits: String,
    /// What was added to the month: 0, or 20 or 40 in a BIS number.
    pub month_offset: i8,
    /// Days of birth that fit: one for each century that does. None when the register
    /// does not know the day (month 00).
    pub births: Vec<Date>,
}

impl NationalNumber {
    /// Whether it is a BIS number: somebody who is not in the National Register.
    #[must_use]
    pub fn is_bis(&self) -> bool {
        self.month_offset > 0
    }
}

/// Reads a national or BIS number with or without dots, dashes, slashes and spaces.
/// Check digits are 97 less the remainder by 97 of the first nine digits, with a 2 before
/// them for births from 2000. The sex in the number is not looked at.
///
/// # Errors
/// What is wrong with it.
pub fn national(text: &str) -> Result<NationalNumber, NumberFault> {
    let digits = digits(text, &['.', '-', '/', ' '])?;
    if digits.len() != 11 {
        return Err(NumberFault::Length);
    }
    let part = |from: usize, to: usize| digits[from..to].parse::<u64>().unwrap_or(0);
    let (serial, check) = (part(0, 9), part(9, 11));
    let centuries = [(1900, serial), (2000, 2_000_000_000 + serial)];
    let fitting: Vec<u64> =
        centuries.into_iter().filter(|(_, number)| 97 - number % 97 == check).map(|(from, _)| from).collect();
    if fitting.is_empty() {
        return Err(NumberFault::Checksum);
    }
    let written = i8::try_from(part(2, 4)).unwrap_or(0);
    let month_offset = match written {
        20..=32 => 20,
        40..=52 => 40,
        _ => 0,
    };
    let (month, day) = (written - month_offset, i8::try_from(part(4, 6)).unwrap_or(0));
    if month == 0 {
        return Ok(NationalNumber { digits, month_offset, births: Vec::new() });
    }
    let year = |century: u64| i16::try_from(century + part(0, 2)).unwrap_or(0);
    let births: Vec<Date> =
        fitting.into_iter().filter_map(|century| Date::new(year(century), month, day).ok()).collect();
    if births.is_empty() {
        return Err(NumberFault::Day);
    }
    Ok(NationalNumber { digits, month_offset, births })
}

/// Reads an enterprise number, with or without dots and `BE` before it, as ten digits.
/// Check digits are 97 less the remainder by 97 of the first eight.
///
/// # Errors
/// What is wrong with it.
pub fn enterprise(text: &str) -> Result<String, NumberFault> {
    let text = text.trim();
    let bare =
        text.get(..2).filter(|country| country.eq_ignore_ascii_case("BE")).map_or(text, |_| &text[2..]);
    let digits = digits(bare, &['.', ' '])?;
    if digits.len() != 10 {
        return Err(NumberFault::Length);
    }
    let part = |from: usize, to: usize| digits[from..to].parse::<u64>().unwrap_or(0);
    if 97 - part(0, 8) % 97 == part(8, 10) { Ok(digits) } else { Err(NumberFault::Checksum) }
}

fn digits(text: &str, separators: &[char]) -> Result<String, NumberFault> {
    let digits: String = text.trim().chars().filter(|c| !separators.contains(c)).collect();
    if digits.is_empty() {
        Err(NumberFault::Empty)
    } else if !digits.bytes().all(|b| b.is_ascii_digit()) {
        Err(NumberFault::Characters)
    } else {
        Ok(digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn cases(kind: &str) -> Vec<Value> {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/vectors/permits.json");
        let text = std::fs::read_to_string(file).expect("vectors");
        let all: Value = serde_json::from_str(&text).expect("json");
        all[kind]["cases"].as_array().expect("cases").clone()
    }

    #[test]
    fn national_numbers_are_as_the_vectors_say() {
        for case in cases("national_number") {
            let input = case["input"].as_str().expect("input");
            match national(input) {
                Ok(number) => {
                    assert_eq!(case["valid"], true, "{input}");
                    assert_eq!(number.is_bis(), case["kind"] == "bis", "{input}");
                    assert_eq!(i64::from(number.month_offset), case["month_offset"].as_i64().unwrap_or(0));
                    assert_eq!(number.births.len(), case["centuries"].as_array().expect("centuries").len());
                    assert_eq!(number.births[0].to_string(), case["birth_date"], "{input}");
                    assert_eq!(number.digits, case["normalized"].as_str().unwrap_or(input));
                }
                Err(fault) => {
                    assert_eq!(case["valid"], false, "{input}: {fault:?}");
                    assert_eq!(case["fault"], fault.code(), "{input}");
                }
            }
        }
    }

    #[test]
    fn an_unknown_or_impossible_day_of_birth() {
        // The check digits are computed here, so that the day alone is at stake.
        let with_check = |serial: u64| format!("{serial:09}{:02}", 97 - serial % 97);
        assert!(national(&with_check(800_000_017)).expect("month 00").births.is_empty());
        assert_eq!(national(&with_check(800_230_017)), Err(NumberFault::Day));
        assert_eq!(national(&with_check(801_301_017)), Err(NumberFault::Day));
    }

    #[test]
    fn enterprise_numbers_are_as_the_vectors_say() {
        for case in cases("enterprise_number") {
            let input = case["input"].as_str().expect("input");
            match enterprise(input) {
                Ok(digits) => {
                    assert_eq!(case["valid"], true, "{input}");
                    assert_eq!(digits, case["normalized"].as_str().unwrap_or(input));
                }
                Err(fault) => assert_eq!(case["fault"], fault.code(), "{input}"),
            }
        }
        assert_eq!(enterprise("é"), Err(NumberFault::Characters));
    }
}
