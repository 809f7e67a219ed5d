//! How pages say values of alerts.

use safe_cap::Status;
use serde_json::Value;

use crate::alert::compose;
use crate::app::World;
use crate::clock;
use crate::i18n::{Args, Lang};

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
    let Ok(Value::Object(noted)) = serde_json::from_str::<Value>(json) else { return json.to_owned() };
    let one = |(key, value): (&String, &Value)| {
        let name = lang.find(&format!("audit-detail-{key}")).unwrap_or_else(|| key.clone());
        let said: Vec<String> = match value {
            Value::Array(many) => many.iter().map(|value| noted_value(key, value, lang)).collect(),
            value => vec![noted_value(key, value, lang)],
        };
        lang.text_with("audit-pair", &Args::new().with("name", name).with("value", said.join(", ")))
    };
    noted.iter().map(one).collect::<Vec<_>>().join(" · ")
}

fn noted_value(key: &str, value: &Value, lang: Lang) -> String {
    let Value::String(text) = value else { return value.to_string() };
    let id = match (key, text.strip_prefix("step ")) {
        ("purpose", Some(step)) => format!("office-permit-step-{step}"),
        ("purpose", None) => format!("permits-purpose-{text}"),
        ("role" | "roles" | "before", _) => format!("role-{text}"),
        ("kind", _) => format!("office-permit-document-decision-{text}"),
        ("channel", _) => format!("office-permit-channel-{text}"),
        _ => String::new(),
    };
    let plain = || lang.find(&format!("audit-value-{text}"));
    lang.find(&id).or_else(plain).unwrap_or_else(|| text.clone())
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
    fn everything_but_the_real_thing_is_marked() {
        for status in ["Exercise", "Test", "System", "Draft"] {
            assert!(is_rehearsal(status));
        }
        assert!(!is_rehearsal("Actual"));
    }
}
