//! Joins many small writes into few large ones.
//!
//! An HTTP/2 connection hands down every DATA frame in a write of its own, and
//! TLS makes a record and a system call of each. Collecting what is written
//! between two flushes brings ten or more messages into one record and one call.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// The payload of four full TLS records.
const CAPACITY: usize = 64 * 1024;

/// A stream whose writes are collected until a flush, or until there is much.
pub(crate) struct Coalesce<S> {
    stream: S,
    buffer: Vec<u8>,
    written: usize,
}

impl<S: AsyncWrite + Unpin> Coalesce<S> {
    pub(crate) fn new(stream: S) -> Self {
        Self { stream, buffer: Vec::with_capacity(CAPACITY), written: 0 }
    }

    fn poll_drain(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while self.written < self.buffer.len() {
            let rest = &self.buffer[self.written..];
            let count = ready!(Pin::new(&mut self.stream).poll_write(cx, rest))?;
            if count == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.written += count;
        }
        self.buffer.clear();
        self.written = 0;
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Coalesce<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Coalesce<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        if self.buffer.len() + buf.len() > CAPACITY {
            ready!(self.poll_drain(cx))?;
        }
        let count = buf.len().min(CAPACITY);
        self.buffer.extend_from_slice(&buf[..count]);
        Poll::Ready(Ok(count))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let total: usize = bufs.iter().map(|b| b.len()).sum();
        if self.buffer.len() + total > CAPACITY {
            ready!(self.poll_drain(cx))?;
        }
        let mut count = 0;
        for buf in bufs {
            let part = buf.len().min(CAPACITY - self.buffer.len());
            self.buffer.extend_from_slice(&buf[..part]);
            count += part;
        }
        Poll::Ready(Ok(count))
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_drain(cx))?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_drain(cx))?;
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn every_byte_arrives_in_order(sizes in prop::collection::vec(0usize..200_000, 1..8), pipe in 1usize..5000) {
            let runtime = tokio::runtime::Builder::new_current_thread().build().expect("runtime");
            runtime.block_on(async move {
                let (near, mut far) = tokio::io::duplex(pipe);
                let sent: Vec<u8> = (0..sizes.iter().sum()).map(|n: usize| (n % 251) as u8).collect();
                let copy = sent.clone();
                let writer = tokio::spawn(async move {
                    let mut near = Coalesce::new(near);
                    let mut at = 0;
                    for size in sizes {
                        let part = &copy[at..at + size];
                        if size % 2 == 0 {
                            near.write_all(part).await.expect("written");
                        } else {
                            let (mut a, half) = (0, size / 2);
                            while a < size {
                                let middle = a.max(half);
                                let slices = [IoSlice::new(&part[a..middle]), IoSlice::new(&part[middle..])];
                                a += near.write_vectored(&slices).await.expect("written");
                            }
                        }
                        at += size;
                        near.flush().await.expect("flushed");
                    }
                    near.shutdown().await.expect("closed");
                });
                let mut got = Vec::new();
                far.read_to_end(&mut got).await.expect("read");
                writer.await.expect("writer");
                assert!(got == sent);
            });
        }
    }
}
