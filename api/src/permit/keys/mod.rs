//! Keys of the house: they wrap the key of each file and of each document.
//!
//! The key file has a line per key, `<number> <base64>`, and one line
//! `lookup <base64>` for keyed hashes. The highest number wraps what is new;
//! older ones still open what they wrapped. It is made on the very first start,
//! readable by the owner alone, and belongs into the backup apart from the data.
//! Which file belongs to which records is looked at by `keyring`.

use std::collections::BTreeMap;

use anyhow::{Context, bail, ensure};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::hmac;
use zeroize::Zeroizing;

mod file;

/// Length of every key, in bytes.
pub const KEY_BYTES: usize = 32;

/// A key in memory, overwritten when it is let go.
pub type Key = Zeroizing<[u8; KEY_BYTES]>;

/// The keys of the house.
pub struct Keys {
    wrapping: BTreeMap<u32, Key>,
    lookup: hmac::Key,
}

/// Fills bytes with randomness of the system.
///
/// # Errors
/// The system has no randomness.
pub fn random<const N: usize>() -> anyhow::Result<[u8; N]> {
    let mut bytes = [0u8; N];
    aws_lc_rs::rand::fill(&mut bytes).map_err(|_| anyhow::anyhow!("no randomness"))?;
    Ok(bytes)
}

/// Encrypts with AES-256-GCM under a fresh nonce, which goes in front. `about`
/// is bound to the text: sealed for one place, it does not open in another.
///
/// # Errors
/// The system has no randomness.
pub fn seal(key: &[u8; KEY_BYTES], about: &str, plain: &[u8]) -> anyhow::Result<Vec<u8>> {
    let nonce: [u8; NONCE_LEN] = random()?;
    let mut out = Vec::with_capacity(NONCE_LEN + plain.len() + 16);
    out.extend_from_slice(&nonce);
    let mut body = plain.to_vec();
    cipher(key)?
        .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(about.as_bytes()), &mut body)
        .map_err(|_| anyhow::anyhow!("a text cannot be sealed"))?;
    out.extend_from_slice(&body);
    Ok(out)
}

/// Opens what [`seal`] made.
///
/// # Errors
/// Another key, another place, or the bytes were altered.
pub fn open(key: &[u8; KEY_BYTES], about: &str, sealed: &[u8]) -> anyhow::Result<Zeroizing<Vec<u8>>> {
    ensure!(sealed.len() > NONCE_LEN, "a sealed text is too short");
    let (nonce, body) = sealed.split_at(NONCE_LEN);
    let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| anyhow::anyhow!("nonce"))?;
    let mut body = Zeroizing::new(body.to_vec());
    let length = cipher(key)?
        .open_in_place(nonce, Aad::from(about.as_bytes()), &mut body)
        .map_err(|_| anyhow::anyhow!("a sealed text does not open"))?
        .len();
    body.truncate(length);
    Ok(body)
}

/// The cipher of a key.
pub(super) fn cipher(key: &[u8; KEY_BYTES]) -> anyhow::Result<LessSafeKey> {
    let key = UnboundKey::new(&AES_256_GCM, key).map_err(|_| anyhow::anyhow!("a key is wrong"))?;
    Ok(LessSafeKey::new(key))
}

impl Keys {
    /// No keys at all: for a process that opens and seals nothing.
    ///
    /// # Errors
    /// The system has no randomness.
    pub fn none() -> anyhow::Result<Self> {
        let nobody: [u8; KEY_BYTES] = random()?;
        Ok(Self { wrapping: BTreeMap::new(), lookup: hmac::Key::new(hmac::HMAC_SHA256, &nobody) })
    }

    fn current(&self) -> anyhow::Result<(u32, &Key)> {
        let last = self.wrapping.last_key_value().context("this process holds no keys of the house")?;
        Ok((*last.0, last.1))
    }

    /// Number of the key that wraps what is new.
    ///
    /// # Errors
    /// There are no keys.
    pub fn newest(&self) -> anyhow::Result<u32> {
        Ok(self.current()?.0)
    }

    /// A fingerprint of each key: it tells keys apart and opens nothing. Number 0 is the key
    /// of keyed hashes.
    #[must_use]
    pub fn fingerprints(&self) -> BTreeMap<u32, String> {
        let told = |key: &hmac::Key| {
            let tag = hmac::sign(key, b"safe.brussels key of the house");
            crate::audit::hex(&tag.as_ref()[..16])
        };
        let own = |(number, key): (&u32, &Key)| (*number, told(&hmac::Key::new(hmac::HMAC_SHA256, &**key)));
        std::iter::once((0, told(&self.lookup))).chain(self.wrapping.iter().map(own)).collect()
    }

    /// Makes a key and wraps it: the number of the wrapping key goes in front.
    ///
    /// # Errors
    /// The system has no randomness.
    pub fn fresh(&self, about: &str) -> anyhow::Result<(Key, Vec<u8>)> {
        let key: Key = Zeroizing::new(random()?);
        let wrapped = self.wrap(about, &*key)?;
        Ok((key, wrapped))
    }

    /// Seals a few bytes with the newest key of the house.
    ///
    /// # Errors
    /// The system has no randomness.
    pub fn wrap(&self, about: &str, plain: &[u8]) -> anyhow::Result<Vec<u8>> {
        let (number, house) = self.current()?;
        let mut out = number.to_be_bytes().to_vec();
        out.extend(seal(house, about, plain)?);
        Ok(out)
    }

    /// Opens what [`Self::wrap`] made, whichever key was the newest then.
    ///
    /// # Errors
    /// The key is gone, or the bytes were altered.
    pub fn unwrap(&self, about: &str, wrapped: &[u8]) -> anyhow::Result<Zeroizing<Vec<u8>>> {
        let number = wrapped_with(wrapped)?;
        let Some(house) = self.wrapping.get(&number) else { bail!("key {number} is not in the key file") };
        open(house, about, &wrapped[4..])
    }

    /// Opens a wrapped key.
    ///
    /// # Errors
    /// As [`Self::unwrap`].
    pub fn unwrap_key(&self, about: &str, wrapped: &[u8]) -> anyhow::Result<Key> {
        let bytes = self.unwrap(about, wrapped)?;
        let key: [u8; KEY_BYTES] = bytes.as_slice().try_into().ok().context("a wrapped key is too short")?;
        Ok(Zeroizing::new(key))
    }

    /// A keyed hash: finds again what is only kept sealed. `what` keeps kinds of
    /// values apart.
    #[must_use]
    pub fn hash(&self, what: &str, value: &str) -> String {
        let tag = hmac::sign(&self.lookup, format!("{what}\0{value}").as_bytes());
        crate::audit::hex(tag.as_ref())
    }
}

/// Number of the key that wrapped these bytes.
///
/// # Errors
/// They are too short.
pub fn wrapped_with(wrapped: &[u8]) -> anyhow::Result<u32> {
    let number: [u8; 4] = wrapped.get(..4).and_then(|b| b.try_into().ok()).context("no key number")?;
    Ok(u32::from_be_bytes(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn altered_bytes_do_not_open() {
        let key = [7u8; KEY_BYTES];
        let mut sealed = seal(&key, "a", b"text").expect("sealed");
        assert_eq!(open(&key, "a", &sealed).expect("opens").as_slice(), b"text");
        let last = sealed.len() - 1;
        sealed[last] ^= 1;
        assert!(open(&key, "a", &sealed).is_err());
        assert!(open(&key, "a", &[0; 5]).is_err());
    }
}
