//! The law as the applicant's pages read it: rows of `content/permits`, chosen
//! by the day on which they apply. Nothing of it is written in code.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use serde::Deserialize;
use serde::de::DeserializeOwned;

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

/// A fee.
#[derive(Debug, Clone, Deserialize)]
pub struct Fee {
    /// Id.
    pub id: String,
    /// `filing`, `grant`.
    pub stages: Vec<String>,
    /// When it applies.
    #[serde(flatten)]
    pub period: Period,
}

/// An amount.
#[derive(Debug, Clone, Deserialize)]
pub struct Amount {
    /// Fee.
    pub fee: String,
    /// Stage.
    pub stage: String,
    /// Cents; none while nobody has confirmed them.
    #[serde(default)]
    pub amount_cents: Option<i64>,
    /// Part for the municipality.
    #[serde(default)]
    pub municipality_cents: Option<i64>,
    /// When it applies.
    #[serde(flatten)]
    pub period: Period,
}

/// How days are counted.
#[derive(Debug, Clone, Deserialize)]
pub struct DayCount {
    /// Id.
    pub id: String,
    /// `none` or `next-working-day`.
    pub roll: String,
    /// The rule in words.
    pub text: Text,
    /// How sure it is.
    pub confidence: String,
}

/// A deadline.
#[derive(Debug, Clone, Deserialize)]
pub struct Deadline {
    /// Id.
    pub id: String,
    /// Amount.
    #[serde(default)]
    pub amount: Option<i64>,
    /// Unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// Rule of counting.
    #[serde(default)]
    pub day_count: Option<String>,
    /// Days after which to remind.
    #[serde(default)]
    pub reminders: Vec<i64>,
    /// Name.
    pub title: Text,
    /// Explanation.
    #[serde(default)]
    pub text: Text,
    /// What it rests on.
    #[serde(default)]
    pub legal_basis: Vec<String>,
    /// When it applies.
    #[serde(flatten)]
    pub period: Period,
}

/// A mail.
#[derive(Debug, Clone, Deserialize)]
pub struct Notification {
    /// Id.
    pub id: String,
    /// Subject.
    pub subject: Text,
    /// Body.
    pub body: Text,
}

/// Words around every mail.
#[derive(Debug, Clone, Deserialize)]
pub struct Frame {
    /// Beginning.
    pub opening: Text,
    /// Before the link.
    pub before_link: Text,
    /// End.
    pub closing: Text,
    /// What we never ask.
    pub caution: Text,
    /// That nobody reads answers.
    pub no_reply: Text,
}

/// How long something is kept.
#[derive(Debug, Clone, Deserialize)]
pub struct Retention {
    /// Id.
    pub id: String,
    /// Amount; none while the service has not said.
    #[serde(default)]
    pub amount: Option<i64>,
    /// Unit.
    #[serde(default)]
    pub unit: Option<String>,
}

/// Every row that the applicant's pages read.
#[derive(Debug, Clone)]
pub struct Law {
    /// Procedures.
    pub procedures: Vec<Procedure>,
    /// Documents.
    pub documents: Vec<Document>,
    /// Maximum ages.
    pub ages: Vec<Age>,
    /// Exemptions.
    pub exemptions: Vec<Exemption>,
    /// Limits of uploads.
    pub limits: UploadLimits,
    /// Groups.
    pub sections: Vec<Section>,
    /// Pages.
    pub pages: Vec<Page>,
    /// Lists.
    pub lists: Vec<List>,
    /// Flows.
    pub flows: Vec<Flow>,
    /// Warnings.
    pub warnings: Vec<Warning>,
    /// Words around documents.
    pub document_page: DocumentPage,
    /// Fees.
    pub fees: Vec<Fee>,
    /// Amounts.
    pub amounts: Vec<Amount>,
    /// Deadlines.
    pub deadlines: Vec<Deadline>,
    /// Rules of counting.
    pub day_counts: Vec<DayCount>,
    /// Mails.
    pub notifications: Vec<Notification>,
    /// Words around mails.
    pub frame: Frame,
    /// Periods of keeping.
    pub retention: Vec<Retention>,
}

fn read<T: DeserializeOwned>(folder: &Path, file: &str) -> anyhow::Result<T> {
    let path = folder.join(file);
    let text =
        std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    toml::from_str(&text).with_context(|| format!("{} breaks its form", path.display()))
}

#[derive(Deserialize)]
struct Procedures {
    procedure: Vec<Procedure>,
}

#[derive(Deserialize)]
struct Documents {
    limits: UploadLimits,
    document: Vec<Document>,
    age: Vec<Age>,
    exemption: Vec<Exemption>,
}

