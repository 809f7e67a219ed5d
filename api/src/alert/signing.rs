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

    /// What the signature of a message is worth.
    #[must_use]
    pub fn judge(&self, xml: &[u8], now_ms: i64) -> Judged {
        let trust = signature::Trust { anchors: self.anchors.clone(), at: crate::clock::utc(now_ms) };
        let outcome = signature::verify(xml, &trust);
        let word = match outcome {
            Outcome::None | Outcome::Unreadable { .. } => "none",
            Outcome::Valid { .. } => "valid",
            Outcome::CertificateNotTrusted { .. }
            | Outcome::CertificateExpired { .. }
            | Outcome::CertificateNotYetValid { .. } => "untrusted",
            _ => "invalid",
        };
        Judged { word, outcome }
    }
}

/// What a signature is worth.
pub struct Judged {
    /// none, valid, invalid or untrusted.
    pub word: &'static str,
    /// Why, and whose it is.
    pub outcome: Outcome,
}

/// Whether a setting names this certificate: by its SHA-256, with or without colons, or by
/// its subject as RFC 4514 writes it.
#[must_use]
pub fn names(setting: &str, certificate: &Certificate) -> bool {
    let digits: String = setting.chars().filter(|c| *c != ':').collect();
    digits.eq_ignore_ascii_case(&certificate.fingerprint) || setting == certificate.subject
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEM: &str = include_str!("signing.test.pem");

    #[test]
    fn a_setting_names_one_certificate() {
        let found = Certificate::all_from_pem(PEM).expect("it is read");
        // As `openssl x509 -fingerprint -sha256` prints it.
        let printed = "B7:FD:28:BC:B1:6E:70:E6:EA:AF:F0:25:C0:58:8E:E0\
            :7B:D9:75:6A:71:15:8D:49:6D:11:2E:B1:40:88:16:78";
        for setting in [printed, &printed.replace(':', "").to_lowercase(), "O=Example,CN=Crisis centre"] {
            assert!(names(setting, &found[0]), "{setting}");
        }
        let altered = printed.replacen(&printed[..2], if printed.starts_with("00") { "11" } else { "00" }, 1);
        for setting in ["", "Crisis centre", "CN=Crisis centre", &printed[..59], &altered] {
            assert!(!names(setting, &found[0]), "{setting}");
        }
    }
}
