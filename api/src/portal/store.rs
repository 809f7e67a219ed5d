//! Files of the built portal, packed once and kept in memory.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::SystemTime;

use super::banner;
use crate::app::State;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::http::Body;
use crate::i18n::Lang;

/// Most bytes kept; beyond it everything is read anew.
const MOST_BYTES: usize = 192 << 20;

/// Where a built page lists the boxes that people write into.
const BOXES: &str = "<!--safe:boxes-->";

/// The boxes of the kind that a page is about.
async fn boxes(path: &str, lang: Lang, state: &State) -> Result<String> {
    let kind = if path.contains("/condolence/") { "condolence" } else { "question" };
    crate::letterbox::list(state, kind, lang).await
}

/// One file, ready to be copied.
pub(super) struct File {
    /// Its bytes.
    pub body: Body,
    /// How long others may keep it.
    pub cache: &'static str,
    /// Of which alerts and services it tells; none for files that tell of none.
    version: Option<Told>,
}

/// State of what a page tells: alerts, and on help pages services, the day and, where
/// services or boxes stand, the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Told {
    alerts: i64,
    /// When that last changed: time alone ends alerts too, and lets go of what has ended.
    changed_at_ms: i64,
    services: i64,
    day: Option<jiff::civil::Date>,
    minute: Option<i64>,
}

impl Told {
    /// Whether a page that told this tells the same now.
    fn holds(self, now: Self) -> bool {
        self == Self { minute: self.minute.and(now.minute), ..now }
    }
}

/// What stands at an address.
pub(super) enum Found {
    /// A file.
    File(Arc<File>),
    /// A folder, asked for without its slash.
    Directory,
    /// Nothing.
    Nothing,
}

/// An old address and the page that answers today, as the generator writes it.
#[derive(serde::Deserialize)]
struct Redirect {
    from: String,
    to: String,
    lang: Option<String>,
}

/// The built portal.
pub struct Portal {
    root: PathBuf,
    beside: PathBuf,
    files: RwLock<HashMap<String, Arc<File>>>,
    bytes: Mutex<usize>,
    /// How often the files were forgotten.
    forgotten: AtomicU64,
    redirects: RwLock<HashMap<String, Redirect>>,
    built: Mutex<Option<SystemTime>>,
}

