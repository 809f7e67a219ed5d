//! The way to the identity provider and back, and the identities of the
//! demonstration.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, web};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use serde::Deserialize;

use super::identity::{self, Identity, Kind};
use super::oidc::Asked;
use super::session;
use crate::account::{digest, own_page, random_token};
use crate::app::State;
use crate::config::{Config, Mode};
use crate::error::{Error, Result};
use crate::http::{Rate, client_address};
use crate::i18n::Lang;
use crate::permit::entity::sign_in;

/// Ties a sign-in to the browser that began it.
fn browser_name(config: &Config) -> &'static str {
    if config.is_https() { "__Host-safe_sign_in" } else { "safe_sign_in" }
}

/// Minutes that a sign-in may take.
const MINUTES: i64 = 15;

/// Registers the routes. The page that offers them belongs to the permits.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::scope("/permits/sign-in")
            .wrap(actix_web::middleware::from_fn(crate::http::sign_ins))
            .route("/official", web::get().to(official))
            .route("/back", web::get().to(back))
            .route("/demo", web::post().to(demo)),
    );
}

/// Where somebody wanted to go.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct To {
    /// An address of the files.
    pub to: String,
    /// Language of the page.
    pub lang: String,
}

impl To {
    fn lang(&self) -> Lang {
        Lang::parse(&self.lang).filter(|lang| Lang::office().contains(lang)).unwrap_or(Lang::FR)
    }

    /// The address, when it is one of the files'; else the list of files.
    #[must_use]
    pub fn address(&self) -> String {
        let home = format!("/{}/permits/apply/", self.lang());
        let inside = Lang::office().iter().any(|lang| {
            let start = format!("/{lang}/permits/apply/");
            self.to.starts_with(&start) && !self.to.starts_with(&format!("{start}sign-in"))
        });
        let plain = self.to.len() < 300
            && !self.to.contains("//")
            && self.to.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-_.".contains(&b));
        if inside && plain { self.to.clone() } else { home }
    }
}

fn see_other(to: impl Into<String>) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, to.into()))
        .insert_header(("cache-control", "no-store"))
        .finish()
}

fn browser_cookie(state: &State, value: Option<String>) -> Cookie<'static> {
    let config = &state.config;
    // A name that binds it to the host, so that no neighbour can put its own there, asks for
    // the whole host; it lives for a quarter of an hour.
    let path = if config.is_https() { "/" } else { "/permits/sign-in" };
    let mut cookie = Cookie::build(browser_name(config), value.clone().unwrap_or_default())
        .path(path)
        .http_only(true)
        // Lax: the provider leads back here from its own site.
        .same_site(SameSite::Lax)
        .secure(config.is_https())
        .finish();
    if value.is_none() {
        cookie.make_removal();
    }
    cookie
}

fn add(response: &mut HttpResponse, cookie: &Cookie<'_>) -> Result<()> {
    response.add_cookie(cookie).map_err(|error| Error::Internal(error.into()))
}

