//! From what was filled in to a CAP message in every language.
//!
//! Crisis texts come from the phrasebook with the same parameters in every
//! language, so an operator who speaks two languages alerts people in all of
//! them. What the operator writes replaces the phrasebook in that language only.

use safe_cap::{
    Alert, Area, Circle, DateTime, Geocode, Info, MsgType, Parameter, Polygon, Position, ResponseType, Scope,
    Status,
};

use super::draft::{Draft, parse_time};
pub use super::moment::{brief, moment};
use super::scenario::{FREE_TEXT, ParamKind, Scenario};
use crate::area::{AreaSet, Areas};
use crate::clock;
use crate::config::Config;
use crate::i18n::{Args, Lang};

/// Name of the geocode that holds a NIS code.
pub const NIS_GEOCODE: &str = "NIS";
/// CAP parameter: crisis level.
pub const LEVEL_PARAMETER: &str = "level";
/// CAP parameter: issuing authority.
pub const AUTHORITY_PARAMETER: &str = "authority";
/// CAP parameter: when the next news comes.
pub const NEXT_UPDATE_PARAMETER: &str = "nextUpdate";
/// CAP parameter: scenario, which names the what-to-do page.
pub const SCENARIO_PARAMETER: &str = "scenario";

/// Texts of one language as they go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Kind of event.
    pub event: String,
    /// One line.
    pub headline: String,
    /// What is going on.
    pub description: String,
    /// What to do.
    pub instruction: String,
}

/// Who and when, of one message.
pub struct Stamp {
    /// CAP identifier.
    pub identifier: String,
    /// When it is sent.
    pub now_ms: i64,
    /// Chain, for the address of its page.
    pub event_id: uuid::Uuid,
}

/// The texts of a draft in one language, if it has all that it needs.
#[must_use]
pub fn words(draft: &Draft, scenario: &Scenario, areas: &Areas, now_ms: i64, lang: Lang) -> Option<Words> {
    let own = draft.own_text(lang);
    let from_book = |part: &str, own: &str| {
        if !own.trim().is_empty() {
            return Some(own.trim().to_owned());
        }
        if scenario.id == FREE_TEXT {
            return None;
        }
        let args = arguments(draft, scenario, areas, now_ms, lang);
        lang.own(&format!("alert-{}-{part}", scenario.id), &args)
    };
    let mut words = Words {
        event: from_book("event", &own.event)?,
        headline: from_book("headline", &own.headline)?,
        description: from_book("description", &own.description)?,
        instruction: from_book("instruction", &own.instruction)?,
    };
    mark_rehearsal(&mut words, draft.status(), lang);
    Some(words)
}

fn rehearsal_mark(status: Status, lang: Lang) -> Option<String> {
    match status {
        Status::Exercise => Some(lang.text("alert-exercise-prefix")),
        Status::Test => Some(lang.text("alert-test-prefix")),
        _ => None,
    }
}

fn without_mark(event: &str, status: Status, lang: Lang) -> String {
    let mark = rehearsal_mark(status, lang).unwrap_or_default();
    event.strip_prefix(&mark).unwrap_or(event).trim_start_matches(['.', ' ']).to_owned()
}

/// Exercises say so first, in every language and channel.
pub(super) fn mark_rehearsal(words: &mut Words, status: Status, lang: Lang) {
    let Some(prefix) = rehearsal_mark(status, lang) else { return };
    words.event = format!("{prefix}. {}", words.event);
    words.headline = format!("{prefix}. {}", words.headline);
    words.description = format!("{}\n{}", lang.text("alert-exercise-note"), words.description);
}

