//! Passkeys on the side of the service: the two ceremonies of Web
//! Authentication Level 3 (W3C), without I/O, clock or storage.
//!
//! - [`RelyingParty::register`]: section 7.1, attestation `none`;
//! - [`RelyingParty::assert`]: section 7.2.
//!
//! User verification is always required, so one passkey counts as two factors:
//! the device and the finger, face or code that opens it. Algorithms are ES256,
//! EdDSA (Ed25519) and RS256, checked by aws-lc-rs.
//!
//! The caller keeps challenges: each one random, for one ceremony, for a few
//! minutes. It also keeps [`Credential`]s, and writes back the counter of
//! [`Assertion`].

mod authenticator;
mod ceremony;
mod client;
mod cose;

pub use authenticator::AuthenticatorData;
pub use ceremony::{Answer, Assertion, Attestation, Credential, RelyingParty};
pub use client::challenge_of;
pub use cose::{ALGORITHMS, PublicKey};

/// Why a passkey is refused. The words are for the log: a person only hears
/// that it did not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refused {
    /// Not the JSON of section 5.8.1.
    #[error("the client data cannot be read")]
    ClientData,
    /// An answer to the other ceremony.
    #[error("the client data is of another ceremony")]
    Ceremony,
    /// An answer to another challenge, or an old one.
    #[error("the challenge is another one")]
    Challenge,
    /// Made on another site: phishing, or a wrong base address in the settings.
    #[error("the origin is another one")]
    Origin,
    /// Not the CBOR of section 6.5.4.
    #[error("the attestation object cannot be read")]
    AttestationObject,
    /// The authenticator proves its make, which was not asked for.
    #[error("the attestation format is not none")]
    AttestationFormat,
    /// Not the bytes of section 6.1.
    #[error("the authenticator data cannot be read")]
    AuthenticatorData,
    /// Made for another relying party.
    #[error("the relying party is another one")]
    RelyingParty,
    /// Nobody touched the device.
    #[error("the user was not present")]
    NotPresent,
    /// The device was not opened by its user.
    #[error("the user was not verified")]
    NotVerified,
    /// A key of another kind, or damaged.
    #[error("the public key is of no accepted kind")]
    Key,
    /// Another credential answered.
    #[error("the credential is another one")]
    Credential,
    /// The signature does not fit.
    #[error("the signature is wrong")]
    Signature,
    /// The counter did not grow: the device may have been copied.
    #[error("the signature counter went back")]
    Counter,
}
