//! Opening a message: what the browser does. Used for tests, for receipts and
//! for anything that receives pushes itself.

use aws_lc_rs::aead::Aad;
use aws_lc_rs::agreement::{ECDH_P256, PrivateKey, UnparsedPublicKey, agree};
use aws_lc_rs::encoding::{AsBigEndian as _, EcPrivateKeyBin};
use aws_lc_rs::rand;

use crate::agreement::public_bytes;
use crate::schedule::{content_key, input_key};
use crate::{AUTH_LEN, CryptoFailure, HEADER_LEN, PUBLIC_KEY_LEN, SALT_LEN, TAG_LEN};

/// The secret side of a subscription: private key and authentication secret.
pub struct ReceiverKeys {
    private: PrivateKey,
    public: [u8; PUBLIC_KEY_LEN],
    auth: [u8; AUTH_LEN],
}

/// Why a message could not be opened. Each way to damage a message has its own
/// value, so that a fault can be told from an attack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Shorter than salt, record size and key length.
    #[error("the header is cut short")]
    TruncatedHeader,
    /// Shorter than the key that the header announces.
    #[error("the sender's key is cut short")]
    TruncatedKey,
    /// The key identifier is not an uncompressed P-256 key (RFC 8291 section 4).
    #[error("the key identifier is not a public key of 65 bytes")]
    KeyForm,
    /// The sender's key is not a point of the curve.
    #[error("the sender's key is not a point of the curve P-256")]
    NotOnCurve,
    /// The record size is below 18, the least of RFC 8188 section 2.1.
    #[error("the record size is invalid")]
    RecordSize,
    /// The record cannot hold a delimiter and a tag.
    #[error("the record is cut short")]
    TruncatedRecord,
    /// There is more than one record (RFC 8291 section 4).
    #[error("the message has more than one record")]
    ManyRecords,
    /// The tag does not fit: wrong key, wrong secret or altered content.
    #[error("the message is not authentic")]
    NotAuthentic,
    /// Nothing but zeros: no delimiter.
    #[error("the padding delimiter is missing")]
    DelimiterMissing,
    /// The delimiter is not `0x02`, the mark of the last record.
    #[error("the padding delimiter is wrong")]
    DelimiterWrong,
    /// The cryptographic library failed.
    #[error(transparent)]
    Crypto(#[from] CryptoFailure),
}

impl ReceiverKeys {
    /// Fresh keys, as a browser makes them when it subscribes.
    ///
    /// # Errors
    /// [`CryptoFailure`] if no key could be generated.
    pub fn generate() -> Result<Self, CryptoFailure> {
        let mut auth = [0; AUTH_LEN];
        rand::fill(&mut auth)?;
        Self::with(PrivateKey::generate(&ECDH_P256)?, auth)
    }

    /// Keys from a private scalar (32 bytes, big endian) and a secret.
    ///
    /// # Errors
    /// [`CryptoFailure`] if the scalar is not a private key of P-256.
    pub fn from_private(scalar: &[u8], auth: [u8; AUTH_LEN]) -> Result<Self, CryptoFailure> {
        let private = PrivateKey::from_private_key(&ECDH_P256, scalar).map_err(|_| CryptoFailure)?;
        Self::with(private, auth)
    }

    fn with(private: PrivateKey, auth: [u8; AUTH_LEN]) -> Result<Self, CryptoFailure> {
        let public = public_bytes(&private)?;
        Ok(Self { private, public, auth })
    }

    /// The public key, uncompressed: `p256dh` of the subscription.
    #[must_use]
    pub fn public(&self) -> &[u8; PUBLIC_KEY_LEN] {
        &self.public
    }

    /// The authentication secret: `auth` of the subscription.
    #[must_use]
    pub fn auth(&self) -> &[u8; AUTH_LEN] {
        &self.auth
    }

    /// The private scalar, 32 bytes big endian, for storing the keys.
    ///
    /// # Errors
    /// [`CryptoFailure`] if the library cannot encode the key.
    pub fn private_scalar(&self) -> Result<[u8; 32], CryptoFailure> {
        let bin: EcPrivateKeyBin<'_> = self.private.as_be_bytes()?;
        bin.as_ref().try_into().map_err(|_| CryptoFailure)
    }
}

impl std::fmt::Debug for ReceiverKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ReceiverKeys").finish_non_exhaustive()
    }
}

/// Opens one message body and returns its text without padding.
///
/// # Errors
/// [`OpenError`] names the part that is missing, malformed or not authentic.
pub fn open(keys: &ReceiverKeys, body: &[u8]) -> Result<Vec<u8>, OpenError> {
    let parts = Parts::parse(body)?;
    let peer = UnparsedPublicKey::new(&ECDH_P256, parts.sender);
    let ikm = agree(&keys.private, peer, OpenError::NotOnCurve, |shared| {
        Ok(input_key(&keys.auth, shared, &keys.public, parts.sender)?)
    })?;
    let (key, nonce) = content_key(&ikm, parts.salt)?;
    let mut text = parts.record.to_vec();
    let length =
        key.open_in_place(nonce, Aad::empty(), &mut text).map_err(|_| OpenError::NotAuthentic)?.len();
    text.truncate(length);
    let delimiter = text.iter().rposition(|&b| b != 0).ok_or(OpenError::DelimiterMissing)?;
    if text[delimiter] != 2 {
        return Err(OpenError::DelimiterWrong);
    }
    text.truncate(delimiter);
    Ok(text)
}

/// The fields of the `aes128gcm` header and its single record.
struct Parts<'a> {
    salt: &'a [u8; SALT_LEN],
    sender: &'a [u8; PUBLIC_KEY_LEN],
    record: &'a [u8],
}

impl<'a> Parts<'a> {
    fn parse(body: &'a [u8]) -> Result<Self, OpenError> {
        let (salt, rest) = body.split_first_chunk::<SALT_LEN>().ok_or(OpenError::TruncatedHeader)?;
        let (size, rest) = rest.split_first_chunk::<4>().ok_or(OpenError::TruncatedHeader)?;
        let (&key_length, rest) = rest.split_first().ok_or(OpenError::TruncatedHeader)?;
        if rest.len() < usize::from(key_length) {
            return Err(OpenError::TruncatedKey);
        }
        if usize::from(key_length) != PUBLIC_KEY_LEN {
            return Err(OpenError::KeyForm);
        }
        let (sender, record) = rest.split_first_chunk::<PUBLIC_KEY_LEN>().ok_or(OpenError::TruncatedKey)?;
        if sender[0] != 4 {
            return Err(OpenError::KeyForm);
        }
        let size = u32::from_be_bytes(*size);
        if size < 18 {
            return Err(OpenError::RecordSize);
        }
        if record.len() <= TAG_LEN {
            return Err(OpenError::TruncatedRecord);
        }
        if u64::from(size) < record.len() as u64 {
            return Err(OpenError::ManyRecords);
        }
        debug_assert_eq!(body.len(), HEADER_LEN + record.len());
        Ok(Self { salt, sender, record })
    }
}
