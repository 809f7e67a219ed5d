//! News between the parts of one process, and between processes, and a way to wait for it.
//!
//! The database is the truth; news only says "look now". A process that hears nothing
//! looks again after a short while, so news that is lost costs milliseconds, never an
//! alert. With NATS the bell of one process rings in all of them.

use std::time::Duration;

use actix_web::web;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::app::State;

mod nats;

/// The bell of a process.
pub struct News {
    /// Rings for everybody in this process.
    bell: watch::Sender<u64>,
    /// Rings for what happened in this process, which the others have to hear.
    own: watch::Sender<u64>,
}

impl Default for News {
    fn default() -> Self {
        Self { bell: watch::channel(0).0, own: watch::channel(0).0 }
    }
}

impl News {
    /// Something became public here.
    pub fn announce(&self) {
        self.own.send_modify(|count| *count += 1);
        self.heard();
    }

    /// Something became public somewhere.
    fn heard(&self) {
        self.bell.send_modify(|count| *count += 1);
    }

    /// Someone who waits for news.
    #[must_use]
    pub fn listener(&self) -> Listener {
        Listener { receiver: self.bell.subscribe() }
    }
}

/// Waits for news.
pub struct Listener {
    receiver: watch::Receiver<u64>,
}

impl Listener {
    /// Returns at the next news, or after `most`, whichever is first.
    pub async fn wait(&mut self, most: Duration) {
        let _ = tokio::time::timeout(most, self.receiver.changed()).await;
    }
}

/// Joins the bells of all processes, when the settings name a server.
pub fn spawn(state: &web::Data<State>, tasks: &mut JoinSet<()>) {
    if !state.config.queue.nats_url.is_empty() {
        tasks.spawn(nats::join(state.clone()));
    }
}
