//! The way to the identity provider and back, and the identities of the
//! demonstration.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, web};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use serde::Deserialize;

use super::identity::{self, Identity, Kind};
use super::oidc::Asked;
use super::{SIGN_IN, session};
use crate::account::{digest, own_page, random_token};
use crate::app::State;
use crate::config::{Config, Mode};
use crate::error::{Error, Result};
use crate::http::{Rate, Reader, client_address};
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
        web::scope(SIGN_IN)
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
    /// Where a browser wanted to go that is back without a sign-in: as its cookie says, else to
    /// the files, in the language that it asks for.
    fn of_browser(request: &HttpRequest, begun: Option<&Begun>) -> Self {
        let to = begun.map(|begun| begun.to.clone()).unwrap_or_default();
        let lang = Reader::header(request).map_or_else(String::new, |lang| lang.code().to_owned());
        Self { to, lang }
    }

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

/// What the cookie of a browser says that began a sign-in.
struct Begun {
    /// The token, the same for every tab: the first answer of the provider does not end the
    /// sign-in of the others.
    token: String,
    /// Where the last tab wanted to go.
    to: String,
}

impl Begun {
    fn of(request: &HttpRequest, config: &Config) -> Option<Self> {
        let cookie = request.cookie(browser_name(config))?;
        // A token has no slash, an address begins with one.
        let (token, to) = cookie.value().split_at(cookie.value().find('/')?);
        (token.len() == TOKEN).then(|| Self { token: token.to_owned(), to: to.to_owned() })
    }
}

/// Characters of a token.
const TOKEN: usize = 43;

fn browser_cookie(state: &State, begun: Option<&Begun>) -> Cookie<'static> {
    let config = &state.config;
    let value = begun.map(|begun| format!("{}{}", begun.token, begun.to));
    // A name that binds it to the host, so that no neighbour can put its own there, asks for
    // the whole host.
    let path = if config.is_https() { "/" } else { SIGN_IN };
    let mut cookie = Cookie::build(browser_name(config), value.unwrap_or_default())
        .path(path)
        .http_only(true)
        // Lax: the provider leads back here from its own site.
        .same_site(SameSite::Lax)
        .secure(config.is_https())
        .max_age(Duration::minutes(MINUTES) + Duration::milliseconds(session::LATE_MS))
        .finish();
    if begun.is_none() {
        cookie.make_removal();
    }
    cookie
}

/// Remembers that somebody has left: a provider that still knows them asks again.
fn left_name(config: &Config) -> &'static str {
    if config.is_https() { "__Secure-safe_left" } else { "safe_left" }
}

fn left_cookie(state: &State, is_left: bool) -> Cookie<'static> {
    let config = &state.config;
    let mut cookie = Cookie::build(left_name(config), if is_left { "yes" } else { "" })
        .path(SIGN_IN)
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(config.is_https())
        .max_age(Duration::days(1))
        .finish();
    if !is_left {
        cookie.make_removal();
    }
    cookie
}

fn has_left(request: &HttpRequest, config: &Config) -> bool {
    request.cookie(left_name(config)).is_some_and(|cookie| cookie.value() == "yes")
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
    let token = match Begun::of(&request, &state.config) {
        Some(begun) => begun.token,
        None => random_token()?,
    };
    let begun = Begun { token, to: to.address() };
    let (oidc_state, nonce, verifier) = (random_token()?, random_token()?, random_token()?);
    let now_ms = state.clock.now_ms();
    let anew = has_left(&request, &state.config);
    let asked = Asked { state: &oidc_state, nonce: &nonce, verifier: &verifier };
    let address = provider.address(&asked, to.lang().code(), anew, now_ms).await.map_err(|error| {
        tracing::error!(error = format!("{error:#}"), "the identity provider does not answer");
        Error::Unavailable
    })?;
    let row = sign_in::ActiveModel {
        state_hash: Set(digest(&oidc_state)),
        browser_hash: Set(digest(&begun.token)),
        nonce: Set(nonce.clone()),
        verifier: Set(verifier.clone()),
        return_to: Set(begun.to.clone()),
        expires_at_ms: Set(now_ms + MINUTES * 60_000),
    };
    row.insert(&state.db).await?;
    let mut response = see_other(address);
    add(&mut response, &browser_cookie(&state, Some(&begun)))?;
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
    let begun = Begun::of(&request, &state.config);
    let browser = begun.as_ref().map(|begun| digest(&begun.token));
    let now_ms = state.clock.now_ms();
    let row = sign_in::Entity::find_by_id(digest(&answer.state)).one(&state.db).await?;
    // Only the browser that began may end it; a stranger's link signs nobody in.
    let Some(row) = row.filter(|row| Some(&row.browser_hash) == browser.as_ref()) else {
        return Ok(again(&To::of_browser(&request, begun.as_ref()).address(), "again"));
    };
    let taken = sign_in::Entity::delete_many()
        .filter(sign_in::Column::StateHash.eq(&row.state_hash))
        .exec(&state.db)
        .await?;
    if taken.rows_affected == 0 || row.expires_at_ms <= now_ms {
        return Ok(again(&row.return_to, "again"));
    }
    if !answer.error.is_empty() || answer.code.is_empty() {
        return Ok(again(&row.return_to, "cancelled"));
    }
    let asked = Asked { state: &answer.state, nonce: &row.nonce, verifier: &row.verifier };
    match provider.person(&answer.code, &asked, now_ms).await {
        Ok(identity) => {
            let mut response = welcome(&state, &request, &identity, &row.return_to).await?;
            add(&mut response, &left_cookie(&state, false))?;
            Ok(response)
        }
        Err(error) => {
            // The chain names what did not fit, never what the provider said.
            tracing::warn!(error = format!("{error:#}"), "a sign-in was refused");
            Ok(again(&row.return_to, "refused"))
        }
    }
}

/// Back to the page of the sign-in, from which it leads on to the same place.
fn again(to: &str, note: &str) -> HttpResponse {
    let lang = to.split('/').nth(1).unwrap_or("fr");
    see_other(format!("/{lang}/permits/apply/sign-in?note={note}&to={to}"))
}

async fn welcome(
    state: &State,
    request: &HttpRequest,
    identity: &Identity,
    to: &str,
) -> Result<HttpResponse> {
    let person = identity::take_up(state, identity).await?;
    if let Some(old) = session::token(request) {
        session::give_way(state, &old, person.id).await?;
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

/// Ends the session of a request; the answer leads to `to` and takes the cookies away. The next
/// sign-in begins at the provider from the beginning, whoever sits there then.
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
    add(&mut response, &browser_cookie(state, None))?;
    add(&mut response, &left_cookie(state, true))?;
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
