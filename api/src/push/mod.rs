//! Telling phones, as fast as the machine allows and without losing anybody.
//!
//! - `asked`, `guard`, `subscriptions`, `routes`, `import`: phones come, change and go;
//! - `plan`: a publication leaves durable shards, in its own transaction;
//! - `roster`: subscribers in memory with prepared key agreements;
//! - `worker`, `line`, `place`, `sender`, `again`, `shards`, `lease`, `owner`: lease shards,
//!   hand over, settle, try again;
//! - `identity`: the key and the code that belong to the subscriptions;
//! - `outgoing`, `message`, `receipt`, `batch`, `vapid`: what a phone is told, sealed just in
//!   time;
//! - `repeat`: when an older message was sent after a newer one;
//! - `doubt`: when a push service is not believed that phones are gone;
//! - `delivery`, `counted`, `watch`: what operators see of it.
//!
//! Only this noun opens connections to push services. An endpoint is a secret:
//! it is in no log, no error and no metric.

use std::sync::Arc;

use safe_sealing::VapidKey;
use sea_orm::{DatabaseConnection, DbErr};

use crate::alert::entity::Model as Alert;
use crate::config::Config;

mod again;
mod asked;
mod batch;
mod counted;
pub mod delivery;
mod doubt;
pub mod entity;
mod guard;
pub mod identity;
pub mod import;
mod lease;
mod line;
pub(crate) mod message;
mod outgoing;
mod owner;
mod place;
pub mod plan;
mod receipt;
mod repeat;
pub mod roster;
mod routes;
mod sender;
mod shards;
pub mod subscriptions;
pub mod vapid;
pub mod watch;
pub mod worker;

pub use routes::configure;

/// What the rest of the program holds of this noun.
pub struct Push {
    /// Key that identifies us to push services.
    pub vapid: VapidKey,
    /// Subscribers, when this process sends.
    pub roster: Option<Arc<roster::Roster>>,
    /// Push services that are held back.
    pub watch: watch::Watch,
    counted: counted::Counted,
    rehearsal_code: String,
    receipts: receipt::Receipts,
}

impl Push {
    /// Takes the key that belongs to the subscriptions.
    ///
    /// # Errors
    /// As [`identity::open`].
    pub async fn open(
        config: &Config,
        db: &DatabaseConnection,
        now_ms: i64,
        sends: bool,
    ) -> anyhow::Result<Self> {
        let identity::Identity { vapid, rehearsal_code } = identity::open(config, db, now_ms).await?;
        let roster = sends.then(Arc::default);
        let receipts = receipt::Receipts::new(&vapid)?;
        let watch = watch::Watch::default();
        Ok(Self { vapid, roster, watch, receipts, rehearsal_code, counted: counted::Counted::default() })
    }

    /// The code that enrols a phone for exercises.
    #[must_use]
    pub fn rehearsal_code(&self) -> &str {
        &self.rehearsal_code
    }

    /// Whether a code enrols a phone for exercises.
    #[must_use]
    pub fn is_rehearsal_code(&self, code: &str) -> bool {
        aws_lc_rs::constant_time::verify_slices_are_equal(
            code.trim().as_bytes(),
            self.rehearsal_code.as_bytes(),
        )
        .is_ok()
    }

    /// A phone came or changed.
    pub fn changed(&self, row: entity::subscription::Model) {
        if let Some(roster) = &self.roster {
            roster.apply(row);
        }
    }

    /// A phone left.
    pub fn forgot(&self, origin_id: i32, slot: i64) {
        if let Some(roster) = &self.roster {
            roster.forget(origin_id, slot);
        }
    }

    /// How many of an open shard are meant; a process that does not send asks the records.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn count(
        &self,
        db: &DatabaseConnection,
        alert: &Alert,
        shard: &entity::shard::Model,
    ) -> Result<i64, DbErr> {
        if let Some(known) = self.counted.known(shard) {
            return Ok(known);
        }
        let count = match &self.roster {
            Some(roster) => roster.count(alert, shard),
            None => subscriptions::count(db, alert, shard).await?,
        };
        self.counted.note(shard, count);
        Ok(count)
    }

    /// How many phones an alert would reach, if this process knows.
    #[must_use]
    pub fn reach(&self, reach: &roster::Reach) -> Option<i64> {
        let roster = self.roster.as_ref()?;
        let count = |id: i32| roster.slots(id).count(0, i64::MAX, reach);
        Some(roster.origin_ids().into_iter().map(count).sum())
    }
}
