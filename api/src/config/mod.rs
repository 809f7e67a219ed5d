//! Settings: embedded defaults, then a file, then the environment.
//!
//! `config.toml` is compiled in and is the manual; the structs here only say
//! the types. Unknown keys are refused, so a misspelt setting never passes.

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use figment::Figment;
use figment::providers::{Env, Format, Toml};
use secrecy::SecretString;
use serde::Deserialize;

mod feeds;
mod vault;

pub use feeds::{FeedSource, Feeds};
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

/// The HTTP listener.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Http {
    /// Address and port.
    pub listen: String,
    /// Address and port of the metrics; empty for none.
    pub metrics_listen: String,
    /// Public address without a trailing slash.
    pub base_url: String,
    /// Threads; 0 for one per processor.
    pub workers: usize,
    /// Proxies whose forwarded address is believed.
    pub trusted_proxies: Vec<String>,
    /// Seconds given to open requests at the end.
    pub shutdown_timeout_s: u64,
    /// Where the exit of the help pages leads.
    pub exit_url: String,
    /// The same, for readers of a language.
    pub exit_urls: std::collections::BTreeMap<String, String>,
}

/// The database.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// Address; empty for SQLite in the data folder.
    pub url: SecretString,
    /// Connections kept.
    pub max_connections: u32,
    /// Longest wait for a connection.
    pub acquire_timeout_ms: u64,
}

/// Where the portal is built from and served from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Built portal; empty for `data_dir/site`.
    pub dir: PathBuf,
    /// Content sources.
    pub content_dir: PathBuf,
    /// Fluent sources.
    pub locales_dir: PathBuf,
    /// Zola sources.
    pub source_dir: PathBuf,
    /// Command that runs Zola.
    pub zola: Vec<String>,
}

/// What our CAP messages say about us.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alerts {
    /// CAP sender.
    pub sender: String,
    /// Hours an ended alert stays visible.
    pub ended_visible_h: i64,
    /// Hours an alert stays active when nothing else is said.
    pub default_expires_h: i64,
    /// Private key for signatures.
    pub signing_key_file: PathBuf,
    /// Certificate for signatures.
    pub signing_certificate_file: PathBuf,
    /// Authorities trusted on import.
    pub trust_anchor_files: Vec<PathBuf>,
}

/// Web Push.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Push {
    /// Contact for push services.
    pub subject: String,
    /// VAPID key; empty for one in the data folder.
    pub vapid_key_file: PathBuf,
    /// Hosts of push services that there is always room for, with what lies below them.
    pub known_services: Vec<String>,
    /// Whether `serve` also sends.
    pub embedded_worker: bool,
    /// Subscriptions per shard.
    pub shard_size: i64,
    /// Lease of a shard.
    pub lease_s: i64,
    /// Requests in flight per push service.
    pub concurrency_per_origin: usize,
    /// Connections per push service.
    pub connections_per_origin: usize,
    /// Longest connection attempt.
    pub connect_timeout_ms: u64,
    /// Longest wait for an answer.
    pub request_timeout_ms: u64,
    /// First wait before another try.
    pub retry_first_ms: i64,
    /// Longest wait before another try.
    pub retry_most_ms: i64,
    /// Phones called gone at once from which on a push service may not be believed.
    pub doubt_least: i64,
    /// Share of a delivery, in percent, from which on it is not.
    pub doubt_share: i64,
    /// Hours after which the same word about a phone is believed.
    pub doubt_h: i64,
    /// First wait before a phone in quarantine is told again.
    pub doubt_retry_ms: i64,
    /// Whether agreements are prepared ahead.
    pub prepare_agreements: bool,
    /// Tests only.
    pub allow_private_endpoints: bool,
    /// Tests only: certificate authority of the stand-in push service.
    pub extra_root_file: PathBuf,
}

/// Sessions of staff or citizens.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sessions {
    /// Hours until a new sign-in.
    pub max_h: i64,
    /// Idle minutes until a new sign-in.
    pub idle_min: i64,
}

/// Who citizens are: an OpenID Connect provider.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// Issuer; empty for none.
    pub issuer: String,
    /// Name of this portal at the provider.
    pub client_id: String,
    /// Its secret.
    pub client_secret: SecretString,
    /// Scopes asked for.
    pub scopes: String,
    /// Levels asked for and accepted.
    pub acr_values: String,
    /// Whether claims about the person must be signed.
    pub signed_userinfo: bool,
    /// Tests only: a provider without TLS.
    pub allow_http: bool,
    /// Whether the identities of the demonstration are offered.
    pub demo: bool,
    /// Names of the claims.
    pub claims: Claims,
}

/// Names of the claims of an identity provider.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    /// Family name.
    pub family_name: String,
    /// Given names.
    pub given_names: String,
    /// National register or BIS number.
    pub national_number: String,
    /// Mail address.
    pub mail: String,
    /// Preferred language.
    pub language: String,
}

/// Where fees are paid.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payments {
    /// Account; empty while nobody has confirmed it.
    pub iban: String,
    /// Holder of the account.
    pub payee: String,
}

/// Mails.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Sender.
    pub from: String,
    /// Folder of .eml files; empty for `data_dir/mail`.
    pub outbox_dir: PathBuf,
}

/// Rates and sizes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Reads per second of one address.
    pub read_per_s: u32,
    /// Burst of reads.
    pub read_burst: u32,
    /// Writes per minute of one address.
    pub write_per_min: u32,
    /// Burst of writes.
    pub write_burst: u32,
    /// Phones that come, change or go, per minute of one address.
    pub phone_per_min: u32,
    /// Burst of those.
    pub phone_burst: u32,
    /// New push services per minute of one address.
    pub new_service_per_min: u32,
    /// Sign-in attempts per minute of one address.
    pub sign_in_per_min: u32,
    /// Largest body.
    pub body_bytes: usize,
    /// Live listeners in all.
    pub stream_listeners: usize,
    /// Live listeners of one address.
    pub stream_listeners_per_address: usize,
}

/// Search engine.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Meilisearch; empty for the embedded index.
    pub meilisearch_url: String,
    /// Its key.
    pub meilisearch_key: SecretString,
}

/// News between processes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Queue {
    /// NATS; empty to poll the database.
    pub nats_url: String,
    /// Interval of polling.
    pub poll_ms: u64,
}

/// The weekly question to the addresses that our pages lead to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Links {
    /// Hours between two questions to an address; 0 for never.
    pub every_h: u32,
    /// Whether a demonstration asks as well.
    pub in_demo: bool,
    /// Failures in a row after which a link counts as broken.
    pub tries: u32,
    /// Seconds until a failure is asked again.
    pub retry_s: u32,
    /// Longest wait for an answer.
    pub timeout_ms: u64,
    /// Hosts asked side by side.
    pub hosts_at_once: usize,
    /// Pause between two questions to one host.
    pub host_pause_ms: u64,
    /// Tests only.
    pub allow_private_addresses: bool,
}

impl Links {
    /// Whether processes of this mode ask by themselves.
    #[must_use]
    pub fn asks(&self, mode: Mode) -> bool {
        self.every_h > 0 && (mode == Mode::Production || self.in_demo)
    }
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
