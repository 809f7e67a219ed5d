//! Scenarios: what an alert of a kind starts with. The rows are data
//! (`content/scenarios.toml`); the words are in the phrasebook.

use std::path::Path;

use anyhow::Context;
use safe_cap::{Category, Certainty, ResponseType, Severity, Urgency};
use serde::{Deserialize, Serialize};

/// Id of the scenario whose words the operator writes.
pub const FREE_TEXT: &str = "free-text";

/// What kind of value a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ParamKind {
    /// A proper name, the same in every language, 80 characters at most.
    Text,
    /// Whole metres.
    Metres,
    /// A moment.
    Time,
    /// A whole number.
    Count,
}

/// One field that the operator fills in.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Param {
    /// Name of the argument in the phrasebook.
    pub id: String,
    /// What it takes.
    pub kind: ParamKind,
    /// Whether it must be filled in.
    pub required: bool,
}

/// One scenario.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Id, part of the Fluent ids.
    pub id: String,
    /// CAP categories.
    pub category: Vec<Category>,
    /// CAP severity proposed.
    pub severity: Severity,
    /// CAP urgency proposed.
    pub urgency: Urgency,
    /// CAP certainty proposed.
    pub certainty: Certainty,
    /// CAP response types.
    pub response: Vec<ResponseType>,
    /// Hours until it ends by itself.
    pub expires_hours: i64,
    /// Page that says what to do.
    #[serde(default)]
    pub guide: Option<String>,
    /// communal, provincial or federal.
    pub level: String,
    /// Whether it was known in advance.
    pub planned: bool,
    /// Fields.
    #[serde(default)]
    pub params: Vec<Param>,
}

#[derive(Deserialize)]
struct File {
    scenario: Vec<Scenario>,
}

/// All scenarios, in the order of the file.
pub struct Scenarios(pub Vec<Scenario>);

impl Scenarios {
    /// Reads `scenarios.toml` of the content folder.
    ///
    /// # Errors
    /// The file is missing or breaks its form.
    pub fn load(content: &Path) -> anyhow::Result<Self> {
        let path = content.join("scenarios.toml");
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok(Self(toml::from_str::<File>(&text).context("scenarios.toml")?.scenario))
    }

    /// The scenario with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Scenario> {
        self.0.iter().find(|scenario| scenario.id == id)
    }
}
