//! The forms, filled in as people do.

mod common;

use common::*;
use safe_permits::Applicant;
use safe_permits::form::{Draft, Form, Posted, State};

#[test]
fn answers_are_read_as_they_are_posted() {
    let law = law();
    let form = form(&law, "detention", Applicant::Person);
    let mut draft = Draft::default();
    assert_eq!(fill(&form, &mut draft, "case-language", &[]), fault("case-language", "missing"));
    let wrong = fill(&form, &mut draft, "case-language", &[("case-language", "en")]);
    assert_eq!(wrong, fault("case-language", "permits-error-choice-unknown"));
    assert_eq!(fill(&form, &mut draft, "case-language", &[("case-language", "nl")]), []);
    let birth = |day: &'static str, month: &'static str, year: &'static str| {
        vec![
            ("birth-date.day", day),
            ("birth-date.month", month),
            ("birth-date.year", year),
            ("birth-place", " Ixelles \u{0007}"),
            ("nationality", "BE"),
        ]
    };
    assert_eq!(fill(&form, &mut draft, "birth", &birth("27", "3", "1985")), []);
    assert_eq!((draft.text("birth-date"), draft.text("birth-place")), ("1985-03-27", "Ixelles"));
    let faults = fill(&form, &mut draft, "birth", &birth("31", "2", "1985"));
    assert_eq!(faults, fault("birth-date", "permits-error-date-invalid"));
    assert_eq!(draft.text("birth-date"), "31 2 1985", "kept as written");
    let faults = fill(&form, &mut draft, "birth", &birth("1", "1", "2030"));
    assert_eq!(faults, fault("birth-date", "permits-error-date-future"));
    let number = fill(&form, &mut draft, "national-number", &[("national-number", "93.05.18-223.61")]);
    assert_eq!((number, draft.text("national-number")), (vec![], "93051822361"));
    let number = fill(&form, &mut draft, "national-number", &[("national-number", "93.05.18-223.60")]);
    assert_eq!(number, fault("national-number", "permits-error-national-number-invalid"));
    let faults = fill(&form, &mut draft, "contact", &[("email", "ana@example"), ("phone", "12")]);
    assert_eq!(faults.len(), 2, "{faults:?}");
    let address =
        [("address.street", "Rue de la Loi"), ("address.number", "1"), ("address.postcode", "1000")];
    assert_eq!(
        fill(&form, &mut draft, "address", &address),
        fault("address", "permits-error-address-incomplete")
    );
    let json = serde_json::to_string(&draft).expect("json");
    assert_eq!(serde_json::from_str::<Draft>(&json).expect("draft"), draft);
}

#[test]
fn rows_of_a_list_are_read_bounded_and_checked_cell_by_cell() {
    let law = law();
    let form = form(&law, "detention", Applicant::Person);
    let mut draft = Draft::default();
    let faults = fill(&form, &mut draft, "weapons-wanted", &[("weapons.0.make", " ")]);
    assert_eq!(faults, fault("weapons", "missing"), "an empty row was only offered");
    let rows = [
        ("weapons.4.nature", "handgun"),
        ("weapons.4.calibre", "9 mm"),
        ("weapons.4.with-ammunition", "yes"),
        ("weapons.4.acquired", "belgium"),
        ("weapons.7.nature", "cannon"),
        ("weapons.9.nature", "long"),
        ("weapons.9.remove", "1"),
        ("weapons.x.nature", "long"),
    ];
    let faults = fill(&form, &mut draft, "weapons-wanted", &rows);
    let fields: Vec<&str> = faults.iter().map(|(field, _)| field.as_str()).collect();
    let expected =
        ["weapons.1.nature", "weapons.1.calibre", "weapons.1.with-ammunition", "weapons.1.acquired"];
    assert_eq!(fields, expected);
    let many: Vec<(String, String)> =
        (0..500).map(|n| (format!("weapons.{n}.make"), "x".to_owned())).collect();
    let step = form.step("weapons-wanted", &draft, &[]).expect("page");
    draft.save("weapons-wanted", form.read(&step, Posted(&many)));
    assert_eq!(draft.get("weapons").expect("rows").rows().len(), 21, "one more than the maximum");
    let faults = form.faults(&step, &draft, &[], TODAY);
    assert!(faults.iter().any(|one| one.code == "permits-error-list-too-many" && one.args[0].1 == "20"));
}

