//! What the provider of the settings says of itself: its document (OpenID Connect
//! Discovery 1.0) and its keys, read by one request for all.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use serde::Deserialize;

use super::jws::KeySet;

/// Largest answer of a provider that is read.
const MOST_BYTES: usize = 512 * 1024;
/// How long its document and keys are believed.
const FRESH_MS: i64 = 3_600_000;
/// How long a provider that did not answer is left alone.
const PAUSE: Duration = Duration::from_secs(10);

/// What a provider says of itself (OpenID Connect Discovery 1.0).
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Document {
    pub issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    pub userinfo_endpoint: String,
    jwks_uri: String,
}

/// What is known of a provider at a moment.
pub(super) struct Known {
    pub document: Document,
    pub keys: KeySet,
    read_at_ms: i64,
}

/// The document and the keys of one provider.
pub(super) struct Discovery {
    issuer: String,
    http: reqwest::Client,
    slot: Mutex<Slot>,
    /// Held by the one request that asks the provider for its document.
    turn: tokio::sync::Mutex<()>,
}

/// What was read last, and when reading failed.
#[derive(Default)]
struct Slot {
    known: Option<Arc<Known>>,
    failed: Option<Instant>,
}

impl Slot {
    /// What was read, while it is younger than this.
    fn younger(&self, now_ms: i64, most_ms: i64) -> Option<Arc<Known>> {
        self.known.clone().filter(|known| now_ms - known.read_at_ms < most_ms)
    }
}

impl Discovery {
    /// Nothing is asked yet.
    pub(super) fn new(issuer: String, http: reqwest::Client) -> Self {
        Self { issuer, http, slot: Mutex::default(), turn: tokio::sync::Mutex::new(()) }
    }

    /// Document and keys, read anew when they are old or `anew` is asked for. One request
    /// asks the provider; the others wait for its answer and share it, also when it is a failure:
    /// a provider that is down holds nobody longer than it holds the first.
    pub(super) async fn known(&self, now_ms: i64, anew: bool) -> anyhow::Result<Arc<Known>> {
        // Unknown keys make us look again, but not at the pace of an attacker.
        let most_ms = if anew { 30_000 } else { FRESH_MS };
        if let Some(known) = self.slot().younger(now_ms, most_ms) {
            return Ok(known);
        }
        let _turn = match self.turn.try_lock() {
            Ok(turn) => turn,
            Err(_) => {
                // Somebody asks at this moment; what is only a little old serves meanwhile.
                let old = self.slot().younger(now_ms, 2 * FRESH_MS).filter(|_| !anew);
                if let Some(known) = old {
                    return Ok(known);
                }
                self.turn.lock().await
            }
        };
        {
            let slot = self.slot();
            if let Some(known) = slot.younger(now_ms, most_ms) {
                return Ok(known);
            }
            let lately = slot.failed.is_some_and(|failed| failed.elapsed() < PAUSE);
            ensure!(!lately, "the provider did not answer a moment ago");
        }
        let read = self.read(now_ms).await.map(Arc::new);
        let mut slot = self.slot();
        match read {
            Ok(known) => {
                *slot = Slot { known: Some(known.clone()), failed: None };
                Ok(known)
            }
            Err(error) => {
                slot.failed = Some(Instant::now());
                Err(error)
            }
        }
    }

    fn slot(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the provider for its document and keys.
    async fn read(&self, now_ms: i64) -> anyhow::Result<Known> {
        let address = format!("{}/.well-known/openid-configuration", self.issuer.trim_end_matches('/'));
        let (_, body) = fetch(self.http.get(address)).await?;
        let document: Document = serde_json::from_slice(&body).context("the provider's document")?;
        ensure!(document.issuer == self.issuer, "the provider calls itself something else");
        let (_, body) = fetch(self.http.get(&document.jwks_uri)).await?;
        let keys = serde_json::from_slice(&body).context("the provider's keys")?;
        Ok(Known { document, keys, read_at_ms: now_ms })
    }
}

/// The answer to a request and what it says it is, when the provider is content with us.
pub(super) async fn fetch(request: reqwest::RequestBuilder) -> anyhow::Result<(Option<String>, Vec<u8>)> {
    let mut response = request.send().await.map_err(reqwest::Error::without_url)?;
    ensure!(response.status().is_success(), "the provider answered {}", response.status().as_u16());
    let kind = response.headers().get("content-type").and_then(|v| v.to_str().ok()).map(str::to_owned);
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(reqwest::Error::without_url)? {
        ensure!(body.len() + piece.len() <= MOST_BYTES, "the provider's answer is too long");
        body.extend_from_slice(&piece);
    }
    Ok((kind, body))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn a_provider_that_is_down_is_asked_once() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let asked = Arc::new(AtomicUsize::new(0));
        let issuer = format!("http://{}", listener.local_addr().expect("address"));
        let count = asked.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::SeqCst);
                tokio::time::sleep(Duration::from_millis(300)).await;
                drop(stream);
            }
        });
        let provider = Discovery::new(issuer, reqwest::Client::new());
        let begun = Instant::now();
        let all = futures_util::future::join_all((0..50).map(|_| provider.known(1_000, false))).await;
        assert!(all.iter().all(Result::is_err));
        assert!(provider.known(1_000, true).await.is_err());
        assert!(begun.elapsed() < PAUSE, "nobody waits for the others");
        assert_eq!(asked.load(Ordering::SeqCst), 1);
    }
}
