//! The embedded engine: tantivy, in memory or in a folder.
//!
//! The index is made from the documents and is never the only copy: a process makes it
//! anew when it starts, in a fresh folder that takes the place of the old one when it
//! is whole.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use async_trait::async_trait;
use tantivy::schema::Value;
use tantivy::{Searcher, TantivyDocument, Term as IndexTerm};

use crate::analyse::Analyser;
use crate::corpus::{CardId, Corpus};
use crate::document::Document;
use crate::engine::{Engine, Error, Query, Results, present};
use crate::lexicon::Lexicon;
use crate::mark::Marker;
use crate::plan;
use crate::rank;

mod build;
mod find;
mod layout;
mod packed;

use layout::Layout;

/// What readers see at one moment.
struct Shelf {
    corpus: Corpus,
    searcher: Searcher,
    layout: Layout,
    /// Keeps the folder until the last reader has gone.
    folder: Option<Arc<build::Folder>>,
}

/// Search inside this process.
pub struct Embedded {
    analyser: Analyser,
    root: Option<PathBuf>,
    shelf: ArcSwap<Option<Shelf>>,
    /// Changes wait for each other; readers wait for nobody.
    change: Mutex<u64>,
}

impl Embedded {
    /// An empty engine whose index lives in memory.
    #[must_use]
    pub fn in_memory(lexicon: Arc<Lexicon>) -> Self {
        Self {
            analyser: Analyser::new(lexicon),
            root: None,
            shelf: ArcSwap::default(),
            change: Mutex::new(0),
        }
    }

    /// An empty engine whose index lives in a folder, which is made and emptied.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn in_folder(lexicon: Arc<Lexicon>, root: PathBuf) -> Result<Self, Error> {
        build::empty(&root)?;
        Ok(Self { root: Some(root), ..Self::in_memory(lexicon) })
    }

    /// Replaces everything, in the calling thread.
    ///
    /// # Errors
    /// The index cannot be written; the old one stays.
    pub fn rebuild_now(&self, documents: &[Document]) -> Result<(), Error> {
        let mut generation = self.change.lock().unwrap_or_else(PoisonError::into_inner);
        *generation += 1;
        let shelf = build::shelf(&self.analyser, self.root.as_deref(), *generation, documents)?;
        self.shelf.store(Arc::new(Some(shelf)));
        Ok(())
    }

    fn change_now(&self, documents: &[Document], gone: &[String]) -> Result<(), Error> {
        let _guard = self.change.lock().unwrap_or_else(PoisonError::into_inner);
        let old = self.shelf.load_full();
        let next = match old.as_ref() {
            Some(shelf) => build::changed(shelf, documents, gone)?,
            None => build::shelf(&self.analyser, self.root.as_deref(), 0, documents)?,
        };
        self.shelf.store(Arc::new(Some(next)));
        Ok(())
    }

    /// Answers a question, in the calling thread; a few milliseconds.
    ///
    /// # Errors
    /// The index cannot be read.
    pub fn search_now(&self, query: &Query) -> Result<Results, Error> {
        let guard = self.shelf.load();
        let Some(shelf) = guard.as_ref() else { return Ok(Results::default()) };
        let question = plan::understand(&shelf.corpus, query);
        let mut found = Vec::with_capacity(question.passes.len());
        for pass in &question.passes {
            found.push(find::candidates(shelf, pass)?);
        }
        let ranking = rank::rank(&shelf.corpus, query, &question, &found);
        let marker = Marker::new(&question);
        present(query, &question, ranking, |ranked| {
            let Some(kept) = shelf.fetch(ranked.card)? else { return Ok(None) };
            Ok(Some(marker.hit(ranked, kept.document, &kept.tokens)))
        })
    }
}

impl Shelf {
    /// The text of a card.
    fn fetch(&self, card: CardId) -> Result<Option<packed::Kept>, Error> {
        let term = IndexTerm::from_field_u64(self.layout.card, u64::from(card));
        for (number, segment) in self.searcher.segment_readers().iter().enumerate() {
            let inverted = segment.inverted_index(self.layout.card)?;
            let postings = inverted.read_postings(&term, tantivy::schema::IndexRecordOption::Basic);
            let Some(postings) = postings.map_err(tantivy::TantivyError::from)? else { continue };
            let doc = tantivy::DocSet::doc(&postings);
            let segment = u32::try_from(number).unwrap_or(u32::MAX);
            if doc == tantivy::TERMINATED {
                continue;
            }
            let stored: TantivyDocument = self.searcher.doc(tantivy::DocAddress::new(segment, doc))?;
            let text = stored.get_first(self.layout.text).and_then(|value| value.as_bytes());
            let places = stored.get_first(self.layout.places).and_then(|value| value.as_bytes());
            return Ok(text.zip(places).and_then(|(text, places)| packed::open(text, places)));
        }
        Ok(None)
    }
}

#[async_trait]
impl Engine for Embedded {
    async fn rebuild(&self, documents: Vec<Document>) -> Result<(), Error> {
        self.rebuild_now(&documents)
    }

    async fn upsert(&self, documents: Vec<Document>) -> Result<(), Error> {
        self.change_now(&documents, &[])
    }

    async fn remove(&self, ids: Vec<String>) -> Result<(), Error> {
        self.change_now(&[], &ids)
    }

    async fn search(&self, query: &Query) -> Result<Results, Error> {
        self.search_now(query)
    }

    fn len(&self) -> usize {
        self.shelf.load().as_ref().as_ref().map_or(0, |shelf| shelf.corpus.len())
    }

    fn name(&self) -> &'static str {
        "embedded"
    }
}
