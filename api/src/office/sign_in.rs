//! `/office/sign-in`: address and password, the first of two steps.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::field::{Field, Kind};
use super::frame::{Frame, answer, refused};
use super::{office_lang, see_other};
use crate::account::session::{self, Stage};
use crate::account::{OfficeForm, own_page, session_token, sign_in};
use crate::app::State;
use crate::config::{Config, Mode};
use crate::error::{Error, Result};
use crate::http::{Reader, client_address};
use crate::i18n::Lang;

/// Registers the page.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(web::resource("").route(web::get().to(show)).route(web::post().to(check)));
}

/// Where somebody wanted to go, passed along through the steps.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct To {
    to: String,
}

impl To {
    /// The address, when it is one of ours.
    pub fn address(&self) -> String {
        let ours = self.to.starts_with("/office/")
            && self.to.len() < 200
            && self.to.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-_.".contains(&b));
        if ours { self.to.clone() } else { "/office/".to_owned() }
    }
}

/// The sign-in that leads on to a page.
pub(super) fn address(path: &str) -> String {
    match (To { to: path.to_owned() }).address() {
        home if home == "/office/" => "/office/sign-in".to_owned(),
        to => format!("/office/sign-in?to={to}"),
    }
}

/// The cookie of a session; without a token, one that takes it away.
pub(super) fn cookie(config: &Config, token: Option<String>) -> Cookie<'static> {
    // Names that bind a cookie to its host ask for the whole host.
    let path = if config.is_https() { "/" } else { "/office" };
    let mut cookie = Cookie::build(session::cookie_name(config), token.clone().unwrap_or_default())
        .path(path)
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(config.is_https())
        .finish();
    if token.is_none() {
        cookie.make_removal();
    }
    cookie
}

#[derive(Template)]
#[template(path = "office/sign_in.html")]
struct SignIn {
    f: Frame,
    to: String,
    wrong: bool,
    fields: Vec<Field>,
    accounts: Vec<(&'static str, &'static str, String)>,
}

fn view(state: &State, lang: Lang, to: &To, email: &str, wrong: bool) -> SignIn {
    let f = Frame::outside(state, lang, &lang.text("office-sign-in-title"));
    let fields = vec![
        Field::new("email", "email", f.t("office-email")).kind(Kind::Input("email")).value(email).shaped(
            "",
            "email",
            "username webauthn",
        ),
        Field::new("password", "password", f.t("office-password")).kind(Kind::Input("password")).shaped(
            "",
            "",
            "current-password",
        ),
    ];
    let demo = state.config.mode == Mode::Demo;
    let accounts = crate::demo::STAFF
        .iter()
        .filter(|_| demo)
        .map(|(email, name, roles)| {
            let roles: Vec<_> = roles.iter().map(|role| f.t(&format!("role-{role}"))).collect();
            (*email, *name, roles.join(", "))
        })
        .collect();
    SignIn { f, to: to.address(), wrong, fields, accounts }
}

async fn show(
    state: web::Data<State>,
    reader: Reader,
    to: web::Query<To>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    if let Some(token) = session_token(&request)
        && session::find(&state, &token, Stage::Full).await.is_ok()
    {
        return Ok(see_other(to.address()));
    }
    let lang = office_lang(reader.0);
    answer(lang, &view(&state, lang, &to, "", false))
}

#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(flatten)]
    to: To,
}

async fn check(
    state: web::Data<State>,
    reader: Reader,
    request: HttpRequest,
    form: web::Form<Given>,
) -> Result<HttpResponse> {
    if !own_page(&request, &state) {
        return Err(Error::Forbidden("other-site"));
    }
    let lang = office_lang(reader.0);
    let client = client_address(&request, &state.config.http.trusted_proxies);
    let Some(account) = sign_in::password(&state, client, &form.email, &form.password).await? else {
        return refused(lang, &view(&state, lang, &form.to, &form.email, true));
    };
    if let Some(old) = session_token(&request) {
        session::end(&state, &old).await?;
    }
    let token = session::begin(&state, &account, Stage::Second).await?;
    let mut response = see_other(format!("/office/sign-in/code?lang={lang}&to={}", form.to.address()));
    response.add_cookie(&cookie(&state.config, Some(token))).map_err(|e| Error::Internal(e.into()))?;
    Ok(response)
}

#[derive(Deserialize)]
struct Nothing {}

/// `/office/sign-out`: the session ends at once.
#[actix_web::post("/sign-out")]
pub(super) async fn sign_out(
    state: web::Data<State>,
    request: HttpRequest,
    form: OfficeForm<Nothing>,
) -> Result<HttpResponse> {
    let lang = form.staff.person.lang;
    if let Some(token) = session_token(&request) {
        sign_in::leave(&state, &token).await?;
    }
    let mut response = see_other(format!("/office/sign-in?lang={lang}"));
    response.add_cookie(&cookie(&state.config, None)).map_err(|e| Error::Internal(e.into()))?;
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_led_to() {
        for bad in ["", "https://evil.example/", "//evil.example", "/office/?y", "/fr/", "/office/\r\nx"] {
            assert_eq!(To { to: bad.to_owned() }.address(), "/office/", "{bad}");
        }
        let good = "/office/alerts/0198-abc";
        assert_eq!(To { to: good.to_owned() }.address(), good);
    }

    #[test]
    fn the_cookie_is_for_the_server_and_its_own_pages_only() {
        let mut config = Config::load(None).expect("defaults");
        config.http.base_url = "https://safe.example".to_owned();
        let text = cookie(&config, Some("x".to_owned())).to_string();
        assert!(text.starts_with("__Host-safe_office=x;"), "{text}");
        for part in ["HttpOnly", "SameSite=Strict", "Secure"] {
            assert!(text.contains(part), "{text}");
        }
        // Browsers take a cookie of this name only so.
        assert!(text.ends_with("Path=/") || text.contains("Path=/;"), "{text}");
        assert!(!text.contains("Domain"), "{text}");
        config.http.base_url = "http://localhost:8080".to_owned();
        let text = cookie(&config, None).to_string();
        assert!(text.starts_with("safe_office=;") && text.contains("Path=/office"), "{text}");
    }
}
