//! Which documents follow from the answers.

use serde_json::Value;

use super::Context;
use crate::permit::law::{Document, Needed};
use crate::permit::numbers;

/// A place for a document: of the applicant, or of one row of a list.
#[derive(Debug, Clone)]
pub struct Slot<'a> {
    /// Document.
    pub document: &'a Document,
    /// Row of the list, or `-`.
    pub slot: String,
    /// Whose or which, in words of the person.
    pub of: String,
    /// Whether the file cannot be sent without it.
    pub required: bool,
}

/// How a document stands against its maximum age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgeState {
    /// No limit, or far from it.
    Fine,
    /// It becomes too old soon: last day.
    Soon(jiff::civil::Date),
    /// Too old: it must be of this day at the earliest.
    TooOld(jiff::civil::Date),
}

impl Slot<'_> {
    /// How a date on this document stands today.
    #[must_use]
    pub fn age(&self, context: &Context<'_>, dated_on: jiff::civil::Date) -> AgeState {
        let today = context.today;
        let Some(rule) = context.law.age(&self.document.id, &context.procedure.id, &today.to_string()) else {
            return AgeState::Fine;
        };
        let earliest = numbers::later(today, -rule.maximum, &rule.unit).unwrap_or(today);
        if dated_on < earliest {
            return AgeState::TooOld(earliest);
        }
        let last = numbers::later(dated_on, rule.maximum, &rule.unit).unwrap_or(today);
        match numbers::later(today, 1, "months") {
            Some(soon) if last <= soon => AgeState::Soon(last),
            _ => AgeState::Fine,
        }
    }
}

/// The documents that are asked for now. `handed` are ids of documents of which
/// something was handed in.
#[must_use]
pub fn needs<'a>(context: &Context<'a>, handed: &[String]) -> Vec<Slot<'a>> {
    let day = context.today.to_string();
    let mut slots = Vec::new();
    for needed in &context.procedure.documents {
        let Some(document) = context.law.document(&needed.id, &day) else { continue };
        let asked = applies(context, needed, handed) && !is_exempt(context, &needed.id, handed, &day);
        // The consent of cohabitants is asked online; only paper is handed in.
        if !asked && !handed.contains(&needed.id) {
            continue;
        }
        let required = asked && needed.need == "required" && !is_replaced(context, needed, handed);
        for (slot, of) in places(context, document) {
            slots.push(Slot { document, slot, of, required });
        }
    }
    slots
}

fn applies(context: &Context<'_>, needed: &Needed, handed: &[String]) -> bool {
    let reasons = ["reasons", "carry-reasons"];
    let chosen = |wanted: &String| {
        reasons.iter().any(|name| {
            context
                .answers
                .get(*name)
                .and_then(Value::as_array)
                .is_some_and(|many| many.iter().any(|one| one == wanted.as_str()))
        })
    };
    let variant = context.answers.get("variant").and_then(Value::as_str).unwrap_or_default();
    // An answer that says "none" closes the place of the same name.
    let has_none = context.answers.get(&needed.id).and_then(Value::as_str) == Some("none");
    (needed.reasons.is_empty() || needed.reasons.iter().any(chosen))
        && (needed.variants.is_empty() || needed.variants.iter().any(|one| one == variant))
        && needed.when.as_deref().is_none_or(|when| holds(context, when, handed))
        && !has_none
}

/// A condition of a document or an exemption.
fn holds(context: &Context<'_>, when: &str, handed: &[String]) -> bool {
    match when.split_once(':') {
        Some(("applicant", "company")) => context.is_company(),
        Some(("applicant", _)) => !context.is_company(),
        Some(("identity", _)) => context.official,
        Some(("answer", condition)) => context.holds(Some(&condition.to_owned()), None),
        Some(("weapon", nature)) => context
            .rows("weapons")
            .iter()
            .any(|row| row.get("nature").and_then(Value::as_str) == Some(nature)),
        Some(("reason", reason)) => {
            (reason == "heritage" && context.procedure.id == "passive-possession")
                || context.holds(Some(&format!("reasons={reason}")), None)
        }
        // A document that was handed in; where the form asks, the answer must agree.
        _ => {
            handed.iter().any(|id| id == when)
                && context
                    .answers
                    .get(when)
                    .and_then(Value::as_str)
                    .is_none_or(|answer| answer == "definitive")
        }
    }
}

fn is_exempt(context: &Context<'_>, document: &str, handed: &[String], day: &str) -> bool {
    context.law.exemptions.iter().any(|exemption| {
        exemption.period.holds(day)
            && exemption.documents.iter().any(|id| id == document)
            && holds(context, &exemption.when, handed)
    })
}

fn is_replaced(context: &Context<'_>, needed: &Needed, handed: &[String]) -> bool {
    let is_in = |id: &String| handed.contains(id);
    needed.unless.iter().any(is_in)
        || context
            .procedure
            .documents
            .iter()
            .any(|other| other.replaces.contains(&needed.id) && is_in(&other.id))
}

fn places(context: &Context<'_>, document: &Document) -> Vec<(String, String)> {
    let list = match document.per.as_str() {
        "weapon" => "weapons",
        "officer" => "officers",
        "cohabitant" => "cohabitant-list",
        _ => return vec![("-".to_owned(), String::new())],
    };
    let text = |row: &super::Answers, name: &str| {
        row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    context
        .rows(list)
        .into_iter()
        .filter(|row| list != "cohabitant-list" || text(row, "route") == "paper")
        .map(|row| {
            let of = if list == "weapons" {
                format!("{} {} {}", text(row, "make"), text(row, "model"), text(row, "calibre"))
            } else {
                format!("{} {}", text(row, "given-names"), text(row, "family-name"))
            };
            (text(row, "row"), of.split_whitespace().collect::<Vec<_>>().join(" "))
        })
        .collect()
}
