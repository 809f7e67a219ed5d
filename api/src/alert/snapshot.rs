//! The one truth: what the public may see now, as ready bytes.
//!
//! Every view is rendered from the same snapshot, once per version and language,
//! on first use. A request copies bytes.

use std::sync::{Arc, OnceLock};

use sea_orm::DatabaseConnection;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::entity;
use super::view::{AlertView, Shown, public_state};
use super::wish::Wish;
use super::{Channel, atom, geojson};
use crate::app::World;
use crate::clock;
use crate::db::counter;
use crate::http::{Body, Reader};
use crate::i18n::Lang;

/// Body of `GET /alerts`.
#[derive(Serialize, ToSchema)]
pub struct AlertList {
    /// Version of the snapshot: it only grows.
    pub version: i64,
    /// When what it shows last changed: the same on every process, so that one version has
    /// the same bytes and the same `ETag` wherever it is asked.
    pub generated_at: String,
    /// Current alerts and those that ended within the last day, newest first.
    pub alerts: Vec<AlertView>,
}

/// Which rendering of the snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `GET /alerts`.
    Json,
    /// `GET /alerts.geojson`.
    GeoJson,
    /// `GET /alerts.atom`.
    Atom,
}

impl Form {
    /// A list in this form, and the languages of its texts. `query` is what the list was
    /// chosen by, as it stood in the address.
    #[must_use]
    pub fn render(self, list: &AlertList, lang: Option<Lang>, query: &str, world: &World) -> (Body, String) {
        let body = match self {
            Self::Json => Body::new(serde_json::to_vec(list).unwrap_or_default(), "application/json"),
            Self::GeoJson => {
                Body::new(geojson::collection(list).to_string().into_bytes(), "application/geo+json")
            }
            Self::Atom => {
                Body::new(atom::feed(list, lang, query, world), "application/atom+xml; charset=utf-8")
            }
        };
        (body, Reader(lang).language_of(list.alerts.iter().map(|alert| alert.lang.as_str())))
    }
}

/// What a channel shows at one version.
pub struct Snapshot {
    /// Place in the public sequence.
    pub version: i64,
    /// When this process made it.
    pub made_at_ms: i64,
    /// When what it shows last changed.
    pub changed_at_ms: i64,
    /// Newest first.
    pub alerts: Vec<Arc<Shown>>,
    bodies: Vec<OnceLock<(Body, String)>>,
}

impl Snapshot {
    /// Before anything was read.
    #[must_use]
    pub fn empty() -> Self {
        Self::new(-1, 0, 0, Vec::new())
    }

    fn new(version: i64, made_at_ms: i64, changed_at_ms: i64, alerts: Vec<Arc<Shown>>) -> Self {
        let slots = 3 * (Lang::all().len() + 1);
        let bodies = (0..slots).map(|_| OnceLock::new()).collect();
        Self { version, made_at_ms, changed_at_ms, alerts, bodies }
    }

    /// The same at a later moment, out of what is in memory: what is over by time is shown as
    /// over, and what ended long enough ago is gone. While the database cannot note an end,
    /// nobody reads an alert as active after it.
    #[must_use]
    pub fn at(&self, now_ms: i64, ended_visible_h: i64) -> Self {
        let visible_ms = ended_visible_h * 3_600_000;
        let over = |shown: &Shown| shown.row.ended_at_ms.is_none() && shown.row.expires_at_ms <= now_ms;
        let ended = |shown: &Arc<Shown>| match shown.row.ended_at_ms {
            None if over(shown) => Arc::new(shown.expired()),
            _ => shown.clone(),
        };
        let gone = |shown: &Shown| shown.row.ended_at_ms.is_some_and(|at| at + visible_ms <= now_ms);
        let alerts = self.alerts.iter().map(ended).filter(|shown| !gone(shown)).collect();
        Self::new(self.version, now_ms, self.stale_at_ms(ended_visible_h).min(now_ms), alerts)
    }

