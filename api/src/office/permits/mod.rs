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
use jiff::civil::Date;

use crate::app::State;
use crate::i18n::Lang;

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

/// What kind of paper a document is, by the rows of a day: those of the applicant, and those that
/// the office makes.
fn title_of(state: &State, on: Date, document: &str, lang: Lang) -> String {
    let title = state.law.on(on).document(document).map(|row| row.title.get(lang).to_owned());
    title
        .or_else(|| lang.find(&format!("office-permit-document-{document}")))
        .unwrap_or_else(|| document.to_owned())
}

/// How the mark of the malware scanner looks: what was found harmful is seen at once.
fn tag_of_scan(scan: &str) -> &'static str {
    match scan {
        "infected" => "tag--danger",
        "pending" => "tag--warn",
        _ => "",
    }
}
