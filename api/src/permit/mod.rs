//! Weapons permits online: a file from the first answer to the years after the
//! grant. The law is data (`content/permits`); this noun keeps what people hand
//! in, lets them follow it, and gives the back-office its rows.
//!
//! - `file`, `page`: what an applicant does, and the pages for it;
//! - `desk`: what the office does; `after`, `job`, `mail`, `bounce`: what comes of itself;
//! - `entity`: the tables;
//! - `keys`: the keys of the house; `keyring`: that they belong to the records; `rewrap`: that
//!   an old one can go;
//! - `vault`: documents, encrypted at rest;
//! - `uploads`: how many people hand something in at once;
//! - `sealed`: small texts, encrypted with the key of their file;
//! - `form` (crate `safe-permits`): what is asked, and what follows from the answers;
//! - `mandate`: several people of one company with the same file;
//! - `procedures`, `eligibility`, `view`: the law as data and as questions, for programs;
//! - `which`: the same questions as pages;
//! - `api`, `verify`, `statistics`, `counted`: files, letters and figures for programs;
//! - `reminder`: which reminder has its turn; `announce`: mails about fees, and about silence;
//! - `numbers`: days and numbers as people print them; `erase`: true deletion.

pub mod after;
mod announce;
pub mod api;
mod bounce;
mod counted;
pub mod desk;
mod eligibility;
pub mod entity;
pub mod erase;
pub mod file;
pub mod job;
pub mod keyring;
pub mod keys;
pub mod mail;
pub mod mandate;
pub mod numbers;
pub(crate) mod page;
mod procedures;
mod reminder;
pub mod rewrap;
pub mod sealed;
mod statistics;
mod uploads;
pub mod vault;
mod verify;
mod view;
pub mod weapon;
mod which;

use std::sync::Arc;

use crate::account::citizen::Provider;
use crate::config::Config;
use crate::help::Holidays;
use counted::Counted;
use keys::Keys;
use uploads::Uploads;
use vault::{Pictures, Scanner, Store};

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
    pub uploads: Uploads,
    /// The thread that makes pictures anew.
    pub pictures: Arc<Pictures>,
    /// The last count of the statistics.
    pub counted: Counted<statistics::PermitStatistics>,
}

impl Permits {
    /// Opens the vault with the keys of the house.
    ///
    /// # Errors
    /// A folder cannot be read or made, or no thread be started.
    pub fn open(config: &Config, keys: Keys, store: Arc<dyn Store>) -> anyhow::Result<Self> {
        Ok(Self {
            holidays: Holidays::load(&config.site.content_dir)?,
            rows: desk::Rows::load(&config.site.content_dir)?,
            keys,
            store,
            scanner: Scanner::new(&config.vault.clamd, config.vault.clamd_wait_s),
            provider: Provider::new(config)?,
            uploads: Uploads::new(config),
            pictures: Arc::new(Pictures::start()?),
            counted: Counted::default(),
        })
    }
}
