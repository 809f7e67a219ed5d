//! Which addresses of others stand on our pages, and where.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use serde::Deserialize;

use crate::app::State;
use crate::config::Config;
use crate::help;

/// Longest address that is asked, in bytes.
const LONGEST: usize = 2_000;

/// A page in its languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Page {
    /// Path without the language, `/advice/bicycle-theft/`.
    pub path: String,
    /// Languages in which the link stands there; none for a page of the office.
    #[serde(default)]
    pub langs: Vec<String>,
}

/// Where an address stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Place {
    /// The first pages.
    pub pages: Vec<Page>,
    /// All pages, languages counted apart.
    pub count: usize,
}

/// Addresses and where they stand, as the generator writes them.
pub type Addresses = BTreeMap<String, Place>;

/// State of what the list is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    built: Option<SystemTime>,
    services: i64,
}

/// The list of this process.
pub struct Links {
    file: PathBuf,
    known: Mutex<Option<(Stamp, Arc<Addresses>)>>,
    learnt: Mutex<Option<Arc<Addresses>>>,
}

impl Links {
    /// The list of the settings' portal; it may be built later.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        Self { file: config.site_dir().join("links.json"), known: Mutex::default(), learnt: Mutex::default() }
    }

    /// The addresses of the built pages and of the services as editors have left them.
    pub fn look(&self, state: &State) -> Arc<Addresses> {
        let stamp = Stamp {
            built: std::fs::metadata(&self.file).and_then(|meta| meta.modified()).ok(),
            services: state.help.load().version,
        };
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((old, addresses)) = known.as_ref()
            && *old == stamp
        {
            return addresses.clone();
        }
        let mut addresses = self.read();
        of_services(state, &mut addresses);
        addresses.retain(|url, _| url.len() <= LONGEST);
        let addresses = Arc::new(addresses);
        *known = Some((stamp, addresses.clone()));
        addresses
    }

    /// Whether these addresses are already among the records.
    pub(super) fn are_learnt(&self, addresses: &Arc<Addresses>) -> bool {
        let learnt = self.learnt.lock().unwrap_or_else(PoisonError::into_inner);
        learnt.as_ref().is_some_and(|known| Arc::ptr_eq(known, addresses))
    }

    /// Notes that they are.
    pub(super) fn learnt(&self, addresses: Arc<Addresses>) {
        *self.learnt.lock().unwrap_or_else(PoisonError::into_inner) = Some(addresses);
    }

    fn read(&self) -> Addresses {
        let Ok(bytes) = std::fs::read(&self.file) else { return Addresses::new() };
        serde_json::from_slice(&bytes).unwrap_or_else(|error| {
            tracing::error!(%error, "links.json is not what the generator writes");
            Addresses::new()
        })
    }
}

/// Sites of services as they are shown now; built pages have those of the content alone.
fn of_services(state: &State, addresses: &mut Addresses) {
    let directory = state.help.load();
    for shown in directory.shown(help::today(state)).filter(|shown| shown.entry().edited) {
        let Some(site) = shown.website() else { continue };
        let place = addresses.entry(site.to_owned()).or_default();
        let path = format!("/office/help/service/{}", shown.entry().id);
        place.pages.insert(0, Page { path, langs: Vec::new() });
        place.count += 1;
    }
}
