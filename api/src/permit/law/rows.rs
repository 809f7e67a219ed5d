//! Procedures, documents and who need not hand in what.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::i18n::Lang;

/// A text in several languages; French and Dutch are always there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Text(BTreeMap<String, String>);

impl Text {
    /// The text in a language, else in French.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        self.0.get(lang.code()).or_else(|| self.0.get("fr")).map_or("", String::as_str)
    }
}

/// When a row applies. Days are `YYYY-MM-DD`, which compare as they sort.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Period {
    valid_from: Option<toml::value::Datetime>,
    valid_to: Option<toml::value::Datetime>,
}

impl Period {
    /// First day.
    #[must_use]
    pub fn from(&self) -> String {
        self.valid_from.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    /// Whether the row applies on a day.
    #[must_use]
    pub fn holds(&self, day: &str) -> bool {
        self.from().as_str() <= day && self.valid_to.as_ref().is_none_or(|to| day <= to.to_string().as_str())
    }
}

/// One procedure.
#[derive(Debug, Clone, Deserialize)]
pub struct Procedure {
    /// Id.
    pub id: String,
    /// Model, or nothing.
    pub model: String,
    /// `application`, `declaration` or `information`.
    pub online: String,
    /// `person`, `company`.
    pub applicants: Vec<String>,
    /// Name.
    pub title: Text,
    /// One sentence.
    pub summary: Text,
    /// Whether every adult at the address is asked.
    pub consent: bool,
    /// Fees.
    #[serde(default)]
    pub fees: Vec<String>,
    /// Deadlines.
    #[serde(default)]
    pub deadlines: Vec<String>,
    /// Folder of the guide page.
    pub page: String,
    /// Flow of the form; empty without one.
    pub flow: String,
    /// Variants.
    #[serde(default, rename = "variant")]
    pub variants: Vec<Variant>,
    /// Documents.
    #[serde(default, rename = "document")]
    pub documents: Vec<Needed>,
    /// When it applies.
    #[serde(flatten)]
    pub period: Period,
}

/// A variant of a procedure.
#[derive(Debug, Clone, Deserialize)]
pub struct Variant {
    /// Id.
    pub id: String,
    /// Its fee.
    #[serde(default)]
    pub fee: Option<String>,
    /// Deadlines that it replaces.
    #[serde(default)]
    pub replaces_deadline: BTreeMap<String, String>,
}

/// A document that a procedure asks for.
#[derive(Debug, Clone, Deserialize)]
pub struct Needed {
    /// Document.
    pub id: String,
    /// `required`, `optional` or `alternative`.
    pub need: String,
    /// Only for these reasons.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// Only for these variants.
    #[serde(default)]
    pub variants: Vec<String>,
    /// Further condition.
    #[serde(default)]
    pub when: Option<String>,
    /// What an alternative stands for.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// What makes it unnecessary.
    #[serde(default)]
    pub unless: Vec<String>,
}

/// A document.
#[derive(Debug, Clone, Deserialize)]
pub struct Document {
    /// Id.
    pub id: String,
    /// `applicant`, `weapon`, `cohabitant` or `officer`.
    pub per: String,
    /// Row of `retention.toml`.
    pub data_class: String,
    /// Name.
    pub title: Text,
    /// How to get it.
    #[serde(default)]
    pub hint: Text,
    /// When it applies.
    #[serde(flatten)]
    pub period: Period,
}

/// Maximum age of a document.
#[derive(Debug, Clone, Deserialize)]
pub struct Age {
    /// Document.
    pub document: String,
    /// Amount.
    pub maximum: i64,
    /// `days`, `weeks`, `months` or `years`.
    pub unit: String,
    /// Procedures that ask for it.
    pub procedures: Vec<String>,
    /// When it applies.
    #[serde(flatten)]
    pub period: Period,
}

/// Who need not hand in what.
#[derive(Debug, Clone, Deserialize)]
pub struct Exemption {
    /// Condition.
    pub when: String,
    /// Documents.
    pub documents: Vec<String>,
    /// Why.
    pub text: Text,
    /// When it applies.
    #[serde(flatten)]
    pub period: Period,
}

/// Limits of uploads.
#[derive(Debug, Clone, Deserialize)]
pub struct UploadLimits {
    /// Largest file.
    pub file_bytes: u64,
    /// Files of one document.
    pub files_per_document: usize,
}
