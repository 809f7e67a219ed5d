//! Which documents a file needs, and how old they may be.

mod common;

use common::*;
use jiff::civil::{Date, date};
use safe_permits::Applicant;
use safe_permits::form::{Answer, Draft, Form, Handed, Identity};
use safe_permits::procedure::Need;
use safe_permits::required::{Excused, Freshness, freshness};

#[test]
fn the_sign_in_saves_questions() {
    let law = law();
    let given = [("family_name", "Peeters"), ("national_number", "93051822361")];
    let given = given.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let identity = Identity { official: true, given };
    let form = Form::new(law.on(TODAY), "dealer", Applicant::Company, identity).expect("form");
    let mut draft = Draft::default();
    assert!(form.step("national-number", &draft, &[]).is_none());
    assert_eq!(form.prefill(&mut draft), ["family-name"]);
    assert_eq!(draft.text("family-name"), "Peeters");
    let papers = form.wanted(&draft, &[]).into_iter().find(|one| one.asked.id == "identity-papers");
    assert!(matches!(papers.expect("asked").excused, Some(Excused::Exempt(_))));
}

#[test]
fn documents_follow_reason_licence_and_household() {
    let law = law();
    let form = form(&law, "detention", Applicant::Person);
    let mut draft = Draft::default();
    let asked = |draft: &Draft, handed: &[Handed]| -> Vec<String> {
        let wanted = form.wanted(draft, handed).into_iter().filter(|one| one.is_required());
        wanted.map(|one| one.asked.id.clone()).collect()
    };
    let has = |list: &[String], id: &str| list.iter().any(|one| one == id);
    assert!(!has(&asked(&draft, &[]), "club-membership"), "no reason was given");
    draft.answers.insert("reasons".to_owned(), Answer::Many(vec!["sport-shooting".to_owned()]));
    let plain = asked(&draft, &[]);
    for id in [
        "criminal-record",
        "medical-certificate",
        "theory-certificate",
        "club-membership",
        "cohabitant-consent",
    ] {
        assert!(has(&plain, id), "{id}");
    }
    assert!(!has(&plain, "hunting-permit") && !has(&plain, "honour-declaration"));
    let with_licence = asked(&draft, &[handed("sport-licence")]);
    for id in ["club-membership", "regular-shooter", "theory-certificate", "medical-certificate"] {
        assert!(!has(&with_licence, id), "{id}");
    }
    assert!(has(&with_licence, "criminal-record"));
    draft.answers.insert("cohabitants".to_owned(), Answer::Text("none".to_owned()));
    assert!(!has(&asked(&draft, &[]), "cohabitant-consent"));
    let row = [("nature".to_owned(), Answer::Text("long-semi-automatic".to_owned()))];
    draft.answers.insert("weapons".to_owned(), Answer::Rows(vec![row.into_iter().collect()]));
    assert!(has(&asked(&draft, &[]), "honour-declaration"));
    draft.answers.insert("reasons".to_owned(), Answer::Many(vec!["hunting".to_owned()]));
    assert!(has(&asked(&draft, &[]), "hunting-permit"));
    assert!(!has(&asked(&draft, &[handed("guard-designation")]), "hunting-permit"));
}

#[test]
fn documents_follow_variant_officers_and_what_is_not_known() {
    let law = law();
    let dealer = form(&law, "dealer", Applicant::Company);
    let mut draft = Draft::default();
    let find = |form: &Form<'_>, draft: &Draft, id: &str| -> Vec<Need> {
        let wanted = form.wanted(draft, &[]);
        wanted.into_iter().filter(|one| one.asked.id == id).map(|one| one.need).collect()
    };
    assert_eq!(find(&dealer, &draft, "exam-proof"), [Need::Optional], "the variant is not known yet");
    draft.answers.insert("variant".to_owned(), Answer::Text("dealer".to_owned()));
    assert_eq!(find(&dealer, &draft, "exam-proof"), [Need::Required]);
    draft.answers.insert("variant".to_owned(), Answer::Text("fair".to_owned()));
    assert!(find(&dealer, &draft, "exam-proof").is_empty());
    draft.answers.insert("officers".to_owned(), Answer::Rows(vec![Default::default(), Default::default()]));
    let pages: Vec<String> = dealer.steps(&draft, &[]).into_iter().map(|step| step.id).collect();
    assert!(pages.iter().any(|id| id == "document-criminal-record-officer"));
    assert!(pages.iter().any(|id| id == "document-criminal-record-officer-2"));
    let person = form(&law, "dealer", Applicant::Person);
    assert!(find(&person, &draft, "company-statutes").is_empty());
    let control = form(&law, "periodic-control", Applicant::Person);
    let mut draft = Draft::default();
    assert_eq!(find(&control, &draft, "control-proof"), [Need::Optional]);
    draft.answers.insert("reason-still".to_owned(), Answer::Text("heritage".to_owned()));
    assert!(find(&control, &draft, "control-proof").is_empty());
    let notice = form(&law, "notice", Applicant::Person);
    let mut draft = Draft::default();
    draft.answers.insert("acquirer-title".to_owned(), Answer::Text("sport-licence".to_owned()));
    assert_eq!(find(&notice, &draft, "sport-licence"), [Need::Alternative]);
    assert!(find(&notice, &draft, "hunting-permit").is_empty());
}

#[test]
fn the_age_of_a_document_is_counted_back_from_the_application() {
    let law = law();
    let age = law.on(TODAY).age_of("detention", "criminal-record").expect("three months");
    let good = |until: Date| Freshness::Good { until: Some(until) };
    assert_eq!(freshness(age, date(2026, 8, 21), TODAY), good(TODAY));
    let earliest = date(2026, 8, 21);
    assert_eq!(freshness(age, date(2026, 8, 20), TODAY), Freshness::TooOld { earliest });
    // 31 May less three months is the last day of February.
    assert_eq!(freshness(age, date(2027, 2, 28), date(2027, 3, 1)), good(date(2027, 5, 31)));
    assert_eq!(freshness(age, date(2027, 1, 31), date(2027, 2, 1)), good(date(2027, 4, 30)));
    let form = form(&law, "detention", Applicant::Person);
    let draft = Draft::default();
    let old = Handed { dated: Some(date(2026, 8, 20)), ..handed("criminal-record") };
    let step = form.step("document-criminal-record", &draft, std::slice::from_ref(&old)).expect("page");
    let faults = form.faults(&step, &draft, std::slice::from_ref(&old), TODAY);
    assert_eq!(faults[0].code, "permits-document-too-old");
    assert_eq!(faults[0].args, [("earliest", "2026-08-21".to_owned())]);
    let later = Handed { dated: Some(date(2026, 11, 22)), ..old };
    assert_eq!(form.faults(&step, &draft, &[later], TODAY)[0].code, "permits-error-date-future");
    let explained = Handed { files: 0, dated: None, explained: true, ..handed("criminal-record") };
    assert!(form.faults(&step, &draft, &[explained], TODAY).is_empty());
    assert_eq!(form.faults(&step, &draft, &[], TODAY)[0].code, "permits-error-file-missing");
}
