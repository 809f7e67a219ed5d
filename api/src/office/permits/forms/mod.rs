//! The steps of a file as forms: what each asks for, what was sent, and what was wrong with it.
//!
//! - `open`: which steps can be taken now;
//! - `parts`: the fields of each step; `advice`, `draft`: those of the two long ones;
//! - `given`: what was filled in.

mod advice;
mod draft;
mod given;
mod open;
mod parts;

use std::fmt::{Display, Write};

use super::super::faults::Wrongs;
use super::super::field::{Choice, Choices, Field, Kind};
use crate::account::{Person, Staff};
use crate::app::State;
use crate::error::{Error, Fault, Result};
use crate::i18n::Lang;
use crate::permit::desk::Case;
use crate::permit::entity::delivery;

pub(super) use given::{Fields, all, ask, drafted, value};

/// A step that can be taken now, as a form.
pub(super) struct StepForm {
    /// Its name in the address.
    pub name: &'static str,
    /// Whether it was tried and refused.
    pub failed: bool,
    /// A sentence about it.
    pub explains: Option<String>,
    /// Its fields, as HTML.
    pub html: String,
}

/// A step that was sent and refused: its name, what was sent, what was wrong.
#[derive(Default)]
pub(super) struct Sent<'s> {
    pub step: &'s str,
    pub fields: Fields,
    pub faults: &'s [Fault],
}

/// What the forms are made from.
struct Desk<'d> {
    state: &'d State,
    case: &'d Case,
    person: &'d Person,
    lang: Lang,
    sent: &'d Sent<'d>,
    wrongs: &'d Wrongs,
    deliveries: &'d [delivery::Model],
    advisers: &'d [crate::account::Account],
}

/// The forms of every step that is open. They name what is wrong, so that the summary above
/// them can say which field it is.
///
/// # Errors
/// A part cannot be shown.
pub(super) fn forms(
    state: &State,
    staff: &Staff,
    case: &Case,
    (sent, wrongs): (&Sent<'_>, &Wrongs),
    (deliveries, advisers): (&[delivery::Model], &[crate::account::Account]),
) -> Result<Vec<StepForm>> {
    let (person, lang) = (&staff.person, staff.person.lang);
    let desk = Desk { state, case, person, lang, sent, wrongs, deliveries, advisers };
    open::steps(state, case, staff, deliveries).into_iter().map(|step| desk.form(step)).collect()
}

/// Faults of a step, at the elements of its form.
pub(super) fn wrongs(sent: &Sent<'_>, lang: Lang) -> Wrongs {
    let own: Vec<Fault> = sent
        .faults
        .iter()
        .map(|fault| Fault { field: format!("{}-{}", sent.step, fault.field), ..fault.clone() })
        .collect();
    Wrongs::plain(&own, lang)
}

impl Desk<'_> {
    fn t(&self, id: &str) -> String {
        self.lang.text(id)
    }

    /// What stood in a field when the step was refused.
    fn kept(&self, step: &str, name: &str) -> String {
        if self.sent.step == step { value(&self.sent.fields, name).to_owned() } else { String::new() }
    }

    fn kept_all(&self, step: &str, name: &str) -> Vec<String> {
        if self.sent.step != step {
            return Vec::new();
        }
        all(&self.sent.fields, name).map(str::to_owned).collect()
    }

    fn field(&self, step: &str, name: &str, label: &str, kind: Kind) -> Field {
        Field::new(&format!("{step}-{name}"), name, self.t(label))
            .kind(kind)
            .value(self.kept(step, name))
            .check(self.wrongs)
    }

    fn choices(&self, (step, name): (&str, &str), legend: &str, many: bool, items: Vec<Choice>) -> Choices {
        let id = format!("{step}-{name}");
        let legend = self.t(legend);
        Choices {
            error: self.wrongs.at(&id, &legend),
            id,
            name: name.to_owned(),
            legend,
            hint: None,
            many,
            columns: false,
            items,
        }
    }

    fn form(&self, step: &'static str) -> Result<StepForm> {
        let explains = [
            "decide",
            "issue",
            "advice",
            "deliver",
            "received",
            "delivery-correct",
            "paper-name",
            "appeal-decided",
            "cancel",
            "leave",
            "legal-hold",
            "record",
            "control-ok",
            "control-not-ok",
            "part-back",
            "acquired",
            "fee-amount",
            "fee-waive",
        ];
        Ok(StepForm {
            name: step,
            failed: self.sent.step == step,
            explains: explains.contains(&step).then(|| self.t(&format!("office-permit-explain-{step}"))),
            html: self.parts(step)?,
        })
    }
}

impl Field {
    /// What the applicant or the letter will say is written in the language of the file.
    fn in_lang_of(self, case: &Case, step: &str) -> Self {
        let inner =
            ["return", "send-back", "cancel", "examine", "leave", "lift", "legal-hold", "legal-release"];
        if inner.contains(&step) {
            return self;
        }
        self.in_lang(Lang::parse(&case.row.lang).unwrap_or(Lang::FR))
    }
}

/// Parts of a form, one after the other.
fn html(parts: &[&dyn Display]) -> Result<String> {
    let mut out = String::new();
    for part in parts {
        write!(out, "{part}").map_err(|error| Error::Internal(error.into()))?;
    }
    Ok(out)
}
