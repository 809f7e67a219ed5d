//! The built files on their way to their place: plain slashes, hashes, outward addresses.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use safe_content::keep_compounds;

use crate::outward::{self, Leads};
use crate::{Error, io, output};

/// Size and hash of each public file, by its path.
pub(crate) type Files = BTreeMap<String, (u64, String)>;

/// Brings the files to their place with plain slashes, and hashes what was written. The
/// files are shared out over the processors.
pub(crate) fn deliver(from: &Path, to: &Path, base_url: &str) -> Result<(Files, Leads), Error> {
    let mut names = Vec::new();
    list_files(from, from, to, &mut names)?;
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let share = names.len().div_ceil(workers).max(1);
    let parts: Vec<Result<(Files, Leads), Error>> = std::thread::scope(|scope| {
        let handles: Vec<_> = names
            .chunks(share)
            .map(|part| scope.spawn(move || deliver_part(from, to, part, base_url)))
            .collect();
        handles
            .into_iter()
            .map(|h| h.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    let (mut files, mut leads) = (Files::new(), Leads::new());
    for part in parts {
        let (more, others) = part?;
        files.extend(more);
        for (url, pages) in others {
            leads.entry(url).or_default().extend(pages);
        }
    }
    Ok((files, leads))
}

fn deliver_part(from: &Path, to: &Path, names: &[String], base_url: &str) -> Result<(Files, Leads), Error> {
    let (mut files, mut leads) = (Files::new(), Leads::new());
    for name in names {
        let source = from.join(name);
        let mut bytes = fs::read(&source).map_err(io(&source))?;
        if name.ends_with(".html") {
            bytes = tidy(&bytes);
            outward::collect(&mut leads, name, &String::from_utf8_lossy(&bytes), base_url);
        }
        if name.ends_with(".js") {
            bytes = bare_script(&bytes);
        }
        let target = to.join(name);
        fs::write(&target, &bytes).map_err(io(&target))?;
        files.insert(name.clone(), (bytes.len() as u64, output::sha256(&bytes)));
    }
    Ok((files, leads))
}

/// Lists the files below a folder and makes the same folders below `to`.
fn list_files(root: &Path, folder: &Path, to: &Path, names: &mut Vec<String>) -> Result<(), Error> {
    let target = to.join(folder.strip_prefix(root).unwrap_or(folder));
    fs::create_dir_all(&target).map_err(io(&target))?;
    for entry in fs::read_dir(folder).map_err(io(folder))? {
        let entry = entry.map_err(io(folder))?;
        let path = entry.path();
        if entry.file_type().map_err(io(&path))?.is_dir() {
            list_files(root, &path, to, names)?;
        } else {
            let name = path.strip_prefix(root).unwrap_or(&path);
            names.push(name.to_string_lossy().into_owned());
        }
    }
    Ok(())
}

/// The template engine writes every slash as a character reference; pages are a tenth
/// smaller, and readable, with the slash itself. Headings keep their short compounds whole.
fn tidy(html: &[u8]) -> Vec<u8> {
    let html = String::from_utf8_lossy(html).replace("&#x2F;", "/");
    keep_compounds(&html).into_owned().into_bytes()
}

/// A script without its comment lines and indentation, which readers of the source need
/// and browsers do not. Our scripts hold no text that runs over several lines.
fn bare_script(script: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(script);
    let kept = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    kept.flat_map(|line| [line, "\n"]).collect::<String>().into_bytes()
}
