//! The name under which a process leases shards.
//!
//! A process that is killed leaves its shards leased. Others would wait until the
//! leases are over; but the process that starts again on the same folder knows at
//! once that the former one is dead, because the lock it held is free, and gives
//! those shards back.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek as _, Write as _};
use std::path::Path;

use uuid::Uuid;

/// The name of this process, and the lock that shows that it lives.
pub struct Owner {
    /// Stands in the leases.
    pub name: String,
    /// Name of the process that held the lock before and is dead.
    pub former: Option<String>,
    _lock: Option<File>,
}

impl Owner {
    /// Takes a new name. Only the first sender of a folder learns of a former one.
    #[must_use]
    pub fn claim(folder: &Path) -> Self {
        let name = Uuid::now_v7().to_string();
        match take(folder, &name) {
            Ok((lock, former)) => Self { name, former, _lock: lock },
            Err(error) => {
                tracing::warn!(%error, "shards of a process that was killed stay leased until their time is over");
                Self { name, former: None, _lock: None }
            }
        }
    }
}

fn take(folder: &Path, name: &str) -> std::io::Result<(Option<File>, Option<String>)> {
    let path = folder.join("sender.lock");
    let mut file = File::options().read(true).write(true).create(true).truncate(false).open(path)?;
    match file.try_lock() {
        Ok(()) => {}
        // Another sender lives on this folder: it keeps the lock.
        Err(TryLockError::WouldBlock) => return Ok((None, None)),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    let mut former = String::new();
    Read::by_ref(&mut file).take(64).read_to_string(&mut former)?;
    file.rewind()?;
    file.set_len(0)?;
    file.write_all(name.as_bytes())?;
    let former = Uuid::parse_str(former.trim()).ok().map(|id| id.to_string());
    Ok((Some(file), former))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_comes_after_a_dead_one_learns_its_name() {
        let folder = std::env::temp_dir().join(format!("safe-owner-{}", Uuid::now_v7()));
        std::fs::create_dir_all(&folder).expect("folder");
        let first = Owner::claim(&folder);
        assert_eq!(first.former, None);
        let beside = Owner::claim(&folder);
        assert_eq!(beside.former, None);
        assert_ne!(beside.name, first.name);
        let name = first.name.clone();
        drop((first, beside));
        assert_eq!(Owner::claim(&folder).former, Some(name));
        std::fs::remove_dir_all(&folder).expect("removed");
    }
}
