//! Files made beside Zola: feeds, site map, offline lists, manifests, redirects, search
//! documents, hashes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use safe_content::{Article, Kind, Lang, keep_numbers};
use sha2::{Digest, Sha256};

use crate::chart::escape;
use crate::page::{Page, SearchDoc};
use crate::site::Site;

/// Entries of a feed.
const FEED_LIMIT: usize = 20;

/// JSON that can stand inside a `<script>` element.
#[must_use]
pub fn script_json(json: &serde_json::Value) -> String {
    json.to_string().replace('<', "\\u003c").replace('&', "\\u0026")
}

/// Cuts a text between words.
#[must_use]
pub fn cut(words: &str, limit: usize) -> String {
    if words.chars().count() <= limit {
        return words.to_owned();
    }
    let start: String = words.chars().take(limit).collect();
    start.rsplit_once(' ').map_or(start.as_str(), |(before, _)| before).to_owned() + "…"
}

/// An item of a feed with its days, written in full.
struct Dated<'a> {
    article: &'a Article,
    /// Its place: its own date, or the last change of what has none.
    at: String,
    /// When it appeared.
    published: Option<String>,
    /// When it last changed; what has not changed since it appeared changed then.
    updated: String,
}

/// None for an item without any date: nobody could tell whether it is new.
fn dated(article: &Article) -> Option<Dated<'_>> {
    let (own, is_out) = match &article.kind {
        Kind::News { date, .. } => (Some(date), true),
        Kind::Publication(publication) => (publication.date.as_ref(), !publication.planned),
        Kind::Campaign(campaign) => (campaign.from.as_ref(), true),
        _ => (None, false),
    };
    let day = |date: &String| (!date.is_empty()).then(|| full_day(date));
    let (own, changed) = (own.and_then(day), day(&article.updated));
    let published = own.clone().filter(|_| is_out);
    let updated = changed.clone().max(published.clone()).or_else(|| own.clone())?;
    Some(Dated { article, at: own.or(changed)?, published, updated })
}

/// Atom feeds (RFC 4287) of a section in every language: path below the public folder,
/// and text; the newest items, by their own date where they have one.
#[must_use]
pub fn feeds(site: &Site<'_>, section: &str) -> Vec<(String, String)> {
    let mut feeds = Vec::new();
    for lang in &site.settings.languages {
        let own = site.content.section(section).into_iter().filter(|a| a.bodies.contains_key(lang));
        let mut items: Vec<Dated<'_>> = own.filter_map(dated).collect();
        items.sort_by(|a, b| (&b.at, &b.updated, &a.article.id).cmp(&(&a.at, &a.updated, &b.article.id)));
        items.truncate(FEED_LIMIT);
        feeds.push((format!("{lang}/{section}/atom.xml"), feed(site, *lang, section, &items)));
    }
    feeds
}

fn feed(site: &Site<'_>, lang: Lang, section: &str, items: &[Dated<'_>]) -> String {
    let base = format!("{}{}", site.base_url, site.url(lang, &format!("/{section}/")));
    let updated = items.iter().map(|item| item.updated.clone()).max().unwrap_or_else(|| site.today());
    let title = site.say(lang, &format!("{section}-title"));
    let mut xml = feed_head(site, lang, &base, &title, &updated);
    for item in items {
        let Some(body) = item.article.bodies.get(&lang) else {
            continue;
        };
        let address = format!("{}{}", site.base_url, site.url(lang, &item.article.path()));
        let days = (item.published.as_deref(), item.updated.as_str());
        entry(&mut xml, &address, &body.title, days, &body.summary);
    }
    xml + "</feed>\n"
}

/// The notices of a municipality as a feed: whoever wants them asks for them by reading it,
/// and what is over is no longer in it.
#[must_use]
pub fn notices(site: &Site<'_>, lang: Lang, municipality: &safe_content::Municipality) -> String {
    let base = format!("{}{}", site.base_url, site.url(lang, &format!("/areas/{}/", municipality.nis)));
    let today = site.today();
    let mut own: Vec<_> = site.content.bulletins.iter().filter(|b| !b.is_over(&today)).collect();
    own.retain(|b| b.holds_in(&municipality.nis));
    own.sort_by(|a, b| (&b.date, &a.id).cmp(&(&a.date, &b.id)));
    let updated = own.first().map_or_else(|| today.clone(), |b| full_day(&b.date));
    let mut xml = feed_head(site, lang, &base, &municipality.label(lang), &updated);
    for bulletin in own {
        let address =
            format!("{}{}#{}", site.base_url, site.url(lang, crate::pages::bulletins::PATH), bulletin.id);
        let (title, text) = (site.plain(lang, &bulletin.title), site.plain(lang, &bulletin.text));
        let day = full_day(&bulletin.date);
        entry(&mut xml, &address, &title, (Some(day.as_str()), day.as_str()), &text);
    }
    xml + "</feed>\n"
}

