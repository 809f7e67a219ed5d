//! The key schedule: RFC 8291 section 3.3 and 3.4, RFC 8188 section 2.2 and 2.3.
//!
//! HKDF (RFC 5869) is written out with HMAC because every output here fits one
//! block: extract is one HMAC, expand is one HMAC over `info || 0x01`. That
//! derives the key and the nonce from one extraction and allocates nothing.

use aws_lc_rs::aead::{AES_128_GCM, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::hmac::{HMAC_SHA256, Key, sign_to_buffer};
use zeroize::Zeroizing;

use crate::{AUTH_LEN, CryptoFailure, PUBLIC_KEY_LEN, SALT_LEN};

/// Bytes of the input keying material of the content coding.
pub(crate) const IKM_LEN: usize = 32;

const KEY_INFO: &[u8] = b"Content-Encoding: aes128gcm\0\x01";
const NONCE_INFO: &[u8] = b"Content-Encoding: nonce\0\x01";
const PUSH_INFO: &[u8] = b"WebPush: info\0";

/// Combines the authentication secret with the shared secret (RFC 8291
/// section 3.4). The result does not depend on the salt, so it can be kept in
/// place of the shared secret.
pub(crate) fn input_key(
    auth: &[u8; AUTH_LEN],
    shared: &[u8],
    receiver: &[u8; PUBLIC_KEY_LEN],
    sender: &[u8; PUBLIC_KEY_LEN],
) -> Result<Zeroizing<[u8; IKM_LEN]>, CryptoFailure> {
    let mut info = [0u8; PUSH_INFO.len() + 2 * PUBLIC_KEY_LEN + 1];
    let (label, keys) = info.split_at_mut(PUSH_INFO.len());
    label.copy_from_slice(PUSH_INFO);
    keys[..PUBLIC_KEY_LEN].copy_from_slice(receiver);
    keys[PUBLIC_KEY_LEN..2 * PUBLIC_KEY_LEN].copy_from_slice(sender);
    keys[2 * PUBLIC_KEY_LEN] = 1;

    let prk = hmac(&Key::new(HMAC_SHA256, auth), shared)?;
    hmac(&Key::new(HMAC_SHA256, prk.as_slice()), &info)
}

/// Derives the content-encryption key and the nonce of the first record.
pub(crate) fn content_key(
    ikm: &[u8; IKM_LEN],
    salt: &[u8; SALT_LEN],
) -> Result<(LessSafeKey, Nonce), CryptoFailure> {
    let prk = hmac(&Key::new(HMAC_SHA256, salt), ikm)?;
    let expand = Key::new(HMAC_SHA256, prk.as_slice());
    let key = hmac(&expand, KEY_INFO)?;
    let nonce = hmac(&expand, NONCE_INFO)?;
    let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key[..16])?);
    Ok((key, Nonce::try_assume_unique_for_key(&nonce[..12])?))
}

fn hmac(key: &Key, data: &[u8]) -> Result<Zeroizing<[u8; 32]>, CryptoFailure> {
    let mut out = Zeroizing::new([0u8; 32]);
    sign_to_buffer(key, data, out.as_mut_slice())?;
    Ok(out)
}
