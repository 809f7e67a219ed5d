//! Checks of the `Authorization` header (RFC 8292). The signature is verified
//! with RustCrypto, which shares no code with the sender.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, VerifyingKey};
use safe_sealing::Subject;
use serde::Deserialize;

use crate::Flavour;

/// Tokens kept; senders that sign every message would fill memory otherwise.
const CACHE: usize = 4096;
/// Longest life of a token in seconds (RFC 8292 section 2).
const MAX_AGE_S: u64 = 24 * 60 * 60;

/// What is wrong with a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenFault {
    Missing,
    Malformed,
    Signature,
    Expired,
    TooLong,
    Audience,
    Subject,
    Key,
}

impl TokenFault {
    /// The status of a service of this flavour.
    pub(crate) fn status(self, flavour: Flavour) -> u16 {
        match (flavour, self) {
            (Flavour::Apple, _) | (_, Self::Signature | Self::TooLong | Self::Key) => 403,
            _ => 401,
        }
    }
}

/// What a token with a good signature says.
struct Verified {
    aud: String,
    exp: u64,
    subject_is_proper: bool,
    key: String,
}

type Verdict = Result<Arc<Verified>, TokenFault>;

/// Verifies tokens, each signature once.
pub(crate) struct Verifier {
    only_key: Option<String>,
    cache: Mutex<HashMap<Vec<u8>, Verdict>>,
}

impl Verifier {
    pub(crate) fn new(only_key: Option<String>) -> Self {
        Self { only_key, cache: Mutex::default() }
    }

    /// Checks the header of one request to `origin`.
    pub(crate) fn check(
        &self,
        header: Option<&[u8]>,
        origin: &str,
        flavour: Flavour,
        now: u64,
    ) -> Result<(), TokenFault> {
        let token = self.verified(header.ok_or(TokenFault::Missing)?)?;
        if token.aud != origin {
            Err(TokenFault::Audience)
        } else if token.exp <= now {
            Err(TokenFault::Expired)
        } else if token.exp - now > MAX_AGE_S {
            Err(TokenFault::TooLong)
        } else if flavour == Flavour::Apple && !token.subject_is_proper {
            Err(TokenFault::Subject)
        } else if self.only_key.as_ref().is_some_and(|k| *k != token.key) {
            Err(TokenFault::Key)
        } else {
            Ok(())
        }
    }

    fn verified(&self, header: &[u8]) -> Verdict {
        let lock = || self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(header) {
            return known.clone();
        }
        let result = verify(header).map(Arc::new);
        let mut cache = lock();
        if cache.len() >= CACHE {
            cache.clear();
        }
        cache.insert(header.to_vec(), result.clone());
        result
    }
}

#[derive(Deserialize)]
struct Header {
    alg: String,
}

#[derive(Deserialize)]
struct Claims {
    aud: String,
    exp: u64,
    #[serde(default)]
    sub: String,
}

fn verify(header: &[u8]) -> Result<Verified, TokenFault> {
    let text = std::str::from_utf8(header).map_err(|_| TokenFault::Malformed)?;
    let (scheme, parameters) = text.split_once(' ').ok_or(TokenFault::Malformed)?;
    if !scheme.eq_ignore_ascii_case("vapid") {
        return Err(TokenFault::Malformed);
    }
    let parameter = |name: &str| {
        parameters
            .split(',')
            .find_map(|p| p.trim().strip_prefix(name)?.strip_prefix('='))
            .ok_or(TokenFault::Malformed)
    };
    let (token, key) = (parameter("t")?, parameter("k")?);
    let (signed, signature) = token.rsplit_once('.').ok_or(TokenFault::Malformed)?;
    let (head, claims) = signed.split_once('.').ok_or(TokenFault::Malformed)?;

    let head: Header = json(head)?;
    if head.alg != "ES256" {
        return Err(TokenFault::Malformed);
    }
    let verifying = VerifyingKey::from_sec1_bytes(&bytes(key)?).map_err(|_| TokenFault::Malformed)?;
    let signature = Signature::from_slice(&bytes(signature)?).map_err(|_| TokenFault::Signature)?;
    verifying.verify(signed.as_bytes(), &signature).map_err(|_| TokenFault::Signature)?;
    let claims: Claims = json(claims)?;
    Ok(Verified {
        subject_is_proper: Subject::parse(&claims.sub).is_ok(),
        aud: claims.aud,
        exp: claims.exp,
        key: key.to_owned(),
    })
}

fn bytes(text: &str) -> Result<Vec<u8>, TokenFault> {
    URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).map_err(|_| TokenFault::Malformed)
}

fn json<T: for<'de> Deserialize<'de>>(part: &str) -> Result<T, TokenFault> {
    serde_json::from_slice(&bytes(part)?).map_err(|_| TokenFault::Malformed)
}
