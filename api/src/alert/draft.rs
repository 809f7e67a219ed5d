//! What an operator fills in: the JSON model of a new alert.

use std::collections::BTreeMap;

use safe_cap::{Category, Certainty, Severity, Status, Urgency};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use utoipa::ToSchema;

use super::scenario::{FREE_TEXT, ParamKind, Scenario, Scenarios};
use crate::area::{AreaSet, Areas, Shape};
use crate::error::Fault;
use crate::i18n::Lang;

/// Texts of one language, written by the operator; they replace the phrasebook's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OwnText {
    /// Kind of event, a few words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub event: String,
    /// One line, 160 characters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub headline: String,
    /// What is going on.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// What to do now.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub instruction: String,
}

/// A circle as an operator draws it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DrawnCircle {
    /// Latitude of the middle, degrees.
    pub lat: f64,
    /// Longitude of the middle, degrees.
    pub lon: f64,
    /// Radius, kilometres.
    pub radius_km: f64,
}

/// A new alert, before it is a CAP message.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Draft {
    /// Scenario; `free-text` when the operator writes every word.
    pub scenario: String,
    /// CAP status: `Actual` (default), `Exercise` or `Test`.
    #[schema(value_type = Option<String>)]
    pub status: Option<Status>,
    /// Parameters of the scenario: texts, whole numbers, RFC 3339 times.
    #[schema(value_type = Object)]
    pub params: BTreeMap<String, String>,
    /// NIS codes, police zones, postcodes or `04000` for the Region.
    pub municipalities: Vec<String>,
    /// Circles.
    pub circles: Vec<DrawnCircle>,
    /// Polygons: lists of `[lat, lon]`, first corner equal to the last.
    pub polygons: Vec<Vec<(f64, f64)>>,
    /// CAP severity, when not the scenario's.
    #[schema(value_type = Option<String>)]
    pub severity: Option<Severity>,
    /// CAP urgency, when not the scenario's.
    #[schema(value_type = Option<String>)]
    pub urgency: Option<Urgency>,
    /// CAP certainty, when not the scenario's.
    #[schema(value_type = Option<String>)]
    pub certainty: Option<Certainty>,
    /// CAP categories, when not the scenario's.
    #[schema(value_type = Vec<String>)]
    pub category: Vec<Category>,
    /// When the event starts.
    #[serde(with = "time::serde::rfc3339::option")]
    pub onset: Option<OffsetDateTime>,
    /// When the alert ends by itself.
    #[serde(with = "time::serde::rfc3339::option")]
    pub expires: Option<OffsetDateTime>,
    /// When the next news comes.
    #[serde(with = "time::serde::rfc3339::option")]
    pub next_update: Option<OffsetDateTime>,
    /// Texts by language.
    pub texts: BTreeMap<String, OwnText>,
    /// communal, provincial or federal, when not the scenario's.
    pub level: Option<String>,
    /// safe-brussels, high-official, minister-president or mayor.
    pub authority: Option<String>,
    /// One contact for those concerned (CAP `contact`): a number, an office, hours;
    /// an update replaces it wherever it is shown.
    pub contact: String,
    /// For operators only: reference in another logbook; never public.
    pub reference: String,
    /// CAP note; names the exercise.
    pub note: String,
}

/// Authorities an alert can be issued by; the words are `authority-<id>`.
pub const AUTHORITIES: [&str; 4] = ["safe-brussels", "high-official", "minister-president", "mayor"];
/// Crisis levels; the words are `level-<id>`.
pub const LEVELS: [&str; 3] = ["communal", "provincial", "federal"];

/// Longest texts, in characters.
const MOST: [(&str, usize); 4] =
    [("event", 60), ("headline", 160), ("description", 1500), ("instruction", 1500)];

