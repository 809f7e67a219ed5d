//! The applicant's pages: server-rendered, one thing per page, no script needed.
//!
//! - `sheet`: what every page is made of and how it is poured into the portal;
//! - `words`: days, times, names of states;
//! - `field`: parts of forms; `wrong`: what is wrong with them;
//! - `mark`: how files and permits are marked; `reader`: words for whoever reads a file;
//! - one file per page.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::middleware::{Next, from_fn};
use actix_web::{HttpResponse, web};

use crate::account::citizen::session;
use crate::http::citizen_writes;

mod acquired;
mod begin;
mod check;
mod clock;
mod company;
mod consent;
mod decided;
mod document;
mod fee;
pub(crate) mod field;
mod home;
mod listing;
mod mandates;
mod mark;
mod notice;
mod opened;
mod permit;
mod question;
mod reader;
mod row;
mod sheet;
mod sign_in;
mod status;
mod tasks;
mod upload;
pub(crate) mod words;

pub(crate) use mark::permit_tag;
mod wrong;

/// Registers the pages.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::scope("/{lang:fr|nl|en|de}/permits/apply")
            .wrap(from_fn(to_sign_in))
            .wrap(from_fn(citizen_writes))
            .configure(sign_in::configure)
            .configure(consent::configure)
            .configure(decided::configure)
            .configure(permit::configure)
            .configure(mandates::configure)
            .configure(company::configure)
            .configure(begin::configure)
            .configure(home::configure)
            .configure(question::configure)
            .configure(row::configure)
            .configure(document::configure)
            .configure(check::configure)
            .configure(fee::configure)
            .configure(notice::configure)
            .configure(tasks::configure),
    );
}

/// Leads somebody without a session to the sign-in, and back to the page they
/// were on: a form that was sent meanwhile is not lost, its page is there again.
async fn to_sign_in<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    let response = next.call(request).await?;
    if response.status() != StatusCode::UNAUTHORIZED {
        return Ok(response.map_into_left_body());
    }
    // Only who was signed in before is told that this is over.
    let note = if session::token(response.request()).is_some() { "ended" } else { "first" };
    let answer = lead_to_sign_in(response.request().path(), note);
    Ok(response.into_response(answer).map_into_right_body())
}

fn lead_to_sign_in(path: &str, note: &str) -> HttpResponse {
    let lang = path.split('/').nth(1).unwrap_or("fr");
    see_other(format!("/{lang}/permits/apply/sign-in?note={note}&to={}", shown(path)))
}

/// The page on which somebody pressed a button whose own address is no page.
fn shown(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        [.., _, "submit"] => format!("{}/check", parts[..parts.len() - 1].join("/")),
        [.., "row", _, "remove"] => parts[..parts.len() - 3].join("/"),
        [.., "file", _, "remove"] => format!("{}/", parts[..parts.len() - 3].join("/")),
        [.., "mandates", _, "give-back"] => parts[..parts.len() - 2].join("/"),
        [.., "sign-out"] => format!("{}/", parts[..parts.len() - 1].join("/")),
        _ => path.to_owned(),
    }
}

/// Sends the browser on after a form was taken.
fn see_other(to: impl Into<String>) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, to.into()))
        .insert_header(("cache-control", "no-store"))
        .finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_leads_back_to_a_page() {
        for (button, page) in [
            ("0198-a/submit", "0198-a/check"),
            ("0198-a/page/weapons-wanted/row/4f/remove", "0198-a/page/weapons-wanted"),
            ("0198-a/file/0198-b/remove", "0198-a/"),
            ("mandates/0198-c/give-back", "mandates"),
            ("sign-out", ""),
            ("0198-a/page/name", "0198-a/page/name"),
            ("0198-a/page/weapons-wanted/row/new", "0198-a/page/weapons-wanted/row/new"),
            ("0198-a/withdraw", "0198-a/withdraw"),
        ] {
            let start = "/fr/permits/apply";
            assert_eq!(shown(&format!("{start}/{button}")), format!("{start}/{page}"), "{button}");
        }
    }
}
