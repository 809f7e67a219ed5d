//! The form as data: which pages and fields are asked, what an answer must be,
//! which documents follow from the answers.

mod check;
mod need;
mod read;

pub use check::check;
pub use need::{AgeState, Slot, needs};
pub use read::{Fields, read};

use serde_json::{Map, Value};

use super::law::{Field, Law, Page, Procedure};

/// Answers by field.
pub type Answers = Map<String, Value>;

/// What is known of the person already, and what the form is about.
pub struct Context<'a> {
    /// The law.
    pub law: &'a Law,
    /// Procedure.
    pub procedure: &'a Procedure,
    /// Every answer of the file.
    pub answers: &'a Answers,
    /// Whether the identity is one of the state.
    pub official: bool,
    /// Whether the national number is known.
    pub has_number: bool,
    /// Today in Brussels.
    pub today: jiff::civil::Date,
}

/// One thing that is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Field, or part of one.
    pub field: String,
    /// What to say.
    pub what: What,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Nothing was answered; the field has its own words.
    Missing,
    /// `permits-error-<id>`.
    Id(&'static str),
    /// The same, with a number.
    Max(&'static str, usize),
}

impl Context<'_> {
    /// Whether the applicant is a company.
    #[must_use]
    pub fn is_company(&self) -> bool {
        let applicants = &self.procedure.applicants;
        match self.answers.get("acting-for").and_then(Value::as_str) {
            Some("company") => true,
            Some("other") => !applicants.iter().any(|who| who == "person"),
            _ => false,
        }
    }

    /// Whether a condition `field=a,b` holds; `row` is looked at first.
    #[must_use]
    pub fn holds(&self, condition: Option<&String>, row: Option<&Answers>) -> bool {
        let Some((name, values)) = condition.and_then(|text| text.split_once('=')) else { return true };
        if name == "applicant" {
            return (values == "company") == self.is_company();
        }
        let given = row.and_then(|row| row.get(name)).or_else(|| self.answers.get(name));
        values.split(',').any(|value| match given {
            Some(Value::String(one)) => one == value,
            Some(Value::Array(many)) => many.iter().any(|one| one == value),
            _ => false,
        })
    }

    /// Whether a field is asked.
    #[must_use]
    pub fn asks(&self, field: &Field, row: Option<&Answers>) -> bool {
        let known = field.skip_if.as_deref() == Some("identity.national_number") && self.has_number;
        let here = field.procedures.is_empty() || field.procedures.contains(&self.procedure.id);
        // A file inside a row has its own page among the documents.
        field.kind != "file" && !known && here && self.holds(field.when.as_ref(), row)
    }

    /// Pages that are asked, in order.
    #[must_use]
    pub fn pages(&self) -> Vec<&Page> {
        let mut pages = self.law.flow(self.procedure);
        pages.retain(|page| {
            self.holds(page.when.as_ref(), None)
                && (page.generate.is_some() || page.fields.iter().any(|field| self.asks(field, None)))
        });
        // Applicants of one kind are not asked who they are.
        if self.procedure.applicants.len() == 1 && self.procedure.applicants[0] == "person" {
            pages.retain(|page| page.id != "acting-for");
        }
        pages
    }

    /// The rows of a list.
    #[must_use]
    pub fn rows(&self, field: &str) -> Vec<&Answers> {
        let rows = self.answers.get(field).and_then(Value::as_array);
        rows.map(|rows| rows.iter().filter_map(Value::as_object).collect()).unwrap_or_default()
    }
}
