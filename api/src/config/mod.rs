//! Settings: embedded defaults, then a file, then the environment.
//!
//! `config.toml` is compiled in and is the manual; the structs here only say
//! the types. Unknown keys are refused, so a misspelt setting never passes.

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use figment::Figment;
use figment::providers::{Env, Format, Toml};
use serde::Deserialize;

mod alerts;
mod feeds;
mod limits;
mod links;
mod listener;
mod mail;
mod payments;
mod people;
mod records;
mod site;
mod vault;

pub use alerts::{Alerts, Push};
pub use feeds::{FeedSource, Feeds};
pub use limits::Limits;
pub use links::Links;
pub use listener::Http;
pub use mail::Mail;
pub use payments::Payments;
pub use people::{Claims, Identity, Sessions};
pub use records::{Database, Queue};
pub use site::{Search, Site};
pub use vault::{S3, Vault};

/// The defaults and the manual.
pub const DEFAULTS: &str = include_str!("../../config.toml");

/// Whether this system may hold demonstration data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Pages are marked, demonstration identities are allowed.
    Demo,
    /// Real service: demonstration settings are refused at start.
    Production,
}

/// All settings of one process.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Demonstration or real service.
    pub mode: Mode,
    /// Folder of what the embedded defaults write.
    pub data_dir: PathBuf,
    /// HTTP listener.
    pub http: Http,
    /// Records.
    pub database: Database,
    /// The static portal.
    pub site: Site,
    /// What our CAP messages say.
    pub alerts: Alerts,
    /// Web Push.
    pub push: Push,
    /// Staff sessions.
    pub sessions: Sessions,
    /// Citizens' sessions.
    pub citizens: Sessions,
    /// Who citizens are.
    pub identity: Identity,
    /// Applicants' documents.
    pub vault: Vault,
    /// Where fees are paid.
    pub payments: Payments,
    /// Mails.
    pub mail: Mail,
    /// Rates and sizes.
    pub limits: Limits,
    /// Search engine.
    pub search: Search,
    /// News between processes.
    pub queue: Queue,
    /// CAP feeds that are read.
    pub feeds: Feeds,
    /// Links of our pages to others.
    pub links: Links,
}

impl Config {
    /// Reads defaults, then `file`, then `SAFE__…` of the environment.
    ///
    /// # Errors
    /// A file that cannot be read, an unknown key, a value of the wrong type or
    /// a contradiction, each naming the key.
    pub fn load(file: Option<&Path>) -> anyhow::Result<Self> {
        let mut figment = Figment::from(Toml::string(DEFAULTS));
        if let Some(path) = file {
            ensure!(path.is_file(), "the settings file {} cannot be read", path.display());
            figment = figment.merge(Toml::file_exact(path));
        }
        let config: Self =
            figment.merge(Env::prefixed("SAFE__").split("__")).extract().context("a setting is wrong")?;
        config.validate()?;
        Ok(config)
    }

    /// Looks for contradictions, and for what production refuses.
    ///
    /// # Errors
    /// The first contradiction, naming the keys.
    pub fn validate(&self) -> anyhow::Result<()> {
        ensure!(!self.http.base_url.ends_with('/'), "http.base_url must not end with a slash");
        ensure!(
            self.push.shard_size >= 1 && self.push.lease_s >= 1,
            "push.shard_size and push.lease_s must be at least 1"
        );
        ensure!(
            self.alerts.signing_key_file.as_os_str().is_empty()
                == self.alerts.signing_certificate_file.as_os_str().is_empty(),
            "alerts.signing_key_file and alerts.signing_certificate_file go together"
        );
        for proxy in &self.http.trusted_proxies {
            let known = crate::http::Network::parse(proxy).is_some();
            ensure!(known, "http.trusted_proxies: {proxy} is neither an address nor a network");
        }
        self.feeds.validate()?;
        self.vault.s3.validate()?;
        safe_sealing::Subject::parse(&self.push.subject)
            .map_err(|error| anyhow::anyhow!("push.subject: {error}"))?;
        if self.mode == Mode::Production {
            ensure!(
                !self.push.allow_private_endpoints && self.push.extra_root_file.as_os_str().is_empty(),
                "production refuses push.allow_private_endpoints and push.extra_root_file"
            );
            ensure!(
                !self.feeds.allow_private_addresses && !self.links.allow_private_addresses,
                "production refuses feeds.allow_private_addresses and links.allow_private_addresses"
            );
            ensure!(
                !self.identity.demo && !self.identity.allow_http,
                "production refuses identity.demo and identity.allow_http"
            );
            ensure!(self.http.base_url.starts_with("https://"), "production needs an https:// http.base_url");
        }
        Ok(())
    }

    /// Address of the database, the default made from the data folder.
    #[must_use]
    pub fn database_url(&self) -> String {
        use secrecy::ExposeSecret;
        let url = self.database.url.expose_secret();
        if url.is_empty() {
            format!("sqlite://{}?mode=rwc", self.data_dir.join("safe.sqlite").display())
        } else {
            url.to_owned()
        }
    }

    /// Whether browsers reach us with TLS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.http.base_url.starts_with("https://")
    }

    /// Folder of applicants' documents.
    #[must_use]
    pub fn vault_dir(&self) -> PathBuf {
        self.or_in_data(&self.vault.dir, "vault")
    }

    /// File of the keys of the vault.
    #[must_use]
    pub fn vault_keys_file(&self) -> PathBuf {
        self.or_in_data(&self.vault.keys_file, "vault.keys")
    }

    /// Folder of outgoing mails.
    #[must_use]
    pub fn mail_dir(&self) -> PathBuf {
        self.or_in_data(&self.mail.outbox_dir, "mail")
    }

    fn or_in_data(&self, given: &Path, name: &str) -> PathBuf {
        if given.as_os_str().is_empty() { self.data_dir.join(name) } else { given.to_owned() }
    }

    /// Folder of the built portal.
    #[must_use]
    pub fn site_dir(&self) -> PathBuf {
        if self.site.dir.as_os_str().is_empty() { self.data_dir.join("site") } else { self.site.dir.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_defaults_are_valid() {
        let config = Config::load(None).expect("defaults");
        assert_eq!(config.mode, Mode::Demo);
        assert!(config.database_url().starts_with("sqlite://data"));
    }

    #[test]
    fn a_misspelt_key_is_refused() {
        let folder = std::env::temp_dir().join(format!("safe-config-{}", std::process::id()));
        std::fs::write(&folder, "[http]\nlisteen = \"x\"\n").expect("write");
        let error = Config::load(Some(&folder)).expect_err("unknown key");
        assert!(format!("{error:#}").contains("listeen"), "{error:#}");
        std::fs::remove_file(folder).expect("remove");
    }
}
