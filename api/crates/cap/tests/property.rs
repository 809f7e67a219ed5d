//! Whatever a message says, writing and reading keep all of it; and whatever
//! the bytes are, reading them ends well.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use safe_cap::{
    Alert, Area, Category, Certainty, Circle, DateTime, Info, Mode, MsgType, NamedValue, Polygon, Position,
    Reference, Resource, ResponseType, Scope, Severity, Status, Urgency, read, read_feed, write,
    write_pretty,
};
use time::{OffsetDateTime, UtcOffset};

/// Text with all that XML finds special, and scripts of all kinds.
fn text() -> impl Strategy<Value = String> {
    let special = "[ \t\n\r<>&\"'\\]a-zé\u{85}\u{2028}\u{5d0}\u{1f300}]{0,20}";
    (special, "[a-z<&]", "\\PC{0,12}").prop_map(|(start, middle, end)| format!("{start}{middle}{end}"))
}

fn word() -> impl Strategy<Value = String> {
    "[A-Za-z0-9@.:_-]{1,12}"
}

fn uri() -> impl Strategy<Value = String> {
    "https://[a-z]{1,8}\\.example/[a-z0-9?&=%~]{0,10}".prop_map(|uri| uri.replace('%', "%25"))
}

fn date() -> impl Strategy<Value = DateTime> {
    let seconds = -60_000_000_000_i64..250_000_000_000;
    (seconds, -14 * 60..=14 * 60_i32, any::<bool>()).prop_map(|(seconds, offset, utc)| {
        let at = OffsetDateTime::from_unix_timestamp(seconds).expect("the time is in range");
        let offset = UtcOffset::from_whole_seconds(offset * 60).expect("the offset is in range");
        if utc { DateTime::utc(at) } else { DateTime::new(at.to_offset(offset)) }
    })
}

fn pair() -> impl Strategy<Value = NamedValue> {
    (text(), text()).prop_map(|(name, value)| NamedValue::new(name, value))
}

fn position() -> impl Strategy<Value = Position> {
    (-90.0..=90.0, -180.0..=180.0).prop_map(|(lat, lon)| Position::new(lat, lon))
}

fn height() -> impl Strategy<Value = Option<f64>> {
    option::of(prop_oneof![-1e5..1e5_f64, Just(1e-9), Just(-0.0), Just(1e20)])
}

fn area() -> impl Strategy<Value = Area> {
    let polygon = vec(position(), 1..6).prop_map(|positions| Polygon { positions });
    let circle = (position(), 0.0..30_000.0_f64).prop_map(|(center, radius)| Circle { center, radius });
    (text(), vec(polygon, 0..3), vec(circle, 0..3), vec(pair(), 0..3), height(), height()).prop_map(
        |(area_desc, polygon, circle, geocode, altitude, ceiling)| Area {
            area_desc,
            polygon,
            circle,
            geocode,
            altitude,
            ceiling,
        },
    )
}

fn resource() -> impl Strategy<Value = Resource> {
    let texts = (text(), text(), option::of(text()), option::of(text()));
    (texts, option::of(any::<u64>()), option::of(uri())).prop_map(
        |((resource_desc, mime_type, deref_uri, digest), size, uri)| Resource {
            resource_desc,
            mime_type,
            size,
            uri,
            deref_uri,
            digest,
        },
    )
}

fn info() -> impl Strategy<Value = Info> {
    let scales = (select(Urgency::ALL), select(Severity::ALL), select(Certainty::ALL));
    let lists = (
        vec(select(Category::ALL), 1..4),
        vec(select(ResponseType::ALL), 0..4),
        vec(pair(), 0..3),
        vec(pair(), 0..3),
        vec(resource(), 0..3),
        vec(area(), 0..3),
    );
    let times = (option::of(date()), option::of(date()), option::of(date()));
    let texts = vec(option::of(text()), 6);
    let language = option::of("[a-z]{2,3}(-[A-Z]{2})?");
    (language, text(), scales, lists, times, texts, option::of(uri())).prop_map(
        |(language, event, scales, lists, times, mut texts, web)| {
            let mut info = Info::new("", Category::Other, event, scales);
            info.language = language;
            (info.category, info.response_type, info.event_code, info.parameter, info.resource, info.area) =
                lists;
            (info.effective, info.onset, info.expires) = times;
            info.audience = texts.pop().flatten();
            info.sender_name = texts.pop().flatten();
            info.headline = texts.pop().flatten();
            info.description = texts.pop().flatten();
            info.instruction = texts.pop().flatten();
            info.contact = texts.pop().flatten();
            info.web = web;
            info
        },
    )
}

