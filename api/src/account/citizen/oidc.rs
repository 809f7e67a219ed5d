//! OpenID Connect: code flow with PKCE (RFC 7636), `state` and `nonce`, against
//! the provider of the settings (CSAM's FAS, or any other that speaks it).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use secrecy::ExposeSecret;
use serde::Deserialize;

use super::identity::Identity;
use super::jws::{Claims, KeySet, text};
use crate::config;

/// Largest answer of a provider that is read.
const MOST_BYTES: usize = 512 * 1024;
/// How long its document and keys are believed.
const FRESH_MS: i64 = 3_600_000;
/// How long a provider that did not answer is left alone.
const PAUSE: Duration = Duration::from_secs(10);
/// Clocks of two machines may differ by this much.
const LEEWAY_S: i64 = 120;

/// What a provider says of itself (OpenID Connect Discovery 1.0).
#[derive(Debug, Clone, Deserialize)]
struct Document {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    userinfo_endpoint: String,
    jwks_uri: String,
}

struct Known {
    document: Document,
    keys: KeySet,
    read_at_ms: i64,
}

#[derive(Deserialize)]
struct Tokens {
    access_token: String,
    id_token: String,
}

/// The provider of the settings.
pub struct Provider {
    settings: config::Identity,
    back: String,
    http: reqwest::Client,
    slot: Mutex<Slot>,
    /// Held by the one request that asks the provider for its document.
    turn: tokio::sync::Mutex<()>,
}

/// What was read last, and when reading failed.
#[derive(Default)]
struct Slot {
    known: Option<Arc<Known>>,
    failed: Option<Instant>,
}

impl Slot {
    /// What was read, while it is younger than this.
    fn younger(&self, now_ms: i64, most_ms: i64) -> Option<Arc<Known>> {
        self.known.clone().filter(|known| now_ms - known.read_at_ms < most_ms)
    }
}

/// What one sign-in needs to remember.
pub(super) struct Asked<'a> {
    pub state: &'a str,
    pub nonce: &'a str,
    pub verifier: &'a str,
}