#[derive(Deserialize)]
struct Form {
    section: Vec<Section>,
    page: Vec<Page>,
    list: Vec<List>,
    flow: Vec<Flow>,
    warning: Vec<Warning>,
    document_page: DocumentPage,
}

#[derive(Deserialize)]
struct Fees {
    fee: Vec<Fee>,
    amount: Vec<Amount>,
}

#[derive(Deserialize)]
struct Deadlines {
    deadline: Vec<Deadline>,
    day_count: Vec<DayCount>,
}

#[derive(Deserialize)]
struct Notifications {
    notification: Vec<Notification>,
    frame: Frame,
}

#[derive(Deserialize)]
struct Classes {
    class: Vec<Retention>,
}

impl Law {
    /// Reads the rows.
    ///
    /// # Errors
    /// A file is missing or breaks its form.
    pub fn load(content: &Path) -> anyhow::Result<Self> {
        let folder = content.join("permits");
        let procedures: Procedures = read(&folder, "procedures.toml")?;
        let documents: Documents = read(&folder, "documents.toml")?;
        let mut form: Form = read(&folder, "form.toml")?;
        let fees: Fees = read(&folder, "fees.toml")?;
        let deadlines: Deadlines = read(&folder, "deadlines.toml")?;
        let notifications: Notifications = read(&folder, "notifications.toml")?;
        let classes: Classes = read(&folder, "retention.toml")?;
        form.section.sort_by_key(|section| section.order);
        Ok(Self {
            procedures: procedures.procedure,
            documents: documents.document,
            ages: documents.age,
            exemptions: documents.exemption,
            limits: documents.limits,
            sections: form.section,
            pages: form.page,
            lists: form.list,
            flows: form.flow,
            warnings: form.warning,
            document_page: form.document_page,
            fees: fees.fee,
            amounts: fees.amount,
            deadlines: deadlines.deadline,
            day_counts: deadlines.day_count,
            notifications: notifications.notification,
            frame: notifications.frame,
            retention: classes.class,
        })
    }

    /// The procedure of an id that applies on a day.
    #[must_use]
    pub fn procedure(&self, id: &str, day: &str) -> Option<&Procedure> {
        self.procedures.iter().find(|row| row.id == id && row.period.holds(day))
    }

    /// A document that applies on a day.
    #[must_use]
    pub fn document(&self, id: &str, day: &str) -> Option<&Document> {
        self.documents.iter().find(|row| row.id == id && row.period.holds(day))
    }

    /// The maximum age of a document in a procedure.
    #[must_use]
    pub fn age(&self, document: &str, procedure: &str, day: &str) -> Option<&Age> {
        self.ages.iter().find(|row| {
            row.document == document && row.procedures.iter().any(|p| p == procedure) && row.period.holds(day)
        })
    }

    /// A page.
    #[must_use]
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// A list.
    #[must_use]
    pub fn list(&self, id: &str) -> Option<&List> {
        self.lists.iter().find(|list| list.id == id)
    }

    /// The pages of a procedure.
    #[must_use]
    pub fn flow(&self, procedure: &Procedure) -> Vec<&Page> {
        let flow = self.flows.iter().find(|flow| flow.id == procedure.flow);
        flow.map(|flow| flow.pages.iter().filter_map(|id| self.page(id)).collect()).unwrap_or_default()
    }

    /// A warning.
    #[must_use]
    pub fn warning(&self, id: &str, lang: Lang) -> String {
        self.warnings.iter().find(|w| w.id == id).map(|w| w.text.get(lang).to_owned()).unwrap_or_default()
    }

    /// A deadline that applies on a day.
    #[must_use]
    pub fn deadline(&self, id: &str, day: &str) -> Option<&Deadline> {
        self.deadlines.iter().find(|row| row.id == id && row.period.holds(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flow_is_whole() {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        let law = Law::load(&content).expect("law");
        let online: Vec<_> = law.procedures.iter().filter(|p| !p.flow.is_empty()).collect();
        assert!(online.len() >= 10);
        for procedure in online {
            let flow = law.flows.iter().find(|f| f.id == procedure.flow).expect("flow");
            assert_eq!(law.flow(procedure).len(), flow.pages.len(), "{}", procedure.id);
            for needed in &procedure.documents {
                assert!(law.documents.iter().any(|d| d.id == needed.id), "{}", needed.id);
            }
            for page in law.flow(procedure) {
                assert!(law.sections.iter().any(|s| s.id == page.section), "{}", page.id);
                for field in &page.fields {
                    assert!(field.list.as_ref().is_none_or(|id| law.list(id).is_some()), "{}", field.id);
                }
            }
        }
    }
}
