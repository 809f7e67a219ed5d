//! Parts of forms: label, hint, fault and element belong together for everybody
//! who listens to a page instead of seeing it.

use askama::Template;
use serde_json::Value;

use crate::i18n::{Args, Lang};
use crate::permit::countries;
use crate::permit::form::{Answers, Context, What, Wrong};
use crate::permit::law::Field;

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
    let shown = fields.iter().filter(|field| field.kind != "list" && field.kind != "file");
    shown
        .filter(|field| {
            // A field that follows from another one on this page is always there:
            // without a script nothing can appear when a choice is made.
            let on_this_page = field
                .when
                .as_ref()
                .and_then(|when| when.split_once('='))
                .is_some_and(|(name, _)| fields.iter().any(|other| other.id == name));
            context.asks(field, Some(answers)) || on_this_page
        })
        .map(|field| view(lang, field, answers, wrongs))
        .collect()
}

fn view(lang: Lang, field: &Field, answers: &Answers, wrongs: &[Wrong]) -> View {
    let value = answers.get(&field.id).unwrap_or(&Value::Null);
    let text = value.as_str().unwrap_or_default().to_owned();
    let conditional = field.when.is_some();
    View {
        id: field.id.clone(),
        label: field.label.get(lang).to_owned(),
        hint: field.hint.get(lang).to_owned(),
        optional: conditional.then(|| lang.text("permits-if-applicable")),
        kind: kind(lang, field, value),
        error: wrongs.iter().find(|w| w.field == field.id).map(|w| fault(lang, field, w)),
        value: text,
        autocomplete: field.autocomplete.clone().unwrap_or_else(|| "off".to_owned()),
        max: field.max_length,
        words: ["day", "month", "year"].map(|part| lang.text(&format!("permits-{part}"))),
    }
}

fn kind(lang: Lang, field: &Field, value: &Value) -> Kind {
    let text = value.as_str().unwrap_or_default();
    let has = |id: &str| text == id || value.as_array().is_some_and(|many| many.iter().any(|one| one == id));
    let options = || {
        field
            .options
            .iter()
            .map(|option| (option.id.clone(), option.label.get(lang).to_owned(), has(&option.id)))
            .collect::<Vec<_>>()
    };
    match field.kind.as_str() {
        "textarea" => Kind::Lines,
        "email" => Kind::Line("email", "email"),
        "phone" => Kind::Line("tel", "tel"),
        "national-number" | "enterprise-number" => Kind::Line("text", "numeric"),
        "choice" | "yes-no" => Kind::One(options()),
        "choices" => Kind::Many(options()),
        "attestation" => Kind::Tick(value.as_bool().unwrap_or(false)),
        "country" => {
            let mut list = vec![(String::new(), lang.text("permits-choose"), text.is_empty())];
            list.extend(names(lang, &countries::CODES, &has));
            Kind::Select(list)
        }
        "countries" => {
            let members = &countries::CODES[1..countries::CODES.len() - 1];
            Kind::Many(names(lang, members, &has))
        }
        "date" => Kind::Date(parts_of(text)),
        "address" => Kind::Parts(address(lang, &field.id, value)),
        _ => Kind::Line("text", ""),
    }
}

fn names(lang: Lang, codes: &[&str], has: &dyn Fn(&str) -> bool) -> Vec<(String, String, bool)> {
    codes
        .iter()
        .map(|code| {
            let name = lang.text(&format!("permits-country-{}", code.to_ascii_lowercase()));
            ((*code).to_owned(), name, has(code))
        })
        .collect()
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
pub(crate) fn said(lang: Lang, field: &Field, value: &Value) -> String {
    let name = |id: &str| {
        let option = field.options.iter().find(|option| option.id == id);
        option.map_or_else(|| id.to_owned(), |option| option.label.get(lang).to_owned())
    };
    match (field.kind.as_str(), value) {
        ("date", Value::String(text)) => super::words::stored(lang, Some(text)),
        ("country", Value::String(code)) if !code.is_empty() => {
            lang.text(&format!("permits-country-{}", code.to_ascii_lowercase()))
        }
        ("choice" | "yes-no", Value::String(id)) => name(id),
        ("choices", Value::Array(many)) => {
            many.iter().filter_map(Value::as_str).map(name).collect::<Vec<_>>().join(", ")
        }
        ("countries", Value::Array(many)) => many
            .iter()
            .filter_map(Value::as_str)
            .map(|code| lang.text(&format!("permits-country-{}", code.to_ascii_lowercase())))
            .collect::<Vec<_>>()
            .join(", "),
        ("address", Value::Object(parts)) => {
            let part = |name: &str| parts.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let line = [part("street"), part("number"), part("box")].join(" ");
            let place = [part("postcode"), part("municipality")].join(" ");
            [line.trim(), place.trim()].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ")
        }
        ("attestation", Value::Bool(true)) => lang.text("permits-yes"),
        (_, Value::String(text)) => text.clone(),
        _ => String::new(),
    }
}
