//! How pages say values of alerts.

use safe_cap::Status;
use serde_json::{Map, Value};

use crate::alert::compose;
use crate::app::World;
use crate::clock;
use crate::i18n::{Args, Lang};
use crate::permit::{numbers, words as said};

/// A moment as people read it.
pub(super) fn when(ms: i64, lang: Lang, world: &World) -> String {
    compose::moment(clock::utc(ms), world.clock.now_ms(), lang)
}

/// The words of a CAP value: the id is the element and the value in lower case.
pub(super) fn cap_word(element: &str, value: &str, lang: Lang) -> String {
    lang.find(&format!("{element}-{}", value.to_ascii_lowercase())).unwrap_or_else(|| value.to_owned())
}

/// The words of a stored state.
pub(super) fn state_word(state: &str, lang: Lang) -> String {
    lang.text(&format!("office-state-{state}"))
}

/// Class of the tag of a stored state.
pub(super) fn state_tag(state: &str) -> &'static str {
    match state {
        "submitted" => "tag tag--warn",
        "published" => "tag tag--danger",
        "ended" => "tag tag--ok",
        _ => "tag",
    }
}

/// Whether an alert is one of an exercise or test, which every page marks.
pub(super) fn is_rehearsal(status: &str) -> bool {
    status != Status::Actual.as_str()
}

/// Class of a severity, from its rank.
pub(super) fn severity_class(rank: i32) -> &'static str {
    match rank {
        4 => "sev-extreme",
        3 => "sev-severe",
        2 => "sev-moderate",
        _ => "sev-minor",
    }
}

/// Fluent id of a severity, from its rank.
pub(super) fn severity_id(rank: i32) -> &'static str {
    match rank {
        4 => "severity-extreme",
        3 => "severity-severe",
        2 => "severity-moderate",
        _ => "severity-minor",
    }
}

/// Who did something: an address of staff as it is, the others in words.
pub(super) fn actor(actor: &str, lang: Lang) -> String {
    lang.find(&format!("actor-{actor}")).unwrap_or_else(|| actor.to_owned())
}

/// What the audit chain noted of an act, in words where there are some. Numbers and
/// fingerprints stay as they are: they are compared, not read.
pub(super) fn detail(json: &str, lang: Lang) -> String {
    match serde_json::from_str::<Value>(json) {
        Ok(Value::Object(noted)) => pairs(&noted, lang).join(" · "),
        _ => json.to_owned(),
    }
}

/// Each thing that was noted with its name; what is empty says nothing.
fn pairs(noted: &Map<String, Value>, lang: Lang) -> Vec<String> {
    let one = |(key, value): (&String, &Value)| {
        let name = lang.find(&format!("audit-detail-{key}")).unwrap_or_else(|| key.clone());
        let said = match value {
            Value::Array(many) => {
                many.iter().map(|value| noted_value(noted, key, value, lang)).collect::<Vec<_>>().join(", ")
            }
            value => noted_value(noted, key, value, lang),
        };
        let pair = Args::new().with("name", name).with("value", said.clone());
        (!said.is_empty()).then(|| lang.text_with("audit-pair", &pair))
    };
    noted.iter().filter_map(one).collect()
}

fn noted_value(noted: &Map<String, Value>, key: &str, value: &Value, lang: Lang) -> String {
    let text = match (key, value) {
        (_, Value::String(text)) => text,
        (_, Value::Null) => return String::new(),
        (_, Value::Object(inner)) => return format!("({})", pairs(inner, lang).join(", ")),
        (_, Value::Bool(yes)) => return lang.text(if *yes { "audit-value-yes" } else { "audit-value-no" }),
        ("cents", Value::Number(cents)) => return said::money(lang, cents.as_i64().unwrap_or_default()),
        _ => return value.to_string(),
    };
    if let Some(day) = numbers::day(text) {
        return said::date(lang, day);
    }
    let id = match (key, text.strip_prefix("step ")) {
        ("purpose", Some(step)) => format!("office-permit-step-{step}"),
        ("purpose", None) => format!("permits-purpose-{text}"),
        ("role" | "roles" | "before", _) => format!("role-{text}"),
        ("kind", _) if noted.contains_key("task") => format!("office-permit-task-{text}"),
        ("kind", _) => format!("office-permit-document-decision-{text}"),
        ("channel", _) => format!("office-permit-channel-{text}"),
        ("state" | "was", _) => format!("{}-{text}", states_of(noted)),
        ("stage", _) => format!("office-permit-stage-{text}"),
        ("place", _) => format!("office-permit-place-{text}"),
        ("verdict", _) => format!("office-permit-control-{text}"),
        ("result", _) => format!("office-permit-appeal-{text}"),
        ("reason", _) => format!("office-permit-return-{text}"),
        _ => String::new(),
    };
    let plain = || lang.find(&format!("audit-value-{text}"));
    lang.find(&id).or_else(plain).unwrap_or_else(|| text.clone())
}

/// Where the words of a state stand, by what it is the state of.
fn states_of(noted: &Map<String, Value>) -> &'static str {
    let of = [
        ("notice", "office-permit-notice-state"),
        ("delivery", "office-permit-delivery"),
        ("permit", "permits-state"),
        ("paper", "office-permit-document"),
    ];
    of.into_iter().find(|(key, _)| noted.contains_key(*key)).map_or("office-state", |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_is_told_in_words_and_its_fingerprint_is_kept() {
        let told = detail(r#"{"role":"legal","purpose":"step check","sha256":"ab12"}"#, Lang::EN);
        assert_eq!(told, "purpose: Approve as lawful · role: Legal review · fingerprint of the file: ab12");
        assert_eq!(detail("not json", Lang::EN), "not json");
        assert_eq!(actor("applicant", Lang::NL), "de aanvrager");
        assert_eq!(actor("a@b.example", Lang::NL), "a@b.example");
    }

    #[test]
    fn what_was_noted_of_a_weapon_is_told_in_words() {
        let told = detail(r#"{"on":"2026-11-02","permit":"p1","was":"lapsed","weapon":"w2"}"#, Lang::FR);
        assert!(told.contains("date") && told.contains("2 novembre 2026"), "{told}");
        assert!(told.contains("avant") && told.contains("Périmé") && !told.contains("was"), "{told}");
        assert!(told.contains("arme") && told.contains("w2"), "{told}");
        let told = detail(r#"{"part":"B","permit":"p1","weapon":""}"#, Lang::EN);
        assert_eq!(told, "part: B · permit: p1", "of the only weapon nothing is noted");
        assert_eq!(detail(r#"{"permit":"p1","state":"active"}"#, Lang::EN), "permit: p1 · state: Valid");
        assert_eq!(
            detail(r#"{"notice":"n1","state":"expired"}"#, Lang::EN),
            "notice: n1 · state: time limit passed"
        );
        let told = detail(r#"{"now":{"posted":"2026-11-02","received":null}}"#, Lang::EN);
        assert_eq!(told, "now: (posted on: 2 November 2026)");
    }

    #[test]
    fn everything_but_the_real_thing_is_marked() {
        for status in ["Exercise", "Test", "System", "Draft"] {
            assert!(is_rehearsal(status));
        }
        assert!(!is_rehearsal("Actual"));
    }
}
