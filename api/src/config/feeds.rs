//! Feeds of others and the policy of each.

use anyhow::ensure;
use serde::Deserialize;

/// CAP feeds that are read for drafts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feeds {
    /// One row per source.
    pub sources: Vec<FeedSource>,
    /// Tests only.
    pub allow_private_addresses: bool,
}

/// One CAP or Atom address.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedSource {
    /// Name shown to operators.
    pub name: String,
    /// Address.
    pub url: String,
    /// Seconds between two reads.
    pub every_s: u64,
    /// Whether known order errors are accepted.
    #[serde(default)]
    pub lenient: bool,
    /// Hosts besides its own that its entries may lead to.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// Whether only messages with a valid, trusted signature are taken.
    #[serde(default)]
    pub signed: bool,
    /// Certificate that must have signed: its SHA-256 or its subject; empty for any trusted one.
    #[serde(default)]
    pub signer: String,
    /// Whether messages that concern no municipality of the Region are taken too.
    #[serde(default)]
    pub everywhere: bool,
    /// Lowest severity that is taken; empty for all.
    #[serde(default)]
    pub severity: String,
}

impl Feeds {
    pub(super) fn validate(&self) -> anyhow::Result<()> {
        let mut names = std::collections::BTreeSet::new();
        for source in &self.sources {
            let name = &source.name;
            ensure!(!name.is_empty() && name.len() <= 60, "feeds.sources: a name has 1 to 60 characters");
            let by_hand = crate::alert::import::is_by_hand(name);
            ensure!(!by_hand, "feeds.sources: {name} means what people bring by hand; choose another name");
            ensure!(names.insert(name), "feeds.sources: {name} stands there twice");
            ensure!(source.every_s >= 10, "feeds.sources: {name}: every_s must be at least 10");
            let known =
                source.severity.is_empty() || crate::alert::rank::severity_of(&source.severity).is_some();
            ensure!(known, "feeds.sources: {name}: {} is no severity of CAP", source.severity);
            let bound = source.signer.is_empty() || source.signed;
            ensure!(bound, "feeds.sources: {name}: a signer asks for signed = true");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_does_not_pass_for_people() {
        let named = |name: &str| Feeds {
            sources: vec![FeedSource {
                name: name.to_owned(),
                url: "https://example.org/feed".to_owned(),
                every_s: 60,
                lenient: false,
                hosts: Vec::new(),
                signed: false,
                signer: String::new(),
                everywhere: false,
                severity: String::new(),
            }],
            allow_private_addresses: false,
        };
        assert!(named("weather").validate().is_ok());
        for name in ["office", "api", "file", "demo"] {
            let refused = named(name).validate().expect_err("its messages would be those of people");
            assert!(refused.to_string().contains(name), "{refused}");
        }
    }
}
