//! The online form, from the rows of `form.toml`: which pages and fields are asked, what
//! an answer must be, which documents follow from the answers. Warnings never block.
//!
//! Answers are JSON by field, as a browser sent them: what does not fit is kept as it was
//! written, so that the person can mend it.

mod check;
mod format;
mod need;
mod read;
pub mod rows;
mod when;

pub use check::{What, Wrong, check};
pub use need::{AgeState, Slot, needs};
pub use read::{Fields, read};
pub use rows::{
    Country, DocumentPage, Field, FieldOption, FieldType, Flow, Generate, List, Page, Section, Warning,
};
pub use when::When;

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::condition::Applicant;
use crate::deadline::Unit;
use crate::law::On;
use crate::procedure::Procedure;
use crate::row::Dated;

/// Answers by field.
pub type Answers = Map<String, Value>;

/// What the sign-in says of the applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Identity {
    /// Whether it is one of the state: eID or the like.
    pub official: bool,
    /// Whether it tells the national number.
    pub has_number: bool,
}

/// The form of one file, with what was answered so far.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// The rows of the day.
    pub law: On<'a>,
    /// The procedure.
    pub procedure: &'a Dated<Procedure>,
    /// Every answer of the file.
    pub answers: &'a Answers,
    /// What the sign-in says.
    pub identity: Identity,
    /// Today in Brussels.
    pub today: Date,
    pages: Vec<&'a Page>,
    shown: BTreeSet<&'a str>,
}

impl<'a> Context<'a> {
    /// The form of a procedure with these answers.
    #[must_use]
    pub fn new(
        law: On<'a>,
        procedure: &'a Dated<Procedure>,
        answers: &'a Answers,
        identity: Identity,
        today: Date,
    ) -> Self {
        let (pages, shown) = (Vec::new(), BTreeSet::new());
        let mut context = Self { law, procedure, answers, identity, today, pages, shown };
        let flow = law.flow(&procedure.flow).map(|flow| flow.row.pages.as_slice()).unwrap_or_default();
        for page in flow.iter().filter_map(|id| law.law.page(id)) {
            context.show(page);
        }
        context
    }

    /// Takes up a page when it is asked. Pages come in their order, so an answer on a page
    /// that is hidden now decides nothing further on.
    fn show(&mut self, page: &'a Page) {
        // Where only people can apply, nobody is asked for whom.
        let only_people = self.procedure.applicants == [Applicant::Person];
        if !self.holds(page.when.as_ref(), None) || (only_people && page.id == "acting-for") {
            return;
        }
        let mut has_any = page.generate.is_some();
        for field in &page.fields {
            if self.asks(field, None) {
                self.shown.insert(&field.id);
                has_any = true;
            }
        }
        if has_any {
            self.pages.push(page);
        }
    }

    /// Pages that are asked, in order.
    #[must_use]
    pub fn pages(&self) -> Vec<&'a Page> {
        self.pages.clone()
    }

    /// Whether the applicant is a company.
    #[must_use]
    pub fn is_company(&self) -> bool {
        self.applicant() == Applicant::Company
    }

    /// Who applies: the only one who can, else whom the answers name.
    #[must_use]
    pub fn applicant(&self) -> Applicant {
        match self.procedure.applicants.as_slice() {
            [only] => *only,
            _ if self.answers.get("acting-for").is_some_and(|answer| answer == "company") => {
                Applicant::Company
            }
            _ => Applicant::Person,
        }
    }

    /// Whether a condition holds; the answers of a row are looked at first.
    #[must_use]
    pub fn holds(&self, when: Option<&When>, row: Option<&Answers>) -> bool {
        let Some(when) = when else { return true };
        let has = |answer: &Value| when.any_of.iter().any(|option| is_or_has(answer, option));
        if when.field == "applicant" {
            return when.any_of.iter().any(|kind| kind == self.applicant().code());
        }
        if let Some(answer) = row.and_then(|row| row.get(&when.field)) {
            return has(answer);
        }
        self.shown.contains(when.field.as_str()) && self.answers.get(&when.field).is_some_and(has)
    }

    /// Whether a question is asked and this is its answer, or one of them.
    #[must_use]
    pub fn says(&self, field: &str, option: &str) -> bool {
        self.shown.contains(field) && self.answers.get(field).is_some_and(|answer| is_or_has(answer, option))
    }

    /// Whether a field is asked.
    #[must_use]
    pub fn asks(&self, field: &Field, row: Option<&Answers>) -> bool {
        let known = field.skip_if.as_deref() == Some("identity.national_number") && self.identity.has_number;
        let here = field.procedures.is_empty() || field.procedures.contains(&self.procedure.id);
        // A file inside a row has its own page among the documents.
        field.kind != FieldType::File && !known && here && self.holds(field.when.as_ref(), row)
    }

    /// What is asked on a page of what is answered there. What belongs to answers that were
    /// changed since is left out, in rows as well; a row keeps the key by which papers find it.
    #[must_use]
    pub fn asked(&self, page: &Page, answers: &Answers) -> Answers {
        if !self.pages.iter().any(|asked| asked.id == page.id) {
            return Answers::new();
        }
        let of_field = |field: &Field| {
            let value = answers.get(&field.id)?;
            let list = field.list.as_ref().and_then(|id| self.law.law.list(id));
            let kept: Value = match (list, value) {
                (Some(list), Value::Array(rows)) => rows.iter().map(|row| self.asked_in(list, row)).collect(),
                _ => value.clone(),
            };
            Some((field.id.clone(), kept))
        };
        page.fields.iter().filter(|field| self.asks(field, None)).filter_map(of_field).collect()
    }

    fn asked_in(&self, list: &List, row: &Value) -> Value {
        let Value::Object(row) = row else { return Value::Null };
        let asked = list.fields.iter().filter(|field| self.asks(field, Some(row)));
        let names = asked.map(|field| field.id.as_str()).chain(["row"]);
        Value::Object(names.filter_map(|name| Some((name.to_owned(), row.get(name)?.clone()))).collect())
    }

    /// The rows of a list, by the field that holds them.
    #[must_use]
    pub fn rows(&self, field: &str) -> Vec<&'a Answers> {
        let rows = self.answers.get(field).and_then(Value::as_array);
        rows.map(|rows| rows.iter().filter_map(Value::as_object).collect()).unwrap_or_default()
    }

    /// Fields that are shown, in order.
    fn fields(&self) -> impl Iterator<Item = &'a Field> {
        let shown = |field: &&Field| self.shown.contains(field.id.as_str());
        self.pages.iter().flat_map(|page| &page.fields).filter(shown)
    }

    /// Whether somebody born on a day is under the full age of the row `full-age`.
    #[must_use]
    pub fn is_minor(&self, birth: Date) -> bool {
        let years = self.law.limit("full-age").and_then(|row| i32::try_from(row.amount).ok());
        years.is_some_and(|years| Unit::Years.after(birth, years) > self.today)
    }
}

/// Whether an answer is this option, or holds it.
fn is_or_has(answer: &Value, option: &str) -> bool {
    match answer {
        Value::String(one) => one == option,
        Value::Array(many) => many.iter().any(|one| one == option),
        _ => false,
    }
}
