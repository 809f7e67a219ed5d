//! What several tests need.

use std::path::{Path, PathBuf};

/// The messages of a folder of fixtures, by file name without its ending. The
/// part of the name before the first dot is the code that must be found.
pub fn fixtures(folder: &str) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let entries = std::fs::read_dir(root).expect("the folder of fixtures can be listed");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    let load = |path: &PathBuf| {
        let name = path.file_stem().expect("a fixture has a name").to_string_lossy().into_owned();
        (name, std::fs::read(path).expect("the fixture can be read"))
    };
    paths.iter().map(load).collect()
}

/// The code a fixture is named after.
pub fn code_of(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}
