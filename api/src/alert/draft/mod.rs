//! What an operator fills in: the JSON model of a new alert.

mod fault;

use std::collections::BTreeMap;

use safe_cap::{Category, Certainty, Severity, Status, Urgency};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use utoipa::ToSchema;

use super::scenario::{FREE_TEXT, Scenario, Scenarios};
use crate::area::{AreaSet, Areas, Shape};
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
