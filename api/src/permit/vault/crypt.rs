//! A file as a row of sealed chunks: memory stays at one chunk, and a chunk that
//! was cut off, moved or repeated does not open (the STREAM construction of
//! Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
//!
//! Layout: `SV1`, seven bytes of nonce, then chunks of 64 KiB of plain text,
//! each with its tag. The nonce of a chunk is those seven bytes, the number of
//! the chunk and a mark on the last one.

use std::io::{self, Read, Write};

use aws_lc_rs::aead::{Aad, LessSafeKey, NONCE_LEN, Nonce};
use zeroize::Zeroize;

use crate::permit::keys::{self, KEY_BYTES};

const MAGIC: &[u8; 3] = b"SV1";
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;
const PREFIX: usize = 7;

fn broken(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what.to_owned())
}

fn nonce(prefix: [u8; PREFIX], number: u32, last: bool) -> Nonce {
    let mut bytes = [0u8; NONCE_LEN];
    bytes[..PREFIX].copy_from_slice(&prefix);
    bytes[PREFIX..PREFIX + 4].copy_from_slice(&number.to_be_bytes());
    bytes[NONCE_LEN - 1] = u8::from(last);
    Nonce::assume_unique_for_key(bytes)
}

/// Seals what is written to it. The key must be used for this file alone.
pub struct SealWriter<W: Write> {
    out: W,
    key: LessSafeKey,
    prefix: [u8; PREFIX],
    number: u32,
    buffer: Vec<u8>,
}

impl<W: Write> SealWriter<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// There is no randomness, or the place cannot be written to.
    pub fn new(mut out: W, key: &[u8; KEY_BYTES]) -> io::Result<Self> {
        let prefix: [u8; PREFIX] = keys::random().map_err(io::Error::other)?;
        out.write_all(MAGIC)?;
        out.write_all(&prefix)?;
        let key = keys::cipher(key).map_err(io::Error::other)?;
        Ok(Self { out, key, prefix, number: 0, buffer: Vec::with_capacity(CHUNK + TAG) })
    }

    fn seal(&mut self, last: bool) -> io::Result<()> {
        let nonce = nonce(self.prefix, self.number, last);
        self.key
            .seal_in_place_append_tag(nonce, Aad::empty(), &mut self.buffer)
            .map_err(|_| broken("a chunk cannot be sealed"))?;
        self.out.write_all(&self.buffer)?;
        self.buffer.clear();
        self.number = self.number.checked_add(1).ok_or_else(|| broken("a file is too large"))?;
        Ok(())
    }

    /// Writes the last chunk; without it the file does not open.
    ///
    /// # Errors
    /// The place cannot be written to.
    pub fn finish(mut self) -> io::Result<W> {
        self.seal(true)?;
        self.out.flush()?;
        Ok(self.out)
    }
}

impl<W: Write> Write for SealWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut rest = bytes;
        while !rest.is_empty() {
            // A full chunk is sealed only when more follows: the last one is marked.
            if self.buffer.len() == CHUNK {
                self.seal(false)?;
            }
            let taken = rest.len().min(CHUNK - self.buffer.len());
            self.buffer.extend_from_slice(&rest[..taken]);
            rest = &rest[taken..];
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Opens what a [`SealWriter`] wrote.
pub struct OpenReader<R: Read> {
    from: R,
    key: LessSafeKey,
    prefix: [u8; PREFIX],
    number: u32,
    ahead: Vec<u8>,
    plain: Vec<u8>,
    at: usize,
    done: bool,
}

impl<R: Read> OpenReader<R> {
    /// Begins to read.
    ///
    /// # Errors
    /// It is no sealed file.
    pub fn new(mut from: R, key: &[u8; KEY_BYTES]) -> io::Result<Self> {
        let mut head = [0u8; MAGIC.len() + PREFIX];
        from.read_exact(&mut head)?;
        if &head[..MAGIC.len()] != MAGIC {
            return Err(broken("not a sealed file"));
        }
        let mut prefix = [0u8; PREFIX];
        prefix.copy_from_slice(&head[MAGIC.len()..]);
        let key = keys::cipher(key).map_err(io::Error::other)?;
        let mut reader =
            Self { from, key, prefix, number: 0, ahead: Vec::new(), plain: Vec::new(), at: 0, done: false };
        reader.ahead = reader.fetch()?;
        Ok(reader)
    }

    fn fetch(&mut self) -> io::Result<Vec<u8>> {
        let mut chunk = Vec::with_capacity(CHUNK + TAG);
        (&mut self.from).take((CHUNK + TAG) as u64).read_to_end(&mut chunk)?;
        Ok(chunk)
    }

    fn next(&mut self) -> io::Result<()> {
        self.plain.zeroize();
        let mut chunk = std::mem::take(&mut self.ahead);
        self.ahead = self.fetch()?;
        let last = self.ahead.is_empty();
        let nonce = nonce(self.prefix, self.number, last);
        let length = self
            .key
            .open_in_place(nonce, Aad::empty(), &mut chunk)
            .map_err(|_| broken("a chunk was altered or is missing"))?
            .len();
        chunk.truncate(length);
        self.plain = chunk;
        self.at = 0;
        self.number += 1;
        self.done = last;
        Ok(())
    }
}

impl<R: Read> Read for OpenReader<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.plain.len() {
            if self.done {
                return Ok(0);
            }
            self.next()?;
        }
        let taken = into.len().min(self.plain.len() - self.at);
        into[..taken].copy_from_slice(&self.plain[self.at..self.at + taken]);
        self.at += taken;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(plain: &[u8]) -> Vec<u8> {
        let mut writer = SealWriter::new(Vec::new(), &[3; KEY_BYTES]).expect("begin");
        writer.write_all(plain).expect("write");
        writer.finish().expect("finish")
    }

    fn opened(bytes: &[u8]) -> io::Result<Vec<u8>> {
        let mut plain = Vec::new();
        OpenReader::new(bytes, &[3; KEY_BYTES])?.read_to_end(&mut plain)?;
        Ok(plain)
    }

    #[test]
    fn every_length_comes_back() {
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17] {
            let plain: Vec<u8> = (0..length).map(|i| (i % 251) as u8).collect();
            assert_eq!(opened(&sealed(&plain)).expect("opens"), plain, "{length}");
        }
    }

    #[test]
    fn what_was_cut_or_altered_does_not_open() {
        let whole = sealed(&vec![9u8; 2 * CHUNK + 5]);
        let head = MAGIC.len() + PREFIX;
        assert!(opened(&whole[..head + CHUNK + TAG]).is_err(), "cut at a chunk");
        assert!(opened(&whole[..whole.len() - 1]).is_err(), "cut inside a chunk");
        let mut swapped = whole[..head].to_vec();
        swapped.extend_from_slice(&whole[head + CHUNK + TAG..head + 2 * (CHUNK + TAG)]);
        swapped.extend_from_slice(&whole[head..head + CHUNK + TAG]);
        swapped.extend_from_slice(&whole[head + 2 * (CHUNK + TAG)..]);
        assert!(opened(&swapped).is_err(), "swapped");
        assert!(OpenReader::new(&whole[..], &[4; KEY_BYTES]).expect("head").read(&mut [0; 4]).is_err());
    }
}
