//! The forms, filled in as people do.

mod common;

use common::*;
use safe_permits::form::{Answers, What, Wrong, check};
use serde_json::json;

fn wrong(field: &str, id: &'static str) -> Vec<Wrong> {
    vec![Wrong { field: field.to_owned(), what: What::Id(id) }]
}

#[test]
fn answers_are_read_as_they_are_sent() {
    let law = law();
    let mut all = Answers::new();
    let mut fill = |page: &str, sent: &[(&str, &str)]| {
        let wrongs = fill(&law, "detention", &mut all, page, sent);
        (wrongs, all.clone())
    };
    let (missing, _) = fill("case-language", &[]);
    assert_eq!(missing, [Wrong { field: "case-language".to_owned(), what: What::Missing }]);
    assert_eq!(fill("case-language", &[("case-language", "en")]).0, wrong("case-language", "choice-unknown"));
    assert_eq!(fill("case-language", &[("case-language", "nl")]).0, []);
    let birth = |day: &'static str, month: &'static str, year: &'static str| {
        vec![
            ("birth-date-d", day),
            ("birth-date-m", month),
            ("birth-date-y", year),
            ("birth-place", " Ixelles \u{0007}"),
            ("nationality", "XK"),
        ]
    };
    let (wrongs, kept) = fill("birth", &birth("27", "3", "1985"));
    assert_eq!(
        (wrongs, &kept["birth-date"], &kept["birth-place"]),
        (vec![], &json!("1985-03-27"), &json!("Ixelles"))
    );
    let (wrongs, kept) = fill("birth", &birth("31", "2", "1985"));
    assert_eq!((wrongs, &kept["birth-date"]), (wrong("birth-date", "date-invalid"), &json!("31/2/1985")));
    assert_eq!(fill("birth", &birth("1", "1", "2030")).0, wrong("birth-date", "date-future"));
    assert_eq!(
        fill("birth", &birth("1", "1", "85")).0,
        wrong("birth-date", "date-invalid"),
        "which century?"
    );
    let (wrongs, kept) = fill("national-number", &[("national-number", "93.05.18-223.61")]);
    assert_eq!((wrongs, &kept["national-number"]), (vec![], &json!("93051822361")));
    let (wrongs, kept) = fill("national-number", &[("national-number", "93.05.18-223.60")]);
    assert_eq!(wrongs, wrong("national-number", "national-number-invalid"));
    assert_eq!(kept["national-number"], "93.05.18-223.60", "kept as written");
    assert_eq!(fill("contact", &[("email", "ana@example"), ("phone", "12")]).0.len(), 2);
    let address =
        [("address-street", "Rue de la Loi"), ("address-number", "1"), ("address-postcode", "1000")];
    assert_eq!(fill("address", &address).0, wrong("address", "address-incomplete"));
    let long = "é".repeat(30_000);
    let (wrongs, kept) = fill("reason-text", &[("reason-text", &long)]);
    assert!(matches!(wrongs[0].what, What::Max("textarea-too-long", _)), "{wrongs:?}");
    assert_eq!(kept["reason-text"], long, "all of it, to be mended");
    let (_, kept) = fill("reason-text", &[("reason-text", &long.repeat(2))]);
    assert_eq!(kept["reason-text"].as_str().expect("text").chars().count(), 40_000, "bounded");
}

