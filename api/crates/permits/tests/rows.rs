//! The rows of the forms: every page can be reached, every text exists.

mod common;

use common::*;
use safe_permits::Applicant;
use safe_permits::form::{Answer, Draft, FieldType, When};

fn answer(draft: &mut Draft, when: &When, kind: FieldType) {
    let option = when.any_of[0].clone();
    let answer = if kind == FieldType::Choices { Answer::Many(vec![option]) } else { Answer::Text(option) };
    draft.answers.insert(when.field.clone(), answer);
}

#[test]
fn every_page_and_field_of_every_flow_can_be_reached() {
    let law = law();
    let kind_of = |id: &str| {
        let fields = law.pages.iter().flat_map(|page| &page.fields);
        fields.clone().find(|field| field.id == id).map(|field| field.kind)
    };
    for flow in &law.flows {
        for page in &flow.pages {
            let page = law.pages.iter().find(|one| one.id == *page).expect("checked on loading");
            let mut reached = false;
            for applicant in [Applicant::Person, Applicant::Company] {
                let form = form(&law, &flow.procedure, applicant);
                let mut draft = Draft::default();
                for when in page.when.iter().chain(page.fields.iter().filter_map(|field| field.when.as_ref()))
                {
                    if when.field != "applicant" {
                        let kind = kind_of(&when.field);
                        answer(&mut draft, when, kind.unwrap_or_else(|| panic!("no field {}", when.field)));
                    }
                }
                let steps = form.steps(&draft, &[]);
                let Some(step) = steps.iter().find(|step| step.page.id == page.id) else { continue };
                reached = true;
                let shown = step.fields.len();
                let of_procedure = page.fields.iter().filter(|field| {
                    field.procedures.is_empty() || field.procedures.contains(&flow.procedure)
                });
                assert_eq!(shown, of_procedure.count(), "{} of {}", page.id, flow.id);
            }
            let company = page.when.as_ref().is_some_and(|when| when.field == "applicant");
            let procedure = law.procedures.iter().find(|one| one.id == flow.procedure).expect("procedure");
            let never = company && !procedure.applicants.contains(&Applicant::Company);
            assert!(reached && !never, "{} of {}", page.id, flow.id);
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
        let named = [Some(&field.label), field.hint.as_ref(), field.missing.as_ref()];
        let options = field.options.iter().map(|option| &option.label);
        let all = named.into_iter().flatten().chain(options);
        texts.extend(all.map(|words| (format!("{owner}.{}", field.id), words)));
    }
    for page in &law.pages {
        texts.extend(
            [Some(&page.title), page.text.as_ref()].into_iter().flatten().map(|w| (page.id.clone(), w)),
        );
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
    for piece in text.split("Fault::new(").skip(1) {
        let code = piece.split('"').nth(1).filter(|code| !code.is_empty() && !code.contains('{'));
        codes.extend(code.map(|code| format!("permits-error-{code}")));
    }
    codes.extend(["permits-error-text-too-long", "permits-error-textarea-too-long"].map(str::to_owned));
    codes.extend(["permits-error-list-empty", "permits-document-too-old"].map(str::to_owned));
    assert!(codes.len() > 15, "{codes:?}");
    for lang in ["fr", "nl", "en", "de"] {
        let file = root().join(format!("locales/{lang}/permits.ftl"));
        let words = std::fs::read_to_string(file).expect("texts");
        for code in &codes {
            assert!(words.lines().any(|line| line.starts_with(&format!("{code} ="))), "{lang}: {code}");
        }
    }
}
