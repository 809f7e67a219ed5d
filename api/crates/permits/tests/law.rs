//! The rows of `content/permits` as they are, and data that is wrong.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use safe_permits::deadline::Unit;
use safe_permits::eligibility::Step;
use safe_permits::{Confidence, Law};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn law() -> Law {
    Law::load(&root().join("content/permits")).unwrap_or_else(|error| panic!("{error}"))
}

const TODAY: Date = date(2026, 11, 21);

/// The folder with one text put in the place of another.
fn spoiled(file: &str, old: &str, new: &str) -> String {
    let dir = std::env::temp_dir().join(format!("permits-{}-{file}-{}", std::process::id(), old.len()));
    std::fs::create_dir_all(&dir).expect("folder");
    for entry in std::fs::read_dir(root().join("content/permits")).expect("content").flatten() {
        std::fs::copy(entry.path(), dir.join(entry.file_name())).expect("copy");
    }
    let text = std::fs::read_to_string(dir.join(file)).expect("text");
    assert!(text.contains(old), "{old}");
    std::fs::write(dir.join(file), text.replacen(old, new, 1)).expect("write");
    let faults = Law::load(&dir).expect_err("must be refused").to_string();
    std::fs::remove_dir_all(&dir).expect("clean");
    faults
}

#[test]
fn the_rows_of_a_day_are_those_in_force() {
    let law = law();
    let today = law.on(TODAY);
    assert_eq!(today.procedures().count(), law.procedures.len());
    assert_eq!(law.on(date(2006, 6, 8)).procedures().count(), 0);
    let certificate = law.on(date(2020, 6, 4)).document("deactivation-certificate");
    assert!(certificate.is_none(), "the row begins on 5 June 2020");
    let version = today.procedure("detention").expect("detention").version();
    assert_eq!((version.id.as_str(), version.valid_from), ("detention", date(2006, 6, 9)));
}

#[test]
fn a_fee_is_that_of_the_day_or_not_known() {
    let law = law();
    for row in &law.amounts {
        let day = row.proof.valid_to.unwrap_or(TODAY);
        let found = law.on(day).amount(&row.fee, &row.stage).expect("an amount of its own day");
        assert_eq!(found.version(), row.version());
    }
    let now = law.on(TODAY).amount("detention", "filing").expect("a row");
    assert_eq!(now.amount_cents, None, "never guessed");
}

#[test]
fn what_is_not_confirmed_says_so() {
    let law = law();
    let count = law.on(TODAY).law.day_counts.iter().find(|row| row.id == "calendar").expect("rule");
    assert_eq!(count.proof.confidence, Confidence::Unconfirmed);
    assert!(law.flows.iter().all(|flow| flow.proof.is_unconfirmed()));
    let open = law.unconfirmed(TODAY);
    for row in ["flow detention", "day_count calendar", "limit full-age"] {
        assert!(open.iter().any(|one| one == row), "{row}: {open:?}");
    }
    assert!(!open.iter().any(|one| one == "procedure detention"));
    assert!(law.unconfirmed(date(2000, 1, 1)).is_empty());
}

#[test]
fn the_weapons_act_opens_the_appeal_to_the_minister_alone() {
    let law = law();
    let today = law.on(TODAY);
    let minister = today.deadline("appeal-minister").expect("a row");
    assert_eq!(minister.proof.legal_basis, ["weapons-act:30"]);
    let council = today.deadline("appeal-council-of-state").expect("a row");
    assert!(council.proof.legal_basis.is_empty(), "no source names the act");
    assert!(council.text.get("fr").contains("vous est notifié"), "from when its time runs");
    let court = today.authority("council-of-state").expect("a row");
    assert!(court.proof.legal_basis.is_empty());
}

#[test]
fn variants_choose_fee_and_time_limit() {
    let law = law();
    let range = law.on(TODAY).procedure("shooting-range").expect("row");
    assert_eq!(range.fee(Some("temporary-clay")), Some("free"));
    assert_eq!(range.fee(None), None, "two fees and no variant");
    assert!(range.deadlines_of(Some("temporary-clay")).contains(&"decision-temporary-range"));
    assert!(!range.deadlines_of(Some("temporary-clay")).contains(&"decision"));
    assert!(range.deadlines_of(None).contains(&"decision"));
}