#[test]
fn a_row_is_checked_against_the_file() {
    let law = law();
    let all = answers(json!({ "email": "ana@example.be", "cohabitants": "some" }));
    let context = form(&law, "detention", &all);
    let list = law.list("cohabitant").expect("list");
    let faults = |born: &str, route: &str, email: &str| {
        let row = json!({ "family-name": "Peeters", "given-names": "Bo", "birth-date": born,
            "route": route, "email": email });
        check(&context, &list.fields, &answers(row), true)
    };
    assert_eq!(faults("1990-01-01", "online", "bo@example.be"), []);
    assert_eq!(faults("1990-01-01", "paper", ""), [], "no mail is needed on paper");
    assert_eq!(faults("1990-01-01", "online", "Ana@Example.be"), wrong("email", "email-same"));
    assert_eq!(faults("2008-11-22", "online", "bo@example.be"), wrong("birth-date", "date-adult"));
    assert_eq!(faults("2008-11-21", "online", "bo@example.be"), [], "of age today");
    let many: Vec<_> = (0..21).map(|n| row(&n.to_string(), json!({}))).collect();
    let all = answers(json!({ "weapons": many }));
    let context = form(&law, "detention", &all);
    let page = law.page("weapons-wanted").expect("page");
    assert_eq!(check(&context, &page.fields, &all, false)[0].what, What::Max("list-too-many", 20));
}

#[test]
fn rows_that_were_taken_over_are_judged_with_their_list() {
    let law = law();
    let weapon = |key: &str, serial: &str| {
        row(key, json!({ "nature": "handgun", "calibre": "9 mm", "serial-number": serial }))
    };
    let page = law.page("weapons-held").expect("page");
    let wrongs = |rows: Vec<serde_json::Value>| {
        let all = answers(json!({ "weapons": rows }));
        check(&form(&law, "loss-theft", &all), &page.fields, &all, false)
    };
    assert_eq!(wrongs(vec![weapon("a", "AB 1"), weapon("b", "AB 2")]), []);
    let told = |rows: &[usize]| [Wrong { field: "weapons".to_owned(), what: What::Rows(rows.to_vec()) }];
    assert_eq!(wrongs(vec![weapon("a", ""), weapon("b", "AB 2"), weapon("c", "")]), told(&[1, 3]));
    assert_eq!(wrongs(vec![weapon("a", "AB 1"), weapon("b", "AB 2"), weapon("c", "")]), told(&[3]));
}

#[test]
fn what_is_not_asked_any_more_is_left_out() {
    let law = law();
    let officer = row("o", json!({ "family-name": "Peeters" }));
    let person = json!({ "route": "paper", "email": "bo@example.be", "given-names": "Bo" });
    let all = answers(json!({
        "acting-for": "self", "officers": [officer], "enterprise-number": "0566988259",
        "cohabitants": "some", "cohabitant-list": [row("c", person)],
    }));
    let context = form(&law, "detention", &all);
    let asked = |page: &str| context.asked(law.page(page).expect("page"), &all);
    assert!(asked("company").is_empty() && asked("officers").is_empty());
    assert_eq!(asked("acting-for"), answers(json!({ "acting-for": "self" })));
    let listed = json!({ "cohabitant-list": [row("c", json!({ "route": "paper", "given-names": "Bo" }))] });
    assert_eq!(asked("cohabitant-list"), answers(listed), "no mail is asked of somebody on paper");
}

#[test]
fn what_is_hidden_decides_nothing_further_on() {
    let law = law();
    let mut all = answers(json!({ "reasons": ["sport-shooting", "hunting"], "sport-licence": "definitive" }));
    assert!(pages(&law, "detention", &all).contains(&"sport-licence".to_owned()));
    all.insert("reasons".to_owned(), json!(["hunting"]));
    let asked = pages(&law, "detention", &all);
    assert!(!asked.contains(&"sport-licence".to_owned()) && asked.contains(&"hunting-title".to_owned()));
    assert!(!form(&law, "detention", &all).says("sport-licence", "definitive"), "left from before");
    // For whom one acts is asked where a company can apply, and nowhere else.
    assert!(!pages(&law, "carry", &all).contains(&"acting-for".to_owned()));
    all.insert("acting-for".to_owned(), json!("company"));
    assert!(!form(&law, "carry", &all).is_company());
    assert!(form(&law, "dealer", &all).is_company());
    assert!(pages(&law, "dealer", &all).contains(&"officers".to_owned()));
}
