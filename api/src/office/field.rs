//! Parts of forms: label, hint, fault and element, tied together for everybody
//! who listens to a page instead of seeing it.

use askama::Template;

use super::faults::Wrongs;

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// One line; the value of `type`.
    Input(&'static str),
    /// Several lines.
    Area(u8),
    /// One of a list: value and word.
    Select(Vec<(String, String)>),
}

/// One field.
#[derive(Template)]
#[template(path = "office/parts/field.html")]
pub(super) struct Field {
    /// Id of the element.
    pub id: String,
    /// Name in the form.
    pub name: String,
    /// Label.
    pub label: String,
    /// How to fill it in.
    pub hint: Option<String>,
    /// What it takes.
    pub kind: Kind,
    /// What stands in it.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
    /// Word after the label of a field that may stay empty.
    pub optional: Option<String>,
    /// Class that sets its width.
    pub class: &'static str,
    /// Value of `autocomplete`.
    pub autocomplete: &'static str,
    /// Language of what is written in it.
    pub lang: Option<String>,
    /// Value of `inputmode`.
    pub mode: &'static str,
}

impl Field {
    /// A field of one line.
    pub fn new(id: &str, name: &str, label: String) -> Self {
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            label,
            hint: None,
            kind: Kind::Input("text"),
            value: String::new(),
            error: None,
            optional: None,
            class: "",
            autocomplete: "off",
            lang: None,
            mode: "",
        }
    }

    /// What it takes.
    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// What stands in it.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// How to fill it in.
    pub fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Marks it as one that may stay empty.
    pub fn optional(mut self, word: String) -> Self {
        self.optional = Some(word);
        self
    }

    /// What is wrong with it, if anything is.
    pub fn check(mut self, wrongs: &Wrongs) -> Self {
        self.error = wrongs.at(&self.id, &self.label);
        self
    }

    /// Width, `inputmode` and `autocomplete`.
    pub fn shaped(mut self, class: &'static str, mode: &'static str, autocomplete: &'static str) -> Self {
        self.class = class;
        self.mode = mode;
        self.autocomplete = autocomplete;
        self
    }

    /// Language of what is written in it.
    pub fn in_lang(mut self, lang: crate::i18n::Lang) -> Self {
        self.lang = Some(lang.code().to_owned());
        self
    }

    /// Ids of hint and fault, for the element.
    fn described_by(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }
}

/// One of several.
pub(super) struct Choice {
    /// Id of the element.
    pub id: String,
    /// Value in the form.
    pub value: String,
    /// Label.
    pub label: String,
    /// More about it.
    pub hint: Option<String>,
    /// Whether it is chosen.
    pub checked: bool,
}

impl Choice {
    /// A choice of a group.
    pub fn new(group: &str, value: &str, label: String, checked: bool) -> Self {
        Self {
            id: format!("{group}-{}", value.to_ascii_lowercase()),
            value: value.to_owned(),
            label,
            hint: None,
            checked,
        }
    }

    /// More about it.
    pub fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }
}

/// A group of choices.
#[derive(Template)]
#[template(path = "office/parts/choices.html")]
pub(super) struct Choices {
    /// Id of the group.
    pub id: String,
    /// Name in the form.
    pub name: String,
    /// Question.
    pub legend: String,
    /// How to choose.
    pub hint: Option<String>,
    /// Several may be chosen.
    pub many: bool,
    /// In columns.
    pub columns: bool,
    /// The choices.
    pub items: Vec<Choice>,
    /// What is wrong.
    pub error: Option<String>,
}