impl Provider {
    /// A provider, when the settings name one.
    ///
    /// # Errors
    /// The client for it cannot be made.
    pub fn new(config: &config::Config) -> anyhow::Result<Option<Self>> {
        let settings = config.identity.clone();
        if settings.issuer.is_empty() {
            return Ok(None);
        }
        let http = reqwest::Client::builder()
            // An answer that leads elsewhere is not the provider's answer.
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(10))
            .https_only(!settings.allow_http)
            .build()
            .context("the client for sign-ins")?;
        let back = format!("{}{}", config.http.base_url, super::BACK);
        Ok(Some(Self { settings, back, http, slot: Mutex::default(), turn: tokio::sync::Mutex::new(()) }))
    }

    async fn fetch(&self, request: reqwest::RequestBuilder) -> anyhow::Result<(Option<String>, Vec<u8>)> {
        let mut response = request.send().await.map_err(reqwest::Error::without_url)?;
        ensure!(response.status().is_success(), "the provider answered {}", response.status().as_u16());
        let kind = response.headers().get("content-type").and_then(|v| v.to_str().ok()).map(str::to_owned);
        let mut body = Vec::new();
        while let Some(piece) = response.chunk().await.map_err(reqwest::Error::without_url)? {
            ensure!(body.len() + piece.len() <= MOST_BYTES, "the provider's answer is too long");
            body.extend_from_slice(&piece);
        }
        Ok((kind, body))
    }

    /// Document and keys, read anew when they are old or `anew` is asked for. One request
    /// asks the provider; the others wait for its answer and share it, also when it is a failure:
    /// a provider that is down holds nobody longer than it holds the first.
    async fn known(&self, now_ms: i64, anew: bool) -> anyhow::Result<Arc<Known>> {
        // Unknown keys make us look again, but not at the pace of an attacker.
        let most_ms = if anew { 30_000 } else { FRESH_MS };
        if let Some(known) = self.slot().younger(now_ms, most_ms) {
            return Ok(known);
        }
        let _turn = match self.turn.try_lock() {
            Ok(turn) => turn,
            Err(_) => {
                // Somebody asks at this moment; what is only a little old serves meanwhile.
                let old = self.slot().younger(now_ms, 2 * FRESH_MS).filter(|_| !anew);
                if let Some(known) = old {
                    return Ok(known);
                }
                self.turn.lock().await
            }
        };
        {
            let slot = self.slot();
            if let Some(known) = slot.younger(now_ms, most_ms) {
                return Ok(known);
            }
            let lately = slot.failed.is_some_and(|failed| failed.elapsed() < PAUSE);
            ensure!(!lately, "the provider did not answer a moment ago");
        }
        let read = self.read(now_ms).await.map(Arc::new);
        let mut slot = self.slot();
        match read {
            Ok(known) => {
                *slot = Slot { known: Some(known.clone()), failed: None };
                Ok(known)
            }
            Err(error) => {
                slot.failed = Some(Instant::now());
                Err(error)
            }
        }
    }

    fn slot(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the provider for its document and keys.
    async fn read(&self, now_ms: i64) -> anyhow::Result<Known> {
        let address =
            format!("{}/.well-known/openid-configuration", self.settings.issuer.trim_end_matches('/'));
        let (_, body) = self.fetch(self.http.get(address)).await?;
        let document: Document = serde_json::from_slice(&body).context("the provider's document")?;
        ensure!(document.issuer == self.settings.issuer, "the provider calls itself something else");
        let (_, body) = self.fetch(self.http.get(&document.jwks_uri)).await?;
        let keys = serde_json::from_slice(&body).context("the provider's keys")?;
        Ok(Known { document, keys, read_at_ms: now_ms })
    }

    /// Where the browser goes to sign in.
    ///
    /// # Errors
    /// The provider does not answer.
    pub(super) async fn address(&self, asked: &Asked<'_>, lang: &str, now_ms: i64) -> anyhow::Result<String> {
        let known = self.known(now_ms, false).await?;
        let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, asked.verifier.as_bytes());
        let challenge = URL_SAFE_NO_PAD.encode(digest);
        let mut pairs = vec![
            ("response_type", "code"),
            ("client_id", &self.settings.client_id),
            ("redirect_uri", &self.back),
            ("scope", &self.settings.scopes),
            ("state", asked.state),
            ("nonce", asked.nonce),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
            ("ui_locales", lang),
        ];
        if !self.settings.acr_values.is_empty() {
            pairs.push(("acr_values", &self.settings.acr_values));
        }
        let query = serde_html_form::to_string(pairs)?;
        let mark = if known.document.authorization_endpoint.contains('?') { '&' } else { '?' };
        Ok(format!("{}{mark}{query}", known.document.authorization_endpoint))
    }

    /// Turns a code into a person.
    ///
    /// # Errors
    /// The provider refuses the code, or anything it says does not fit.
    pub(super) async fn person(
        &self,
        code: &str,
        asked: &Asked<'_>,
        now_ms: i64,
    ) -> anyhow::Result<Identity> {
        let known = self.known(now_ms, false).await?;
        let secret = self.settings.client_secret.expose_secret();
        let pairs = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &self.back),
            ("code_verifier", asked.verifier),
            ("client_id", &self.settings.client_id),
        ];
        let request = self
            .http
            .post(&known.document.token_endpoint)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", "application/json")
            .header("authorization", basic(&self.settings.client_id, secret)?)
            .body(serde_html_form::to_string(pairs)?);
        let (_, body) = self.fetch(request).await.context("the code")?;
        let tokens: Tokens = serde_json::from_slice(&body).context("the provider's tokens")?;
        let id = self.checked(&tokens.id_token, now_ms).await?;
        ensure!(text(&id, "nonce") == Some(asked.nonce), "the nonce is another");
        let exp = id.get("exp").and_then(serde_json::Value::as_i64).context("a token without an end")?;
        ensure!(exp + LEEWAY_S > now_ms / 1000, "the token is over");
        let subject = text(&id, "sub").context("a token without a person")?;
        let info = self.info(&tokens.access_token, subject, now_ms).await?;
        let level =
            text(&id, "acr").or_else(|| text(&info, "acr")).or_else(|| text(&info, "assurance_level"));
        self.strong_enough(level)?;
        self.identity(subject, level.unwrap_or_default(), &info)
    }

    /// A sign-in of a lower level than asked for is no sign-in.
    fn strong_enough(&self, level: Option<&str>) -> anyhow::Result<()> {
        let accepted = &self.settings.acr_values;
        let enough =
            accepted.is_empty() || level.is_some_and(|level| accepted.split(' ').any(|one| one == level));
        ensure!(enough, "the level of the sign-in is too low");
        Ok(())
    }

    /// Signature, issuer and audience of a token.
    async fn checked(&self, token: &str, now_ms: i64) -> anyhow::Result<Claims> {
        let known = self.known(now_ms, false).await?;
        let claims = match known.keys.claims(token) {
            Ok(claims) => claims,
            Err(_) => self.known(now_ms, true).await?.keys.claims(token)?,
        };
        ensure!(text(&claims, "iss") == Some(&known.document.issuer), "the token is of another provider");
        ensure!(is_for(&claims, &self.settings.client_id), "the token is for somebody else");
        Ok(claims)
    }

    /// What the provider knows of the person; signed, unless the settings say
    /// that this provider does not sign.
    async fn info(&self, access: &str, subject: &str, now_ms: i64) -> anyhow::Result<Claims> {
        let known = self.known(now_ms, false).await?;
        let request = self.http.get(&known.document.userinfo_endpoint).bearer_auth(access);
        let (kind, body) = self.fetch(request).await.context("the person")?;
        let signed = kind.is_some_and(|kind| kind.starts_with("application/jwt"));
        let claims = if signed {
            self.checked(std::str::from_utf8(&body)?, now_ms).await?
        } else if self.settings.signed_userinfo {
            bail!("what the provider says of the person is not signed")
        } else {
            serde_json::from_slice(&body).context("what the provider says of the person")?
        };
        ensure!(text(&claims, "sub") == Some(subject), "that is another person");
        Ok(claims)
    }

    fn identity(&self, subject: &str, level: &str, info: &Claims) -> anyhow::Result<Identity> {
        let claims = &self.settings.claims;
        let take =
            |name: &str| text(info, name).map(|text| text.trim().chars().take(200).collect::<String>());
        let national_number = take(&claims.national_number)
            .map(|number| number.chars().filter(char::is_ascii_digit).collect::<String>());
        Ok(Identity {
            issuer: self.settings.issuer.clone(),
            subject: subject.chars().take(250).collect(),
            kind: super::identity::Kind::Official,
            family_name: take(&claims.family_name).context("the provider gives no name")?,
            given_names: take(&claims.given_names).unwrap_or_default(),
            national_number,
            email: take(&claims.mail).filter(|mail| mail.contains('@')),
            lang: take(&claims.language),
            assurance: level.to_owned(),
        })
    }
}

