//! The back-office: server-rendered, usable by keyboard, no script needed for
//! the essential path.

use actix_web::web;

use crate::app::State;
use crate::i18n::Lang;

/// Registers the pages of the back-office.
pub fn configure(_config: &mut web::ServiceConfig) {}

/// A page of the back-office without a signed-in person.
#[must_use]
pub fn frame_plain(_state: &State, _lang: Lang, _title: &str, main: &str) -> String {
    main.to_owned()
}
