//! One request: the checks, the planned fault, the acceptance.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, Method, Request};
use http_body_util::BodyExt as _;
use hyper::body::{Body as _, Incoming};
use safe_sealing::MAX_BODY;

use crate::browser::decrypt;
use crate::faults::{Faults, Flavour, Mode};
use crate::mix::About;
use crate::origin::OriginState;
use crate::reply::{Lost, Reply, created, plain, planned, token};
use crate::subscribers::Seen;

/// Counts a request as in flight for as long as it lives.
struct InFlight<'a>(&'a OriginState);

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        self.0.counts.leave();
    }
}

/// Takes back "the sender was told" unless the answer really went out: the
/// sender may give up while the answer is delayed.
struct Hearing<'a> {
    origin: &'a OriginState,
    id: usize,
    identity: u64,
    told: bool,
}

impl Drop for Hearing<'_> {
    fn drop(&mut self) {
        if self.told {
            return;
        }
        self.origin.counts.unheard.fetch_add(1, Relaxed);
        let mut inner = self.origin.shared.population.slot(self.id).lock();
        let seen = inner.seen.iter_mut().find(|s| s.identity == self.identity);
        if let Some(seen) = seen {
            seen.heard = false;
        }
    }
}

/// Answers one request, or loses the answer.
pub(crate) async fn answer(origin: Arc<OriginState>, request: Request<Incoming>) -> Result<Reply, Lost> {
    // Read first: whoever sees the request counted knows what it meets.
    let faults = origin.faults();
    origin.counts.enter();
    let _in_flight = InFlight(&origin);
    if faults.mode == Mode::Silent {
        std::future::pending::<()>().await;
    }
    let result = decide(&origin, &faults, request).await;
    if let Ok(reply) = &result {
        origin.counts.answered(reply.status().as_u16());
    }
    result
}

async fn decide(origin: &OriginState, faults: &Faults, request: Request<Incoming>) -> Result<Reply, Lost> {
    let flavour = origin.plan().flavour;
    let population = &origin.shared.population;
    let (parts, body) = request.into_parts();
    let body = read(body).await?;
    let Some(id) = population.find(parts.uri.path()) else {
        pause(origin, faults, 0, 0).await;
        return Ok(plain(404, flavour));
    };
    let attempt = population.slot(id).attempt();
    if population.chance(id, About::Silence, attempt) < faults.silent_share {
        std::future::pending::<()>().await;
    }
    let sent = check(origin, &parts.method, &parts.headers, body).and_then(|sent| {
        match fault(origin, faults, id, attempt) {
            Some(reply) => Err(Box::new(reply)),
            None => Ok(sent),
        }
    });
    let sent = match sent {
        Ok(sent) => sent,
        Err(reply) => {
            pause(origin, faults, id, attempt).await;
            return Ok(*reply);
        }
    };
    let location = format!("{}/message/{id:x}/{attempt:x}", origin.name);
    let granted = faults.max_granted_ttl_s.map_or(sent.ttl_s, |most| sent.ttl_s.min(most));
    if gone(origin, faults, id) {
        pause(origin, faults, id, attempt).await;
        // Apple accepts messages for browsers that no longer exist.
        return Ok(match flavour {
            Flavour::Apple => created(&location, granted, false),
            _ => plain(410, flavour),
        });
    }

    let mut hearing = accept(origin, id, granted, sent);
    pause(origin, faults, id, attempt).await;
    let chance = |about| population.chance(id, about, attempt);
    if chance(About::Lost) < faults.lose_answer_share {
        return Err(Lost);
    }
    let broken = chance(About::Cut) < faults.cut_answer_share;
    hearing.told = !broken;
    Ok(created(&location, granted, broken))
}

/// A request that passed all checks.
struct Sent {
    ttl_s: u64,
    topic: Option<String>,
    body: Bytes,
}

/// Reads the body, but not more than a little over the limit: `None` is too
/// large.
async fn read(mut body: Incoming) -> Result<Option<Bytes>, Lost> {
    let mut whole = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| Lost)?.into_data() else {
            continue;
        };
        if whole.len() + data.len() > MAX_BODY {
            return Ok(None);
        }
        if whole.is_empty() && body.is_end_stream() {
            return Ok(Some(data));
        }
        whole.extend_from_slice(&data);
    }
    Ok(Some(whole.freeze()))
}

