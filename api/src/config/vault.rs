//! Where applicants' documents lie.

use std::path::PathBuf;

use anyhow::{Context, ensure};
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

/// Applicants' documents.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vault {
    /// Folder; empty for `data_dir/vault`.
    pub dir: PathBuf,
    /// Key file; empty for `data_dir/vault.keys`.
    pub keys_file: PathBuf,
    /// `host:port` of clamd; empty for none.
    pub clamd: String,
    /// Seconds that a look of the scanner may take.
    pub clamd_wait_s: u64,
    /// Millions of pixels of an image.
    pub megapixels: u64,
    /// Uploads taken at once.
    pub uploads_at_once: usize,
    /// Uploads of one person taken at once.
    pub uploads_per_person: usize,
    /// Seconds that an upload waits for a place.
    pub upload_wait_s: u64,
    /// Seconds that every upload has.
    pub upload_grace_s: u64,
    /// Bytes per second that it must bring from then on.
    pub upload_bytes_per_s: u32,
    /// Most bytes of one form with files.
    pub upload_bytes: u64,
    /// Most bytes that an applicant hands in for one file.
    pub application_bytes: u64,
    /// Free bytes below which uploads are refused.
    pub least_free_bytes: u64,
    /// A bucket instead of the folder.
    pub s3: S3,
}

/// A bucket of a server that speaks S3; an empty `bucket` means none.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct S3 {
    /// Address of the server; empty for Amazon's own.
    pub endpoint: String,
    /// Name of the bucket.
    pub bucket: String,
    /// Region that requests are signed for.
    pub region: String,
    /// What stands before the name of every object.
    pub prefix: String,
    /// Name of the access key.
    pub access_key_id: String,
    /// Its secret.
    pub secret_access_key: SecretString,
    /// File that holds the secret.
    pub secret_access_key_file: PathBuf,
    /// Whether the bucket stands in the path of an address, or before its host.
    pub path_style: bool,
    /// Seconds that one question to the server may take, repeats included.
    pub timeout_s: u64,
}

impl S3 {
    /// Whether documents lie in a bucket.
    #[must_use]
    pub fn is_configured(&self) -> bool {
        !self.bucket.is_empty()
    }

