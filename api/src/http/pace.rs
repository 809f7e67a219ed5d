//! Bodies must come at a sensible pace, or a client could hold a connection for as
//! long as it likes by sending a byte now and then.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::HttpMessage as _;
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::error::PayloadError;
use bytes::Bytes;
use futures_util::Stream;
use tokio::time::{Instant, Sleep, sleep_until};

/// Time that every body has.
const GRACE: Duration = Duration::from_secs(15);
/// Bytes per second that a body must bring from then on: far less than the slowest
/// telephone line.
const LEAST_PER_S: u32 = 1000;

/// A body with a deadline that moves with what has come.
struct Paced {
    body: Payload,
    deadline: Pin<Box<Sleep>>,
}

impl Stream for Paced {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match Pin::new(&mut self.body).poll_next(cx) {
            Poll::Ready(Some(Ok(bytes))) => {
                let count = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
                let later = self.deadline.deadline() + Duration::from_secs(1) * count / LEAST_PER_S;
                self.deadline.as_mut().reset(later);
                Poll::Ready(Some(Ok(bytes)))
            }
            Poll::Ready(other) => Poll::Ready(other),
            Poll::Pending => self.deadline.as_mut().poll(cx).map(|()| {
                let late = std::io::Error::from(std::io::ErrorKind::TimedOut);
                Some(Err(PayloadError::Io(late)))
            }),
        }
    }
}

impl Paced {
    fn new(body: Payload, grace: Duration) -> Self {
        Self { body, deadline: Box::pin(sleep_until(Instant::now() + grace)) }
    }
}

/// Gives the body of a request its deadline.
pub(super) fn watch(request: &mut ServiceRequest) {
    match request.take_payload() {
        Payload::None => {}
        body => {
            request.set_payload(Payload::Stream { payload: Box::pin(Paced::new(body, GRACE)) });
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::StreamExt as _;

    use super::*;

    const SOON: Duration = Duration::from_millis(20);

    fn paced(pieces: usize, size: usize) -> Paced {
        let body = futures_util::stream::unfold(0, move |number| async move {
            tokio::time::sleep(SOON).await;
            (number < pieces).then(|| (Ok(Bytes::from(vec![b'x'; size])), number + 1))
        });
        Paced::new(Payload::Stream { payload: Box::pin(body) }, SOON * 10)
    }

    #[tokio::test]
    async fn a_slow_line_may_finish() {
        let read: Vec<_> = paced(30, 100).collect().await;
        assert_eq!(read.len(), 30);
        assert!(read.iter().all(Result::is_ok));
    }

    #[tokio::test]
    async fn a_byte_now_and_then_is_cut_off() {
        let whole = paced(1_000_000, 1).take_while(|piece| std::future::ready(piece.is_ok()));
        assert!(whole.count().await < 20);
    }
}
