//! `/office/permits`: files of weapons permits, by the day on which the decision is due.

mod bank;
mod file;
mod queue;
mod step;

use actix_web::web;

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(queue::list)
        .configure(bank::configure)
        .service(file::document)
        .service(file::file)
        .service(step::step);
}
