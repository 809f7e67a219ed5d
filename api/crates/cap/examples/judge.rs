//! Says of each file what this crate makes of it, one JSON line for each:
//! `judge [--trust CERTIFICATES] FILE…`.

use std::error::Error;

use safe_cap::signature::{Certificate, Trust, verify};
use safe_cap::{Mode, read};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).peekable();
    let mut anchors = Vec::new();
    if arguments.next_if_eq("--trust").is_some() {
        let path = arguments.next().ok_or("--trust needs a file")?;
        anchors = Certificate::all_from_pem(&std::fs::read_to_string(path)?)?;
    }
    let trust = Trust { anchors, at: std::time::SystemTime::now().into() };
    for path in arguments {
        let bytes = std::fs::read(&path)?;
        let (strict, lenient) = (read(&bytes, Mode::Strict), read(&bytes, Mode::Lenient));
        let line = serde_json::json!({
            "file": path,
            "fitsSchema": strict.alert.is_some(),
            "accepted": strict.is_accepted(),
            "lenient": lenient.is_accepted(),
            "errors": strict.errors,
            "signature": verify(&bytes, &trust).code(),
        });
        println!("{line}");
    }
    Ok(())
}
