//! Writing an alert: scenario, fields, where, texts, preview.
//!
//! - `filled`: what stands in the form, to and from [`Draft`];
//! - `places`: circles and corners as people write them;
//! - `sections`: the fields of the page;
//! - `preview`: what would go out, and to how many;
//! - `page`: the pages and what their buttons do.
//!
//! [`Draft`]: crate::alert::draft::Draft

mod filled;
mod page;
mod places;
mod preview;
mod scenarios;
mod sections;

use actix_web::web;

pub(super) use page::name_faults;
pub(super) use preview::reach_sentence;

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(scenarios::choose)
        .service(preview::live)
        .service(
            web::resource("/alerts/new/{scenario}")
                .route(web::get().to(page::begin))
                .route(web::post().to(page::create)),
        )
        .service(
            web::resource("/alerts/{id}/edit")
                .route(web::get().to(page::edit))
                .route(web::post().to(page::revise)),
        )
        .service(
            web::resource("/alerts/{id}/update")
                .route(web::get().to(page::update))
                .route(web::post().to(page::create_update)),
        );
}
