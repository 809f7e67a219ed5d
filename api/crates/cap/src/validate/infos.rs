//! Rules on one block of information (CAP 1.2, section 3.2.2).

use super::{areas, is_blank, resources};
use crate::finding::Place;
use crate::model::{Alert, DEFAULT_LANGUAGE, DateTime, Info, MsgType, NamedValue, is_language};
use crate::report::Rules;
use crate::uri::{is_absolute, is_uri};

/// Checks one block.
pub(super) fn check(alert: &Alert, index: usize, info: &Info, rules: &mut Rules<'_>) {
    let place = Place::info(index);
    let language = info.language.as_deref().unwrap_or_default();
    if is_blank(language) {
        rules.breach("language-assumed", place.at("language"), &[("language", DEFAULT_LANGUAGE)]);
    } else if !is_language(language) {
        rules.breach("language-format", place.at("language"), &[("value", language)]);
    }
    categories(info, place, rules);
    rules.breach_if(is_blank(&info.event), "text-empty", place.at("event"));
    times(alert, info, place, rules);
    texts(alert, info, place, rules);
    pairs(&info.event_code, place, "eventCode", rules);
    pairs(&info.parameter, place, "parameter", rules);
    for (index, resource) in info.resource.iter().enumerate() {
        resources::check(resource, place.resource(index), rules);
    }
    let announces = matches!(alert.msg_type, MsgType::Alert | MsgType::Update);
    rules.breach_if(announces && info.area.is_empty(), "area-missing", place.at("area"));
    for (index, area) in info.area.iter().enumerate() {
        areas::check(area, place.area(index), rules);
    }
}

fn categories(info: &Info, place: Place, rules: &mut Rules<'_>) {
    rules.breach_if(info.category.is_empty(), "category-missing", place.at("category"));
    for (index, category) in info.category.iter().enumerate() {
        if info.category[..index].contains(category) {
            let args = [("value", category.as_str())];
            rules.breach("category-repeated", place.nth("category", index), &args);
        }
    }
}

/// `effective` is the time the message was sent when it is absent.
fn times(alert: &Alert, info: &Info, place: Place, rules: &mut Rules<'_>) {
    if let Some(effective) = info.effective.filter(|effective| effective.is_before(&alert.sent)) {
        let args = [("effective", &*effective.to_string()), ("sent", &*alert.sent.to_string())];
        rules.breach("effective-before-sent", place.at("effective"), &args);
    }
    let announces = matches!(alert.msg_type, MsgType::Alert | MsgType::Update);
    let Some(expires) = info.expires else {
        rules.breach_if(announces, "expires-missing", place.at("expires"));
        return;
    };
    // What cancels or answers announces nothing: its end says nothing of its own time.
    if !announces {
        return;
    }
    let mut after = |code, name, start: Option<DateTime>| {
        if let Some(start) = start.filter(|start| !start.is_before(&expires)) {
            let args = [("expires", &*expires.to_string()), (name, &*start.to_string())];
            rules.breach(code, place.at("expires"), &args);
        }
    };
    after("expires-before-sent", "sent", Some(alert.sent));
    after("expires-before-effective", "effective", info.effective);
    after("expires-before-onset", "onset", info.onset);
}

fn texts(alert: &Alert, info: &Info, place: Place, rules: &mut Rules<'_>) {
    let announces = matches!(alert.msg_type, MsgType::Alert | MsgType::Update | MsgType::Cancel);
    let mandatory = [
        ("headline", &info.headline, "headline-missing"),
        ("description", &info.description, "description-missing"),
        ("instruction", &info.instruction, "instruction-missing"),
    ];
    for (element, text, code) in mandatory {
        let missing = text.as_deref().is_none_or(is_blank);
        rules.breach_if(announces && missing, code, place.at(element));
    }
    let limit = rules.profile.headline_limit;
    let length = info.headline.as_deref().map_or(0, |headline| headline.chars().count());
    if length > limit {
        let args = [("length", &*length.to_string()), ("limit", &*limit.to_string())];
        rules.breach("headline-long", place.at("headline"), &args);
    }
    if let Some(web) = info.web.as_deref() {
        if !is_uri(web) {
            rules.breach("uri-invalid", place.at("web"), &[("value", web)]);
        } else if !is_absolute(web) {
            rules.breach("web-not-absolute", place.at("web"), &[("value", web)]);
        }
    }
}

fn pairs(pairs: &[NamedValue], place: Place, element: &'static str, rules: &mut Rules<'_>) {
    for (index, pair) in pairs.iter().enumerate() {
        let empty = is_blank(&pair.value_name) || is_blank(&pair.value);
        rules.breach_if(empty, "pair-empty", place.nth(element, index));
    }
}
