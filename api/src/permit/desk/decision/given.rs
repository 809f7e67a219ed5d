//! What a drafter writes for a decision, and what is wrong with it.

use serde::{Deserialize, Serialize};

use super::super::letter;
use super::super::{Case, text_of};
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::numbers;

/// Longest reasons, in characters.
pub(super) const MOST_TEXT: usize = 20_000;
/// Longest condition, subject or destination, in characters.
const MOST_LINE: usize = 2_000;
/// Most conditions, reasons or legal bases.
const MOST_ITEMS: usize = 20;

/// A condition of a grant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// What is demanded.
    pub text: String,
    /// How it is followed up.
    pub follow_up: String,
    /// Day on which somebody looks, `YYYY-MM-DD`; empty without one.
    pub by: String,
}

/// What the drafter gives for a decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Drafted {
    /// What is granted or taken back, in words.
    pub subject: String,
    /// Codes of `refusals.toml`.
    pub refusals: Vec<String>,
    /// What was found, in words.
    pub reasons: String,
    /// Conditions.
    pub conditions: Vec<Condition>,
    /// Legitimate reason whose end ends the permit; empty without one.
    pub reason: String,
    /// What becomes of the weapons after an adverse decision; empty without any.
    pub destination: String,
    /// Legal bases beside those of procedure and reasons, as `act` or `act:article`.
    pub legal_basis: Vec<String>,
}

/// What a drafter gave, made tidy, or every fault of it.
pub(super) fn judged(state: &State, case: &Case, kind: &str, given: Drafted) -> Result<Drafted> {
    let mut faults = Vec::new();
    let mut take = |result: Result<String>| match result {
        Ok(text) => text,
        Err(Error::Invalid(found)) => {
            faults.extend(found);
            String::new()
        }
        Err(_) => String::new(),
    };
    let line = |field, text: &str| text_of(field, text, MOST_LINE);
    let adverse = matches!(kind, "refuse" | "inadmissible" | "suspend" | "withdraw");
    // The faults are listed in the order of the form.
    if adverse && given.refusals.is_empty() {
        take(Err(Error::invalid("refusals", "permit-reason-missing")));
    }
    let stage = if kind == "inadmissible" { "inadmissible" } else { "refusal" };
    let day = case.law_day();
    let known = |id: &String| {
        state.permits.rows.refusal(id, &day).is_some_and(|row| row.fits(&case.row.procedure, stage))
    };
    if given.refusals.len() > MOST_ITEMS || !given.refusals.iter().all(known) {
        take(Err(Error::invalid("refusals", "value-unknown")));
    }
    let optional =
        |text: &str| if text.trim().is_empty() { Ok(String::new()) } else { line("subject", text) };
    let subject = take(if kind.starts_with("grant") {
        line("subject", &given.subject)
    } else {
        optional(&given.subject)
    });
    let reasons = take(text_of("reasons", &given.reasons, MOST_TEXT));
    let destination = take(if given.destination.trim().is_empty() {
        Ok(String::new())
    } else {
        line("destination", &given.destination)
    });
    let mut conditions = Vec::new();
    for condition in given.conditions.iter().take(MOST_ITEMS) {
        conditions.push(Condition {
            text: take(line("condition", &condition.text)),
            follow_up: take(line("follow_up", &condition.follow_up)),
            by: take(match condition.by.trim() {
                "" => Ok(String::new()),
                day if numbers::day(day).is_some_and(|day| day >= case.today) => Ok(day.to_owned()),
                _ => Err(Error::invalid("by", "permit-day")),
            }),
        });
    }
    if kind == "grant-conditions" && conditions.is_empty() {
        take(Err(Error::invalid("condition", "required")));
    }
    if given.legal_basis.len() > MOST_ITEMS {
        take(Err(Error::invalid("legal_basis", "value-unknown")));
    }
    let mut legal_basis = Vec::new();
    for written in &given.legal_basis {
        // One that nobody knows is refused with its own words below.
        legal_basis.push(letter::basis_of(state, written).unwrap_or_else(|| written.clone()));
    }
    let given = Drafted {
        subject,
        reasons,
        destination: if adverse { destination } else { String::new() },
        refusals: if adverse { given.refusals } else { Vec::new() },
        conditions: if kind == "grant-conditions" { conditions } else { Vec::new() },
        reason: if kind == "grant-conditions" {
            given.reason.trim().chars().take(MOST_LINE).collect()
        } else {
            String::new()
        },
        legal_basis,
    };
    if let Err(Error::Invalid(found)) = letter::bases(state, case, kind, &given) {
        faults.extend(found);
    }
    if faults.is_empty() { Ok(given) } else { Err(Error::Invalid(faults)) }
}
