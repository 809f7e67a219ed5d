//! Single-use key agreements and sealing.

use aws_lc_rs::aead::Aad;
use aws_lc_rs::agreement::{ECDH_P256, PrivateKey, UnparsedPublicKey, agree};
use zeroize::Zeroize;

use crate::schedule::{IKM_LEN, content_key, input_key};
use crate::{
    CryptoFailure, HEADER_LEN, MAX_PLAINTEXT, OVERHEAD, PUBLIC_KEY_LEN, RECORD_SIZE, Receiver, SALT_LEN,
    Salts, TAG_LEN,
};

/// One prepared key agreement: a public key of ours that was never used, and
/// the keying material it shares with one receiver. 97 bytes; the private key
/// is already forgotten.
///
/// It serves one message, to the receiver it was prepared for. Dropping it
/// wipes the keying material. Moving a value may leave copies behind in memory
/// that is not wiped, so long-lived stores should keep agreements in place and
/// take them out once.
pub struct Agreement {
    public: [u8; PUBLIC_KEY_LEN],
    ikm: [u8; IKM_LEN],
}

/// How far a text is padded, to hide its length from the push service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Padding {
    /// No padding: the body is [`OVERHEAD`] bytes longer than the text.
    #[default]
    None,
    /// Zeros up to this many bytes of text; longer texts are left as they are.
    /// At most [`MAX_PLAINTEXT`].
    To(usize),
}

/// Why a message was not sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The text, or the padding asked for, is longer than [`MAX_PLAINTEXT`].
    #[error("the text is {0} bytes long, the limit is 3993")]
    TooLong(usize),
    /// The buffer is shorter than [`sealed_len`] says.
    #[error("the buffer is too short: {0} bytes are needed")]
    BufferTooShort(usize),
    /// The receiver's key is not usable.
    #[error("the receiver's key is not a point of the curve P-256")]
    Receiver,
    /// The cryptographic library failed.
    #[error(transparent)]
    Crypto(#[from] CryptoFailure),
}

impl Agreement {
    /// Generates a fresh key pair, agrees with the receiver and forgets the
    /// private key.
    ///
    /// # Errors
    /// [`SealError::Receiver`] if the receiver's key is not on the curve;
    /// [`SealError::Crypto`] if no key could be generated.
    pub fn prepare(receiver: &Receiver) -> Result<Self, SealError> {
        let private = PrivateKey::generate(&ECDH_P256).map_err(CryptoFailure::from)?;
        Self::with_private_key(receiver, &private)
    }

    /// Agrees with a given private key. Not public: a caller could use one key
    /// twice.
    pub(crate) fn with_private_key(receiver: &Receiver, private: &PrivateKey) -> Result<Self, SealError> {
        let public = public_bytes(private)?;
        let peer = UnparsedPublicKey::new(&ECDH_P256, receiver.p256dh());
        let ikm = agree(private, peer, SealError::Receiver, |shared| {
            Ok(input_key(receiver.auth(), shared, receiver.p256dh(), &public)?)
        })?;
        Ok(Self { public, ikm: *ikm })
    }

    /// The public key that the message will carry. It is public, and unique to
    /// this agreement.
    #[must_use]
    pub fn public(&self) -> &[u8; PUBLIC_KEY_LEN] {
        &self.public
    }

    /// Seals a text into the start of `out` and returns the length of the body,
    /// which is [`sealed_len`]. Allocates nothing.
    ///
    /// # Errors
    /// [`SealError::TooLong`], [`SealError::BufferTooShort`] or a failure of the
    /// library. The agreement is used up in every case.
    pub fn seal(
        self,
        salts: &mut Salts,
        text: &[u8],
        padding: Padding,
        out: &mut [u8],
    ) -> Result<usize, SealError> {
        self.seal_with_salt(&salts.draw()?, text, padding, out)
    }

    /// Seals a text and appends the body to `out`.
    ///
    /// # Errors
    /// As [`Agreement::seal`]; `out` is then as it was.
    pub fn seal_into(
        self,
        salts: &mut Salts,
        text: &[u8],
        padding: Padding,
        out: &mut Vec<u8>,
    ) -> Result<usize, SealError> {
        let start = out.len();
        out.resize(start + sealed_len(text.len(), padding)?, 0);
        let sealed = self.seal(salts, text, padding, &mut out[start..]);
        if sealed.is_err() {
            out.truncate(start);
        }
        sealed
    }

    /// Seals with a given salt. Not public: a salt must never repeat.
    pub(crate) fn seal_with_salt(
        self,
        salt: &[u8; SALT_LEN],
        text: &[u8],
        padding: Padding,
        out: &mut [u8],
    ) -> Result<usize, SealError> {
        let length = sealed_len(text.len(), padding)?;
        let out = out.get_mut(..length).ok_or(SealError::BufferTooShort(length))?;
        let (header, record) = out.split_at_mut(HEADER_LEN);
        header[..SALT_LEN].copy_from_slice(salt);
        header[SALT_LEN..SALT_LEN + 4].copy_from_slice(&RECORD_SIZE.to_be_bytes());
        header[SALT_LEN + 4] = PUBLIC_KEY_LEN as u8;
        header[SALT_LEN + 5..].copy_from_slice(&self.public);

        let (content, tag) = record.split_at_mut(length - HEADER_LEN - TAG_LEN);
        content[..text.len()].copy_from_slice(text);
        content[text.len()] = 2;
        content[text.len() + 1..].fill(0);

        let (key, nonce) = content_key(&self.ikm, salt)?;
        let sealed =
            key.seal_in_place_separate_tag(nonce, Aad::empty(), content).map_err(CryptoFailure::from)?;
        tag.copy_from_slice(sealed.as_ref());
        Ok(length)
    }
}

impl Drop for Agreement {
    fn drop(&mut self) {
        self.ikm.zeroize();
    }
}

impl std::fmt::Debug for Agreement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Agreement").finish_non_exhaustive()
    }
}

/// Prepares and seals in one go, for a receiver with no agreement in store.
/// About twenty times the work of [`Agreement::seal`].
///
/// # Errors
/// As [`Agreement::prepare`] and [`Agreement::seal`].
pub fn seal_cold(
    receiver: &Receiver,
    salts: &mut Salts,
    text: &[u8],
    padding: Padding,
    out: &mut [u8],
) -> Result<usize, SealError> {
    Agreement::prepare(receiver)?.seal(salts, text, padding, out)
}

/// The length of the sealed body of a text of `text` bytes.
///
/// # Errors
/// [`SealError::TooLong`] if text or padding exceed [`MAX_PLAINTEXT`].
pub fn sealed_len(text: usize, padding: Padding) -> Result<usize, SealError> {
    let padded = match padding {
        Padding::None => text,
        Padding::To(least) => text.max(least),
    };
    if padded > MAX_PLAINTEXT {
        return Err(SealError::TooLong(padded));
    }
    Ok(padded + OVERHEAD)
}

/// The uncompressed public key of a private key.
pub(crate) fn public_bytes(private: &PrivateKey) -> Result<[u8; PUBLIC_KEY_LEN], CryptoFailure> {
    let public = private.compute_public_key()?;
    public.as_ref().try_into().map_err(|_| CryptoFailure)
}
