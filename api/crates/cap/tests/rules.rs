//! Rules that need a model, a profile or a memory of their own.

use safe_cap::{
    Alert, Area, CODES, Category, Certainty, Circle, Context, DateTime, Finding, Info, Level, Mode, MsgType,
    Polygon, Position, Profile, Reference, Severity, Urgency, read, validate, validate_in_context, write,
};

fn date(text: &str) -> DateTime {
    text.parse().expect("the date is right")
}

/// A message that our own profile accepts without a remark.
fn model(languages: &[&str]) -> Alert {
    let mut alert = Alert::new("be-1", "alerts@example.brussels", date("2026-04-12T09:00:00+02:00"));
    for language in languages {
        let scale = (Urgency::Immediate, Severity::Extreme, Certainty::Observed);
        let mut info = Info::new(*language, Category::Fire, format!("event {language}"), scale);
        info.expires = Some(date("2026-04-12T12:00:00+02:00"));
        info.headline = Some(format!("headline {language}"));
        info.description = Some(format!("description {language}"));
        info.instruction = Some(format!("instruction {language}"));
        let mut area = Area::new(format!("area {language}"));
        let square = [(50.8, 4.3), (50.9, 4.3), (50.9, 4.4), (50.8, 4.4), (50.8, 4.3)];
        area.polygon.push(Polygon::from_lat_lon(&square));
        area.circle.push(Circle::new(Position::new(50.85, 4.35), 2.5));
        info.area.push(area);
        alert.info.push(info);
    }
    alert
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn our_profile_accepts_a_full_message() {
    for languages in [&["fr-BE"][..], &["fr-BE", "nl-BE"], &["fr", "nl", "en", "de", "ar", "uk", "tr", "es"]]
    {
        let found = validate(&model(languages), &Profile::output());
        assert!(found.is_valid() && found.warnings.is_empty(), "{found:?}");
    }
}

#[test]
fn our_profile_wants_what_announcements_need() {
    let mut alert = model(&["fr-BE"]);
    let info = &mut alert.info[0];
    info.description = None;
    info.instruction = Some(" ".to_owned());
    info.headline = None;
    info.expires = None;
    info.area.clear();
    info.effective = Some(date("2026-04-12T08:59:59+02:00"));
    let found = validate(&alert, &Profile::output());
    assert_eq!(codes(&found.errors), ["expires-missing", "headline-missing", "area-missing"]);
    let advice = ["effective-before-sent", "description-missing", "instruction-missing"];
    assert_eq!(codes(&found.warnings), advice);
}

#[test]
fn our_profile_refuses_doubtful_polygons() {
    let cases: [(&str, &[(f64, f64)]); 5] = [
        ("polygon-not-closed", &[(50.8, 4.3), (50.9, 4.3), (50.9, 4.4), (50.8, 4.4)]),
        ("polygon-self-crossing", &[(50.8, 4.3), (50.9, 4.4), (50.9, 4.3), (50.8, 4.4), (50.8, 4.3)]),
        ("polygon-zero-area", &[(50.8, 4.3), (50.9, 4.4), (50.85, 4.35), (50.8, 4.3)]),
        ("polygon-vertex-repeated", &[(50.8, 4.3), (50.9, 4.3), (50.9, 4.3), (50.9, 4.4), (50.8, 4.3)]),
        ("coordinate-range", &[(50.8, 4.3), (f64::NAN, 4.3), (50.9, 4.4), (50.8, 4.3)]),
    ];
    for (code, pairs) in cases {
        let mut alert = model(&["fr-BE"]);
        alert.info[0].area[0].polygon[0] = Polygon::from_lat_lon(pairs);
        let found = validate(&alert, &Profile::output());
        assert!(codes(&found.errors).contains(&code), "{code}: {found:?}");
    }
}

#[test]
fn required_languages_are_looked_for() {
    let mut profile = Profile::output();
    profile.required_languages = vec!["fr".to_owned(), "nl".to_owned()];
    assert!(validate(&model(&["fr-BE", "nl"]), &profile).is_valid());
    let found = validate(&model(&["fr-BE", "nds"]), &profile);
    assert_eq!(codes(&found.errors), ["language-missing"]);
    assert_eq!(found.errors[0].args.get("language"), Some("nl"));
    let mut cancel = model(&[]);
    cancel.msg_type = MsgType::Cancel;
    cancel.references.push(Reference { identifier: "be-0".to_owned(), ..cancel.as_reference() });
    assert!(validate(&cancel, &profile).is_valid());
}

#[test]
fn languages_must_tell_the_same() {
    let mut alert = model(&["fr-BE", "nl-BE"]);
    alert.info[1].category.push(Category::Health);
    alert.info[1].onset = Some(date("2026-04-12T10:00:00+02:00"));
    let found = validate(&alert, &Profile::output());
    let fields: Vec<_> = found.errors.iter().filter_map(|error| error.args.get("field")).collect();
    assert_eq!(fields, ["category", "onset"]);
    // The same instant with another offset is the same time.
    let mut alert = model(&["fr-BE", "nl-BE"]);
    alert.info[1].expires = Some(date("2026-04-12T10:00:00-00:00"));
    assert!(validate(&alert, &Profile::output()).is_valid());
    // Two blocks for each language are compared one by one.
    let mut alert = model(&["fr-BE", "fr-BE", "nl-BE", "nl-BE"]);
    assert!(validate(&alert, &Profile::output()).is_valid());
    alert.info[3].severity = Severity::Minor;
    let found = validate(&alert, &Profile::output());
    assert_eq!(codes(&found.errors), ["language-overrides", "languages-differ"]);
}

#[test]
fn models_no_text_leads_to_are_found() {
    let mut alert = model(&["fr-BE"]);
    alert.info[0].category.clear();
    alert.info[0].area[0].altitude = Some(f64::INFINITY);
    alert.references.push(Reference {
        sender: "a b".to_owned(),
        identifier: "c,d".to_owned(),
        sent: alert.sent,
    });
    let found = validate(&alert, &Profile::output());
    assert_eq!(codes(&found.errors), ["reference-malformed", "category-missing", "altitude-invalid"]);
    assert!(found.errors.iter().all(|error| error.line.is_none()));
}

#[test]
fn what_writing_would_change_is_found() {
    let mut alert = model(&["fr-BE"]);
    alert.addresses = vec!["a\"b".to_owned(), "desk one".to_owned()];
    alert.info[0].headline = Some("bell \u{7}".to_owned());
    alert.info[0].language = Some("français".to_owned());
    alert.info[0].web = Some("https://example.org/100%".to_owned());
    let long_ago = time::macros::datetime!(-0044-03-15 12:00 UTC);
    alert.info[0].effective = Some(DateTime::new(long_ago));
    let found = validate(&alert, &Profile::output());
    let expected = ["language-format", "uri-invalid", "word-quote", "text-characters", "date-range"];
    assert_eq!(codes(&found.errors), expected);
    let odd = time::macros::datetime!(2026-03-15 12:00 +01:00:30);
    assert_eq!(DateTime::new(odd).to_string(), "2026-03-15T10:59:30-00:00");
}

struct Memory<'a>(&'a [(&'a str, &'a str)]);

