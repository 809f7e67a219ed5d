//! How a process takes up what changed: ends by time, new snapshots, the live stream.

use std::sync::Arc;
use std::time::Duration;

use anyhow::bail;
use arc_swap::ArcSwap;
use sea_orm::DbErr;

use super::State;
use crate::alert::entity::publication;
use crate::alert::snapshot::Snapshot;
use crate::alert::{self, Channel, outlet};
use crate::{db, help};

/// Longest wait for the database to note what is over by time.
const NOTING: Duration = Duration::from_secs(10);
/// Longest wait for the database to give what is new.
const TAKING_UP: Duration = Duration::from_secs(30);

impl State {
    /// Takes up what changed: marks what is over by time, makes the snapshots
    /// anew and tells live listeners.
    ///
    /// # Errors
    /// The database does not answer; the old snapshot stays, but for what is over by time.
    pub async fn refresh(&self) -> anyhow::Result<()> {
        self.let_time_pass();
        let _one = self.refreshing.lock().await;
        // An end that cannot be noted keeps no news waiting.
        let noted = in_time(NOTING, alert::lifecycle::expire_overdue(self)).await;
        let taken = in_time(TAKING_UP, self.take_up()).await;
        noted?;
        taken
    }

    /// Shows what time alone changes. It needs no database and waits for nobody: a snapshot that
    /// is taken up meanwhile is newer, and stays.
    pub(super) fn let_time_pass(&self) {
        let (now_ms, visible_h) = (self.clock.now_ms(), self.config.alerts.ended_visible_h);
        for channel in [&self.public, &self.rehearsal] {
            if channel.load().stale_at_ms(visible_h) <= now_ms {
                channel.rcu(|old| old.at(now_ms, visible_h).map_or_else(|| old.clone(), Arc::new));
            }
        }
    }

    async fn take_up(&self) -> anyhow::Result<()> {
        help::refresh(self).await?;
        let version = db::counter::read(&self.db, "alerts").await?.value;
        let old = self.public.load_full();
        // A process that begins shows what another may not have lived to note.
        let begins = old.version < 0;
        if version != old.version {
            let rehearsal = self.rehearsal.load_full();
            let public = Snapshot::load(&self.db, &self.world, Channel::Public, &old).await?;
            let rehearsal = Snapshot::load(&self.db, &self.world, Channel::Rehearsal, &rehearsal).await?;
            self.metrics.version.set(public.version);
            self.show(&self.public, public);
            self.show(&self.rehearsal, rehearsal);
        }
        let shown = self.public.load().version;
        let news = self.stream.tell(&self.db, shown).await?;
        if let Err(error) = self.note_outlets(&news, begins).await {
            tracing::warn!(%error, "by which ways an alert left could not be noted");
        }
        Ok(())
    }

    /// Shows what was read as it stands now: time went on while it was read.
    fn show(&self, channel: &ArcSwap<Snapshot>, read: Snapshot) {
        let later = read.at(self.clock.now_ms(), self.config.alerts.ended_visible_h);
        channel.store(Arc::new(later.unwrap_or(read)));
    }

    /// Notes by which ways publications left, once they have.
    async fn note_outlets(&self, news: &[publication::Model], begins: bool) -> Result<(), DbErr> {
        let now_ms = self.clock.now_ms();
        if begins {
            // And the one before them. Nobody listens here yet: who was told is not known.
            let shown = publication::last(&self.db, Channel::Public, news.len() as u64 + 1).await?;
            if !shown.is_empty() {
                outlet::note(&self.db, &shown, outlet::PAGES, None, now_ms).await?;
            }
        } else if !news.is_empty() {
            outlet::note(&self.db, news, outlet::PAGES, None, now_ms).await?;
            let listeners = i64::try_from(self.stream.listeners()).unwrap_or(i64::MAX);
            outlet::note(&self.db, news, outlet::STREAM, Some(listeners), now_ms).await?;
        }
        Ok(())
    }
}

/// What the database answers, unless it takes longer than this.
async fn in_time<T, E: Into<anyhow::Error>>(
    most: Duration,
    work: impl Future<Output = Result<T, E>>,
) -> anyhow::Result<T> {
    match tokio::time::timeout(most, work).await {
        Ok(done) => done.map_err(Into::into),
        Err(_) => bail!("the database has not answered for {} s", most.as_secs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn nobody_waits_for_ever() {
        let never = std::future::pending::<anyhow::Result<()>>();
        assert!(in_time(Duration::from_millis(1), never).await.is_err());
        let at_once = async { anyhow::Ok(1) };
        assert_eq!(in_time(Duration::from_secs(60), at_once).await.expect("an answer"), 1);
    }
}
