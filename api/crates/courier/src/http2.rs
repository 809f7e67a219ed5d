//! One HTTP/2 connection: a single task feeds it, drives it and settles its
//! messages. Nothing crosses threads on the way, and all that is written in one
//! turn leaves in one piece.

use std::future::{poll_fn, ready};
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::FutureExt as _;
use futures_util::stream::{FuturesUnordered, StreamExt as _};
use h2::client::{Connection, SendRequest};
use tokio::net::TcpStream;
use tokio::time::MissedTickBehavior;
use tokio_rustls::client::TlsStream;

use crate::answer::{Flight, Landed, Landing};
use crate::coalesce::Coalesce;
use crate::shared::{Hand, Shared};
use crate::taken::{Place, Taken};
use crate::worker::Ended;
use crate::{FailureKind, Outcome};

/// Messages taken in one turn before what was written is sent.
const TURN: usize = 64;
/// Messages in flight from which a second connection is worth it.
const CROWD: usize = 32;
/// How exactly time-outs are kept.
const TICK: Duration = Duration::from_millis(100);

/// Streams opened before the origin said how many it allows.
const FIRST_STREAMS: usize = 4;

type Stream = Coalesce<TlsStream<TcpStream>>;

struct Driver<'a> {
    lane: &'a Arc<Shared>,
    hand: Hand,
    sender: SendRequest<Bytes>,
    flights: FuturesUnordered<Flight>,
    /// No more messages are sent here.
    leaving: bool,
    answered: bool,
    last_answer: Instant,
}

/// What stopped the feeding.
#[derive(PartialEq, Eq)]
enum Fed {
    /// There is nothing to send, or no room on this connection.
    Enough,
    /// The turn is over; there may be more.
    More,
    /// The lane's limit.
    Limited,
}

/// Uses a connection until it breaks, is left, or is idle for long.
pub(crate) async fn drive(lane: &Arc<Shared>, stream: TlsStream<TcpStream>) -> Ended {
    let handshake = h2::client::Builder::new()
        .enable_push(false)
        .initial_max_send_streams(FIRST_STREAMS)
        .initial_connection_window_size(1 << 20)
        .handshake::<_, Bytes>(Coalesce::new(stream));
    let Ok((sender, connection)) = handshake.await else {
        return Ended::Broken { answered: false };
    };
    let mut driver = Driver {
        lane,
        hand: Hand::default(),
        sender,
        flights: FuturesUnordered::new(),
        leaving: false,
        answered: false,
        last_answer: Instant::now(),
    };
    driver.run(connection).await
}

impl Driver<'_> {
    async fn run(&mut self, mut connection: Connection<Stream, Bytes>) -> Ended {
        let mut work = self.lane.subscribe();
        let mut tick = tokio::time::interval(TICK);
        tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let idle = tokio::time::sleep(self.lane.settings.idle_timeout);
        tokio::pin!(idle);
        let (mut gone, mut checked) = (false, Instant::now());
        loop {
            let fed = self.feed().await;
            let empty = self.flights.is_empty();
            if empty && self.leaving {
                let answered = self.answered;
                return Ended::Broken { answered };
            }
            if empty && self.lane.is_closed() {
                return Ended::Idle;
            }
            if !empty {
                let rest = self.lane.settings.idle_timeout;
                idle.as_mut().reset(tokio::time::Instant::now() + rest);
            }
            tokio::select! {
                biased;
                // How it ended is told by the messages in flight.
                _ = poll_fn(|cx| connection.poll_unpin(cx)), if !gone => {
                    (gone, self.leaving) = (true, true);
                }
                Some(landed) = self.flights.next(), if !empty => self.land_all(landed),
                () = ready(()), if fed == Fed::More => {}
                _ = tick.tick(), if !empty || fed == Fed::Limited => self.lane.refresh_pause(),
                _ = work.changed(), if !self.leaving => {}
                () = idle.as_mut(), if empty => return Ended::Idle,
            }
            let now = Instant::now();
            if now >= checked + TICK {
                checked = now;
                self.expire(now);
            }
        }
    }

    /// Sends what may be sent.
    async fn feed(&mut self) -> Fed {
        if self.leaving || self.lane.is_closed() {
            return Fed::Enough;
        }
        match poll_fn(|cx| Poll::Ready(self.sender.poll_ready(cx))).await {
            Poll::Pending => return Fed::Enough,
            Poll::Ready(Err(_)) => {
                self.leaving = true;
                return Fed::Enough;
            }
            Poll::Ready(Ok(())) => {}
        }
        let room = self.sender.current_max_send_streams();
        for _ in 0..TURN {
            if self.flights.len() >= room {
                // Before the first answer the origin's own limit is not known.
                if self.answered {
                    self.lane.grow(self.lane.settings.max_connections);
                }
                return Fed::Enough;
            }
            let Some(place) = Place::reserve(self.lane) else {
                return if self.lane.has_work() { Fed::Limited } else { Fed::Enough };
            };
            let Some(taken) = self.lane.take(&mut self.hand, place) else {
                return Fed::Enough;
            };
            if !self.send(taken) {
                return Fed::Enough;
            }
            if self.flights.len() == CROWD {
                self.lane.grow(self.lane.settings.connections);
            }
        }
        Fed::More
    }

    /// Sends one message; false if the connection is no good.
    fn send(&mut self, taken: Taken) -> bool {
        let request = taken.message.http2(&self.lane.authority);
        let Ok((response, mut body)) = self.sender.send_request(request, false) else {
            self.leaving = true;
            self.lane.give_back(taken);
            return false;
        };
        // If the stream is already reset, the response says so.
        let _ = body.send_data(taken.message.body.clone(), true);
        let settings = &self.lane.settings;
        let (limit, longest) = (settings.request_timeout, settings.max_retry_after);
        self.flights.push(Flight::new(taken, response, limit, longest));
        true
    }

    /// Settles a landed message and all others that landed meanwhile.
    fn land_all(&mut self, first: Landed) {
        let mut next = Some(first);
        while let Some(landed) = next {
            self.land(landed);
            next = self.flights.next().now_or_never().flatten();
        }
    }

    fn land(&mut self, landed: Landed) {
        match landed.landing {
            Landing::Settled(taken, outcome, latency) => {
                if latency.is_some() {
                    if !self.answered {
                        self.answered = true;
                        self.lane.connected();
                    }
                    self.last_answer = Instant::now();
                }
                self.lane.settle(taken, outcome, latency);
            }
            Landing::Untouched(taken) => self.lane.give_back(taken),
            Landing::Drained => {}
        }
        if let Some(rest) = landed.rest {
            let limit = self.lane.settings.request_timeout;
            self.flights.push(Flight::drain(rest, limit));
        }
    }

    /// Settles messages whose time is over.
    fn expire(&mut self, now: Instant) {
        let late: Vec<_> = self.flights.iter_mut().filter_map(|f| f.expire(now)).collect();
        if self.flights.iter().any(Flight::is_over) {
            let flights = std::mem::take(&mut self.flights);
            self.flights = flights.into_iter().filter(|f| !f.is_over()).collect();
        }
        if late.is_empty() {
            return;
        }
        // Nothing at all came for as long as one message may take: the
        // connection may be dead without telling.
        if now >= self.last_answer + self.lane.settings.request_timeout {
            self.leaving = true;
        }
        for taken in late {
            let kind = FailureKind::Timeout;
            self.lane.settle(taken, Outcome::Failed { kind }, None);
        }
    }
}