impl Context for Memory<'_> {
    fn knows(&self, sender: &str, identifier: &str) -> bool {
        self.0.contains(&(sender, identifier))
    }
}

#[test]
fn earlier_messages_are_remembered() {
    let mut alert = model(&["fr-BE"]);
    alert.msg_type = MsgType::Update;
    let sent = date("2026-04-12T08:00:00+02:00");
    alert.references.push(Reference { identifier: "be-0".to_owned(), sent, ..alert.as_reference() });
    let known = [("alerts@example.brussels", "be-0")];
    let found = validate_in_context(&alert, &Profile::output(), &Memory(&known));
    assert!(found.is_valid() && found.warnings.is_empty());
    let known = [("alerts@example.brussels", "be-1")];
    let found = validate_in_context(&alert, &Profile::output(), &Memory(&known));
    assert_eq!(codes(&found.errors), ["identifier-reused"]);
    assert_eq!(codes(&found.warnings), ["reference-unknown"]);
}

#[test]
fn a_large_simple_polygon_is_checked() {
    // A circle of 19,999 corners, and the same with one crossing.
    let corner = |index: u32| {
        let angle = f64::from(index) / 19_999.0 * std::f64::consts::TAU;
        (50.8 + angle.sin() / 10.0, 4.3 + angle.cos() / 10.0)
    };
    let mut pairs: Vec<(f64, f64)> = (0..19_999).map(corner).collect();
    pairs.push(pairs[0]);
    let mut alert = model(&["fr-BE"]);
    alert.info[0].area[0].polygon[0] = Polygon::from_lat_lon(&pairs);
    assert!(validate(&alert, &Profile::output()).is_valid());
    alert.info[0].area[0].polygon[0].positions.swap(7_000, 7_003);
    let found = validate(&alert, &Profile::output());
    assert_eq!(codes(&found.errors), ["polygon-self-crossing"]);
}

