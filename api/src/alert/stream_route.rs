//! `GET /alerts/stream`: server-sent events.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, get, web};
use bytes::Bytes;
use tokio::sync::broadcast;

use super::stream::Change;
use super::wish::Wish;
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::{Reader, client_address};

/// A comment keeps proxies from closing a quiet line.
const HEARTBEAT: Duration = Duration::from_secs(25);

/// Most bytes handed down in one piece. A connection keeps a buffer as large as the
/// largest piece it was given, for as long as it lives; this fits into the one that
/// it has anyway.
const PIECE: usize = 7 * 1024;

/// One listener; leaving gives its place back.
struct Listener {
    state: web::Data<State>,
    address: IpAddr,
    wish: Wish,
    receiver: broadcast::Receiver<Arc<Change>>,
    waiting: std::collections::VecDeque<Bytes>,
    /// The rest of an event whose first part was handed down.
    rest: Bytes,
    last: i64,
    stop: tokio_util::sync::CancellationToken,
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.state.metrics.listeners.dec();
        self.state.listeners.fetch_sub(1, Ordering::Relaxed);
        self.state.leave_stream(self.address);
    }
}

impl Listener {
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if !self.rest.is_empty() {
                // Lets the connection send what it has before it gets more.
                tokio::task::yield_now().await;
                return Some(self.piece());
            }
            if let Some(bytes) = self.waiting.pop_front() {
                self.rest = bytes;
                return Some(self.piece());
            }
            let received = tokio::select! {
                biased;
                () = self.stop.cancelled() => return None,
                received = tokio::time::timeout(HEARTBEAT, self.receiver.recv()) => received,
            };
            match received {
                Err(_) => return Some(Bytes::from_static(b": \n\n")),
                Ok(Ok(change)) => self.queue(&[change]),
                Ok(Err(broadcast::error::RecvError::Lagged(_))) => {
                    let missed = self.state.stream.missed(self.last);
                    self.queue(&missed);
                }
                Ok(Err(broadcast::error::RecvError::Closed)) => return None,
            }
        }
    }

    fn piece(&mut self) -> Bytes {
        self.rest.split_to(self.rest.len().min(PIECE))
    }

    fn queue(&mut self, changes: &[Arc<Change>]) {
        for change in changes {
            if change.version > self.last {
                self.last = change.version;
                self.waiting.push_back(change.bytes(&self.wish, &self.state.world));
            }
        }
    }
}

/// Changes of alerts as they happen: event `alert`, `id` is the version of the
/// snapshot, `data` an alert as in `GET /alerts`. `Last-Event-ID` (or `?after=`)
/// replays what was missed, also after a restart of the server.
#[utoipa::path(tag = "alerts", params(("lang" = Option<String>, Query), ("after" = Option<i64>, Query),
    ("Last-Event-ID" = Option<i64>, Header, description = "The last version that was heard; what came after it is told first")),
    responses((status = 200, content_type = "text/event-stream"), (status = 503)))]
#[get("/alerts/stream")]
pub(super) async fn alerts_stream(
    state: web::Data<State>,
    wish: Wish,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let address = client_address(&request, &state.config.http.trusted_proxies);
    let most = state.config.limits.stream_listeners;
    if state.listeners.fetch_add(1, Ordering::Relaxed) >= most {
        state.listeners.fetch_sub(1, Ordering::Relaxed);
        return Err(Error::Unavailable);
    }
    if !state.join_stream(address) {
        state.listeners.fetch_sub(1, Ordering::Relaxed);
        return Err(Error::TooMany(30));
    }
    let header = request.headers().get("last-event-id").and_then(|value| value.to_str().ok());
    let query = request.query_string().split('&').find_map(|pair| pair.strip_prefix("after="));
    let version = state.public.load().version;
    // A place that lies ahead was never given out here: the records were made anew, or
    // brought back from a copy. Such a listener begins like a new one.
    let after = header.or(query).and_then(|id| id.trim().parse::<i64>().ok());
    let after = after.filter(|after| *after <= version);
    let (receiver, missed) = state.stream.listen(after);
    state.metrics.listeners.inc();
    let mut listener = Listener {
        stop: state.stop.clone(),
        state,
        address,
        wish,
        receiver,
        waiting: [Bytes::from_static(b"retry: 3000\n\n")].into(),
        rest: Bytes::new(),
        last: after.unwrap_or(version.min(i64::MAX - 1)),
    };
    if after.is_some() {
        listener.queue(&missed);
    } else {
        // Nothing is replayed, but the listener learns where it stands.
        let hello = format!("id: {version}\n\n");
        listener.waiting.push_back(Bytes::from(hello));
    }
    let spoken = Reader(listener.wish.lang).content_language();
    let body = futures_util::stream::unfold(listener, |mut listener| async move {
        listener.next().await.map(|bytes| (Ok::<_, std::convert::Infallible>(bytes), listener))
    });
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/event-stream"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_LANGUAGE, spoken))
        .insert_header(("X-Accel-Buffering", "no"))
        .streaming(body))
}