fn feed_head(site: &Site<'_>, lang: Lang, base: &str, title: &str, updated: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n<title>{}</title>\n<id>{base}</id>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{base}atom.xml\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{base}\"/>\n<updated>{updated}T00:00:00Z</updated>\n<author><name>{}</name></author>\n",
        escape(title),
        escape(&site.say(lang, "brand")),
    )
}

/// Adds an entry; `days` are when it appeared and when it last changed.
fn entry(xml: &mut String, address: &str, title: &str, days: (Option<&str>, &str), summary: &str) {
    let (published, updated) = days;
    let published =
        published.map(|day| format!("<published>{day}T00:00:00Z</published>\n")).unwrap_or_default();
    let _ = write!(
        xml,
        "<entry>\n<title>{}</title>\n<id>{address}</id>\n<link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n{published}<updated>{updated}T00:00:00Z</updated>\n<summary>{}</summary>\n</entry>\n",
        escape(title),
        escape(summary)
    );
}

fn full_day(date: &str) -> String {
    match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.to_owned(),
    }
}

/// The site map with every language of every page (sitemaps.org, hreflang).
#[must_use]
pub fn sitemap(site: &Site<'_>, pages: &[Page]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages.iter().filter(|p| !p.hidden && !p.extra.help) {
        let mut links = String::new();
        for lang in &page.exists {
            let address = format!("{}{}", site.base_url, site.url(*lang, &page.path));
            let _ = write!(links, "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{address}\"/>");
        }
        for lang in &page.exists {
            let address = format!("{}{}", site.base_url, site.url(*lang, &page.path));
            let _ = writeln!(xml, "<url><loc>{address}</loc>{links}</url>");
        }
    }
    xml + "</urlset>\n"
}

/// The web app manifest; neutral, so that an installed icon tells nothing but the name.
#[must_use]
pub fn web_manifest(site: &Site<'_>, lang: Option<Lang>) -> String {
    let reader = lang.unwrap_or(Lang::FR);
    let start = lang.map_or_else(|| "/".to_owned(), |l| site.url(l, "/alerts/"));
    let icon = |src: &str, sizes: &str, purpose: &str| {
        let kind = if src.ends_with("svg") { "image/svg+xml" } else { "image/png" };
        serde_json::json!({ "src": src, "sizes": sizes, "type": kind, "purpose": purpose })
    };
    let json = serde_json::json!({
        "id": "/",
        "name": site.say(reader, "brand"),
        "short_name": site.say(reader, "brand"),
        "lang": reader.as_str(),
        "dir": reader.dir(),
        "start_url": start,
        "scope": "/",
        "display": "standalone",
        "background_color": "#fbfaf7",
        "theme_color": "#1b1642",
        "icons": [
            icon("/icon.svg", "any", "any"),
            icon("/icon-192.png", "192x192", "any"),
            icon("/icon-512.png", "512x512", "any"),
            icon("/icon-maskable-512.png", "512x512", "maskable"),
        ],
    });
    serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"
}

/// Old paths and the pages that answer today, for the server's permanent redirects. A row
/// whose language is known, because the row names it or the old path begins with it, leads
/// there; another one says no language and leads to the reader's own. The bare front page
/// of a former site is left out: its path is the front page of this one.
#[must_use]
pub fn redirects(site: &Site<'_>) -> String {
    let mut rows = BTreeMap::new();
    for redirect in site.content.redirects.iter().filter(|r| r.from != "/") {
        let Some(path) = site.content.resolve(&redirect.to.value) else {
            continue;
        };
        let first = redirect.from.trim_start_matches('/').split('/').next().unwrap_or_default();
        let named = redirect.lang.as_deref().unwrap_or(first);
        let lang = site.settings.languages.iter().find(|l| l.as_str() == named);
        let to = lang.map_or_else(|| path.clone(), |l| site.url(*l, &path));
        let row = serde_json::json!({ "from": redirect.from, "to": to, "lang": lang.map(|l| l.as_str()) });
        rows.insert(redirect.from.as_str(), row);
    }
    let rows: Vec<_> = rows.into_values().collect();
    serde_json::to_string_pretty(&rows).unwrap_or_default() + "\n"
}

/// One JSON object per line.
#[must_use]
pub fn search_lines(docs: &[&SearchDoc]) -> String {
    let mut lines = String::new();
    for doc in docs {
        if let Ok(line) = serde_json::to_string(doc) {
            // What results show keeps the order of its numbers from right to left as well.
            if doc.lang.parse().is_ok_and(|lang: Lang| lang.is_rtl()) {
                lines.push_str(&keep_numbers(&line));
            } else {
                lines.push_str(&line);
            }
            lines.push('\n');
        }
    }
    lines
}

/// SHA-256 in lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_cannot_leave_its_script() {
        assert_eq!(script_json(&serde_json::json!("</script>")), "\"\\u003c/script>\"");
    }

    #[test]
    fn hashes_are_written_in_hexadecimal() {
        assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
