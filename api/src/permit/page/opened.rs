//! What most pages of a file begin with: their language, who looks, and the file.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use uuid::Uuid;

use super::sheet::lang_of;
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::file::File;

/// A page of a file, by its address: `/{lang}/…/{id}/…`, for somebody who may open it.
pub(super) struct Opened {
    pub lang: Lang,
    pub citizen: Citizen,
    pub file: File,
}

impl FromRequest for Opened {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let state = request.app_data::<web::Data<State>>().cloned();
        let place = request.match_info();
        let lang = lang_of(place.query("lang"));
        let id = place.query("id").parse::<Uuid>();
        let citizen = Citizen::from_request(request, payload);
        Box::pin(async move {
            let (lang, id) = (lang?, id.map_err(|_| Error::NotFound)?);
            let state = state.ok_or(Error::Unavailable)?;
            let citizen = citizen.await?;
            let file = File::open(&state, &citizen, id).await?;
            Ok(Self { lang, citizen, file })
        })
    }
}
