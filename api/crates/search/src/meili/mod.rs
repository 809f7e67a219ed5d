//! Meilisearch as engine: the same analysed forms as attributes, one index per language.
//!
//! The server keeps texts and finds candidates; planning, ranking and marking happen
//! here with the same code as for the embedded engine. Start the server with
//! `--no-analytics`, on a private network, with a master key.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;
use async_trait::async_trait;
use meilisearch_sdk::client::Client;
use meilisearch_sdk::documents::DocumentsQuery;
use meilisearch_sdk::errors::{Error as Fault, ErrorCode};
use meilisearch_sdk::settings::{LocalizedAttributes, PaginationSetting, Settings, TypoToleranceSettings};
use meilisearch_sdk::task_info::TaskInfo;
use meilisearch_sdk::tasks::Task;
use tokio::sync::Mutex;

use crate::analyse::Analyser;
use crate::corpus::Corpus;
use crate::document::Document;
use crate::engine::{Engine, Error, Query, Results, Window, present};
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::mark::Marker;
use crate::plan;
use crate::rank::{self, Ranked};

mod find;
mod http;
mod row;
mod swap;

use http::Http;
use row::Row;

/// With fewer results than this, documents that answer one group alone are shown too.
const FEW: usize = 5;
/// Longest wait for the server to take in a change.
const TASK: Duration = Duration::from_secs(300);

/// Search on a Meilisearch server.
pub struct Meili {
    client: Client<Http>,
    prefix: String,
    analyser: Analyser,
    corpus: ArcSwap<Option<Corpus>>,
    /// Changes come one after the other.
    change: Mutex<()>,
}

/// The locale of a language, where the server knows it; an unknown one is refused.
fn locale(lang: Lang) -> Option<&'static str> {
    ["fr", "nl", "en", "de", "ar", "es", "tr", "uk", "pl", "ro", "ru", "it", "pt", "fa"]
        .into_iter()
        .find(|code| *code == lang.code())
}

/// Why nothing could be read: an index that is not there was lost, for it was made before
/// anybody asks.
fn unread(fault: Fault) -> Error {
    match fault {
        Fault::Meilisearch(told) if told.error_code == ErrorCode::IndexNotFound => Error::Lost,
        other => Error::Server(other),
    }
}

impl Meili {
    /// An engine on a server; indexes are named `<prefix>-<language>`.
    ///
    /// # Errors
    /// The HTTP client cannot be made.
    pub fn new(lexicon: Arc<Lexicon>, url: &str, key: Option<String>, prefix: &str) -> Result<Self, Error> {
        let http = Http::new(key.clone()).map_err(Error::Server)?;
        let client = Client::new_with_client(url.trim_end_matches('/'), key, http);
        Ok(Self {
            client,
            prefix: prefix.to_owned(),
            analyser: Analyser::new(lexicon),
            corpus: ArcSwap::default(),
            change: Mutex::new(()),
        })
    }

    fn uid(&self, lang: Lang) -> String {
        format!("{}-{lang}", self.prefix)
    }

    /// Waits until the server has done something.
    async fn done(&self, task: TaskInfo) -> Result<(), Error> {
        let began = Instant::now();
        let mut pause = Duration::from_millis(10);
        loop {
            match self.client.get_task(&task).await.map_err(Error::Server)? {
                Task::Succeeded { .. } => return Ok(()),
                Task::Failed { content } => {
                    return Err(Error::Server(Fault::Meilisearch(content.error)));
                }
                _ if began.elapsed() > TASK => {
                    return Err(Error::Server(Fault::Timeout));
                }
                _ => tokio::time::sleep(pause).await,
            }
            pause = (pause * 2).min(Duration::from_millis(500));
        }
    }

    /// The texts of a page of results.
    async fn fetch(&self, corpus: &Corpus, ranked: &[Ranked]) -> Result<HashMap<String, Document>, Error> {
        let mut by_lang: BTreeMap<Lang, Vec<String>> = BTreeMap::new();
        for card in ranked.iter().filter_map(|ranked| corpus.card(ranked.card)) {
            by_lang.entry(card.lang).or_default().push(format!("\"{}\"", row::key(&card.id)));
        }
        let mut found = HashMap::new();
        for (lang, keys) in by_lang {
            let index = self.client.index(self.uid(lang));
            let filter = format!("key IN [{}]", keys.join(", "));
            let mut query = DocumentsQuery::new(&index);
            query.with_filter(&filter).with_limit(keys.len());
            let rows = index.get_documents_with::<Row>(&query).await.map_err(unread)?;
            found.extend(rows.results.into_iter().map(|row| (row.document.id.clone(), row.document)));
        }
        Ok(found)
    }
}

