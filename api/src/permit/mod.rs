//! Weapons permits online: a file from the first answer to the years after the
//! grant. The law is data (`content/permits`); this noun keeps what people hand
//! in, lets them follow it, and gives the back-office its rows.
//!
//! - `entity`: the tables;
//! - `keys`: the keys of the house;
//! - `vault`: documents, encrypted at rest;
//! - `sealed`: small texts, encrypted with the key of their file;
//! - `form` (crate `safe-permits`): what is asked, and what follows from the answers;
//! - `mandate`: several people of one company with the same file;
//! - `procedures`, `eligibility`: the law as data and as questions, for programs;
//! - `which`: the same questions as pages.

pub mod after;
pub mod api;
mod bounce;
pub mod desk;
mod eligibility;
pub mod entity;
pub mod erase;
pub mod file;
pub mod job;
pub mod keys;
pub mod mail;
pub mod mandate;
pub mod numbers;
mod page;
mod procedures;
pub mod sealed;
mod statistics;
pub mod vault;
mod verify;
mod view;
mod which;

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::account::citizen::Provider;
use crate::config::Config;
use crate::help::Holidays;
use keys::Keys;
use vault::{Folder, Scanner, Store};

pub use page::configure;
pub(crate) use page::words;
pub use safe_permits::form;
pub use statistics::{configure_csv, configure_pages as configure_statistics};
pub use verify::configure_pages as configure_verify;
pub use which::configure as configure_which;

/// Registers what the law says, as data: procedures and eligibility.
pub fn configure_law(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config
        .configure(procedures::configure)
        .configure(eligibility::configure)
        .configure(verify::configure)
        .configure(statistics::configure);
}

/// What the permits hold in a process.
pub struct Permits {
    /// What only the office reads of the law.
    pub rows: desk::Rows,
    /// Public holidays, for counting days.
    pub holidays: Holidays,
    /// Keys of the house.
    pub keys: Keys,
    /// Where documents lie.
    pub store: Arc<dyn Store>,
    /// The malware scanner.
    pub scanner: Scanner,
    /// The identity provider of citizens, when there is one.
    pub provider: Option<Provider>,
    /// Places for uploads.
    pub uploads: Semaphore,
    /// One picture is made anew at a time.
    pub pictures: Arc<Semaphore>,
    /// The last count of the statistics.
    pub counted: statistics::Counted,
}

impl Permits {
    /// Opens keys and vault.
    ///
    /// # Errors
    /// A folder or the key file cannot be read or made.
    pub fn open(config: &Config) -> anyhow::Result<Self> {
        Ok(Self {
            holidays: Holidays::load(&config.site.content_dir)?,
            rows: desk::Rows::load(&config.site.content_dir)?,
            keys: Keys::load(&config.vault_keys_file())?,
            store: Arc::new(Folder::new(&config.vault_dir())?),
            scanner: Scanner::new(&config.vault.clamd, config.vault.clamd_wait_s),
            provider: Provider::new(config)?,
            uploads: Semaphore::new(config.vault.uploads_at_once.max(1)),
            pictures: Arc::new(Semaphore::new(1)),
            counted: statistics::Counted::default(),
        })
    }
}
