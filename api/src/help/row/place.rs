//! Where a service receives people, and who may know it.

use serde::Deserialize;

use super::{Known, Text};

/// Who may know where a place is. There is no word for a place nobody may know: such a
/// place cannot be held by this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Everybody.
    Public,
    /// Told to those who ask the service.
    OnRequest,
}

impl Visibility {
    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::OnRequest => "on_request",
        }
    }
}

/// A place where a service receives people.
///
/// It has no `Serialize`, so no answer can hold one by accident:
///
/// ```compile_fail
/// fn leak(place: &safe_api::help::Place) -> String {
///     serde_json::to_string(place).unwrap()
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Place {
    /// Unique in the service.
    pub id: String,
    /// Who may know it.
    pub visibility: Visibility,
    /// Building.
    pub name: Option<String>,
    /// Street and number.
    pub address_1: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// NIS code.
    pub municipality: Option<String>,
    /// Entrance, stairs, lift.
    pub access: Option<Text>,
    /// How well it is known.
    #[serde(flatten)]
    pub known: Known,
}
