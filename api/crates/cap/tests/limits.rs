//! No input takes long or much, whatever it is.

use std::time::{Duration, Instant};

use safe_cap::{Limits, Mode, Reader, read};

const HEAD: &str = concat!(
    r#"<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier>"#,
    "<sender>a@example.org</sender><sent>2026-04-12T09:00:00+02:00</sent><status>Actual</status>",
    "<msgType>Alert</msgType><scope>Public</scope>",
);
const INFO: &str = concat!(
    "<info><language>fr</language><category>Met</category><event>e</event><urgency>Past</urgency>",
    "<severity>Minor</severity><certainty>Likely</certainty>",
    "<expires>2026-04-12T19:00:00+02:00</expires><headline>h</headline>",
);

fn first_code(input: &str) -> (&'static str, Duration) {
    let start = Instant::now();
    let report = read(input.as_bytes(), Mode::Lenient);
    let took = start.elapsed();
    assert!(report.alert.is_none());
    (report.errors[0].code, took)
}

#[test]
fn ten_megabytes_are_refused_unread() {
    let input = format!("{HEAD}<note>{}</note></alert>", "x".repeat(10_000_000));
    let (code, took) = first_code(&input);
    assert_eq!(code, "input-too-large");
    assert!(took < Duration::from_millis(250), "took {took:?}");
}

#[test]
fn nesting_is_bounded() {
    for depth in [33, 1_000, 140_000] {
        let input = format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
        assert_eq!(first_code(&input).0, "limit-depth");
    }
    // Never closed: the reader must stop at the bound, not at the end.
    assert_eq!(first_code(&"<a>".repeat(300_000)).0, "limit-depth");
}

#[test]
fn counts_and_lengths_are_bounded() {
    let many = format!("{HEAD}{}</alert>", "<code/>".repeat(70_000));
    assert_eq!(first_code(&many).0, "limit-elements");
    let long = format!("{HEAD}<note>{}</note></alert>", "x".repeat(600_000));
    assert_eq!(first_code(&long).0, "limit-text");
    // The bound holds for all parts of a text together.
    let parts = format!("{HEAD}<note>{}</note></alert>", "<![CDATA[xxxxxxxxxxxxxxxx]]>".repeat(36_000));
    assert_eq!(first_code(&parts).0, "limit-text");
    let name = format!("<{}>", "n".repeat(5_000));
    assert_eq!(first_code(&name).0, "limit-name");
    let declarations: String = (0..31).map(|index| format!(r#" xmlns:p{index}="urn:{index}""#)).collect();
    let nested = format!("<a{declarations}>").repeat(10);
    assert_eq!(first_code(&nested).0, "limit-attributes");
}

#[test]
fn vertices_are_counted_over_all_polygons_of_a_block() {
    let line: String = (0..5_001).map(|index| format!("50.{index:04},4.3 ")).collect();
    let polygon = format!("<polygon>{line}</polygon>");
    let area = format!("<area><areaDesc>a</areaDesc>{}</area>", polygon.repeat(2));
    let input = |areas: usize| format!("{HEAD}{INFO}{}</info></alert>", area.repeat(areas));
    assert_eq!(first_code(&input(2)).0, "limit-vertices");
    let report = read(input(1).as_bytes(), Mode::Strict);
    assert!(report.alert.is_some());
    // What is drawn once more for readers of another language counts anew.
    let block = format!("{INFO}{area}</info>");
    let both = format!("{HEAD}{block}{}</alert>", block.replace("<language>fr", "<language>nl"));
    let report = read(both.as_bytes(), Mode::Strict);
    assert!(report.alert.is_some(), "{:?}", report.errors);
}

#[test]
fn findings_are_cut_off() {
    let pairs = "<geocode><valueName/><value/></geocode>".repeat(1_000);
    let input = format!("{HEAD}{INFO}<area><areaDesc>a</areaDesc>{pairs}</area></info></alert>");
    let report = read(input.as_bytes(), Mode::Strict);
    assert_eq!(report.errors.len(), Limits::ALERT.findings);
    assert!(report.warnings.iter().any(|warning| warning.code == "findings-cut"));
    let strays = format!("{HEAD}{}</alert>", "<stray/>".repeat(1_000));
    let report = read(strays.as_bytes(), Mode::Strict);
    assert_eq!(report.errors.last().map(|error| error.code), Some("findings-cut"));
    assert!(report.errors.len() <= Limits::ALERT.findings + 1);
}

#[test]
fn arguments_are_cut_short() {
    let input = format!("{HEAD}<note>{}</note></alert>", "&x".repeat(200_000));
    let report = read(input.as_bytes(), Mode::Strict);
    let longest = report.errors[0].args.iter().map(|(_, value)| value.chars().count()).max();
    assert!(longest.is_some_and(|length| length <= 81));
}

#[test]
fn the_worst_of_a_megabyte_is_read_in_time() {
    let words = "a@example.org,1,2026-04-12T08:00:00+02:00 ".repeat(12_000);
    let worst = [
        format!("{HEAD}<note>{}</note></alert>", "&amp;".repeat(100_000)),
        format!("{HEAD}<note>{}</note></alert>", "<!-- - - -->".repeat(80_000)),
        format!("{HEAD}<references>{words}</references></alert>"),
        format!("{HEAD}{}</alert>", "<code>x</code>".repeat(59_000)),
        format!("{HEAD}<note>{}</note></alert>", "\r".repeat(500_000)),
        format!("{HEAD}<note {}></note></alert>", " ".repeat(900_000)),
        format!("{HEAD}<addresses>{}</addresses></alert>", "\" ".repeat(250_000)),
        format!("{HEAD}{}</alert>", INFO.to_owned() + &"<category>Met</category>".repeat(30_000) + "</info>"),
    ];
    for input in worst {
        assert!(input.len() <= Limits::ALERT.bytes);
        for mode in [Mode::Strict, Mode::Lenient] {
            let start = Instant::now();
            let _ = Reader::new(mode).read(input.as_bytes());
            let took = start.elapsed();
            assert!(took < Duration::from_secs(5), "{} took {took:?}", &input[..400.min(input.len())]);
        }
    }
}
