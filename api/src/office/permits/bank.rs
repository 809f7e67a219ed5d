//! `/office/permits-payments`: bank files.

use actix_multipart::Multipart;
use actix_web::{HttpResponse, web};
use askama::Template;
use futures_util::StreamExt;

use crate::account::{Role, Staff};
use crate::app::State;
use crate::error::{Error, Result};
use crate::office::faults::Wrongs;
use crate::office::frame::{Frame, Section, answer, refused};
use crate::permit::desk::{self, Taken};

/// Most bytes of an upload.
const MOST_BYTES: usize = safe_casework::coda::MOST_BYTES;

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(web::resource("/permits-payments").route(web::get().to(show)).route(web::post().to(take)));
}

#[derive(Template)]
#[template(path = "office/permits/bank.html")]
struct Page {
    f: Frame,
    taken: Option<Taken>,
    /// What is wrong with the file.
    error: Option<String>,
    wrongs: Wrongs,
}

fn page(state: &State, staff: &Staff) -> Page {
    let here = "/office/permits-payments";
    Page {
        f: Frame::new(state, staff, Section::Permits, "office-permit-bank", here),
        taken: None,
        error: None,
        wrongs: Wrongs::default(),
    }
}

async fn show(state: web::Data<State>, staff: Staff) -> Result<HttpResponse> {
    staff.must(&[Role::WeaponsClerk])?;
    answer(staff.person.lang, &page(&state, &staff))
}

async fn take(state: web::Data<State>, staff: Staff, mut form: Multipart) -> Result<HttpResponse> {
    staff.must(&[Role::WeaponsClerk])?;
    let (mut csrf, mut file, mut left) = (Vec::new(), Vec::new(), MOST_BYTES);
    let bad = |_| Error::invalid("form", "form");
    while let Some(part) = form.next().await {
        let mut part = part.map_err(bad)?;
        let name = part.name().unwrap_or_default().to_owned();
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(bad)?;
            left = left.checked_sub(chunk.len()).ok_or(Error::TooLarge)?;
            match name.as_str() {
                "csrf" => csrf.extend_from_slice(&chunk),
                "file" => file.extend_from_slice(&chunk),
                _ => {}
            }
        }
    }
    if !staff.wrote(&csrf) {
        return Err(Error::Forbidden("form-expired"));
    }
    let lang = staff.person.lang;
    match desk::take_statement(&state, &staff.person, &file).await {
        Ok(taken) => answer(lang, &Page { taken: Some(taken), ..page(&state, &staff) }),
        Err(Error::Invalid(faults)) => {
            let wrongs = Wrongs::plain(&faults, lang);
            let error = wrongs.at("file", &lang.text("office-permit-bank-file"));
            refused(lang, &Page { error, wrongs, ..page(&state, &staff) })
        }
        Err(error) => Err(error),
    }
}
