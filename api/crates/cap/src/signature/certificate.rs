//! X.509 certificates, as far as signatures on alerts need them.

use aws_lc_rs::digest::{SHA256, digest};
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, UnixTime};
use serde::Serialize;
use time::OffsetDateTime;
use webpki::{EndEntityCert, Error, ExtendedKeyUsageValidator, KeyPurposeIdIter, anchor_from_trusted_cert};
use x509_cert::der::Decode as _;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::ext::pkix::{KeyUsage, KeyUsages};

use super::algorithms::KeyKind;

/// A certificate. What is shown of it is its subject, its fingerprint and the
/// time it is valid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Certificate {
    /// The subject, as RFC 4514 writes it.
    pub subject: String,
    /// SHA-256 of the certificate, as 64 hexadecimal digits.
    pub fingerprint: String,
    /// When it begins.
    #[serde(with = "time::serde::rfc3339")]
    pub not_before: OffsetDateTime,
    /// When it ends.
    #[serde(with = "time::serde::rfc3339")]
    pub not_after: OffsetDateTime,
    #[serde(skip)]
    der: Vec<u8>,
}

/// A certificate cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CertificateError {
    /// The text is not PEM.
    #[error("the text is no certificate in PEM form")]
    Pem,
    /// There is no certificate in the text.
    #[error("there is no certificate in the text")]
    Missing,
    /// The bytes are not X.509.
    #[error("the certificate is not X.509: {0}")]
    Der(String),
}

impl Certificate {
    /// Reads a certificate in DER form.
    ///
    /// # Errors
    /// When the bytes are not X.509.
    pub fn from_der(der: &[u8]) -> Result<Self, CertificateError> {
        let read = x509_cert::Certificate::from_der(der)
            .map_err(|error| CertificateError::Der(error.to_string()))?;
        let inner = &read.tbs_certificate;
        let instant = |time: x509_cert::time::Time| {
            let seconds = i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
            OffsetDateTime::from_unix_timestamp(seconds)
                .map_err(|error| CertificateError::Der(error.to_string()))
        };
        let fingerprint = digest(&SHA256, der);
        Ok(Self {
            subject: inner.subject.to_string(),
            fingerprint: fingerprint.as_ref().iter().map(|byte| format!("{byte:02x}")).collect(),
            not_before: instant(inner.validity.not_before)?,
            not_after: instant(inner.validity.not_after)?,
            der: der.to_vec(),
        })
    }

    /// Reads all certificates in a text in PEM form.
    ///
    /// # Errors
    /// When there is none, or one cannot be read.
    pub fn all_from_pem(pem: &str) -> Result<Vec<Self>, CertificateError> {
        let mut found = Vec::new();
        for der in CertificateDer::pem_slice_iter(pem.as_bytes()) {
            let der = der.map_err(|_| CertificateError::Pem)?;
            found.push(Self::from_der(&der)?);
        }
        if found.is_empty() { Err(CertificateError::Missing) } else { Ok(found) }
    }

    /// The certificate in DER form.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The public key, with its family; nothing for families not accepted.
    pub(super) fn public_key(&self) -> Option<(KeyKind, Vec<u8>)> {
        const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
        const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
        const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
        const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");
        let read = x509_cert::Certificate::from_der(&self.der).ok()?;
        let info = read.tbs_certificate.subject_public_key_info;
        let kind = match info.algorithm.oid {
            RSA => KeyKind::Rsa,
            EC => match info.algorithm.parameters?.decode_as::<ObjectIdentifier>().ok()? {
                P256 => KeyKind::P256,
                P384 => KeyKind::P384,
                _ => return None,
            },
            _ => return None,
        };
        Some((kind, info.subject_public_key.as_bytes()?.to_vec()))
    }

    /// Whether the certificate, if it limits the use of its key, allows
    /// signatures on documents.
    fn may_sign(&self) -> bool {
        let Ok(read) = x509_cert::Certificate::from_der(&self.der) else {
            return false;
        };
        match read.tbs_certificate.get::<KeyUsage>() {
            Ok(Some((_, KeyUsage(usage)))) => {
                usage.contains(KeyUsages::DigitalSignature) || usage.contains(KeyUsages::NonRepudiation)
            }
            Ok(None) => true,
            Err(_) => false,
        }
    }

    /// Whether one of the anchors is this certificate, or vouches for it
    /// through the others that came with it.
    pub(super) fn is_trusted(&self, anchors: &[Self], others: &[Self], at: OffsetDateTime) -> bool {
        if anchors.iter().any(|anchor| anchor.der == self.der) {
            return true;
        }
        self.may_sign() && self.has_path(anchors, others, at).is_some()
    }

    fn has_path(&self, anchors: &[Self], others: &[Self], at: OffsetDateTime) -> Option<()> {
        let ders: Vec<_> = anchors.iter().map(|anchor| CertificateDer::from(anchor.der.as_slice())).collect();
        let anchors: Vec<_> = ders.iter().filter_map(|der| anchor_from_trusted_cert(der).ok()).collect();
        let others: Vec<_> = others.iter().map(|other| CertificateDer::from(other.der.as_slice())).collect();
        let own = CertificateDer::from(self.der.as_slice());
        let leaf = EndEntityCert::try_from(&own).ok()?;
        let seconds = u64::try_from(at.unix_timestamp()).ok()?;
        let at = UnixTime::since_unix_epoch(std::time::Duration::from_secs(seconds));
        let algorithms = webpki::ALL_VERIFICATION_ALGS;
        leaf.verify_for_usage(algorithms, &anchors, &others, at, AnyPurpose, None, None).ok()?;
        Some(())
    }
}

/// Accepts certificates for any purpose: none was ever defined for alerts.
struct AnyPurpose;

impl ExtendedKeyUsageValidator for AnyPurpose {
    fn validate(&self, purposes: KeyPurposeIdIter<'_, '_>) -> Result<(), Error> {
        purposes.into_iter().try_for_each(|purpose| purpose.map(drop))
    }
}
