//! `procedures.toml` and `documents.toml`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::condition::{Applicant, Condition};
use crate::row::Confidence;
use crate::{Words, deadline::Unit};

/// What a procedure ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A permit.
    Permit,
    /// An approval of an activity.
    Approval,
    /// A notice that is registered.
    Notice,
    /// A pass.
    Pass,
    /// A declaration that is kept.
    Declaration,
    /// A control of a permit.
    Control,
    /// A report of an event.
    Report,
    /// Guidance alone.
    Guidance,
}

/// How a procedure works online.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Online {
    /// Ends in a decision.
    Application,
    /// Ends in a record.
    Declaration,
    /// No form.
    Information,
}

/// A procedure of the weapons service.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Number of the model; empty when there is none.
    pub model: String,
    /// What it ends in.
    pub kind: Kind,
    /// How it works online.
    pub online: Online,
    /// Who can apply.
    pub applicants: Vec<Applicant>,
    /// Its name.
    pub title: Words,
    /// What it is for, in a sentence or two.
    pub summary: Words,
    /// Authority that decides.
    pub authority: String,
    /// Authority to see before.
    #[serde(default)]
    pub first_contact: Option<String>,
    /// Authority that hands over the document.
    #[serde(default)]
    pub delivered_by: Option<String>,
    /// Legitimate reasons that can be given.
    pub reasons: Vec<String>,
    /// Procedures that must all have been granted before.
    #[serde(default)]
    pub requires: Vec<String>,
    /// Procedures of which one must have been granted before.
    #[serde(default)]
    pub requires_any: Vec<String>,
    /// Choices after guidance.
    #[serde(default)]
    pub next: Vec<String>,
    /// Numbers of the law that apply.
    #[serde(default)]
    pub limits: Vec<String>,
    /// What is not settled.
    #[serde(default)]
    pub open_questions: Vec<String>,
    /// Whether every adult at the address is asked.
    pub consent: bool,
    /// Whether it goes to the Central Weapons Register.
    pub register: bool,
    /// Opinions that are asked.
    pub advice: Vec<String>,
    /// Fees.
    pub fees: Vec<String>,
    /// Time limits.
    pub deadlines: Vec<String>,
    /// Time limits of appeals.
    pub appeal: Vec<String>,
    /// Steps, labelled `permits-step-<id>`.
    pub steps: Vec<String>,
    /// Procedures to point to in the decision.
    pub after: Vec<String>,
    /// Folder of the guide page.
    pub page: String,
    /// Online form; empty when there is none.
    pub flow: String,
    /// Forms of the procedure.
    #[serde(default, rename = "variant")]
    pub variants: Vec<Variant>,
    /// What is to be handed in.
    #[serde(default, rename = "document")]
    pub documents: Vec<Asked>,
}

impl Procedure {
    /// The fee of a form of the procedure: that of the variant, else the only one there is.
    #[must_use]
    pub fn fee(&self, variant: Option<&str>) -> Option<&str> {
        let chosen = self.variants.iter().find(|one| Some(one.id.as_str()) == variant);
        match (chosen, self.fees.as_slice()) {
            (Some(variant), _) => Some(&variant.fee),
            (None, [only]) => Some(only),
            _ => None,
        }
    }

    /// The time limits of a form of the procedure, with those a variant replaces.
    #[must_use]
    pub fn deadlines_of(&self, variant: Option<&str>) -> Vec<&str> {
        let Some(chosen) = self.variants.iter().find(|one| Some(one.id.as_str()) == variant) else {
            return self.deadlines.iter().map(String::as_str).collect();
        };
        let new: Vec<&str> = chosen.replaces_deadline.values().map(String::as_str).collect();
        let kept = self.deadlines.iter().map(String::as_str).filter(|id| !new.contains(id));
        kept.map(|id| chosen.replaces_deadline.get(id).map_or(id, String::as_str)).collect()
    }
}

/// A form of a procedure.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Id within the procedure.
    pub id: String,
    /// Its name.
    pub title: Words,
    /// Its fee.
    pub fee: String,
    /// Time limits that take the place of others.
    #[serde(default)]
    pub replaces_deadline: BTreeMap<String, String>,
}

/// How a document is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// It has to be handed in.
    Required,
    /// It can be handed in.
    Optional,
    /// It stands for others.
    Alternative,
}

/// A document as one procedure asks for it.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The document.
    pub id: String,
    /// How it is asked for.
    pub need: Need,
    /// Only for these reasons; empty for all.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// Only for these variants; empty for all.
    #[serde(default)]
    pub variants: Vec<String>,
    /// Only when this holds.
    #[serde(default)]
    pub when: Option<Condition>,
    /// Documents that an alternative stands for.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// Documents that make it unnecessary.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Where that is written.
    pub source: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// How many times a document is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Per {
    /// Once.
    Applicant,
    /// For each weapon.
    Weapon,
    /// From each adult at the address.
    Cohabitant,
    /// From each director, manager, auditor or person in charge.
    Officer,
}

/// A document that can be asked for.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// How many times.
    pub per: Per,
    /// Its retention row.
    pub data_class: String,
    /// Its name.
    pub title: Words,
    /// Help for whoever looks for it.
    pub hint: Words,
    /// Numbers of the law that it has to show.
    #[serde(default)]
    pub limits: Vec<String>,
    /// Documents that it makes unnecessary.
    #[serde(default)]
    pub exempts: Vec<String>,
}

/// How old a document may be on a day.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Age {
    /// The document.
    pub document: String,
    /// Largest age.
    pub maximum: i32,
    /// Its unit.
    pub unit: Unit,
    /// The day from which the age is counted back.
    pub at: AgeAt,
    /// Procedures for which it holds.
    pub procedures: Vec<String>,
}

/// The day from which an age is counted back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgeAt {
    /// The day on which the file is submitted.
    ApplicationDate,
}

/// Who need not hand in what.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// When it holds.
    pub when: Condition,
    /// Documents that are not asked for.
    pub documents: Vec<String>,
    /// Why, for the applicant.
    pub text: Words,
}

/// Limits of what is handed in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct UploadLimits {
    /// Media types.
    pub types: Vec<String>,
    /// Largest file, in bytes.
    pub file_bytes: u64,
    /// Most files of one document.
    pub files_per_document: usize,
}
