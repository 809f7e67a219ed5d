//! Parts of forms: label, hint, fault and element belong together for everybody
//! who listens to a page instead of seeing it.

use askama::Template;
use serde_json::Value;

use super::wrong::Fault;
use crate::i18n::{Args, Lang};
use crate::permit::form::{Answers, Context, What, Wrong};
use safe_permits::Law;
use safe_permits::form::{Field, FieldType};

/// What a field takes.
pub(super) enum Kind {
    /// One line: `type`, `inputmode`.
    Line(&'static str, &'static str),
    /// Several lines.
    Lines,
    /// One of a few.
    One(Vec<(String, String, bool)>),
    /// Several of a few.
    Many(Vec<(String, String, bool)>),
    /// One of many.
    Select(Vec<(String, String, bool)>),
    /// A tick.
    Tick(bool),
    /// Day, month, year.
    Date([String; 3]),
    /// Parts: name, label, value, `autocomplete`, class.
    Parts(Vec<Part>),
}

/// The country of the house: nobody travels to it, most people come from it.
const HOME: &str = "BE";

/// Part of an address.
pub(super) struct Part {
    pub name: String,
    pub label: String,
    pub value: String,
    pub autocomplete: &'static str,
    pub class: &'static str,
}

/// One field, ready to be shown.
#[derive(Template)]
#[template(path = "permits/parts/field.html")]
pub(super) struct View {
    pub id: String,
    pub label: String,
    pub hint: String,
    pub optional: Option<String>,
    pub kind: Kind,
    pub value: String,
    pub error: Option<String>,
    pub autocomplete: String,
    pub max: Option<usize>,
    pub words: [String; 3],
}

impl View {
    fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }

    /// Id of the element that a fault leads to.
    pub fn target(&self) -> String {
        match &self.kind {
            Kind::One(options) | Kind::Many(options) => {
                options.first().map_or_else(|| self.id.clone(), |(value, ..)| format!("{}-{value}", self.id))
            }
            Kind::Date(_) => format!("{}-d", self.id),
            Kind::Parts(parts) => parts.first().map_or_else(|| self.id.clone(), |part| part.name.clone()),
            _ => self.id.clone(),
        }
    }
}

/// What is wrong, in words.
pub(super) fn fault(lang: Lang, field: &Field, wrong: &Wrong) -> String {
    match &wrong.what {
        What::Missing => field.missing.get(lang).to_owned(),
        What::Id(id) => lang.text(&format!("permits-error-{id}")),
        What::Max(id, max) => {
            let args = Args::new().with("max", max.to_string());
            lang.text_with(&format!("permits-error-{id}"), &args)
        }
        What::Rows(numbers) => {
            let rows: Vec<_> = numbers.iter().map(ToString::to_string).collect();
            let count = i64::try_from(numbers.len()).unwrap_or(i64::MAX);
            let args = Args::new().with("rows", lang.list(&rows)).number("count", count);
            lang.text_with("permits-error-list-rows", &args)
        }
        What::InRow(number, id) => {
            let fault = lang.text(&format!("permits-error-{id}"));
            let args = Args::new().with("row", number.to_string()).with("fault", fault);
            lang.text_with("permits-error-in-row", &args)
        }
    }
}

/// What is wrong, for the element to be mended. A declaration that is not ticked is named by the
/// words that ask for it: its label is a whole sentence, which would be said twice.
pub(super) fn fault_at(lang: Lang, target: String, field: &Field, wrong: &Wrong) -> Fault {
    let words = fault(lang, field, wrong);
    if field.kind == FieldType::Attestation {
        Fault::named(target, words)
    } else {
        Fault::new(lang, target, field.label.get(lang), words)
    }
}

/// The fields of a page, with what stands in them and what is wrong.
pub(super) fn views(
    context: &Context<'_>,
    lang: Lang,
    fields: &[Field],
    answers: &Answers,
    wrongs: &[Wrong],
) -> Vec<View> {
    let shown = fields.iter().filter(|field| field.kind != FieldType::List && field.kind != FieldType::File);
    shown
        .filter(|field| {
            // A field that follows from another one on this page is always there:
            // without a script nothing can appear when a choice is made.
            let on_this_page =
                field.when.as_ref().is_some_and(|when| fields.iter().any(|other| other.id == when.field));
            context.asks(field, Some(answers)) || on_this_page
        })
        .map(|field| view(context, lang, field, answers, wrongs))
        .collect()
}

fn view(context: &Context<'_>, lang: Lang, field: &Field, answers: &Answers, wrongs: &[Wrong]) -> View {
    let value = answers.get(&field.id).unwrap_or(&Value::Null);
    let text = value.as_str().unwrap_or_default().to_owned();
    let conditional = field.when.is_some();
    View {
        id: field.id.clone(),
        label: field.label.get(lang).to_owned(),
        hint: field.hint.get(lang).to_owned(),
        optional: conditional.then(|| lang.text("permits-if-applicable")),
        kind: kind(context, lang, field, value),
        error: wrongs.iter().find(|w| w.field == field.id).map(|w| fault(lang, field, w)),
        value: text,
        autocomplete: field.autocomplete.clone().unwrap_or_else(|| "off".to_owned()),
        max: field.max_length,
        words: ["day", "month", "year"].map(|part| lang.text(&format!("permits-{part}"))),
    }
}

