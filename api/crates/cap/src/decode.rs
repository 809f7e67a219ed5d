//! From bytes to text, by byte order mark and XML declaration.

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_8859_15, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::xml::XmlError;

/// Turns the bytes of a document into text, without its byte order mark.
///
/// UTF-8, UTF-16 with a byte order mark, US-ASCII, ISO-8859-1, ISO-8859-15,
/// windows-1252 and Shift_JIS are read. ISO-8859-1 is read as windows-1252, which has
/// printable characters where ISO-8859-1 has control characters.
///
/// # Errors
/// When the encoding is another one, contradicts the byte order mark, or the
/// bytes are not text in it.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, XmlError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = strictly(encoding, &bytes[mark..])?;
        return match declared(text.as_bytes()) {
            Some(name) if !agrees(&name, encoding) => Err(conflict(&name, encoding)),
            _ => Ok(text),
        };
    }
    // Without its byte order mark UTF-16 shows as zeros around the first tag.
    if bytes.starts_with(&[0, b'<']) || bytes.starts_with(&[b'<', 0]) {
        return Err(unsupported("UTF-16"));
    }
    let Some(name) = declared(bytes) else {
        return strictly(UTF_8, bytes);
    };
    let encoding = match name.to_ascii_lowercase().as_str() {
        "utf-8" | "utf8" => UTF_8,
        "us-ascii" | "ascii" => {
            return if bytes.is_ascii() { strictly(UTF_8, bytes) } else { Err(invalid("US-ASCII", bytes)) };
        }
        "iso-8859-1" | "latin1" | "windows-1252" | "cp1252" => WINDOWS_1252,
        "iso-8859-15" => ISO_8859_15,
        "shift_jis" | "shift-jis" | "sjis" | "x-sjis" | "windows-31j" => SHIFT_JIS,
        "utf-16" | "utf-16le" | "utf-16be" => return Err(conflict(&name, UTF_8)),
        _ => return Err(unsupported(&name)),
    };
    strictly(encoding, bytes)
}

fn strictly<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Result<Cow<'b, str>, XmlError> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or_else(|| invalid(encoding.name(), bytes))
}

/// The name of the encoding in the XML declaration. All encodings that are
/// read agree on the characters such a declaration is made of.
fn declared(bytes: &[u8]) -> Option<String> {
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let head = bytes[start..].strip_prefix(b"<?xml")?;
    let end = head.iter().take(256).position(|&byte| byte == b'>')?;
    let head = std::str::from_utf8(&head[..end]).ok()?;
    let (_, value) = head.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split_once(quote).map(|(name, _)| name.to_owned())
}

fn agrees(name: &str, encoding: &'static Encoding) -> bool {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "utf-16" => encoding == UTF_16LE || encoding == UTF_16BE,
        _ => name == encoding.name().to_ascii_lowercase() || (name == "utf8" && encoding == UTF_8),
    }
}

fn conflict(declared: &str, encoding: &'static Encoding) -> XmlError {
    XmlError::new(0, "encoding-conflict", &[("declared", declared), ("found", encoding.name())])
}

fn unsupported(name: &str) -> XmlError {
    XmlError::new(0, "encoding-unsupported", &[("encoding", name)])
}

/// Points at the first byte that is no text, as far as that is known.
fn invalid(name: &str, bytes: &[u8]) -> XmlError {
    let offset = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
    XmlError::new(offset, "encoding-invalid", &[("encoding", name)])
}
