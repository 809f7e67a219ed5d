//! Fees, deadlines, mails and periods of keeping.

use safe_casework::days;
use serde::Deserialize;

use super::rows::{Period, Text};

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
    /// Whether the first day counts.
    pub first_day_counts: bool,
    /// `none` or `next-working-day`.
    pub roll: String,
    /// The rule in words.
    pub text: Text,
    /// How sure it is.
    pub confidence: String,
}

impl DayCount {
    /// The rule, to count with.
    #[must_use]
    pub fn rule(&self) -> days::DayCount {
        let roll =
            if self.roll == "next-working-day" { days::Roll::NextWorkingDay } else { days::Roll::None };
        days::DayCount { first_day_counts: self.first_day_counts, roll }
    }
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

impl Deadline {
    /// Its length, to count with; none when only a threshold is known.
    #[must_use]
    pub fn period_of_time(&self) -> Option<days::Period> {
        let unit = match self.unit.as_deref()? {
            "days" => days::Unit::Days,
            "weeks" => days::Unit::Weeks,
            "months" => days::Unit::Months,
            "years" => days::Unit::Years,
            _ => return None,
        };
        Some(days::Period { amount: i32::try_from(self.amount?).ok()?, unit })
    }
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
