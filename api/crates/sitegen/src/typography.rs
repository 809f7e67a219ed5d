//! Signs as printers set them: curved apostrophes, in French the spaces that must not end a
//! line, and from right to left telephone numbers that keep the order of their groups.
//! Content may be written as a keyboard gives it.

use std::borrow::Cow;

use safe_content::{Lang, keep_numbers};

/// Sets the apostrophes of a text, the space between a day and its month or an abbreviation
/// and its number and, in French, those before high punctuation and inside quotation marks;
/// from right to left, the telephone numbers.
#[must_use]
pub fn set(lang: Lang, text: &str) -> Cow<'_, str> {
    let curved = apostrophes(text);
    if lang.is_rtl() {
        return Cow::Owned(keep_numbers(&curved).into_owned());
    }
    let bound = match BOUND.iter().find(|bound| bound.lang == lang) {
        Some(bound) => bound.set(curved),
        None => curved,
    };
    if lang != Lang::FR {
        return bound;
    }
    let mut spaced = bound.into_owned();
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

/// Words of a language that no line separates from their number.
struct Bound {
    lang: Lang,
    /// Months as they stand after a day.
    months: [&'static str; 12],
    /// Abbreviations as they stand before a number, in lower case.
    before: &'static [&'static str],
}

const BOUND: [Bound; 4] = [
    Bound {
        lang: Lang::FR,
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        before: &["n°", "art.", "p.", "§"],
    },
    Bound {
        lang: Lang::NL,
        months: [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
        before: &["nr.", "art.", "p.", "blz.", "§"],
    },
    Bound {
        lang: Lang::EN,
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        before: &["art.", "p.", "§"],
    },
    Bound {
        lang: Lang::DE,
        months: [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        before: &["nr.", "art.", "s.", "§"],
    },
];

impl Bound {
    fn set<'a>(&self, text: Cow<'a, str>) -> Cow<'a, str> {
        let mut out = String::new();
        let mut from = 0;
        for (at, _) in text.match_indices(' ') {
            let (before, after) = (&text[..at], &text[at + 1..]);
            if self.is_day(before, after) || self.is_numbered(before, after) {
                out.push_str(&text[from..at]);
                out.push('\u{a0}');
                from = at + 1;
            }
        }
        if from == 0 {
            return text;
        }
        out.push_str(&text[from..]);
        Cow::Owned(out)
    }

    /// A day of one or two digits, in whatever form, and a month.
    fn is_day(&self, before: &str, after: &str) -> bool {
        let month: &str = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let day = last_word(before);
        let digits = day.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits)
            && matches!(&day[digits..], "" | "." | "er" | "e" | "st" | "nd" | "rd" | "th")
            && self.months.contains(&month)
    }

    /// An abbreviation and its number.
    fn is_numbered(&self, before: &str, after: &str) -> bool {
        after.starts_with(|c: char| c.is_ascii_digit())
            && self.before.contains(&last_word(before).to_lowercase().as_str())
    }
}

/// The word before a space; brackets and marks of emphasis are none of it.
fn last_word(text: &str) -> &str {
    let is_other = |c: char| !(c.is_alphanumeric() || matches!(c, '.' | '°' | '§'));
    text.rsplit(is_other).next().unwrap_or_default()
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

    #[test]
    fn a_number_stays_with_its_word() {
        for (lang, plain, bound) in [
            (
                Lang::FR,
                "le 6 mai 2024, le 1er juin, mais 6 maisons",
                "le 6~mai 2024, le 1er~juin, mais 6 maisons",
            ),
            (Lang::FR, "(n° 12, art. 5, p. 12 et § 3)", "(n°~12, art.~5, p.~12 et §~3)"),
            (Lang::FR, "le cap. 5, en 2024 mars, 112 mai", "le cap. 5, en 2024 mars, 112 mai"),
            (Lang::NL, "op **6 mei**, nr. 12, blz. 3", "op **6~mei**, nr.~12, blz.~3"),
            (Lang::EN, "on 6 May; 6 may come; the 3rd March", "on 6~May; 6 may come; the 3rd~March"),
            (Lang::DE, "am 6. Mai, Nr. 12, S. 4", "am 6.~Mai, Nr.~12, S.~4"),
        ] {
            assert_eq!(set(lang, plain).replace('\u{a0}', "~"), bound, "{lang}");
        }
        let other = "es".parse().expect("a language");
        assert_eq!(set(other, "6 mayo, art. 5"), "6 mayo, art. 5");
    }
}
