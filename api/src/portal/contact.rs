//! A line of contact, with its telephone numbers made ready to be called.

/// A stretch of the line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part<'a> {
    /// As it was written.
    pub text: &'a str,
    /// What a telephone dials, when it is a number.
    pub number: Option<String>,
}

/// Fewest and most digits of a number that can be called: Belgian numbers have nine or
/// ten, ITU-T E.164 allows 15. A postcode, a date and an hour are shorter.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=15;

/// The stretches of a line, numbers apart from words.
#[must_use]
pub(super) fn parts(line: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = line;
    while let Some(begin) = rest.find(|c: char| c == '+' || c.is_ascii_digit()) {
        let run = &rest[begin..];
        let end = run.find(|c: char| !c.is_ascii_digit() && !"+ ./()-\u{a0}\u{202f}".contains(c));
        let run = run[..end.unwrap_or(run.len())].trim_end_matches(|c: char| !c.is_ascii_digit());
        let after = begin + run.len().max(1);
        let digits = run.chars().filter(char::is_ascii_digit).count();
        if DIGITS.contains(&digits) && run.starts_with(['0', '+']) {
            if begin > 0 {
                parts.push(Part { text: &rest[..begin], number: None });
            }
            // The nought of "+32 (0)2" is dialled only without the country.
            let dialled = if run.starts_with('+') { run.replace("(0)", "") } else { run.to_owned() };
            let number = dialled.chars().filter(|c| *c == '+' || c.is_ascii_digit()).collect();
            parts.push(Part { text: run, number: Some(number) });
            rest = &rest[after..];
        } else {
            let (head, tail) = rest.split_at(after);
            match tail.find(|c: char| c == '+' || c.is_ascii_digit()) {
                // Words up to the next candidate stay in one stretch.
                Some(_) => {
                    parts.push(Part { text: head, number: None });
                    rest = tail;
                }
                None => break,
            }
        }
    }
    if !rest.is_empty() {
        parts.push(Part { text: rest, number: None });
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(line: &str) -> Vec<String> {
        let found = parts(line);
        assert_eq!(found.iter().map(|part| part.text).collect::<String>(), line);
        found.into_iter().filter_map(|part| part.number).collect()
    }

    #[test]
    fn numbers_can_be_called_and_hours_cannot() {
        assert_eq!(numbers("Infolijn 02 555 12 34, 9:00-17:00"), ["025551234"]);
        assert_eq!(numbers("1722 · +32 (0)2 555 12 34"), ["+3225551234"]);
        assert_eq!(numbers("Hall 5, 1030 Schaerbeek, 01/12/2026, 9h-17h"), Vec::<String>::new());
        assert_eq!(numbers(""), Vec::<String>::new());
        assert_eq!(numbers("+"), Vec::<String>::new());
        assert_eq!(numbers("٣ 02/555.12.34 é"), ["025551234"]);
    }
}
