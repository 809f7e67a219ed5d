//! A message in flight over HTTP/2, and its landing.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant, SystemTime};

use h2::client::ResponseFuture;
use h2::{Reason, RecvStream};
use http::HeaderMap;
use http::StatusCode;

use crate::outcome::{body_matters, classify};
use crate::taken::Taken;
use crate::{FailureKind, Outcome};

/// Most of an answer's body that is read.
pub(crate) const MOST_BODY: usize = 4096;

/// What happened to a message in flight.
pub(crate) enum Landing {
    /// It has an outcome, after that time if there was an answer.
    Settled(Taken, Outcome, Option<Duration>),
    /// The origin surely did not handle it.
    Untouched(Taken),
    /// The rest of an answer's body was read.
    Drained,
}

/// A landing, and the rest of the answer's body if there is one. It is read to
/// its end, for resetting streams in great number looks like an attack.
pub(crate) struct Landed {
    pub(crate) landing: Landing,
    pub(crate) rest: Option<RecvStream>,
}

/// One message in flight.
pub(crate) struct Flight {
    taken: Option<Taken>,
    sent: Instant,
    deadline: Instant,
    longest_wait: Duration,
    state: State,
}

enum State {
    Waiting(ResponseFuture),
    Reading { status: StatusCode, headers: HeaderMap, stream: RecvStream, read: Vec<u8>, latency: Duration },
    Draining(RecvStream, usize),
    Over,
}

impl Flight {
    /// A message that was just sent.
    pub(crate) fn new(
        taken: Taken,
        response: ResponseFuture,
        limit: Duration,
        longest_wait: Duration,
    ) -> Self {
        let sent = Instant::now();
        Self {
            taken: Some(taken),
            sent,
            deadline: sent + limit,
            longest_wait,
            state: State::Waiting(response),
        }
    }

    /// The rest of an answer.
    pub(crate) fn drain(stream: RecvStream, limit: Duration) -> Self {
        let sent = Instant::now();
        Self {
            taken: None,
            sent,
            deadline: sent + limit,
            longest_wait: Duration::ZERO,
            state: State::Draining(stream, 0),
        }
    }

    /// Ends the flight if its time is over; the stream is then reset.
    pub(crate) fn expire(&mut self, now: Instant) -> Option<Taken> {
        if now < self.deadline {
            return None;
        }
        self.state = State::Over;
        self.taken.take()
    }

    /// Whether the flight was ended by [`Flight::expire`].
    pub(crate) fn is_over(&self) -> bool {
        matches!(self.state, State::Over)
    }

    fn landed(&mut self, outcome: Outcome, latency: Option<Duration>, rest: Option<RecvStream>) -> Landed {
        self.state = State::Over;
        let landing = match self.taken.take() {
            Some(taken) => Landing::Settled(taken, outcome, latency),
            None => Landing::Drained,
        };
        Landed { landing, rest }
    }

    fn broken(&mut self, error: &h2::Error) -> Landed {
        let untouched =
            error.is_remote() && (error.is_go_away() || error.reason() == Some(Reason::REFUSED_STREAM));
        match self.taken.take_if(|_| untouched) {
            Some(taken) => Landed { landing: Landing::Untouched(taken), rest: None },
            None => {
                let kind = FailureKind::Reset;
                self.landed(Outcome::Failed { kind }, None, None)
            }
        }
    }

    fn answered(&mut self, response: http::Response<RecvStream>) -> Option<Landed> {
        let latency = self.sent.elapsed();
        let (parts, stream) = response.into_parts();
        let (status, headers) = (parts.status, parts.headers);
        if body_matters(status) && !stream.is_end_stream() {
            self.state = State::Reading { status, headers, stream, read: Vec::new(), latency };
            return None;
        }
        let now = SystemTime::now();
        let outcome = classify(status, &headers, &[], now, self.longest_wait);
        let rest = (!stream.is_end_stream()).then_some(stream);
        Some(self.landed(outcome, Some(latency), rest))
    }
}

impl Future for Flight {
    type Output = Landed;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Landed> {
        let this = self.get_mut();
        loop {
            match &mut this.state {
                State::Waiting(response) => match ready!(Pin::new(response).poll(cx)) {
                    Err(error) => return Poll::Ready(this.broken(&error)),
                    Ok(response) => {
                        if let Some(landed) = this.answered(response) {
                            return Poll::Ready(landed);
                        }
                    }
                },
                State::Reading { status, headers, stream, read, latency } => {
                    let more = ready!(poll_some(stream, cx, read));
                    if more && read.len() < MOST_BODY {
                        continue;
                    }
                    let now = SystemTime::now();
                    let outcome = classify(*status, headers, read, now, this.longest_wait);
                    let latency = *latency;
                    return Poll::Ready(this.landed(outcome, Some(latency), None));
                }
                State::Draining(stream, count) => {
                    let mut read = Vec::new();
                    let more = ready!(poll_some(stream, cx, &mut read));
                    *count += read.len();
                    if !more || *count > MOST_BODY {
                        let kind = FailureKind::Reset;
                        return Poll::Ready(this.landed(Outcome::Failed { kind }, None, None));
                    }
                }
                // Whoever expired a flight also takes it away.
                State::Over => return Poll::Pending,
            }
        }
    }
}

/// Reads the next piece; false at the end, or if the stream broke.
fn poll_some(stream: &mut RecvStream, cx: &mut Context<'_>, read: &mut Vec<u8>) -> Poll<bool> {
    let Some(Ok(data)) = ready!(stream.poll_data(cx)) else {
        return Poll::Ready(false);
    };
    read.extend_from_slice(&data);
    // A stream that is already closed needs no window.
    let _ = stream.flow_control().release_capacity(data.len());
    Poll::Ready(true)
}
