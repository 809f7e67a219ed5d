//! Feeds that list alerts.

mod common;

use common::{code_of, fixtures};
use safe_cap::{Mode, Status, read, read_feed};

fn feed(name: &str) -> safe_cap::Feed {
    let (_, bytes) = fixtures("feeds").into_iter().find(|(known, _)| known == name).expect("it exists");
    read_feed(&bytes).expect("it is a feed")
}

#[test]
fn atom_entries_are_listed() {
    let feed = feed("atom");
    assert_eq!(feed.title.as_deref(), Some("Alerts"));
    assert_eq!(feed.entries.len(), 4);
    let first = &feed.entries[0];
    assert_eq!(first.id.as_deref(), Some("urn:example:1"));
    assert_eq!(first.updated.as_deref(), Some("2026-04-12T09:00:00+02:00"));
    assert_eq!(first.link.as_deref(), Some("https://example.brussels/1.xml"));
    assert_eq!(first.embedded, None);
    assert_eq!(feed.entries[2].link.as_deref(), Some("https://example.brussels/3.xml"));
    assert_eq!(feed.entries[3], safe_cap::FeedEntry::default());
}

#[test]
fn embedded_messages_can_be_read() {
    let feed = feed("atom");
    let embedded = feed.entries[1].embedded.as_deref().expect("it holds a message");
    let report = read(embedded.as_bytes(), Mode::Strict);
    assert_eq!(report.alert.map(|alert| alert.status), Some(Status::Test), "{:?}", report.errors);
}

#[test]
fn rss_items_are_listed() {
    let feed = feed("rss");
    assert_eq!(feed.updated.as_deref(), Some("Sun, 12 Apr 2026 09:05:00 +0200"));
    let links: Vec<_> = feed.entries.iter().filter_map(|entry| entry.link.as_deref()).collect();
    assert_eq!(links, ["https://example.brussels/1.xml", "https://example.brussels/2.xml"]);
    assert_eq!(feed.entries[0].id.as_deref(), Some("urn:example:1"));
}

#[test]
fn what_is_no_feed_is_refused() {
    for (name, bytes) in fixtures("hostile") {
        let error = read_feed(&bytes).expect_err("it is no feed");
        let own = ["root-unknown", "limit-vertices"].contains(&code_of(&name));
        assert_eq!(error.code, if own { "feed-unknown" } else { code_of(&name) }, "{name}");
    }
    assert_eq!(read_feed(b"<rss/>").expect_err("no channel").code, "feed-unknown");
    let large = vec![b' '; 9 << 20];
    assert_eq!(read_feed(&large).expect_err("too large").code, "input-too-large");
}
