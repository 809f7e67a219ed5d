//! The square code (QR, ISO/IEC 18004) that leads to the verification page.

use qrcode::{Color, EcLevel, QrCode};
use serde_json::{Value, json};

use crate::Error;

/// The longest address, in bytes, that a document carries. Longer ones need a
/// code so dense that a telephone no longer reads it from paper.
pub const MAX_ADDRESS: usize = 400;

/// Accepts an `https` address of visible ASCII characters.
pub(crate) fn check(url: &str) -> Result<(), Error> {
    let plain = url.bytes().all(|byte| byte.is_ascii_graphic());
    let host = url.strip_prefix("https://").is_some_and(|rest| !rest.is_empty());
    if plain && host && url.len() <= MAX_ADDRESS { Ok(()) } else { Err(Error::Address) }
}

/// The dark modules of the code for `url`, as horizontal runs: `size` modules
/// per side, and for each run its column, row and width in modules.
pub(crate) fn runs(url: &str) -> Result<Value, Error> {
    let code = QrCode::with_error_correction_level(url, EcLevel::M).map_err(|_| Error::Address)?;
    let size = code.width();
    let colors = code.to_colors();
    let mut runs = Vec::new();
    for (y, row) in colors.chunks(size).enumerate() {
        let mut x = 0;
        for group in row.chunk_by(|a, b| a == b) {
            if group[0] == Color::Dark {
                runs.push(json!([x, y, group.len()]));
            }
            x += group.len();
        }
    }
    Ok(json!({ "size": size, "runs": runs }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_https_addresses_pass() {
        assert_eq!(check("https://example.org/v/AB12"), Ok(()));
        for url in ["", "https://", "http://example.org", "https://example.org/a b", "https://exämple.org"] {
            assert_eq!(check(url), Err(Error::Address), "{url}");
        }
        assert_eq!(check(&format!("https://e.org/{}", "a".repeat(400))), Err(Error::Address));
    }

    #[test]
    fn the_finder_patterns_are_there() {
        let code = runs("https://example.org/v/AB12").unwrap();
        let size = code["size"].as_u64().unwrap();
        let runs = code["runs"].as_array().unwrap();
        assert!(runs.contains(&json!([0, 0, 7])), "top left");
        assert!(runs.contains(&json!([size - 7, 0, 7])), "top right");
        assert!(runs.contains(&json!([0, size - 1, 7])), "bottom left");
    }
}
