//! Rules on blocks of several languages, and of the same one.

use crate::finding::Place;
use crate::model::{Alert, Area, Info};
use crate::report::Rules;

/// Blocks of one language, with their places in the message.
struct Sequence<'a> {
    language: &'a str,
    blocks: Vec<(usize, &'a Info)>,
}

/// Checks the blocks against each other.
pub(super) fn check(alert: &Alert, rules: &mut Rules<'_>) {
    let mut sequences: Vec<Sequence<'_>> = Vec::new();
    for (index, info) in alert.info.iter().enumerate() {
        let language = info.language();
        match sequences.iter_mut().find(|known| known.language.eq_ignore_ascii_case(language)) {
            Some(sequence) => sequence.blocks.push((index, info)),
            None => sequences.push(Sequence { language, blocks: vec![(index, info)] }),
        }
    }
    required(alert, &sequences, rules);
    if rules.wants("language-overrides") {
        for sequence in &sequences {
            overrides(sequence, rules);
        }
    }
    if let [first, others @ ..] = sequences.as_slice()
        && rules.wants("languages-differ")
    {
        for other in others {
            differences(first, other, rules);
        }
    }
}

/// A message that says nothing, such as a bare cancellation, needs no language.
fn required(alert: &Alert, sequences: &[Sequence<'_>], rules: &mut Rules<'_>) {
    if alert.info.is_empty() {
        return;
    }
    let profile = rules.profile;
    for wanted in &profile.required_languages {
        let fits = |language: &str| {
            let (head, tail) = language.split_at_checked(wanted.len()).unwrap_or(("", ""));
            head.eq_ignore_ascii_case(wanted) && (tail.is_empty() || tail.starts_with('-'))
        };
        if !sequences.iter().any(|sequence| fits(sequence.language)) {
            rules.breach("language-missing", Place::ALERT, &[("language", wanted)]);
        }
    }
}

/// What a block says of itself besides texts, by element.
fn values(info: &Info) -> [(&'static str, String); 7] {
    let date = |date: Option<crate::DateTime>| {
        date.map_or_else(String::new, |d| d.instant().unix_timestamp().to_string())
    };
    let mut categories: Vec<&str> = info.category.iter().map(|category| category.as_str()).collect();
    categories.sort_unstable();
    [
        ("category", categories.join(" ")),
        ("urgency", info.urgency.to_string()),
        ("severity", info.severity.to_string()),
        ("certainty", info.certainty.to_string()),
        ("effective", date(info.effective)),
        ("onset", date(info.onset)),
        ("expires", date(info.expires)),
    ]
}

/// Later blocks of a language may expand earlier ones, never override them.
fn overrides(sequence: &Sequence<'_>, rules: &mut Rules<'_>) {
    let [(_, first), later @ ..] = sequence.blocks.as_slice() else {
        return;
    };
    let mut known = values(first);
    for (index, info) in later {
        for ((field, before), (_, now)) in known.iter_mut().zip(values(info)) {
            if before.is_empty() {
                *before = now;
            } else if !now.is_empty() && *before != now {
                let args = [("language", sequence.language), ("field", *field)];
                rules.breach("language-overrides", Place::info(*index).at(field), &args);
            }
        }
    }
}

/// Every language tells the same: only texts may differ.
fn differences(first: &Sequence<'_>, other: &Sequence<'_>, rules: &mut Rules<'_>) {
    let mut differ = |place: Place, field: &'static str| {
        let args = [("language", other.language), ("other", first.language), ("field", field)];
        rules.breach("languages-differ", place, &args);
    };
    if first.blocks.len() != other.blocks.len() {
        differ(Place::ALERT, "info");
        return;
    }
    for ((_, a), (index, b)) in first.blocks.iter().zip(&other.blocks) {
        let place = Place::info(*index);
        for ((field, before), (_, now)) in values(a).into_iter().zip(values(b)) {
            if before != now {
                differ(place.at(field), field);
            }
        }
        if a.response_type != b.response_type {
            differ(place.at("responseType"), "responseType");
        }
        if a.event_code != b.event_code {
            differ(place.at("eventCode"), "eventCode");
        }
        if !same_places(&a.area, &b.area) {
            differ(place.at("area"), "area");
        }
    }
}

/// Whether two lists of areas are the same but for their words.
fn same_places(a: &[Area], b: &[Area]) -> bool {
    let same = |(a, b): (&Area, &Area)| {
        a.polygon == b.polygon
            && a.circle == b.circle
            && a.geocode == b.geocode
            && a.altitude == b.altitude
            && a.ceiling == b.ceiling
    };
    a.len() == b.len() && a.iter().zip(b).all(same)
}
