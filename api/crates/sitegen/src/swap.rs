//! Brings a finished build into its place in one step.

use std::fs;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};

use crate::{Error, io};

/// A folder beside `out` that no other process uses.
#[must_use]
pub fn beside(out: &Path) -> PathBuf {
    let name = out.file_name().map_or_else(|| "site".to_owned(), |n| n.to_string_lossy().into_owned());
    out.with_file_name(format!(".{name}.{}", std::process::id()))
}

/// Exchanges `fresh` and `out`, then removes what was there before. Readers see either
/// the old or the new folder, never a mixture. Where the file system cannot exchange two
/// names, the old folder steps aside for the moment between two renames.
///
/// # Errors
///
/// When a folder cannot be renamed; `out` is then what it was.
pub fn into_place(fresh: &Path, out: &Path) -> Result<(), Error> {
    if !out.exists() {
        return fs::rename(fresh, out).map_err(io(out));
    }
    if renameat_with(CWD, fresh, CWD, out, RenameFlags::EXCHANGE).is_err() {
        let aside = fresh.with_extension("old");
        fs::rename(out, &aside).map_err(io(out))?;
        if let Err(error) = fs::rename(fresh, out) {
            fs::rename(&aside, out).map_err(io(out))?;
            return Err(io(out)(error));
        }
        return fs::remove_dir_all(&aside).map_err(io(&aside));
    }
    fs::remove_dir_all(fresh).map_err(io(fresh))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_folder_replaces_the_old_one() -> Result<(), Box<dyn std::error::Error>> {
        let root = tempfile::tempdir()?;
        let out = root.path().join("site");
        for text in ["one", "two"] {
            let fresh = beside(&out);
            fs::create_dir(&fresh)?;
            fs::write(fresh.join("a"), text)?;
            into_place(&fresh, &out)?;
            assert_eq!(fs::read_to_string(out.join("a"))?, text);
        }
        assert_eq!(fs::read_dir(root.path())?.count(), 1);
        Ok(())
    }
}