fn arguments(draft: &Draft, scenario: &Scenario, areas: &Areas, now_ms: i64, lang: Lang) -> Args {
    let set = draft.areas(areas, now_ms);
    let mut args = Args::new().with("areas", areas.phrase(set, lang));
    for param in &scenario.params {
        let value = draft.params.get(&param.id).map_or("", |value| value.trim());
        args = if value.is_empty() {
            args.with(&param.id, "none")
        } else {
            match param.kind {
                ParamKind::Text => args.with(&param.id, value),
                ParamKind::Metres => args.with(&param.id, distance(value, lang)),
                ParamKind::Time => args.with(
                    &param.id,
                    parse_time(value).map_or_else(String::new, |at| moment(at, now_ms, lang)),
                ),
                ParamKind::Count => args.number(&param.id, value.parse().unwrap_or(0)),
            }
        };
    }
    args
}

/// A distance as people read it: metres below one kilometre.
fn distance(value: &str, lang: Lang) -> String {
    let metres: u32 = value.parse().unwrap_or(0);
    if metres < 1000 {
        return lang.text_with("distance-m", &Args::new().with("value", metres.to_string()));
    }
    let separator = if lang == Lang::EN { '.' } else { ',' };
    let tenths = (metres + 50) / 100;
    let value = if tenths.is_multiple_of(10) {
        (tenths / 10).to_string()
    } else {
        format!("{}{separator}{}", tenths / 10, tenths % 10)
    };
    lang.text_with("distance-km", &Args::new().with("value", value))
}

/// The CAP message of a draft, one `info` per language that is whole.
#[must_use]
pub fn message(draft: &Draft, scenario: &Scenario, areas: &Areas, config: &Config, stamp: &Stamp) -> Alert {
    let sent = DateTime::new(clock::brussels(stamp.now_ms));
    let mut alert = Alert::new(stamp.identifier.clone(), config.alerts.sender.clone(), sent);
    alert.status = draft.status();
    alert.msg_type = MsgType::Alert;
    alert.scope = Scope::Public;
    if !draft.note.is_empty() {
        alert.note = Some(draft.note.clone());
    }
    let set = draft.areas(areas, stamp.now_ms);
    let expires = draft.expires.map_or_else(
        || DateTime::new(clock::brussels(stamp.now_ms + scenario.expires_hours * 3_600_000)),
        |at| DateTime::new(clock::brussels(clock::ms_of(at))),
    );
    for lang in Lang::all() {
        let Some(words) = words(draft, scenario, areas, stamp.now_ms, lang) else { continue };
        let category = if draft.category.is_empty() { &scenario.category } else { &draft.category };
        let Some(first) = category.first() else { continue };
        let judged = (
            draft.urgency.unwrap_or(scenario.urgency),
            draft.severity.unwrap_or(scenario.severity),
            draft.certainty.unwrap_or(scenario.certainty),
        );
        let mut info = Info::new(tag(lang), *first, words.event, judged);
        info.category.clone_from(category);
        info.response_type.clone_from(&scenario.response);
        info.effective = Some(sent);
        info.onset = draft.onset.map(|at| DateTime::new(clock::brussels(clock::ms_of(at))));
        info.expires = Some(expires);
        info.sender_name = Some(authority(draft, areas, set, lang));
        info.headline = Some(words.headline);
        info.description = Some(words.description);
        info.instruction = Some(words.instruction);
        info.web = Some(page_address(config, lang, stamp.event_id));
        info.contact = Some(draft.contact.trim().to_owned()).filter(|contact| !contact.is_empty());
        info.parameter = parameters(draft, scenario);
        info.area = vec![area(draft, areas, set, lang)];
        alert.info.push(info);
    }
    alert
}

/// BCP 47 tag of a language in our messages.
#[must_use]
pub fn tag(lang: Lang) -> String {
    match lang {
        Lang::FR | Lang::NL => format!("{}-BE", lang.code()),
        _ => lang.code().to_owned(),
    }
}

/// Address of the page of a chain.
#[must_use]
pub fn page_address(config: &Config, lang: Lang, event_id: uuid::Uuid) -> String {
    format!("{}/{}/alerts/{event_id}/", config.http.base_url, lang.code())
}

