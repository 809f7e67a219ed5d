//! `form.toml`: sections, pages, fields, flows, lists and warnings; `countries.toml`.

use serde::{Deserialize, Serialize};

use super::when::When;
use crate::Words;

/// A part of the task list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// Its place.
    pub order: i64,
    /// Its name.
    pub title: Words,
}

/// A page: it asks one thing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Its id.
    pub id: String,
    /// Part of the task list.
    pub section: String,
    /// The question.
    pub title: Words,
    /// What helps to answer it; empty when nothing does.
    #[serde(default)]
    pub text: Words,
    /// When it is asked.
    #[serde(default)]
    pub when: Option<When>,
    /// What pages are made from: `documents`.
    #[serde(default)]
    pub generate: Option<Generate>,
    /// Its fields.
    #[serde(default, rename = "field")]
    pub fields: Vec<Field>,
}

/// What pages are made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Generate {
    /// One page for each document of the procedure that applies.
    Documents,
}

/// Type of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// A line.
    Text,
    /// Several lines.
    Textarea,
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A day.
    Date,
    /// A national or BIS number.
    NationalNumber,
    /// An enterprise number.
    EnterpriseNumber,
    /// Street, number, box, postcode, municipality, country.
    Address,
    /// A country, by its ISO 3166-1 code.
    Country,
    /// Several countries.
    Countries,
    /// One option.
    Choice,
    /// Several options.
    Choices,
    /// Yes or no.
    YesNo,
    /// Rows of a list.
    List,
    /// Files.
    File,
    /// A declaration that is ticked.
    Attestation,
}

/// A field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its id, and the name of its answer.
    pub id: String,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// Whether it has to be answered.
    pub required: bool,
    /// Its label.
    pub label: Words,
    /// Help; empty when there is none.
    #[serde(default)]
    pub hint: Words,
    /// Error when it is empty.
    #[serde(default)]
    pub missing: Words,
    /// When it is asked.
    #[serde(default)]
    pub when: Option<When>,
    /// Most characters.
    #[serde(default)]
    pub max_length: Option<usize>,
    /// Only days up to today.
    #[serde(default)]
    pub past: bool,
    /// Only days from today.
    #[serde(default)]
    pub future: bool,
    /// A field whose day comes first.
    #[serde(default)]
    pub not_before: Option<String>,
    /// Only the birth of somebody of full age.
    #[serde(default)]
    pub adult: bool,
    /// A field of the file whose answer must be another.
    #[serde(default)]
    pub different_from: Option<String>,
    /// Only Member States of the Union.
    #[serde(default)]
    pub eu_only: bool,
    /// Where a first answer comes from: `identity.family_name`.
    #[serde(default)]
    pub prefill: Option<String>,
    /// What makes it unnecessary: `identity.national_number`.
    #[serde(default)]
    pub skip_if: Option<String>,
    /// Value of the HTML attribute.
    #[serde(default)]
    pub autocomplete: Option<String>,
    /// Encrypted, and never in a log or mail.
    #[serde(default)]
    pub sensitive: bool,
    /// Not to be changed once the file was sent.
    #[serde(default)]
    pub locked_after_submission: bool,
    /// Only in the forms of these procedures; empty for all.
    #[serde(default)]
    pub procedures: Vec<String>,
    /// Declared again at each resume.
    #[serde(default)]
    pub reset_on_resume: bool,
    /// The list whose rows it takes.
    #[serde(default)]
    pub list: Option<String>,
    /// The document that its files are.
    #[serde(default)]
    pub document: Option<String>,
    /// A page of the portal to read.
    #[serde(default)]
    pub link: Option<String>,
    /// Warning for a minor.
    #[serde(default)]
    pub warn_if_minor: Option<String>,
    /// Warning for no answer.
    #[serde(default)]
    pub warn_if_empty: Option<String>,
    /// Warning for "no".
    #[serde(default)]
    pub warn_if_no: Option<String>,
    /// Warning for an address outside the Region.
    #[serde(default)]
    pub warn_outside: Option<String>,
    /// Options.
    #[serde(default, rename = "option")]
    pub options: Vec<FieldOption>,
}

/// An option of a field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FieldOption {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: Words,
}

/// Rows that a field can hold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Its id.
    pub id: String,
    /// What one row is.
    pub title: Words,
    /// Least rows.
    pub minimum: usize,
    /// Most rows.
    pub maximum: usize,
    /// Fields of a row.
    #[serde(rename = "field")]
    pub fields: Vec<Field>,
}

/// The form of a procedure.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// The procedure.
    pub procedure: String,
    /// Pages, in order.
    pub pages: Vec<String>,
}

/// Something to know that never blocks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Warning {
    /// Its id.
    pub id: String,
    /// What it says.
    pub text: Words,
}

/// Words of the page of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentPage {
    /// Label of its day.
    pub date_label: Words,
    /// Error without a day.
    pub date_missing: Words,
    /// Label of its files.
    pub file_label: Words,
    /// Error without a file.
    pub file_missing: Words,
}

/// A country.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1 code.
    pub id: String,
    /// Whether it is a Member State of the European Union.
    #[serde(default)]
    pub eu: bool,
    /// Its name.
    pub name: Words,
}