impl Draft {
    /// Its scenario.
    #[must_use]
    pub fn scenario<'a>(&self, scenarios: &'a Scenarios) -> Option<&'a Scenario> {
        let id = if self.scenario.is_empty() { FREE_TEXT } else { &self.scenario };
        scenarios.get(id)
    }

    /// Its status.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status.unwrap_or(Status::Actual)
    }

    /// The municipalities of its codes and drawings.
    #[must_use]
    pub fn areas(&self, areas: &Areas, now_ms: i64) -> AreaSet {
        let mut set = AreaSet::NONE;
        for code in &self.municipalities {
            set = set.union(areas.by_code(code, now_ms).unwrap_or_default());
        }
        for shape in self.shapes().into_iter().flatten() {
            set = set.union(areas.reached_by(&shape));
        }
        set
    }

    /// Its drawings, each valid or with its fault.
    #[must_use]
    pub fn shapes(&self) -> Vec<Result<Shape, crate::area::ShapeFault>> {
        let circles = self.circles.iter().map(|c| Shape::circle(c.lat, c.lon, c.radius_km));
        circles.chain(self.polygons.iter().map(|points| Shape::polygon(points))).collect()
    }

    /// Text of one language, empty when none was written.
    #[must_use]
    pub fn own_text(&self, lang: Lang) -> OwnText {
        self.texts.get(lang.code()).cloned().unwrap_or_default()
    }

    /// Everything that breaks a rule; an empty list means it may be kept.
    #[must_use]
    pub fn faults(&self, scenarios: &Scenarios, areas: &Areas, now_ms: i64) -> Vec<Fault> {
        let mut faults = Vec::new();
        let scenario = self.scenario(scenarios);
        if scenario.is_none() {
            faults.push(Fault::new("scenario", "scenario-unknown").arg("value", short(&self.scenario)));
        }
        if super::Channel::of(self.status()).is_none() {
            faults.push(Fault::new("status", "status-not-issued"));
        }
        self.param_faults(scenario, &mut faults);
        self.area_faults(areas, now_ms, &mut faults);
        self.text_faults(&mut faults);
        self.time_faults(now_ms, &mut faults);
        for (field, value, known) in
            [("level", &self.level, &LEVELS[..]), ("authority", &self.authority, &AUTHORITIES[..])]
        {
            if value.as_deref().is_some_and(|value| !known.contains(&value)) {
                faults.push(Fault::new(field, "value-unknown"));
            }
        }
        for (field, value) in [("reference", &self.reference), ("note", &self.note)] {
            too_long(field, value, 300, &mut faults);
        }
        too_long("contact", &self.contact, 200, &mut faults);
        if self.contact.chars().any(char::is_control) {
            faults.push(Fault::new("contact", "text-control"));
        }
        faults
    }

    fn param_faults(&self, scenario: Option<&Scenario>, faults: &mut Vec<Fault>) {
        let Some(scenario) = scenario else { return };
        for name in self.params.keys() {
            if !scenario.params.iter().any(|param| &param.id == name) {
                faults.push(Fault::new(format!("params.{}", short(name)), "param-unknown"));
            }
        }
        for param in &scenario.params {
            let field = format!("params.{}", param.id);
            let value = self.params.get(&param.id).map_or("", |value| value.trim());
            if value.is_empty() {
                if param.required {
                    faults.push(Fault::new(field, "required"));
                }
                continue;
            }
            let fits = match param.kind {
                ParamKind::Text => {
                    too_long(&field, value, 80, faults);
                    !value.chars().any(char::is_control)
                }
                ParamKind::Metres => value.parse().is_ok_and(|m: u32| (1..=100_000).contains(&m)),
                ParamKind::Count => value.parse().is_ok_and(|n: u32| n <= 10_000_000),
                ParamKind::Time => parse_time(value).is_some(),
            };
            if !fits {
                let code = match param.kind {
                    ParamKind::Text => "text-control",
                    ParamKind::Metres => "metres",
                    ParamKind::Count => "whole-number",
                    ParamKind::Time => "time",
                };
                faults.push(Fault::new(field, code));
            }
        }
    }

    fn area_faults(&self, areas: &Areas, now_ms: i64, faults: &mut Vec<Fault>) {
        if self.municipalities.len() > 200 || self.circles.len() > 20 || self.polygons.len() > 20 {
            faults.push(Fault::new("municipalities", "too-many-areas"));
            return;
        }
        for (index, code) in self.municipalities.iter().enumerate() {
            if areas.by_code(code, now_ms).is_none() {
                let field = format!("municipalities.{index}");
                faults.push(Fault::new(field, "area-unknown").arg("value", short(code)));
            }
        }
        let circles = (0..self.circles.len()).map(|index| format!("circles.{index}"));
        let polygons = (0..self.polygons.len()).map(|index| format!("polygons.{index}"));
        for (field, shape) in circles.chain(polygons).zip(self.shapes()) {
            match shape {
                Err(fault) => faults.push(Fault::new(field, fault.code())),
                Ok(shape) if areas.reached_by(&shape).is_empty() => {
                    faults.push(Fault::new(field, "shape-not-in-region"));
                }
                Ok(_) => {}
            }
        }
    }

    fn text_faults(&self, faults: &mut Vec<Fault>) {
        for (tag, text) in &self.texts {
            if Lang::parse(tag).is_none_or(|lang| lang.code() != tag) {
                faults.push(Fault::new(format!("texts.{}", short(tag)), "language-unknown"));
                continue;
            }
            let fields = [&text.event, &text.headline, &text.description, &text.instruction];
            for ((name, most), value) in MOST.iter().zip(fields) {
                let field = format!("texts.{tag}.{name}");
                too_long(&field, value, *most, faults);
                let one_line = matches!(*name, "event" | "headline");
                let bad = |c: char| c.is_control() && (one_line || !matches!(c, '\n' | '\r' | '\t'));
                if value.chars().any(bad) {
                    faults.push(Fault::new(field, "text-control"));
                }
            }
        }
    }

    fn time_faults(&self, now_ms: i64, faults: &mut Vec<Fault>) {
        let now = crate::clock::utc(now_ms);
        if let Some(expires) = self.expires {
            if expires <= now {
                faults.push(Fault::new("expires", "time-past"));
            } else if expires > now + time::Duration::days(31) {
                faults.push(Fault::new("expires", "time-far"));
            } else if self.onset.is_some_and(|onset| onset >= expires) {
                faults.push(Fault::new("onset", "time-order"));
            }
        }
    }
}

