//! The text that travels inside a push: complete in itself, in one language.

use serde::Serialize;
use uuid::Uuid;

use safe_cap::Alert;

use crate::alert::compose;
use crate::alert::content;
use crate::app::World;
use crate::clock;
use crate::i18n::{Args, Lang};

/// Most bytes of text that every push service carries (RFC 8291, section 4).
pub const MOST_BYTES: usize = 3993;
/// Bytes of the short form, for a push service that answered 413.
pub const SHORT_BYTES: usize = 1900;

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

/// The text for one language, cut at a word to fit one message.
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
    let body = info.instruction.clone().or_else(|| info.description.clone()).unwrap_or_default();
    fitted(
        |body| Payload {
            v: 1,
            id: subject.id,
            version: subject.version,
            state,
            severity: info.severity.as_str(),
            lang: spoken.code(),
            title: title.clone(),
            body,
            url: compose::page_address(&world.config, spoken, subject.event_id),
            tag: subject.event_id.to_string(),
            sent: clock::rfc3339(clock::ms_of(subject.cap.sent.instant())),
            receipt: None,
        },
        &body,
        most,
    )
}

/// The text of "test my phone".
#[must_use]
pub fn of_test(lang: Lang, world: &World, receipt: &str) -> Vec<u8> {
    let body = lang.text("push-test-body");
    fitted(
        |body| Payload {
            v: 1,
            id: Uuid::nil(),
            version: 0,
            state: "test",
            severity: "Minor",
            lang: lang.code(),
            title: lang.text("push-test-title"),
            body,
            url: format!("{}/{}/receive-alerts/", world.config.http.base_url, lang.code()),
            tag: "test".to_owned(),
            sent: clock::rfc3339(world.clock.now_ms()),
            receipt: Some(receipt),
        },
        &body,
        MOST_BYTES,
    )
}

/// The JSON with the longest beginning of the body that fits, cut at a word.
fn fitted<'a>(make: impl Fn(String) -> Payload<'a>, body: &str, most: usize) -> Vec<u8> {
    let write = |text: &str| serde_json::to_vec(&make(text.to_owned())).unwrap_or_default();
    let whole = write(body);
    if whole.len() <= most {
        return whole;
    }
    let ends: Vec<usize> = body.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).collect();
    // The length grows with the cut, so the best one is found by halving.
    let best = ends.partition_point(|end| write(&format!("{} …", &body[..*end])).len() <= most);
    match best.checked_sub(1).and_then(|place| ends.get(place)) {
        Some(end) => write(&format!("{} …", &body[..*end])),
        None => write("…"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload(body: String) -> Payload<'static> {
        Payload {
            v: 1,
            id: Uuid::nil(),
            version: 1,
            state: "active",
            severity: "Severe",
            lang: "uk",
            title: "Т".repeat(160),
            body,
            url: "https://safe.example/uk/alerts/".to_owned(),
            tag: "t".to_owned(),
            sent: "2026-11-21T10:00:00+01:00".to_owned(),
            receipt: None,
        }
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        let body = "Закрийте вікна й двері. ".repeat(400);
        let bytes = fitted(payload, &body, MOST_BYTES);
        assert!(bytes.len() <= MOST_BYTES && bytes.len() > MOST_BYTES - 60, "{}", bytes.len());
        let value: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        let text = value["body"].as_str().expect("body");
        assert!(text.ends_with(" …"));
        assert!(body.starts_with(text.trim_end_matches(" …")));
    }

    #[test]
    fn one_endless_word_still_fits() {
        let bytes = fitted(payload, &"x".repeat(10_000), MOST_BYTES);
        assert!(bytes.len() <= MOST_BYTES);
    }
}
