//! The rows of weapons permits. Their schema is `permits/README.md` and their reader is
//! `safe-permits`, the same as that of the online form and of the office.

use std::path::Path;

use safe_permits::Law;

use crate::Finding;
use crate::loader::Loader;

/// Reads `permits/`; a content root without that folder has no rows.
pub(crate) fn load_permits(loader: &mut Loader) -> Law {
    let folder = Path::new("permits");
    if !loader.exists(folder) {
        return Law::default();
    }
    match Law::load(&loader.root().join(folder)) {
        Ok(law) => law,
        Err(error) => {
            for fault in error.0 {
                let file = folder.join(&fault.file);
                let quoted = format!("\"{}\"", fault.row);
                let text = std::fs::read_to_string(loader.root().join(&file)).unwrap_or_default();
                let line = text.lines().position(|line| line.contains(&quoted)).map_or(0, |at| at + 1);
                let finding = Finding::error(&file, line, "bad-row");
                loader.push(finding.with("row", fault.row).with("what", fault.what));
            }
            Law::default()
        }
    }
}
