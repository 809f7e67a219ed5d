//! What an engine does, and what a reader gets.

use std::path::PathBuf;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::lang::Lang;
use crate::plan::Question;
use crate::rank::{Ranked, Ranking};

/// Most results of one page, and the last page that can be asked for.
pub const MOST_PER_PAGE: usize = 100;
/// Results beyond this rank are not shown: nobody reads them, and work stays bounded.
pub const DEEPEST: usize = 200;

/// Why a search or an update failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file is missing or is not what it should be.
    #[error("{}{}: {reason}", path.display(), if *line == 0 { String::new() } else { format!(":{line}") })]
    File {
        /// The file.
        path: PathBuf,
        /// Its line, or 0.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// The embedded index failed.
    #[error("the embedded index failed")]
    Index(#[from] tantivy::TantivyError),
    /// The Meilisearch server failed or does not answer.
    #[error("Meilisearch failed")]
    Server(#[source] meilisearch_sdk::errors::Error),
    /// The Meilisearch server does not have the index any more that was made on it, as after
    /// its disk was emptied: it has to be made anew.
    #[error("Meilisearch has lost the index")]
    Lost,
    /// A folder of the index cannot be written.
    #[error("{} cannot be written", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// An update was interrupted.
    #[error("an update was interrupted")]
    Interrupted,
}

/// A question.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// The reader's words; of a very long text only the beginning is read.
    pub text: String,
    /// The reader's language.
    pub lang: Lang,
    /// Kinds to show; empty for all.
    pub kinds: Vec<String>,
    /// Page, from 1.
    pub page: usize,
    /// Results per page, 1 to [`MOST_PER_PAGE`].
    pub per_page: usize,
    /// Whether the last word may still be unfinished in a way that matters more than
    /// its exact form: true for suggestions.
    pub typing: bool,
}

impl Query {
    /// A question with the usual page.
    #[must_use]
    pub fn new(text: impl Into<String>, lang: Lang) -> Self {
        Self { text: text.into(), lang, page: 1, per_page: 10, ..Self::default() }
    }
}

/// One result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// Id of the document.
    pub id: String,
    /// Topic, the same in every language.
    pub topic: String,
    /// Title, as text.
    pub title: String,
    /// Title as HTML with `<mark>`.
    pub title_marked: String,
    /// Address.
    pub url: String,
    /// Kind.
    pub kind: String,
    /// Language of the page.
    pub lang: Lang,
    /// A piece of the page as HTML with `<mark>`; everything else is escaped.
    pub snippet: String,
    /// Worth, 0 or more; only comparable within one answer.
    pub score: f32,
    /// The page does not exist in the reader's language.
    pub fallback_from_other_language: bool,
}

/// How many results a kind has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// Kind.
    pub kind: String,
    /// Results, whatever kind is chosen.
    pub count: usize,
}

/// The answer to a question.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// One page of results, best first.
    pub hits: Vec<Hit>,
    /// Results by kind, most first; the choice of a kind does not change them.
    pub facets: Vec<Facet>,
    /// Results of the chosen kinds.
    pub total: usize,
    /// Page shown.
    pub page: usize,
    /// Pages that can be shown.
    pub pages: usize,
    /// The question with its words repaired, if one was.
    pub did_you_mean: Option<String>,
    /// A word of the question, in whatever language, may mean that somebody needs help.
    pub help: bool,
    /// Score of the best result of all, whatever the page.
    pub best: f32,
}

/// A search engine. Texts are read by it, never queries kept.
#[async_trait]
pub trait Engine: Send + Sync {
    /// Replaces everything. Readers see the old index until the new one is whole.
    ///
    /// # Errors
    /// The index cannot be written; the old one stays.
    async fn rebuild(&self, documents: Vec<Document>) -> Result<(), Error>;

    /// Adds documents or replaces those with the same id.
    ///
    /// # Errors
    /// The index cannot be written.
    async fn upsert(&self, documents: Vec<Document>) -> Result<(), Error>;

    /// Takes documents away; unknown ids are ignored.
    ///
    /// # Errors
    /// The index cannot be written.
    async fn remove(&self, ids: Vec<String>) -> Result<(), Error>;

    /// Answers a question.
    ///
    /// # Errors
    /// The index cannot be read or the server does not answer.
    async fn search(&self, query: &Query) -> Result<Results, Error>;

    /// Documents in all languages.
    fn len(&self) -> usize;

    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Name, for logs and measurements.
    fn name(&self) -> &'static str;
}

/// One page of a ranking, its texts fetched by the engine.
pub(crate) fn present(
    query: &Query,
    question: &Question,
    ranking: Ranking,
    mut fetch: impl FnMut(&Ranked) -> Result<Option<Hit>, Error>,
) -> Result<Results, Error> {
    let window = Window::of(query, ranking.order.len());
    let best = ranking.order.first().map_or(0.0, |ranked| ranked.score);
    let mut hits = Vec::with_capacity(window.to - window.from);
    for ranked in &ranking.order[window.from..window.to] {
        hits.extend(fetch(ranked)?);
    }
    Ok(Results {
        hits,
        facets: ranking.facets,
        total: ranking.total,
        page: window.page,
        pages: window.pages,
        did_you_mean: question.did_you_mean.clone(),
        help: question.help,
        best,
    })
}

/// Where a page lies in a list.
pub(crate) struct Window {
    pub from: usize,
    pub to: usize,
    pub page: usize,
    pub pages: usize,
}

impl Window {
    pub fn of(query: &Query, count: usize) -> Self {
        let per_page = query.per_page.clamp(1, MOST_PER_PAGE);
        let pages = count.div_ceil(per_page);
        let page = query.page.clamp(1, pages.max(1));
        let from = (page - 1) * per_page;
        Self { from: from.min(count), to: (from + per_page).min(count), page, pages }
    }
}