#[test]
fn a_cohabitant_is_of_age_and_has_another_address_than_the_applicant() {
    let law = law();
    let form = form(&law, "detention", Applicant::Person);
    let mut draft = Draft::default();
    assert!(form.step("cohabitant-list", &draft, &[]).is_none());
    fill(&form, &mut draft, "contact", &[("email", "ana@example.be")]);
    fill(&form, &mut draft, "cohabitants", &[("cohabitants", "some")]);
    let row = |born: &'static str, route: &'static str, email: &'static str| {
        vec![
            ("cohabitant-list.0.family-name", "Peeters"),
            ("cohabitant-list.0.given-names", "Bo"),
            ("cohabitant-list.0.birth-date", born),
            ("cohabitant-list.0.route", route),
            ("cohabitant-list.0.email", email),
        ]
    };
    let mut fill = |row: Vec<(&str, &str)>| fill(&form, &mut draft, "cohabitant-list", &row);
    assert_eq!(fill(row("1990-01-01", "online", "bo@example.be")), []);
    assert_eq!(fill(row("1990-01-01", "paper", "")), [], "no mail is needed on paper");
    let same = fill(row("1990-01-01", "online", "Ana@Example.be"));
    assert_eq!(same, fault("cohabitant-list.0.email", "permits-error-email-same"));
    let young = fill(row("2008-11-22", "online", "bo@example.be"));
    assert_eq!(young, fault("cohabitant-list.0.birth-date", "permits-error-date-adult"));
    assert_eq!(fill(row("2008-11-21", "online", "bo@example.be")), [], "of age today");
}

#[test]
fn warnings_tell_and_never_block() {
    let law = law();
    let form = form(&law, "detention", Applicant::Person);
    let mut draft = Draft::default();
    let warned = |form: &Form<'_>, draft: &Draft, page: &str| -> Vec<String> {
        let step = form.step(page, draft, &[]).expect("page");
        let warnings = form.warnings(&step, draft, TODAY, |postcode| postcode.starts_with("10"));
        warnings.into_iter().map(|warning| warning.id.clone()).collect()
    };
    assert_eq!(fill(&form, &mut draft, "reason", &[]), [], "no reason can be sent");
    assert_eq!(warned(&form, &draft, "reason"), ["no-reason"]);
    let born = [("birth-date", "2010-01-01"), ("birth-place", "Liège"), ("nationality", "BE")];
    assert_eq!(fill(&form, &mut draft, "birth", &born), []);
    assert_eq!(warned(&form, &draft, "birth"), ["minor"]);
    let mut at = |postcode: &'static str, country: &'static str| {
        let address = [
            ("address.street", "Rue"),
            ("address.number", "1"),
            ("address.postcode", postcode),
            ("address.municipality", "X"),
            ("address.country", country),
        ];
        assert_eq!(fill(&form, &mut draft, "address", &address), []);
        warned(&form, &draft, "address")
    };
    assert!(at("1000", "").is_empty());
    assert_eq!(at("4000", "BE"), ["governor"]);
    assert_eq!(at("1000", "fr"), ["governor"]);
}

