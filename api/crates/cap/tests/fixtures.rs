//! Every fixture gives the finding it is named after, where it should.

mod common;

use std::collections::BTreeSet;

use common::{code_of, fixtures};
use safe_cap::{Alert, CODES, Finding, Level, Mode, Profile, Reader, Report, Status, Version, read, write};

fn has(findings: &[Finding], code: &str) -> bool {
    findings.iter().any(|finding| finding.code == code)
}

fn shown(report: &Report) -> String {
    let all = report.errors.iter().chain(&report.warnings).chain(&report.repairs);
    all.map(|finding| format!("\n  {finding}")).collect()
}

#[test]
fn valid_messages_are_accepted_and_kept() {
    for (name, bytes) in fixtures("valid") {
        for mode in [Mode::Strict, Mode::Lenient] {
            let report = read(&bytes, mode);
            assert!(report.is_accepted(), "{name} {mode:?}:{}", shown(&report));
            let alert = report.alert.expect("an accepted message is there");
            let again = read(write(&alert).as_bytes(), Mode::Strict);
            assert_eq!(again.alert.as_ref(), Some(&alert), "{name}:{}", shown(&again));
            let json = serde_json::to_string(&alert).expect("a message has a JSON form");
            assert_eq!(serde_json::from_str::<Alert>(&json).expect("it can be read again"), alert);
        }
    }
}

#[test]
fn valid_messages_are_read_as_written() {
    let messages = fixtures("valid");
    let get = |name: &str| {
        let (_, bytes) = messages.iter().find(|(known, _)| known == name).expect("it exists");
        let report = read(bytes, Mode::Strict);
        (report.alert.clone().expect("it is read"), report)
    };
    let (single, report) = get("single");
    assert_eq!(report.version, Some(Version::V1_2));
    assert!(report.repairs.is_empty() && report.warnings.is_empty());
    for same in ["prefixed", "comments", "utf16-le", "utf16-be", "utf8-with-mark", "windows-1252"] {
        assert_eq!(get(same).0, single, "{same}");
    }
    for same in ["schema-location", "dates-with-spaces", "carriage-returns", "version-1.1"] {
        assert_eq!(get(same).0, single, "{same}");
    }
    assert!(get("unknown-signature-content").1.signed);
    assert!(!report.signed);
    assert_eq!(get("exercise").0.status, Status::Exercise);
    assert!(!get("exercise").0.is_for_the_public());
    assert!(!get("private").0.is_for_the_public());
    assert_eq!(get("private").0.addresses[1], "desk one");
    assert_eq!(get("update").0.references.len(), 2);
    assert!(get("cancel").0.info.is_empty());
    assert_eq!(get("utc-offset").0.sent.to_string(), "2026-04-12T07:00:00-00:00");
    assert_eq!(get("utc-offset").0.sent.instant(), single.sent.instant());
    let midnight = get("end-of-day").0.info[0].expires.expect("it ends");
    assert_eq!(midnight.to_string(), "2026-04-13T00:00:00+02:00");
    let latin = get("latin1").0;
    assert!(latin.info[0].instruction.as_deref().is_some_and(|text| text.contains("été")));
    let (old, report) = get("version-1.1-utc");
    assert_eq!(report.version, Some(Version::V1_1));
    assert_eq!(old.sent.to_string(), "2026-04-12T07:00:00-00:00");
    assert!(has(&report.repairs, "value-repaired"));
    assert!(has(&get("version-1.1-no-media-type").1.repairs, "mime-type-assumed"));
}

#[test]
fn both_languages_are_read_as_written() {
    let bytes = include_bytes!("fixtures/valid/bilingual.xml");
    let both = read(bytes, Mode::Strict).alert.expect("it is read");
    assert_eq!(both.incidents, ["2026-000123", "harbour fire"]);
    assert_eq!(both.info[0].headline.as_deref(), Some("Incendie au bassin : fermez portes & fenêtres"));
    let smoke = "De la fumée <épaisse> se dirige vers le nord.";
    assert_eq!(both.info[0].description.as_deref(), Some(smoke));
    assert_eq!(both.info[0].area[0].polygon[0].positions.len(), 5);
    assert_eq!(both.info[0].area[0].polygon, both.info[1].area[0].polygon);
    assert_eq!(both.info[1].headline.as_deref(), Some("Brand aan het dok: sluit deuren & ramen"));
}

#[test]
fn schema_errors_are_refused_in_strict_mode() {
    for (name, bytes) in fixtures("schema") {
        let report = read(&bytes, Mode::Strict);
        assert!(report.alert.is_none(), "{name} was read");
        assert!(has(&report.errors, code_of(&name)), "{name}:{}", shown(&report));
        assert!(report.errors.iter().all(|error| error.line.is_some()), "{name} has no line");
    }
}

