//! Telling phones, as fast as the machine allows and without losing anybody.
//!
//! - `asked`, `guard`, `subscriptions`, `routes`, `import`: phones come, change and go;
//! - `plan`: a publication leaves durable shards, in its own transaction;
//! - `roster`: subscribers in memory with prepared key agreements;
//! - `worker`, `line`, `sender`, `shards`, `lease`, `owner`: lease shards, hand over, settle;
//! - `outgoing`, `message`, `receipt`, `batch`, `vapid`: what a phone is told, sealed just in
//!   time;
//! - `doubt`: when a push service is not believed that phones are gone;
//! - `delivery`, `counted`, `watch`: what operators see of it.
//!
//! Only this noun opens connections to push services. An endpoint is a secret:
//! it is in no log, no error and no metric.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use safe_sealing::VapidKey;

use crate::account::random_token;
use crate::alert::entity::Model as Alert;
use crate::config::Config;

mod asked;
mod batch;
mod counted;
pub mod delivery;
mod doubt;
pub mod entity;
mod guard;
pub mod import;
mod lease;
mod line;
pub(crate) mod message;
mod outgoing;
mod owner;
pub mod plan;
mod receipt;
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
    /// Reads the keys, made on first start.
    ///
    /// # Errors
    /// A key file cannot be read or written.
    pub fn new(config: &Config, sends: bool) -> anyhow::Result<Self> {
        let keys = config.data_dir.join("keys");
        crate::private::folder(&keys).with_context(|| format!("{} cannot be made", keys.display()))?;
        let file = if config.push.vapid_key_file.as_os_str().is_empty() {
            keys.join("vapid.pem")
        } else {
            config.push.vapid_key_file.clone()
        };
        let vapid = if file.exists() {
            let text = std::fs::read_to_string(&file)
                .with_context(|| format!("{} cannot be read", file.display()))?;
            VapidKey::from_pem(&text).with_context(|| format!("{} holds no P-256 key", file.display()))?
        } else {
            let key = VapidKey::generate().context("no VAPID key can be made")?;
            write_secret(&file, &key.to_pem().context("the VAPID key cannot be written")?)?;
            key
        };
        let code_file = keys.join("rehearsal-code");
        let rehearsal_code = if code_file.exists() {
            std::fs::read_to_string(&code_file).context("the rehearsal code cannot be read")?
        } else {
            let code = random_token()?[..12].to_owned();
            write_secret(&code_file, &code)?;
            code
        };
        let roster = sends.then(Arc::default);
        let receipts = receipt::Receipts::new(&vapid)?;
        let watch = watch::Watch::default();
        let rehearsal_code = rehearsal_code.trim().to_owned();
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

    /// How many of an open shard are meant; a process that does not send only
    /// knows the size of the range.
    #[must_use]
    pub fn count(&self, alert: &Alert, shard: &entity::shard::Model) -> i64 {
        match &self.roster {
            Some(roster) => self.counted.of(shard, || roster.count(alert, shard)),
            None => shard.end_slot - shard.first_slot,
        }
    }

    /// How many phones an alert would reach, if this process knows.
    #[must_use]
    pub fn reach(&self, reach: &roster::Reach) -> Option<i64> {
        let roster = self.roster.as_ref()?;
        let count = |id: i32| roster.slots(id).count(0, i64::MAX, reach);
        Some(roster.origin_ids().into_iter().map(count).sum())
    }
}

/// Writes a file that only its owner reads.
fn write_secret(path: &Path, text: &str) -> anyhow::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("{} cannot be made", path.display()))?;
    file.write_all(text.as_bytes()).with_context(|| format!("{} cannot be written", path.display()))
}
