//! Makes any text fit to be set. PDF/A and PDF/UA refuse a document that has a
//! character without a glyph, so such a character must become a visible mark
//! here instead of losing the whole document later.

use serde_json::Value;

use crate::fonts::families_with;

/// Stands for what no built-in font can show (Unicode 23.8).
const MARK: char = '\u{FFFD}';
/// A place where a line may break, without a hyphen.
const BREAK: char = '\u{200B}';
/// A longer word is broken, because a line holds about ninety characters.
const LONGEST_WORD: usize = 60;
/// An address is broken by the typesetter at its own signs up to here.
const LONGEST_ADDRESS: usize = 400;
/// Characters between two break opportunities in a word that is too long.
const PIECE: usize = 24;

/// Cleans every text in `value` and returns how many characters there were.
pub(crate) fn clean_all(value: &mut Value) -> usize {
    match value {
        Value::String(text) => {
            let length = text.chars().count();
            *text = clean(text);
            length
        }
        Value::Array(items) => items.iter_mut().map(clean_all).sum(),
        Value::Object(fields) => fields.values_mut().map(clean_all).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}

/// One line of text that the built-in fonts can show: white space and control
/// characters become single spaces, what has no glyph becomes one mark, words
/// that no line can hold get places to break.
pub(crate) fn clean(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split(is_gap).filter(|word| !word.is_empty()) {
        let shown = show(word);
        if shown.is_empty() {
            continue;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&breakable(shown));
    }
    words
}

/// Whether a character separates words. The no-break spaces do not: French
/// typography needs them.
fn is_gap(c: char) -> bool {
    c.is_control() || (c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}' | '\u{2007}'))
}

fn show(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut cluster = 0;
    for c in word.chars().filter(|c| !is_dropped(*c)) {
        let families = if is_private(c) { 0 } else { families_with(c) };
        if joins(c) {
            // A mark is set with the font of its base letter, or not at all.
            if cluster & families != 0 {
                cluster &= families;
                out.push(c);
            }
        } else if families != 0 {
            cluster = families;
            out.push(c);
        } else if !out.ends_with(MARK) {
            cluster = 0;
            out.push(MARK);
        }
    }
    out
}

/// Characters that show nothing and that a document is better without:
/// overrides that make text read differently from what it says (UAX 9, 2.2),
/// byte order marks, noncharacters, selectors of emoji styles, tags.
fn is_dropped(c: char) -> bool {
    let code = u32::from(c);
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}' | '\u{180B}'..='\u{180F}')
        || code & 0xFFFE == 0xFFFE
        || matches!(c, '\u{FDD0}'..='\u{FDEF}')
}

/// Private use has no meaning outside one program; PDF/A level A refuses it.
fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFF}' | '\u{100000}'..='\u{10FFFF}')
}

/// Whether a character attaches to the one before it, in the blocks of
/// combining marks for the scripts of the built-in fonts.
fn joins(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}'
        | '\u{06E7}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' | '\u{08D3}'..='\u{08FF}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}' | '\u{200C}'..='\u{200D}' | '\u{0900}'..='\u{0903}'
        | '\u{093A}'..='\u{094F}' | '\u{0951}'..='\u{0957}')
}

fn breakable(word: String) -> String {
    let most = if word.contains("://") { LONGEST_ADDRESS } else { LONGEST_WORD };
    if word.chars().nth(most).is_none() {
        return word;
    }
    let mut out = String::with_capacity(word.len() + word.len() / 8);
    let mut run = 0;
    for c in word.chars() {
        if run >= PIECE && !joins(c) {
            out.push(BREAK);
            run = 0;
        }
        out.push(c);
        run += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_controls_become_one_space() {
        assert_eq!(clean(" a\u{0}\t\n b\u{85}c\u{2028}d "), "a b c d");
        assert_eq!(clean("Objet\u{202F}: x\u{A0}!"), "Objet\u{202F}: x\u{A0}!");
    }

    #[test]
    fn what_no_font_shows_becomes_one_mark() {
        assert_eq!(clean("avant 👩‍👩‍👧 après"), "avant \u{FFFD} après");
        assert_eq!(clean("字字 x\u{E001}"), "\u{FFFD} x\u{FFFD}");
    }

    #[test]
    fn overrides_and_noncharacters_are_dropped() {
        assert_eq!(clean("a\u{202E}b\u{FEFF}\u{FFFE}\u{1FFFF}c"), "abc");
    }

    #[test]
    fn a_mark_stays_only_with_a_base_of_its_font() {
        assert_eq!(clean("e\u{301}"), "e\u{301}");
        assert_eq!(clean("ش\u{301}ش\u{64E}"), "شش\u{64E}");
        assert_eq!(clean("\u{301}x"), "x");
    }

    #[test]
    fn long_words_may_break_and_addresses_stay_whole() {
        assert_eq!(clean(&"x".repeat(100)).matches(BREAK).count(), 4);
        let address = format!("https://example.org/{}", "y".repeat(200));
        assert_eq!(clean(&address), address);
    }
}
