//! What stands in the form, field by field as text, so that nothing that
//! somebody typed is lost when something is wrong.

mod read;
mod write;

use safe_cap::{Alert, Status};

use crate::alert::compose;
use crate::alert::draft::Draft;
use crate::alert::scenario::{FREE_TEXT, Scenario};
use crate::area::AreaSet;

/// Parts of a text of one's own, in the order of the form.
pub(super) const PARTS: [&str; 4] = ["event", "headline", "instruction", "description"];
/// Scenario of exercises: it can never be a real alert.
const DRILL: &str = "drill";

/// Names and values of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filled(pub Vec<(String, String)>);

impl Filled {
    /// The value of a field; empty when it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }

    /// Whether one of the values of a field is this one.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|known| known == value)
    }

    /// All values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn put(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// A new form: the scenario's own status, everything else empty.
    pub fn fresh(scenario: &Scenario) -> Self {
        let mut filled = Self::default();
        let status = if scenario.id == DRILL { Status::Exercise } else { Status::Actual };
        filled.put("status", status.as_str());
        filled
    }

    /// How many rows of circles the form has.
    pub fn circle_rows(&self) -> usize {
        let filled = (0..20).rev().find(|index| {
            ["lat", "lon", "radius"]
                .iter()
                .any(|part| !self.get(&format!("circle.{index}.{part}")).trim().is_empty())
        });
        // One empty row more than is filled, so that another can be added.
        filled.map_or(1, |last| (last + 2).min(20))
    }
}

/// The form of any open alert: from what was filled in, or from its message.
pub(super) fn of_row(
    row: &crate::alert::entity::Model,
    world: &crate::app::World,
) -> anyhow::Result<(Filled, String)> {
    use anyhow::Context;
    if row.compose.is_empty() {
        let set = AreaSet::from_i32(row.areas);
        return Ok((Filled::of_cap(&row.message()?, &world.areas, set), FREE_TEXT.to_owned()));
    }
    let draft: Draft = serde_json::from_str(&row.compose).context("a draft is damaged")?;
    let scenario = draft.scenario(&world.scenarios).context("a draft has an unknown scenario")?;
    Ok((Filled::of_draft(&draft, &scenario.params), scenario.id.clone()))
}

/// The message that would go out now.
pub(super) fn message(draft: &Draft, scenario: &Scenario, world: &crate::app::World) -> Alert {
    let stamp = compose::Stamp {
        identifier: "preview".to_owned(),
        now_ms: world.clock.now_ms(),
        event_id: uuid::Uuid::nil(),
    };
    compose::message(draft, scenario, &world.areas, &world.config, &stamp)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use safe_cap::{Category, Certainty, Info, Severity, Urgency};

    use super::*;
    use crate::alert::scenario::Scenarios;
    use crate::area::Areas;
    use crate::error::Fault;

    fn scenario(id: &str) -> Scenario {
        Scenarios::load(Path::new("../content")).expect("scenarios").get(id).expect("known").clone()
    }

    fn filled(pairs: &[(&str, &str)]) -> Filled {
        Filled(pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn a_draft_survives_the_form() {
        let given = filled(&[
            ("status", "Exercise"),
            ("p.from", "2026-11-21T14:30"),
            ("m", "21004"),
            ("m", "5340"),
            ("circle.0.lat", "50,85"),
            ("circle.0.lon", "4.35"),
            ("circle.0.radius", "300"),
            ("polygons", "50.85 4.35\n50.86 4.35\n50.86 4.36"),
            ("severity", "Extreme"),
            ("category", "Infra"),
            ("expires", "2026-11-22T08:00"),
            ("level", "federal"),
            ("note", "Atlas 2026"),
            ("t.nl.headline", " Storm "),
            ("t.nl.instruction", "Blijf binnen.\r\nSluit de ramen."),
        ]);
        let storm = scenario("storm");
        let (draft, faults) = given.draft(&storm);
        assert_eq!(faults, []);
        assert_eq!(draft.texts["nl"].instruction, "Blijf binnen.\nSluit de ramen.");
        assert_eq!(draft.category, [Category::Infra]);
        let (again, faults) = Filled::of_draft(&draft, &storm.params).draft(&storm);
        assert_eq!((again, faults), (draft, Vec::new()));
    }

    #[test]
    fn several_blocks_are_read_as_the_worst_and_lose_no_text() {
        let sent = "2026-11-21T08:00:00+01:00".parse().expect("a moment");
        let mut alert = Alert::new("storm", "warnings@example.org", sent);
        for (lang, category, event, severity) in [
            ("fr-BE", Category::Met, "Vent", Severity::Minor),
            ("nl-BE", Category::Met, "Wind", Severity::Minor),
            ("fr-BE", Category::Safety, "Grêle", Severity::Extreme),
        ] {
            let mut info = Info::new(lang, category, event, (Urgency::Expected, severity, Certainty::Likely));
            info.headline = Some(event.to_owned());
            info.instruction = Some(format!("{event} !"));
            alert.info.push(info);
        }
        alert.info[2].urgency = Urgency::Immediate;
        let areas = Areas::load(Path::new("../content")).expect("areas");
        let (draft, faults) = Filled::of_cap(&alert, &areas, AreaSet::NONE).draft(&scenario(FREE_TEXT));
        assert_eq!(faults, []);
        assert_eq!((draft.severity, draft.urgency), (Some(Severity::Extreme), Some(Urgency::Immediate)));
        assert_eq!(draft.category, [Category::Safety, Category::Met]);
        let french = &draft.texts["fr"];
        assert_eq!((french.event.as_str(), french.headline.as_str()), ("Grêle", "Grêle"));
        assert_eq!(french.instruction, "Grêle !\n\nVent !");
        assert_eq!(french.description, "Vent");
        assert_eq!(draft.texts["nl"].headline, "Wind");
    }

    #[test]
    fn the_choices_of_the_scenario_stay_its_own() {
        let gas = scenario("gas-leak");
        let (draft, _) = filled(&[("category", "Fire"), ("category", "Safety")]).draft(&gas);
        assert!(draft.category.is_empty() && draft.severity.is_none());
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let given = filled(&[("severity", "Bad"), ("expires", "soon"), ("category", "x"), ("polygons", "x")]);
        let (_, faults) = given.draft(&scenario("storm"));
        let found: Vec<_> = faults.iter().map(|f| (f.field.as_str(), f.code.as_str())).collect();
        assert_eq!(
            found,
            [
                ("polygons", "polygon-line"),
                ("severity", "value-unknown"),
                ("category", "value-unknown"),
                ("expires", "time"),
            ]
        );
    }

    #[test]
    fn a_drill_is_never_a_real_alert() {
        let drill = scenario("drill");
        assert_eq!(Filled::fresh(&drill).get("status"), "Exercise");
        let (_, faults) = filled(&[("status", "Actual")]).draft(&drill);
        assert_eq!(faults, [Fault::new("status", "drill-actual")]);
    }
}
