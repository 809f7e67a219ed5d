//! Voluntary Application Server Identification (VAPID), RFC 8292.

use aws_lc_rs::agreement;
use aws_lc_rs::encoding::{AsBigEndian as _, EcPrivateKeyBin};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use zeroize::Zeroizing;

use crate::agreement::public_bytes;
use crate::{CryptoFailure, Origin, PUBLIC_KEY_LEN, Subject, pem};

/// The longest life of a token, 24 hours (RFC 8292 section 2).
pub const MAX_TOKEN_AGE_S: u64 = 24 * 60 * 60;

/// The ES256 key that signs for us towards push services. A subscription is
/// bound for life to the key it was made with.
pub struct VapidKey {
    pair: EcdsaKeyPair,
    public: [u8; PUBLIC_KEY_LEN],
}

/// Why a key was not read or a token not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VapidError {
    /// Not a P-256 private key in the form expected.
    #[error("this is not a private key of P-256")]
    Key,
    /// `exp` is not in the future.
    #[error("the token would already be expired")]
    Expired,
    /// `exp` is more than [`MAX_TOKEN_AGE_S`] ahead.
    #[error("the token would live longer than 24 hours")]
    TooLong,
    /// The cryptographic library failed.
    #[error(transparent)]
    Crypto(#[from] CryptoFailure),
}

impl VapidKey {
    /// A fresh key.
    ///
    /// # Errors
    /// [`VapidError::Crypto`] if no key could be generated.
    pub fn generate() -> Result<Self, VapidError> {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).map_err(CryptoFailure::from)?;
        Self::with(pair)
    }

    /// Reads a PKCS #8 document (DER).
    ///
    /// # Errors
    /// [`VapidError::Key`] if it does not hold a P-256 key.
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, VapidError> {
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der)
            .map_err(|_| VapidError::Key)
            .and_then(Self::with)
    }

    /// Reads a PEM text: PKCS #8 (`PRIVATE KEY`) or SEC 1 (`EC PRIVATE KEY`,
    /// as `openssl ecparam -genkey` writes it).
    ///
    /// # Errors
    /// [`VapidError::Key`] if it does not hold a P-256 key.
    pub fn from_pem(text: &str) -> Result<Self, VapidError> {
        let (form, der) = pem::decode(text).ok_or(VapidError::Key)?;
        match form {
            pem::Form::Pkcs8 => Self::from_pkcs8(&der),
            pem::Form::Sec1 => EcdsaKeyPair::from_private_key_der(&ECDSA_P256_SHA256_FIXED_SIGNING, &der)
                .map_err(|_| VapidError::Key)
                .and_then(Self::with),
        }
    }

    /// Reads a private scalar of 32 bytes, big endian.
    ///
    /// # Errors
    /// [`VapidError::Key`] if it is not a private key of P-256.
    pub fn from_raw(scalar: &[u8]) -> Result<Self, VapidError> {
        let private = agreement::PrivateKey::from_private_key(&agreement::ECDH_P256, scalar)
            .map_err(|_| VapidError::Key)?;
        let public = public_bytes(&private)?;
        EcdsaKeyPair::from_private_key_and_public_key(&ECDSA_P256_SHA256_FIXED_SIGNING, scalar, &public)
            .map_err(|_| VapidError::Key)
            .and_then(Self::with)
    }

    /// Reads a private scalar in base64url, the form that most web push tools
    /// print.
    ///
    /// # Errors
    /// [`VapidError::Key`] if it is not a private key of P-256.
    pub fn from_base64url(text: &str) -> Result<Self, VapidError> {
        let scalar =
            URL_SAFE_NO_PAD.decode(text.trim().trim_end_matches('=')).map_err(|_| VapidError::Key)?;
        Self::from_raw(&Zeroizing::new(scalar))
    }

    fn with(pair: EcdsaKeyPair) -> Result<Self, VapidError> {
        let public = pair.public_key().as_ref();
        let public = public.try_into().map_err(|_| VapidError::Key)?;
        Ok(Self { pair, public })
    }

    /// The key as PKCS #8 PEM, to be stored as a secret.
    ///
    /// # Errors
    /// [`VapidError::Crypto`] if the library cannot encode the key.
    pub fn to_pem(&self) -> Result<Zeroizing<String>, VapidError> {
        let document = self.pair.to_pkcs8v1().map_err(CryptoFailure::from)?;
        Ok(pem::encode(document.as_ref()))
    }

    /// The private scalar in base64url, to be stored as a secret.
    ///
    /// # Errors
    /// [`VapidError::Crypto`] if the library cannot encode the key.
    pub fn to_base64url(&self) -> Result<Zeroizing<String>, VapidError> {
        let bin: EcPrivateKeyBin<'_> = self.pair.private_key().as_be_bytes().map_err(CryptoFailure::from)?;
        Ok(Zeroizing::new(URL_SAFE_NO_PAD.encode(bin.as_ref())))
    }

    /// The public key, uncompressed.
    #[must_use]
    pub fn public(&self) -> &[u8; PUBLIC_KEY_LEN] {
        &self.public
    }

    /// The public key in base64url: the browser's `applicationServerKey` and
    /// the `k` of the header.
    #[must_use]
    pub fn public_base64url(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.public)
    }

    /// Signs a token for one push origin. `now` and `exp` are seconds since
    /// 1970-01-01 UTC; a token serves every message to that origin until `exp`.
    ///
    /// # Errors
    /// [`VapidError::Expired`] or [`VapidError::TooLong`] if `exp` is not within
    /// 24 hours after `now`; [`VapidError::Crypto`] if signing failed.
    pub fn token(
        &self,
        audience: &Origin,
        subject: &Subject,
        now: u64,
        exp: u64,
    ) -> Result<String, VapidError> {
        if exp <= now {
            return Err(VapidError::Expired);
        }
        if exp - now > MAX_TOKEN_AGE_S {
            return Err(VapidError::TooLong);
        }
        // Origin and subject hold no quotes, backslashes or control characters
        // (both types check that), so they need no escaping in JSON.
        let claims = format!(r#"{{"aud":"{}","exp":{exp},"sub":"{}"}}"#, audience.as_str(), subject.as_str());
        let mut token = URL_SAFE_NO_PAD.encode(r#"{"typ":"JWT","alg":"ES256"}"#);
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(claims, &mut token);
        let signature =
            self.pair.sign(&SystemRandom::new(), token.as_bytes()).map_err(CryptoFailure::from)?;
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(signature.as_ref(), &mut token);
        Ok(token)
    }

    /// The value of the `Authorization` header (RFC 8292 section 3) with a
    /// fresh token. A bearer secret until `exp`.
    ///
    /// # Errors
    /// As [`VapidKey::token`].
    pub fn authorization(
        &self,
        audience: &Origin,
        subject: &Subject,
        now: u64,
        exp: u64,
    ) -> Result<String, VapidError> {
        let token = self.token(audience, subject, now, exp)?;
        Ok(format!("vapid t={token}, k={}", self.public_base64url()))
    }
}

impl std::fmt::Debug for VapidKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VapidKey").field("public", &self.public_base64url()).finish_non_exhaustive()
    }
}