/// Checks what a strict push service checks, token first.
fn check(
    origin: &OriginState,
    method: &Method,
    headers: &HeaderMap,
    body: Option<Bytes>,
) -> Result<Sent, Box<Reply>> {
    let flavour = origin.plan().flavour;
    let refuse = |status| Err(Box::new(plain(status, flavour)));
    if method != Method::POST {
        return refuse(405);
    }
    let header = headers.get("authorization").map(|v| v.as_bytes());
    let now = origin.shared.clock.unix();
    let tokens = &origin.shared.tokens;
    if let Err(fault) = tokens.check(header, &origin.name, flavour, now) {
        return Err(Box::new(token(fault, flavour)));
    }
    let Some(body) = body else {
        return refuse(413);
    };
    let text = |name| headers.get(name).map(|v| v.to_str().unwrap_or("\0"));
    let ttl = text("ttl").filter(|t| t.bytes().all(|b| b.is_ascii_digit()));
    let Some(Ok(ttl_s)) = ttl.map(str::parse) else {
        return refuse(400);
    };
    let topic = text("topic");
    let urgency = text("urgency");
    let urgent = ["very-low", "low", "normal", "high"];
    if topic.is_some_and(|t| !is_topic(t))
        || urgency.is_some_and(|u| !urgent.contains(&u))
        || (!body.is_empty() && text("content-encoding") != Some("aes128gcm"))
    {
        return refuse(400);
    }
    Ok(Sent { ttl_s, topic: topic.map(str::to_owned), body })
}

/// At most 32 characters of the base64url alphabet (RFC 8030 section 5.4).
fn is_topic(topic: &str) -> bool {
    (1..=32).contains(&topic.len())
        && topic.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

/// The answer that the plan asks for in place of acceptance, if any.
fn fault(origin: &OriginState, faults: &Faults, id: usize, attempt: u64) -> Option<Reply> {
    let chosen = origin.burst(faults).or_else(|| {
        let draw = origin.shared.population.chance(id, About::Fault, attempt);
        let mut sum = 0.0;
        faults.answers.iter().find(|answer| {
            sum += answer.share;
            draw < sum
        })
    })?;
    let date = |ahead| httpdate::fmt_http_date(origin.shared.clock.now() + Duration::from_secs(ahead));
    Some(planned(chosen, origin.plan().flavour, date))
}

/// Whether the subscription no longer exists.
fn gone(origin: &OriginState, faults: &Faults, id: usize) -> bool {
    origin.shared.is_dead(faults, id) || origin.shared.population.slot(id).lock().unregistered
}

/// Takes a message in: counts it, and delivers it to the simulated browser.
fn accept(origin: &OriginState, id: usize, granted: u64, sent: Sent) -> Hearing<'_> {
    let shared = &origin.shared;
    let counts = &origin.counts;
    shared.ledger.note_body(&sent.body);
    let identity = identity(origin, id, &sent);
    counts.accept();
    let mut inner = shared.population.slot(id).lock();
    match inner.seen.iter_mut().find(|s| s.identity == identity) {
        Some(seen) => {
            let counter = if std::mem::replace(&mut seen.heard, true) {
                &counts.duplicates
            } else {
                &counts.duplicates_unheard
            };
            counter.fetch_add(1, Relaxed);
        }
        None => {
            inner.seen.push(Seen { identity, heard: true });
            counts.arrived(shared.ledger.elapsed_us());
        }
    }
    if shared.plan.mailboxes {
        let mailbox = inner.mailbox.get_or_insert_default();
        mailbox.deliver(shared.clock.now(), granted, sent.topic, sent.body);
    }
    Hearing { origin, id, identity, told: false }
}

/// What makes two messages to one subscriber the same. For the sample: `tag`
/// and `version` of the decrypted JSON, or the whole text. For the others: the
/// Topic, or the salt if there is none.
fn identity(origin: &OriginState, id: usize, sent: &Sent) -> u64 {
    let shared = &origin.shared;
    let mut hasher = DefaultHasher::new();
    let sampled = shared.population.chance(id, About::Sample, 0) < shared.plan.sample;
    let text = sampled.then(|| decrypt(shared, id, &sent.body));
    match text {
        Some(Some(text)) => {
            shared.ledger.decrypted.fetch_add(1, Relaxed);
            match serde_json::from_slice::<serde_json::Value>(&text) {
                Ok(json) if json.get("tag").is_some() => {
                    json["tag"].to_string().hash(&mut hasher);
                    json["version"].to_string().hash(&mut hasher);
                }
                _ => text.hash(&mut hasher),
            }
        }
        other => {
            if other.is_some() {
                shared.ledger.undecryptable.fetch_add(1, Relaxed);
            }
            match &sent.topic {
                Some(topic) => topic.hash(&mut hasher),
                None => sent.body.get(..16).hash(&mut hasher),
            }
        }
    }
    hasher.finish()
}

async fn pause(origin: &OriginState, faults: &Faults, id: usize, attempt: u64) {
    let jitter = match faults.jitter_ms {
        0 => 0,
        most => {
            let draw = origin.shared.population.chance(id, About::Jitter, attempt);
            (draw * most as f64) as u64
        }
    };
    let wait = faults.latency_ms + jitter;
    if wait > 0 {
        tokio::time::sleep(Duration::from_millis(wait)).await;
    }
}
