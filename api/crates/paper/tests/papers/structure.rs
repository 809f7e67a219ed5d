//! The marks of PDF/UA-1 and PDF/A-2a, found by an independent reader.

use safe_paper::{Error, brochure, letter};

use crate::reader::Reader;
use crate::specimen::{self, WORDS};

fn conforms(bytes: &[u8], lang: &str, title: &str) -> Reader {
    let reader = Reader::new(bytes);
    let catalog = reader.catalog();
    assert_eq!(catalog.get(b"Lang").expect("as written").as_str().expect("as written"), lang.as_bytes());
    assert!(
        reader.dict(catalog, "MarkInfo").get(b"Marked").expect("as written").as_bool().expect("as written")
    );
    assert!(
        reader
            .dict(catalog, "ViewerPreferences")
            .get(b"DisplayDocTitle")
            .expect("as written")
            .as_bool()
            .expect("as written")
    );
    assert!(catalog.has(b"OutputIntents"), "colours need a profile");
    let metadata = reader.metadata();
    for mark in
        ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", "2026-11-21T06:00:00", title]
    {
        assert!(metadata.contains(mark), "{mark} in {metadata}");
    }
    let (fonts, embedded) = reader.fonts();
    assert!(fonts > 0 && embedded, "{fonts} fonts, embedded: {embedded}");
    reader
}

#[test]
fn a_letter_is_tagged_in_reading_order() {
    let specimen = specimen::letter();
    let reader = conforms(&letter(&specimen).unwrap(), "fr", &specimen.title);
    let structure = reader.structure();
    let headings: Vec<&str> =
        structure.iter().map(String::as_str).filter(|kind| matches!(*kind, "H1" | "H2" | "H3")).collect();
    assert_eq!(headings, ["H1", "H2", "H2", "H2", "H2"]);
    assert_eq!(structure.iter().filter(|kind| *kind == "LI").count(), 4, "two conditions, two reasons");
    assert!(structure.iter().any(|kind| kind == "Figure+Alt"), "the square code says what it is");
    assert_eq!(reader.links(), ["https://example.org/verifier/AB12-CD34-EF56"]);
}

#[test]
fn a_booklet_is_tagged_in_every_script() {
    for words in &WORDS {
        let made = brochure(&specimen::brochure(words, 4)).unwrap();
        let reader = conforms(&made, words.lang.tag(), words.title);
        let headings = reader.structure();
        assert_eq!(headings.iter().filter(|kind| *kind == "H1").count(), 1);
        assert_eq!(headings.iter().filter(|kind| *kind == "H2").count(), 4, "the box and three sections");
        assert_eq!(headings.iter().filter(|kind| *kind == "H3").count(), 12);
        assert_eq!(headings.iter().filter(|kind| *kind == "LI").count(), 36, "three ways per entry");
        assert!(reader.pages() >= 2);
        let direction = reader.dict(reader.catalog(), "ViewerPreferences").get(b"Direction").unwrap();
        let expected: &[u8] = if words.lang.tag() == "ar" { b"R2L" } else { b"L2R" };
        assert_eq!(direction.as_name().unwrap(), expected);
    }
}

#[test]
fn numbers_and_addresses_are_links() {
    let reader = Reader::new(&brochure(&specimen::brochure(&WORDS[0], 1)).unwrap());
    let links = reader.links();
    for address in ["tel:112", "tel:101", "tel:080030030", "https://example.org/help"] {
        assert!(links.iter().any(|link| link == address), "{address} in {links:?}");
    }
    assert!(!links.iter().any(|link| link.starts_with("mailto:")), "a sent message leaves a trace");
    assert!(reader.text().contains("contact@example.org"));
}

#[test]
fn page_numbers_follow_the_pattern() {
    let reader = Reader::new(&brochure(&specimen::brochure(&WORDS[1], 6)).unwrap());
    let pages = reader.pages();
    let text = reader.text();
    for page in 1..=pages {
        assert!(text.contains(&format!("Pagina{page}van{pages}")), "page {page} of {pages}");
    }
}

#[test]
fn a_file_number_stays_on_one_line() {
    let number = |at: usize| format!("EX-2026-{at:06}-45");
    let mut specimen = specimen::letter();
    let paragraph =
        |at: usize| format!("{} {} dossier {}.", "mot ".repeat(14), "i".repeat(at + 1), number(at));
    specimen.opening = (0..60).map(paragraph).collect();
    let pieces = Reader::new(&letter(&specimen).unwrap()).pieces();
    let broken: Vec<String> = (0..60).map(number).filter(|number| !pieces.contains(number)).collect();
    assert!(broken.is_empty(), "{broken:?} in {pieces}");
}

#[test]
fn equal_input_gives_equal_bytes() {
    let first = letter(&specimen::letter()).unwrap();
    assert_eq!(first, letter(&specimen::letter()).unwrap());
    let mut other = specimen::letter();
    other.identity.id.push('2');
    assert_ne!(first, letter(&other).unwrap(), "the identifier is part of the file");
    let booklet = brochure(&specimen::brochure(&WORDS[2], 3)).unwrap();
    assert_eq!(booklet, brochure(&specimen::brochure(&WORDS[2], 3)).unwrap());
}

#[test]
fn a_document_needs_a_title_and_an_identifier() {
    let mut untitled = specimen::letter();
    untitled.title = " \u{202E}\n".into();
    assert_eq!(letter(&untitled), Err(Error::Untitled));
    let mut unnamed = specimen::brochure(&WORDS[0], 1);
    unnamed.identity.id.clear();
    assert_eq!(brochure(&unnamed), Err(Error::Untitled));
}
