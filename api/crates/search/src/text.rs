//! Characters: lower case, composed forms, and what counts as the same letter.

use unicode_normalization::UnicodeNormalization;

use crate::lang::Lang;

/// Longest word that is looked at, in characters; the rest of a longer one is ignored.
pub const LONGEST_WORD: usize = 48;

/// The exact form of a word: composed (NFC), lower case, without invisible characters.
#[must_use]
pub fn exact(lang: Lang, word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.nfc().filter(|c| !is_invisible(*c)).take(LONGEST_WORD) {
        match c {
            // Turkish keeps its two letters i apart.
            'I' if lang == Lang::TR => out.push('ı'),
            'İ' => out.push('i'),
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// Joiners, direction marks, soft hyphens, and the Arabic stroke that only stretches.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{640}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
        || c.is_control()
}

/// Marks that a reader may leave out: Latin, Greek and Cyrillic accents, Arabic vowels,
/// Hebrew points. The vowel signs of Indic scripts are letters and stay.
fn is_optional_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}')
}

/// The folded form of an exact form: no accents, one form of each letter that has several.
#[must_use]
pub fn fold(exact: &str) -> String {
    if exact.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return exact.to_owned();
    }
    let mut out = String::with_capacity(exact.len());
    for c in exact.nfkd().filter(|c| !is_optional_mark(*c)) {
        match c {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            'ґ' => out.push('г'),
            'ٱ' => out.push('ا'),
            'ى' | 'ی' | 'ے' => out.push('ي'),
            'ة' | 'ہ' | 'ھ' | 'ە' => out.push('ه'),
            'ک' => out.push('ك'),
            '٠'..='٩' => out.push(digit(c, '٠')),
            '۰'..='۹' => out.push(digit(c, '۰')),
            '’' | '\'' | 'ʼ' => {}
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// Text made safe for HTML.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composed_and_decomposed_are_one() {
        assert_eq!(exact(Lang::FR, "VE\u{301}LO"), "vélo");
        assert_eq!(fold("vélo"), "velo");
        assert_eq!(fold("œuvre"), "oeuvre");
    }

    #[test]
    fn turkish_has_two_letters_i() {
        assert_eq!(exact(Lang::TR, "ISPARTA"), "ısparta");
        assert_eq!(exact(Lang::TR, "İzmir"), "izmir");
        assert_eq!(fold("ısparta"), "isparta");
    }

    #[test]
    fn arabic_and_persian_letters_have_one_form() {
        assert_eq!(fold(&exact(Lang::AR, "اِغْتِصَـاب")), "اغتصاب");
        assert_eq!(fold(&exact(Lang::AR, "أمن")), fold(&exact(Lang::AR, "امن")));
        assert_eq!(fold("کمک"), fold("كمك"));
        assert_eq!(fold("شماره\u{200c}ها"), fold("شماره‌ها"));
        assert_eq!(fold("۱۱۲"), "112");
    }
}
