//! The content for stories that change it.

use std::path::Path;

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("folder");
    for entry in std::fs::read_dir(from).expect("folder") {
        let entry = entry.expect("entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// Copies what the program itself reads of the content, for a story that changes it.
pub fn of_program(to: &Path) {
    let content = crate::root().join("content");
    for part in ["permits", "areas", "help"] {
        copy(&content.join(part), &to.join(part));
    }
    for file in ["holidays.toml", "scenarios.toml"] {
        std::fs::copy(content.join(file), to.join(file)).expect("copied");
    }
}

/// The same, with what counts from a final decision kept for two days only.
pub fn of_program_with_short_keeping(to: &Path) {
    of_program(to);
    let rows = to.join("permits/retention.toml");
    let text = std::fs::read_to_string(&rows).expect("rows");
    let start = "from = \"decision-final\"";
    assert!(text.contains(start), "rows that count from a final decision");
    std::fs::write(&rows, text.replace(start, &format!("amount = 2\nunit = \"days\"\n{start}")))
        .expect("written");
}
