//! OpenID Connect: code flow with PKCE (RFC 7636), `state` and `nonce`, against
//! the provider of the settings (CSAM's FAS, or any other that speaks it).

use std::time::Duration;

use anyhow::{Context, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use secrecy::ExposeSecret;
use serde::Deserialize;

use super::discovery::{Discovery, fetch};
use super::identity::Identity;
use super::jws::{Claims, text};
use crate::config;

/// Clocks of two machines may differ by this much.
const LEEWAY_S: i64 = 120;

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
    discovery: Discovery,
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
        let discovery = Discovery::new(settings.issuer.clone(), http.clone());
        Ok(Some(Self { settings, back, http, discovery }))
    }

    /// Where the browser goes to sign in. With `anew` the provider asks who it is even if it
    /// believes to know.
    ///
    /// # Errors
    /// The provider does not answer.
    pub(super) async fn address(
        &self,
        asked: &Asked<'_>,
        lang: &str,
        anew: bool,
        now_ms: i64,
    ) -> anyhow::Result<String> {
        let known = self.discovery.known(now_ms, false).await?;
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
        if anew {
            pairs.push(("prompt", "login"));
        }
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
        let known = self.discovery.known(now_ms, false).await?;
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
        let (_, body) = fetch(request).await.context("the code")?;
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
        let known = self.discovery.known(now_ms, false).await?;
        let claims = match known.keys.claims(token) {
            Ok(claims) => claims,
            Err(_) => self.discovery.known(now_ms, true).await?.keys.claims(token)?,
        };
        ensure!(text(&claims, "iss") == Some(&known.document.issuer), "the token is of another provider");
        ensure!(is_for(&claims, &self.settings.client_id), "the token is for somebody else");
        Ok(claims)
    }

    /// What the provider knows of the person; signed, unless the settings say
    /// that this provider does not sign.
    async fn info(&self, access: &str, subject: &str, now_ms: i64) -> anyhow::Result<Claims> {
        let known = self.discovery.known(now_ms, false).await?;
        let request = self.http.get(&known.document.userinfo_endpoint).bearer_auth(access);
        let (kind, body) = fetch(request).await.context("the person")?;
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
}
