//! The receiving side of a subscription, as the browser gave it to us.

use aws_lc_rs::agreement::{ECDH_P256, ParsedPublicKey, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::{AUTH_LEN, PUBLIC_KEY_LEN};

/// The public key and authentication secret of one subscription, checked: the
/// key is an uncompressed point that lies on P-256.
#[derive(Clone, PartialEq, Eq)]
pub struct Receiver {
    p256dh: [u8; PUBLIC_KEY_LEN],
    auth: [u8; AUTH_LEN],
}

/// Why a subscription's keys were refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReceiverError {
    /// A value is not base64url.
    #[error("a key is not base64url")]
    Encoding,
    /// `p256dh` is not 65 bytes starting with `0x04`.
    #[error("p256dh is not an uncompressed public key of 65 bytes")]
    KeyForm,
    /// `p256dh` is not a point of the curve P-256.
    #[error("p256dh is not a point of the curve P-256")]
    NotOnCurve,
    /// `auth` is not 16 bytes.
    #[error("auth is not 16 bytes")]
    AuthLength,
}

impl Receiver {
    /// Checks raw keys.
    ///
    /// # Errors
    /// [`ReceiverError`] says which key is wrong and how.
    pub fn new(p256dh: &[u8], auth: &[u8]) -> Result<Self, ReceiverError> {
        let auth = auth.try_into().map_err(|_| ReceiverError::AuthLength)?;
        let p256dh: [u8; PUBLIC_KEY_LEN] = p256dh.try_into().map_err(|_| ReceiverError::KeyForm)?;
        if p256dh[0] != 4 {
            return Err(ReceiverError::KeyForm);
        }
        ParsedPublicKey::try_from(UnparsedPublicKey::new(&ECDH_P256, &p256dh))
            .map_err(|_| ReceiverError::NotOnCurve)?;
        Ok(Self { p256dh, auth })
    }

    /// Checks keys in the text form of `PushSubscription.toJSON()`. Padding and
    /// the standard base64 alphabet are accepted too: older browsers and
    /// exports of other systems use them.
    ///
    /// # Errors
    /// [`ReceiverError`] says which key is wrong and how.
    pub fn from_base64url(p256dh: &str, auth: &str) -> Result<Self, ReceiverError> {
        Self::new(&decode(p256dh)?, &decode(auth)?)
    }

    /// Rebuilds a receiver from bytes that [`Receiver::new`] accepted before,
    /// without repeating the curve check. A wrong point is still refused later,
    /// when an agreement is prepared.
    #[must_use]
    pub fn from_checked(p256dh: [u8; PUBLIC_KEY_LEN], auth: [u8; AUTH_LEN]) -> Self {
        Self { p256dh, auth }
    }

    /// The public key, uncompressed.
    #[must_use]
    pub fn p256dh(&self) -> &[u8; PUBLIC_KEY_LEN] {
        &self.p256dh
    }

    /// The authentication secret.
    #[must_use]
    pub fn auth(&self) -> &[u8; AUTH_LEN] {
        &self.auth
    }
}

impl std::fmt::Debug for Receiver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}

fn decode(text: &str) -> Result<Vec<u8>, ReceiverError> {
    let text: Vec<u8> = text
        .trim_end_matches('=')
        .bytes()
        .map(|b| match b {
            b'+' => b'-',
            b'/' => b'_',
            other => other,
        })
        .collect();
    URL_SAFE_NO_PAD.decode(text).map_err(|_| ReceiverError::Encoding)
}
