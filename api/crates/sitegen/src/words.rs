//! Interface words from Fluent, with a visible fallback and no silent gaps.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use safe_content::{Lang, fallback};
use unic_langid::LanguageIdentifier;

use crate::Error;

/// The words of every language of the portal.
pub struct Words {
    bundles: BTreeMap<Lang, FluentBundle<FluentResource>>,
    missing: RefCell<BTreeSet<String>>,
}

impl Words {
    /// Loads `locales/<lang>/<file>` for each language; a file that is not there leaves
    /// the language to its fallbacks.
    ///
    /// # Errors
    ///
    /// When a file cannot be read or is not Fluent.
    pub fn load(root: &Path, langs: &[Lang], files: &[&str]) -> Result<Self, Error> {
        let mut bundles = BTreeMap::new();
        for lang in langs {
            let id: LanguageIdentifier = lang
                .as_str()
                .parse()
                .map_err(|_| Error::Words { file: root.to_owned(), reason: lang.to_string() })?;
            let mut bundle = FluentBundle::new(vec![id]);
            bundle.set_use_isolating(false);
            for file in files {
                let path = root.join(lang.as_str()).join(file);
                if path.exists() {
                    add(&mut bundle, &path)?;
                }
            }
            bundles.insert(*lang, bundle);
        }
        Ok(Words { bundles, missing: RefCell::default() })
    }

    /// A message without variables.
    #[must_use]
    pub fn say(&self, lang: Lang, id: &str) -> String {
        self.say_with(lang, id, &[])
    }

    /// A message with variables. An id that no language knows is remembered, and the
    /// build fails on it.
    #[must_use]
    pub fn say_with(&self, lang: Lang, id: &str, values: &[(&str, &str)]) -> String {
        self.find(lang, id, values).unwrap_or_else(|| {
            self.missing.borrow_mut().insert(id.to_owned());
            String::new()
        })
    }

    /// A message that may not exist.
    #[must_use]
    pub fn find(&self, lang: Lang, id: &str, values: &[(&str, &str)]) -> Option<String> {
        fallback(lang).into_iter().find_map(|l| self.exact(l, id, values))
    }

    /// A message in exactly this language; none when it is not there or lacks a variable.
    #[must_use]
    pub fn exact(&self, lang: Lang, id: &str, values: &[(&str, &str)]) -> Option<String> {
        let bundle = self.bundles.get(&lang)?;
        let pattern = bundle.get_message(id)?.value()?;
        let mut args = FluentArgs::new();
        for (name, value) in values {
            match value.parse::<u32>() {
                Ok(number) if *name == "count" => args.set(*name, number),
                _ => args.set(*name, *value),
            }
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }

    /// Ids that were asked for and that no language knows.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        self.missing.borrow().iter().cloned().collect()
    }
}

fn add(bundle: &mut FluentBundle<FluentResource>, path: &Path) -> Result<(), Error> {
    let fail = |reason: String| Error::Words { file: path.to_owned(), reason };
    let text = fs::read_to_string(path).map_err(|e| fail(e.to_string()))?;
    let resource = FluentResource::try_new(text).map_err(|(_, errors)| fail(format!("{errors:?}")))?;
    bundle.add_resource(resource).map_err(|errors| fail(format!("{errors:?}")))
}

/// Ids of the messages in a Fluent file, in order: what the templates may ask for.
///
/// # Errors
///
/// When the file cannot be read.
pub fn message_ids(path: &Path) -> Result<Vec<String>, Error> {
    let text = fs::read_to_string(path)
        .map_err(|e| Error::Words { file: PathBuf::from(path), reason: e.to_string() })?;
    let is_id = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let ids = text.lines().filter(is_id).filter_map(|line| line.split_once(" ="));
    Ok(ids.map(|(id, _)| id.trim().to_owned()).collect())
}