fn alert() -> impl Strategy<Value = Alert> {
    let reference = (word(), word(), date()).prop_map(|(sender, identifier, sent)| Reference {
        sender,
        identifier,
        sent,
    });
    let kinds = (select(Status::ALL), select(MsgType::ALL), select(Scope::ALL));
    let receiver = prop_oneof![word(), "[a-z]{1,5} [a-z]{1,5}"];
    let texts = (option::of(text()), option::of(text()), option::of(text()), vec(text(), 0..3));
    let lists = (vec(receiver, 0..3), vec(reference, 0..3), vec(word(), 0..3), vec(info(), 0..3));
    (text(), text(), date(), kinds, texts, lists).prop_map(
        |(identifier, sender, sent, (status, msg_type, scope), (source, restriction, note, code), lists)| {
            let (addresses, references, incidents, info) = lists;
            Alert {
                identifier,
                sender,
                sent,
                status,
                msg_type,
                source,
                scope,
                restriction,
                addresses,
                code,
                note,
                references,
                incidents,
                info,
            }
        },
    )
}

/// XML-like input: pieces of messages in any order.
fn soup() -> impl Strategy<Value = String> {
    let pieces = [
        "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">",
        "</alert>",
        "<info>",
        "</info>",
        "<area>",
        "</area>",
        "<polygon>",
        "</polygon>",
        "50.8,4.3 ",
        "<sent>",
        "</sent>",
        "2026-04-12T09:00:00+02:00",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?xml version=\"1.0\"?>",
        "<?x",
        "?>",
        "&amp;",
        "&#x1F600;",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "=",
        "xmlns:a=\"b\"",
        " a:b=\"c\"",
        "<a:b",
        "/>",
        "\r\n",
        "é",
        "\u{fffe}",
        "<!DOCTYPE x>",
        "<circle>1,2 3</circle>",
        "<references>a,b,c</references>",
        "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">",
        "</ds:Signature>",
    ];
    vec(select(pieces.to_vec()), 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn writing_and_reading_keep_everything(alert in alert()) {
        let text = write(&alert);
        let report = read(text.as_bytes(), Mode::Strict);
        let listed: Vec<String> = report.errors.iter().map(ToString::to_string).collect();
        prop_assert_eq!(report.alert.as_ref(), Some(&alert), "{:?} in {}", listed, text);
        prop_assert!(report.repairs.is_empty());
        prop_assert_eq!(write(&alert), text);
        let pretty = write_pretty(&alert);
        let again = read(pretty.as_bytes(), Mode::Strict).alert;
        prop_assert_eq!(again, Some(alert));
    }

    #[test]
    fn json_keeps_everything(alert in alert()) {
        let json = serde_json::to_string(&alert).expect("a message has a JSON form");
        prop_assert_eq!(serde_json::from_str::<Alert>(&json).expect("it can be read"), alert);
    }

    #[test]
    fn what_is_written_is_xml_to_others(alert in alert()) {
        let text = write(&alert);
        let document = roxmltree::Document::parse(&text).expect("it is well-formed");
        let identifier = document.root_element().first_element_child().and_then(|id| id.text());
        prop_assert_eq!(identifier.unwrap_or_default(), alert.identifier);
    }

    #[test]
    fn any_bytes_are_survived(bytes in vec(any::<u8>(), 0..400)) {
        let _ = (read(&bytes, Mode::Strict), read(&bytes, Mode::Lenient), read_feed(&bytes));
    }

    #[test]
    fn what_others_refuse_is_refused(soup in soup()) {
        let report = read(soup.as_bytes(), Mode::Lenient);
        let well_formed = report.errors.iter().all(|error| {
            !error.code.starts_with("xml-") && !error.code.starts_with("limit-")
        });
        let _ = read_feed(soup.as_bytes());
        if well_formed {
            let other = roxmltree::Document::parse(&soup);
            prop_assert!(other.is_ok(), "{:?} refuses {}", other.err(), soup);
        }
    }

    #[test]
    fn damaged_messages_are_survived(at in 0_usize..2_600, len in 0_usize..40, with in "\\PC{0,8}") {
        let mut text = include_str!("fixtures/valid/bilingual.xml").to_owned();
        let mut range = at.min(text.len())..(at + len).min(text.len());
        while !text.is_char_boundary(range.start) { range.start -= 1; }
        while !text.is_char_boundary(range.end) { range.end += 1; }
        text.replace_range(range, &with);
        for mode in [Mode::Strict, Mode::Lenient] {
            let report = read(text.as_bytes(), mode);
            prop_assert!(report.alert.is_some() || !report.errors.is_empty());
            if let Some(alert) = report.alert {
                let again = read(write(&alert).as_bytes(), Mode::Strict).alert;
                prop_assert_eq!(again, Some(alert));
            }
        }
    }
}
