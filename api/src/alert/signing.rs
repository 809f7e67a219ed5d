//! Signatures of CAP messages: ours on what leaves, others' on what is read.

use anyhow::Context;
use safe_cap::signature::{self, Certificate, Outcome};

use crate::config::Config;

/// Signs what leaves, when a key is configured.
pub struct Signer {
    key: Option<signature::SigningKey>,
}

impl Signer {
    /// Reads the key and certificate of the settings.
    ///
    /// # Errors
    /// A file cannot be read, or they do not belong together.
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        let key_file = &config.alerts.signing_key_file;
        if key_file.as_os_str().is_empty() {
            return Ok(Self { key: None });
        }
        let read = |path: &std::path::Path| {
            std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
        };
        let key = signature::SigningKey::from_pem(
            &read(key_file)?,
            &read(&config.alerts.signing_certificate_file)?,
        )
        .context("alerts.signing_key_file and its certificate")?;
        Ok(Self { key: Some(key) })
    }

    /// The message with its signature.
    ///
    /// # Errors
    /// Signing failed.
    pub fn sign(&self, xml: String) -> anyhow::Result<String> {
        match &self.key {
            None => Ok(xml),
            Some(key) => signature::sign(&xml, key).context("a CAP message cannot be signed"),
        }
    }
}

/// Judges signatures of others.
pub struct Trust {
    anchors: Vec<Certificate>,
}

impl Trust {
    /// Reads the authorities of the settings.
    ///
    /// # Errors
    /// A file cannot be read or holds no certificate.
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        let mut anchors = Vec::new();
        for path in &config.alerts.trust_anchor_files {
            let pem = std::fs::read_to_string(path)
                .with_context(|| format!("{} cannot be read", path.display()))?;
            let found = Certificate::all_from_pem(&pem)
                .with_context(|| format!("{} holds no certificate", path.display()))?;
            anchors.extend(found);
        }
        Ok(Self { anchors })
    }

    /// none, valid, invalid or untrusted.
    #[must_use]
    pub fn judge(&self, xml: &[u8], now_ms: i64) -> &'static str {
        let trust = signature::Trust { anchors: self.anchors.clone(), at: crate::clock::utc(now_ms) };
        match signature::verify(xml, &trust) {
            Outcome::None | Outcome::Unreadable { .. } => "none",
            Outcome::Valid { .. } => "valid",
            Outcome::CertificateNotTrusted { .. }
            | Outcome::CertificateExpired { .. }
            | Outcome::CertificateNotYetValid { .. } => "untrusted",
            _ => "invalid",
        }
    }
}
