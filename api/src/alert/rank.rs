//! Severity and category as integers, for matching and ordering.

use safe_cap::{Category, Severity};

/// Rank of a severity: more is worse. An unknown severity counts as moderate:
/// nobody has said that it is harmless.
#[must_use]
pub fn severity_rank(severity: Severity) -> i32 {
    match severity {
        Severity::Extreme => 4,
        Severity::Severe => 3,
        Severity::Moderate | Severity::Unknown => 2,
        Severity::Minor => 1,
    }
}

/// The severity of a word in any letter case.
#[must_use]
pub fn severity_of(text: &str) -> Option<Severity> {
    Severity::ALL.iter().copied().find(|s| s.as_str().eq_ignore_ascii_case(text))
}

/// The category of a word in any letter case.
#[must_use]
pub fn category_of(text: &str) -> Option<Category> {
    Category::ALL.iter().copied().find(|c| c.as_str().eq_ignore_ascii_case(text))
}

/// A set of categories as bits, in the order of the standard.
#[must_use]
pub fn category_bits(categories: &[Category]) -> i32 {
    categories
        .iter()
        .filter_map(|category| Category::ALL.iter().position(|known| known == category))
        .fold(0, |bits, place| bits | (1 << place))
}

/// Every category.
#[must_use]
pub fn all_categories() -> i32 {
    category_bits(Category::ALL)
}
