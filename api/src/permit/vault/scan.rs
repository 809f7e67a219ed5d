//! The malware scanner: ClamAV's `clamd`, spoken to with INSTREAM.

use std::io::Read;
use std::time::Duration;

use anyhow::{Context, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::mpsc;

/// Longest wait for a sign of life.
const PING: Duration = Duration::from_secs(5);

/// What the scanner says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scan {
    /// Not looked at yet: the scanner did not answer.
    Pending,
    /// Nothing found.
    Clean,
    /// Something found.
    Infected,
    /// There is no scanner.
    NotConfigured,
}

impl Scan {
    /// Its name in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Clean => "clean",
            Self::Infected => "infected",
            Self::NotConfigured => "not-configured",
        }
    }
}

/// Whether a document with this mark may be opened: not before the scanner has looked at it, and
/// nothing that it found harmful.
#[must_use]
pub fn may_be_opened(mark: &str) -> bool {
    ![Scan::Pending, Scan::Infected].map(Scan::as_str).contains(&mark)
}

/// The scanner of the settings.
pub struct Scanner {
    address: String,
    wait: Duration,
}

impl Scanner {
    /// A scanner at `host:port`; an empty address means none.
    #[must_use]
    pub fn new(address: &str, wait_s: u64) -> Self {
        Self { address: address.to_owned(), wait: Duration::from_secs(wait_s) }
    }

    /// Whether there is one.
    #[must_use]
    pub fn is_configured(&self) -> bool {
        !self.address.is_empty()
    }

    /// Has a file looked at. A scanner that does not answer leaves it pending:
    /// the periodic job asks again.
    pub async fn look(&self, from: impl Read + Send + 'static) -> Scan {
        if !self.is_configured() {
            return Scan::NotConfigured;
        }
        match tokio::time::timeout(self.wait, self.ask(from)).await {
            Ok(Ok(scan)) => scan,
            Ok(Err(error)) => {
                tracing::warn!(error = format!("{error:#}"), "the malware scanner gave no answer");
                Scan::Pending
            }
            Err(_) => {
                tracing::warn!("the malware scanner took too long");
                Scan::Pending
            }
        }
    }

    /// Whether it is there, or there is none to wait for.
    pub async fn is_there(&self) -> bool {
        if !self.is_configured() {
            return true;
        }
        let asked = async {
            let mut stream = TcpStream::connect(&self.address).await.ok()?;
            stream.write_all(b"zPING\0").await.ok()?;
            let mut answer = Vec::new();
            stream.take(16).read_to_end(&mut answer).await.ok()?;
            answer.starts_with(b"PONG").then_some(())
        };
        matches!(tokio::time::timeout(self.wait.min(PING), asked).await, Ok(Some(())))
    }

    async fn ask(&self, mut from: impl Read + Send + 'static) -> anyhow::Result<Scan> {
        let mut stream = TcpStream::connect(&self.address).await.context("clamd is away")?;
        let (pieces, mut arriving) = mpsc::channel::<std::io::Result<Vec<u8>>>(2);
        let reading = tokio::task::spawn_blocking(move || {
            loop {
                let mut piece = vec![0u8; 32 * 1024];
                let read = from.read(&mut piece).map(|length| {
                    piece.truncate(length);
                    piece
                });
                let last = read.as_ref().map_or(true, Vec::is_empty);
                if pieces.blocking_send(read).is_err() || last {
                    break;
                }
            }
        });
        stream.write_all(b"zINSTREAM\0").await?;
        while let Some(piece) = arriving.recv().await {
            let piece = piece?;
            let length = u32::try_from(piece.len())?;
            stream.write_all(&length.to_be_bytes()).await?;
            stream.write_all(&piece).await?;
        }
        reading.await?;
        let mut answer = Vec::new();
        stream.take(512).read_to_end(&mut answer).await?;
        let answer = String::from_utf8_lossy(&answer);
        let answer = answer.trim_end_matches(['\0', '\n']);
        if answer.ends_with("FOUND") {
            Ok(Scan::Infected)
        } else if answer.ends_with("OK") {
            Ok(Scan::Clean)
        } else {
            bail!("clamd answered {answer:?}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;
    use tokio::net::TcpListener;

    /// Speaks INSTREAM: counts the bytes, finds what contains `EICAR`.
    async fn stand_in() -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("port");
        let address = listener.local_addr().expect("address").to_string();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut greeting = [0u8; 10];
                stream.read_exact(&mut greeting).await.expect("greeting");
                assert_eq!(&greeting, b"zINSTREAM\0");
                let mut seen = Vec::new();
                loop {
                    let length = stream.read_u32().await.expect("length") as usize;
                    if length == 0 {
                        break;
                    }
                    let at = seen.len();
                    seen.resize(at + length, 0);
                    stream.read_exact(&mut seen[at..]).await.expect("piece");
                }
                let found = seen.windows(5).any(|w| w == b"EICAR");
                let answer: &[u8] =
                    if found { b"stream: Eicar-Test-Signature FOUND\0" } else { b"stream: OK\0" };
                stream.write_all(answer).await.expect("answer");
            }
        });
        address
    }

    #[tokio::test]
    async fn the_scanner_is_believed_and_its_silence_is_not_a_yes() {
        let scanner = Scanner::new(&stand_in().await, 5);
        assert_eq!(scanner.look(Cursor::new(vec![b'a'; 200_000])).await, Scan::Clean);
        assert_eq!(scanner.look(Cursor::new(b"xx EICAR xx".to_vec())).await, Scan::Infected);
        assert_eq!(scanner.look(Cursor::new(Vec::new())).await, Scan::Clean);
        assert_eq!(Scanner::new("127.0.0.1:9", 1).look(Cursor::new(vec![1])).await, Scan::Pending);
        assert_eq!(Scanner::new("", 1).look(Cursor::new(vec![1])).await, Scan::NotConfigured);
        assert!(Scanner::new("", 1).is_there().await, "nothing waits for a scanner that is not");
        assert!(!Scanner::new("127.0.0.1:9", 1).is_there().await);
    }
}
