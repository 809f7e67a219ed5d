//! Conditions of documents and exemptions: `applicant:company`, `reason:hunting`,
//! `weapon:handgun`, `answer:acting-for=other`, `identity:official`, or the id of a
//! document that was handed in.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Who applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Applicant {
    /// Somebody for themselves, or by somebody who acts for them.
    Person,
    /// A company.
    Company,
}

impl Applicant {
    /// The word in the data.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Company => "company",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        [Self::Person, Self::Company].into_iter().find(|kind| kind.code() == word)
    }
}

/// When a row applies to a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Condition {
    /// The applicant is of this kind.
    Applicant(Applicant),
    /// This reason is among those given.
    Reason(String),
    /// One of the listed weapons is of this nature.
    Weapon(String),
    /// The answer to a field is this one, or holds it.
    Answer(String, String),
    /// The applicant signed in with an official identity.
    OfficialIdentity,
    /// This document was handed in.
    Document(String),
}

impl Condition {
    /// Reads a condition. None when it is not one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Some((kind, value)) = text.split_once(':') else {
            return (!text.is_empty()).then(|| Self::Document(text.to_owned()));
        };
        match kind {
            "applicant" => Applicant::parse(value).map(Self::Applicant),
            "reason" => Some(Self::Reason(value.to_owned())),
            "weapon" => Some(Self::Weapon(value.to_owned())),
            "answer" => {
                let (field, answer) = value.split_once('=')?;
                Some(Self::Answer(field.to_owned(), answer.to_owned()))
            }
            "identity" => (value == "official").then_some(Self::OfficialIdentity),
            _ => None,
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Applicant(kind) => write!(f, "applicant:{}", kind.code()),
            Self::Reason(id) => write!(f, "reason:{id}"),
            Self::Weapon(nature) => write!(f, "weapon:{nature}"),
            Self::Answer(field, answer) => write!(f, "answer:{field}={answer}"),
            Self::OfficialIdentity => f.write_str("identity:official"),
            Self::Document(id) => f.write_str(id),
        }
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not a condition")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_read_and_written_alike() {
        for text in [
            "applicant:company",
            "reason:heritage",
            "weapon:long-semi-automatic",
            "answer:acting-for=other",
            "identity:official",
            "sport-licence",
        ] {
            let condition = Condition::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(condition.to_string(), text);
        }
        for wrong in ["", "applicant:cat", "identity:none", "answer:x", "moon:full"] {
            assert_eq!(Condition::parse(wrong), None, "{wrong}");
        }
    }
}
