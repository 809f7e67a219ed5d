//! Nationalities by ISO 3166-1 code: the member states of the European Union,
//! and one entry (`XX`, a user-assigned code) for every other. Names are Fluent
//! ids `permits-country-<code>`.

/// Member states of the European Union, then `XX` for any other.
pub const CODES: [&str; 28] = [
    "BE", "AT", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XX",
];

/// Whether a code is one of the list.
#[must_use]
pub fn is_known(code: &str) -> bool {
    CODES.contains(&code)
}