    /// Reads a channel. The version is read first: a change in between makes
    /// the next look find a newer one, never a hidden one. Alerts that have not changed since
    /// the snapshot before are shared with it: a publication reads and parses itself alone,
    /// however many others there are.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn load(
        db: &DatabaseConnection,
        world: &World,
        channel: Channel,
        before: &Self,
    ) -> anyhow::Result<Self> {
        let version = counter::read(db, "alerts").await?.value;
        let now_ms = world.clock.now_ms();
        let visible_ms = world.config.alerts.ended_visible_h * 3_600_000;
        let since = now_ms - visible_ms;
        let left_at = entity::last_left(db, channel, since).await?.map(|ended| ended + visible_ms);
        // Before the first alert there is no change to name.
        let changed_at_ms = entity::publication::last_at(db, channel).await?.max(left_at).unwrap_or(now_ms);
        let marks = entity::visible(db, channel, since).await?;
        let known = |mark: &entity::Mark| {
            before.alerts.iter().find(|shown| {
                (shown.row.id, shown.row.version, &shown.row.state) == (mark.id, mark.version, &mark.state)
            })
        };
        let changed = marks.iter().filter(|mark| known(mark).is_none()).map(|mark| mark.id).collect();
        let mut rows = entity::of_ids(db, changed).await?;
        let mut alerts = Vec::with_capacity(marks.len());
        for mark in &marks {
            if let Some(shown) = known(mark) {
                alerts.push(shown.clone());
                continue;
            }
            match rows.remove(&mark.id).map(|row| Shown::new(row, &world.areas)) {
                Some(Ok(shown)) => alerts.push(Arc::new(shown)),
                Some(Err(error)) => tracing::error!(error = format!("{error:#}"), "an alert is left out"),
                None => {}
            }
        }
        Ok(Self::new(version, now_ms, changed_at_ms, alerts))
    }

    /// When it changes by itself: the next end, or the next day gone by.
    #[must_use]
    pub fn stale_at_ms(&self, ended_visible_h: i64) -> i64 {
        self.alerts
            .iter()
            .map(|shown| match shown.row.ended_at_ms {
                Some(ended) => ended + ended_visible_h * 3_600_000,
                None => shown.row.expires_at_ms,
            })
            .min()
            .unwrap_or(i64::MAX)
    }

    /// Active alerts, worst first.
    #[must_use]
    pub fn active(&self) -> Vec<&Shown> {
        let mut active: Vec<_> = self
            .alerts
            .iter()
            .map(Arc::as_ref)
            .filter(|shown| public_state(&shown.row.state) == "active")
            .collect();
        active.sort_by_key(|shown| (-shown.row.severity_rank, -shown.row.version));
        active
    }

    /// The newest alert of a chain or of one of its rows.
    #[must_use]
    pub fn find(&self, id: Uuid) -> Option<&Shown> {
        self.alerts.iter().map(Arc::as_ref).find(|shown| shown.row.id == id || shown.row.event_id == id)
    }

    /// The bytes of one view in one language, made on first use, and the languages of
    /// its texts.
    pub fn body(&self, form: Form, lang: Option<Lang>, world: &World) -> &(Body, String) {
        let place = lang.map_or(0, |lang| lang.index() + 1) * 3 + form as usize;
        self.bodies[place]
            .get_or_init(|| form.render(&self.list(&lang.into(), world, |_| true), lang, "", world))
    }

    /// The alerts that pass a filter.
    pub fn list(&self, wish: &Wish, world: &World, keep: impl Fn(&Shown) -> bool) -> AlertList {
        AlertList {
            version: self.version,
            generated_at: clock::rfc3339(self.changed_at_ms),
            alerts: self
                .alerts
                .iter()
                .filter(|shown| keep(shown))
                .filter_map(|shown| shown.view_for(wish, &world.areas, &world.config))
                .collect(),
        }
    }
}
