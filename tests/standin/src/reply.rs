//! Answers and the ways they fail.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER};
use http::{HeaderName, HeaderValue, Response, StatusCode};
use hyper::body::{Body, Frame, SizeHint};

use crate::faults::{Answer, Flavour, RetryAfter};
use crate::vapid::TokenFault;

/// Time in which the headers of an answer are written, also by a machine that is busy.
const UNTIL_CUT: Duration = Duration::from_millis(250);

/// The body of an answer.
pub(crate) enum ReplyBody {
    /// Nothing, or one piece of text.
    Whole(Option<Bytes>),
    /// Announced, then broken off after a moment, which begins once it is asked for. Without the
    /// moment, HTTP/2 takes back the headers that wait to be written.
    Broken(Option<Pin<Box<tokio::time::Sleep>>>),
}

/// The stream is reset instead of an answer.
#[derive(Debug)]
pub(crate) struct Lost;

impl std::fmt::Display for Lost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the answer is lost on purpose")
    }
}

impl std::error::Error for Lost {}

impl From<Infallible> for Lost {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl Body for ReplyBody {
    type Data = Bytes;
    type Error = Lost;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Lost>>> {
        match self.get_mut() {
            Self::Whole(text) => Poll::Ready(text.take().map(|text| Ok(Frame::data(text)))),
            Self::Broken(moment) => {
                let moment = moment.get_or_insert_with(|| Box::pin(tokio::time::sleep(UNTIL_CUT)));
                moment.as_mut().poll(context).map(|()| Some(Err(Lost)))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(text) => SizeHint::with_exact(text.as_ref().map_or(0, |t| t.len() as u64)),
            Self::Broken(_) => SizeHint::with_exact(64),
        }
    }
}

pub(crate) type Reply = Response<ReplyBody>;

/// 201 with the message's address and the TTL granted (RFC 8030 section 5).
pub(crate) fn created(location: &str, ttl_s: u64, broken: bool) -> Reply {
    let body = if broken { ReplyBody::Broken(None) } else { ReplyBody::Whole(None) };
    let mut reply = with_status(201, body);
    set(&mut reply, LOCATION, location);
    set(&mut reply, HeaderName::from_static("ttl"), &ttl_s.to_string());
    reply
}

/// A status with nothing else, in the habit of the flavour.
pub(crate) fn plain(status: u16, flavour: Flavour) -> Reply {
    let errno = match status {
        _ if flavour != Flavour::Mozilla => None,
        400 => Some(110),
        401 | 403 => Some(109),
        404 => Some(102),
        410 => Some(106),
        413 => Some(104),
        429 | 503 => Some(201),
        _ => None,
    };
    with_errno(status, errno)
}

/// The answer to a bad token.
pub(crate) fn token(fault: TokenFault, flavour: Flavour) -> Reply {
    let status = fault.status(flavour);
    if flavour != Flavour::Apple {
        return plain(status, flavour);
    }
    json(status, r#"{"reason":"BadJwtToken"}"#.to_owned())
}

/// An answer that the plan asks for. `date` writes a time so many seconds ahead.
pub(crate) fn planned(answer: &Answer, flavour: Flavour, date: impl Fn(u64) -> String) -> Reply {
    let status = match (flavour, answer.status) {
        (Flavour::Microsoft, 429) => 406,
        (_, status) => status,
    };
    let mut reply = match answer.errno {
        Some(errno) => with_errno(status, Some(errno)),
        None => plain(status, flavour),
    };
    match answer.retry_after {
        Some(RetryAfter::Seconds(s)) => set(&mut reply, RETRY_AFTER, &s.to_string()),
        Some(RetryAfter::Date(s)) => set(&mut reply, RETRY_AFTER, &date(s)),
        None => {}
    }
    if let Some(location) = &answer.location {
        set(&mut reply, LOCATION, location);
    }
    reply
}

fn with_errno(status: u16, errno: Option<u16>) -> Reply {
    match errno {
        Some(errno) => json(status, format!(r#"{{"code":{status},"errno":{errno}}}"#)),
        None => with_status(status, ReplyBody::Whole(None)),
    }
}

fn json(status: u16, text: String) -> Reply {
    let mut reply = with_status(status, ReplyBody::Whole(Some(Bytes::from(text))));
    set(&mut reply, CONTENT_TYPE, "application/json");
    reply
}

fn with_status(status: u16, body: ReplyBody) -> Reply {
    let mut reply = Response::new(body);
    *reply.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::IM_A_TEAPOT);
    reply
}

fn set(reply: &mut Reply, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        reply.headers_mut().insert(name, value);
    }
}