#[test]
fn rule_breaches_are_read_and_listed() {
    for (name, bytes) in fixtures("rules") {
        let report = read(&bytes, Mode::Strict);
        assert!(report.alert.is_some(), "{name} was not read:{}", shown(&report));
        let code = code_of(&name);
        let expected = match Profile::input().level(code) {
            Level::Error => &report.errors,
            Level::Warning => &report.warnings,
            Level::Off => continue,
        };
        assert!(has(expected, code), "{name}:{}", shown(&report));
        let lines = report.errors.iter().chain(&report.warnings).all(|found| found.line.is_some());
        assert!(lines, "{name} has no line");
    }
}

#[test]
fn every_rule_can_be_weighed() {
    for (name, bytes) in fixtures("rules") {
        let code = code_of(&name);
        for level in [Level::Off, Level::Warning, Level::Error] {
            let mut profile = Profile::input();
            profile.set(code, level).expect("the rule exists");
            let report = Reader { profile, ..Reader::new(Mode::Strict) }.read(&bytes);
            assert_eq!(has(&report.errors, code), level == Level::Error, "{name} {level:?}");
            assert_eq!(has(&report.warnings, code), level == Level::Warning, "{name} {level:?}");
        }
    }
}

#[test]
fn slips_of_real_feeds_are_put_right() {
    for (name, bytes) in fixtures("repairs") {
        let (shape, code) = match name.strip_prefix("shape.") {
            Some(code) => (true, code_of(code)),
            None => (false, code_of(&name)),
        };
        let strict = read(&bytes, Mode::Strict);
        // A shape is text to the schema, so such a message fits it. Equal
        // neighbours are no error even then.
        assert!(shape || strict.alert.is_none(), "{name} was read");
        assert!(strict.repairs.is_empty(), "{name}:{}", shown(&strict));
        let lenient = read(&bytes, Mode::Lenient);
        assert!(lenient.is_accepted(), "{name}:{}", shown(&lenient));
        assert!(has(&lenient.repairs, code), "{name}:{}", shown(&lenient));
        let alert = lenient.alert.expect("it was read");
        let again = read(write(&alert).as_bytes(), Mode::Strict);
        assert!(again.is_accepted(), "{name}:{}", shown(&again));
    }
}

#[test]
fn hostile_input_is_refused() {
    for (name, bytes) in fixtures("hostile") {
        for mode in [Mode::Strict, Mode::Lenient] {
            let report = read(&bytes, mode);
            assert!(report.alert.is_none(), "{name} was read");
            assert_eq!(report.errors.len(), 1, "{name}:{}", shown(&report));
            assert_eq!(report.errors[0].code, code_of(&name), "{name}:{}", shown(&report));
        }
    }
}

#[test]
fn findings_point_at_their_element() {
    let find = |folder: &str, name: &str| {
        let (_, bytes) = fixtures(folder).into_iter().find(|(known, _)| known == name).expect("it exists");
        let report = read(&bytes, Mode::Strict);
        let all: Vec<Finding> = report.errors.into_iter().chain(report.warnings).collect();
        let found = all.into_iter().find(|finding| finding.code == code_of(name)).expect("it is found");
        (found.line, found.column, found.path)
    };
    let at = |line, column, path: &str| (Some(line), Some(column), path.to_owned());
    assert_eq!(find("schema", "value-unknown.severity"), at(15, 5, "alert/info[1]/severity"));
    assert_eq!(find("schema", "element-missing.urgency"), at(9, 3, "alert/info[1]"));
    assert_eq!(find("schema", "xml-tag-mismatch"), at(12, 17, ""));
    assert_eq!(find("rules", "geocode-empty"), at(35, 7, "alert/info[1]/area[1]/geocode[1]"));
    assert_eq!(find("rules", "polygon-too-few"), at(34, 7, "alert/info[1]/area[1]/polygon[1]"));
    assert_eq!(find("rules", "language-assumed"), at(9, 3, "alert/info[1]/language"));
    assert_eq!(find("rules", "languages-differ.severity").2, "alert/info[2]/severity");
}

