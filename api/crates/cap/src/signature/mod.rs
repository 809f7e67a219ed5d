//! XML signatures on alerts (XML Signature 1.1, enveloped).
//!
//! [`sign`] puts one signature over the whole message; [`verify`] accepts only
//! such a signature, so that nothing outside it can pass as signed.
//!
//! ```
//! use safe_cap::signature::{self, Certificate, Outcome, SigningKey, Trust};
//!
//! # fn demo(xml: &str, key: &str, pem: &str, now: time::OffsetDateTime) -> Result<(), Box<dyn std::error::Error>> {
//! let signed = signature::sign(xml, &SigningKey::from_pem(key, pem)?)?;
//! let trust = Trust { anchors: Certificate::all_from_pem(pem)?, at: now };
//! assert!(matches!(signature::verify(signed.as_bytes(), &trust), Outcome::Valid { .. }));
//! # Ok(())
//! # }
//! ```

mod algorithms;
mod certificate;
mod outcome;
mod sign;
mod verify;

pub use certificate::{Certificate, CertificateError};
pub use outcome::Outcome;
pub use sign::{KeyError, SignError, SigningKey, sign};
pub use verify::{Trust, verify};

/// The namespace of XML signatures.
pub(crate) const NAMESPACE: &str = "http://www.w3.org/2000/09/xmldsig#";
