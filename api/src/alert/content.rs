//! What a CAP message says, as the portal needs it: areas, ranks, times, hash.

use aws_lc_rs::digest;
use safe_cap::{Alert, Area, DateTime, Info, MsgType, Scope};

use super::{Channel, blocks, places, rank};
use crate::area::{AreaSet, Areas};
use crate::clock;
use crate::error::Fault;
use crate::i18n::Lang;

pub use super::places::geometry;

/// The municipalities of a message.
#[must_use]
pub fn areas_of(alert: &Alert, areas: &Areas) -> AreaSet {
    places::of(alert, areas).iter().fold(AreaSet::NONE, |set, place| set.union(place.set(areas)))
}

/// Areas of which it cannot be said where they are. They may well be in the Region; each once,
/// whatever the number of blocks.
#[must_use]
pub fn unread_areas<'a>(alert: &'a Alert, areas: &Areas) -> Vec<&'a Area> {
    let all = places::of(alert, areas);
    all.into_iter().filter(places::Place::is_unread).map(|place| place.area).collect()
}

/// The block for a reader of this language, along the chain of fallbacks, else of the first
/// language: the one that comes first there when the message is sent. Further blocks of one
/// language only expand it.
#[must_use]
pub fn info_for(alert: &Alert, lang: Lang) -> Option<&Info> {
    let spoken = lang.chain().into_iter().find_map(|lang| info_in(alert, lang));
    let sent_ms = clock::ms_of(alert.sent.instant());
    spoken.or_else(|| alert.info.first()).map(|info| blocks::leading(alert, info, sent_ms))
}

/// The block in this very language.
#[must_use]
pub fn info_in(alert: &Alert, lang: Lang) -> Option<&Info> {
    alert.info.iter().find(|info| Lang::parse(info.language()) == Some(lang))
}

/// Highest severity of the blocks, as a rank.
#[must_use]
pub fn severity_rank(alert: &Alert) -> i32 {
    alert.info.iter().map(|info| rank::severity_rank(info.severity)).max().unwrap_or(2)
}

/// Categories of all blocks, as bits.
#[must_use]
pub fn categories(alert: &Alert) -> i32 {
    alert.info.iter().fold(0, |bits, info| bits | rank::category_bits(&info.category))
}

/// Latest end of the blocks, if one is given.
#[must_use]
pub fn expires_ms(alert: &Alert) -> Option<i64> {
    alert.info.iter().filter_map(|info| info.expires.as_ref()).map(|at| clock::ms_of(at.instant())).max()
}

/// The value of a CAP parameter.
#[must_use]
pub fn parameter<'a>(info: &'a Info, name: &str) -> Option<&'a str> {
    info.parameter.iter().find(|p| p.value_name == name).map(|p| p.value.as_str())
}

/// SHA-256 of what two people agree on: the whole message, but for what is filled in when
/// it is published (identifier, sender, sending, references, addresses of pages). Checked
/// again when the messages are made.
#[must_use]
pub fn hash(alert: &Alert) -> String {
    let mut agreed = alert.clone();
    agreed.source = agreed.source.or_else(|| Some(agreed.sender.clone()));
    agreed.sender.clear();
    agreed.identifier.clear();
    agreed.references.clear();
    agreed.msg_type = MsgType::Alert;
    agreed.sent = DateTime::new(clock::brussels(0));
    for info in &mut agreed.info {
        // The row holds the end, and the edition that was seen holds the row.
        (info.effective, info.expires, info.web) = (None, None, None);
    }
    let text = serde_json::to_vec(&agreed).unwrap_or_default();
    crate::audit::hex(digest::digest(&digest::SHA256, &text).as_ref())
}

/// What keeps a message from ever being an alert of ours, whatever else is filled in: it
/// answers or takes back what others said, or it is not for the public.
#[must_use]
pub fn issue_faults(alert: &Alert) -> Vec<Fault> {
    let mut faults = Vec::new();
    match alert.msg_type {
        MsgType::Alert | MsgType::Update => {}
        MsgType::Cancel => faults.push(Fault::new("msgType", "cap-message-cancels")),
        MsgType::Ack | MsgType::Error => {
            faults.push(Fault::new("msgType", "cap-message-answers").arg("kind", alert.msg_type));
        }
    }
    if Channel::of(alert.status, Scope::Public).is_none() {
        faults.push(Fault::new("status", "status-not-issued"));
    } else if Channel::of(alert.status, alert.scope).is_none() {
        faults.push(Fault::new("scope", "cap-scope-not-public").arg("scope", alert.scope));
    }
    faults
}

/// What keeps a message from being submitted.
#[must_use]
pub fn submission_faults(alert: &Alert, set: AreaSet, expires_ms: i64, now_ms: i64) -> Vec<Fault> {
    let mut faults = Vec::new();
    for lang in [Lang::FR, Lang::NL] {
        let code = lang.code();
        let Some(info) = info_in(alert, lang) else {
            faults.push(Fault::new(format!("texts.{code}"), "language-missing").arg("lang", code));
            continue;
        };
        let blank = |text: &Option<String>| text.as_deref().is_none_or(|t| t.trim().is_empty());
        for (name, missing) in [
            ("headline", blank(&info.headline)),
            ("instruction", blank(&info.instruction) && blank(&info.description)),
        ] {
            if missing {
                faults.push(Fault::new(format!("texts.{code}.{name}"), "required"));
            }
        }
    }
    if set.is_empty() {
        faults.push(Fault::new("municipalities", "area-missing"));
    }
    if expires_ms <= now_ms {
        faults.push(Fault::new("expires", "time-past"));
    }
    faults.extend(issue_faults(alert));
    faults
}
