//! What a CAP message says, as the portal needs it: areas, ranks, times, hash.

use aws_lc_rs::digest;
use safe_cap::{Alert, Area, DateTime, Info, MsgType};

use super::rank;
use crate::area::{AreaSet, Areas, Shape};
use crate::clock;
use crate::error::Fault;
use crate::i18n::Lang;

/// Names under which systems put a NIS code.
const NIS_NAMES: [&str; 5] = ["nis", "nis5", "ins", "refnis", "niscode"];
/// Names under which systems put a code of the European classification of territories.
const NUTS_NAMES: [&str; 5] = ["nuts", "nuts1", "nuts2", "nuts3", "nuts_code"];
/// Names under which systems put a postcode.
const POSTCODE_NAMES: [&str; 4] = ["postcode", "postalcode", "postal_code", "zip"];

/// The municipalities of a message. In one `area` the codes of municipalities
/// win over drawings: those illustrate the codes, and their simplified outlines
/// would spill into neighbours.
#[must_use]
pub fn areas_of(alert: &Alert, areas: &Areas, now_ms: i64) -> AreaSet {
    alert
        .info
        .iter()
        .flat_map(|info| &info.area)
        .fold(AreaSet::NONE, |set, area| set.union(one_area(area, areas, now_ms)))
}

/// Whether codes of this name are read here.
fn is_read(value_name: &str) -> bool {
    let name = value_name.to_ascii_lowercase();
    [&NIS_NAMES[..], &NUTS_NAMES, &POSTCODE_NAMES].iter().any(|names| names.contains(&name.as_str()))
}

/// Areas of which it cannot be said where they are: no drawing, and no code of a list that is
/// read here. They may well be in the Region; each once, whatever the number of blocks.
#[must_use]
pub fn unread_areas(alert: &Alert) -> Vec<&Area> {
    let mut unread: Vec<&Area> = Vec::new();
    for area in alert.info.iter().flat_map(|info| &info.area) {
        let is_placed = area.geocode.iter().any(|code| is_read(&code.value_name)) || !drawn(area).is_empty();
        let same = |other: &&Area| !area.geocode.is_empty() && other.geocode == area.geocode;
        if !is_placed && !unread.iter().any(same) {
            unread.push(area);
        }
    }
    unread
}

fn one_area(area: &Area, areas: &Areas, now_ms: i64) -> AreaSet {
    let coded = area
        .geocode
        .iter()
        .filter(|code| is_read(&code.value_name))
        .filter_map(|code| areas.by_code(code.value.trim(), now_ms))
        .fold(AreaSet::NONE, AreaSet::union);
    if coded.is_empty() {
        drawn(area).iter().fold(coded, |set, shape| set.union(areas.reached_by(shape)))
    } else {
        coded
    }
}

fn drawn(area: &Area) -> Vec<Shape> {
    let polygons = area.polygon.iter().filter_map(|polygon| {
        let points: Vec<_> = polygon.positions.iter().map(|p| (p.lat, p.lon)).collect();
        Shape::polygon(&points).ok()
    });
    let circles =
        area.circle.iter().filter_map(|c| Shape::circle(c.center.lat, c.center.lon, c.radius.max(0.01)).ok());
    polygons.chain(circles).collect()
}

/// Where it holds, as GeoJSON; never null. Codes of municipalities are drawn by
/// their outlines unless the message draws them itself.
#[must_use]
pub fn geometry(alert: &Alert, areas: &Areas, set: AreaSet) -> serde_json::Value {
    let shapes: Vec<_> =
        alert.info.first().map(|info| info.area.iter().flat_map(drawn).collect()).unwrap_or_default();
    if shapes.is_empty() {
        return areas.geojson(set);
    }
    crate::area::multi_polygon(&shapes)
}

/// The block for a reader of this language, along the chain of fallbacks, else
/// the first. Later blocks of one language only expand the first.
#[must_use]
pub fn info_for(alert: &Alert, lang: Lang) -> Option<&Info> {
    lang.chain()
        .into_iter()
        .find_map(|lang| alert.info.iter().find(|info| Lang::parse(info.language()) == Some(lang)))
        .or_else(|| alert.info.first())
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
    if super::Channel::of(alert.status).is_none() {
        faults.push(Fault::new("status", "status-not-issued"));
    }
    faults
}
