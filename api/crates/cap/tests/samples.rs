//! Messages from elsewhere, when a folder of them is given.

use std::path::PathBuf;

use safe_cap::{Mode, read, write};

/// Reads every file in the folder named by `SAFE_CAP_SAMPLES`. Strict mode may
/// refuse, and then says why; lenient mode must accept, and writing must keep
/// all of it.
#[test]
fn samples_are_read() {
    let Some(folder) = std::env::var_os("SAFE_CAP_SAMPLES") else {
        return;
    };
    let entries = std::fs::read_dir(&folder).expect("the folder of samples can be listed");
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    assert!(!paths.is_empty(), "the folder of samples is empty");
    let mut refused = Vec::new();
    for path in paths.iter().filter(|path| path.is_file()) {
        let bytes = std::fs::read(path).expect("the sample can be read");
        for mode in [Mode::Strict, Mode::Lenient] {
            let report = read(&bytes, mode);
            println!("{} {mode:?} accepted: {}", path.display(), report.is_accepted());
            for finding in report.errors.iter().chain(&report.warnings).chain(&report.repairs) {
                println!("  {finding}");
            }
            if mode == Mode::Lenient && !report.is_accepted() {
                refused.push(path);
            }
            if let Some(alert) = report.alert {
                let again = read(write(&alert).as_bytes(), Mode::Strict);
                assert_eq!(again.alert.as_ref(), Some(&alert), "{}: {:?}", path.display(), again.errors);
            }
        }
    }
    assert!(refused.is_empty(), "refused: {refused:?}");
}
