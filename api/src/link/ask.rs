//! One question to one address: the head first, the page only when the head says no.

use std::error::Error as _;
use std::time::Duration;

use anyhow::Context;
use reqwest::header::LOCATION;
use reqwest::{Method, Response, StatusCode, Url};

use super::standing::Standing;
use crate::config::Config;
use crate::outward::{self, PublicOnly};

/// Redirects that are followed: browsers follow twenty, honest links need two.
const MOST_HOPS: usize = 6;
/// Longest wait for one address, redirects included, in times of one answer.
const ANSWERS: u32 = 3;

/// What an address said; nothing more of it is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    /// Its meaning.
    pub standing: Standing,
    /// Number of the last answer, if there was one.
    pub status: Option<u16>,
}

impl Heard {
    fn nothing(standing: Standing) -> Self {
        Self { standing, status: None }
    }
}

/// Asks addresses of others.
pub struct Client {
    http: reqwest::Client,
    longest: Duration,
    allow_private: bool,
}

impl Client {
    /// A client with the bounds of the settings.
    ///
    /// # Errors
    /// The TLS provider refuses.
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        let allow_private = config.links.allow_private_addresses;
        let answer = Duration::from_millis(config.links.timeout_ms);
        let name = concat!("safe.brussels/", env!("CARGO_PKG_VERSION"));
        let http = reqwest::Client::builder()
            .dns_resolver(PublicOnly { allow_private })
            .redirect(reqwest::redirect::Policy::none())
            .timeout(answer)
            .no_proxy()
            // Whoever finds us in a log can see who asks.
            .user_agent(format!("{name} (link check; +{})", config.http.base_url))
            .build()
            .context("no client for links")?;
        Ok(Self { http, longest: answer * ANSWERS, allow_private })
    }

    /// Asks an address.
    pub async fn ask(&self, url: &str) -> Heard {
        let Ok(mut url) = Url::parse(url) else { return Heard::nothing(Standing::Refused) };
        url.set_fragment(None);
        if !self.may_be_asked(&url) {
            return Heard::nothing(Standing::Refused);
        }
        tokio::time::timeout(self.longest, self.follow(url)).await.unwrap_or(Heard::nothing(Standing::Silent))
    }

    /// The web as readers reach it: its two schemes on their own ports, at public hosts.
    fn may_be_asked(&self, url: &Url) -> bool {
        let plain = url.username().is_empty() && url.password().is_none();
        let web = matches!(url.scheme(), "http" | "https") && url.port().is_none();
        let public = web && outward::is_public_host(url);
        plain && (self.allow_private || public)
    }

    async fn follow(&self, mut url: Url) -> Heard {
        let mut moved = false;
        for _ in 0..MOST_HOPS {
            let answer = match self.look(&url).await {
                Ok(answer) => answer,
                Err(error) => return Heard::nothing(meaning(&error)),
            };
            let status = answer.status();
            let target = answer.headers().get(LOCATION).filter(|_| status.is_redirection());
            let Some(target) = target else {
                return Heard { standing: Standing::of(status, moved), status: Some(status.as_u16()) };
            };
            let next = target.to_str().ok().and_then(|target| url.join(target).ok());
            let Some(next) = next.filter(|next| *next != url && self.may_be_asked(next)) else {
                return Heard { standing: Standing::Astray, status: Some(status.as_u16()) };
            };
            moved |= matches!(status, StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT);
            url = next;
        }
        Heard::nothing(Standing::Astray)
    }

    /// Many servers answer a question for the head alone wrongly: what is no good answer
    /// is asked again as a browser asks. The page itself is not read.
    async fn look(&self, url: &Url) -> Result<Response, reqwest::Error> {
        match self.http.request(Method::HEAD, url.clone()).send().await {
            Ok(answer) if answer.status().is_success() || answer.status().is_redirection() => Ok(answer),
            Err(error) if error.is_connect() => Err(error),
            _ => self.http.get(url.clone()).send().await,
        }
    }
}

/// Whether a failure is one of TLS: only that can be told apart for editors.
fn meaning(error: &reqwest::Error) -> Standing {
    let mut cause = error.source();
    while let Some(inner) = cause {
        if is_tls(inner) {
            return Standing::Tls;
        }
        cause = inner.source();
    }
    Standing::Silent
}

/// An input-output error hides what it carries from `source`, and carries another one.
fn is_tls(error: &(dyn std::error::Error + 'static)) -> bool {
    let carried = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    error.is::<rustls::Error>() || carried.is_some_and(|carried| is_tls(carried))
}
