//! What a device keeps: the list of pages and the index of the offline search.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use safe_content::markdown::plain_text;
use safe_content::{Article, Body, Lang};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::site::Site;

/// Name of the index below the public folder.
#[must_use]
pub fn index_name(lang: Lang) -> String {
    format!("offline-index-{lang}.json")
}

/// Guides and advice that exist in a language, with their words in blocks: the search
/// shows them without asking for another page.
#[must_use]
pub fn index(site: &Site<'_>, lang: Lang) -> String {
    let sections = ["guides", "advice"].into_iter().flat_map(|s| site.content.section(s));
    let entry = |article: &Article| {
        let body = article.bodies.get(&lang)?;
        Some(json!({
            "url": site.url(lang, &article.path()),
            "title": body.title,
            "summary": body.summary,
            "text": blocks(body),
        }))
    };
    json!(sections.filter_map(entry).collect::<Vec<_>>()).to_string() + "\n"
}

/// Headings, list items and paragraphs, as pairs of an element and its words.
fn blocks(body: &Body) -> Vec<(&'static str, String)> {
    let mut blocks = Vec::new();
    for line in body.markdown.lines().map(str::trim) {
        let (kind, rest) = match line.strip_prefix("- ") {
            Some(rest) => ("li", rest),
            None if line.starts_with('#') => ("h3", line.trim_start_matches('#')),
            None if line.starts_with('|') => continue,
            None => ("p", line),
        };
        let words = plain_text(rest.trim()).trim().to_owned();
        if !words.is_empty() {
            blocks.push((kind, words));
        }
    }
    blocks
}

/// What the worker keeps for reading offline in one language, at most `limit` bytes.
#[must_use]
pub fn list(lang: Lang, files: &BTreeMap<String, (u64, String)>, limit: u64, on: bool) -> String {
    let mut first =
        ["style.css", "live.js", "offline.js", "logo.svg", "icon.svg"].map(str::to_owned).to_vec();
    first.push(index_name(lang));
    let start = format!("{lang}/");
    let wanted = |prefix: &str| -> Vec<String> {
        let prefix = format!("{start}{prefix}");
        files.keys().filter(|f| f.starts_with(&prefix) && f.ends_with("index.html")).cloned().collect()
    };
    let order =
        [first, wanted("alerts/"), wanted("offline/"), wanted("guides/"), wanted("emergency/")].concat();
    let (mut total, mut hash, mut urls) = (0, Sha256::new(), Vec::new());
    for file in order {
        let Some((size, digest)) = files.get(&file) else {
            continue;
        };
        if total + size > limit {
            continue;
        }
        total += size;
        hash.update(digest.as_bytes());
        urls.push(format!("/{}", file.strip_suffix("index.html").unwrap_or(&file)));
    }
    let version: String = hash.finalize().iter().take(6).fold(String::new(), |mut v, b| {
        let _ = write!(v, "{b:02x}");
        v
    });
    serde_json::json!({ "version": version, "off": !on, "bytes": total, "urls": urls }).to_string() + "\n"
}
