//! Where fees are paid.

use serde::Deserialize;

/// Where fees are paid.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payments {
    /// Account; empty while nobody has confirmed it.
    pub iban: String,
    /// Holder of the account.
    pub payee: String,
}
