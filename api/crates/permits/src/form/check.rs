//! What an answer must be.

use jiff::civil::Date;
use serde_json::Value;

use super::format::{is_mail, is_phone};
use super::read::ADDRESS;
use super::{Answers, Context, Field, FieldType};
use crate::numbers;

/// Most characters of a line when the data does not say.
const LINE: usize = 200;
/// Most characters of several lines when the data does not say.
const LINES: usize = 4_000;
/// Most characters of a part of an address.
const PART: usize = 120;

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
    /// Something is missing or wrong in these rows of the list, counted from one.
    Rows(Vec<usize>),
    /// `permits-error-<id>`, in this row of the list, counted from one.
    InRow(usize, &'static str),
}

/// Everything that is wrong with these answers, in the order of the fields.
#[must_use]
pub fn check(context: &Context<'_>, fields: &[Field], answers: &Answers, in_row: bool) -> Vec<Wrong> {
    let wrong = |field: &Field, what: What| Wrong { field: field.id.clone(), what };
    let mut wrongs = Vec::new();
    for field in fields.iter().filter(|field| context.asks(field, Some(answers))) {
        let value = answers.get(&field.id).unwrap_or(&Value::Null);
        if is_empty(field, value) {
            if field.required {
                wrongs.push(wrong(field, What::Missing));
            }
            continue;
        }
        if let Some(what) = fault(context, field, value, answers, in_row) {
            wrongs.push(wrong(field, what));
        }
    }
    wrongs
}

fn is_empty(field: &Field, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(many) => many.is_empty(),
        Value::Bool(ticked) => !ticked,
        Value::Object(parts) if field.kind == FieldType::Address => {
            parts.values().all(|part| part.as_str().unwrap_or_default().is_empty())
        }
        _ => false,
    }
}

fn fault(
    context: &Context<'_>,
    field: &Field,
    value: &Value,
    answers: &Answers,
    in_row: bool,
) -> Option<What> {
    let text = value.as_str().unwrap_or_default();
    let option = |one: &str| field.options.iter().any(|option| option.id == one);
    let unknown = |known: bool| (!known).then_some(What::Id("choice-unknown"));
    match field.kind {
        FieldType::Text => too_long(text, field.max_length.unwrap_or(LINE), "text-too-long"),
        FieldType::Textarea => too_long(text, field.max_length.unwrap_or(LINES), "textarea-too-long"),
        FieldType::Email => email(context, field, text, in_row),
        FieldType::Phone => (!is_phone(text)).then_some(What::Id("phone-invalid")),
        FieldType::Date => date(context, field, text, answers),
        FieldType::NationalNumber => {
            numbers::national(text).is_err().then_some(What::Id("national-number-invalid"))
        }
        FieldType::EnterpriseNumber => {
            numbers::enterprise(text).is_err().then_some(What::Id("enterprise-number-invalid"))
        }
        FieldType::Choice | FieldType::YesNo => unknown(option(text)),
        FieldType::Choices => unknown(all(value, option)),
        FieldType::Country => unknown(context.law.country(text).is_some()),
        FieldType::Countries => unknown(all(value, |code| {
            context.law.country(code).is_some_and(|country| country.eu || !field.eu_only)
        })),
        FieldType::Address => {
            let part = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
            let whole = ["street", "number", "postcode", "municipality"].iter().all(|p| !part(p).is_empty());
            let short = ADDRESS.iter().all(|name| part(name).chars().count() <= PART);
            (!whole || !short).then_some(What::Id("address-incomplete"))
        }
        FieldType::List => {
            let list = field.list.as_ref().and_then(|id| context.law.law.list(id))?;
            let rows = value.as_array()?;
            if rows.len() > list.maximum {
                return Some(What::Max("list-too-many", list.maximum));
            }
            // A row is judged when it is saved; one that was taken over from a permit never was,
            // and what another page says may have made one wrong.
            let is_wrong = |row: &Value| {
                row.as_object().is_none_or(|row| !check(context, &list.fields, row, true).is_empty())
            };
            let wrong: Vec<_> =
                (1..).zip(rows).filter(|(_, row)| is_wrong(row)).map(|(number, _)| number).collect();
            (!wrong.is_empty()).then_some(What::Rows(wrong))
        }
        FieldType::File | FieldType::Attestation => None,
    }
}

fn too_long(text: &str, most: usize, id: &'static str) -> Option<What> {
    (text.chars().count() > most).then_some(What::Max(id, most))
}

fn all(value: &Value, allowed: impl Fn(&str) -> bool) -> bool {
    let many = value.as_array();
    many.is_some_and(|many| many.iter().all(|one| one.as_str().is_some_and(&allowed)))
}

fn email(context: &Context<'_>, field: &Field, text: &str, in_row: bool) -> Option<What> {
    if !is_mail(text) {
        return Some(What::Id("email-invalid"));
    }
    let other = field.different_from.as_ref().filter(|_| in_row).and_then(|name| context.answers.get(name));
    let same = other.and_then(Value::as_str).is_some_and(|mail| mail.eq_ignore_ascii_case(text));
    same.then_some(What::Id("email-same"))
}

fn date(context: &Context<'_>, field: &Field, text: &str, answers: &Answers) -> Option<What> {
    let day = text.parse::<Date>().ok();
    let Some(day) = day.filter(|day| (1900..2200).contains(&day.year())) else {
        return Some(What::Id("date-invalid"));
    };
    if field.past && day > context.today {
        return Some(What::Id("date-future"));
    }
    if field.future && day < context.today {
        return Some(What::Id("date-past"));
    }
    let first = field.not_before.as_ref().and_then(|name| answers.get(name)).and_then(Value::as_str);
    if first.and_then(|text| text.parse::<Date>().ok()).is_some_and(|first| day < first) {
        return Some(What::Id("date-order"));
    }
    (field.adult && context.is_minor(day)).then_some(What::Id("date-adult"))
}
