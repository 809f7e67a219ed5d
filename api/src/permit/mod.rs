//! Weapons permits: what the law says, as data and as questions.
//!
//! - `procedures`: the procedures of a day, with the rows they rest on;
//! - `eligibility`: "which permit do I need?" for programs;
//! - `view`: what both say of a row.

mod eligibility;
mod procedures;
mod view;

/// Registers the public routes of the law.
pub fn configure_law(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.configure(procedures::configure).configure(eligibility::configure);
}
