//! A new build takes the place of the old one on the server: filled beside it under a name
//! of its own, swapped in as a whole, and what was left behind by others cleared away.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hasher, RandomState};

use meilisearch_sdk::client::SwapIndexes;
use meilisearch_sdk::errors::{Error as Fault, ErrorCode};
use meilisearch_sdk::indexes::{Index, IndexesQuery};
use meilisearch_sdk::settings::PrefixSearchSettings;

use super::http::Http;
use super::row::Row;
use super::{Meili, settings};
use crate::corpus::Corpus;
use crate::document::Document;
use crate::engine::Error;
use crate::lang::Lang;

/// Documents of one upload.
const BATCH: usize = 500;
/// Age in seconds from which a temporary index was left behind: filling one takes minutes.
const LEFT_BEHIND: i64 = 3_600;

/// A part of a name that no other process draws. Numbers of processes would not do: in
/// containers each of them is the first one.
fn drawn() -> String {
    format!("{:016x}", RandomState::new().build_hasher().finish())
}

impl Meili {
    /// Fills a new index.
    pub(super) async fn fill(&self, uid: &str, lang: Lang, rows: &[Row]) -> Result<(), Error> {
        self.done(self.client.create_index(uid, Some("key")).await.map_err(Error::Server)?).await?;
        let index = self.client.index(uid);
        self.done(index.set_settings(&settings(lang)).await.map_err(Error::Server)?).await?;
        let whole = index.set_prefix_search(PrefixSearchSettings::Disabled).await;
        self.done(whole.map_err(Error::Server)?).await?;
        for batch in rows.chunks(BATCH) {
            self.done(index.add_documents(batch, Some("key")).await.map_err(Error::Server)?).await?;
        }
        Ok(())
    }

    /// The indexes that exist.
    pub(super) async fn existing(&self) -> Result<Vec<Index<Http>>, Error> {
        let mut query = IndexesQuery::new(&self.client);
        query.with_limit(1_000);
        Ok(self.client.list_all_indexes_with(&query).await.map_err(Error::Server)?.results)
    }

    /// An empty index to swap with; another process may have made it a moment ago.
    async fn make(&self, uid: &str) -> Result<(), Error> {
        let task = self.client.create_index(uid, Some("key")).await.map_err(Error::Server)?;
        match self.done(task).await {
            Err(Error::Server(Fault::Meilisearch(fault)))
                if fault.error_code == ErrorCode::IndexAlreadyExists =>
            {
                Ok(())
            }
            made => made,
        }
    }

    /// Puts documents in the place of all that the server holds.
    pub(super) async fn swap_in(&self, corpus: &Corpus, documents: Vec<Document>) -> Result<(), Error> {
        let mut by_lang: BTreeMap<Lang, Vec<Row>> = BTreeMap::new();
        for document in documents {
            let lang = document.lang;
            by_lang.entry(lang).or_default().extend(Row::of(corpus, document));
        }
        let drawn = drawn();
        let mut swaps = Vec::new();
        for (lang, rows) in &by_lang {
            let uid = self.uid(*lang);
            let next = format!("{uid}-next-{drawn}");
            self.fill(&next, *lang, rows).await?;
            swaps.push(SwapIndexes { indexes: (uid, next), rename: None });
        }
        let Some(own) = swaps.first().map(|swap| swap.indexes.1.as_str()) else { return Ok(()) };
        let existing = self.existing().await?;
        for swap in &swaps {
            if !existing.iter().any(|index| index.uid == swap.indexes.0) {
                self.make(&swap.indexes.0).await?;
            }
        }
        self.sweep(&existing, own).await;
        // All languages in one step: no reader sees half of a new site.
        self.done(self.client.swap_indexes(&swaps).await.map_err(Error::Server)?).await?;
        for swap in &swaps {
            self.drop_former(&swap.indexes.1).await;
        }
        Ok(())
    }

    /// Takes away a build that was replaced. The new one is in its place whatever comes of it:
    /// it has the age of the former build, and another process may have swept it away.
    async fn drop_former(&self, uid: &str) {
        let dropped = match self.client.delete_index(uid).await {
            Ok(task) => self.done(task).await,
            Err(error) => Err(Error::Server(error)),
        };
        match dropped {
            Err(Error::Server(Fault::Meilisearch(fault))) if fault.error_code == ErrorCode::IndexNotFound => {
            }
            Err(error) => tracing::warn!(%error, "the search index of the former build stays"),
            Ok(()) => {}
        }
    }

    /// Takes away what processes have left behind that ended half-way: temporary indexes much
    /// older than our own, by the clock of the server. Nobody misses one that stays.
    async fn sweep(&self, existing: &[Index<Http>], own: &str) {
        let now = existing.iter().find(|index| index.uid == own).and_then(|index| index.created_at);
        for index in existing.iter().filter(|index| self.is_temporary(&index.uid)) {
            let Some(age) = now.zip(index.created_at).map(|(now, made)| (now - made).whole_seconds()) else {
                continue;
            };
            if age > LEFT_BEHIND
                && let Err(error) = self.client.delete_index(&index.uid).await
            {
                tracing::warn!(%error, "a search index that was left behind stays");
            }
        }
    }

    /// Whether an index is one of ours that waits to be swapped in.
    fn is_temporary(&self, uid: &str) -> bool {
        let ours = uid.strip_prefix(&self.prefix).and_then(|rest| rest.strip_prefix('-'));
        ours.and_then(|rest| rest.split_once("-next-")).is_some_and(|(lang, _)| !lang.contains('-'))
    }
}
