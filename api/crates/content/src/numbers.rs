//! Telephone numbers inside a sentence.

use std::borrow::Cow;

/// The space of a telephone number that does not end a line. In a text from right to left
/// it does more: between digits an ordinary space turns the order of the groups round, so
/// that `0800 30 030` would be read as `030 30 0800`. This one is a separator of numbers
/// (Unicode Standard Annex 9, rule W4), and the groups keep their order.
const JOINER: char = '\u{a0}';

/// A text whose telephone numbers keep their groups together and in order, whatever the
/// direction of the text around them. Only what looks like a Belgian or European number is
/// touched: `0` and one to three digits with at least two more groups, `+` and a country
/// with at least two more, and `116` with one.
#[must_use]
pub fn keep_numbers(text: &str) -> Cow<'_, str> {
    let mut out: Option<String> = None;
    let mut copied = 0;
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let end = number_end(&text[start..]).map(|length| start + length);
        if let Some(end) = end {
            let kept = out.get_or_insert_with(|| String::with_capacity(text.len() + 16));
            kept.push_str(&text[copied..start]);
            kept.extend(text[start..end].chars().map(|c| if c == ' ' { JOINER } else { c }));
            copied = end;
        }
        at = end.unwrap_or(start + 1);
    }
    match out {
        None => Cow::Borrowed(text),
        Some(mut kept) => {
            kept.push_str(&text[copied..]);
            Cow::Owned(kept)
        }
    }
}

/// Where a number could begin: a `0`, `+` or `116` that nothing numeric stands before.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (from..bytes.len()).find(|&at| {
        let free =
            at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() || b"+-.,:/_=#".contains(&bytes[at - 1]));
        free && (matches!(bytes[at], b'0' | b'+') || bytes[at..].starts_with(b"116 "))
    })
}

/// Length of the number at the beginning of a text, if there is one.
fn number_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let first = usize::from(bytes[0] == b'+');
    let head = digits(first);
    let (least, most) = match bytes[0] {
        b'+' => (2, 1..=3),
        b'0' => (2, 2..=4),
        _ => (1, 3..=3),
    };
    if !most.contains(&head) {
        return None;
    }
    let (mut end, mut groups) = (first + head, 0);
    while bytes.get(end) == Some(&b' ') {
        let more = digits(end + 1);
        if !(1..=3).contains(&more) || more == 1 && bytes[0] != b'+' {
            break;
        }
        end += 1 + more;
        groups += 1;
    }
    let goes_on = bytes.get(end).is_some_and(|b| b.is_ascii_alphanumeric());
    (groups >= least && !goes_on).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::keep_numbers;

    #[test]
    fn groups_of_a_number_stay_together() {
        for (plain, kept) in [
            ("**0800 30 030** بالفرنسية", "**0800\u{a0}30\u{a0}030** بالفرنسية"),
            ("(02 535 45 42)", "(02\u{a0}535\u{a0}45\u{a0}42)"),
            ("text = \"116 000\"", "text = \"116\u{a0}000\""),
            ("+32 2 535 45 42.", "+32\u{a0}2\u{a0}535\u{a0}45\u{a0}42."),
            ("0471 94 38 72, 107", "0471\u{a0}94\u{a0}38\u{a0}72, 107"),
        ] {
            assert_eq!(keep_numbers(plain), kept);
        }
    }

    #[test]
    fn nothing_else_is_touched() {
        for plain in [
            "viewBox=\"0 0 640 360\"",
            "M0 10 20 30",
            "2026-11-21 10:00 12 30",
            "1 200 personnes",
            "112 101",
            "08 10",
            "points=\"10.5,02 30 40\"",
            "1160 00",
            "",
            "é",
        ] {
            assert_eq!(keep_numbers(plain), plain);
        }
    }
}
