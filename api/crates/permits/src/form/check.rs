//! What is wrong with the answers of a page, and what is worth knowing about them.

use jiff::civil::Date;

use super::draft::{Address, Answer, Draft, Handed, Row};
use super::engine::{Form, Step};
use super::format::{is_mail, is_phone};
use super::rows::{Field, FieldType, List, Warning};
use crate::Words;
use crate::numbers;
use crate::required::{Freshness, Wanted};

/// Most characters of a line when the data does not say.
const LINE: usize = 200;
/// Most characters of several lines when the data does not say.
const LINES: usize = 4_000;

/// A value that the text of a fault names.
pub type FaultArg = (&'static str, String);

/// What is wrong with one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Name of the field as it was posted, for example `weapons.0.calibre`.
    pub field: String,
    /// Fluent id `permits-error-<type>-<fault>`, or `missing` when the data has the text.
    pub code: String,
    /// The text of the data, for `missing`.
    pub text: Option<Words>,
    /// Values that the text names; days as `2026-11-21`.
    pub args: Vec<FaultArg>,
}

impl Fault {
    fn new(field: &str, code: &str) -> Self {
        Self { field: field.to_owned(), code: format!("permits-error-{code}"), text: None, args: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    fn missing(name: &str, field: &Field) -> Self {
        let code = match field.kind {
            FieldType::File => "file-missing",
            FieldType::Attestation => "attestation-missing",
            _ => "list-empty",
        };
        match &field.missing {
            Some(text) => {
                let (field, code) = (name.to_owned(), "missing".to_owned());
                Self { field, code, text: Some(text.clone()), args: Vec::new() }
            }
            None => Self::new(name, code),
        }
    }
}

/// What the answers are compared with.
struct Around<'a> {
    form: &'a Form<'a>,
    draft: &'a Draft,
    today: Date,
}

impl<'l> Form<'l> {
    /// What is wrong with a page as it would be with these answers. The draft holds the
    /// answers of the page already.
    #[must_use]
    pub fn faults(&self, step: &Step<'l>, draft: &Draft, handed: &[Handed], today: Date) -> Vec<Fault> {
        let mut faults = Vec::new();
        if let Some(wanted) = &step.document {
            self.document_faults(step, wanted, handed, today, &mut faults);
        }
        let around = Around { form: self, draft, today };
        for field in &step.fields {
            around.field(field, &field.id, draft.get(&field.id), draft, &mut faults);
        }
        faults
    }

    fn document_faults(
        &self,
        step: &Step<'l>,
        wanted: &Wanted<'l>,
        handed: &[Handed],
        today: Date,
        faults: &mut Vec<Fault>,
    ) {
        let given = wanted.handed(handed);
        let words = self.law.law.document_page.as_ref();
        let there = given.is_some_and(|one| one.files > 0);
        if !there {
            if wanted.is_required() && !given.is_some_and(|one| one.explained) {
                let text = words.map(|page| page.file_missing.clone());
                faults.push(Fault { text, ..Fault::new(&step.id, "file-missing") });
            }
            return;
        }
        let Some(dated) = given.and_then(|one| one.dated) else {
            let text = words.map(|page| page.date_missing.clone());
            faults.push(Fault { text, ..Fault::new(&step.id, "date-invalid") });
            return;
        };
        if dated > today {
            faults.push(Fault::new(&step.id, "date-future"));
        } else if let Freshness::TooOld { earliest } = wanted.freshness(dated, today) {
            let fault = Fault { code: "permits-document-too-old".to_owned(), ..Fault::new(&step.id, "") };
            faults.push(fault.with("earliest", earliest));
        }
    }

    /// What is worth knowing about the answers of a page. It never blocks. `in_region`
    /// tells whether a Belgian postcode is in the Region.
    #[must_use]
    pub fn warnings(
        &self,
        step: &Step<'l>,
        draft: &Draft,
        today: Date,
        in_region: impl Fn(&str) -> bool,
    ) -> Vec<&'l Warning> {
        let outside = |address: &Address| address.country() != "BE" || !in_region(address.postcode.trim());
        let mut ids: Vec<&str> = Vec::new();
        for field in &step.fields {
            let answer = draft.get(&field.id);
            if answer.is_some_and(|answer| self.is_minor(answer.text(), today)) {
                ids.extend(field.warn_if_minor.as_deref());
            }
            if answer.is_none() {
                ids.extend(field.warn_if_empty.as_deref());
            }
            if answer.is_some_and(|answer| answer.holds("no")) {
                ids.extend(field.warn_if_no.as_deref());
            }
            if matches!(answer, Some(Answer::Address(address)) if address.is_complete() && outside(address)) {
                ids.extend(field.warn_outside.as_deref());
            }
        }
        ids.iter().filter_map(|id| self.law.law.warnings.iter().find(|row| row.id == *id)).collect()
    }

    /// Whether somebody born on a day is not of full age, by the row `full-age`.
    pub(crate) fn is_minor(&self, birth: &str, today: Date) -> bool {
        let years = self.law.limit("full-age").and_then(|row| i32::try_from(row.amount).ok());
        let born = birth.parse::<Date>().ok();
        born.zip(years).is_some_and(|(born, years)| crate::deadline::Unit::Years.after(born, years) > today)
    }
}

/// Takes away the cells of a row whose condition no longer holds.
pub(crate) fn drop_hidden_cells(list: &List, row: &mut Row) {
    for field in &list.fields {
        if !cell_shown(field, row) {
            row.remove(&field.id);
        }
    }
}

