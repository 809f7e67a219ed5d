//! `deadlines.toml` and `limits.toml`.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Words;

/// Unit of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Weeks.
    Weeks,
    /// Months: same day of the month, else its last day.
    Months,
    /// Years.
    Years,
}

impl Unit {
    /// The word in the data, which also ends the Fluent id `permits-period-…`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        }
    }

    /// The day a number of units after another; before it when negative. A day that the
    /// month does not have becomes its last day.
    #[must_use]
    pub fn after(self, day: Date, amount: i32) -> Date {
        let span = match self {
            Self::Days => amount.days(),
            Self::Weeks => amount.weeks(),
            Self::Months => amount.months(),
            Self::Years => amount.years(),
        };
        day.saturating_add(span)
    }
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// How many.
    pub amount: i32,
    /// Of what.
    pub unit: Unit,
}

/// What a time limit rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeadlineKind {
    /// A legal text or an official source gives it.
    Statutory,
    /// Proposed; the service must confirm it.
    WorkingRule,
}

/// A time limit.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// What it rests on.
    pub kind: DeadlineKind,
    /// Who must act.
    #[serde(rename = "for")]
    pub acts: String,
    /// Event that starts the clock.
    pub from: String,
    /// How many units; none when only a threshold is known.
    #[serde(default)]
    pub amount: Option<i32>,
    /// Unit of the amount.
    #[serde(default)]
    pub unit: Option<Unit>,
    /// Length from which something must be done.
    #[serde(default)]
    pub threshold: Option<Period>,
    /// Rule by which days are counted.
    pub day_count: String,
    /// Whether the amount is a ceiling, chosen case by case.
    #[serde(default)]
    pub maximum: bool,
    /// How often it can be used.
    #[serde(default)]
    pub times: Option<u32>,
    /// Whether reasons have to be given.
    #[serde(default)]
    pub reasoned: bool,
    /// How it has to be notified.
    #[serde(default)]
    pub notified: Option<String>,
    /// What makes it void when it is missing.
    #[serde(default)]
    pub void_if_missing: Vec<String>,
    /// Row that may prolong it.
    #[serde(default)]
    pub extension: Option<String>,
    /// Row with which the sources disagree.
    #[serde(default)]
    pub alternative: Option<String>,
    /// Other possible start; the earlier date counts for the citizen.
    #[serde(default)]
    pub from_alternative: Option<String>,
    /// Whether it begins again.
    #[serde(default)]
    pub repeats: bool,
    /// Whether it is counted back from the event.
    #[serde(default)]
    pub before: bool,
    /// Days after the start on which to remind.
    #[serde(default)]
    pub reminders: Vec<i32>,
    /// Whether it stops the clock of the decision.
    #[serde(default)]
    pub suspends: bool,
    /// What it blocks.
    #[serde(default)]
    pub blocks: Option<String>,
    /// Row that follows.
    #[serde(default)]
    pub next: Option<String>,
    /// For whom it does not hold.
    #[serde(default)]
    pub except: Vec<String>,
    /// What follows when it is over.
    pub on_expiry: String,
    /// Its name.
    pub title: Words,
    /// What it means.
    pub text: Words,
}

impl Deadline {
    /// Its length, when it has one.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        Some(Period { amount: self.amount?, unit: self.unit? })
    }
}

/// Rule by which days are counted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DayCount {
    /// Whether the starting day counts.
    pub first_day_counts: bool,
    /// `none` or `next-working-day`.
    pub roll: String,
    /// Days that are no working days.
    #[serde(default)]
    pub not_working: Vec<String>,
    /// Which days count.
    pub counts: String,
    /// What a month without the day ends on.
    pub month_end: String,
    /// The rule in words.
    pub text: Words,
}

/// What is not settled.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OpenQuestion {
    /// Its id.
    pub id: String,
    /// Procedure it is about.
    #[serde(default)]
    pub procedure: Option<String>,
    /// The question.
    pub text: Words,
}

/// A number of the law that is neither fee nor period.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Its name.
    pub title: Words,
    /// The number.
    pub amount: i64,
    /// Of what.
    pub unit: String,
    /// In which time.
    #[serde(default)]
    pub per: Option<Period>,
    /// Row with which the sources disagree.
    #[serde(default)]
    pub alternative: Option<String>,
    /// Least number in a year.
    #[serde(default)]
    pub minimum_per_year: Option<i64>,
}
