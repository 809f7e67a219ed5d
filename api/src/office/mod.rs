//! The back-office: server-rendered, usable by keyboard, no script needed for
//! any essential step.
//!
//! - `frame`, `field`, `faults`, `words`, `map`: what pages are made of;
//! - one file per page or step, each with its template of the same name.
//!
//! Pages change nothing themselves: `alert::lifecycle` and `account` do, under
//! the same rules as for other systems.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::middleware::{Next, from_fn};
use actix_web::{HttpResponse, web};

use crate::http::sign_ins;
use crate::i18n::Lang;

mod account;
mod accounts;
mod action;
mod alert;
mod audit;
mod compose;
mod dashboard;
mod delivery;
mod faults;
mod feeds;
mod field;
mod frame;
mod help;
mod import;
mod letterbox;
mod links;
mod map;
mod member;
mod noted;
mod permits;
mod reach;
mod rehearsal;
mod requests;
mod sign_in;
mod sign_in_code;
mod sign_in_passkey;
mod versions;
mod words;

pub use frame::frame_plain;

/// Registers the pages of the back-office.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(web::redirect("/office", "/office/")).service(
        web::scope("/office")
            .wrap(from_fn(to_sign_in))
            .configure(sign_in_routes)
            .service(dashboard::dashboard)
            .configure(compose::configure)
            .configure(import::configure)
            .configure(permits::configure)
            .service(feeds::feeds)
            .configure(delivery::configure)
            .configure(action::configure)
            .service(alert::alert)
            .service(rehearsal::rehearsal)
            .configure(account::configure)
            .configure(accounts::configure)
            .configure(member::configure)
            .configure(requests::configure)
            .configure(help::configure)
            .configure(letterbox::configure)
            .configure(links::configure)
            .configure(audit::configure),
    );
}

fn sign_in_routes(config: &mut web::ServiceConfig) {
    config.service(sign_in::sign_out).service(
        web::scope("/sign-in")
            .wrap(from_fn(sign_ins))
            .configure(sign_in_passkey::configure)
            .configure(sign_in_code::configure)
            .configure(sign_in::configure),
    );
}

/// Leads somebody who opens a page without a session to the sign-in, and back
/// to that page afterwards.
async fn to_sign_in<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    let wants_page = request.method().is_safe() && !request.path().starts_with("/office/sign-in");
    let response = next.call(request).await?;
    if !wants_page || response.status() != StatusCode::UNAUTHORIZED {
        return Ok(response.map_into_left_body());
    }
    let to = sign_in::address(response.request().path());
    let answer = HttpResponse::SeeOther().insert_header((LOCATION, to)).finish();
    Ok(response.into_response(answer).map_into_right_body())
}

/// Sends the browser on after a form was taken.
fn see_other(to: impl Into<String>) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, to.into())).finish()
}

/// Language of a page before anybody has signed in.
fn office_lang(asked: Option<Lang>) -> Lang {
    asked.filter(|lang| Lang::office().contains(lang)).unwrap_or(Lang::FR)
}