fn cell_shown(field: &Field, row: &Row) -> bool {
    field.when.as_ref().is_none_or(|when| {
        row.get(&when.field).is_some_and(|answer| when.any_of.iter().any(|option| answer.holds(option)))
    })
}

impl Around<'_> {
    fn field(
        &self,
        field: &Field,
        name: &str,
        answer: Option<&Answer>,
        near: &Draft,
        faults: &mut Vec<Fault>,
    ) {
        let Some(answer) = answer else {
            if field.required && field.kind != FieldType::File {
                faults.push(Fault::missing(name, field));
            }
            return;
        };
        if field.kind == FieldType::List {
            return self.rows(field, name, answer.rows(), faults);
        }
        faults.extend(self.fault(field, name, answer, near));
    }

    fn rows(&self, field: &Field, name: &str, rows: &[Row], faults: &mut Vec<Fault>) {
        let Some(list) = self.form.list(field) else { return };
        if field.required && rows.len() < list.minimum {
            faults.push(Fault::missing(name, field));
        }
        if rows.len() > list.maximum {
            faults.push(Fault::new(name, "list-too-many").with("max", list.maximum));
        }
        for (number, row) in rows.iter().enumerate() {
            for cell in list.fields.iter().filter(|cell| cell_shown(cell, row)) {
                let answer = row.get(&cell.id).filter(|answer| !answer.is_empty());
                self.field(cell, &format!("{name}.{number}.{}", cell.id), answer, self.draft, faults);
            }
        }
    }

    fn fault(&self, field: &Field, name: &str, answer: &Answer, near: &Draft) -> Option<Fault> {
        let text = answer.text();
        match field.kind {
            FieldType::Text => too_long(name, "text", text, field.max_length.unwrap_or(LINE)),
            FieldType::Textarea => too_long(name, "textarea", text, field.max_length.unwrap_or(LINES)),
            FieldType::Email => self.email(field, name, text),
            FieldType::Phone => (!is_phone(text)).then(|| Fault::new(name, "phone-invalid")),
            FieldType::Date => self.day(field, name, text, near),
            FieldType::NationalNumber => {
                numbers::national(text).is_err().then(|| Fault::new(name, "national-number-invalid"))
            }
            FieldType::EnterpriseNumber => {
                numbers::enterprise(text).is_err().then(|| Fault::new(name, "enterprise-number-invalid"))
            }
            FieldType::Address => match answer {
                Answer::Address(address) => self.address(name, address),
                _ => Some(Fault::new(name, "address-incomplete")),
            },
            FieldType::Country => (!self.is_country(text)).then(|| Fault::new(name, "choice-unknown")),
            FieldType::Countries => many(answer, |code| {
                self.form.law.country(code).is_some_and(|country| country.eu || !field.eu_only)
            })
            .then(|| Fault::new(name, "choice-unknown")),
            FieldType::Choice | FieldType::YesNo => {
                (!is_option(field, text)).then(|| Fault::new(name, "choice-unknown"))
            }
            FieldType::Choices => {
                many(answer, |id| is_option(field, id)).then(|| Fault::new(name, "choice-unknown"))
            }
            FieldType::Attestation => (text != "yes").then(|| Fault::missing(name, field)),
            FieldType::List | FieldType::File => None,
        }
    }

    fn is_country(&self, code: &str) -> bool {
        self.form.law.country(code).is_some()
    }

    /// A street, number, postcode and municipality that a letter can carry.
    fn address(&self, name: &str, address: &Address) -> Option<Fault> {
        let parts = [&address.street, &address.number, &address.letterbox, &address.postcode];
        let longest = parts.iter().chain([&&address.municipality]).map(|part| part.chars().count()).max();
        if longest > Some(LINE) {
            return Some(Fault::new(name, "text-too-long").with("max", LINE));
        }
        let whole = address.is_complete() && self.is_country(address.country());
        (!whole).then(|| Fault::new(name, "address-incomplete"))
    }

    fn email(&self, field: &Field, name: &str, text: &str) -> Option<Fault> {
        if !is_mail(text) {
            return Some(Fault::new(name, "email-invalid"));
        }
        let other = self.draft.text(field.different_from.as_deref()?);
        text.eq_ignore_ascii_case(other).then(|| Fault::new(name, "email-same"))
    }

    fn day(&self, field: &Field, name: &str, text: &str, near: &Draft) -> Option<Fault> {
        let Ok(day) = text.parse::<Date>() else {
            return Some(Fault::new(name, "date-invalid"));
        };
        if field.past && day > self.today {
            return Some(Fault::new(name, "date-future"));
        }
        if field.future && day < self.today {
            return Some(Fault::new(name, "date-past"));
        }
        if field.adult && self.form.is_minor(text, self.today) {
            return Some(Fault::new(name, "date-adult"));
        }
        let first = near.text(field.not_before.as_deref()?).parse::<Date>().ok()?;
        (day < first).then(|| Fault::new(name, "date-order"))
    }
}

fn too_long(name: &str, kind: &str, text: &str, most: usize) -> Option<Fault> {
    let fault = || Fault::new(name, &format!("{kind}-too-long")).with("max", most);
    (text.chars().count() > most).then(fault)
}

/// Whether one of several values is not allowed.
fn many(answer: &Answer, allowed: impl Fn(&str) -> bool) -> bool {
    match answer {
        Answer::Many(list) => !list.iter().all(|one| allowed(one)),
        _ => true,
    }
}

fn is_option(field: &Field, id: &str) -> bool {
    field.options.iter().any(|option| option.id == id)
}
