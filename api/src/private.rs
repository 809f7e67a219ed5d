//! What lies on disk is for the account of the service alone: records, keys, mails
//! and documents name people, and other accounts of the machine have no use for them.

use std::fs::{DirBuilder, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use anyhow::Context;

/// Read, write and enter for the owner.
const FOLDER: u32 = 0o700;
/// Read and write for the owner.
const FILE: u32 = 0o600;
/// Marks folders that everybody shares, such as `/tmp`.
const SHARED: u32 = 0o1000;

/// Makes a folder, with those above it, that only its owner enters. One that exists stays as
/// it is.
///
/// # Errors
/// It cannot be made.
pub fn folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(FOLDER).create(path)
}

/// Makes the folder of our own data, or closes it to others when an earlier release left it
/// open.
///
/// # Errors
/// It cannot be made.
pub fn data_folder(path: &Path) -> io::Result<()> {
    folder(path)?;
    if std::fs::metadata(path)?.permissions().mode() & SHARED == 0 {
        tighten(path, FOLDER);
    }
    Ok(())
}

/// Opens a file for writing, empty; a new one is for its owner alone.
///
/// # Errors
/// It cannot be made.
pub fn file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).mode(FILE).open(path)
}

/// The same, but the group of the folder may read it: for folders that the operator shares
/// with another program, such as the mail server.
///
/// # Errors
/// It cannot be made.
pub fn group_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).mode(FILE | 0o040).open(path)
}

/// Makes the file of an SQLite database before SQLite does, which would leave it open to
/// everybody; its journals take after it. What an earlier release left open is closed.
///
/// # Errors
/// It cannot be made.
pub fn database(path: &str) -> anyhow::Result<()> {
    // Names that SQLite reads in its own way are left to it.
    if path.is_empty() || path.starts_with(':') || path.contains('%') {
        return Ok(());
    }
    if !Path::new(path).exists() {
        OpenOptions::new()
            .append(true)
            .create(true)
            .mode(FILE)
            .open(path)
            .with_context(|| format!("{path} cannot be made"))?;
    }
    for end in ["", "-wal", "-shm"] {
        let part = format!("{path}{end}");
        if Path::new(&part).exists() {
            tighten(Path::new(&part), FILE);
        }
    }
    Ok(())
}

/// Takes away what others may do with a file or folder.
fn tighten(path: &Path, mode: u32) {
    let closed = std::fs::metadata(path).and_then(|about| {
        if about.permissions().mode() & 0o077 == 0 {
            return Ok(());
        }
        std::fs::set_permissions(path, Permissions::from_mode(mode))
    });
    if let Err(error) = closed {
        // Somebody else owns it, who must know what they do.
        tracing::warn!(path = %path.display(), %error, "others of this machine may read our data");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).expect("there").permissions().mode() & 0o7777
    }

    #[test]
    fn new_and_old_data_are_closed_to_others() {
        let root = std::env::temp_dir().join(format!("safe-private-{}", uuid::Uuid::now_v7()));
        let deep = root.join("a/b");
        folder(&deep).expect("folder");
        assert_eq!((mode(&root), mode(&deep)), (0o700, 0o700));
        std::fs::set_permissions(&deep, Permissions::from_mode(0o755)).expect("open");
        data_folder(&deep).expect("again");
        assert_eq!(mode(&deep), 0o700, "what was open is closed");
        std::fs::set_permissions(&deep, Permissions::from_mode(0o1777)).expect("shared");
        data_folder(&deep).expect("again");
        assert_eq!(mode(&deep), 0o1777, "a folder that all share stays theirs");

        let base = deep.join("safe.sqlite");
        let name = base.to_str().expect("text");
        database(name).expect("made");
        assert_eq!(mode(&base), 0o600);
        let journal = deep.join("safe.sqlite-wal");
        for path in [&base, &journal] {
            std::fs::write(path, b"kept").expect("written");
            std::fs::set_permissions(path, Permissions::from_mode(0o644)).expect("open");
        }
        database(name).expect("again");
        assert_eq!((mode(&base), mode(&journal)), (0o600, 0o600));
        assert_eq!(std::fs::read(&base).expect("read"), b"kept", "nothing is lost");
        database(":memory:").expect("left to SQLite");
        assert!(!Path::new(":memory:").exists());
        std::fs::remove_dir_all(root).expect("clean");
    }
}
