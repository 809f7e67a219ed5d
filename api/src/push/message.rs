//! The text that travels inside a push: complete in itself, in one language.

use serde::Serialize;
use uuid::Uuid;

use safe_cap::Alert;

use crate::alert::blocks;
use crate::alert::compose;
use crate::alert::content;
use crate::app::World;
use crate::clock;
use crate::i18n::{Args, Lang};

/// Most bytes of text that every push service carries (RFC 8291, section 4).
pub const MOST_BYTES: usize = 3993;
/// Bytes of the short form, for a push service that answered 413.
pub const SHORT_BYTES: usize = 1900;
/// What a title may take of a message that must be cut, as a divisor: the headline of
/// another service may be longer than a message, and what to do must find room beside it.
const TITLE_PART: usize = 3;

/// Body of a push, decrypted.
#[derive(Debug, Serialize)]
struct Payload<'a> {
    v: u8,
    id: Uuid,
    version: i64,
    state: &'a str,
    severity: &'a str,
    lang: &'a str,
    title: String,
    body: String,
    url: String,
    tag: String,
    sent: String,
    /// Of a test: what the phone sends back to show that it could read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    receipt: Option<&'a str>,
}

/// What a publication says to phones.
pub struct Subject<'a> {
    /// The message.
    pub cap: &'a Alert,
    /// The alert.
    pub id: Uuid,
    /// Its chain.
    pub event_id: Uuid,
    /// Place in the chain.
    pub revision: i32,
    /// published, updated, ended or cancelled.
    pub kind: &'a str,
    /// Version of the snapshot.
    pub version: i64,
}

/// The text for one language, title and body cut at a word to fit one message.
#[must_use]
pub fn of_alert(subject: &Subject<'_>, lang: Lang, world: &World, most: usize) -> Vec<u8> {
    let Some(info) = content::info_for(subject.cap, lang) else { return Vec::new() };
    let spoken = Lang::parse(info.language()).unwrap_or(lang);
    let headline = info.headline.clone().unwrap_or_else(|| info.event.clone());
    let args =
        Args::new().with("headline", headline.clone()).number("number", i64::from(subject.revision - 1));
    let (state, title) = match subject.kind {
        "updated" => ("active", spoken.text_with("push-update-title", &args)),
        "ended" => ("ended", headline),
        "cancelled" => ("cancelled", headline),
        _ => ("active", headline),
    };
    let body = blocks::brief(&blocks::of(subject.cap, info));
    let severity = blocks::severity(subject.cap, info);
    fitted(
        |title, body| Payload {
            v: 1,
            id: subject.id,
            version: subject.version,
            state,
            severity: severity.as_str(),
            lang: spoken.code(),
            title,
            body,
            url: compose::page_address(&world.config, spoken, subject.event_id),
            tag: subject.event_id.to_string(),
            sent: clock::rfc3339(clock::ms_of(subject.cap.sent.instant())),
            receipt: None,
        },
        &title,
        &body,
        most,
    )
}

/// The text of "test my phone".
#[must_use]
pub fn of_test(lang: Lang, world: &World, receipt: &str) -> Vec<u8> {
    let (title, body) = (lang.text("push-test-title"), lang.text("push-test-body"));
    fitted(
        |title, body| Payload {
            v: 1,
            id: Uuid::nil(),
            version: 0,
            state: "test",
            severity: "Minor",
            lang: lang.code(),
            title,
            body,
            url: format!("{}/{}/receive-alerts/", world.config.http.base_url, lang.code()),
            tag: "test".to_owned(),
            sent: clock::rfc3339(world.clock.now_ms()),
            receipt: Some(receipt),
        },
        &title,
        &body,
        MOST_BYTES,
    )
}

/// The JSON with as much of title and body as fits.
fn fitted<'a>(make: impl Fn(String, String) -> Payload<'a>, title: &str, body: &str, most: usize) -> Vec<u8> {
    let write = |title: &str, body: &str| {
        serde_json::to_vec(&make(title.to_owned(), body.to_owned())).unwrap_or_default()
    };
    let whole = write(title, body);
    if whole.len() <= most {
        return whole;
    }
    let title = beginning(title, |text| json_bytes(text) <= most / TITLE_PART);
    write(&title, &beginning(body, |text| write(&title, text).len() <= most))
}

/// Bytes of a text as JSON writes it.
fn json_bytes(text: &str) -> usize {
    serde_json::to_string(text).map_or(0, |text| text.len())
}

/// The text, or its longest beginning with an ellipsis that fits: up to a word, and within
/// one where the first word alone is too long.
fn beginning(text: &str, fits: impl Fn(&str) -> bool) -> String {
    if fits(text) {
        return text.to_owned();
    }
    let at_word = |end: usize| format!("{} …", text[..end].trim_end());
    let within = |end: usize| format!("{}…", &text[..end]);
    longest(text, |(_, c)| c.is_whitespace(), |end| fits(&at_word(end)))
        .map(at_word)
        .or_else(|| longest(text, |_| true, |end| fits(&within(end))).map(within))
        .unwrap_or_else(|| "…".to_owned())
}

