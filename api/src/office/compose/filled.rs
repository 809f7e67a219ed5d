//! What stands in the form, field by field as text, so that nothing that
//! somebody typed is lost when something is wrong.

use safe_cap::{Alert, Category, Certainty, Severity, Status, Urgency};
use time::OffsetDateTime;

use super::places;
use crate::alert::draft::{Draft, DrawnCircle, OwnText, parse_time};
use crate::alert::scenario::{FREE_TEXT, Param, ParamKind, Scenario};
use crate::alert::{Channel, compose, content};
use crate::area::{AreaSet, Areas};
use crate::clock;
use crate::error::Fault;
use crate::i18n::Lang;

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

    /// The form of a draft.
    pub fn of_draft(draft: &Draft, params: &[Param]) -> Self {
        let mut filled = Self::default();
        filled.put("status", draft.status().as_str());
        for (name, value) in &draft.params {
            let is_time = params.iter().any(|p| &p.id == name && p.kind == ParamKind::Time);
            let value = if is_time { parse_time(value).map(local) } else { Some(value.clone()) };
            filled.put(format!("p.{name}"), value.unwrap_or_default());
        }
        for code in &draft.municipalities {
            filled.put("m", code);
        }
        for (index, circle) in draft.circles.iter().enumerate() {
            filled.put(format!("circle.{index}.lat"), places::written(circle.lat));
            filled.put(format!("circle.{index}.lon"), places::written(circle.lon));
            filled.put(format!("circle.{index}.radius"), places::written(circle.radius_km * 1000.0));
        }
        filled.put("polygons", places::polygon_text(&draft.polygons));
        filled.put("severity", draft.severity.map_or("", Severity::as_str));
        filled.put("urgency", draft.urgency.map_or("", Urgency::as_str));
        filled.put("certainty", draft.certainty.map_or("", Certainty::as_str));
        for category in &draft.category {
            filled.put("category", category.as_str());
        }
        for (name, at) in
            [("onset", draft.onset), ("expires", draft.expires), ("next_update", draft.next_update)]
        {
            filled.put(name, at.map(local).unwrap_or_default());
        }
        filled.put("level", draft.level.clone().unwrap_or_default());
        filled.put("authority", draft.authority.clone().unwrap_or_default());
        filled.put("contact", &draft.contact);
        filled.put("reference", &draft.reference);
        filled.put("note", &draft.note);
        for (lang, text) in &draft.texts {
            let parts = [&text.event, &text.headline, &text.instruction, &text.description];
            for (part, value) in PARTS.iter().zip(parts) {
                filled.put(format!("t.{lang}.{part}"), value);
            }
        }
        filled
    }

    /// The form of a CAP message of others, in the words of the operator: what
    /// the form has no field for is left behind.
    pub fn of_cap(alert: &Alert, areas: &Areas, set: AreaSet) -> Self {
        let mut draft = Draft { scenario: FREE_TEXT.to_owned(), ..Draft::default() };
        // A message that cannot be issued as it stands becomes one that reaches
        // nobody real until somebody says otherwise.
        let status = if Channel::of(alert.status).is_some() { alert.status } else { Status::Test };
        draft.status = Some(status);
        draft.municipalities = areas.members(set).map(|m| m.nis.clone()).collect();
        draft.note = alert.note.clone().unwrap_or_default().chars().take(300).collect();
        if let Some(info) = alert.info.first() {
            draft.severity = Some(info.severity);
            draft.urgency = Some(info.urgency);
            draft.certainty = Some(info.certainty);
            draft.category.clone_from(&info.category);
            draft.onset = info.onset.as_ref().map(safe_cap::DateTime::instant);
            draft.expires = content::expires_ms(alert).map(clock::brussels);
            let line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
            draft.contact = info.contact.as_ref().map(line).unwrap_or_default().chars().take(200).collect();
        }
        for info in &alert.info {
            let Some(lang) = Lang::parse(info.language()) else { continue };
            let text = |part: &Option<String>| part.clone().unwrap_or_default();
            draft.texts.entry(lang.code().to_owned()).or_insert_with(|| OwnText {
                event: info.event.clone(),
                headline: text(&info.headline),
                description: text(&info.description),
                instruction: text(&info.instruction),
            });
        }
        Self::of_draft(&draft, &[])
    }

    /// The draft that the form describes, and what cannot be read in it.
    pub fn draft(&self, scenario: &Scenario) -> (Draft, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut draft = Draft { scenario: scenario.id.clone(), ..Draft::default() };
        draft.status = self.closed("status", Status::ALL, Status::as_str, &mut faults);
        if scenario.id == DRILL && draft.status() == Status::Actual {
            faults.push(Fault::new("status", "drill-actual"));
        }
        for param in &scenario.params {
            let value = self.get(&format!("p.{}", param.id)).trim();
            if !value.is_empty() {
                draft.params.insert(param.id.clone(), value.to_owned());
            }
        }
        draft.municipalities = self.all("m").take(201).map(str::to_owned).collect();
        draft.circles = self.circles(&mut faults);
        draft.polygons = places::polygons(self.get("polygons"), &mut faults);
        draft.severity = self.closed("severity", Severity::ALL, Severity::as_str, &mut faults);
        draft.urgency = self.closed("urgency", Urgency::ALL, Urgency::as_str, &mut faults);
        draft.certainty = self.closed("certainty", Certainty::ALL, Certainty::as_str, &mut faults);
        draft.category = self.categories(scenario, &mut faults);
        draft.onset = self.time("onset", &mut faults);
        draft.expires = self.time("expires", &mut faults);
        draft.next_update = self.time("next_update", &mut faults);
        let word = |name: &str| Some(self.get(name).to_owned()).filter(|word| !word.is_empty());
        draft.level = word("level");
        draft.authority = word("authority");
        draft.contact = self.get("contact").trim().to_owned();
        draft.reference = self.get("reference").trim().to_owned();
        draft.note = self.get("note").trim().to_owned();
        self.texts(&mut draft);
        (draft, faults)
    }

    fn closed<T: Copy>(
        &self,
        name: &str,
        all: &[T],
        word: fn(T) -> &'static str,
        faults: &mut Vec<Fault>,
    ) -> Option<T> {
        let given = self.get(name);
        let found = all.iter().copied().find(|value| word(*value) == given);
        if found.is_none() && !given.is_empty() {
            faults.push(Fault::new(name, "value-unknown"));
        }
        found
    }

    fn categories(&self, scenario: &Scenario, faults: &mut Vec<Fault>) -> Vec<Category> {
        let mut found = Vec::new();
        for word in self.all("category") {
            match Category::ALL.iter().find(|category| category.as_str() == word) {
                Some(category) => found.push(*category),
                None => faults.push(Fault::new("category", "value-unknown")),
            }
        }
        let same = found.len() == scenario.category.len()
            && found.iter().all(|category| scenario.category.contains(category));
        if same { Vec::new() } else { found }
    }

    fn time(&self, name: &str, faults: &mut Vec<Fault>) -> Option<OffsetDateTime> {
        let given = self.get(name).trim();
        let at = parse_time(given);
        if at.is_none() && !given.is_empty() {
            faults.push(Fault::new(name, "time"));
        }
        at
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

    fn circles(&self, faults: &mut Vec<Fault>) -> Vec<DrawnCircle> {
        (0..20)
            .filter_map(|index| {
                let name = |part: &str| format!("circle.{index}.{part}");
                let (lat, lon, radius) = (name("lat"), name("lon"), name("radius"));
                places::circle(index, [self.get(&lat), self.get(&lon), self.get(&radius)], faults)
            })
            .collect()
    }

    fn texts(&self, draft: &mut Draft) {
        for lang in Lang::all() {
            let part = |name: &str| {
                // Browsers send lines with two characters at their end.
                self.get(&format!("t.{lang}.{name}")).trim().replace("\r\n", "\n")
            };
            let text = OwnText {
                event: part("event"),
                headline: part("headline"),
                description: part("description"),
                instruction: part("instruction"),
            };
            if text != OwnText::default() {
                draft.texts.insert(lang.code().to_owned(), text);
            }
        }
    }
}

/// A moment as a field of date and time holds it: the clocks of Brussels.
fn local(at: OffsetDateTime) -> String {
    let at = clock::brussels(clock::ms_of(at));
    let date = at.date();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        date.year(),
        u8::from(date.month()),
        date.day(),
        at.hour(),
        at.minute()
    )
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
    use super::*;
    use crate::alert::scenario::Scenarios;
    use std::path::Path;

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
