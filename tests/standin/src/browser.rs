//! The simulated browser of a subscriber: online or not, with what it got.
//! A push service keeps a message for an offline browser until its TTL is over
//! (RFC 8030 section 5.2) and lets a newer one with the same Topic take the
//! place of a waiting one (section 5.4).

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use serde::Serialize;

use crate::Shared;
use crate::subscribers::Inner;

/// What a push service holds for one browser, and what the browser got.
#[derive(Default)]
pub(crate) struct Mailbox {
    offline: bool,
    withhold_ack: bool,
    waiting: Vec<Waiting>,
    received: Vec<Delivery>,
}

struct Waiting {
    until: SystemTime,
    topic: Option<String>,
    body: Bytes,
    repeat: bool,
}

/// One message that reached a browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Delivery {
    /// The decrypted text; absent if it could not be decrypted.
    pub text: Option<String>,
    /// The Topic it was sent with.
    pub topic: Option<String>,
    /// Whether it is delivered again because it was not acknowledged.
    pub repeat: bool,
    #[serde(skip)]
    body: Bytes,
}

/// A handle on one simulated browser. The plan must ask for mailboxes for it to
/// receive anything.
#[derive(Clone, Copy)]
pub struct Browser<'a> {
    shared: &'a Shared,
    id: usize,
}

impl<'a> Browser<'a> {
    pub(crate) fn new(shared: &'a Shared, id: usize) -> Self {
        Self { shared, id }
    }

    fn with<T>(&self, act: impl FnOnce(&mut Inner) -> T) -> T {
        act(&mut self.shared.population.slot(self.id).lock())
    }

    /// Loses the connection: messages wait at the push service.
    pub fn go_offline(&self) {
        self.with(|inner| inner.mailbox.get_or_insert_default().offline = true);
    }

    /// Connects: what waits and is still in time is delivered.
    pub fn go_online(&self) {
        let now = self.shared.clock.now();
        self.with(|inner| inner.mailbox.get_or_insert_default().connect(now));
    }

    /// Breaks down before it acknowledges the next message: the push service
    /// delivers it again at the next connection.
    pub fn withhold_next_ack(&self) {
        self.with(|inner| inner.mailbox.get_or_insert_default().withhold_ack = true);
    }

    /// Gives up the subscription: the push service answers 410 from now on.
    pub fn unregister(&self) {
        self.with(|inner| inner.unregistered = true);
    }

    /// What was delivered, oldest first, decrypted.
    #[must_use]
    pub fn received(&self) -> Vec<Delivery> {
        let mut received =
            self.with(|inner| inner.mailbox.as_ref().map(|m| m.received.clone()).unwrap_or_default());
        for delivery in &mut received {
            let text = decrypt(self.shared, self.id, &delivery.body);
            delivery.text = text.and_then(|t| String::from_utf8(t).ok());
        }
        received
    }
}

impl Mailbox {
    /// Takes a message from the push service.
    pub(crate) fn deliver(&mut self, now: SystemTime, ttl_s: u64, topic: Option<String>, body: Bytes) {
        let until = now + Duration::from_secs(ttl_s);
        let message = Waiting { until, topic, body, repeat: false };
        if self.offline {
            if message.topic.is_some() {
                self.waiting.retain(|w| w.topic != message.topic);
            }
            self.waiting.push(message);
        } else {
            self.show(message);
        }
    }

    fn show(&mut self, message: Waiting) {
        self.received.push(Delivery {
            text: None,
            topic: message.topic.clone(),
            repeat: message.repeat,
            body: message.body.clone(),
        });
        if std::mem::take(&mut self.withhold_ack) {
            self.offline = true;
            self.waiting.push(Waiting { repeat: true, ..message });
        }
    }

    fn connect(&mut self, now: SystemTime) {
        self.offline = false;
        for message in std::mem::take(&mut self.waiting) {
            if message.until <= now {
                continue;
            }
            if self.offline {
                self.waiting.push(message);
            } else {
                self.show(message);
            }
        }
    }

    pub(crate) fn forget(&mut self) {
        self.waiting.clear();
        self.received.clear();
    }
}

/// Decrypts with RustCrypto through `web-push-native`, sharing no code with the
/// sender.
pub(crate) fn decrypt(shared: &Shared, id: usize, body: &[u8]) -> Option<Vec<u8>> {
    // The decoder relies on a record size above zero.
    if body.get(16..20).is_none_or(|size| size == [0; 4]) {
        return None;
    }
    let keys = shared.population.keys(id);
    let secret = p256::SecretKey::from_slice(&keys.private_scalar().ok()?).ok()?;
    let auth = web_push_native::Auth::from(*keys.auth());
    web_push_native::decrypt(body.to_vec(), &secret, &auth).ok()
}
