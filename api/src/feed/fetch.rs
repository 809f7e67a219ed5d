//! Reads addresses of others: bounded, timed, and never our own network.

use std::time::Duration;

use anyhow::{Context, bail, ensure};
use reqwest::header::{ETAG, HeaderMap, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED};
use reqwest::{StatusCode, Url};

use super::entity::feed;
use crate::config::Feeds;
use crate::outward::{self, PublicOnly};

/// Longest wait for a whole answer.
const ANSWER: Duration = Duration::from_secs(20);
/// Most bytes of an answer: the bound of the reader of feeds.
const MOST_BYTES: usize = safe_cap::Limits::FEED.bytes;

/// Reads feeds and messages.
pub struct Client {
    http: reqwest::Client,
    allow_private: bool,
}

/// What an address said.
pub enum Answer {
    /// Nothing new since the validators.
    Same,
    /// A body.
    Body {
        /// Its bytes.
        bytes: Vec<u8>,
        /// `ETag`.
        etag: Option<String>,
        /// `Last-Modified`.
        last_modified: Option<String>,
    },
}

impl Client {
    /// A client with the guard of the settings.
    ///
    /// # Errors
    /// The TLS provider refuses.
    pub fn new(settings: &Feeds) -> anyhow::Result<Self> {
        let allow_private = settings.allow_private_addresses;
        let http = reqwest::Client::builder()
            .dns_resolver(PublicOnly { allow_private })
            .redirect(reqwest::redirect::Policy::none())
            .timeout(ANSWER)
            .no_proxy()
            .user_agent(concat!("safe.brussels/", env!("CARGO_PKG_VERSION")))
            .build()
            .context("no client for feeds")?;
        Ok(Self { http, allow_private })
    }

    /// Whether an address may be asked at all.
    fn check(&self, url: &Url) -> anyhow::Result<()> {
        ensure!(self.allow_private || url.scheme() == "https", "the address does not begin with https://");
        ensure!(self.allow_private || outward::is_public_host(url), "the address is not public");
        Ok(())
    }

    /// Reads an address; `known` holds the validators of the last time.
    ///
    /// # Errors
    /// It may not be asked, does not answer in time, answers with a failure or with too
    /// much.
    pub async fn get(&self, url: &Url, known: Option<&feed::Model>) -> anyhow::Result<Answer> {
        self.check(url)?;
        let mut request = self.http.get(url.clone());
        if let Some(etag) = known.and_then(|row| row.etag.as_deref()) {
            request = request.header(IF_NONE_MATCH, etag);
        }
        if let Some(date) = known.and_then(|row| row.last_modified.as_deref()) {
            request = request.header(IF_MODIFIED_SINCE, date);
        }
        let mut response = request.send().await.map_err(reqwest::Error::without_url)?;
        match response.status() {
            StatusCode::NOT_MODIFIED => return Ok(Answer::Same),
            status if status.is_success() => {}
            status => bail!("the answer is {status}"),
        }
        let text = |headers: &HeaderMap, name| {
            let value = headers.get(name)?.to_str().ok()?;
            (value.len() <= 200).then(|| value.to_owned())
        };
        let etag = text(response.headers(), ETAG);
        let last_modified = text(response.headers(), LAST_MODIFIED);
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(reqwest::Error::without_url)? {
            ensure!(bytes.len() + chunk.len() <= MOST_BYTES, "the answer is longer than {MOST_BYTES} bytes");
            bytes.extend_from_slice(&chunk);
        }
        Ok(Answer::Body { bytes, etag, last_modified })
    }
}
