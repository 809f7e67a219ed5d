//! Signs as printers set them: curved apostrophes, in French the spaces that must not end a
//! line, and from right to left telephone numbers and Latin names that keep their order.
//! Content may be written as a keyboard gives it.

use std::borrow::Cow;

use safe_content::{Lang, keep_numbers};

use crate::bidi::keep_latin;

/// Sets the apostrophes of a text, the space between a day and its month or an abbreviation
/// and its number and, in French, those before high punctuation and inside quotation marks;
/// from right to left, the telephone numbers and Latin names.
#[must_use]
pub fn set(lang: Lang, text: &str) -> Cow<'_, str> {
    let curved = apostrophes(text);
    if lang.is_rtl() {
        return Cow::Owned(keep_latin(&keep_numbers(&curved)).into_owned());
    }
    let bound = match BOUND.iter().find(|bound| bound.lang == lang) {
        Some(bound) => bound.set(curved),
        None => curved,
    };
    let bound = groups(bound);
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

/// The spaces between the groups of a number and its sign, as in “2 714 €”; mark-up and telephone numbers
/// with other groups stay as they are.
fn groups(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut from, mut in_tag) = (0, false);
    for (at, sign) in text.bytes().enumerate() {
        match sign {
            b'<' => in_tag = text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'),
            b'>' => in_tag = false,
            b' ' if !in_tag && (parts_number(&text, at) || parts_amount(&text, at)) => {
                out.push_str(&text[from..at]);
                out.push('\u{a0}');
                from = at + 1;
            }
            _ => {}
        }
    }
    if from == 0 {
        return text;
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// Whether the space at a place stands between an amount and its sign.
fn parts_amount(text: &str, at: usize) -> bool {
    let (before, after) = (&text[..at], &text[at + 1..]);
    let digit = |c: char| c.is_ascii_digit();
    before.ends_with(digit) && after.starts_with(['€', '%'])
        || before.ends_with('€') && after.starts_with(digit)
}

/// Whether the space at a place stands between groups of a number: one to three digits,
/// then only groups of three.
fn parts_number(text: &str, at: usize) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || c == ' ';
    let before = &text[..at];
    let before = &before[before.trim_end_matches(is_part).len()..];
    let after = &text[at + 1..];
    let after = &after[..after.len() - after.trim_start_matches(is_part).len()];
    let (first, last) = (before.trim_start_matches(' '), after.trim_end_matches(' '));
    if first.is_empty() || last.is_empty() {
        return false;
    }
    let touches = |c: char| c.is_alphanumeric() || matches!(c, '+' | '/' | '-' | '=' | '.' | ',');
    let glued = first.len() == before.len() && text[..at - before.len()].ends_with(touches)
        || last.len() == after.len() && text[at + 1 + after.len()..].starts_with(char::is_alphanumeric);
    let mut parts = first.split(' ').chain(last.split(' '));
    let head = parts.next().unwrap_or_default();
    !glued && (1..=3).contains(&head.len()) && !head.starts_with('0') && parts.all(|p| p.len() == 3)
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
    fn the_groups_of_a_number_stay_together() {
        for (plain, set_) in [
            ("en 2022, 2 714 machines pour 3 323 900 €", "en 2022, 2~714 machines pour 3~323~900~€"),
            ("02 507 99 11, 0800 98 100, +32 2 507 99 11", "02 507 99 11, 0800 98 100, +32 2 507 99 11"),
            ("<path d=\"M 10 200 300\"/> 1 000", "<path d=\"M 10 200 300\"/> 1~000"),
            ("2020 100 et 12 34", "2020 100 et 12 34"),
            ("voor € 3.323.900, 42 %", "voor €~3.323.900, 42~%"),
            ("12 345 personnes", "12~345 personnes"),
            ("les 20 110 et les 7", "les 20~110 et les 7"),
        ] {
            assert_eq!(set(Lang::FR, plain).replace('\u{a0}', "~"), set_);
        }
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
