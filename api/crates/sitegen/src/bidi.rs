//! Latin words inside a text that runs from right to left: signs at their edge take the
//! direction of the text and would jump to the other side (Unicode Standard Annex 9).

use std::borrow::Cow;

/// An invisible letter that runs from left to right.
const LEFT_TO_RIGHT: char = '\u{200e}';

/// Keeps the order of names that begin with a number (`112.be`, `112 BE`), and the last sign
/// of those that end with one (`I.T.E.R.`, `LGBTQIA+`). Addresses and paths stay as they are.
#[must_use]
pub fn keep_latin(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let marks: Vec<usize> = (0..=bytes.len()).filter(|&at| begins(bytes, at) || ends(bytes, at)).collect();
    if marks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + marks.len() * 3);
    let mut from = 0;
    for at in marks {
        out.push_str(&text[from..at]);
        out.push(LEFT_TO_RIGHT);
        from = at;
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// Whether a name begins here with a number: digits, a space or a full stop, a Latin letter.
fn begins(bytes: &[u8], at: usize) -> bool {
    let free = at == 0 || b" \n[*(".contains(&bytes[at - 1]);
    let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let joined = bytes.get(at + digits).is_some_and(|byte| b" .".contains(byte));
    free && digits > 0 && joined && bytes.get(at + digits + 1).is_some_and(u8::is_ascii_alphabetic)
}

/// Whether a name with a sign of its own ended just before: a letter and a plus, or letters
/// each with its full stop.
fn ends(bytes: &[u8], at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).map_or(b' ', |at| bytes[at]);
    let letter = |n: usize| back(n).is_ascii_alphabetic();
    let over = bytes.get(at).is_none_or(|byte| !byte.is_ascii_alphanumeric() && !b"+./=-\"".contains(byte));
    let plus = back(1) == b'+' && letter(2);
    let initials = back(1) == b'.' && letter(2) && back(3) == b'.' && letter(4);
    over && (plus || initials)
}

#[cfg(test)]
mod tests {
    use super::keep_latin;

    #[test]
    fn names_keep_their_signs() {
        for (plain, kept) in [
            ("تطبيق 112 BE مجاني", "تطبيق |112 BE مجاني"),
            ("على موقع [112.be](https://112.be/fr/SMS).", "على موقع [|112.be](https://112.be/fr/SMS)."),
            ("خدمة I.T.E.R. تساعد", "خدمة I.T.E.R.| تساعد"),
            ("أشخاص LGBTQIA+، و", "أشخاص LGBTQIA+|، و"),
            ("1000 Bruxelles", "|1000 Bruxelles"),
        ] {
            assert_eq!(keep_latin(plain).replace('\u{200e}', "|"), kept);
        }
        for plain in [
            "**112** أو 101.",
            "https://safe.brussels/a.b.c",
            "date = 2026-11-21",
            "مع Medimmigrant.",
            "a+b=c",
        ] {
            assert_eq!(keep_latin(plain), plain);
        }
    }
}