#[test]
fn what_is_hidden_is_not_asked_and_is_dropped_when_the_file_is_sent() {
    let law = law();
    let form = form(&law, "detention", Applicant::Person);
    let mut draft = Draft::default();
    fill(&form, &mut draft, "reason", &[("reasons", "sport-shooting"), ("reasons", "hunting")]);
    fill(&form, &mut draft, "sport-licence", &[("sport-licence", "none")]);
    fill(&form, &mut draft, "reason", &[("reasons", "hunting")]);
    assert!(form.step("sport-licence", &draft, &[]).is_none());
    assert_eq!(draft.text("sport-licence"), "none", "kept until the file is sent");
    form.drop_hidden(&mut draft);
    assert!(draft.get("sport-licence").is_none());
    assert!(draft.get("reasons").is_some());
    let order: Vec<String> = form.steps(&draft, &[]).into_iter().map(|step| step.id).collect();
    let at = order.iter().position(|id| id == "hunting-title").expect("shown");
    assert_eq!(form.next("hunting-title", &draft, &[]).map(|step| step.id), order.get(at + 1).cloned());
    assert_eq!(form.previous("hunting-title", &draft, &[]).map(|step| step.id), order.get(at - 1).cloned());
    assert!(form.previous(&order[0], &draft, &[]).is_none());
}

#[test]
fn a_whole_file_is_filled_in_sent_and_resumed() {
    let law = law();
    let mut form = form(&law, "loss-theft", Applicant::Company);
    let mut draft = Draft::default();
    let states = |form: &Form<'_>, draft: &Draft| -> Vec<(String, State)> {
        let tasks = form.tasks(draft, &[], TODAY);
        tasks.into_iter().map(|part| (part.section.id.clone(), part.state)).collect()
    };
    fill(&form, &mut draft, "acting-for", &[("acting-for", "self")]);
    form.follow(&draft);
    assert_eq!(form.applicant, Applicant::Person);
    let before = states(&form, &draft);
    assert_eq!(before[0], ("before".to_owned(), State::InProgress));
    assert_eq!(before.last(), Some(&("declarations".to_owned(), State::CannotStart)));
    assert!(!before.iter().any(|(section, _)| section == "company"));
    let address = [
        ("address.street", "Rue"),
        ("address.number", "1"),
        ("address.postcode", "1000"),
        ("address.municipality", "Bruxelles"),
    ];
    let birth = [("birth-date", "1985-03-27"), ("birth-place", "Gent"), ("nationality", "NL")];
    let weapon =
        [("weapons.0.nature", "long"), ("weapons.0.calibre", "12"), ("weapons.0.serial-number", "inconnu")];
    let pages: [(&str, &[(&str, &str)]); 9] = [
        ("case-language", &[("case-language", "fr")]),
        ("name", &[("family-name", "Peeters"), ("given-names", "Bo")]),
        ("birth", &birth),
        ("national-number", &[("national-number", "93051822361")]),
        ("address", &address),
        ("contact", &[("email", "bo@example.be"), ("phone", "+32 2 000 00 00")]),
        ("loss-what", &[("event-kind", "stolen"), ("noticed-on", "2026-11-20")]),
        ("loss-police", &[("police-told", "no")]),
        ("weapons-held", &weapon),
    ];
    for (page, answers) in pages {
        assert_eq!(fill(&form, &mut draft, page, answers), [], "{page}");
    }
    let ready = states(&form, &draft);
    assert!(
        ready.iter().all(|(section, state)| (section == "declarations") != (*state == State::Done)),
        "{ready:?}"
    );
    assert_eq!(ready.last(), Some(&("declarations".to_owned(), State::NotStarted)));
    let missing = form.hindrances(&draft, &[], TODAY);
    assert!(missing.iter().all(|(page, _)| page == "declarations") && missing.len() == 2, "{missing:?}");
    let declared = [("true-and-complete", "yes"), ("privacy-read", "yes")];
    assert_eq!(fill(&form, &mut draft, "declarations", &declared), []);
    assert!(form.hindrances(&draft, &[], TODAY).is_empty());
    form.resume(&mut draft);
    assert_eq!(form.hindrances(&draft, &[], TODAY).len(), 2, "declared again at each resume");
    assert_eq!(draft.text("family-name"), "Peeters");
}
