//! Putting a signature on a message.

use std::fmt::Write as _;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject as _;

use super::algorithms::{ECDSA_SHA256, ENVELOPED, EXCLUSIVE, KeyKind, RSA_SHA256, SHA256, digest_of};
use super::{Certificate, CertificateError, NAMESPACE};
use crate::Limits;
use crate::finding::{Finding, Place};
use crate::xml::{C14n, canonicalize, canonicalize_document, parse};

/// A private key with the certificate that names its holder.
pub struct SigningKey {
    pair: Pair,
    /// That of the key first, then those that vouch for it.
    certificates: Vec<Certificate>,
}

enum Pair {
    Rsa(RsaKeyPair),
    P256(EcdsaKeyPair),
}

/// A key cannot be used to sign.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The text is no private key in PEM form.
    #[error("the text is no private key in PEM form")]
    Pem,
    /// The key is neither RSA of 2048 bits or more, nor of the curve P-256.
    #[error("the key is neither RSA of 2048 bits or more, nor of the curve P-256")]
    Unsupported,
    /// The certificate belongs to another key.
    #[error("the first certificate belongs to another key")]
    OtherCertificate,
    /// The certificate cannot be read.
    #[error(transparent)]
    Certificate(#[from] CertificateError),
}

/// A message cannot be signed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// The text is no XML.
    #[error("the message cannot be read: {0}")]
    Unreadable(Finding),
    /// The text is no CAP message with content.
    #[error("the text is no CAP message")]
    NotAnAlert,
    /// There is a signature already.
    #[error("the message is signed already")]
    AlreadySigned,
    /// The cryptographic library refused.
    #[error("the key could not sign")]
    Refused,
}

impl SigningKey {
    /// Reads a private key (PKCS #8, PKCS #1 or SEC 1) and its certificate,
    /// with those that vouch for it after it, all in PEM form.
    ///
    /// # Errors
    /// When one cannot be read, is of a kind not accepted, or they do not
    /// belong together.
    pub fn from_pem(key: &str, certificates: &str) -> Result<Self, KeyError> {
        let der = PrivateKeyDer::from_pem_slice(key.as_bytes()).map_err(|_| KeyError::Pem)?;
        let certificates = Certificate::all_from_pem(certificates)?;
        let pair = Pair::from_der(&der).ok_or(KeyError::Unsupported)?;
        let (kind, public) = match &pair {
            Pair::Rsa(pair) => (KeyKind::Rsa, pair.public_key().as_ref()),
            Pair::P256(pair) => (KeyKind::P256, pair.public_key().as_ref()),
        };
        let named = certificates.first().and_then(Certificate::public_key);
        if named.is_none_or(|(other, key)| other != kind || key != public) {
            return Err(KeyError::OtherCertificate);
        }
        Ok(Self { pair, certificates })
    }

    /// The certificate of the key.
    #[must_use]
    pub fn certificate(&self) -> Option<&Certificate> {
        self.certificates.first()
    }

    fn algorithm(&self) -> &'static str {
        match self.pair {
            Pair::Rsa(_) => RSA_SHA256,
            Pair::P256(_) => ECDSA_SHA256,
        }
    }

    fn sign(&self, message: &str) -> Option<Vec<u8>> {
        let random = SystemRandom::new();
        match &self.pair {
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &random, message.as_bytes(), &mut signature).ok()?;
                Some(signature)
            }
            Pair::P256(pair) => Some(pair.sign(&random, message.as_bytes()).ok()?.as_ref().to_vec()),
        }
    }
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningKey").field("certificates", &self.certificates).finish_non_exhaustive()
    }
}

