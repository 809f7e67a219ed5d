//! What a model can hold and XML cannot.

use crate::finding::Place;
use crate::model::{Alert, Area, DateTime, Info, NamedValue, Resource};
use crate::report::Rules;
use crate::xml::first_forbidden;

/// Finds texts, dates and words that writing would change. Nothing read from
/// XML is among them; a message made by a program may be.
pub(super) fn check(alert: &Alert, rules: &mut Rules<'_>) {
    let place = Place::ALERT;
    text("identifier", Some(&alert.identifier), place, rules);
    text("sender", Some(&alert.sender), place, rules);
    date("sent", Some(&alert.sent), place, rules);
    text("source", alert.source.as_deref(), place, rules);
    text("restriction", alert.restriction.as_deref(), place, rules);
    words("addresses", &alert.addresses, rules);
    for code in &alert.code {
        text("code", Some(code), place, rules);
    }
    text("note", alert.note.as_deref(), place, rules);
    words("incidents", &alert.incidents, rules);
    for (index, block) in alert.info.iter().enumerate() {
        info(block, Place::info(index), rules);
    }
}

fn info(info: &Info, place: Place, rules: &mut Rules<'_>) {
    for (element, value) in [
        ("event", Some(&info.event)),
        ("audience", info.audience.as_ref()),
        ("senderName", info.sender_name.as_ref()),
        ("headline", info.headline.as_ref()),
        ("description", info.description.as_ref()),
        ("instruction", info.instruction.as_ref()),
        ("contact", info.contact.as_ref()),
    ] {
        text(element, value.map(String::as_str), place, rules);
    }
    date("effective", info.effective.as_ref(), place, rules);
    date("onset", info.onset.as_ref(), place, rules);
    date("expires", info.expires.as_ref(), place, rules);
    pairs("eventCode", &info.event_code, place, rules);
    pairs("parameter", &info.parameter, place, rules);
    for (index, file) in info.resource.iter().enumerate() {
        resource(file, place.resource(index), rules);
    }
    for (index, spot) in info.area.iter().enumerate() {
        area(spot, place.area(index), rules);
    }
}

fn resource(resource: &Resource, place: Place, rules: &mut Rules<'_>) {
    text("resourceDesc", Some(&resource.resource_desc), place, rules);
    text("mimeType", Some(&resource.mime_type), place, rules);
    text("derefUri", resource.deref_uri.as_deref(), place, rules);
    text("digest", resource.digest.as_deref(), place, rules);
}

fn area(area: &Area, place: Place, rules: &mut Rules<'_>) {
    text("areaDesc", Some(&area.area_desc), place, rules);
    pairs("geocode", &area.geocode, place, rules);
}

fn pairs(element: &'static str, pairs: &[NamedValue], place: Place, rules: &mut Rules<'_>) {
    for (index, pair) in pairs.iter().enumerate() {
        for value in [&pair.value_name, &pair.value] {
            characters(value, place.nth(element, index), rules);
        }
    }
}

fn text(element: &'static str, text: Option<&str>, place: Place, rules: &mut Rules<'_>) {
    if let Some(text) = text {
        characters(text, place.at(element), rules);
    }
}

fn characters(text: &str, place: Place, rules: &mut Rules<'_>) {
    if let Some((_, c)) = first_forbidden(text) {
        let character = format!("U+{:04X}", u32::from(c));
        rules.breach("text-characters", place, &[("character", &character)]);
    }
}

/// The standard knows no way to write a quote inside a list of words.
fn words(element: &'static str, words: &[String], rules: &mut Rules<'_>) {
    let place = Place::ALERT.at(element);
    for word in words {
        if word.contains('"') || super::is_blank(word) {
            rules.breach("word-quote", place, &[("value", word)]);
        }
        characters(word, place, rules);
    }
}

/// Years before 1 cannot be written.
fn date(element: &'static str, date: Option<&DateTime>, place: Place, rules: &mut Rules<'_>) {
    if let Some(date) = date
        && date.to_string().parse().as_ref() != Ok(date)
    {
        rules.breach("date-range", place.at(element), &[("value", &date.to_string())]);
    }
}
