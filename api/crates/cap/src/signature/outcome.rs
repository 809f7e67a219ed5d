//! What a look at a signature can give.

use serde::Serialize;

use super::Certificate;
use crate::Finding;

/// The outcome of looking for a signature and checking it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Outcome {
    /// The message is not signed.
    None,
    /// The message is as its signer wrote it, and the signer is trusted.
    Valid {
        /// Who signed.
        certificate: Certificate,
    },
    /// The signature is that of the key, but the message was changed since.
    DigestMismatch,
    /// The signature was not made with the key of the certificate, or the
    /// signature itself was changed.
    SignatureInvalid,
    /// The message is as its signer wrote it, but the certificate ended.
    CertificateExpired {
        /// Who signed.
        certificate: Certificate,
    },
    /// The message is as its signer wrote it, but the certificate has yet to
    /// begin.
    CertificateNotYetValid {
        /// Who signed.
        certificate: Certificate,
    },
    /// The message is as its signer wrote it, but nobody vouches for the
    /// certificate.
    CertificateNotTrusted {
        /// Who signed.
        certificate: Certificate,
    },
    /// The signature names no certificate.
    CertificateMissing,
    /// The certificate cannot be read.
    CertificateInvalid,
    /// The signature uses an algorithm that is not accepted, because it is
    /// weak or unknown.
    UnsupportedAlgorithm {
        /// The URI of the algorithm.
        algorithm: String,
    },
    /// There is not exactly one signature over the whole message: it stands
    /// elsewhere, covers a part, or comes twice.
    NotOverWholeMessage,
    /// The input is no XML.
    Unreadable {
        /// Why.
        finding: Box<Finding>,
    },
}

impl Outcome {
    /// Stable name of the outcome, also the tag in JSON.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Valid { .. } => "valid",
            Self::DigestMismatch => "digest-mismatch",
            Self::SignatureInvalid => "signature-invalid",
            Self::CertificateExpired { .. } => "certificate-expired",
            Self::CertificateNotYetValid { .. } => "certificate-not-yet-valid",
            Self::CertificateNotTrusted { .. } => "certificate-not-trusted",
            Self::CertificateMissing => "certificate-missing",
            Self::CertificateInvalid => "certificate-invalid",
            Self::UnsupportedAlgorithm { .. } => "unsupported-algorithm",
            Self::NotOverWholeMessage => "not-over-whole-message",
            Self::Unreadable { .. } => "unreadable",
        }
    }

    /// Every code, for those who translate them.
    pub const CODES: &'static [&'static str] = &[
        "none",
        "valid",
        "digest-mismatch",
        "signature-invalid",
        "certificate-expired",
        "certificate-not-yet-valid",
        "certificate-not-trusted",
        "certificate-missing",
        "certificate-invalid",
        "unsupported-algorithm",
        "not-over-whole-message",
        "unreadable",
    ];

    /// Whether the message is signed by someone trusted, and unchanged.
    #[must_use]
    pub const fn is_valid(&self) -> bool {
        matches!(self, Self::Valid { .. })
    }
}
