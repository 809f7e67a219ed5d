//! The fonts that are built into the crate: Noto Sans for Latin, Greek and
//! Cyrillic, Noto Sans Arabic, each regular and bold. No font of the machine
//! is ever used, so a document looks the same wherever it is made.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

static FILES: [&[u8]; 4] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Bold.ttf"),
];

/// The parsed fonts and their catalogue.
pub(crate) struct Case {
    pub(crate) fonts: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
}

/// Read once per process; the font bytes stay in the program's own pages.
pub(crate) static CASE: LazyLock<Case> = LazyLock::new(|| {
    let fonts: Vec<Font> = FILES.iter().filter_map(|data| Font::new(Bytes::new(*data), 0)).collect();
    let book = LazyHash::new(FontBook::from_fonts(&fonts));
    Case { fonts, book }
});

/// Which families have a glyph for `c` in every weight: one bit per family,
/// zero when no family has one.
pub(crate) fn families_with(c: char) -> u8 {
    let has = |font: &Font| font.info().coverage.contains(u32::from(c));
    let weights = |pair: &[Font]| pair.iter().all(has);
    CASE.fonts
        .chunks_exact(2)
        .enumerate()
        .map(|(at, pair)| u8::from(weights(pair)) << at)
        .fold(0, |all, bit| all | bit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_font_is_read() {
        assert_eq!(CASE.fonts.len(), FILES.len());
    }

    #[test]
    fn each_script_has_its_family() {
        assert_eq!(families_with('é'), 0b01);
        assert_eq!(families_with('ї'), 0b01);
        assert_eq!(families_with('ğ'), 0b01);
        assert_eq!(families_with('ش'), 0b10);
        assert_eq!(families_with('字'), 0);
    }
}
