//! What an answer must be.

use serde_json::Value;

use super::read::ADDRESS;
use super::{Answers, Context, What, Wrong};
use crate::permit::law::Field;
use crate::permit::numbers;

/// Everything that is wrong with these answers, in the order of the fields.
#[must_use]
pub fn check(context: &Context<'_>, fields: &[Field], answers: &Answers, in_row: bool) -> Vec<Wrong> {
    let row = Some(answers);
    let mut wrongs = Vec::new();
    for field in fields.iter().filter(|field| context.asks(field, row)) {
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

fn wrong(field: &Field, what: What) -> Wrong {
    Wrong { field: field.id.clone(), what }
}

fn is_empty(field: &Field, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(many) => many.is_empty(),
        Value::Bool(ticked) => !ticked,
        Value::Object(parts) if field.kind == "address" => {
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
    let known = |one: &str| field.options.iter().any(|option| option.id == one);
    match field.kind.as_str() {
        "text" | "textarea" => {
            let most = field.max_length.unwrap_or(200);
            let long = text.chars().count() > most;
            let id = if field.kind == "text" { "text-too-long" } else { "textarea-too-long" };
            long.then_some(What::Max(id, most))
        }
        "email" => email(context, field, text, in_row),
        "phone" => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let clean = text.chars().all(|c| c.is_ascii_digit() || "+ ./-()".contains(c));
            (!clean || !(8..=15).contains(&digits)).then_some(What::Id("phone-invalid"))
        }
        "date" => date(context, field, text, answers),
        "national-number" => numbers::national(text).is_none().then_some(What::Id("national-number-invalid")),
        "enterprise-number" => {
            numbers::enterprise(text).is_none().then_some(What::Id("enterprise-number-invalid"))
        }
        "choice" | "yes-no" => (!known(text)).then_some(What::Id("choice-unknown")),
        "choices" => {
            let all = value.as_array()?.iter().all(|one| one.as_str().is_some_and(known));
            (!all).then_some(What::Id("choice-unknown"))
        }
        "country" => (!super::super::countries::is_known(text)).then_some(What::Id("choice-unknown")),
        "address" => {
            let part = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
            let whole = ["street", "number", "postcode", "municipality"].iter().all(|p| !part(p).is_empty());
            let short = ADDRESS.iter().all(|name| part(name).chars().count() <= 120);
            (!whole || !short).then_some(What::Id("address-incomplete"))
        }
        "list" => {
            let list = field.list.as_ref().and_then(|id| context.law.list(id))?;
            let rows = value.as_array()?.len();
            (rows > list.maximum).then_some(What::Max("list-too-many", list.maximum))
        }
        _ => None,
    }
}

fn email(context: &Context<'_>, field: &Field, text: &str, in_row: bool) -> Option<What> {
    let (user, host) = text.split_once('@').unwrap_or_default();
    let sound = !user.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && text.len() <= 200
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;\"\\".contains(c))
        && !host.contains('@');
    if !sound {
        return Some(What::Id("email-invalid"));
    }
    let other = field.different_from.as_ref().filter(|_| in_row).and_then(|name| context.answers.get(name));
    let same = other.and_then(Value::as_str).is_some_and(|mail| mail.eq_ignore_ascii_case(text));
    same.then_some(What::Id("email-same"))
}

fn date(context: &Context<'_>, field: &Field, text: &str, answers: &Answers) -> Option<What> {
    let Some(day) = numbers::day(text).filter(|day| (1900..2200).contains(&day.year())) else {
        return Some(What::Id("date-invalid"));
    };
    if field.past && day > context.today {
        return Some(What::Id("date-future"));
    }
    if field.future && day < context.today {
        return Some(What::Id("date-past"));
    }
    let first = field.not_before.as_ref().and_then(|name| answers.get(name));
    if first.and_then(Value::as_str).and_then(numbers::day).is_some_and(|first| day < first) {
        return Some(What::Id("date-order"));
    }
    let minor = numbers::later(day, 18, "years").is_some_and(|adult| adult > context.today);
    (field.adult && minor).then_some(What::Id("date-adult"))
}
