//! An alert as the public reads it. Every field is always present: null, not
//! missing.

use std::sync::OnceLock;

use safe_cap::{Alert, Info};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::blocks;
use super::compose;
use super::content;
use super::entity::Model;
use super::wish::{self, Wish};
use crate::area::{AreaSet, Areas};
use crate::clock;
use crate::config::Config;
use crate::http::Body;
use crate::i18n::Lang;

/// One municipality of an alert.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AreaView {
    /// NIS code.
    pub nis: String,
    /// Name in the language of the answer.
    pub name: String,
}

/// One alert in one language.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AlertView {
    /// Id of this alert.
    pub id: Uuid,
    /// Stable id of its chain: updates share it; it is the `tag` of pushes.
    pub event_id: Uuid,
    /// active, ended, cancelled or expired.
    pub state: &'static str,
    /// CAP status.
    pub status: String,
    /// CAP message type of the latest message.
    pub msg_type: String,
    /// Place in the chain, from 1.
    pub revision: i32,
    /// Kind of event.
    pub event: String,
    /// CAP categories.
    pub category: Vec<String>,
    /// CAP severity.
    pub severity: String,
    /// CAP urgency.
    pub urgency: String,
    /// CAP certainty.
    pub certainty: String,
    /// CAP response types.
    pub response_type: Vec<String>,
    /// Language of the texts; `fr, nl` when none was asked for.
    pub lang: String,
    /// Languages in which the alert exists.
    pub languages: Vec<String>,
    /// One line.
    pub headline: String,
    /// What is going on.
    #[schema(required)]
    pub description: Option<String>,
    /// What to do now.
    #[schema(required)]
    pub instruction: Option<String>,
    /// Who issues it.
    #[schema(required)]
    pub sender_name: Option<String>,
    /// The one contact for those concerned.
    #[schema(required)]
    pub contact: Option<String>,
    /// communal, provincial or federal.
    #[schema(required)]
    pub level: Option<String>,
    /// Scenario, if it was composed from one.
    #[schema(required)]
    pub scenario: Option<String>,
    /// Municipalities.
    pub areas: Vec<AreaView>,
    /// Where it holds, GeoJSON; never null.
    #[schema(value_type = Object)]
    pub geometry: serde_json::Value,
    /// When the latest message was sent.
    pub sent: String,
    /// From when the information holds.
    pub effective: String,
    /// When the event starts, if known.
    #[schema(required)]
    pub onset: Option<String>,
    /// When the alert ends by itself.
    pub expires: String,
    /// When it ended, was cancelled or expired.
    #[schema(required)]
    pub ended: Option<String>,
    /// When the next news comes.
    #[schema(required)]
    pub next_update: Option<String>,
    /// Earlier messages of the chain: `sender,identifier,sent`.
    pub references: Vec<String>,
    /// CAP identifier of the latest message.
    pub identifier: String,
    /// Version of the snapshot in which it last changed.
    pub version: i64,
    /// Its page.
    pub web: String,
    /// Its CAP message.
    pub cap: String,
}

/// The public word for a stored state.
#[must_use]
pub fn public_state(stored: &str) -> &'static str {
    match stored {
        "ended" => "ended",
        "cancelled" => "cancelled",
        "expired" => "expired",
        _ => "active",
    }
}

/// What is the same in every language, kept beside the message.
#[derive(Clone)]
pub struct Shown {
    /// The row, without the text of its message.
    pub row: Model,
    /// Its message.
    pub cap: Alert,
    /// The moment at which it is judged which block comes first.
    at_ms: i64,
    /// When another block comes first, if one ever does.
    next_lead_ms: Option<i64>,
    /// Where, computed on first use: many answers do not say it.
    geometry: OnceLock<serde_json::Value>,
    /// The message as a file, signed on first use.
    pub file: OnceLock<Body>,
}

impl Shown {
    /// Makes a row ready for views.
    ///
    /// # Errors
    /// The row was damaged.
    pub fn new(mut row: Model) -> anyhow::Result<Self> {
        let cap = row.message()?;
        // The text of a message with its outlines in eight languages is most of its memory.
        row.cap = String::new();
        let at_ms = row.changed_at_ms;
        let next_lead_ms = blocks::next_lead_ms(&cap, at_ms);
        Ok(Self { row, cap, at_ms, next_lead_ms, geometry: OnceLock::new(), file: OnceLock::new() })
    }

    /// When it changes by itself while it is active: its end, or that of the block that comes
    /// first.
    #[must_use]
    pub fn turn_ms(&self) -> i64 {
        self.next_lead_ms.map_or(self.row.expires_at_ms, |at| at.min(self.row.expires_at_ms))
    }

    /// The same at a later moment: over once its time is, also while nobody has noted that. What
    /// has ended stays as it was then.
    #[must_use]
    pub fn at(mut self, now_ms: i64) -> Self {
        if self.row.ended_at_ms.is_some() {
            return self;
        }
        if self.row.expires_at_ms <= now_ms {
            self.row.ended_at_ms = Some(self.row.expires_at_ms);
            "expired".clone_into(&mut self.row.state);
        }
        self.at_ms = now_ms;
        self.next_lead_ms = blocks::next_lead_ms(&self.cap, now_ms);
        self
    }

    /// A row as it stands at a moment: over, once its time is, noted or not.
    ///
    /// # Errors
    /// The row was damaged.
    pub fn as_of(row: Model, now_ms: i64) -> anyhow::Result<Self> {
        let shown = Self::new(row)?;
        Ok(if shown.row.state == "published" { shown.at(now_ms) } else { shown })
    }

