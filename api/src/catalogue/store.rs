//! The lists of the built portal, kept in memory and read anew after a build.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use arc_swap::ArcSwap;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::config::Config;

/// One piece of the portal's content.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = CatalogueEntry)]
pub struct Entry {
    /// The same in every language.
    pub id: String,
    /// Language of title and summary; another than asked when the text does not exist in it.
    pub lang: String,
    /// Title of the page.
    pub title: String,
    /// What it says, in a sentence or two; the reading of a dataset, the text of a measure.
    pub summary: String,
    /// Address of the page, without host.
    pub url: String,
    /// Where the facts come from.
    pub sources: Vec<Source>,
    /// What only this kind of content has, for example `number` and `theme` of a measure,
    /// `period` and `csv` of a dataset, `series` and `date` of a publication.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub details: serde_json::Map<String, serde_json::Value>,
}

/// Where a fact comes from.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = CatalogueSource)]
pub struct Source {
    /// Name of the source, with lines for a document.
    pub title: String,
    /// Address, when it is public.
    pub url: Option<String>,
    /// Publisher, day of the check, licence.
    pub note: Option<String>,
}

/// List → language → entries.
type Lists = BTreeMap<String, BTreeMap<String, Vec<Entry>>>;

/// The lists of the current build.
pub struct Catalogue {
    file: PathBuf,
    site: PathBuf,
    lists: ArcSwap<Lists>,
    read: Mutex<Option<SystemTime>>,
}

impl Catalogue {
    /// The catalogue of the settings' portal, which may be built later.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        let catalogue = Self {
            file: config.site_dir().join("catalogue.json"),
            site: config.site_dir().join("public"),
            lists: ArcSwap::default(),
            read: Mutex::new(None),
        };
        catalogue.look_for_new_build();
        catalogue
    }

    /// Reads the lists when a new build has taken the place of the old. A file that cannot
    /// be read leaves the lists as they were.
    pub fn look_for_new_build(&self) {
        let now = std::fs::metadata(&self.file).and_then(|meta| meta.modified()).ok();
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if now.is_none() || *read == now {
            return;
        }
        *read = now;
        let lists = std::fs::read(&self.file).map_err(anyhow::Error::new);
        match lists.and_then(|bytes| Ok(serde_json::from_slice::<Lists>(&bytes)?)) {
            Ok(lists) => self.lists.store(lists.into()),
            Err(error) => {
                tracing::error!(
                    error = format!("{error:#}"),
                    "catalogue.json is not what the generator writes"
                );
            }
        }
    }

    /// The entries of a list in several languages, side by side: `each` sees them in order.
    /// None when there is no such list.
    pub fn list(&self, name: &str, langs: &[&str]) -> Option<Vec<Entry>> {
        let lists = self.lists.load();
        let list = lists.get(name)?;
        let columns: Vec<&Vec<Entry>> = langs.iter().filter_map(|lang| list.get(*lang)).collect();
        let rows = columns.iter().map(|column| column.len()).max().unwrap_or(0);
        let entries = (0..rows).flat_map(|row| columns.iter().filter_map(move |column| column.get(row)));
        Some(entries.cloned().collect())
    }

    /// The CSV file of a dataset in a language. None when there is no such dataset.
    #[must_use]
    pub fn csv(&self, id: &str, lang: &str) -> Option<PathBuf> {
        let lists = self.lists.load();
        let known = lists.get("datasets")?.get(lang)?.iter().any(|entry| entry.id == id);
        known.then(|| self.site.join(lang).join("datasets").join(id).join(format!("{id}.csv")))
    }
}
