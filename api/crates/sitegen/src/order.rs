//! The order of names for a reader: accents and capitals do not count before letters do,
//! and each language has its own alphabet (UTS #10).

use std::cmp::Ordering;

use icu_collator::Collator;
use icu_collator::options::CollatorOptions;
use icu_locale_core::LanguageIdentifier;
use safe_content::Lang;

/// Compares two names as a dictionary of the language does.
pub fn names(lang: Lang) -> impl Fn(&str, &str) -> Ordering {
    let locale: LanguageIdentifier = lang.as_str().parse().unwrap_or(LanguageIdentifier::UNKNOWN);
    let collator = Collator::try_new(locale.into(), CollatorOptions::default()).ok();
    move |a, b| collator.as_ref().map_or_else(|| a.cmp(b), |c| c.compare(a, b)).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::names;
    use safe_content::Lang;

    #[test]
    fn accents_and_capitals_do_not_move_a_name() {
        let mut french = ["Sortir", "vol", "Écoles", "Sécuriser", "étudier", "Fuite", "eau"];
        french.sort_by(|a, b| names(Lang::FR)(a, b));
        assert_eq!(french, ["eau", "Écoles", "étudier", "Fuite", "Sécuriser", "Sortir", "vol"]);
        let mut dutch = ["Sint-Gillis", "Elsene", "Anderlecht"];
        dutch.sort_by(|a, b| names(Lang::NL)(a, b));
        assert_eq!(dutch, ["Anderlecht", "Elsene", "Sint-Gillis"]);
    }
}
