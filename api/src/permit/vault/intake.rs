//! A file on its way in: pieces arrive, are looked at, hashed and sealed; at no
//! moment is the whole of a PDF in memory, and never is anything on disk in clear.

use std::io::{self, Read, Write};
use std::sync::Arc;

use aws_lc_rs::digest;
use zeroize::Zeroizing;

use super::kind::PdfWatch;
use super::photo;
use super::store::Draft;
use super::{Kind, OpenReader, SealWriter, Store};
use crate::permit::keys::KEY_BYTES;

/// How large a file may be.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes.
    pub bytes: u64,
    /// Millions of pixels of an image.
    pub megapixels: u64,
}

/// Why a file was not taken. Words: `permits-error-file-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Nothing in it.
    Empty,
    /// Too many bytes or pixels.
    TooLarge,
    /// A type that is not taken.
    Type,
    /// The name promises another type.
    Content,
    /// A PDF that asks for a password.
    Password,
    /// Cut off, or it cannot be decoded.
    Damaged,
    /// The place of the files does not answer.
    Unwritten,
}

impl Refused {
    /// Last part of the Fluent id.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::Type => "type",
            Self::Content => "content",
            Self::Password => "password",
            Self::Damaged => "damaged",
            Self::Unwritten => "unwritten",
        }
    }
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        tracing::error!(%error, "a document cannot be written into the vault");
        Self::Unwritten
    }
}

/// A file that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Type by content.
    pub kind: Kind,
    /// Bytes kept.
    pub size: u64,
    /// SHA-256 of what is kept, hexadecimal.
    pub sha256: String,
}

/// Takes a file.
pub struct Intake {
    store: Arc<dyn Store>,
    vault_key: String,
    name: String,
    key: Zeroizing<[u8; KEY_BYTES]>,
    limits: Limits,
    head: Vec<u8>,
    open: Option<Open>,
}

struct Open {
    kind: Kind,
    writer: Hashing<SealWriter<Box<dyn Draft>>>,
    pdf: PdfWatch,
}

impl Intake {
    /// Begins: `name` is what the sender calls the file.
    #[must_use]
    pub fn new(
        store: Arc<dyn Store>,
        vault_key: &str,
        key: Zeroizing<[u8; KEY_BYTES]>,
        name: &str,
        limits: Limits,
    ) -> Self {
        Self {
            store,
            vault_key: vault_key.to_owned(),
            name: name.to_owned(),
            key,
            limits,
            head: Vec::new(),
            open: None,
        }
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// As soon as the file can be refused.
    pub fn piece(&mut self, bytes: &[u8]) -> Result<(), Refused> {
        if self.open.is_none() {
            self.head.extend_from_slice(bytes);
            if self.head.len() < Kind::HEAD {
                return Ok(());
            }
            let head = std::mem::take(&mut self.head);
            self.open = Some(self.begin(&head)?);
            return self.write(&head);
        }
        self.write(bytes)
    }

    fn begin(&self, head: &[u8]) -> Result<Open, Refused> {
        let Some(kind) = Kind::of(head) else {
            return Err(if Kind::promised(&self.name) { Refused::Content } else { Refused::Type });
        };
        let draft = self.store.begin(&self.vault_key)?;
        let writer = Hashing::new(SealWriter::new(draft, &self.key)?);
        Ok(Open { kind, writer, pdf: PdfWatch::default() })
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Refused> {
        let Some(open) = self.open.as_mut() else { return Err(Refused::Unwritten) };
        open.writer.write_all(bytes)?;
        if open.writer.size > self.limits.bytes {
            return Err(Refused::TooLarge);
        }
        if open.kind == Kind::Pdf {
            open.pdf.see(bytes);
        }
        Ok(())
    }

    /// Ends: what passes every look is kept, and nothing of it stays in memory. An image
    /// has still to be made anew.
    ///
    /// # Errors
    /// Why the file is refused; nothing of it stays.
    pub fn keep(mut self) -> Result<Kept, Refused> {
        let Some(open) = self.open.take() else {
            let empty = self.head.is_empty();
            return Err(if empty { Refused::Empty } else { Refused::Type });
        };
        if open.kind == Kind::Pdf {
            if open.pdf.is_encrypted() {
                return Err(Refused::Password);
            }
            if !open.pdf.is_whole() {
                return Err(Refused::Damaged);
            }
        }
        let (kind, accepted) = (open.kind, open.writer.accepted(open.kind));
        open.writer.inner.finish()?.keep()?;
        if kind == Kind::Pdf {
            return Ok(Kept::Whole(accepted));
        }
        let Self { store, vault_key, key, limits, .. } = self;
        Ok(Kept::Image(Raw {
            store,
            vault_key,
            key,
            kind,
            size: accepted.size,
            megapixels: limits.megapixels,
        }))
    }
}

/// A file that lies in its place.
pub enum Kept {
    /// As it stays.
    Whole(Accepted),
    /// As the sender's device made it.
    Image(Raw),
}

/// An image that lies in its place with all that a camera adds.
pub struct Raw {
    store: Arc<dyn Store>,
    vault_key: String,
    key: Zeroizing<[u8; KEY_BYTES]>,
    kind: Kind,
    size: u64,
    megapixels: u64,
}

impl Raw {
    /// Makes the image anew in its place. Do one image at a time to keep memory small.
    ///
    /// # Errors
    /// Why the file is refused; nothing of it stays.
    pub fn renew(self) -> Result<Accepted, Refused> {
        let renewed = self.write_anew();
        if renewed.is_err() {
            self.store.remove(&self.vault_key)?;
        }
        renewed
    }

    fn write_anew(&self) -> Result<Accepted, Refused> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(usize::try_from(self.size).unwrap_or(0)));
        OpenReader::new(self.store.read(&self.vault_key)?, &self.key)?.read_to_end(&mut bytes)?;
        let draft = self.store.begin(&self.vault_key)?;
        let mut writer = Hashing::new(SealWriter::new(draft, &self.key)?);
        photo::renew(bytes, self.kind, self.megapixels, &mut writer).map_err(|fault| match fault {
            photo::Fault::Damaged => Refused::Damaged,
            photo::Fault::TooLarge => Refused::TooLarge,
            photo::Fault::Unwritten => Refused::Unwritten,
        })?;
        let accepted = writer.accepted(self.kind);
        writer.inner.finish()?.keep()?;
        Ok(accepted)
    }
}