#[test]
fn a_hostile_polygon_is_given_up_in_time() {
    // Long parallel edges: every pair overlaps on both axes.
    let mut pairs: Vec<(f64, f64)> = Vec::new();
    for index in 0..4_999 {
        let shift = f64::from(index) / 1e6;
        pairs.push((shift, -shift));
        pairs.push((80.0 + shift + 2e-7, 80.0 - shift));
        pairs.push((80.0 + shift + 4e-7, 80.0 - shift));
        pairs.push((shift + 6e-7, -shift));
    }
    pairs.push((-10.0, 10.0));
    pairs.push(pairs[0]);
    let mut alert = model(&["fr-BE"]);
    alert.info[0].area[0].polygon[0] = Polygon::from_lat_lon(&pairs);
    let start = std::time::Instant::now();
    let found = validate(&alert, &Profile::output());
    assert!(start.elapsed().as_secs() < 30, "took {:?}", start.elapsed());
    let expected = ["polygon-too-complex", "polygon-self-crossing"];
    assert!(codes(&found.errors).iter().any(|code| expected.contains(code)), "{found:?}");
}

#[test]
fn profiles_list_their_rules() {
    assert!(Profile::rules().count() > 50);
    for (code, args) in Profile::rules() {
        assert!(CODES.contains(&(code, args)));
    }
    for (code, level) in Profile::output().levels() {
        // What others get away with, we may not.
        assert!(level >= Profile::input().level(code), "{code}");
    }
    assert_eq!(Profile::input().level("xml-doctype"), Level::Error);
    let error = Profile::input().set("xml-doctype", Level::Off).expect_err("no rule");
    assert_eq!(error.to_string(), "there is no rule \"xml-doctype\"");
}

#[test]
fn catalogue_is_sound() {
    for (index, (code, args)) in CODES.iter().enumerate() {
        assert!(code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{code}");
        assert!(!CODES[..index].iter().any(|(other, _)| other == code), "{code} comes twice");
        assert!(args.iter().all(|arg| !arg.is_empty()));
    }
}

#[test]
fn what_we_write_passes_our_own_reader() {
    let alert = model(&["fr-BE", "nl-BE"]);
    let text = write(&alert);
    let report = read(text.as_bytes(), Mode::Strict);
    assert!(report.is_accepted() && report.warnings.is_empty());
    assert_eq!(report.alert.as_ref(), Some(&alert));
    assert_eq!(text, write(&alert));
    assert!(!text.contains("Z</"));
    let pretty = safe_cap::write_pretty(&alert);
    assert_eq!(read(pretty.as_bytes(), Mode::Strict).alert, Some(alert));
    assert!(pretty.lines().count() > 40);
}
