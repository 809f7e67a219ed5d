//! A file on its way into a bucket. A small one is put there in one go when it is kept; a
//! larger one goes in parts, which become an object when it is kept and are dropped otherwise.

use std::io::{self, Write};
use std::time::Duration;

use object_store::multipart::{MultipartStore, PartId};
use object_store::path::Path;
use object_store::{MultipartId, ObjectStoreExt, PutPayload};

use super::Line;
use super::fault::Act;
use super::part::Part;
use crate::permit::vault::store::Draft;

/// Pauses between attempts to drop the parts of an upload that was given up.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// How many attempts: about a day of a server that is away.
const ATTEMPTS: usize = 1_500;

pub(super) struct Upload {
    line: Line,
    path: Path,
    part: Part,
    parts: Option<Parts>,
    /// Some of it was not taken, so that nothing can be added to it.
    is_broken: bool,
}

struct Parts {
    upload: MultipartId,
    sent: Vec<PartId>,
}

impl Upload {
    pub(super) fn new(line: Line, path: Path) -> Self {
        Self { line, path, part: Part::default(), parts: None, is_broken: false }
    }

    /// Sends what is in memory as the next part.
    fn send(&mut self) -> io::Result<()> {
        let parts = match self.parts.take() {
            Some(parts) => parts,
            None => self.begin()?,
        };
        let (upload, number) = (parts.upload.clone(), parts.sent.len());
        let parts = self.parts.insert(parts);
        let (server, path) = (self.line.server.clone(), self.path.clone());
        let payload = PutPayload::from(self.part.give());
        let taken = async move { server.put_part(&path, &upload, number, payload).await };
        parts.sent.push(self.line.ask(Act::Write, taken)?);
        Ok(())
    }

    fn begin(&self) -> io::Result<Parts> {
        let (server, path) = (self.line.server.clone(), self.path.clone());
        let begun = async move { server.create_multipart(&path).await };
        Ok(Parts { upload: self.line.ask(Act::Write, begun)?, sent: Vec::new() })
    }

    fn put_whole(&mut self) -> io::Result<()> {
        let (server, path) = (self.line.server.clone(), self.path.clone());
        let payload = PutPayload::from(self.part.give());
        self.line.ask(Act::Write, async move { server.put(&path, payload).await.map(|_| ()) })
    }

    fn complete(&mut self) -> io::Result<()> {
        if !self.part.is_empty() {
            self.send()?;
        }
        let Some(parts) = &self.parts else { return Ok(()) };
        let (server, path) = (self.line.server.clone(), self.path.clone());
        let (upload, sent) = (parts.upload.clone(), parts.sent.clone());
        let completed = async move { server.complete_multipart(&path, &upload, sent).await.map(|_| ()) };
        self.line.ask(Act::Write, completed)?;
        self.parts = None;
        Ok(())
    }
}

impl Write for Upload {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_broken {
            return Err(io::Error::new(io::ErrorKind::NotConnected, "an earlier part was not taken"));
        }
        let taken = self.part.take(bytes)?;
        if self.part.is_full() {
            self.is_broken = true;
            self.send()?;
            self.is_broken = false;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Draft for Upload {
    fn keep(mut self: Box<Self>) -> io::Result<()> {
        if self.is_broken {
            return Err(io::Error::new(io::ErrorKind::NotConnected, "a part was not taken"));
        }
        if self.parts.is_some() { self.complete() } else { self.put_whole() }
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        let Some(parts) = self.parts.take() else { return };
        let (server, path, patience) = (self.line.server.clone(), self.path.clone(), self.line.patience);
        self.line.handle.spawn(async move {
            let mut pause = FIRST_PAUSE;
            for _ in 0..ATTEMPTS {
                let aborted = server.abort_multipart(&path, &parts.upload);
                match tokio::time::timeout(patience, aborted).await {
                    Ok(Ok(()) | Err(object_store::Error::NotFound { .. })) => return,
                    Ok(Err(_)) | Err(_) => tokio::time::sleep(pause).await,
                }
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
            tracing::error!("parts of an upload that was given up stay in the bucket");
        });
    }
}
