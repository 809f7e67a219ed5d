//! The live stream: server-sent events, replayed after a break.
//!
//! An event is rendered once per language and shared by all listeners. The ids
//! are the versions of the snapshot, kept in the database, so that a listener
//! who comes back after a restart gets what was missed.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use bytes::Bytes;
use sea_orm::DatabaseConnection;
use tokio::sync::broadcast;

use super::Channel;
use super::entity::{self, Model, publication};
use super::view::Shown;
use super::wish::Wish;
use crate::app::World;
use crate::i18n::Lang;

/// Events kept for listeners that come back, and most that are read at once.
const REPLAYED: u64 = 1000;

/// One change, rendered on first use in each language.
pub struct Change {
    /// Version: the id of the event.
    pub version: i64,
    shown: Shown,
    rendered: Vec<OnceLock<Bytes>>,
}

impl Change {
    /// The change of a publication, with the row as it stood then.
    ///
    /// # Errors
    /// The row was damaged.
    fn new(publication: publication::Model, mut row: Model) -> anyhow::Result<Self> {
        row.state = match publication.kind.as_str() {
            "ended" | "cancelled" | "expired" => publication.kind.clone(),
            _ => "published".to_owned(),
        };
        if row.state == "published" {
            row.ended_at_ms = None;
        }
        row.version = publication.version;
        row.changed_at_ms = publication.at_ms;
        row.cap = publication.event;
        let rendered = (0..=Lang::all().len()).map(|_| OnceLock::new()).collect();
        Ok(Self { version: publication.version, shown: Shown::new(row)?, rendered })
    }

    /// The bytes of the event for a reader.
    pub fn bytes(&self, wish: &Wish, world: &World) -> Bytes {
        let render = || {
            let view = self.shown.view_for(wish, &world.areas, &world.config);
            let data = serde_json::to_string(&view).unwrap_or_default();
            Bytes::from(format!("event: alert\nid: {}\ndata: {data}\n\n", self.version))
        };
        if wish.block(&self.shown.cap).is_some() {
            return render();
        }
        let place = wish.lang.map_or(0, |lang| lang.index() + 1);
        self.rendered[place].get_or_init(render).clone()
    }
}

/// The sender's side of the stream.
pub struct Stream {
    sender: broadcast::Sender<Arc<Change>>,
    recent: Mutex<VecDeque<Arc<Change>>>,
    /// Version up to which changes were handed down.
    told: AtomicI64,
}

impl Default for Stream {
    fn default() -> Self {
        let (sender, _) = broadcast::channel(256);
        Self { sender, recent: Mutex::default(), told: AtomicI64::new(0) }
    }
}

impl Stream {
    /// Takes up what was handed down before this process began: listeners come back to it.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn remember(&self, db: &DatabaseConnection) -> anyhow::Result<()> {
        let last = publication::last(db, Channel::Public, REPLAYED).await?;
        let told = last.last().map_or(0, |publication| publication.version);
        self.send_all(db, last).await?;
        self.told.store(told, Ordering::Relaxed);
        Ok(())
    }

    /// Hands down what became public since the last time, up to the version that the lists show;
    /// the answer is what that was. Whatever fails on the way, the next time begins at the same
    /// place: nothing is lost. One caller at a time.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn tell(
        &self,
        db: &DatabaseConnection,
        version: i64,
    ) -> anyhow::Result<Vec<publication::Model>> {
        let told = self.told.load(Ordering::Relaxed);
        if told >= version {
            // Records that were brought back from a copy count on from an earlier place.
            self.told.store(version, Ordering::Relaxed);
            return Ok(Vec::new());
        }
        let mut news = publication::after(db, Channel::Public, told, REPLAYED).await?;
        let are_all = (news.len() as u64) < REPLAYED;
        news.retain(|publication| publication.version <= version);
        let last = news.last().filter(|_| !are_all).map_or(version, |publication| publication.version);
        self.send_all(db, news.clone()).await?;
        self.told.store(last, Ordering::Relaxed);
        Ok(news)
    }

    async fn send_all(
        &self,
        db: &DatabaseConnection,
        publications: Vec<publication::Model>,
    ) -> anyhow::Result<()> {
        for change in changes(db, publications).await? {
            self.send(change);
        }
        Ok(())
    }

    /// Hands a change to every listener.
    fn send(&self, change: Arc<Change>) {
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if recent.len() as u64 == REPLAYED {
            recent.pop_front();
        }
        recent.push_back(change.clone());
        // Sending while the list is locked keeps its order and that of the
        // listeners the same; nobody listening is no failure.
        let _ = self.sender.send(change);
    }

    /// How many listen at this process.
    pub fn listeners(&self) -> usize {
        self.sender.receiver_count()
    }

    /// A listener from now on, and what it missed after a version.
    pub fn listen(&self, after: Option<i64>) -> (broadcast::Receiver<Arc<Change>>, Vec<Arc<Change>>) {
        let recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        let missed = after.map_or_else(Vec::new, |after| {
            recent.iter().filter(|change| change.version > after).cloned().collect()
        });
        (self.sender.subscribe(), missed)
    }

    /// Changes after a version, for a listener whose buffer was too small.
    pub fn missed(&self, after: i64) -> Vec<Arc<Change>> {
        let recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        recent.iter().filter(|change| change.version > after).cloned().collect()
    }
}

/// The changes of these publications, oldest first; a damaged one is left out.
///
/// # Errors
/// The database does not answer.
async fn changes(
    db: &DatabaseConnection,
    publications: Vec<publication::Model>,
) -> anyhow::Result<Vec<Arc<Change>>> {
    use sea_orm::EntityTrait;
    let mut changes = Vec::with_capacity(publications.len());
    for publication in publications {
        let row = entity::Entity::find_by_id(publication.alert_id).one(db).await?;
        let Some(row) = row else { continue };
        match Change::new(publication, row) {
            Ok(change) => changes.push(Arc::new(change)),
            Err(error) => tracing::error!(error = format!("{error:#}"), "a change is left out"),
        }
    }
    Ok(changes)
}