/// To the provider.
async fn official(state: web::Data<State>, request: HttpRequest, to: web::Query<To>) -> Result<HttpResponse> {
    let provider = state.permits.provider.as_ref().ok_or(Error::NotFound)?;
    // It keeps a row, so it costs what an attempt costs, although it is a GET.
    let client = client_address(&request, &state.config.http.trusted_proxies);
    state.limiter.check(Rate::SignIn, client)?;
    let (browser, oidc_state, nonce, verifier) =
        (random_token()?, random_token()?, random_token()?, random_token()?);
    let now_ms = state.clock.now_ms();
    let asked = Asked { state: &oidc_state, nonce: &nonce, verifier: &verifier };
    let address = provider.address(&asked, to.lang().code(), now_ms).await.map_err(|error| {
        tracing::error!(error = format!("{error:#}"), "the identity provider does not answer");
        Error::Unavailable
    })?;
    let row = sign_in::ActiveModel {
        state_hash: Set(digest(&oidc_state)),
        browser_hash: Set(digest(&browser)),
        nonce: Set(nonce.clone()),
        verifier: Set(verifier.clone()),
        return_to: Set(to.address()),
        expires_at_ms: Set(now_ms + MINUTES * 60_000),
    };
    row.insert(&state.db).await?;
    let mut response = see_other(address);
    add(&mut response, &browser_cookie(&state, Some(browser)))?;
    Ok(response)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Answer {
    code: String,
    state: String,
    error: String,
}

/// Back from the provider.
async fn back(
    state: web::Data<State>,
    request: HttpRequest,
    answer: web::Query<Answer>,
) -> Result<HttpResponse> {
    let provider = state.permits.provider.as_ref().ok_or(Error::NotFound)?;
    let browser = request.cookie(browser_name(&state.config)).map(|cookie| digest(cookie.value()));
    let now_ms = state.clock.now_ms();
    let row = sign_in::Entity::find_by_id(digest(&answer.state)).one(&state.db).await?;
    // Only the browser that began may end it; a stranger's link signs nobody in.
    let Some(row) = row.filter(|row| Some(&row.browser_hash) == browser.as_ref()) else {
        return Ok(see_other("/fr/permits/apply/sign-in?note=again"));
    };
    let taken = sign_in::Entity::delete_many()
        .filter(sign_in::Column::StateHash.eq(&row.state_hash))
        .exec(&state.db)
        .await?;
    let lang = row.return_to.split('/').nth(1).unwrap_or("fr").to_owned();
    let again = |note: &str| format!("/{lang}/permits/apply/sign-in?note={note}&to={}", row.return_to);
    if taken.rows_affected == 0 || row.expires_at_ms <= now_ms {
        return Ok(see_other(again("again")));
    }
    if !answer.error.is_empty() || answer.code.is_empty() {
        return Ok(see_other(again("cancelled")));
    }
    let asked = Asked { state: &answer.state, nonce: &row.nonce, verifier: &row.verifier };
    match provider.person(&answer.code, &asked, now_ms).await {
        Ok(identity) => {
            let mut response = welcome(&state, &request, &identity, &row.return_to).await?;
            add(&mut response, &browser_cookie(&state, None))?;
            Ok(response)
        }
        Err(error) => {
            // The chain names what did not fit, never what the provider said.
            tracing::warn!(error = format!("{error:#}"), "a sign-in was refused");
            Ok(see_other(again("refused")))
        }
    }
}

async fn welcome(
    state: &State,
    request: &HttpRequest,
    identity: &Identity,
    to: &str,
) -> Result<HttpResponse> {
    let person = identity::take_up(state, identity).await?;
    if let Some(old) = session::token(request) {
        session::end(state, &old).await?;
    }
    let token = session::begin(state, &person, &identity.assurance).await?;
    let mut response = see_other(to);
    for cookie in session::cookies(&state.config, Some(&token)) {
        add(&mut response, &cookie)?;
    }
    Ok(response)
}

#[derive(Deserialize)]
struct Demo {
    #[serde(default)]
    who: usize,
    #[serde(flatten)]
    to: To,
}

/// Signs an identity of the demonstration in; it exists in demonstration mode alone.
async fn demo(state: web::Data<State>, request: HttpRequest, form: web::Form<Demo>) -> Result<HttpResponse> {
    if state.config.mode != Mode::Demo || !state.config.identity.demo {
        return Err(Error::NotFound);
    }
    if !own_page(&request, &state) {
        return Err(Error::Forbidden("other-site"));
    }
    let who = crate::demo::CITIZENS.get(form.who).ok_or(Error::NotFound)?;
    let identity = Identity {
        issuer: "demo".to_owned(),
        subject: who.subject.to_owned(),
        kind: Kind::Demo,
        family_name: who.family_name.to_owned(),
        given_names: who.given_names.to_owned(),
        national_number: Some(who.national_number.to_owned()),
        email: Some(format!("{}@demo.invalid", who.subject)),
        lang: Some(form.to.lang().code().to_owned()),
        assurance: "demo".to_owned(),
    };
    welcome(&state, &request, &identity, &form.to.address()).await
}

/// Ends the session of a request; the answer leads to `to` and takes the cookie away.
///
/// # Errors
/// The database does not answer.
pub async fn leave(state: &State, request: &HttpRequest, to: &str) -> Result<HttpResponse> {
    if let Some(token) = session::token(request) {
        session::end(state, &token).await?;
    }
    let mut response = see_other(to);
    for cookie in session::cookies(&state.config, None) {
        add(&mut response, &cookie)?;
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_is_led_to_pages_of_the_files_alone() {
        let to = |to: &str| To { to: to.to_owned(), lang: "nl".to_owned() }.address();
        for bad in [
            "",
            "https://evil.example/",
            "//evil.example",
            "/nl/permits/apply/sign-in",
            "/nl/",
            "/nl/permits/apply/x?y",
            "/nl/permits/apply//evil.example",
        ] {
            assert_eq!(to(bad), "/nl/permits/apply/", "{bad}");
        }
        assert_eq!(to("/fr/permits/apply/0198-a/name"), "/fr/permits/apply/0198-a/name");
    }
}