/// Counts and hashes what passes.
struct Hashing<W: Write> {
    inner: W,
    hash: digest::Context,
    size: u64,
}

impl<W: Write> Hashing<W> {
    fn new(inner: W) -> Self {
        Self { inner, hash: digest::Context::new(&digest::SHA256), size: 0 }
    }

    fn accepted(&self, kind: Kind) -> Accepted {
        let sha256 = crate::audit::hex(self.hash.clone().finish().as_ref());
        Accepted { kind, size: self.size, sha256 }
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permit::vault::Folder;

    fn take(name: &str, pieces: &[&[u8]]) -> Result<Accepted, Refused> {
        let root = std::env::temp_dir().join(format!("safe-intake-{}-{name}", std::process::id()));
        let store: Arc<dyn Store> = Arc::new(Folder::new(&root).expect("folder"));
        let limits = Limits { bytes: 4000, megapixels: 1 };
        let mut intake = Intake::new(store.clone(), "key-aa", Zeroizing::new([1; KEY_BYTES]), name, limits);
        let outcome =
            pieces.iter().try_for_each(|piece| intake.piece(piece)).and_then(|()| match intake.keep()? {
                Kept::Whole(accepted) => Ok(accepted),
                Kept::Image(raw) => raw.renew(),
            });
        assert_eq!(store.read("key-aa").is_ok(), outcome.is_ok(), "only what is taken stays: {name}");
        std::fs::remove_dir_all(root).expect("clean");
        outcome
    }

    #[test]
    fn each_bad_file_is_refused_for_its_own_reason() {
        let pdf: &[u8] = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";
        assert_eq!(take("a.pdf", &[&pdf[..4], &pdf[4..]]).expect("taken").size, pdf.len() as u64);
        assert_eq!(take("b.pdf", &[b""]), Err(Refused::Empty));
        assert_eq!(take("c.pdf", &[b"MZ\x90\0\x03\0\0\0program"]), Err(Refused::Content));
        assert_eq!(take("d.docx", &[b"PK\x03\x04aaaaaaa"]), Err(Refused::Type));
        assert_eq!(
            take("e.pdf", &[b"%PDF-1.7\ntrailer << /Encrypt 2 0 R >>\n%%EOF"]),
            Err(Refused::Password)
        );
        assert_eq!(take("f.pdf", &[b"%PDF-1.7\n1 0 obj"]), Err(Refused::Damaged));
        assert_eq!(take("g.pdf", &[b"%PDF-1.7\n", &[b' '; 5000]]), Err(Refused::TooLarge));
        assert_eq!(take("h.jpg", &[&[0xFF, 0xD8, 0xFF, 0xE0, 0, 16, b'J', b'F']]), Err(Refused::Damaged));
    }
}
