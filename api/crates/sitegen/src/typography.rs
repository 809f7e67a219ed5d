//! Signs as printers set them: curved apostrophes, in French the spaces that must not end a
//! line, and from right to left telephone numbers that keep the order of their groups.
//! Content may be written as a keyboard gives it.

use std::borrow::Cow;

use safe_content::{Lang, keep_numbers};

/// Sets the apostrophes of a text and, in French, the spaces before high punctuation and
/// inside quotation marks; from right to left, the telephone numbers.
#[must_use]
pub fn set(lang: Lang, text: &str) -> Cow<'_, str> {
    let curved = apostrophes(text);
    if lang.is_rtl() {
        return Cow::Owned(keep_numbers(&curved).into_owned());
    }
    if lang != Lang::FR {
        return curved;
    }
    let mut spaced = curved.into_owned();
    for (plain, set) in [
        (" ?", "\u{202f}?"),
        (" !", "\u{202f}!"),
        (" ;", "\u{202f};"),
        (" : ", "\u{a0}: "),
        (" :\n", "\u{a0}:\n"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
    ] {
        spaced = spaced.replace(plain, set);
    }
    Cow::Owned(spaced)
}

/// An apostrophe between two letters, as in “l'eau” or “foto's”; others may be delimiters.
fn apostrophes(text: &str) -> Cow<'_, str> {
    if !text.contains('\'') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let between = before.is_alphanumeric() && chars.peek().is_some_and(|next| next.is_alphabetic());
        out.push(if c == '\'' && between { '’' } else { c });
        before = c;
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::set;
    use safe_content::Lang;

    #[test]
    fn french_spaces_do_not_break_and_delimiters_stay() {
        assert_eq!(
            set(Lang::FR, "Que faire ? L'eau « pure »"),
            "Que faire\u{202f}? L’eau «\u{a0}pure\u{a0}»"
        );
        let arabic = "ar".parse().expect("a language");
        assert_eq!(set(arabic, "**116 000**"), "**116\u{a0}000**", "the groups keep their order");
        assert_eq!(set(Lang::NL, "title = 'x' foto's ?"), "title = 'x' foto’s ?");
    }
}
