//! What a draft or a CAP message of another system becomes before it is kept.

use sea_orm::Set;
use uuid::Uuid;

use safe_cap::Alert;

use super::super::compose::{self, Stamp};
use super::super::draft::Draft;
use super::super::{Channel, content, entity};
use crate::app::State;
use crate::area::AreaSet;
use crate::error::{Error, Result};

/// What an alert is made from.
pub enum Input {
    /// Filled in by scenario.
    Draft(Box<Draft>),
    /// A CAP message of another system.
    Cap(Box<Alert>),
}

/// Content made ready for a row.
pub(super) struct Content {
    pub(super) cap: Alert,
    compose: String,
    scenario: Option<String>,
    areas: AreaSet,
    expires_ms: i64,
}

impl Content {
    /// # Errors
    /// The draft breaks rules.
    pub(super) fn ready(state: &State, input: Input, event_id: Uuid, identifier: &str) -> Result<Self> {
        let now_ms = state.clock.now_ms();
        match input {
            Input::Draft(draft) => {
                let faults = draft.faults(&state.scenarios, &state.areas, now_ms);
                if !faults.is_empty() {
                    return Err(Error::Invalid(faults));
                }
                let Some(scenario) = draft.scenario(&state.scenarios) else {
                    return Err(Error::invalid("scenario", "scenario-unknown"));
                };
                let stamp = Stamp { identifier: identifier.to_owned(), now_ms, event_id };
                let cap = compose::message(&draft, scenario, &state.areas, &state.config, &stamp);
                let compose = serde_json::to_string(&draft).map_err(|e| Error::Internal(e.into()))?;
                let after_h = Ord::max(scenario.expires_hours, 1);
                Ok(Self {
                    areas: draft.areas(&state.areas, now_ms),
                    expires_ms: content::expires_ms(&cap).unwrap_or(now_ms + after_h * 3_600_000),
                    scenario: Some(scenario.id.clone()),
                    cap,
                    compose,
                })
            }
            Input::Cap(cap) => {
                let default = now_ms + state.config.alerts.default_expires_h * 3_600_000;
                Ok(Self {
                    areas: content::areas_of(&cap, &state.areas),
                    expires_ms: content::expires_ms(&cap).unwrap_or(default),
                    scenario: None,
                    compose: String::new(),
                    cap: *cap,
                })
            }
        }
    }

    /// The channel under which it is kept until it is issued.
    pub(super) fn channel(&self) -> Channel {
        Channel::kept(self.cap.status)
    }

    /// Writes itself into a row that nobody has approved: who is told is who it is about.
    ///
    /// # Errors
    /// The message cannot be kept.
    pub(super) fn fill(self, row: &mut entity::ActiveModel, channel: Channel) -> Result<()> {
        row.status = Set(self.cap.status.as_str().to_owned());
        row.channel = Set(channel.as_str().to_owned());
        row.scenario = Set(self.scenario);
        row.compose = Set(self.compose);
        row.cap = Set(super::to_json(&self.cap)?);
        row.areas = Set(self.areas.to_i32());
        row.reach_areas = Set(self.areas.to_i32());
        row.severity_rank = Set(content::severity_rank(&self.cap));
        row.reach_severity_rank = Set(content::severity_rank(&self.cap));
        row.categories = Set(content::categories(&self.cap));
        row.reach_categories = Set(content::categories(&self.cap));
        row.content_hash = Set(content::hash(&self.cap));
        row.expires_at_ms = Set(self.expires_ms);
        Ok(())
    }
}
