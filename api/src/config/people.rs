//! Sessions, and who citizens are.

use secrecy::SecretString;
use serde::Deserialize;

/// Sessions of staff or citizens.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sessions {
    /// Hours until a new sign-in.
    pub max_h: i64,
    /// Idle minutes until a new sign-in.
    pub idle_min: i64,
}

/// Who citizens are: an OpenID Connect provider.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// Issuer; empty for none.
    pub issuer: String,
    /// Name of this portal at the provider.
    pub client_id: String,
    /// Its secret.
    pub client_secret: SecretString,
    /// Scopes asked for.
    pub scopes: String,
    /// Levels asked for and accepted.
    pub acr_values: String,
    /// Whether claims about the person must be signed.
    pub signed_userinfo: bool,
    /// Tests only: a provider without TLS.
    pub allow_http: bool,
    /// Whether the identities of the demonstration are offered.
    pub demo: bool,
    /// Names of the claims.
    pub claims: Claims,
}

/// Names of the claims of an identity provider.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    /// Family name.
    pub family_name: String,
    /// Given names.
    pub given_names: String,
    /// National register or BIS number.
    pub national_number: String,
    /// Mail address.
    pub mail: String,
    /// Preferred language.
    pub language: String,
}
