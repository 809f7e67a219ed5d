//! One HTTP/1.1 connection: one message after the other. Push services speak
//! HTTP/2; this is for the rest.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use http::{HeaderValue, Response};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

use crate::answer::MOST_BODY;
use crate::outcome::classify;
use crate::shared::{Hand, Shared};
use crate::taken::{Place, Taken};
use crate::worker::Ended;
use crate::{FailureKind, Outcome};

/// How often a connection without room looks for some.
const TICK: Duration = Duration::from_millis(50);

/// Uses a connection until it breaks, is closed, or is idle for long.
pub(crate) async fn drive(lane: &Arc<Shared>, stream: TlsStream<TcpStream>) -> Ended {
    let Ok((mut send, connection)) = http1::handshake(TokioIo::new(stream)).await else {
        return Ended::Broken { answered: false };
    };
    // It ends with the sender; what went wrong is told by the message in flight.
    let driving = tokio::spawn(connection);
    let ended = exchange(lane, &mut send).await;
    driving.abort();
    ended
}

async fn exchange(lane: &Arc<Shared>, send: &mut SendRequest<Full<Bytes>>) -> Ended {
    let mut hand = Hand::default();
    let mut work = lane.subscribe();
    let mut answered = false;
    let host = HeaderValue::from_str(lane.authority.as_str())
        .unwrap_or_else(|_| HeaderValue::from_static("invalid"));
    loop {
        if lane.is_closed() {
            return Ended::Idle;
        }
        if send.is_closed() {
            return Ended::Broken { answered };
        }
        lane.refresh_pause();
        let place = Place::reserve(lane);
        let taken = place.and_then(|place| lane.take(&mut hand, place));
        let Some(taken) = taken else {
            let wait = if lane.has_work() { TICK } else { lane.settings.idle_timeout };
            let waited = tokio::time::timeout(wait, work.changed()).await;
            if waited.is_err() && !lane.has_work() {
                return Ended::Idle;
            }
            continue;
        };
        if answered && lane.has_work() && lane.room.is_free() {
            lane.grow(lane.settings.max_connections);
        }
        let reusable = one(lane, send, taken, &host, &mut answered).await;
        if !reusable {
            return Ended::Broken { answered };
        }
    }
}

/// Sends one message and settles it; says whether the connection can be used
/// again.
async fn one(
    lane: &Arc<Shared>,
    send: &mut SendRequest<Full<Bytes>>,
    taken: Taken,
    host: &HeaderValue,
    answered: &mut bool,
) -> bool {
    let sent = Instant::now();
    let request = taken.message.http1(host, Full::new);
    let work = async {
        send.ready().await.map_err(|_| None)?;
        let answer = send.try_send_request(request).await;
        // A request that comes back was never written.
        answer.map_err(|mut error| error.take_message().map_or(Some(FailureKind::Reset), |_| None))
    };
    let result = tokio::time::timeout(lane.settings.request_timeout, work).await;
    let latency = sent.elapsed();
    match result {
        Err(_) => {
            let kind = FailureKind::Timeout;
            lane.settle(taken, Outcome::Failed { kind }, None);
            false
        }
        Ok(Err(None)) => {
            lane.give_back(taken);
            false
        }
        Ok(Err(Some(kind))) => {
            lane.settle(taken, Outcome::Failed { kind }, None);
            false
        }
        Ok(Ok(response)) => {
            if !std::mem::replace(answered, true) {
                lane.connected();
            }
            let (outcome, reusable) = read(lane, response).await;
            lane.settle(taken, outcome, Some(latency));
            reusable
        }
    }
}

/// Reads the answer and its body; says whether the body came to its end.
async fn read(lane: &Shared, response: Response<Incoming>) -> (Outcome, bool) {
    let (parts, body) = response.into_parts();
    let body = Limited::new(body, MOST_BODY).collect();
    let body = tokio::time::timeout(lane.settings.request_timeout, body).await;
    let (body, whole) = match body {
        Ok(Ok(body)) => (body.to_bytes(), true),
        _ => (Bytes::new(), false),
    };
    let longest = lane.settings.max_retry_after;
    let outcome = classify(parts.status, &parts.headers, &body, SystemTime::now(), longest);
    (outcome, whole)
}
