//! Where sealed bytes lie.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use crate::private;

/// A place for sealed bytes. Keys are made by us: letters, digits, hyphens.
pub trait Store: Send + Sync {
    /// Begins to write; nothing exists under the key before [`Draft::keep`].
    ///
    /// # Errors
    /// The place cannot be written to.
    fn begin(&self, key: &str) -> io::Result<Box<dyn Draft>>;

    /// Reads from the beginning.
    ///
    /// # Errors
    /// Nothing is there, or it cannot be read.
    fn read(&self, key: &str) -> io::Result<Box<dyn Read + Send>>;

    /// Takes away; what is not there is no error.
    ///
    /// # Errors
    /// The place cannot be written to.
    fn remove(&self, key: &str) -> io::Result<()>;

    /// Whether it answered when it was last asked.
    fn is_well(&self) -> bool {
        true
    }

    /// Where it is, for whoever runs the service.
    fn place(&self) -> String;
}

/// Writes a few bytes, reads them again and takes them away.
///
/// # Errors
/// One of that is not possible, or something else comes back.
pub fn probe(store: &dyn Store) -> io::Result<()> {
    let key = format!("probe-{}", uuid::Uuid::new_v4().simple());
    let written = key.as_bytes();
    let mut draft = store.begin(&key)?;
    draft.write_all(written)?;
    draft.keep()?;
    let mut back = Vec::new();
    let read = store.read(&key).and_then(|mut from| from.read_to_end(&mut back));
    store.remove(&key)?;
    read?;
    if back == written { Ok(()) } else { Err(io::Error::other("something else came back")) }
}

/// Whether a key is one of ours.
pub(super) fn sound(key: &str) -> io::Result<()> {
    let sound = key.len() > 2 && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if sound { Ok(()) } else { Err(io::Error::new(io::ErrorKind::InvalidInput, "a vault key is malformed")) }
}

/// Bytes being written. Let go without [`Draft::keep`], they vanish.
pub trait Draft: Write + Send {
    /// Makes them durable under their key.
    ///
    /// # Errors
    /// They cannot be written.
    fn keep(self: Box<Self>) -> io::Result<()>;
}

/// No place: for a process that has nothing to do with documents.
pub struct Nowhere;

impl Nowhere {
    fn refused<T>() -> io::Result<T> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "this process keeps no documents"))
    }
}

impl Store for Nowhere {
    fn begin(&self, _: &str) -> io::Result<Box<dyn Draft>> {
        Self::refused()
    }

    fn read(&self, _: &str) -> io::Result<Box<dyn Read + Send>> {
        Self::refused()
    }

    fn remove(&self, _: &str) -> io::Result<()> {
        Self::refused()
    }

    fn place(&self) -> String {
        "nowhere".to_owned()
    }
}

/// A folder on disk.
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// A store in a folder, which is made.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn new(root: &Path) -> io::Result<Self> {
        private::folder(root)?;
        Ok(Self { root: root.to_owned() })
    }

    /// Files spread over 256 folders: the last two characters of a key differ most.
    fn path(&self, key: &str) -> io::Result<PathBuf> {
        sound(key)?;
        Ok(self.root.join(&key[key.len() - 2..]).join(key))
    }

    /// The keys of the finished files that lie in a folder; none when there is no such folder.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn keys(root: &Path) -> io::Result<Vec<String>> {
        let mut keys = Vec::new();
        if !root.is_dir() {
            return Ok(keys);
        }
        for folder in std::fs::read_dir(root)? {
            let folder = folder?.path();
            if !folder.is_dir() {
                continue;
            }
            for file in std::fs::read_dir(folder)? {
                let name = file?.file_name().into_string().unwrap_or_default();
                if sound(&name).is_ok() {
                    keys.push(name);
                }
            }
        }
        Ok(keys)
    }

    /// Takes the folder itself away, once nothing is in it.
    pub fn vanish_if_empty(root: &Path) {
        for folder in std::fs::read_dir(root).into_iter().flatten().flatten() {
            // One that still holds something stays.
            let _ = std::fs::remove_dir(folder.path());
        }
        let _ = std::fs::remove_dir(root);
    }
}

impl Store for Folder {
    fn begin(&self, key: &str) -> io::Result<Box<dyn Draft>> {
        let path = self.path(key)?;
        if let Some(folder) = path.parent() {
            private::folder(folder)?;
        }
        let part = path.with_extension("part");
        let file = BufWriter::with_capacity(64 * 1024, private::file(&part)?);
        Ok(Box::new(Part { file: Some(file), part, path, kept: false }))
    }

    fn read(&self, key: &str) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(File::open(self.path(key)?)?))
    }

    fn remove(&self, key: &str) -> io::Result<()> {
        match std::fs::remove_file(self.path(key)?) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }

    fn place(&self) -> String {
        format!("the folder {}", self.root.display())
    }
}

struct Part {
    file: Option<BufWriter<File>>,
    part: PathBuf,
    path: PathBuf,
    kept: bool,
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.as_mut().map_or(Ok(0), |file| file.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Draft for Part {
    fn keep(mut self: Box<Self>) -> io::Result<()> {
        if let Some(file) = self.file.take() {
            file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        }
        std::fs::rename(&self.part, &self.path)?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if !self.kept {
            // A leftover is unreadable without its key; the next start may sweep it.
            let _ = std::fs::remove_file(&self.part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_kept_is_there_and_keys_cannot_climb() {
        let root = std::env::temp_dir().join(format!("safe-store-{}", std::process::id()));
        let store = Folder::new(&root).expect("folder");
        let mut draft = store.begin("key-01").expect("begin");
        draft.write_all(b"x").expect("write");
        assert!(store.read("key-01").is_err(), "not before it is kept");
        draft.keep().expect("keep");
        assert!(store.read("key-01").is_ok());
        drop(store.begin("key-02").expect("begin"));
        assert!(store.read("key-02").is_err());
        for bad in ["../../etc/passwd", "a/b-00", "", "é00"] {
            assert!(store.read(bad).is_err() && store.begin(bad).is_err(), "{bad}");
        }
        store.remove("key-01").expect("remove");
        store.remove("key-01").expect("twice is no error");
        probe(&store).expect("it works");
        assert_eq!(Folder::keys(&root).expect("read"), Vec::<String>::new(), "a look leaves nothing");
        Folder::vanish_if_empty(&root);
        assert!(!root.exists());
        assert!(Folder::keys(&root).expect("nothing").is_empty());
    }
}
