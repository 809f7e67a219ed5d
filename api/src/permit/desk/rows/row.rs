//! The shape of each row.

use safe_permits::Words;
use serde::Deserialize;
use toml::value::Datetime;

use crate::i18n::Lang;

/// When a row applies: first and last day, `YYYY-MM-DD`.
#[derive(Debug, Clone, Deserialize)]
pub struct Span {
    valid_from: Datetime,
    #[serde(default)]
    valid_to: Option<Datetime>,
}

impl Span {
    /// First day.
    #[must_use]
    pub fn from(&self) -> String {
        self.valid_from.to_string()
    }

    pub(super) fn holds(&self, day: &str) -> bool {
        self.from().as_str() <= day && self.valid_to.as_ref().is_none_or(|to| day <= to.to_string().as_str())
    }
}

/// What stands in every letter.
#[derive(Debug, Clone, Deserialize)]
pub struct Frame {
    /// Who writes.
    pub sender: Words,
    /// What about.
    pub subject: Words,
    /// Number of the file.
    pub reference: Words,
    /// Place and day.
    pub date: Words,
    /// Who signs.
    pub signature: Words,
    /// How to check the letter.
    pub verification: Words,
    /// The square code, for who does not see it.
    pub verification_code: Words,
    /// Main heading.
    pub title: Words,
    /// Word before the number.
    pub reference_label: Words,
    /// Word before the subject.
    pub subject_label: Words,
    /// Act and article.
    pub article: Words,
    /// Act and several articles.
    pub articles: Words,
    /// One of several advisers of a kind, with the place that it was asked about.
    pub adviser_place: Words,
    /// A police zone.
    pub police_zone: Words,
    /// Heading of the decision.
    pub decision_heading: Words,
    /// Heading of the conditions.
    pub conditions_heading: Words,
    /// Heading of the reasons.
    pub reasons_heading: Words,
    /// Heading of what follows.
    pub after_heading: Words,
    /// Foot of every page.
    pub footer: Words,
    /// Number of the page.
    pub pages: Words,
}

/// Where a block stands in the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Before the decision.
    Opening,
    /// The decision itself.
    Decision,
    /// Conditions.
    Conditions,
    /// Reasons.
    Reasons,
    /// What it means.
    After,
    /// Which appeal is open.
    Appeal,
}

/// A block of a letter.
#[derive(Debug, Clone, Deserialize)]
pub struct Block {
    /// Id.
    pub id: String,
    /// Where it stands among the others.
    pub order: i64,
    /// Part of the letter.
    pub place: Place,
    /// Kinds of decision that have it.
    pub kinds: Vec<String>,
    /// Only in these procedures.
    #[serde(default)]
    pub procedures: Vec<String>,
    /// Printed once per item: `legal_basis`, `advice`, `condition`, `refusal`.
    #[serde(default)]
    pub repeat: String,
    /// Guide page that it names.
    #[serde(default)]
    pub page: String,
    /// Row of `deadlines.toml` of the appeal.
    #[serde(default)]
    pub appeal: String,
    /// Heading.
    pub title: Option<Words>,
    /// Text.
    pub text: Words,
}

/// The letter with which a person can appeal.
#[derive(Debug, Clone, Deserialize)]
pub struct AppealLetter {
    /// Row of `deadlines.toml` of the appeal that it is for.
    pub deadline: String,
    /// Heading.
    pub title: Words,
    /// Against a decision.
    pub text: Words,
    /// Against none in time.
    pub no_decision: Words,
    /// What to do.
    pub checklist: Lists,
    /// What to do when no decision came in time.
    pub checklist_no_decision: Lists,
}

/// Items in the languages of files.
#[derive(Debug, Clone, Deserialize)]
pub struct Lists {
    fr: Vec<String>,
    nl: Vec<String>,
}

impl Lists {
    /// The items in Dutch, else in French.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &[String] {
        if lang == Lang::NL { &self.nl } else { &self.fr }
    }
}

/// An opinion that a procedure provides for.
#[derive(Debug, Clone, Deserialize)]
pub struct Advice {
    /// Id.
    pub id: String,
    /// Procedures.
    pub procedures: Vec<String>,
    /// Authority that is asked.
    pub adviser: String,
    /// `required`, `optional` or `not-stated`.
    pub need: String,
    /// Places that it is asked for.
    pub places: Vec<String>,
    /// Row of `deadlines.toml`.
    pub due: String,
    /// What may be asked.
    pub asks: Vec<String>,
    /// Legal bases.
    #[serde(default)]
    pub legal_basis: Vec<String>,
    /// When it applies.
    #[serde(flatten)]
    pub span: Span,
}

/// Something with a name.
#[derive(Debug, Clone, Deserialize)]
pub struct Named {
    /// Id.
    pub id: String,
    /// Name, or question.
    #[serde(alias = "text")]
    pub title: Words,
}

/// A reason for an adverse decision.
#[derive(Debug, Clone, Deserialize)]
pub struct Refusal {
    /// Id.
    pub id: String,
    /// `inadmissible` or `refusal`.
    pub stage: String,
    /// Whether other states are told.
    pub imi: bool,
    /// Only in these procedures; empty: in all.
    #[serde(default)]
    pub procedures: Vec<String>,
    /// Name.
    pub title: Words,
    /// Sentence of the decision.
    pub text: Words,
    /// Legal bases.
    pub legal_basis: Vec<String>,
    /// When it applies.
    #[serde(flatten)]
    pub span: Span,
}

impl Refusal {
    /// Whether it can be given in a procedure, at a stage of it.
    #[must_use]
    pub fn fits(&self, procedure: &str, stage: &str) -> bool {
        self.stage == stage
            && (self.procedures.is_empty() || self.procedures.iter().any(|id| id == procedure))
    }
}