fn authority(draft: &Draft, areas: &Areas, set: AreaSet, lang: Lang) -> String {
    let id = draft.authority.as_deref().unwrap_or("safe-brussels");
    let args = Args::new().with("areas", areas.phrase(set, lang));
    lang.text_with(&format!("authority-{id}"), &args)
}

fn parameters(draft: &Draft, scenario: &Scenario) -> Vec<Parameter> {
    let level = draft.level.as_deref().unwrap_or(&scenario.level);
    let authority = draft.authority.as_deref().unwrap_or("safe-brussels");
    let mut list =
        vec![Parameter::new(LEVEL_PARAMETER, level), Parameter::new(AUTHORITY_PARAMETER, authority)];
    if scenario.id != FREE_TEXT {
        list.push(Parameter::new(SCENARIO_PARAMETER, &scenario.id));
    }
    if let Some(at) = draft.next_update {
        list.push(Parameter::new(NEXT_UPDATE_PARAMETER, clock::rfc3339(clock::ms_of(at))));
    }
    list
}

/// The area of one language: codes of the municipalities, and the drawing or,
/// without one, their outlines.
fn area(draft: &Draft, areas: &Areas, set: AreaSet, lang: Lang) -> Area {
    let mut area = Area::new(areas.phrase(set, lang));
    area.geocode = areas.members(set).map(|m| Geocode::new(NIS_GEOCODE, m.nis.clone())).collect();
    area.circle =
        draft.circles.iter().map(|c| Circle::new(Position::new(c.lat, c.lon), c.radius_km)).collect();
    area.polygon = draft.polygons.iter().map(|points| Polygon::from_lat_lon(points)).collect();
    if area.circle.is_empty() && area.polygon.is_empty() {
        area.polygon = (0..areas.municipalities.len())
            .filter(|index| set.has(*index))
            .flat_map(|index| areas.rings(index))
            .map(|ring| Polygon::from_lat_lon(&ring))
            .collect();
    }
    area
}

/// How an alert comes to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The danger is over.
    AllClear,
    /// It was sent in error, or does not hold any more.
    Cancelled,
}

/// The message that ends an alert, in those languages of the portal in which it was sent.
#[must_use]
pub fn ending(of: &Alert, kind: Ending, areas: &Areas, set: AreaSet, stamp: &Stamp, hours: i64) -> Alert {
    let sent = DateTime::new(clock::brussels(stamp.now_ms));
    let mut alert = of.clone();
    alert.identifier.clone_from(&stamp.identifier);
    alert.sent = sent;
    alert.references.push(of.as_reference());
    alert.msg_type = match kind {
        Ending::AllClear => MsgType::Update,
        Ending::Cancelled => MsgType::Cancel,
    };
    let book = match kind {
        Ending::AllClear => "alert-all-clear",
        Ending::Cancelled => "alert-cancelled",
    };
    let expires = DateTime::new(clock::brussels(stamp.now_ms + hours * 3_600_000));
    // In a language that is not spoken here nobody can say that it is over.
    alert.info.retain(|info| Lang::parse(info.language()).is_some());
    for info in &mut alert.info {
        let lang = Lang::parse(info.language()).unwrap_or(Lang::EN);
        let args = Args::new()
            .with("event", without_mark(&info.event, of.status, lang))
            .with("areas", areas.phrase(set, lang));
        let say = |part: &str| lang.text_with(&format!("{book}-{part}"), &args);
        let mut words = Words {
            event: say("event"),
            headline: say("headline"),
            description: say("description"),
            instruction: say("instruction"),
        };
        mark_rehearsal(&mut words, of.status, lang);
        info.event = words.event;
        info.headline = Some(words.headline);
        info.description = Some(words.description);
        info.instruction = Some(words.instruction);
        info.urgency = safe_cap::Urgency::Past;
        info.response_type = vec![ResponseType::AllClear];
        info.effective = Some(sent);
        info.onset = None;
        info.expires = Some(expires);
        info.parameter.retain(|parameter| parameter.value_name != NEXT_UPDATE_PARAMETER);
    }
    alert
}