    /// Where it holds, as GeoJSON; never null.
    fn geometry(&self, areas: &Areas) -> &serde_json::Value {
        let set = AreaSet::from_i32(self.row.areas);
        self.geometry.get_or_init(|| content::geometry(&self.cap, areas, set))
    }

    /// Its view. Without a language the texts stand in French and Dutch.
    #[must_use]
    pub fn view(&self, lang: Option<Lang>, areas: &Areas, config: &Config) -> Option<AlertView> {
        let view = self.words(lang, areas, config)?;
        Some(AlertView { geometry: self.geometry(areas).clone(), ..view })
    }

    /// Its view for a reader who may wish a language that only this alert has.
    #[must_use]
    pub fn view_for(&self, wish: &Wish, areas: &Areas, config: &Config) -> Option<AlertView> {
        let Some(info) = wish.block(&self.cap) else { return self.view(wish.lang, areas, config) };
        let beside = wish.lang.unwrap_or(Lang::EN);
        let view = self.told(info, wish::tag_of(info), beside, areas, config);
        Some(AlertView { geometry: self.geometry(areas).clone(), ..view })
    }

    /// Its view without where it holds, for pages, which tell that in words.
    #[must_use]
    pub fn words(&self, lang: Option<Lang>, areas: &Areas, config: &Config) -> Option<AlertView> {
        let Some(lang) = lang else { return self.bilingual(areas, config) };
        let info = content::info_for(&self.cap, lang)?;
        let spoken = Lang::parse(info.language()).map(|lang| lang.code().to_owned());
        Some(self.told(info, spoken.unwrap_or_else(|| wish::tag_of(info)), lang, areas, config))
    }

    /// What the blocks in the language of this one say. `spoken` is that language; names of
    /// places and the address of the page are in a language of the portal.
    fn told(&self, info: &Info, spoken: String, lang: Lang, areas: &Areas, config: &Config) -> AlertView {
        let row = &self.row;
        let info = blocks::leading(&self.cap, info, self.at_ms);
        let at = |value: &safe_cap::DateTime| clock::rfc3339(clock::ms_of(value.instant()));
        let text = |part: &Option<String>| part.clone().filter(|text| !text.trim().is_empty());
        let sent = at(&self.cap.sent);
        let same = blocks::of(&self.cap, info);
        AlertView {
            id: row.id,
            event_id: row.event_id,
            state: public_state(&row.state),
            status: self.cap.status.to_string(),
            msg_type: self.cap.msg_type.to_string(),
            revision: row.revision,
            event: info.event.clone(),
            category: blocks::categories(&self.cap, info).iter().map(ToString::to_string).collect(),
            severity: blocks::severity(&self.cap, info).to_string(),
            urgency: info.urgency.to_string(),
            certainty: info.certainty.to_string(),
            response_type: blocks::response_types(&same).iter().map(ToString::to_string).collect(),
            lang: spoken,
            languages: self.cap.languages().into_iter().map(str::to_owned).collect(),
            headline: text(&info.headline).unwrap_or_else(|| info.event.clone()),
            description: blocks::description(&same),
            instruction: blocks::text(&same, |info| info.instruction.as_ref()),
            sender_name: blocks::first(&same, |info| info.sender_name.as_ref()),
            contact: blocks::first(&same, |info| info.contact.as_ref()),
            level: content::parameter(info, compose::LEVEL_PARAMETER).map(str::to_owned),
            scenario: row.scenario.clone(),
            areas: areas
                .members(AreaSet::from_i32(row.areas))
                .map(|m| AreaView { nis: m.nis.clone(), name: m.name.in_lang(lang) })
                .collect(),
            geometry: serde_json::Value::Null,
            effective: info.effective.as_ref().map_or_else(|| sent.clone(), at),
            sent,
            onset: info.onset.as_ref().map(at),
            expires: clock::rfc3339(content::expires_ms(&self.cap).unwrap_or(row.expires_at_ms)),
            ended: row.ended_at_ms.map(clock::rfc3339),
            next_update: content::parameter(info, compose::NEXT_UPDATE_PARAMETER).map(str::to_owned),
            references: self.cap.references.iter().map(ToString::to_string).collect(),
            identifier: self.cap.identifier.clone(),
            version: row.version,
            web: compose::page_address(config, lang, row.event_id),
            cap: format!("{}/api/v1/alerts/{}.cap", config.http.base_url, row.id),
        }
    }

    fn bilingual(&self, areas: &Areas, config: &Config) -> Option<AlertView> {
        let mut both = self.words(Some(Lang::FR), areas, config)?;
        let other = self.words(Some(Lang::NL), areas, config)?;
        if both.lang == other.lang {
            return Some(both);
        }
        let lines = |a: Option<String>, b: Option<String>| match (a, b) {
            (Some(a), Some(b)) if a != b => Some(format!("{a}\n\n{b}")),
            (a, b) => a.or(b),
        };
        let joined = |a: &str, b: &str| if a == b { a.to_owned() } else { format!("{a} / {b}") };
        both.event = joined(&both.event, &other.event);
        both.headline = joined(&both.headline, &other.headline);
        both.description = lines(both.description, other.description);
        both.instruction = lines(both.instruction, other.instruction);
        both.sender_name = lines(both.sender_name, other.sender_name).map(|s| s.replace("\n\n", " / "));
        both.lang = format!("{}, {}", both.lang, other.lang);
        for (area, second) in both.areas.iter_mut().zip(&other.areas) {
            area.name = joined(&area.name, &second.name);
        }
        Some(both)
    }
}
