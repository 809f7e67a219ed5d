//! News between the parts of one process, and a way to wait for it.
//!
//! The database is the truth; news only says "look now". A process that hears
//! nothing looks again after a short while, so news that is lost costs
//! milliseconds, never an alert.

use std::time::Duration;

use tokio::sync::watch;

/// The bell of a process.
pub struct News {
    sender: watch::Sender<u64>,
}

impl Default for News {
    fn default() -> Self {
        Self { sender: watch::channel(0).0 }
    }
}

impl News {
    /// Something became public.
    pub fn announce(&self) {
        self.sender.send_modify(|count| *count += 1);
    }

    /// Someone who waits for news.
    #[must_use]
    pub fn listener(&self) -> Listener {
        Listener { receiver: self.sender.subscribe() }
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
