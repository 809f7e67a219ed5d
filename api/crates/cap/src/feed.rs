//! Atom and RSS feeds that list alerts.

use serde::Serialize;

use crate::decode::decode;
use crate::finding::{Finding, Place, shorten};
use crate::limits::Limits;
use crate::position::Lines;
use crate::report::Version;
use crate::xml::{self, C14n, NodeId, Tree, XmlError, canonicalize, is_space};

const ATOM: &str = "http://www.w3.org/2005/Atom";
const MEDIA_TYPE: &str = "application/cap+xml";

/// What a feed lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Feed {
    /// The title of the feed.
    pub title: Option<String>,
    /// When the feed was last changed, as written in it.
    pub updated: Option<String>,
    /// Its entries, in the order of the feed.
    pub entries: Vec<FeedEntry>,
}

/// One entry of a feed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FeedEntry {
    /// `id` in Atom, `guid` in RSS.
    pub id: Option<String>,
    /// Title of the entry.
    pub title: Option<String>,
    /// When the entry was last changed, as written in the feed: RFC 3339 in
    /// Atom, RFC 822 in RSS.
    pub updated: Option<String>,
    /// Address of the CAP message: the link that is said to be CAP, or else
    /// the first link of the entry.
    pub link: Option<String>,
    /// The CAP message itself, when the feed holds it, as XML of its own.
    pub embedded: Option<String>,
}

/// Lists the entries of an Atom or RSS 2.0 feed. Nothing is fetched.
///
/// # Errors
/// When the input is beyond the bounds of [`Limits::FEED`], is no XML, or is
/// no feed.
///
/// ```
/// let feed = safe_cap::read_feed(br#"<feed xmlns="http://www.w3.org/2005/Atom">
///   <entry><id>urn:1</id><link type="application/cap+xml" href="https://example.org/1.cap"/></entry>
/// </feed>"#)?;
/// assert_eq!(feed.entries[0].link.as_deref(), Some("https://example.org/1.cap"));
/// # Ok::<(), Box<safe_cap::Finding>>(())
/// ```
pub fn read_feed(bytes: &[u8]) -> Result<Feed, Box<Finding>> {
    let limits = Limits::FEED;
    if bytes.len() > limits.bytes {
        let (size, limit) = (bytes.len().to_string(), limits.bytes.to_string());
        let args = vec![("size", size), ("limit", limit)];
        return Err(Box::new(Finding::new("input-too-large", Place::INPUT, args)));
    }
    let finding = |error: XmlError, text: &str| {
        let (line, column) = Lines::new(text).locate(error.offset);
        let finding = Finding::new(error.code, Place::INPUT, error.args);
        Box::new(Finding { line: Some(line), column: Some(column), ..finding })
    };
    let text = decode(bytes).map_err(|error| finding(error, ""))?;
    let text = text.trim_start_matches(is_space);
    let tree = xml::parse(text, &limits).map_err(|error| finding(error, text))?;
    read_tree(&tree).map_err(|error| finding(error, text))
}

fn read_tree(tree: &Tree<'_>) -> Result<Feed, XmlError> {
    let root = tree.element(tree.root).map_or(("", ""), |root| (root.namespace.as_ref(), root.name));
    match root {
        (ATOM, "feed") => Ok(atom(tree)),
        ("", "rss") if tree.child(tree.root, "", "channel").is_some() => Ok(rss(tree)),
        (_, name) => {
            let offset = tree.nodes[tree.root].offset;
            Err(XmlError::new(offset, "feed-unknown", &[("found", &shorten(name))]))
        }
    }
}

fn atom(tree: &Tree<'_>) -> Feed {
    let entries = tree.elements(tree.root).filter(|(_, e)| e.namespace == ATOM && e.name == "entry");
    Feed {
        title: text(tree, tree.root, ATOM, "title"),
        updated: text(tree, tree.root, ATOM, "updated"),
        entries: entries.map(|(id, _)| atom_entry(tree, id)).collect(),
    }
}

fn atom_entry(tree: &Tree<'_>, entry: NodeId) -> FeedEntry {
    let content = tree.child(entry, ATOM, "content");
    // Content may be elsewhere, which makes it a link.
    let source = content.and_then(|id| {
        let element = tree.element(id)?;
        let is_cap = element.attribute("type").is_some_and(is_cap_type);
        element.attribute("src").filter(|_| is_cap)
    });
    let mut links: Vec<(&str, &str, &str)> = Vec::new();
    for (_, element) in tree.elements(entry).filter(|(_, e)| e.namespace == ATOM && e.name == "link") {
        let value = |name| element.attribute(name).unwrap_or_default();
        links.push((value("type"), value("rel"), value("href")));
    }
    let plain = |rel: &str| matches!(rel, "" | "alternate" | "enclosure" | "related" | "self");
    let said = links.iter().find(|(kind, rel, _)| is_cap_type(kind) && plain(rel));
    let any = links.iter().find(|(_, rel, _)| matches!(*rel, "" | "alternate"));
    let link = said.map(|l| l.2).or(source).or(any.map(|l| l.2)).filter(|href| !href.trim().is_empty());
    FeedEntry {
        id: text(tree, entry, ATOM, "id"),
        title: text(tree, entry, ATOM, "title"),
        updated: text(tree, entry, ATOM, "updated"),
        link: link.map(|href| href.trim().to_owned()),
        embedded: content.and_then(|id| embedded(tree, id)).or_else(|| embedded(tree, entry)),
    }
}

fn rss(tree: &Tree<'_>) -> Feed {
    let Some(channel) = tree.child(tree.root, "", "channel") else {
        return Feed::default();
    };
    let items = tree.elements(channel).filter(|(_, e)| e.namespace.is_empty() && e.name == "item");
    let updated = text(tree, channel, "", "lastBuildDate");
    Feed {
        title: text(tree, channel, "", "title"),
        updated: updated.or_else(|| text(tree, channel, "", "pubDate")),
        entries: items.map(|(id, _)| rss_item(tree, id)).collect(),
    }
}

fn rss_item(tree: &Tree<'_>, item: NodeId) -> FeedEntry {
    let enclosure = tree.child(item, "", "enclosure").and_then(|id| {
        let element = tree.element(id)?;
        let is_cap = element.attribute("type").is_some_and(is_cap_type);
        element.attribute("url").filter(|_| is_cap)
    });
    FeedEntry {
        id: text(tree, item, "", "guid"),
        title: text(tree, item, "", "title"),
        updated: text(tree, item, "", "pubDate"),
        link: enclosure.map(|url| url.trim().to_owned()).or_else(|| text(tree, item, "", "link")),
        embedded: embedded(tree, item),
    }
}

/// A CAP message directly inside, as a document of its own.
fn embedded(tree: &Tree<'_>, parent: NodeId) -> Option<String> {
    let versions = [Version::V1_2, Version::V1_1];
    let found = versions.into_iter().find_map(|version| tree.child(parent, version.namespace(), "alert"))?;
    Some(canonicalize(tree, found, None, &C14n::Exclusive(Vec::new())))
}

fn is_cap_type(kind: &str) -> bool {
    kind.split(';').next().is_some_and(|essence| essence.trim().eq_ignore_ascii_case(MEDIA_TYPE))
}

/// The text of an element, if there is any.
fn text(tree: &Tree<'_>, parent: NodeId, namespace: &str, name: &str) -> Option<String> {
    let text = tree.text(tree.child(parent, namespace, name)?);
    let trimmed = text.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}
