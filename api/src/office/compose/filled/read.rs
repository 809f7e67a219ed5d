//! The draft that a form describes, and what cannot be read in it.

use safe_cap::{Category, Certainty, Severity, Status, Urgency};
use time::OffsetDateTime;

use super::{DRILL, Filled};
use crate::alert::draft::{Draft, DrawnCircle, OwnText, parse_time};
use crate::alert::scenario::Scenario;
use crate::error::Fault;
use crate::i18n::Lang;
use crate::office::compose::places;

impl Filled {
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
