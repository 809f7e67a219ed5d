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
        Self::new(-1, 0, Vec::new())
    }

    fn new(version: i64, changed_at_ms: i64, alerts: Vec<Arc<Shown>>) -> Self {
        let slots = 3 * (Lang::all().len() + 1);
        let bodies = (0..slots).map(|_| OnceLock::new()).collect();
        Self { version, changed_at_ms, alerts, bodies }
    }

    /// The same at a later moment, out of what is in memory: what is over by time is shown as
    /// over, and what ended long enough ago is gone. While the database cannot note an end,
    /// nobody reads an alert as active after it. None when nothing has changed by itself.
    #[must_use]
    pub fn at(&self, now_ms: i64, ended_visible_h: i64) -> Option<Self> {
        let turned = |shown: &Arc<Shown>| turn_ms(shown, ended_visible_h) <= now_ms;
        if !self.alerts.iter().any(turned) {
            return None;
        }
        // Several turns may have passed at once: an end, and the day after it.
        let mut changed_at_ms = self.changed_at_ms;
        let mut alerts = Vec::with_capacity(self.alerts.len());
        for shown in &self.alerts {
            let mut shown = shown.clone();
            loop {
                let turn = turn_ms(&shown, ended_visible_h);
                if turn > now_ms {
                    alerts.push(shown);
                    break;
                }
                changed_at_ms = changed_at_ms.max(turn);
                if shown.row.ended_at_ms.is_some() {
                    break;
                }
                shown = Arc::new(Shown::clone(&shown).at(turn));
            }
        }
        Some(Self::new(self.version, changed_at_ms, alerts))
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
            match rows.remove(&mark.id).map(Shown::new) {
                Some(Ok(shown)) => alerts.push(Arc::new(shown)),
                Some(Err(error)) => tracing::error!(error = format!("{error:#}"), "an alert is left out"),
                None => {}
            }
        }
        Ok(Self::new(version, changed_at_ms, alerts))
    }

    /// When it changes by itself: the next end, or the next day gone by.
    #[must_use]
    pub fn stale_at_ms(&self, ended_visible_h: i64) -> i64 {
        self.alerts.iter().map(|shown| turn_ms(shown, ended_visible_h)).min().unwrap_or(i64::MAX)
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

/// When an alert changes by itself: its end or that of what it tells first, and after it the
/// moment when lists leave it out.
fn turn_ms(shown: &Shown, ended_visible_h: i64) -> i64 {
    match shown.row.ended_at_ms {
        Some(ended) => ended + ended_visible_h * 3_600_000,
        None => shown.turn_ms(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR_MS: i64 = 3_600_000;
    const BEGIN_MS: i64 = 1_795_248_000_000;

    /// A storm that became public at the beginning: hail for an hour, wind for three.
    fn storm() -> Arc<Shown> {
        let at = |hours: i64| clock::rfc3339(BEGIN_MS + hours * HOUR_MS);
        let block = |event: &str, severity: &str, hours: i64| {
            serde_json::json!({ "language": "fr-BE", "category": ["Met"], "event": event,
                "urgency": "Expected", "severity": severity, "certainty": "Likely",
                "expires": at(hours) })
        };
        let cap = serde_json::json!({ "identifier": "storm", "sender": "warnings@example.org",
            "sent": at(0), "status": "Actual", "msgType": "Alert", "scope": "Public",
            "info": [block("Vent", "Minor", 3), block("Grêle", "Severe", 1)] });
        let id = Uuid::now_v7();
        let row = entity::Model {
            id,
            event_id: id,
            identifier: "storm".to_owned(),
            revision: 1,
            predecessor_id: None,
            state: "published".to_owned(),
            status: "Actual".to_owned(),
            channel: Channel::Public.as_str().to_owned(),
            msg_type: "Alert".to_owned(),
            scenario: None,
            compose: String::new(),
            cap: cap.to_string(),
            origin: "file".to_owned(),
            areas: 1,
            reach_areas: 1,
            severity_rank: 3,
            reach_severity_rank: 3,
            categories: 1,
            reach_categories: 1,
            content_hash: String::new(),
            author_id: id,
            approver_id: None,
            created_at_ms: BEGIN_MS,
            changed_at_ms: BEGIN_MS,
            submitted_at_ms: None,
            published_at_ms: Some(BEGIN_MS),
            ended_at_ms: None,
            expires_at_ms: BEGIN_MS + 3 * HOUR_MS,
            version: 4,
            edition: 3,
        };
        Arc::new(Shown::new(row).expect("a storm"))
    }

    /// What a snapshot tells first of its alert, in which state, and since when.
    fn told(snapshot: &Snapshot, world: &World) -> Option<(String, &'static str, i64)> {
        let view = snapshot.alerts.first()?.words(Some(Lang::FR), &world.areas, &world.config)?;
        Some((view.headline, view.state, (snapshot.changed_at_ms - BEGIN_MS) / HOUR_MS))
    }

    #[test]
    fn time_passes_the_same_way_in_steps_and_at_once() {
        let mut config = crate::config::Config::load(None).expect("defaults");
        config.site.content_dir = "../content".into();
        let world = World::load(config).expect("content");
        let first = Snapshot::new(7, BEGIN_MS, vec![storm()]);
        assert!(first.at(BEGIN_MS + HOUR_MS - 1, 24).is_none(), "nothing changes before the first end");
        let mut stepped = Snapshot::new(7, BEGIN_MS, vec![storm()]);
        for (hours, wanted) in [
            (0, Some(("Grêle".to_owned(), "active", 0))),
            (1, Some(("Vent".to_owned(), "active", 1))),
            (2, Some(("Vent".to_owned(), "active", 1))),
            (3, Some(("Vent".to_owned(), "expired", 3))),
            (26, Some(("Vent".to_owned(), "expired", 3))),
            (27, None),
        ] {
            let now_ms = BEGIN_MS + hours * HOUR_MS;
            if let Some(later) = stepped.at(now_ms, 24) {
                stepped = later;
            }
            let at_once = first.at(now_ms, 24);
            let at_once = at_once.as_ref().unwrap_or(&first);
            assert_eq!(told(&stepped, &world), wanted, "after {hours} h");
            assert_eq!(told(at_once, &world), wanted, "after {hours} h at once");
            assert_eq!((at_once.changed_at_ms, at_once.version), (stepped.changed_at_ms, 7));
            assert!(stepped.stale_at_ms(24) > now_ms);
        }
        // What was published since is not undone by an end before it.
        let newer = Snapshot::new(8, BEGIN_MS + 2 * HOUR_MS, vec![storm()]);
        let later = newer.at(BEGIN_MS + 2 * HOUR_MS, 24).expect("hail is over");
        assert_eq!(later.changed_at_ms, BEGIN_MS + 2 * HOUR_MS);
    }
}
