//! Which entries of a feed are new, and where their messages are.

use std::collections::HashSet;

use aws_lc_rs::digest;
use reqwest::Url;

use safe_cap::FeedEntry;

use super::entity;
use super::failures::{Failures, Turn};
use crate::app::State;
use crate::audit::hex;
use crate::config::FeedSource;

/// New messages fetched in one reading; the rest waits for the next.
const MOST_FETCHED: usize = 100;
/// Messages that failed before and are asked for again in one reading.
const MOST_AGAIN: usize = 8;

/// What an address listed.
pub(super) struct Listed {
    /// The entry, without the message.
    pub entry: FeedEntry,
    /// The message itself, where the address holds it.
    pub here: Option<Vec<u8>>,
}

impl From<FeedEntry> for Listed {
    fn from(mut entry: FeedEntry) -> Self {
        let here = entry.embedded.take().map(String::into_bytes);
        Self { entry, here }
    }
}

/// What a reading takes of a feed.
pub(super) struct New {
    /// Entries that were not taken yet, the last of the feed first.
    pub wanted: Vec<Wanted>,
    /// Entries that lead away from the source.
    pub astray: Vec<(FeedEntry, String)>,
    /// Why not all of them are wanted now.
    pub rest: Option<anyhow::Error>,
}

/// An entry that was not taken yet.
pub(super) struct Wanted {
    /// The entry.
    pub entry: FeedEntry,
    /// By what it is known again.
    pub entry_key: String,
    /// Where its message is.
    pub place: Place,
}

/// Where the message of an entry is.
pub(super) enum Place {
    /// In the feed: its bytes, in whatever encoding it says.
    Here(Vec<u8>),
    /// At an address of the source.
    There(Url),
}

/// What of a list is new.
///
/// # Errors
/// The database does not answer.
pub(super) async fn choose(
    state: &State,
    source: &FeedSource,
    base: &Url,
    list: Vec<Listed>,
    failures: &mut Failures,
) -> anyhow::Result<New> {
    let now_ms = state.clock.now_ms();
    let mut new = New { wanted: Vec::new(), astray: Vec::new(), rest: None };
    let (mut listed, mut fresh, mut again, mut later) = (HashSet::new(), 0, 0, 0);
    for Listed { entry, here } in list.into_iter().rev() {
        let entry_key = key(source, &entry, here.as_deref());
        if entity::is_known(&state.db, &entry_key).await? || !listed.insert(entry_key.clone()) {
            continue;
        }
        let place = match (here, &entry.link) {
            (Some(bytes), _) => Place::Here(bytes),
            (None, Some(link)) => {
                let Some(address) = own_address(base, source, link) else {
                    new.astray.push((entry, entry_key));
                    continue;
                };
                match failures.turn(&entry_key, now_ms) {
                    Turn::Fresh if fresh < MOST_FETCHED => fresh += 1,
                    Turn::Again if again < MOST_AGAIN => again += 1,
                    Turn::Fresh => {
                        let words = format!("more than {MOST_FETCHED} new messages; the rest follows");
                        new.rest = Some(anyhow::anyhow!(words));
                        continue;
                    }
                    Turn::Again | Turn::NotYet => {
                        later += 1;
                        continue;
                    }
                }
                Place::There(address)
            }
            (None, None) => continue,
        };
        new.wanted.push(Wanted { entry, entry_key, place });
    }
    failures.keep_only(&listed);
    if later > 0 && new.rest.is_none() {
        new.rest = Some(anyhow::anyhow!("{later} messages did not answer and are asked for again"));
    }
    Ok(new)
}

fn hash(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

/// A message that changed is another one. Entries that say nothing of themselves are told apart by
/// the message that they hold.
fn key(source: &FeedSource, entry: &FeedEntry, here: Option<&[u8]>) -> String {
    let part = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut parts = vec![source.name.clone(), part(&entry.id), part(&entry.link), part(&entry.updated)];
    parts.extend(here.map(hash));
    hash(parts.join("\n").as_bytes())
}

/// The address of an entry, if it belongs to the source.
fn own_address(base: &Url, source: &FeedSource, link: &str) -> Option<Url> {
    let url = base.join(link).ok()?;
    let host = url.host_str()?;
    let own = url.host_str() == base.host_str() && url.port() == base.port();
    (own || source.hosts.iter().any(|other| other == host)).then_some(url)
}
