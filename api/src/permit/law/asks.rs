//! The form: sections, pages, lists and fields.

use serde::Deserialize;

use super::rows::Text;

/// A group of the task list.
#[derive(Debug, Clone, Deserialize)]
pub struct Section {
    /// Id.
    pub id: String,
    /// Place.
    pub order: i64,
    /// Name.
    pub title: Text,
}

/// A page of the form.
#[derive(Debug, Clone, Deserialize)]
pub struct Page {
    /// Id.
    pub id: String,
    /// Group.
    pub section: String,
    /// The question.
    pub title: Text,
    /// More.
    #[serde(default)]
    pub text: Text,
    /// Condition.
    #[serde(default)]
    pub when: Option<String>,
    /// What makes its pages: `documents`.
    #[serde(default)]
    pub generate: Option<String>,
    /// Fields.
    #[serde(default, rename = "field")]
    pub fields: Vec<Field>,
}

/// A repeated group of fields.
#[derive(Debug, Clone, Deserialize)]
pub struct List {
    /// Id.
    pub id: String,
    /// Name of one row.
    pub title: Text,
    /// Rows at most.
    pub maximum: usize,
    /// Fields of a row.
    #[serde(rename = "field")]
    pub fields: Vec<Field>,
}

/// A field.
#[derive(Debug, Clone, Deserialize)]
pub struct Field {
    /// Id.
    pub id: String,
    /// Type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Must it be answered?
    #[serde(default)]
    pub required: bool,
    /// Label.
    pub label: Text,
    /// How to fill it in.
    #[serde(default)]
    pub hint: Text,
    /// What to say when it is empty.
    #[serde(default)]
    pub missing: Text,
    /// Characters at most.
    #[serde(default)]
    pub max_length: Option<usize>,
    /// A day that has been.
    #[serde(default)]
    pub past: bool,
    /// A day to come.
    #[serde(default)]
    pub future: bool,
    /// Not before the day of that field.
    #[serde(default)]
    pub not_before: Option<String>,
    /// A date of birth of an adult.
    #[serde(default)]
    pub adult: bool,
    /// Not the same as that field of the file.
    #[serde(default)]
    pub different_from: Option<String>,
    /// What is known of the person already.
    #[serde(default)]
    pub prefill: Option<String>,
    /// What makes it needless.
    #[serde(default)]
    pub skip_if: Option<String>,
    /// Value of `autocomplete`.
    #[serde(default)]
    pub autocomplete: Option<String>,
    /// Only in these procedures.
    #[serde(default)]
    pub procedures: Vec<String>,
    /// Condition.
    #[serde(default)]
    pub when: Option<String>,
    /// List of rows.
    #[serde(default)]
    pub list: Option<String>,
    /// Choices.
    #[serde(default, rename = "option")]
    pub options: Vec<Choice>,
    /// Warning for a minor.
    #[serde(default)]
    pub warn_if_minor: Option<String>,
    /// Warning for an empty answer.
    #[serde(default)]
    pub warn_if_empty: Option<String>,
    /// Warning for `no`.
    #[serde(default)]
    pub warn_if_no: Option<String>,
    /// Warning for an address outside the Region.
    #[serde(default)]
    pub warn_outside: Option<String>,
}

/// A choice.
#[derive(Debug, Clone, Deserialize)]
pub struct Choice {
    /// Id.
    pub id: String,
    /// Name.
    pub label: Text,
}

/// The pages of a procedure.
#[derive(Debug, Clone, Deserialize)]
pub struct Flow {
    /// Id.
    pub id: String,
    /// Pages in order.
    pub pages: Vec<String>,
}

/// A warning that never stops anybody.
#[derive(Debug, Clone, Deserialize)]
pub struct Warning {
    /// Id.
    pub id: String,
    /// Text.
    pub text: Text,
}

/// Words around every document.
#[derive(Debug, Clone, Deserialize)]
pub struct DocumentPage {
    /// Label of the date.
    pub date_label: Text,
    /// No date.
    pub date_missing: Text,
    /// Label of the files.
    pub file_label: Text,
    /// No file.
    pub file_missing: Text,
}