#[test]
fn a_month_without_the_day_ends_on_its_last() {
    assert_eq!(Unit::Months.after(date(2027, 1, 31), 1), date(2027, 2, 28));
    assert_eq!(Unit::Months.after(date(2028, 5, 31), -3), date(2028, 2, 29));
    assert_eq!(Unit::Years.after(date(2028, 2, 29), -2), date(2026, 2, 28));
    assert_eq!(Unit::Weeks.after(date(2026, 12, 28), 1), date(2027, 1, 4));
}

#[test]
fn faults_name_file_and_row() {
    let fault =
        spoiled("fees.toml", "stages = [\"filing\"]\nrefundable", "stages = [\"filing\"]\nrefundible");
    assert!(fault.contains("fees.toml: fee detention: unknown field `refundible`"), "{fault}");
    let fault = spoiled("procedures.toml", "fees = [\"detention\"]", "fees = [\"detention-fee\"]");
    assert!(fault.contains("procedures.toml: detention: fees: nothing is called `detention-fee`"), "{fault}");
    let fault = spoiled("legal.toml", "id = \"weapons-act\"", "id = \"weapon-act\"");
    assert!(fault.contains("legal_basis: no act is called `weapons-act:11`"), "{fault}");
    let fault = spoiled("eligibility.toml", "next = \"residence\"", "next = \"need\"");
    assert!(fault.contains("eligibility.toml: need: this way never ends"), "{fault}");
    let fault = spoiled("deadlines.toml", "id = \"decision-extension\"", "id = \"decision\"");
    assert!(fault.contains("deadlines.toml: deadline decision: two rows apply on the same day"), "{fault}");
    let advice = "reminders = [20]\nday_count = \"calendar-next-working-day\"\nsuspends = ";
    let fault = spoiled("deadlines.toml", &format!("{advice}false"), &format!("{advice}true"));
    assert!(fault.contains("deadlines.toml: advice-reply: suspends"), "{fault}");
    let fault = spoiled("procedures.toml", "valid_from = 2006-06-09", "valid_from = \"soon\"");
    assert!(fault.contains("procedures.toml: procedure detention:"), "{fault}");
}

#[test]
fn answers_lead_where_the_vectors_say() {
    let law = law();
    let text = std::fs::read_to_string(root().join("tests/vectors/permits.json")).expect("vectors");
    let vectors: serde_json::Value = serde_json::from_str(&text).expect("json");
    let cases = vectors["procedures"].as_array().expect("cases");
    assert!(cases.len() > 10);
    for case in cases {
        let answers: BTreeMap<String, String> =
            serde_json::from_value(case["answers"].clone()).expect("answers");
        let walk = law.eligibility.walk(&answers).expect("known options");
        assert_eq!(walk.given.len(), answers.len(), "{case}");
        match walk.step {
            Step::End(outcome) => assert_eq!(outcome.id, case["outcome"], "{case}"),
            Step::Ask(question) => panic!("{case}: asks {}", question.id),
        }
    }
}

#[test]
fn the_walk_begins_at_the_start_and_refuses_what_is_no_option() {
    let law = law();
    let mut answers = BTreeMap::new();
    let first = law.eligibility.walk(&answers).expect("no answers");
    assert!(matches!(first.step, Step::Ask(question) if question.id == law.eligibility.start));
    // An answer of a way that was left does not count.
    answers.insert("carry-title".to_owned(), "yes".to_owned());
    assert!(law.eligibility.walk(&answers).expect("left aside").given.is_empty());
    answers.insert("need".to_owned(), "nothing".to_owned());
    assert_eq!(law.eligibility.walk(&answers).expect_err("no option").question, "need");
}

#[test]
fn yes_stands_before_no_wherever_it_is_asked() {
    let law = law();
    let of_pages = law.pages.iter().flat_map(|page| &page.fields);
    let of_lists = law.lists.iter().flat_map(|list| &list.fields);
    let mut asked = 0;
    for field in of_pages.chain(of_lists) {
        let place =
            |word: &str| field.options.iter().position(|option| option.label.get("fr").starts_with(word));
        if let (Some(yes), Some(no)) = (place("Oui"), place("Non")) {
            assert!(yes < no, "{}", field.id);
            asked += 1;
        }
    }
    assert!(asked >= 5, "{asked} questions");
}