fn kind(context: &Context<'_>, lang: Lang, field: &Field, value: &Value) -> Kind {
    let text = value.as_str().unwrap_or_default();
    let has = |id: &str| text == id || value.as_array().is_some_and(|many| many.iter().any(|one| one == id));
    let options = || {
        field
            .options
            .iter()
            .map(|option| (option.id.clone(), option.label.get(lang).to_owned(), has(&option.id)))
            .collect::<Vec<_>>()
    };
    match field.kind {
        FieldType::Textarea => Kind::Lines,
        FieldType::Email => Kind::Line("email", "email"),
        FieldType::Phone => Kind::Line("tel", "tel"),
        FieldType::NationalNumber | FieldType::EnterpriseNumber => Kind::Line("text", "numeric"),
        FieldType::Choice | FieldType::YesNo => Kind::One(options()),
        FieldType::Choices => Kind::Many(options()),
        FieldType::Attestation => Kind::Tick(value.as_bool().unwrap_or(false)),
        FieldType::Country => {
            let mut list = vec![(String::new(), lang.text("permits-choose"), text.is_empty())];
            list.extend(names(context, lang, false, &has));
            Kind::Select(list)
        }
        FieldType::Countries => Kind::Many(names(context, lang, field.eu_only, &has)),
        FieldType::Date => Kind::Date(parts_of(text)),
        FieldType::Address => Kind::Parts(address(lang, &field.id, value)),
        _ => Kind::Line("text", ""),
    }
}

/// Countries by name; that of the house comes first.
fn names(
    context: &Context<'_>,
    lang: Lang,
    only_eu: bool,
    has: &dyn Fn(&str) -> bool,
) -> Vec<(String, String, bool)> {
    let all = context.law.law.countries.iter().filter(|country| country.eu || !only_eu);
    let mut list: Vec<_> = all
        .filter(|country| !(only_eu && country.id == HOME))
        .map(|country| (country.id.clone(), country.name.get(lang).to_owned(), has(&country.id)))
        .collect();
    let folded = |name: &str| crate::account::citizen::identity::plain(name);
    list.sort_by_cached_key(|(id, name, _)| (id != HOME, folded(name)));
    list
}

/// Day, month and year of a stored day, or what was written instead of one.
pub(super) fn parts_of(text: &str) -> [String; 3] {
    if let Some(day) = crate::permit::numbers::day(text) {
        return [day.day().to_string(), day.month().to_string(), day.year().to_string()];
    }
    let mut parts = text.splitn(3, '/').map(str::to_owned);
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

fn address(lang: Lang, id: &str, value: &Value) -> Vec<Part> {
    let part = |name: &str, autocomplete: &'static str, class: &'static str| Part {
        name: format!("{id}-{name}"),
        label: lang.text(&format!("permits-address-{name}")),
        value: value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned(),
        autocomplete,
        class,
    };
    vec![
        part("street", "address-line1", ""),
        part("number", "off", "input--s"),
        part("box", "off", "input--s"),
        part("postcode", "postal-code", "input--s"),
        part("municipality", "address-level2", "input--m"),
    ]
}

/// An answer as text, for the pages that show what was said.
pub(crate) fn said(law: &Law, lang: Lang, field: &Field, value: &Value) -> String {
    let name = |id: &str| {
        let option = field.options.iter().find(|option| option.id == id);
        option.map_or_else(|| id.to_owned(), |option| option.label.get(lang).to_owned())
    };
    let country = |code: &str| {
        let row = law.countries.iter().find(|country| country.id == code);
        row.map_or_else(|| code.to_owned(), |row| row.name.get(lang).to_owned())
    };
    match (field.kind, value) {
        (FieldType::Date, Value::String(text)) => super::words::stored(lang, Some(text)),
        (FieldType::Country, Value::String(code)) if !code.is_empty() => country(code),
        (FieldType::Choice | FieldType::YesNo, Value::String(id)) => name(id),
        (FieldType::Choices, Value::Array(many)) => {
            many.iter().filter_map(Value::as_str).map(name).collect::<Vec<_>>().join(", ")
        }
        (FieldType::Countries, Value::Array(many)) => {
            many.iter().filter_map(Value::as_str).map(country).collect::<Vec<_>>().join(", ")
        }
        (FieldType::Address, Value::Object(parts)) => {
            let part = |name: &str| parts.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let line = [part("street"), part("number"), part("box")].join(" ");
            let place = [part("postcode"), part("municipality")].join(" ");
            [line.trim(), place.trim()].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ")
        }
        (FieldType::Attestation, Value::Bool(true)) => lang.text("permits-yes"),
        // As the Crossroads Bank for Enterprises prints it.
        (FieldType::EnterpriseNumber, Value::String(digits)) if digits.len() == 10 && digits.is_ascii() => {
            [&digits[..4], &digits[4..7], &digits[7..]].join(".")
        }
        (_, Value::String(text)) => text.clone(),
        _ => String::new(),
    }
}

/// A row of a list on one line: what its fields say, in their order.
pub(crate) fn said_in_row<'a>(
    law: &Law,
    lang: Lang,
    fields: impl Iterator<Item = (&'a Field, &'a Value)>,
) -> String {
    let words = |(field, value): (&Field, &Value)| {
        let words = said(law, lang, field, value);
        // A bare yes says nothing without its question.
        let is_bare = field.kind == FieldType::YesNo && !words.is_empty();
        if is_bare { format!("{} {words}", field.label.get(lang)) } else { words }
    };
    joined(fields.map(words))
}

/// Parts of a name or of a row on one line; no line begins with the mark between them.
pub(crate) fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\u{a0}· ")
}