impl Portal {
    /// The portal of the settings; it may be built later.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        let portal = Self {
            root: config.site_dir().join("public"),
            beside: config.site_dir(),
            files: RwLock::default(),
            bytes: Mutex::new(0),
            forgotten: AtomicU64::new(0),
            redirects: RwLock::default(),
            built: Mutex::new(None),
        };
        portal.look_for_new_build();
        portal
    }

    /// Forgets the files when a new build has taken the place of the old.
    pub fn look_for_new_build(&self) {
        let now = std::fs::metadata(self.beside.join("files.sha256"))
            .or_else(|_| std::fs::metadata(&self.root))
            .and_then(|meta| meta.modified())
            .ok();
        let mut built = self.built.lock().unwrap_or_else(PoisonError::into_inner);
        if *built == now {
            return;
        }
        *built = now;
        self.forget();
        let rows: Vec<Redirect> = match std::fs::read(self.beside.join("redirects.json")) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|error| {
                tracing::error!(%error, "redirects.json is not what the generator writes");
                Vec::new()
            }),
            Err(_) => Vec::new(),
        };
        let redirects = rows.into_iter().map(|row| (row.from.clone(), row)).collect();
        *self.redirects.write().unwrap_or_else(PoisonError::into_inner) = redirects;
    }

    fn forget(&self) {
        self.forgotten.fetch_add(1, Ordering::SeqCst);
        self.files.write().unwrap_or_else(PoisonError::into_inner).clear();
        *self.bytes.lock().unwrap_or_else(PoisonError::into_inner) = 0;
    }

    /// The living page of an old address.
    #[must_use]
    pub fn redirect(&self, path: &str, lang: Lang) -> Option<String> {
        let redirects = self.redirects.read().unwrap_or_else(PoisonError::into_inner);
        let row = redirects.get(path).or_else(|| redirects.get(path.trim_end_matches('/')))?;
        // A row without language leads to the page in the reader's own.
        Some(if row.lang.is_some() { row.to.clone() } else { format!("/{lang}{}", row.to) })
    }

    /// The file on disk of an address, if the address is well-formed.
    fn locate(&self, path: &str) -> Option<PathBuf> {
        let mut file = self.root.clone();
        // One page has one address: a second slash would be another name for it, and
        // one at the beginning the address of another host.
        if path.contains("//") {
            return None;
        }
        for part in path.split('/').filter(|part| !part.is_empty()) {
            let plain = part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.@".contains(&b));
            if !plain || part.starts_with('.') || part.len() > 200 {
                return None;
            }
            file.push(part);
        }
        Some(file)
    }

    /// Whether a page or file stands at an address.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.locate(path).is_some_and(|file| file.exists())
    }

    /// What stands at an address, with the current alerts in it.
    pub(super) async fn file(&self, path: &str, lang: Option<Lang>, state: &State) -> Result<Found> {
        let snapshot = state.public.load();
        let discreet = super::is_discreet(path);
        let now = Told {
            alerts: snapshot.version,
            changed_at_ms: snapshot.changed_at_ms,
            services: if discreet { state.help.load().version } else { 0 },
            day: discreet.then(|| crate::help::today(state)),
            minute: Some(state.clock.now_ms() / 60_000),
        };
        let forgotten = self.forgotten.load(Ordering::SeqCst);
        if let Some(known) = self.files.read().unwrap_or_else(PoisonError::into_inner).get(path)
            && known.version.is_none_or(|told| told.holds(now))
        {
            return Ok(Found::File(known.clone()));
        }
        let Some(mut on_disk) = self.locate(path) else { return Ok(Found::Nothing) };
        if path.ends_with('/') {
            on_disk.push("index.html");
        } else if on_disk.is_dir() {
            return Ok(Found::Directory);
        }
        let bytes = match tokio::fs::read(&on_disk).await {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Found::Nothing),
            Err(error) => return Err(Error::Internal(error.into())),
        };
        let kind = content_type(&on_disk);
        let (bytes, version) = match (kind.starts_with("text/html"), lang) {
            (true, Some(lang)) => {
                let html = String::from_utf8_lossy(&bytes);
                let filled = banner::fill(&html, &snapshot, lang, &state.world);
                let has_boxes = filled.contains(BOXES);
                let has_cards = discreet && crate::help::has_cards(&filled);
                let minute = now.minute.filter(|_| has_boxes || has_cards);
                let filled = if has_boxes {
                    filled.replacen(BOXES, &boxes(path, lang, state).await?, 1)
                } else {
                    filled
                };
                let filled = if discreet { crate::help::fill_cards(&filled, lang, state) } else { filled };
                (filled.into_bytes(), Some(Told { minute, ..now }))
            }
            (true, None) => {
                let html = String::from_utf8_lossy(&bytes);
                let told = Told { minute: None, ..now };
                (banner::fill_both(&html, &snapshot, &state.world).into_bytes(), Some(told))
            }
            _ => (bytes, None),
        };
        let size = bytes.len() * 2;
        let file = Arc::new(File { body: Body::new(bytes, kind), cache: cache_of(path, kind), version });
        let mut total = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        // Read before a new build took its place: given out this once, not kept.
        if self.forgotten.load(Ordering::SeqCst) != forgotten {
            return Ok(Found::File(file));
        }
        if *total + size > MOST_BYTES {
            self.files.write().unwrap_or_else(PoisonError::into_inner).clear();
            *total = 0;
        }
        *total += size;
        self.files.write().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), file.clone());
        Ok(Found::File(file))
    }

    /// A built page as text, with its places still empty.
    pub async fn template(&self, path: &str) -> Option<String> {
        let file = self.locate(path)?.join("index.html");
        tokio::fs::read_to_string(file).await.ok()
    }
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "jsonl" => "application/x-ndjson",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "xml" if path.ends_with("atom.xml") => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml",
        "atom" => "application/atom+xml; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "pdf" => "application/pdf",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "geojson" => "application/geo+json",
        _ => "application/octet-stream",
    }
}

/// Pages carry live alerts and are asked for again, feeds tell what is new; the worker must
/// never be stuck with an old one.
fn cache_of(path: &str, kind: &str) -> &'static str {
    let asked_again = ["text/html", "application/atom+xml", "application/manifest"];
    if asked_again.iter().any(|one| kind.starts_with(one)) || path.ends_with("/sw.js") {
        "no-cache"
    } else {
        "public, max-age=3600"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_says_what_it_is_and_is_asked_for_again() {
        let kind = content_type(Path::new("public/fr/news/atom.xml"));
        assert_eq!(kind, "application/atom+xml; charset=utf-8");
        assert_eq!(cache_of("/fr/news/atom.xml", kind), "no-cache");
        assert_eq!(
            cache_of("/manifest-fr.webmanifest", content_type(Path::new("m.webmanifest"))),
            "no-cache"
        );
        let map = content_type(Path::new("public/sitemap.xml"));
        assert_eq!((map, cache_of("/sitemap.xml", map)), ("application/xml", "public, max-age=3600"));
    }
}
