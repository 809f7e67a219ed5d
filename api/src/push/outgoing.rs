//! What one publication says, ready to be sealed for every phone it concerns.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, bail};
use bytes::Bytes;
use safe_courier::{Topic, Urgency};
use sea_orm::{DatabaseConnection, EntityTrait};
use uuid::Uuid;

use super::entity::shard;
use super::message::{self, Subject};
use super::receipt::Receipts;
use super::roster::Reach;
use crate::alert::content;
use crate::alert::entity::{self, publication};
use crate::app::World;
use crate::i18n::Lang;

/// Texts of one publication.
pub struct Outgoing {
    /// Version of the publication, 0 for a test.
    pub version: i64,
    /// Chain.
    pub event_id: Uuid,
    /// Whom it concerns.
    pub reach: Reach,
    /// How soon phones should show it.
    pub urgency: Urgency,
    /// Name under which a newer message replaces one not yet delivered.
    pub topic: Topic,
    texts: Vec<Bytes>,
    short: Vec<Bytes>,
    withdrawn: AtomicBool,
}

impl Outgoing {
    /// The texts of a shard's publication.
    ///
    /// # Errors
    /// The database does not answer, a row is missing, or a text is not the
    /// one that two people agreed on.
    pub async fn load(
        db: &DatabaseConnection,
        world: &World,
        receipts: &Receipts,
        shard: &shard::Model,
    ) -> anyhow::Result<Arc<Self>> {
        if shard.version == 0 {
            return Ok(Arc::new(Self::test(world, receipts)));
        }
        let publication = publication::Entity::find_by_id(shard.version)
            .one(db)
            .await?
            .context("a shard without its publication")?;
        let alert =
            entity::Entity::find_by_id(shard.alert_id).one(db).await?.context("a shard without its alert")?;
        let cap: safe_cap::Alert =
            serde_json::from_str(&publication.event).context("a publication is damaged")?;
        let first = matches!(publication.kind.as_str(), "published" | "updated");
        if first && content::hash(&cap) != alert.content_hash {
            bail!("the texts of publication {} are not those that were approved", shard.version);
        }
        let subject = Subject {
            cap: &cap,
            id: alert.id,
            event_id: alert.event_id,
            revision: alert.revision,
            kind: &publication.kind,
            version: publication.version,
        };
        let make = |most| -> Vec<Bytes> {
            Lang::all().map(|lang| message::of_alert(&subject, lang, world, most).into()).collect()
        };
        Ok(Arc::new(Self {
            version: shard.version,
            event_id: alert.event_id,
            reach: Reach::of(&alert),
            urgency: if alert.reach_severity_rank >= 3 { Urgency::High } else { Urgency::Normal },
            topic: Topic::of(&alert.event_id.to_string()),
            texts: make(message::MOST_BYTES),
            short: make(message::SHORT_BYTES),
            withdrawn: AtomicBool::new(false),
        }))
    }

    fn test(world: &World, receipts: &Receipts) -> Self {
        let receipt = receipts.make(world.clock.now_ms());
        let texts: Vec<Bytes> =
            Lang::all().map(|lang| message::of_test(lang, world, &receipt).into()).collect();
        Self {
            version: 0,
            event_id: Uuid::nil(),
            reach: Reach::everybody(),
            urgency: Urgency::High,
            topic: Topic::of("test"),
            short: texts.clone(),
            texts,
            withdrawn: AtomicBool::new(false),
        }
    }

    /// The text of a language; the short form for push services that take less.
    #[must_use]
    pub fn text(&self, lang: Lang, short: bool) -> &Bytes {
        if short { &self.short[lang.index()] } else { &self.texts[lang.index()] }
    }

    /// A newer message of the chain is out: nothing more of this one is sent.
    pub fn withdraw(&self) {
        self.withdrawn.store(true, Ordering::Relaxed);
    }

    /// Whether a newer message of the chain is out.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.withdrawn.load(Ordering::Relaxed)
    }
}
