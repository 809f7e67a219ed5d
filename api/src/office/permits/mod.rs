//! `/office/permits`: files of weapons permits, by the day on which the decision is due;
//! `/office/advice`: what is asked of advisers.

mod advice;
mod audit;
mod bank;
mod consent;
mod controls;
mod decision;
mod file;
mod forms;
mod mandates;
mod queue;
mod step;
mod tasks;

use actix_web::web;

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(queue::list)
        .configure(bank::configure)
        .configure(tasks::configure)
        .configure(mandates::configure)
        .configure(advice::configure)
        .service(audit::acts)
        .service(decision::decision)
        .service(controls::list)
        .configure(consent::configure)
        .service(file::document)
        .service(file::file)
        .service(step::step);
}
