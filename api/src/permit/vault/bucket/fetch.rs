//! A file on its way out of a bucket: the next piece is asked for when the last is read.

use std::io::{self, Read};

use bytes::{Buf, Bytes};
use futures_util::StreamExt;
use futures_util::stream::BoxStream;

use super::Line;
use super::fault::Act;

type Stream = BoxStream<'static, object_store::Result<Bytes>>;

pub(super) struct Fetch {
    line: Line,
    stream: Option<Stream>,
    piece: Bytes,
}

impl Fetch {
    pub(super) fn new(line: Line, stream: Stream) -> Self {
        Self { line, stream: Some(stream), piece: Bytes::new() }
    }
}

impl Read for Fetch {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.piece.is_empty() {
            let Some(mut stream) = self.stream.take() else { return Ok(0) };
            let (stream, piece) = self.line.ask(Act::Read, async move {
                let piece = stream.next().await.transpose()?;
                Ok((stream, piece))
            })?;
            let Some(piece) = piece else { return Ok(0) };
            self.stream = Some(stream);
            self.piece = piece;
        }
        let taken = into.len().min(self.piece.len());
        into[..taken].copy_from_slice(&self.piece[..taken]);
        self.piece.advance(taken);
        Ok(taken)
    }
}
