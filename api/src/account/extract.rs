//! Proof, as arguments of a handler, of who is asking and what they may do.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::ORIGIN;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use serde::de::DeserializeOwned;

use super::session::{self, Stage};
use super::{Person, Role, token};
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::bearer;

type Later<T> = Pin<Box<dyn Future<Output = Result<T>>>>;

fn state_of(request: &HttpRequest) -> Result<web::Data<State>> {
    request.app_data::<web::Data<State>>().cloned().ok_or(Error::Unavailable)
}

/// The token of the session cookie.
#[must_use]
pub fn session_token(request: &HttpRequest) -> Option<String> {
    let name = session::cookie_name(&request.app_data::<web::Data<State>>()?.config);
    request.cookie(name).map(|cookie| cookie.value().to_owned())
}

/// Whether a request that changes something comes from our own pages.
#[must_use]
pub fn own_page(request: &HttpRequest, state: &State) -> bool {
    if request.method().is_safe() {
        return true;
    }
    if let Some(site) = request.headers().get("sec-fetch-site").and_then(|v| v.to_str().ok())
        && !matches!(site, "same-origin" | "none")
    {
        return false;
    }
    match request.headers().get(ORIGIN).and_then(|value| value.to_str().ok()) {
        None => true,
        Some(origin) => {
            let host = request.connection_info().host().to_owned();
            origin == state.config.http.base_url
                || origin.split_once("://").is_some_and(|(_, rest)| rest == host)
        }
    }
}

/// Whether two secrets are the same, in a time that does not tell where they differ.
fn same(given: impl AsRef<[u8]>, ours: impl AsRef<[u8]>) -> bool {
    verify_slices_are_equal(given.as_ref(), ours.as_ref()).is_ok()
}

async fn person(request: HttpRequest) -> Result<(Person, Option<session::Model>)> {
    let state = state_of(&request)?;
    if let Some(token) = bearer(&request) {
        return Ok((token::person(&state, token).await?, None));
    }
    let cookie = session_token(&request).ok_or(Error::Unauthorised)?;
    if !own_page(&request, &state) {
        return Err(Error::Forbidden("other-site"));
    }
    let open = session::find(&state, &cookie, Stage::Full).await?;
    // A problem on the way is told in the person's language, too.
    request.extensions_mut().insert(open.account.lang());
    Ok((open.person(), Some(open.row)))
}

macro_rules! role {
    ($(#[$doc:meta])* $name:ident, $roles:expr) => {
        $(#[$doc])*
        pub struct $name(pub Person);

        impl FromRequest for $name {
            type Error = Error;
            type Future = Later<Self>;

            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                let request = request.clone();
                Box::pin(async move {
                    let (person, _) = person(request).await?;
                    let roles: &[Role] = $roles;
                    if roles.is_empty() || person.has(roles) {
                        Ok(Self(person))
                    } else {
                        Err(Error::Forbidden("role"))
                    }
                })
            }
        }
    };
}

role!(
    /// Somebody who may write alerts.
    Author,
    &[Role::AlertAuthor]
);
role!(
    /// Somebody who may approve alerts.
    Approver,
    &[Role::AlertApprover]
);
role!(
    /// Somebody who works with alerts.
    AuthorOrApprover,
    &[Role::AlertAuthor, Role::AlertApprover]
);
role!(
    /// Somebody who keeps accounts and settings.
    Administrator,
    &[Role::Administrator]
);

/// Any member of staff with an open session, for pages.
pub struct Staff {
    /// Who.
    pub person: Person,
    /// Token that every form of the page carries.
    pub csrf: String,
    /// When the person showed both factors.
    pub since_ms: i64,
}

impl FromRequest for Staff {
    type Error = Error;
    type Future = Later<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let (person, session) = person(request).await?;
            let session = session.ok_or(Error::Unauthorised)?;
            Ok(Self { person, csrf: session.csrf, since_ms: session.created_at_ms })
        })
    }
}

impl Staff {
    /// Passes only with one of these roles.
    ///
    /// # Errors
    /// The person has none of them.
    pub fn must(&self, roles: &[Role]) -> Result<()> {
        if self.person.has(roles) { Ok(()) } else { Err(Error::Forbidden("role")) }
    }

    /// Whether a form carries the token of this session; how much of it was right is not
    /// told by the time it takes.
    #[must_use]
    pub fn wrote(&self, csrf: &[u8]) -> bool {
        same(csrf, &self.csrf)
    }
}

/// A form of one of our pages: the session's token was in it.
pub struct OfficeForm<T> {
    /// Who sent it.
    pub staff: Staff,
    /// What was filled in.
    pub fields: T,
}

#[derive(serde::Deserialize)]
struct Csrf {
    #[serde(default)]
    csrf: String,
}

impl<T: DeserializeOwned + 'static> FromRequest for OfficeForm<T> {
    type Error = Error;
    type Future = Later<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let body = web::Bytes::from_request(&request, payload);
        Box::pin(async move {
            let (person, session) = person(request).await?;
            let session = session.ok_or(Error::Unauthorised)?;
            let body = body.await.map_err(|_| Error::TooLarge)?;
            let read = |_| Error::invalid("form", "form");
            let given: Csrf = serde_html_form::from_bytes(&body).map_err(read)?;
            if !same(&given.csrf, &session.csrf) {
                return Err(Error::Forbidden("form-expired"));
            }
            let fields = serde_html_form::from_bytes(&body).map_err(read)?;
            let staff = Staff { person, csrf: session.csrf, since_ms: session.created_at_ms };
            Ok(Self { staff, fields })
        })
    }
}