    /// The secret, from the settings or its file.
    ///
    /// # Errors
    /// The file cannot be read, or there is nothing in it.
    pub fn secret(&self) -> anyhow::Result<SecretString> {
        let file = &self.secret_access_key_file;
        if file.as_os_str().is_empty() {
            return Ok(self.secret_access_key.clone());
        }
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("vault.s3.secret_access_key_file: {} cannot be read", file.display()))?;
        let text = text.trim();
        ensure!(!text.is_empty(), "vault.s3.secret_access_key_file: {} is empty", file.display());
        Ok(SecretString::from(text))
    }

    /// The address under which the bucket answers; none for Amazon's own.
    ///
    /// # Errors
    /// The address of the server is malformed, or not one to send documents to.
    pub fn server(&self) -> anyhow::Result<Option<Url>> {
        if self.endpoint.is_empty() {
            return Ok(None);
        }
        // Whoever wrote a password into the address does not want it in a log.
        let mut url = Url::parse(&self.endpoint).ok().context("vault.s3.endpoint is no address")?;
        let is_bare = url.username().is_empty()
            && url.password().is_none()
            && url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none();
        ensure!(is_bare, "vault.s3.endpoint is a scheme, a host and a port, and nothing else");
        let host = url.host_str().unwrap_or_default().to_owned();
        let ip = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
        let is_loopback = ip.as_ref().map_or(host == "localhost", std::net::IpAddr::is_loopback);
        ensure!(
            url.scheme() == "https" || (url.scheme() == "http" && is_loopback),
            "vault.s3.endpoint must be https://, or http:// to this machine itself"
        );
        if !self.path_style {
            ensure!(ip.is_err(), "vault.s3.path_style must be true where the host is an IP address");
            url.set_host(Some(&format!("{}.{host}", self.bucket)))
                .context("vault.s3.bucket cannot stand before the host")?;
        }
        Ok(Some(url))
    }

    /// Looks for contradictions.
    ///
    /// # Errors
    /// The first one, naming the key.
    pub(super) fn validate(&self) -> anyhow::Result<()> {
        if !self.is_configured() {
            let is_quiet = self.endpoint.is_empty()
                && self.access_key_id.is_empty()
                && self.secret_access_key.expose_secret().is_empty()
                && self.secret_access_key_file.as_os_str().is_empty();
            ensure!(is_quiet, "vault.s3.bucket is missing: without it documents lie in the folder");
            return Ok(());
        }
        let is_name = |text: &str, more: &[u8]| {
            text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || more.contains(&b))
        };
        let is_bucket = (3..=63).contains(&self.bucket.len()) && is_name(&self.bucket, b"-.");
        ensure!(is_bucket, "vault.s3.bucket has 3 to 63 small letters, digits, hyphens and dots");
        let is_region = !self.region.is_empty() && is_name(&self.region, b"-");
        ensure!(is_region, "vault.s3.region has small letters, digits and hyphens");
        let parts = self.prefix.split('/').filter(|part| !part.is_empty());
        let is_prefix = self.prefix.len() <= 200
            && parts
                .clone()
                .all(|part| is_name(&part.to_ascii_lowercase(), b"-_.") && part != "." && part != "..");
        ensure!(is_prefix, "vault.s3.prefix has letters, digits and - _ . between slashes");
        ensure!(!self.access_key_id.is_empty(), "vault.s3.access_key_id is missing");
        let given = !self.secret_access_key.expose_secret().is_empty();
        ensure!(
            given == self.secret_access_key_file.as_os_str().is_empty(),
            "vault.s3 needs secret_access_key (SAFE__VAULT__S3__SECRET_ACCESS_KEY) or secret_access_key_file, \
             and not both"
        );
        ensure!((1..=300).contains(&self.timeout_s), "vault.s3.timeout_s is between 1 and 300");
        self.server().map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn s3(change: impl FnOnce(&mut S3)) -> S3 {
        let mut s3 = Config::load(None).expect("defaults").vault.s3;
        s3.bucket = "documents".to_owned();
        s3.access_key_id = "key".to_owned();
        s3.secret_access_key = "secret".into();
        s3.endpoint = "https://files.example.org".to_owned();
        change(&mut s3);
        s3
    }

    #[test]
    fn documents_leave_the_machine_encrypted_alone() {
        s3(|_| {}).validate().expect("TLS");
        for endpoint in ["http://127.0.0.1:9000", "http://localhost:9000", "http://[::1]:9000", ""] {
            s3(|s3| endpoint.clone_into(&mut s3.endpoint)).validate().expect(endpoint);
        }
        for endpoint in [
            "http://files.example.org",
            "http://10.0.0.1:9000",
            "http://localhost.example.org",
            "ftp://127.0.0.1",
            "https://someone:password@files.example.org",
            "https://files.example.org/path",
            "https://files.example.org/?a=b",
            "files.example.org",
        ] {
            let refused = s3(|s3| endpoint.clone_into(&mut s3.endpoint)).validate();
            assert!(!format!("{:#}", refused.expect_err(endpoint)).contains("password"), "{endpoint}");
        }
    }

    #[test]
    fn the_bucket_stands_in_the_path_or_before_the_host() {
        let server = |s3: S3| s3.server().expect("an address").expect("given").to_string();
        assert_eq!(server(s3(|_| {})), "https://files.example.org/");
        assert_eq!(server(s3(|s3| s3.path_style = false)), "https://documents.files.example.org/");
        let ip = s3(|s3| (s3.path_style, s3.endpoint) = (false, "https://10.0.0.1".to_owned()));
        assert!(ip.validate().is_err());
    }

    #[test]
    fn a_bucket_needs_a_key_and_one_secret() {
        assert!(s3(|s3| s3.access_key_id.clear()).validate().is_err());
        assert!(s3(|s3| s3.secret_access_key = "".into()).validate().is_err());
        assert!(s3(|s3| s3.secret_access_key_file = "/run/secret".into()).validate().is_err(), "both");
        assert!(s3(|s3| s3.bucket.clear()).validate().is_err(), "a secret and no bucket");
        for bucket in ["ab", "Documents", "a/b", "a b c"] {
            assert!(s3(|s3| bucket.clone_into(&mut s3.bucket)).validate().is_err(), "{bucket}");
        }
        for (prefix, ok) in [("", true), ("permits/files/", true), ("../up", false), ("a b", false)] {
            assert_eq!(s3(|s3| prefix.clone_into(&mut s3.prefix)).validate().is_ok(), ok, "{prefix}");
        }
        assert!(!format!("{:?}", s3(|_| {})).contains("\"secret\""), "no secret is printed");
    }
}
