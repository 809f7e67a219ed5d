//! Keys of the house: they wrap the key of each file and of each document.
//!
//! The key file has a line per key, `<number> <base64>`, and one line
//! `lookup <base64>` for keyed hashes. The highest number wraps what is new;
//! older ones still open what they wrapped. It is made on first start, readable
//! by the owner alone, and belongs into the backup apart from the data.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail, ensure};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::{digest, hmac};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

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
    /// Reads the key file, or makes one.
    ///
    /// # Errors
    /// The file cannot be read, made, or breaks its form.
    pub fn load(path: &Path) -> anyhow::Result<Self> {
        if !path.exists() {
            let lines = format!(
                "1 {}\nlookup {}\n",
                STANDARD.encode(random::<KEY_BYTES>()?),
                STANDARD.encode(random::<KEY_BYTES>()?)
            );
            write_private(path, &lines)?;
        }
        let text = Zeroizing::new(
            std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?,
        );
        Self::parse(&text).with_context(|| format!("{} is not a key file", path.display()))
    }

    fn parse(text: &str) -> anyhow::Result<Self> {
        let mut wrapping = BTreeMap::new();
        let mut lookup = None;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let (name, value) = line.split_once(' ').context("a line has no key")?;
            let bytes = Zeroizing::new(STANDARD.decode(value.trim()).context("a key is not base64")?);
            let key: [u8; KEY_BYTES] =
                bytes.as_slice().try_into().ok().context("a key does not have 32 bytes")?;
            if name == "lookup" {
                lookup = Some(hmac::Key::new(hmac::HMAC_SHA256, &key));
            } else {
                wrapping.insert(name.parse().context("a key has no number")?, Zeroizing::new(key));
            }
        }
        ensure!(!wrapping.is_empty(), "there is no key");
        Ok(Self { wrapping, lookup: lookup.context("the lookup key is missing")? })
    }

    /// Adds a key to the file; from the next start it wraps what is new.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn rotate(path: &Path) -> anyhow::Result<u32> {
        let keys = Self::load(path)?;
        let next = keys.current().0 + 1;
        let old = Zeroizing::new(std::fs::read_to_string(path)?);
        let line = format!("{next} {}\n", STANDARD.encode(random::<KEY_BYTES>()?));
        write_private(path, &format!("{}{line}", *old))?;
        Ok(next)
    }

    fn current(&self) -> (u32, &Key) {
        self.wrapping.last_key_value().map_or_else(
            // A key file without a key is refused when it is read.
            || unreachable!("there is a key"),
            |(number, key)| (*number, key),
        )
    }

    /// Number of the key that wraps what is new.
    #[must_use]
    pub fn newest(&self) -> u32 {
        self.current().0
    }

    /// What tells each key from others, by its number; the key of look-ups has number 0.
    pub fn fingerprints(&self) -> impl Iterator<Item = (i64, String)> {
        let of = |key: &Key| {
            let mut text = digest::Context::new(&digest::SHA256);
            text.update(b"safe house key\0");
            text.update(&key[..]);
            crate::audit::hex(text.finish().as_ref())
        };
        let wrapping = self.wrapping.iter().map(move |(number, key)| (i64::from(*number), of(key)));
        std::iter::once((0, self.hash("fingerprint", ""))).chain(wrapping)
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
        let (number, house) = self.current();
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

/// Writes a file that only its owner may read, whole or not at all.
fn write_private(path: &Path, text: &str) -> anyhow::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let part = path.with_extension("part");
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&part)
        .with_context(|| format!("{} cannot be made", part.display()))?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    std::fs::rename(&part, path).with_context(|| format!("{} cannot be made", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rotated_key_still_opens_what_the_old_one_wrapped() {
        let folder = std::env::temp_dir().join(format!("safe-keys-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("folder");
        let path = folder.join("vault.keys");
        let before = Keys::load(&path).expect("made");
        let (key, wrapped) = before.fresh("file").expect("fresh");
        assert_eq!(Keys::rotate(&path).expect("rotated"), 2);
        let after = Keys::load(&path).expect("read");
        assert_eq!(after.newest(), 2);
        assert_eq!(*after.unwrap_key("file", &wrapped).expect("opens"), *key);
        assert!(after.unwrap_key("other", &wrapped).is_err(), "bound to its place");
        assert_eq!(before.hash("number", "1"), after.hash("number", "1"), "look-ups survive a rotation");
        assert_ne!(before.hash("number", "1"), before.hash("mail", "1"));
        std::fs::remove_dir_all(folder).expect("clean");
    }

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
