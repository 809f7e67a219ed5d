//! Texts that try to be code, that no font shows or that no line holds.

use safe_paper::{
    Block, Brochure, Error, Labelled, Letter, List, MAX_LINE, MAX_TEXT, Passage, Phone, brochure, letter,
};

use crate::reader::Reader;
use crate::specimen::{self, WORDS};

/// The beginning of a text, as long as a text of every page may be.
fn line(text: &str) -> String {
    text.chars().take(MAX_LINE / 2).collect()
}

/// Puts `text` into every place of a letter that takes text.
fn filled_letter(text: &str) -> Letter {
    let one = || vec![text.to_owned()];
    let mut made = specimen::letter();
    made.title = line(text);
    made.identity.author = text.to_owned();
    made.sender = vec![text.to_owned(), text.to_owned()];
    made.addressee = one();
    made.place_and_date = text.to_owned();
    made.reference = Labelled { label: text.to_owned(), text: text.to_owned() };
    made.subject = made.reference.clone();
    made.opening = one();
    made.decision = Some(Passage { heading: text.to_owned(), paragraphs: one() });
    made.conditions = Some(List { heading: text.to_owned(), items: one() });
    made.sections[0].heading = text.to_owned();
    made.sections[0].blocks = vec![Block::Paragraph(text.to_owned()), Block::Numbered(one())];
    made.appeal = made.decision.clone();
    made.closing = one();
    made.signature = one();
    made.footer = line(text);
    made.page_pattern = line(text);
    if let Some(check) = &mut made.verification {
        check.text = text.to_owned();
        check.alternative = text.to_owned();
    }
    made
}

/// Puts `text` into every place of a booklet that takes text.
fn filled_brochure(text: &str) -> Brochure {
    let mut made = specimen::brochure(&WORDS[2], 1);
    made.title = line(text);
    made.subtitle = text.to_owned();
    made.date_line = text.to_owned();
    made.intro = vec![text.to_owned()];
    made.closing = made.intro.clone();
    made.footer = line(text);
    made.page_pattern = line(text);
    if let Some(urgent) = &mut made.emergency {
        urgent.heading = text.to_owned();
        urgent.lines[0].number = text.to_owned();
        urgent.lines[1].text = text.to_owned();
    }
    made.sections.truncate(1);
    let chapter = &mut made.sections[0];
    chapter.heading = text.to_owned();
    chapter.intro = text.to_owned();
    let entry = &mut chapter.entries[0];
    entry.name = text.to_owned();
    entry.summary = text.to_owned();
    entry.marks = vec![text.to_owned()];
    entry.lines = vec![Labelled { label: text.to_owned(), text: text.to_owned() }];
    entry.phones = vec![Phone { label: text.to_owned(), number: text.to_owned(), note: text.to_owned() }];
    made
}

#[test]
fn markup_and_code_come_out_as_they_are() {
    let attempts = [
        r#"#read("/etc/passwd")"#,
        "*x*_y_`z`$a$",
        r#"#import"letter.typ":*"#,
        r"\u{41}#sys.inputs//x/*y*/",
        "=Titre<l>@l",
        "https://a.b/#c",
        "--~...",
    ];
    for attempt in attempts {
        let expected: String = attempt.chars().filter(|c| !c.is_whitespace()).collect();
        let mut one = specimen::letter();
        one.opening = vec![attempt.to_owned()];
        let text = Reader::new(&letter(&one).unwrap()).text();
        assert!(text.contains(&expected), "{expected} in {text}");
        assert!(letter(&filled_letter(attempt)).is_ok(), "{attempt}");
        assert!(brochure(&filled_brochure(attempt)).is_ok(), "{attempt}");
    }
}

#[test]
fn odd_texts_make_a_document_all_the_same() {
    let marks = "e\u{301}\u{302}\u{303}\u{30A}\u{327}".repeat(30);
    let attempts = [
        "a\u{0}\u{1}\u{7}\u{1B}[31m\u{7F}\u{9F}b\r\n\tc\u{2028}d".to_owned(),
        "🧯🚒👩‍👩‍👧‍👦🇧🇪❤️ ☎ ✓ 字 한 あ ไทย हिन्दी".to_owned(),
        "Bruxelles بروكسل 02 Київ (x) [١٢٣] ‎أ‏ \u{2067}abc\u{2069} \u{2066}\u{2066}שלום".to_owned(),
        "\u{202E}\u{202D}\u{202A}x\u{202C} \u{2069}\u{2069} \u{FEFF}\u{FFFE}\u{FFFF}\u{E000}y".to_owned(),
        format!("x{marks} ش\u{301}\u{64E}\u{651}\u{670} \u{300}\u{64B}ا\u{200D}\u{200C}م\u{200D}"),
        "i\u{307} ﷽ ﷺ ﬁ ſ ẞ ǆ ⁄ ½ … – — ‘’ “” « » € № ™ ° µ".to_owned(),
        "{page}{pages}{{page}}".to_owned(),
        "\u{AD}\u{200B}\u{200E}\u{200F}\u{2060}\u{A0}z".to_owned(),
    ];
    for attempt in &attempts {
        assert_eq!(letter(&filled_letter(attempt)).err(), None, "{attempt:?}");
        assert_eq!(brochure(&filled_brochure(attempt)).err(), None, "{attempt:?}");
    }
}

#[test]
fn every_plane_of_unicode_makes_a_document() {
    // The two planes that people write in, in pieces that mix what the fonts
    // have with what they lack.
    for plane in [0x20..0x1_0000_u32, 0x1_0000..0x2_0000] {
        let all: Vec<char> = plane.filter_map(char::from_u32).collect();
        let mut one = specimen::letter();
        one.opening = all.chunks(4_000).map(|piece| piece.iter().collect()).collect();
        assert_eq!(letter(&one).err(), None);
    }
}

#[test]
fn words_that_no_line_holds_are_broken() {
    let words = ["x", "ش", "W.", "https://example.org/a/"].map(|piece| piece.repeat(10_000 / piece.len()));
    let mut one = specimen::letter();
    one.opening = words.to_vec();
    one.signature = vec![words[0].clone()];
    assert_eq!(letter(&one).err(), None);
    let mut booklet = specimen::brochure(&WORDS[2], 1);
    let entry = &mut booklet.sections[0].entries[0];
    entry.marks = words.to_vec();
    entry.phones[0].number = words[0].clone();
    entry.lines[0].text = words[3].clone();
    assert_eq!(brochure(&booklet).err(), None);
}

#[test]
fn empty_places_leave_no_trace() {
    let mut one = filled_letter("");
    one.title = "T".into();
    one.verification = None;
    let reader = Reader::new(&letter(&one).unwrap());
    assert_eq!(reader.text(), "T");
    let mut booklet = filled_brochure("");
    booklet.title = "T".into();
    assert_eq!(brochure(&booklet).err(), None);
}

#[test]
fn too_much_text_is_refused_before_it_is_set() {
    let mut one = specimen::letter();
    one.opening = vec!["x".repeat(MAX_TEXT)];
    assert!(matches!(letter(&one), Err(Error::TooLong { most: MAX_TEXT, .. })));
    let mut one = specimen::letter();
    one.footer = "x".repeat(MAX_LINE + 1);
    assert!(matches!(letter(&one), Err(Error::TooLong { most: MAX_LINE, .. })));
}

#[test]
fn an_address_that_is_none_is_refused() {
    let mut one = specimen::letter();
    if let Some(check) = &mut one.verification {
        check.url = "javascript:alert(1)".into();
    }
    assert_eq!(letter(&one), Err(Error::Address));
}
