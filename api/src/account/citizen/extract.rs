//! Proof, as arguments of a handler, that a citizen is signed in.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use serde::de::DeserializeOwned;

use super::identity::{self, Kept};
use super::session;
use crate::account::own_page;
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::entity::applicant;

type Later<T> = Pin<Box<dyn Future<Output = Result<T>>>>;

/// Somebody who is signed in.
pub struct Citizen {
    /// The person.
    pub row: applicant::Model,
    /// Token that every form of the page carries.
    pub csrf: String,
    /// Hash of the session, to know what was said in it; empty for a form of another session, so
    /// that what is declared with it is asked again.
    pub session_hash: String,
    /// Whether the session is still open; a handler that takes [`Citizen`] only
    /// ever sees open ones.
    open: bool,
}

impl Citizen {
    /// Whether the identity is one of the state.
    #[must_use]
    pub fn is_official(&self) -> bool {
        self.row.kind == "official"
    }

    /// Names and numbers, opened.
    ///
    /// # Errors
    /// The bytes were altered, or their key is gone.
    pub fn kept(&self, state: &State) -> Result<Kept> {
        identity::kept(state, &self.row)
    }

    /// Whether a form came from a page of this session.
    #[must_use]
    fn wrote(&self, csrf: &str) -> bool {
        verify_slices_are_equal(self.csrf.as_bytes(), csrf.as_bytes()).is_ok()
    }

    /// Takes a form of a page of this session, or of an earlier one of the same person: who
    /// signed in again in another tab has not lost what they filled in here.
    ///
    /// # Errors
    /// [`Error::Forbidden`] `form-expired` when it came from elsewhere.
    pub async fn take(&mut self, state: &State, csrf: &str) -> Result<()> {
        if self.wrote(csrf) {
            return Ok(());
        }
        let mut others = session::tokens_of_forms(state, self.row.id).await?.into_iter();
        if !others.any(|other| verify_slices_are_equal(other.as_bytes(), csrf.as_bytes()).is_ok()) {
            return Err(Error::Forbidden("form-expired"));
        }
        self.session_hash.clear();
        Ok(())
    }
}

async fn citizen(request: HttpRequest) -> Result<Citizen> {
    let state = request.app_data::<web::Data<State>>().cloned().ok_or(Error::Unavailable)?;
    let token = session::token(&request).ok_or(Error::Unauthorised)?;
    if !own_page(&request, &state) {
        return Err(Error::Forbidden("other-site"));
    }
    let (row, person, open) = session::find(&state, &token).await?;
    Ok(Citizen { row: person, csrf: row.csrf, session_hash: row.token_hash, open })
}

impl FromRequest for Citizen {
    type Error = Error;
    type Future = Later<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let citizen = citizen(request).await?;
            if citizen.open { Ok(citizen) } else { Err(Error::Unauthorised) }
        })
    }
}

/// Somebody whose session may just have run out, for a form that comes piece by piece. The
/// same holds as for [`Late`].
pub struct Recent {
    /// Who sends.
    pub citizen: Citizen,
    /// Whether a new sign-in is needed before anything is shown.
    pub is_late: bool,
}

impl FromRequest for Recent {
    type Error = Error;
    type Future = Later<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let citizen = citizen(request).await?;
            let is_late = !citizen.open;
            Ok(Self { citizen, is_late })
        })
    }
}

/// A form of one of our pages, and the fields in the order in which they came.
pub struct CitizenForm<T> {
    /// Who sent it.
    pub citizen: Citizen,
    /// What was filled in.
    pub fields: T,
}

#[derive(serde::Deserialize)]
struct Csrf {
    #[serde(default)]
    csrf: String,
}

async fn form<T: DeserializeOwned>(
    request: HttpRequest,
    body: impl Future<Output = Result<web::Bytes, actix_web::Error>>,
) -> Result<CitizenForm<T>> {
    let state = request.app_data::<web::Data<State>>().cloned().ok_or(Error::Unavailable)?;
    let mut citizen = citizen(request).await?;
    let body = body.await.map_err(|_| Error::TooLarge)?;
    let read = |_| Error::invalid("form", "form");
    let given: Csrf = serde_html_form::from_bytes(&body).map_err(read)?;
    citizen.take(&state, &given.csrf).await?;
    Ok(CitizenForm { citizen, fields: serde_html_form::from_bytes(&body).map_err(read)? })
}

impl<T: DeserializeOwned + 'static> FromRequest for CitizenForm<T> {
    type Error = Error;
    type Future = Later<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let late = Late::<T>::from_request(request, payload);
        Box::pin(async move {
            let late = late.await?;
            if late.is_late { Err(Error::Unauthorised) } else { Ok(late.form) }
        })
    }
}

/// A form whose session may just have run out. Only a handler that saves a
/// person's own words, or ends the session, takes it: nothing is shown to somebody who is late.
pub struct Late<T> {
    /// What came.
    pub form: CitizenForm<T>,
    /// Whether a new sign-in is needed before anything is shown.
    pub is_late: bool,
}

impl<T: DeserializeOwned + 'static> FromRequest for Late<T> {
    type Error = Error;
    type Future = Later<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let body = web::Bytes::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let form: CitizenForm<T> = form(request, body).await?;
            let is_late = !form.citizen.open;
            Ok(Self { form, is_late })
        })
    }
}
