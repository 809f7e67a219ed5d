//! The accepted algorithms, by their URIs (RFC 9231).

use aws_lc_rs::digest::{self, Digest};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384,
    RSA_PKCS1_2048_8192_SHA512, VerificationAlgorithm,
};

use crate::xml::C14n;

pub(super) const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
pub(super) const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
pub(super) const SHA256: &str = "http://www.w3.org/2001/04/xmlenc#sha256";
pub(super) const RSA_SHA256: &str = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
pub(super) const ECDSA_SHA256: &str = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

/// The family of a public key, which a signature algorithm must belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyKind {
    Rsa,
    P256,
    P384,
}

/// The digest of a text; nothing for an algorithm that is not accepted. SHA-1
/// is not: collisions are within reach.
pub(super) fn digest_of(uri: &str, text: &str) -> Option<Digest> {
    let algorithm = match uri {
        SHA256 => &digest::SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#sha384" => &digest::SHA384,
        "http://www.w3.org/2001/04/xmlenc#sha512" => &digest::SHA512,
        _ => return None,
    };
    Some(digest::digest(algorithm, text.as_bytes()))
}

/// The check for a signature algorithm, with the kind of key it needs.
pub(super) fn verification_of(uri: &str) -> Option<(KeyKind, &'static dyn VerificationAlgorithm)> {
    Some(match uri {
        RSA_SHA256 => (KeyKind::Rsa, &RSA_PKCS1_2048_8192_SHA256),
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384" => (KeyKind::Rsa, &RSA_PKCS1_2048_8192_SHA384),
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512" => (KeyKind::Rsa, &RSA_PKCS1_2048_8192_SHA512),
        ECDSA_SHA256 => (KeyKind::P256, &ECDSA_P256_SHA256_FIXED),
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384" => (KeyKind::P384, &ECDSA_P384_SHA384_FIXED),
        _ => return None,
    })
}

/// The canonical form; whether comments are kept is dealt with by the caller.
pub(super) fn canonical_form(uri: &str, inclusive_prefixes: &str) -> Option<C14n> {
    // An exclusive form ends in a fragment already, an inclusive one does not.
    let plain = uri.strip_suffix("WithComments").unwrap_or(uri);
    match plain {
        EXCLUSIVE => {
            let prefixes = inclusive_prefixes.split_ascii_whitespace();
            let named = prefixes.map(|name| if name == "#default" { "" } else { name });
            Some(C14n::Exclusive(named.map(str::to_owned).collect()))
        }
        _ => match plain.strip_suffix('#').unwrap_or(plain) {
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315" | "http://www.w3.org/2006/12/xml-c14n11" => {
                Some(C14n::Inclusive)
            }
            _ => None,
        },
    }
}