/// Whether a token is made for us (OpenID Connect Core 1.0, section 3.1.3.7, points 3 to 5): one
/// for several must also say that it was given to us.
fn is_for(claims: &Claims, client: &str) -> bool {
    let given = claims.get("azp").map(|azp| azp.as_str() == Some(client));
    match claims.get("aud") {
        Some(serde_json::Value::String(one)) => one == client && given != Some(false),
        Some(serde_json::Value::Array(many)) => {
            let named = many.iter().any(|one| one.as_str() == Some(client));
            named && given.unwrap_or(many.len() == 1)
        }
        _ => false,
    }
}

/// `client_secret_basic` (RFC 6749, 2.3.1): both parts are form-encoded first.
fn basic(id: &str, secret: &str) -> anyhow::Result<String> {
    let encoded = |text: &str| -> anyhow::Result<String> {
        let pair = serde_html_form::to_string([("k", text)])?;
        Ok(pair.trim_start_matches("k=").to_owned())
    };
    Ok(format!("Basic {}", STANDARD.encode(format!("{}:{}", encoded(id)?, encoded(secret)?))))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use serde_json::json;

    use super::*;

    #[test]
    fn a_token_for_several_names_the_one_it_was_given_to() {
        let is = |value: serde_json::Value| {
            let claims: Claims = serde_json::from_value(value).expect("claims");
            is_for(&claims, "us")
        };
        assert!(is(json!({ "aud": "us" })) && is(json!({ "aud": ["us"] })));
        assert!(is(json!({ "aud": ["them", "us"], "azp": "us" })));
        for bad in [
            json!({}),
            json!({ "aud": "them" }),
            json!({ "aud": ["them"], "azp": "us" }),
            json!({ "aud": ["them", "us"] }),
            json!({ "aud": ["them", "us"], "azp": "them" }),
            json!({ "aud": "us", "azp": "them" }),
            json!({ "aud": "us", "azp": 1 }),
        ] {
            assert!(!is(bad.clone()), "{bad}");
        }
    }

    #[tokio::test]
    async fn a_provider_that_is_down_is_asked_once() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let asked = Arc::new(AtomicUsize::new(0));
        let mut config = config::Config::load(None).expect("defaults");
        config.identity.issuer = format!("http://{}", listener.local_addr().expect("address"));
        config.identity.allow_http = true;
        let count = asked.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::SeqCst);
                tokio::time::sleep(Duration::from_millis(300)).await;
                drop(stream);
            }
        });
        let provider = Provider::new(&config).expect("a client").expect("a provider");
        let begun = Instant::now();
        let all = futures_util::future::join_all((0..50).map(|_| provider.known(1_000, false))).await;
        assert!(all.iter().all(Result::is_err));
        assert!(provider.known(1_000, true).await.is_err());
        assert!(begun.elapsed() < PAUSE, "nobody waits for the others");
        assert_eq!(asked.load(Ordering::SeqCst), 1);
    }
}
