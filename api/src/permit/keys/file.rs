//! The key file: read, made once, and changed by an administrator.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::{KEY_BYTES, Keys, random};

impl Keys {
    /// Reads the key file.
    ///
    /// # Errors
    /// The file cannot be read, or breaks its form.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = Zeroizing::new(
            std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?,
        );
        Self::parse(&text).with_context(|| format!("{} is not a key file", path.display()))
    }

    /// Makes a key file with a first key. One that another process makes at the same moment
    /// stays as it is.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn create(path: &Path) -> anyhow::Result<()> {
        let lines = Zeroizing::new(format!(
            "1 {}\nlookup {}\n",
            STANDARD.encode(random::<KEY_BYTES>()?),
            STANDARD.encode(random::<KEY_BYTES>()?)
        ));
        let part = write_part(path, &lines)?;
        // Unlike a renaming, a link never takes the place of a file that is there.
        let made = std::fs::hard_link(&part, path);
        std::fs::remove_file(&part)?;
        match made {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
                Err(error).with_context(|| format!("{} cannot be made", path.display()))
            }
            _ => Ok(()),
        }
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
                let number: u32 = name.parse().context("a key has no number")?;
                ensure!(number > 0, "keys are numbered from 1");
                wrapping.insert(number, Zeroizing::new(key));
            }
        }
        ensure!(!wrapping.is_empty(), "there is no key");
        Ok(Self { wrapping, lookup: lookup.context("the lookup key is missing")? })
    }

    /// Adds a key to the file; from the next start it wraps what is new.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn rotate(path: &Path) -> anyhow::Result<u32> {
        let next = Self::read(path)?.newest()? + 1;
        let old = Zeroizing::new(std::fs::read_to_string(path)?);
        let line = Zeroizing::new(format!("{next} {}\n", STANDARD.encode(random::<KEY_BYTES>()?)));
        write_private(path, &format!("{}\n{}", old.trim_end(), *line))?;
        Ok(next)
    }

    /// Takes a key out of the file, for ever.
    ///
    /// # Errors
    /// It is the newest or not there, or the file cannot be written.
    pub fn forget(path: &Path, number: u32) -> anyhow::Result<()> {
        let keys = Self::read(path)?;
        ensure!(keys.wrapping.contains_key(&number), "key {number} is not in {}", path.display());
        ensure!(keys.newest()? != number, "key {number} is the newest: it wraps what is new");
        let old = Zeroizing::new(std::fs::read_to_string(path)?);
        let own = number.to_string();
        let stays = |line: &&str| line.split_once(' ').is_none_or(|(name, _)| name.trim() != own);
        let lines = old.lines().filter(stays).fold(Zeroizing::new(String::new()), |mut lines, line| {
            lines.push_str(line);
            lines.push('\n');
            lines
        });
        write_private(path, &lines)
    }
}

/// Writes a file that only its owner may read, beside the one that it will be.
fn write_part(path: &Path, text: &str) -> anyhow::Result<PathBuf> {
    use std::os::unix::fs::OpenOptionsExt;
    let part = path.with_extension(format!("{}.part", uuid::Uuid::now_v7().simple()));
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&part)
        .with_context(|| format!("{} cannot be made", part.display()))?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(part)
}

/// Writes a file that only its owner may read, whole or not at all.
fn write_private(path: &Path, text: &str) -> anyhow::Result<()> {
    let part = write_part(path, text)?;
    std::fs::rename(&part, path).with_context(|| format!("{} cannot be made", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rotated_key_still_opens_what_the_old_one_wrapped_until_it_is_forgotten() {
        let folder = std::env::temp_dir().join(format!("safe-keys-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("folder");
        let path = folder.join("vault.keys");
        assert!(Keys::read(&path).is_err() && Keys::rotate(&path).is_err(), "nothing is made in passing");
        Keys::create(&path).expect("made");
        let text = std::fs::read_to_string(&path).expect("text");
        Keys::create(&path).expect("made already");
        assert_eq!(std::fs::read_to_string(&path).expect("text"), text, "a file that is there stays");
        let before = Keys::read(&path).expect("read");
        let (key, wrapped) = before.fresh("file").expect("fresh");
        assert_eq!(Keys::rotate(&path).expect("rotated"), 2);
        let after = Keys::read(&path).expect("read");
        assert_eq!(after.newest().expect("a key"), 2);
        assert_eq!(*after.unwrap_key("file", &wrapped).expect("opens"), *key);
        assert!(after.unwrap_key("other", &wrapped).is_err(), "bound to its place");
        assert_eq!(before.hash("number", "1"), after.hash("number", "1"), "look-ups survive a rotation");
        assert_ne!(before.hash("number", "1"), before.hash("mail", "1"));
        let (old, new) = (before.fingerprints(), after.fingerprints());
        assert_eq!((old.len(), new.len()), (2, 3));
        assert!(old.iter().all(|(number, print)| new.get(number) == Some(print)));
        assert!(Keys::forget(&path, 2).is_err(), "the newest stays");
        Keys::forget(&path, 1).expect("forgotten");
        let last = Keys::read(&path).expect("read");
        assert!(last.unwrap_key("file", &wrapped).is_err());
        assert_eq!(last.fingerprints().keys().copied().collect::<Vec<_>>(), [0, 2]);
        let left: Vec<_> = std::fs::read_dir(&folder).expect("folder").collect();
        assert_eq!(left.len(), 1, "no half file stays");
        std::fs::remove_dir_all(folder).expect("clean");
    }
}
