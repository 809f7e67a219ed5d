//! `site/portal.toml`: order, places and addresses of the portal's pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use safe_content::Lang;
use serde::Deserialize;

use crate::Error;

/// The settings file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Languages in the order of the switch.
    pub languages: Vec<Lang>,
    /// Whether workers keep pages for reading offline.
    pub offline: bool,
    /// Main navigation.
    pub nav: Vec<NavItem>,
    /// Footer columns.
    pub footer: Vec<FooterColumn>,
    /// Pages that other parts lead to.
    pub places: Places,
    /// Other people's services, by name.
    pub external: BTreeMap<String, String>,
}

/// An entry of the main navigation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NavItem {
    /// End of the message id `nav-<key>`; pages name it as their area.
    pub key: String,
    /// Path without language.
    pub path: String,
}

/// A column of the footer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FooterColumn {
    /// End of the message id `footer-<key>`.
    pub key: String,
    /// Paths without language and slashes; the name is `link-<path with hyphens>`.
    pub links: Vec<String>,
}

/// Pages that other parts lead to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// How to call for help without speaking; the first path that exists is linked.
    pub without_voice: Vec<String>,
}

impl Settings {
    /// Reads the file.
    ///
    /// # Errors
    ///
    /// When it cannot be read or holds something else.
    pub fn load(site_root: &Path) -> Result<Self, Error> {
        let file = site_root.join("portal.toml");
        let fail = |reason: String| Error::Settings { file: file.clone(), reason };
        let text = fs::read_to_string(&file).map_err(|e| fail(e.to_string()))?;
        toml::from_str(&text).map_err(|e| fail(e.to_string()))
    }
}
