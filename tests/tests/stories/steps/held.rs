//! An upload that does not end by itself.

use std::time::Duration;

use safe_tests::System;
use safe_tests::citizen::{Browser, parts};
use safe_tests::form::WITH_FILES;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::applicant::PDF;

/// A form on its way: its end is held back.
pub(crate) struct Held {
    stream: TcpStream,
    rest: Vec<u8>,
}

impl Held {
    /// Begins to hand in the smallest file that passes for a PDF.
    pub(crate) async fn begin(
        system: &System,
        browser: &Browser<'_>,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Self {
        Self::of_size(system, browser, path, fields, PDF).await
    }

    /// The same, with this file.
    pub(crate) async fn of_size(
        system: &System,
        browser: &Browser<'_>,
        path: &str,
        fields: &[(&str, &str)],
        content: &[u8],
    ) -> Self {
        let csrf = browser.get(path).await.hidden("csrf");
        assert!(!csrf.is_empty(), "{path}");
        let body = parts(&csrf, fields, &[("a.pdf", content)]);
        let host = system.base.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host).await.expect("connected");
        let head = format!(
            "POST /{}/permits/apply/{path} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\nAccept: text/html\r\n\
             Content-Type: {WITH_FILES}\r\nContent-Length: {}\r\n\r\n",
            browser.lang,
            browser.cookie(),
            body.len()
        );
        let at = body.windows(5).position(|bytes| bytes == b"%PDF-").expect("a file") + 9;
        stream.write_all(head.as_bytes()).await.expect("sent");
        stream.write_all(&body[..at]).await.expect("sent");
        stream.flush().await.expect("sent");
        // The server is reading by now: it has what was sent so far.
        tokio::time::sleep(Duration::from_secs(1)).await;
        Self { stream, rest: body[at..].to_vec() }
    }

    /// Sends the next bytes, and keeps the rest back.
    pub(crate) async fn send(&mut self, length: usize) {
        let later = self.rest.split_off(length.min(self.rest.len()));
        self.stream.write_all(&self.rest).await.expect("sent");
        self.rest = later;
    }

    /// Sends so many bytes a second until the server answers or hangs up.
    pub(crate) async fn drip(mut self, bytes: usize) {
        let mut pieces = self.rest.chunks(bytes);
        let (mut reader, mut writer) = self.stream.split();
        let mut start = [0; 12];
        let mut answered = std::pin::pin!(reader.read_exact(&mut start));
        let mut tick = tokio::time::interval(Duration::from_secs(1));
        loop {
            tokio::select! {
                read = &mut answered => {
                    read.expect("an answer");
                    return;
                }
                _ = tick.tick() => {
                    let Some(piece) = pieces.next() else { panic!("it was let go on") };
                    if writer.write_all(piece).await.is_err() {
                        return;
                    }
                }
            }
        }
    }

    /// Sends the rest; the answer is the status.
    pub(crate) async fn finish(mut self) -> u16 {
        self.stream.write_all(&self.rest).await.expect("sent");
        self.answer().await
    }

    /// The status that the server answers with.
    pub(crate) async fn answer(mut self) -> u16 {
        let mut start = [0; 12];
        let read = timeout(Duration::from_secs(60), self.stream.read_exact(&mut start)).await;
        read.expect("in time").expect("an answer");
        std::str::from_utf8(&start[9..]).expect("ASCII").parse().expect("a status")
    }
}
