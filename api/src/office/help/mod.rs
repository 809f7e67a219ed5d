//! `/office/help`: the help directory for those who keep it and those who listen.
//!
//! Editors change, check and import; listeners read, raise doubts and confirm numbers.
//! The rules are those of [`crate::help`]; these pages only ask for them.

mod edit;
mod entry;
mod files;
mod list;

use actix_web::web;

use crate::account::Role;
use crate::help::{Entry, Field, REMINDED_DAYS, Shown};
use crate::i18n::Lang;

/// Who may read.
const READERS: [Role; 2] = [Role::HelpEditor, Role::HelpListener];
/// Who may change.
const EDITORS: [Role; 1] = [Role::HelpEditor];

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .configure(list::configure)
        .configure(files::configure)
        .configure(entry::configure)
        .configure(edit::configure);
}

/// The words of a field: its name, and which of several.
fn field_word(field: &Field, lang: Lang) -> String {
    let name = lang.text(&format!("help-edit-{}", field.name()));
    match field {
        Field::Alert(code) | Field::Description(code) => {
            format!("{name} ({})", lang.name_of(code))
        }
        _ if field.part().is_empty() || field.part() == "main" => name,
        _ => format!("{name} ({})", field.part()),
    }
}

/// Where a service stands: the words and the class of its tag.
fn standing(entry: &Entry, today: jiff::civil::Date, lang: Lang) -> (String, &'static str) {
    let soon = entry
        .expires_on
        .is_some_and(|last| last.since(today).is_ok_and(|span| i64::from(span.get_days()) <= REMINDED_DAYS));
    let (id, class) = if entry.service.emergency {
        ("emergency", "tag tag--info")
    } else if entry.is_hidden(today) {
        ("hidden", "tag tag--danger")
    } else if entry.shown == Shown::Flagged {
        ("flagged", "tag tag--warn")
    } else if entry.is_stale(today) {
        ("stale", "tag tag--warn")
    } else if soon {
        ("soon", "tag tag--warn")
    } else if entry.service.referral_only {
        ("referral", "tag tag--info")
    } else {
        ("fresh", "tag tag--ok")
    };
    (lang.text(&format!("help-standing-{id}")), class)
}

/// A day as people read it.
fn day_word(day: &str, lang: Lang) -> String {
    day.parse().map_or_else(|_| day.to_owned(), |day| lang.date(day))
}
