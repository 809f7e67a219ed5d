//! The engine of this process, and how it follows the built portal.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use anyhow::Context;
use safe_search::{Embedded, Engine, Lexicon, Meili, Query, Results, document};
use secrecy::ExposeSecret;

use crate::config::Config;

/// How long a failed rebuild waits before it is tried again.
const AGAIN: Duration = Duration::from_secs(30);

/// The state of the documents file that was last taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    modified: SystemTime,
    bytes: u64,
}

/// Search of this process.
pub struct Search {
    engine: Arc<dyn Engine>,
    documents: PathBuf,
    taken: Mutex<Option<Stamp>>,
    failed: Mutex<Option<Instant>>,
    busy: AtomicBool,
}

impl Search {
    /// The engine of the settings, still empty: the documents come with the first look
    /// at the built portal.
    ///
    /// # Errors
    /// A word list breaks its form, or the client of the server cannot be made.
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        let content = &config.site.content_dir;
        let lexicon = Lexicon::load(&content.join("search"), &content.join("areas/municipalities.toml"))
            .context("the word lists of the search cannot be used")?;
        let lexicon = Arc::new(lexicon);
        let url = config.search.meilisearch_url.as_str();
        let engine: Arc<dyn Engine> = if url.is_empty() {
            Arc::new(Embedded::in_memory(lexicon))
        } else {
            let key = config.search.meilisearch_key.expose_secret();
            let key = (!key.is_empty()).then(|| key.to_owned());
            Arc::new(Meili::new(lexicon, url, key, "safe").context("search.meilisearch_url")?)
        };
        Ok(Self {
            engine,
            documents: config.site_dir().join("search.jsonl"),
            taken: Mutex::new(None),
            failed: Mutex::new(None),
            busy: AtomicBool::new(false),
        })
    }

    /// Answers a question. A server that has lost the index is filled anew at the next look
    /// at the built portal; until then nothing can be found.
    ///
    /// # Errors
    /// The index cannot be read, or the server does not answer.
    pub async fn ask(&self, query: &Query) -> Result<Results, safe_search::Error> {
        let answer = self.engine.search(query).await;
        if matches!(answer, Err(safe_search::Error::Lost)) {
            *self.taken.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
        answer
    }

    /// Whether questions can be answered: false from the start until the documents of the
    /// built portal have been taken in once. Without a built portal there is nothing to
    /// wait for.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).is_some() || !self.documents.exists()
    }

    /// Documents that can be found.
    #[must_use]
    pub fn len(&self) -> usize {
        self.engine.len()
    }

    /// Whether none can.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn stamp(&self) -> Option<Stamp> {
        let meta = std::fs::metadata(&self.documents).ok()?;
        Some(Stamp { modified: meta.modified().ok()?, bytes: meta.len() })
    }

    /// Takes in the documents of a new build, beside the requests: readers see the old
    /// index until the new one is whole.
    pub fn look_for_new_build(self: &Arc<Self>) {
        let now = self.stamp();
        let known = *self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let failed = *self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        let waits = failed.is_some_and(|at| at.elapsed() < AGAIN);
        if now.is_none() || now == known || waits || self.busy.swap(true, Ordering::AcqRel) {
            return;
        }
        let this = self.clone();
        let runtime = tokio::runtime::Handle::current();
        drop(tokio::task::spawn_blocking(move || {
            let result = runtime.block_on(this.take_in());
            let failed = result.as_ref().err().map(|_| Instant::now());
            *this.failed.lock().unwrap_or_else(PoisonError::into_inner) = failed;
            match result {
                Ok(()) => *this.taken.lock().unwrap_or_else(PoisonError::into_inner) = now,
                Err(error) => {
                    tracing::error!(error = format!("{error:#}"), "the search index could not be made anew");
                }
            }
            this.busy.store(false, Ordering::Release);
        }));
    }

    /// Makes the index anew from the built portal.
    ///
    /// # Errors
    /// The documents cannot be read, or the engine cannot take them; the old index stays.
    pub async fn take_in(&self) -> anyhow::Result<()> {
        let began = Instant::now();
        let documents = document::read(&self.documents)?;
        let count = documents.len();
        self.engine.rebuild(documents).await?;
        let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        tracing::info!(engine = self.engine.name(), documents = count, ms, "the search index is new");
        Ok(())
    }
}