fn settings(lang: Lang) -> Settings {
    let typos = TypoToleranceSettings {
        enabled: Some(false),
        disable_on_attributes: None,
        disable_on_words: None,
        min_word_size_for_typos: None,
        disable_on_numbers: None,
    };
    let mut settings = Settings::new()
        .with_searchable_attributes(["title_stem", "stem", "parts", "exact", "folded"])
        .with_filterable_attributes(["key"])
        .with_typo_tolerance(typos)
        .with_proximity_precision("byAttribute")
        .with_pagination(PaginationSetting { max_total_hits: find::MOST })
        .with_search_cutoff(500);
    if let Some(locale) = locale(lang) {
        settings = settings.with_localized_attributes([LocalizedAttributes {
            locales: vec![locale.to_owned()],
            attribute_patterns: vec!["*".to_owned()],
        }]);
    }
    settings
}

#[async_trait]
impl Engine for Meili {
    async fn rebuild(&self, documents: Vec<Document>) -> Result<(), Error> {
        let _guard = self.change.lock().await;
        let mut corpus = Corpus::new(self.analyser.clone());
        for document in &documents {
            corpus.add(document);
        }
        corpus.seal();
        self.swap_in(&corpus, documents).await?;
        self.corpus.store(Arc::new(Some(corpus)));
        Ok(())
    }

    async fn upsert(&self, documents: Vec<Document>) -> Result<(), Error> {
        let _guard = self.change.lock().await;
        let old = self.corpus.load_full();
        let mut corpus = old.as_ref().clone().unwrap_or_else(|| Corpus::new(self.analyser.clone()));
        let mut by_lang: BTreeMap<Lang, Vec<Row>> = BTreeMap::new();
        for document in documents {
            corpus.add(&document);
            by_lang.entry(document.lang).or_default().extend(Row::of(&corpus, document));
        }
        corpus.seal();
        let existing = self.existing().await?;
        for (lang, rows) in by_lang {
            let uid = self.uid(lang);
            if existing.iter().any(|index| index.uid == uid) {
                let task = self.client.index(&uid).add_documents(&rows, Some("key")).await;
                self.done(task.map_err(Error::Server)?).await?;
            } else {
                self.fill(&uid, lang, &rows).await?;
            }
        }
        self.corpus.store(Arc::new(Some(corpus)));
        Ok(())
    }

    async fn remove(&self, ids: Vec<String>) -> Result<(), Error> {
        let _guard = self.change.lock().await;
        let old = self.corpus.load_full();
        let Some(mut corpus) = old.as_ref().clone() else { return Ok(()) };
        let mut by_lang: BTreeMap<Lang, Vec<String>> = BTreeMap::new();
        for id in &ids {
            let lang = corpus.find(id).and_then(|number| Some(corpus.card(number)?.lang));
            if let Some(lang) = lang {
                by_lang.entry(lang).or_default().push(row::key(id));
                corpus.remove(id);
            }
        }
        corpus.seal();
        for (lang, keys) in by_lang {
            let task = self.client.index(self.uid(lang)).delete_documents(&keys).await;
            self.done(task.map_err(Error::Server)?).await?;
        }
        self.corpus.store(Arc::new(Some(corpus)));
        Ok(())
    }

    async fn search(&self, query: &Query) -> Result<Results, Error> {
        let held = self.corpus.load_full();
        let Some(corpus) = held.as_ref() else { return Ok(Results::default()) };
        let question = plan::understand(corpus, query);
        let mut found = find::candidates(&self.client, corpus, &question, |lang| self.uid(lang)).await?;
        let mut ranking = rank::rank(corpus, query, &question, &found);
        let all: usize = ranking.facets.iter().map(|facet| facet.count).sum();
        if all < FEW && found.first().is_some_and(|own| own.required > 1) {
            found[0].required = 1;
            ranking = rank::rank(corpus, query, &question, &found);
        }
        let window = Window::of(query, ranking.order.len());
        let mut texts = self.fetch(corpus, &ranking.order[window.from..window.to]).await?;
        let marker = Marker::new(&question);
        present(query, &question, ranking, |ranked| {
            let document = corpus.card(ranked.card).and_then(|card| texts.remove(&card.id));
            Ok(document.map(|document| {
                let tokens = corpus.tokens_of(&document);
                marker.hit(ranked, document, &tokens)
            }))
        })
    }

    fn len(&self) -> usize {
        self.corpus.load().as_ref().as_ref().map_or(0, Corpus::len)
    }

    fn name(&self) -> &'static str {
        "meilisearch"
    }
}
