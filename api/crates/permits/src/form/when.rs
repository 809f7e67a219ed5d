//! `field=a,b`: shown when the answer is `a` or `b`, or holds one of them.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// When a page or a field is shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct When {
    /// The field; `applicant` is the kind of applicant.
    pub field: String,
    /// Answers of which one is enough.
    pub any_of: Vec<String>,
}

impl When {
    /// Reads it. None when it is not one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (field, values) = text.split_once('=')?;
        let any_of: Vec<String> = values.split(',').map(str::to_owned).collect();
        let whole = !field.is_empty() && any_of.iter().all(|value| !value.is_empty());
        whole.then(|| Self { field: field.to_owned(), any_of })
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.field, self.any_of.join(","))
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not field=a,b")))
    }
}
