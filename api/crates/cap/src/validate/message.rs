//! Rules on the message as a whole (CAP 1.2, section 3.2.1).

use super::{Context, is_blank};
use crate::finding::Place;
use crate::model::{Alert, MsgType, Scope, Status};
use crate::report::Rules;

/// Checks the elements directly inside `alert`.
pub(super) fn check(alert: &Alert, rules: &mut Rules<'_>) {
    names(alert, rules);
    receivers(alert, rules);
    references(alert, rules);
    let place = Place::ALERT;
    let note = alert.note.as_deref().is_none_or(is_blank);
    rules.breach_if(alert.status == Status::Exercise && note, "exercise-note-missing", place.at("note"));
    rules.breach_if(alert.msg_type == MsgType::Error && note, "error-note-missing", place.at("note"));
    let announces = matches!(alert.msg_type, MsgType::Alert | MsgType::Update);
    if announces && alert.info.is_empty() {
        rules.breach("info-missing", place, &[("msgType", alert.msg_type.as_str())]);
    }
}

/// Identifier and sender end up in references, so they may not hold what
/// separates references.
fn names(alert: &Alert, rules: &mut Rules<'_>) {
    let checks = [
        ("identifier", &alert.identifier, "identifier-characters"),
        ("sender", &alert.sender, "sender-characters"),
    ];
    for (element, text, code) in checks {
        let place = Place::ALERT.at(element);
        if is_blank(text) {
            rules.breach("text-empty", place, &[]);
        } else if text.contains(|c: char| c.is_whitespace() || matches!(c, ',' | '<' | '&')) {
            rules.breach(code, place, &[("value", text)]);
        }
    }
}

fn receivers(alert: &Alert, rules: &mut Rules<'_>) {
    let place = Place::ALERT;
    let restricted = !alert.restriction.as_deref().is_none_or(is_blank);
    match alert.scope {
        Scope::Restricted => {
            rules.breach_if(!restricted, "restriction-missing", place.at("restriction"));
        }
        scope if restricted => {
            let args = [("scope", scope.as_str())];
            rules.breach("restriction-unexpected", place.at("restriction"), &args);
        }
        _ => {}
    }
    let nobody = alert.addresses.iter().all(|address| is_blank(address));
    rules.breach_if(alert.scope == Scope::Private && nobody, "addresses-missing", place.at("addresses"));
}

fn references(alert: &Alert, rules: &mut Rules<'_>) {
    let place = Place::ALERT.at("references");
    // A reference that was there but could not be read is its own breach.
    let unreadable = rules.found.iter().any(|breach| breach.finding.code == "reference-malformed");
    if alert.msg_type != MsgType::Alert && alert.references.is_empty() && !unreadable {
        rules.breach("references-missing", place, &[("msgType", alert.msg_type.as_str())]);
    }
    let mut seen = std::collections::HashSet::new();
    for reference in &alert.references {
        let identifier = [("identifier", reference.identifier.as_str())];
        let name = (&reference.sender, &reference.identifier);
        if name == (&alert.sender, &alert.identifier) {
            rules.breach("reference-self", place, &identifier);
        } else if alert.sent.is_before(&reference.sent) {
            rules.breach("reference-later", place, &identifier);
        }
        if !seen.insert(name) {
            rules.breach("reference-repeated", place, &identifier);
        }
        if reference.to_string().parse::<crate::Reference>().as_ref() != Ok(reference) {
            rules.breach("reference-malformed", place, &[("value", &reference.to_string())]);
        }
    }
}

/// Compares with earlier messages. That the target of a reference is unknown
/// is never fatal by itself: it may have been sent elsewhere.
pub(super) fn check_context(alert: &Alert, context: &dyn Context, rules: &mut Rules<'_>) {
    if context.knows(&alert.sender, &alert.identifier) {
        let args = [("sender", alert.sender.as_str()), ("identifier", alert.identifier.as_str())];
        rules.breach("identifier-reused", Place::ALERT.at("identifier"), &args);
    }
    for reference in alert.references.iter().filter(|reference| !context.knows_reference(reference)) {
        let args = [("sender", reference.sender.as_str()), ("identifier", reference.identifier.as_str())];
        rules.breach("reference-unknown", Place::ALERT.at("references"), &args);
    }
}
