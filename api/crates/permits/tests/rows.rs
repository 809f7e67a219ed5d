//! The rows of the forms: every page can be reached, every text exists.

mod common;

use common::*;
use safe_permits::Applicant;
use safe_permits::form::{Answers, FieldType, When};
use serde_json::{Value, json};

fn answer(answers: &mut Answers, when: &When, kind: FieldType) {
    let option = Value::String(when.any_of[0].clone());
    let answer = if kind == FieldType::Choices { json!([option]) } else { option };
    answers.insert(when.field.clone(), answer);
}

#[test]
fn every_page_and_field_of_every_flow_can_be_reached() {
    let law = law();
    let kind_of = |id: &str| {
        let fields = law.pages.iter().flat_map(|page| &page.fields);
        fields.clone().find(|field| field.id == id).map(|field| field.kind)
    };
    for flow in &law.flows {
        let procedure = law.procedures.iter().find(|one| one.id == flow.procedure).expect("procedure");
        for page in &flow.pages {
            let page = law.page(page).expect("checked on loading");
            let mut reached = false;
            for kind in ["self", "company", "other"] {
                let mut answers = Answers::new();
                answers.insert("acting-for".to_owned(), json!(kind));
                for when in page.when.iter().chain(page.fields.iter().filter_map(|field| field.when.as_ref()))
                {
                    if !["applicant", "acting-for"].contains(&when.field.as_str()) {
                        let kind = kind_of(&when.field);
                        answer(&mut answers, when, kind.unwrap_or_else(|| panic!("no field {}", when.field)));
                    }
                }
                reach(&law, flow, &mut answers);
                let form = form(&law, &flow.procedure, &answers);
                if form.pages().iter().any(|one| one.id == page.id) {
                    reached = true;
                    let asked = page.fields.iter().filter(|field| form.asks(field, None)).count();
                    let of_procedure = page.fields.iter().filter(|field| {
                        field.procedures.is_empty() || field.procedures.contains(&flow.procedure)
                    });
                    assert_eq!(asked, of_procedure.count(), "{} of {}", page.id, flow.id);
                }
            }
            let only_people = procedure.applicants == [Applicant::Person];
            let never = only_people
                && (page.id == "acting-for"
                    || page
                        .when
                        .as_ref()
                        .is_some_and(|w| ["applicant", "acting-for"].contains(&w.field.as_str())));
            assert_eq!(reached, !never, "{} of {}", page.id, flow.id);
        }
    }
}

/// Answers what the pages of those answers hang on, too.
fn reach(law: &safe_permits::Law, flow: &safe_permits::form::Flow, answers: &mut Answers) {
    for page in flow.pages.iter().filter_map(|id| law.page(id)) {
        let names = page.fields.iter().any(|field| answers.contains_key(&field.id));
        if let Some(when) = page.when.as_ref().filter(|when| names && when.field != "applicant") {
            let kind = law.pages.iter().flat_map(|page| &page.fields).find(|field| field.id == when.field);
            if !answers.contains_key(&when.field) {
                answer(answers, when, kind.map_or(FieldType::Choice, |field| field.kind));
            }
        }
    }
}

#[test]
fn every_text_exists_in_every_language() {
    let law = law();
    let mut texts = Vec::new();
    let fields = law.pages.iter().flat_map(|page| page.fields.iter().map(move |f| (page.id.as_str(), f)));
    let cells = law.lists.iter().flat_map(|list| list.fields.iter().map(move |f| (list.id.as_str(), f)));
    for (owner, field) in fields.chain(cells) {
        let named = [&field.label, &field.hint, &field.missing].into_iter().filter(|words| !words.is_empty());
        let options = field.options.iter().map(|option| &option.label);
        let all = named.chain(options);
        texts.extend(all.map(|words| (format!("{owner}.{}", field.id), words)));
    }
    for page in &law.pages {
        let named = [&page.title, &page.text].into_iter().filter(|words| !words.is_empty());
        texts.extend(named.map(|words| (page.id.clone(), words)));
    }
    texts.extend(law.sections.iter().map(|row| (row.id.clone(), &row.title)));
    texts.extend(law.warnings.iter().map(|row| (row.id.clone(), &row.text)));
    texts.extend(law.lists.iter().map(|row| (row.id.clone(), &row.title)));
    texts.extend(law.countries.iter().map(|row| (row.id.clone(), &row.name)));
    texts.extend(
        law.documents.iter().flat_map(|row| [(row.id.clone(), &row.title), (row.id.clone(), &row.hint)]),
    );
    assert!(texts.len() > 400);
    for (owner, words) in texts {
        let full = words.all().filter(|(_, text)| !text.trim().is_empty()).count();
        assert_eq!(full, 4, "{owner}");
    }
}

#[test]
fn every_error_has_its_words() {
    let mut codes = Vec::new();
    let source = root().join("api/crates/permits/src/form/check.rs");
    let text = std::fs::read_to_string(source).expect("source");
    for start in ["What::Id(\"", "What::Max(\"", "LINE), \"", "LINES), \""] {
        let pieces = text.split(start).skip(1).filter_map(|piece| piece.split('"').next());
        codes.extend(pieces.map(|code| format!("permits-error-{code}")));
    }
    codes.push("permits-document-too-old".to_owned());
    assert!(codes.len() > 14, "{codes:?}");
    for lang in ["fr", "nl", "en", "de"] {
        let file = root().join(format!("locales/{lang}/permits.ftl"));
        let words = std::fs::read_to_string(file).expect("texts");
        for code in &codes {
            assert!(words.lines().any(|line| line.starts_with(&format!("{code} ="))), "{lang}: {code}");
        }
    }
}