/// A moment from RFC 3339, or from a form field without offset, which means
/// the clocks of Brussels.
#[must_use]
pub fn parse_time(text: &str) -> Option<OffsetDateTime> {
    use time::format_description::well_known::Rfc3339;
    if let Ok(at) = OffsetDateTime::parse(text, &Rfc3339) {
        return Some(at);
    }
    let civil: jiff::civil::DateTime = text.parse().ok()?;
    let zone = jiff::tz::TimeZone::get("Europe/Brussels").ok()?;
    let moment = civil.to_zoned(zone).ok()?.timestamp();
    Some(crate::clock::brussels(moment.as_millisecond()))
}

fn too_long(field: &str, value: &str, most: usize, faults: &mut Vec<Fault>) {
    let length = value.chars().count();
    if length > most {
        faults.push(Fault::new(field, "too-long").arg("most", most).arg("length", length));
    }
}

/// The beginning of what somebody sent, safe to repeat in an answer.
fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn world() -> (Scenarios, Areas) {
        let content = Path::new("../content");
        (Scenarios::load(content).expect("scenarios"), Areas::load(content).expect("areas"))
    }

    #[test]
    fn each_fault_names_its_field() {
        let (scenarios, areas) = world();
        let draft = Draft {
            scenario: "gas-leak".into(),
            params: [("radius".to_owned(), "wide".to_owned())].into(),
            municipalities: vec!["1234".into()],
            polygons: vec![vec![(50.8, 4.3), (50.9, 4.3), (50.8, 4.3)]],
            expires: Some(crate::clock::utc(0)),
            ..Draft::default()
        };
        let faults = draft.faults(&scenarios, &areas, 1_790_000_000_000);
        let found: Vec<_> = faults.iter().map(|f| (f.field.as_str(), f.code.as_str())).collect();
        for expected in [
            ("params.place", "required"),
            ("params.radius", "metres"),
            ("municipalities.0", "area-unknown"),
            ("polygons.0", "shape-too-few"),
            ("expires", "time-past"),
        ] {
            assert!(found.contains(&expected), "{expected:?} in {found:?}");
        }
    }

    #[test]
    fn a_form_time_means_brussels() {
        let at = parse_time("2026-07-01T14:30").expect("time");
        assert_eq!(at.offset().whole_hours(), 2);
    }
}
