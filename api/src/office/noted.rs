//! What the audit chain noted of an act, in words where there are some. Numbers and
//! fingerprints stay as they are: they are compared, not read.

use safe_permits::{Dated, Law, Words};
use serde_json::{Map, Value};

use crate::app::State;
use crate::i18n::{Args, Lang};
use crate::permit::desk::Rows;
use crate::permit::{numbers, words as said};

/// What was noted of an act, as people read it.
pub(super) fn detail(state: &State, json: &str, lang: Lang) -> String {
    Names { law: &state.law, rows: &state.permits.rows, lang }.detail(json)
}

/// Where the names of what was noted stand.
struct Names<'s> {
    law: &'s Law,
    rows: &'s Rows,
    lang: Lang,
}

impl Names<'_> {
    fn detail(&self, json: &str) -> String {
        match serde_json::from_str::<Value>(json) {
            Ok(Value::Object(noted)) => self.pairs(&noted).join(" · "),
            _ => json.to_owned(),
        }
    }

    /// Each thing that was noted with its name; what is empty says nothing.
    fn pairs(&self, noted: &Map<String, Value>) -> Vec<String> {
        let one = |(key, value): (&String, &Value)| {
            let name = self.lang.find(&format!("audit-detail-{key}")).unwrap_or_else(|| key.clone());
            let said = match value {
                Value::Array(many) => {
                    many.iter().map(|value| self.value(noted, key, value)).collect::<Vec<_>>().join(", ")
                }
                value => self.value(noted, key, value),
            };
            let pair = Args::new().with("name", name).with("value", said.clone());
            (!said.is_empty()).then(|| self.lang.text_with("audit-pair", &pair))
        };
        noted.iter().filter_map(one).collect()
    }

    fn value(&self, noted: &Map<String, Value>, key: &str, value: &Value) -> String {
        let lang = self.lang;
        let text = match (key, value) {
            (_, Value::String(text)) => text,
            (_, Value::Null) => return String::new(),
            (_, Value::Object(inner)) => return format!("({})", self.pairs(inner).join(", ")),
            (_, Value::Bool(yes)) => {
                return lang.text(if *yes { "audit-value-yes" } else { "audit-value-no" });
            }
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
            ("document", _) => format!("office-permit-document-{text}"),
            ("stage", _) => format!("office-permit-stage-{text}"),
            ("place", _) => format!("office-permit-place-{text}"),
            ("verdict", _) => format!("office-permit-control-{text}"),
            ("result", _) => format!("office-permit-appeal-{text}"),
            ("reason", _) => format!("office-permit-return-{text}"),
            _ => String::new(),
        };
        let plain = || lang.find(&format!("audit-value-{text}"));
        self.of_row(noted, key, text)
            .or_else(|| lang.find(&id))
            .or_else(plain)
            .unwrap_or_else(|| text.clone())
    }

    /// The name of the row of the law that a value is the id of, also of one that has ended since.
    fn of_row(&self, noted: &Map<String, Value>, key: &str, id: &str) -> Option<String> {
        match key {
            "advice" => self.title(&self.law.authorities, self.rows.adviser(id)?, |row| &row.title),
            "appeal" => self.title(&self.law.deadlines, id, |row| &row.title),
            "document" => self.title(&self.law.documents, id, |row| &row.title),
            "was" if noted.contains_key("paper") => self.title(&self.law.documents, id, |row| &row.title),
            "result" if self.rows.has_result(id) => Some(self.rows.result(id, self.lang)),
            _ => None,
        }
    }

    fn title<T>(&self, rows: &[Dated<T>], id: &str, title: impl Fn(&T) -> &Words) -> Option<String> {
        let row = rows.iter().rev().find(|row| row.id == id)?;
        Some(title(&row.row).get(self.lang).to_owned())
    }
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
    use std::path::Path;

    use super::*;

    fn detail(json: &str, lang: Lang) -> String {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        let law = Law::load(&content.join("permits")).expect("law");
        let rows = Rows::load(&content).expect("rows");
        Names { law: &law, rows: &rows, lang }.detail(json)
    }

    #[test]
    fn an_act_is_told_in_words_and_its_fingerprint_is_kept() {
        let told = detail(r#"{"role":"legal","purpose":"step check","sha256":"ab12"}"#, Lang::EN);
        assert_eq!(told, "purpose: Approve as lawful · role: Legal review · fingerprint of the file: ab12");
        assert_eq!(detail("not json", Lang::EN), "not json");
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
    fn a_row_of_the_law_is_told_by_its_name() {
        let told = |json| detail(json, Lang::EN);
        assert_eq!(
            told(r#"{"advice":"a1","result":"favourable"}"#),
            "opinion asked: a1 · result: Favourable"
        );
        let asked = told(r#"{"advice":"detention-local-police","place":"residence"}"#);
        assert!(asked.starts_with("opinion asked: Local police · place: "), "{asked}");
        assert_eq!(told(r#"{"appeal":"appeal-minister"}"#), "appeal: Appeal to the Minister of Justice");
        assert_eq!(told(r#"{"document":"medical-certificate"}"#), "document: Medical certificate");
        assert_eq!(told(r#"{"document":"d1","notice":"n1"}"#), "document: d1 · notice: n1");
        let named = r#"{"document":"medical-certificate","paper":"p1","was":"notice-answer"}"#;
        assert_eq!(
            detail(named, Lang::FR),
            "document\u{a0}: Attestation médicale · pièce\u{a0}: p1 · avant\u{a0}: Réponse de la personne"
        );
        let named = told(r#"{"paper":"p1","was":"criminal-record"}"#);
        assert!(!named.contains("criminal-record"), "{named}");
        let ruled = told(r#"{"result":"reversed"}"#);
        assert_eq!(ruled, "result: The decision is reversed", "of an appeal");
    }
}
