//! Which documents a file needs, and how old they may be.

mod common;

use common::*;
use jiff::civil::date;
use safe_permits::form::{AgeState, Answers, Context, Identity, needs};
use serde_json::json;

fn required(places: &[(String, String, bool)]) -> Vec<&str> {
    places.iter().filter(|(_, _, required)| *required).map(|(id, ..)| id.as_str()).collect()
}

#[test]
fn documents_follow_reason_licence_and_household() {
    let law = law();
    let mut all = Answers::new();
    let asked = |all: &Answers, handed: &[&str]| -> Vec<String> {
        required(&places(&law, "detention", all, handed)).into_iter().map(str::to_owned).collect()
    };
    let has = |list: &[String], id: &str| list.iter().any(|one| one == id);
    assert!(!has(&asked(&all, &[]), "club-membership"), "no reason was given");
    all.insert("reasons".to_owned(), json!(["sport-shooting"]));
    all.insert("sport-licence".to_owned(), json!("definitive"));
    let plain = asked(&all, &[]);
    for id in ["criminal-record", "medical-certificate", "theory-certificate", "club-membership"] {
        assert!(has(&plain, id), "{id}: {plain:?}");
    }
    assert!(!has(&plain, "hunting-permit") && !has(&plain, "honour-declaration"));
    let with_licence = asked(&all, &["sport-licence"]);
    for id in ["club-membership", "regular-shooter", "theory-certificate", "medical-certificate"] {
        assert!(!has(&with_licence, id), "{id}");
    }
    assert!(has(&with_licence, "criminal-record"));
    // A licence that is no longer the answer stands for nothing, but keeps its place.
    all.insert("sport-licence".to_owned(), json!("provisional"));
    assert!(has(&asked(&all, &["sport-licence"]), "medical-certificate"));
    assert!(places(&law, "detention", &all, &["sport-licence"]).iter().any(|(id, ..)| id == "sport-licence"));
    assert!(!places(&law, "detention", &all, &[]).iter().any(|(id, ..)| id == "sport-licence"));
    all.insert("weapons".to_owned(), json!([row("w1", json!({ "nature": "long-semi-automatic" }))]));
    assert!(has(&asked(&all, &[]), "honour-declaration"));
    all.insert("reasons".to_owned(), json!(["hunting"]));
    assert!(has(&asked(&all, &[]), "hunting-permit"));
    assert!(!has(&asked(&all, &["guard-designation"]), "hunting-permit"));
}

#[test]
fn each_person_and_each_paper_answer_has_a_place() {
    let law = law();
    let mut all = answers(json!({
        "acting-for": "company",
        "officers": [
            row("o1", json!({ "given-names": "Bo", "family-name": "Peeters" })),
            row("o2", json!({ "given-names": "Ana", "family-name": "Dupont" })),
        ],
    }));
    let find = |all: &Answers, procedure: &str, id: &str| -> Vec<(String, bool)> {
        let places = places(&law, procedure, all, &[]);
        places.into_iter().filter(|(one, ..)| one == id).map(|(_, slot, needed)| (slot, needed)).collect()
    };
    let two = [("o1".to_owned(), true), ("o2".to_owned(), true)];
    assert_eq!(find(&all, "dealer", "criminal-record-officer"), two);
    assert_eq!(find(&all, "dealer", "exam-proof"), [("-".to_owned(), false)], "the variant is not known yet");
    all.insert("variant".to_owned(), json!("dealer"));
    assert_eq!(find(&all, "dealer", "exam-proof"), [("-".to_owned(), true)]);
    all.insert("variant".to_owned(), json!("fair"));
    assert!(find(&all, "dealer", "exam-proof").is_empty());
    all.insert("acting-for".to_owned(), json!("self"));
    assert!(find(&all, "dealer", "company-statutes").is_empty());
    let home = answers(json!({
        "cohabitants": "some",
        "cohabitant-list": [row("c1", json!({ "route": "paper" })), row("c2", json!({ "route": "online" }))],
    }));
    let paper = find(&home, "detention", "cohabitant-consent");
    assert_eq!(paper.iter().map(|(slot, _)| slot.as_str()).collect::<Vec<_>>(), ["c1"]);
    let heritage = answers(json!({ "reason-still": "heritage" }));
    assert!(find(&heritage, "periodic-control", "control-proof").iter().all(|(_, needed)| !needed));
}

#[test]
fn an_official_identity_needs_no_papers() {
    let law = law();
    let (all, day) = (Answers::new(), law.on(TODAY));
    let dealer = day.procedure("dealer").expect("dealer");
    for (official, expected) in [(true, false), (false, true)] {
        let identity = Identity { official, has_number: official };
        let context = Context::new(day, dealer, &all, identity, TODAY);
        let asked = needs(&context, &[]).iter().any(|slot| slot.document.id == "identity-papers");
        assert_eq!(asked, expected);
        assert_eq!(context.pages().iter().any(|page| page.id == "national-number"), !official);
    }
}

#[test]
fn the_age_of_a_document_is_counted_back_from_the_application() {
    let law = law();
    let all = Answers::new();
    let on = |today| {
        let day = law.on(today);
        Context::new(day, day.procedure("detention").expect("row"), &all, Identity::default(), today)
    };
    let state = |today, dated| {
        let context = on(today);
        let slots = needs(&context, &[]);
        let slot = slots.iter().find(|slot| slot.document.id == "criminal-record").expect("asked");
        slot.age(&context, dated)
    };
    assert_eq!(state(TODAY, date(2026, 8, 21)), AgeState::Soon(TODAY), "the last day on which it is good");
    assert_eq!(state(TODAY, date(2026, 8, 20)), AgeState::TooOld(date(2026, 8, 21)));
    assert_eq!(state(TODAY, date(2026, 11, 20)), AgeState::Fine);
    // 31 May less three months is the last day of February.
    assert_eq!(state(date(2027, 5, 20), date(2027, 2, 28)), AgeState::Soon(date(2027, 5, 31)));
    assert_eq!(state(date(2027, 4, 10), date(2027, 1, 31)), AgeState::Soon(date(2027, 4, 30)));
}