/// The last of the places to cut that fits, the beginning of the text apart. The length
/// grows with the place, so it is found by halving.
fn longest(
    text: &str,
    may_cut: impl Fn(&(usize, char)) -> bool,
    fits: impl Fn(usize) -> bool,
) -> Option<usize> {
    let places = text.char_indices().skip(1).filter(may_cut).map(|(at, _)| at);
    let places: Vec<usize> = places.collect();
    let best = places.partition_point(|end| fits(*end));
    best.checked_sub(1).and_then(|place| places.get(place)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload(title: String, body: String) -> Payload<'static> {
        Payload {
            v: 1,
            id: Uuid::nil(),
            version: 1,
            state: "active",
            severity: "Severe",
            lang: "uk",
            title,
            body,
            url: "https://safe.example/uk/alerts/".to_owned(),
            tag: "t".to_owned(),
            sent: "2026-11-21T10:00:00+01:00".to_owned(),
            receipt: None,
        }
    }

    /// Title and body of what fits.
    fn cut(title: &str, body: &str, most: usize) -> (String, String) {
        let bytes = fitted(payload, title, body, most);
        assert!(bytes.len() <= most, "{}", bytes.len());
        let value: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        let text = |name: &str| value[name].as_str().expect("text").to_owned();
        (text("title"), text("body"))
    }

    fn world() -> World {
        let mut config = crate::config::Config::load(None).expect("defaults");
        config.site.content_dir = "../content".into();
        World::load(config).expect("content")
    }

    fn told(cap: &Alert, lang: Lang, world: &World, most: usize) -> serde_json::Value {
        let subject = Subject {
            cap,
            id: Uuid::nil(),
            event_id: Uuid::nil(),
            revision: 1,
            kind: "published",
            version: 1,
        };
        serde_json::from_slice(&of_alert(&subject, lang, world, most)).expect("JSON")
    }

    #[test]
    fn the_worst_block_is_told_and_the_others_are_named() {
        use safe_cap::{Category, Certainty, Info, Severity, Urgency};
        let sent = "2026-11-21T08:00:00+01:00".parse().expect("a moment");
        let mut cap = Alert::new("storm", "warnings@example.org", sent);
        let block = |lang: &str, event: &str, todo: &str, severity| {
            let judged = (Urgency::Expected, severity, Certainty::Likely);
            let mut info = Info::new(lang, Category::Met, event, judged);
            info.instruction = Some(todo.to_owned());
            info
        };
        let long = "Abritez-vous. ".repeat(400);
        cap.info = vec![
            block("fr-BE", "Vent", "Rentrez vos chaises.", Severity::Minor),
            block("nl-BE", "Wind", "Zet uw stoelen binnen.", Severity::Minor),
            block("fr-BE", "Grêle", "Abritez-vous.", Severity::Severe),
        ];
        let world = world();
        let french = told(&cap, Lang::FR, &world, MOST_BYTES);
        assert_eq!((french["title"].as_str(), french["severity"].as_str()), (Some("Grêle"), Some("Severe")));
        assert_eq!(french["body"], "Abritez-vous.\n\nVent\nRentrez vos chaises.");
        let dutch = told(&cap, Lang::NL, &world, MOST_BYTES);
        assert_eq!((dutch["title"].as_str(), dutch["severity"].as_str()), (Some("Wind"), Some("Severe")));
        // The others are told as far as there is room.
        cap.info[2].instruction = Some(long);
        let french = told(&cap, Lang::FR, &world, SHORT_BYTES);
        assert!(french["body"].as_str().expect("text").ends_with("Abritez-vous. …"), "{french}");
        // One block in each language, as our own alerts have: it stands as it is.
        cap.info.truncate(2);
        cap.info[0].instruction = Some(" Rentrez.\n\n Vite. ".to_owned());
        assert_eq!(told(&cap, Lang::FR, &world, MOST_BYTES)["body"], " Rentrez.\n\n Vite. ");
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        let (title, body) = ("Т".repeat(160), "Закрийте вікна й двері. ".repeat(400));
        let bytes = fitted(payload, &title, &body, MOST_BYTES);
        assert!(bytes.len() > MOST_BYTES - 60, "{}", bytes.len());
        let (whole, text) = cut(&title, &body, MOST_BYTES);
        assert_eq!(whole, title);
        assert!(text.ends_with(" …"));
        assert!(body.starts_with(text.trim_end_matches(" …")));
    }

    #[test]
    fn a_long_title_is_cut_at_a_word_and_leaves_room() {
        let title = "Неприпустима \"злива\" ".repeat(170);
        let body = "Закрийте вікна й двері. ".repeat(400);
        for most in [MOST_BYTES, SHORT_BYTES] {
            let (head, text) = cut(&title, &body, most);
            assert!(head.ends_with(" …") && title.starts_with(head.trim_end_matches(" …")), "{head}");
            assert!(head.len() > most / 5, "{head}");
            assert!(text.len() > most / 4 && text.ends_with(" …"), "{text}");
        }
        let (_, text) = cut(&title, "Закрийте вікна.", MOST_BYTES);
        assert_eq!(text, "Закрийте вікна.", "what fits beside it stays whole");
        // A headline that fits is not touched.
        let title = "Злива ".repeat(200);
        assert_eq!(cut(&title, "Закрийте вікна.", MOST_BYTES).0, title);
    }

    #[test]
    fn one_endless_word_still_fits() {
        for word in ["x", "暴", "\u{1}"] {
            let (title, body) = cut(&word.repeat(10_000), &word.repeat(10_000), MOST_BYTES);
            assert!(title.starts_with(word) && title.ends_with('…'), "{title}");
            assert!(body.starts_with(word) && body.ends_with('…'), "{body}");
        }
    }
}
