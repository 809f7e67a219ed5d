//! How a service is reached, and when.

use serde::Deserialize;

use super::{Known, Text};
use crate::help::hours::Clock;

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Phone {
    /// Unique in the service.
    pub id: String,
    /// As printed, with spaces.
    pub number: String,
    /// `voice`, `sms`, `text` or `fax`.
    pub kind: String,
    /// `free`, `bill_unknown`, `in_call_log`…
    #[serde(default)]
    pub cost_visibility: Vec<String>,
    /// Which number it is, when there are several.
    pub label: Option<Text>,
    /// How well it is known.
    #[serde(flatten)]
    pub known: Known,
}

/// Another way to reach a service.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Channel {
    /// Unique in the service.
    pub id: String,
    /// `chat`, `mail`, `web`, `app`, `form`, `walk_in`, `online_booking`.
    pub kind: String,
    /// Address, as text.
    pub address: Option<String>,
    /// How well it is known.
    #[serde(flatten)]
    pub known: Known,
}

/// A row of hours.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Hours {
    /// Phone, channel or place that it holds for.
    pub channel: String,
    /// `WEEKLY`, or `HOLIDAYS`: on public holidays only.
    pub freq: String,
    /// `MO` to `SU`.
    #[serde(default)]
    pub byday: Vec<String>,
    /// Local time; none when only the days are known.
    pub opens_at: Option<Clock>,
    /// Local time; one before `opens_at` is on the next day.
    pub closes_at: Option<Clock>,
    /// First day.
    pub valid_from: Option<String>,
    /// Last day.
    pub valid_until: Option<String>,
    /// `open`, `closed` or `unknown` on public holidays.
    #[serde(default)]
    pub holidays: String,
    /// Service that picks up.
    pub answered_by: Option<String>,
    /// Languages at these hours.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Only with an appointment.
    #[serde(default)]
    pub by_appointment: bool,
    /// How well it is known.
    #[serde(flatten)]
    pub known: Known,
}
