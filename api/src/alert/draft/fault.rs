//! What breaks a rule in a draft.

use safe_cap::Scope;

use super::{AUTHORITIES, Draft, LEVELS, parse_time};
use crate::alert::Channel;
use crate::alert::scenario::{ParamKind, Scenario, Scenarios};
use crate::area::Areas;
use crate::error::Fault;
use crate::i18n::Lang;

/// Longest texts, in characters.
const MOST: [(&str, usize); 4] =
    [("event", 60), ("headline", 160), ("description", 1500), ("instruction", 1500)];

impl Draft {
    /// Everything that breaks a rule; an empty list means it may be kept.
    #[must_use]
    pub fn faults(&self, scenarios: &Scenarios, areas: &Areas, now_ms: i64) -> Vec<Fault> {
        let mut faults = Vec::new();
        let scenario = self.scenario(scenarios);
        if scenario.is_none() {
            faults.push(Fault::new("scenario", "scenario-unknown").arg("value", short(&self.scenario)));
        }
        if Channel::of(self.status(), Scope::Public).is_none() {
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