impl Pair {
    fn from_der(der: &PrivateKeyDer<'_>) -> Option<Self> {
        let bytes = der.secret_der();
        let rsa = match der {
            PrivateKeyDer::Pkcs1(_) => RsaKeyPair::from_der(bytes),
            _ => RsaKeyPair::from_pkcs8(bytes),
        };
        if let Ok(pair) = rsa {
            return (pair.public_modulus_len() >= KeySize::Rsa2048.len()).then_some(Self::Rsa(pair));
        }
        let algorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let ec = match der {
            PrivateKeyDer::Sec1(_) => EcdsaKeyPair::from_private_key_der(algorithm, bytes),
            _ => EcdsaKeyPair::from_pkcs8(algorithm, bytes),
        };
        ec.ok().map(Self::P256)
    }
}

/// Puts an enveloped signature at the end of a message, over all of it.
///
/// Nothing else in the text changes. Canonical form is the exclusive one, the
/// digest is SHA-256, and the signature is RSA or ECDSA by the kind of key.
///
/// # Errors
/// When the text is no CAP message, or is signed already.
pub fn sign(xml: &str, key: &SigningKey) -> Result<String, SignError> {
    let tree = parse(xml, &Limits::ALERT)
        .map_err(|error| SignError::Unreadable(Finding::new(error.code, Place::INPUT, error.args)))?;
    let root = tree.element(tree.root).filter(|root| {
        let empty = root.end_offset == tree.nodes[tree.root].offset;
        root.name == "alert" && root.namespace.starts_with("urn:oasis:names:tc:emergency:cap:") && !empty
    });
    let end = root.ok_or(SignError::NotAnAlert)?.end_offset;
    let signed = |id| tree.element(id).is_some_and(|e| e.namespace == NAMESPACE && e.name == "Signature");
    if (0..tree.nodes.len()).any(signed) {
        return Err(SignError::AlreadySigned);
    }
    let form = C14n::Exclusive(Vec::new());
    let digest = digest_of(SHA256, &canonicalize_document(&tree, None, &form)).ok_or(SignError::Refused)?;
    let info = signed_info(key.algorithm(), &STANDARD.encode(digest));
    let value = key.sign(&canonical_info(&info).ok_or(SignError::Refused)?).ok_or(SignError::Refused)?;
    let mut out = String::with_capacity(xml.len() + 8192);
    out.push_str(&xml[..end]);
    let _ = write!(out, "<ds:Signature xmlns:ds=\"{NAMESPACE}\">{info}<ds:SignatureValue>");
    out.push_str(&STANDARD.encode(value));
    out.push_str("</ds:SignatureValue><ds:KeyInfo><ds:X509Data>");
    for certificate in &key.certificates {
        let encoded = STANDARD.encode(certificate.der());
        let _ = write!(out, "<ds:X509Certificate>{encoded}</ds:X509Certificate>");
    }
    out.push_str("</ds:X509Data></ds:KeyInfo></ds:Signature>");
    out.push_str(&xml[end..]);
    Ok(out)
}

/// What the signature is made over.
fn signed_info(algorithm: &str, digest: &str) -> String {
    format!(
        "<ds:SignedInfo><ds:CanonicalizationMethod Algorithm=\"{EXCLUSIVE}\"/>\
         <ds:SignatureMethod Algorithm=\"{algorithm}\"/><ds:Reference URI=\"\"><ds:Transforms>\
         <ds:Transform Algorithm=\"{ENVELOPED}\"/><ds:Transform Algorithm=\"{EXCLUSIVE}\"/>\
         </ds:Transforms><ds:DigestMethod Algorithm=\"{SHA256}\"/>\
         <ds:DigestValue>{digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>"
    )
}

/// The canonical form of that, as it will be inside the signature.
fn canonical_info(info: &str) -> Option<String> {
    let wrapped = format!("<ds:Signature xmlns:ds=\"{NAMESPACE}\">{info}</ds:Signature>");
    let tree = parse(&wrapped, &Limits::ALERT).ok()?;
    let id = tree.child(tree.root, NAMESPACE, "SignedInfo")?;
    Some(canonicalize(&tree, id, None, &C14n::Exclusive(Vec::new())))
}
