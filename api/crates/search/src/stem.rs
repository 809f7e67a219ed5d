//! What a word has in common with its other forms.

use frostem::{Algorithm, Stemmer};

use crate::lang::Lang;
use crate::text;

/// The stem without accents.
pub(crate) fn stem(lang: Lang, exact: &str) -> String {
    text::fold(&stem_of(lang, exact))
}

/// The stem as the language's algorithm gives it.
pub(crate) fn stem_of(lang: Lang, word: &str) -> String {
    let algorithm = match lang.code() {
        "fr" => return french_stem(word),
        "nl" => Algorithm::Dutch,
        "en" => Algorithm::English,
        "de" => Algorithm::German,
        "es" => Algorithm::Spanish,
        "tr" => Algorithm::Turkish,
        "ar" => return arabic_stem(word),
        "fa" | "prs" => Algorithm::Persian,
        "uk" => return ukrainian_stem(word),
        _ => return word.to_owned(),
    };
    Stemmer::new(algorithm).stem(word).into_owned()
}

/// The Snowball stem, after taking the plural away that it leaves: *vélos*.
fn french_stem(word: &str) -> String {
    let one = match word.strip_suffix('s') {
        Some(front) if front.len() >= 4 && front.ends_with(['a', 'i', 'o', 'u']) => front,
        _ => word,
    };
    Stemmer::new(Algorithm::French).stem(one).into_owned()
}

/// The Snowball stem; a feminine ending that stays behind an article goes too.
fn arabic_stem(word: &str) -> String {
    let plain = text::fold(word);
    // Folding turns taa marbuta into heh; the stemmer knows the first alone.
    let written = match (word.chars().last(), plain.strip_suffix('ه')) {
        (Some('ة'), Some(front)) => format!("{front}ة"),
        _ => plain,
    };
    text::fold(&Stemmer::new(Algorithm::Arabic).stem(&written))
}

/// Endings of Ukrainian nouns and adjectives, longest first. Snowball has no Ukrainian;
/// this brings the cases of a noun together and nothing more.
const UKRAINIAN_ENDINGS: [&str; 40] = [
    "остями",
    "істю",
    "остей",
    "ення",
    "енням",
    "ями",
    "ами",
    "ому",
    "ого",
    "ими",
    "ій",
    "ою",
    "ею",
    "ем",
    "ом",
    "ям",
    "ам",
    "ах",
    "ях",
    "ів",
    "їв",
    "ої",
    "ьої",
    "ею",
    "ий",
    "их",
    "им",
    "ію",
    "ія",
    "ії",
    "ь",
    "а",
    "я",
    "у",
    "ю",
    "і",
    "ї",
    "и",
    "о",
    "е",
];

fn ukrainian_stem(word: &str) -> String {
    for ending in UKRAINIAN_ENDINGS {
        if let Some(front) = word.strip_suffix(ending)
            && front.chars().count() >= 4
        {
            return front.to_owned();
        }
    }
    word.to_owned()
}
