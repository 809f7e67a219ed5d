//! What a file is, by its content; its name proves nothing.

/// A type that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// PDF.
    Pdf,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
}

impl Kind {
    /// Bytes needed to tell.
    pub const HEAD: usize = 8;

    /// The type of a beginning.
    #[must_use]
    pub fn of(head: &[u8]) -> Option<Self> {
        if head.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else if head.starts_with(&[0xFF, 0xD8, 0xFF]) {
            Some(Self::Jpeg)
        } else if head.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else {
            None
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// Whether a name promises one of the types that are taken.
    #[must_use]
    pub fn promised(name: &str) -> bool {
        name.rsplit_once('.').is_some_and(|(_, end)| {
            ["pdf", "jpg", "jpeg", "jpe", "png"].iter().any(|known| end.eq_ignore_ascii_case(known))
        })
    }
}

/// Watches a PDF go by: whether it asks for a password, whether it is whole.
#[derive(Default)]
pub(super) struct PdfWatch {
    tail: Vec<u8>,
    encrypted: bool,
}

/// A reader looks for the end mark in the last kilobyte; some programs add more
/// after it, so we are a little more patient.
const TAIL: usize = 2048;

impl PdfWatch {
    /// Looks at the next bytes.
    pub fn see(&mut self, bytes: &[u8]) {
        // Names across two pieces are found in the joined end of the first.
        let overlap = self.tail.len().min(16);
        let mut joined = self.tail[self.tail.len() - overlap..].to_vec();
        joined.extend_from_slice(&bytes[..bytes.len().min(32)]);
        self.encrypted |= asks_for_password(&joined) || asks_for_password(bytes);
        self.tail.extend_from_slice(&bytes[bytes.len().saturating_sub(TAIL)..]);
        let surplus = self.tail.len().saturating_sub(TAIL);
        self.tail.drain(..surplus);
    }

    /// Whether the trailer names an encryption dictionary (ISO 32000-1, 7.6).
    pub fn is_encrypted(&self) -> bool {
        self.encrypted
    }

    /// Whether the end mark is there (ISO 32000-1, 7.5.5), and nothing of the document comes
    /// after it: a file made for quick viewing or changed later has several, and one that was
    /// cut may end soon after the first.
    pub fn is_whole(&self) -> bool {
        let mark = b"%%EOF";
        let last = self.tail.windows(mark.len()).rposition(|window| window == mark);
        last.is_some_and(|at| find(&self.tail[at..], b" obj").is_none())
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

/// `/Encrypt 12 0 R` or `/Encrypt <<`: the entry of a trailer, not a longer name
/// and not a word of the text.
fn asks_for_password(bytes: &[u8]) -> bool {
    let name = b"/Encrypt";
    let mut rest = bytes;
    while let Some(at) = find(rest, name) {
        rest = &rest[at + name.len()..];
        let after: Vec<u8> = rest.iter().copied().skip_while(u8::is_ascii_whitespace).take(2).collect();
        let spaced = rest.first().is_some_and(u8::is_ascii_whitespace);
        if after.starts_with(b"<<") || (spaced && after.first().is_some_and(u8::is_ascii_digit)) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_count() {
        assert_eq!(Kind::of(b"MZ\x90\0\x03\0\0\0"), None);
        assert_eq!(Kind::of(b"\x7fELF\x02\x01\x01\0"), None);
        assert_eq!(Kind::of(b"PK\x03\x04aaaa"), None);
        assert_eq!(Kind::of(b"%PDF-1.7"), Some(Kind::Pdf));
        assert!(Kind::promised("Extrait.PDF") && !Kind::promised("extrait.docx"));
    }

    #[test]
    fn a_password_is_seen_even_across_two_pieces() {
        for cut in 0..20 {
            let text = b"trailer << /Encrypt 9 0 R >> startxref 1 %%EOF";
            let mut watch = PdfWatch::default();
            watch.see(&text[..10 + cut]);
            watch.see(&text[10 + cut..]);
            assert!(watch.is_encrypted() && watch.is_whole(), "{cut}");
        }
        let mut plain = PdfWatch::default();
        plain.see(b"(about /EncryptMetadata and /Encryption) %%EOF");
        assert!(!plain.is_encrypted());
        let mut cut = PdfWatch::default();
        cut.see(b"%PDF-1.7 1 0 obj");
        assert!(!cut.is_whole());
        for (end, whole) in [
            ("\n12 0 obj\n<< /Type /Page", false),
            ("\n12 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\n", true),
            ("\n\0\0 padding of a mail program", true),
        ] {
            let mut several = PdfWatch::default();
            several.see(b"%PDF-1.7 1 0 obj << >> endobj\nstartxref\n0\n%%EOF");
            several.see(end.as_bytes());
            assert_eq!(several.is_whole(), whole, "{end}");
        }
    }
}