#[test]
fn every_code_has_a_fixture() {
    // These need input that is large, a memory of earlier messages, a model
    // that no text leads to, or a profile of its own; other tests make them.
    let elsewhere = [
        "input-too-large",
        "findings-cut",
        "limit-elements",
        "limit-text",
        "limit-vertices",
        "polygon-too-complex",
        "reference-unknown",
        "identifier-reused",
        "language-missing",
        "altitude-invalid",
        "text-characters",
        "category-missing",
        "effective-before-sent",
        "description-missing",
        "instruction-missing",
        "feed-unknown",
    ];
    let mut seen: BTreeSet<&str> = elsewhere.into_iter().collect();
    let mut names = Vec::new();
    for folder in ["schema", "rules", "repairs", "hostile"] {
        names.extend(fixtures(folder).into_iter().map(|(name, _)| name));
    }
    for name in &names {
        let code = code_of(name.strip_prefix("shape.").unwrap_or(name));
        assert!(CODES.iter().any(|(known, _)| *known == code), "{name} is named after no code");
        seen.insert(code);
    }
    let missing: Vec<_> = CODES.iter().filter(|(code, _)| !seen.contains(code)).collect();
    assert!(missing.is_empty(), "no fixture for {missing:?}");
}

#[test]
fn other_declarations_lead_to_the_same_message() {
    let single = include_str!("fixtures/valid/single.xml");
    let (_, body) = single.split_once("?>").expect("a declaration");
    let expected = read(single.as_bytes(), Mode::Strict).alert;
    assert!(expected.is_some());
    for declaration in ["<?xml version='1.1' encoding='UTF-8'?>", "<?xml version=\"1.7\"?>"] {
        let report = read(format!("{declaration}{body}").as_bytes(), Mode::Strict);
        assert_eq!(report.alert, expected, "{declaration}:{}", shown(&report));
    }
    for version in ["2.0", "1.", "1.x", ""] {
        let report = read(format!("<?xml version=\"{version}\"?>{body}").as_bytes(), Mode::Lenient);
        assert_eq!(report.errors.len(), 1, "{version}");
        let (code, found) = (report.errors[0].code, report.errors[0].args.get("found"));
        assert_eq!((code, found), ("xml-malformed", Some(format!("version=\"{version}\"").as_str())));
    }
}

#[test]
fn shift_jis_is_read() {
    // 大雨 in Shift_JIS, and the same bytes cut in the middle of a character.
    let (head, tail) = include_str!("fixtures/valid/single.xml").split_once("<event>").expect("an event");
    let (_, tail) = tail.split_once("</event>").expect("its end");
    let ascii = |text: &str| text.chars().filter(char::is_ascii).collect::<String>();
    let head = ascii(head).replace("UTF-8", "Shift_JIS");
    let message =
        |event: &[u8]| [head.as_bytes(), b"<event>", event, b"</event>", ascii(tail).as_bytes()].concat();
    let report = read(&message(&[0x91, 0xe5, 0x89, 0x4a]), Mode::Strict);
    let alert = report.alert.clone().unwrap_or_else(|| panic!("{}", shown(&report)));
    assert_eq!(alert.info[0].event, "大雨");
    let report = read(&message(&[0x91, 0xe5, 0x89]), Mode::Strict);
    assert_eq!(report.errors[0].code, "encoding-invalid");
}

#[test]
fn names_lose_the_space_around_them_in_lenient_mode_alone() {
    let single = include_str!("fixtures/valid/single.xml");
    let expected = read(single.as_bytes(), Mode::Strict).alert.expect("it is read");
    let padded = single.replace("<identifier>", "<identifier>\n  ").replace("</sender>", " </sender>");
    let strict = read(padded.as_bytes(), Mode::Strict);
    assert!(has(&strict.errors, "identifier-characters") && has(&strict.errors, "sender-characters"));
    let lenient = read(padded.as_bytes(), Mode::Lenient);
    assert!(lenient.is_accepted(), "{}", shown(&lenient));
    assert_eq!(lenient.repairs.len(), 2, "{}", shown(&lenient));
    assert_eq!(lenient.alert, Some(expected));
    let inside = single.replace("<identifier>", "<identifier>two words ");
    assert!(has(&read(inside.as_bytes(), Mode::Lenient).errors, "identifier-characters"));
}

#[test]
fn shapes_left_out_do_not_shift_the_lines_of_others() {
    let polygon = "<polygon>50.8,4.3 50.9,4.3 50.9,4.4 50.8,4.4 50.8,4.3</polygon>";
    let three = "<polygon>nowhere</polygon>\n      <polygon/>\n      <polygon>1,2</polygon>";
    let text = include_str!("fixtures/valid/single.xml").replace(polygon, three);
    let report = read(text.as_bytes(), Mode::Strict);
    let lines = |code: &str| {
        let all = report.errors.iter().chain(&report.warnings);
        all.filter(|finding| finding.code == code).map(|finding| finding.line).collect::<Vec<_>>()
    };
    assert_eq!(lines("polygon-malformed"), [Some(34)]);
    assert_eq!(lines("element-empty"), [Some(35)]);
    assert_eq!(lines("polygon-too-few"), [Some(36)]);
}
