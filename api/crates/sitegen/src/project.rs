//! Writes the Zola project: configuration, pages, templates, styles, fixed files.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use safe_content::Lang;
use serde::Serialize;

use crate::page::{Extra, Page};
use crate::site::Site;
use crate::spoken::names_in_text;
use crate::words::message_ids;
use crate::{Error, io};

/// Files of a language folder whose messages the templates may ask for.
const TEMPLATE_WORDS: [&str; 2] = ["portal.ftl", "help.ftl"];

#[derive(Serialize)]
struct FrontMatter<'a> {
    title: &'a str,
    description: &'a str,
    template: &'a str,
    extra: &'a Extra,
}

/// Writes one page as a section of the Zola project.
///
/// # Errors
///
/// When the file cannot be written.
pub fn write_page(root: &Path, lang: Option<Lang>, page: &Page) -> Result<(), Error> {
    let folder = root.join("content").join(page.path.trim_matches('/'));
    fs::create_dir_all(&folder).map_err(io(&folder))?;
    let name = lang.map_or_else(|| "_index.md".to_owned(), |l| format!("_index.{l}.md"));
    let matter = FrontMatter {
        title: &page.title,
        description: &page.description,
        template: page.template,
        extra: &page.extra,
    };
    let file = folder.join(name);
    let toml = toml::to_string(&matter)
        .map_err(|e| Error::Settings { file: file.clone(), reason: e.to_string() })?;
    // A text that falls back to another language is marked as a whole.
    let body = match lang {
        Some(lang) if page.extra.body_lang.is_empty() => names_in_text(lang, &page.body),
        _ => page.body.as_str().into(),
    };
    let text = format!("+++\n{toml}+++\n{body}\n");
    let set = lang.map_or_else(|| text.as_str().into(), |l| crate::typography::set(l, &text));
    fs::write(&file, set.as_bytes()).map_err(io(&file))
}

#[derive(Serialize)]
struct Named {
    key: String,
    message: String,
    path: String,
}

#[derive(Serialize)]
struct Column {
    key: String,
    message: String,
    links: Vec<Named>,
}

#[derive(Serialize)]
struct LanguageRow {
    lang: String,
    dir: String,
    name: String,
}

#[derive(Serialize)]
struct ConfigExtra {
    nav: Vec<Named>,
    footer: Vec<Column>,
    without_voice: String,
    be_alert: String,
    languages: Vec<LanguageRow>,
}

/// Writes `config.toml`, with every message that needs no variable.
///
/// # Errors
///
/// When the words cannot be listed or the file cannot be written.
pub fn write_config(
    site: &Site<'_>,
    root: &Path,
    locales: &Path,
    paths: &BTreeSet<String>,
) -> Result<(), Error> {
    let mut ids = Vec::new();
    for file in TEMPLATE_WORDS {
        ids.extend(message_ids(&locales.join("fr").join(file))?);
    }
    let mut config = toml::Table::new();
    let text = |s: &str| toml::Value::String(s.to_owned());
    config.insert("base_url".into(), text(site.base_url));
    config.insert("title".into(), text(&site.say(Lang::FR, "brand")));
    config.insert("default_language".into(), text("mul"));
    for (key, value) in [
        ("compile_sass", true),
        ("build_search_index", false),
        ("generate_feeds", false),
        ("generate_sitemap", false),
        ("generate_robots_txt", false),
    ] {
        config.insert(key.into(), value.into());
    }
    let mut languages = toml::Table::new();
    for lang in &site.settings.languages {
        let mut words = toml::Table::new();
        for id in &ids {
            if let Some(message) = site.words.find(*lang, id, &[]) {
                let set = crate::typography::set(*lang, &message).into_owned();
                words.insert(id.clone(), toml::Value::String(set));
            }
        }
        let language = toml::Table::from_iter([("translations".to_owned(), toml::Value::Table(words))]);
        languages.insert(lang.to_string(), toml::Value::Table(language));
    }
    config.insert("languages".into(), toml::Value::Table(languages));
    let file = root.join("config.toml");
    let fail = |e: toml::ser::Error| Error::Settings { file: file.clone(), reason: e.to_string() };
    let extra = toml::Value::try_from(config_extra(site, paths)).map_err(fail)?;
    config.insert("extra".into(), extra);
    let written = toml::to_string(&config).map_err(fail)?;
    fs::write(&file, written).map_err(io(&file))
}

fn config_extra(site: &Site<'_>, paths: &BTreeSet<String>) -> ConfigExtra {
    let nav = site.settings.nav.iter().map(|n| Named {
        key: n.key.clone(),
        message: format!("nav-{}", n.key),
        path: n.path.clone(),
    });
    let link = |l: &String| {
        let path = format!("/{l}/");
        paths.contains(&path).then(|| Named {
            key: l.clone(),
            message: format!("link-{}", l.replace('/', "-")),
            path,
        })
    };
    let column = |c: &crate::settings::FooterColumn| Column {
        key: c.key.clone(),
        message: format!("footer-{}", c.key),
        links: c.links.iter().filter_map(link).collect(),
    };
    let voice = site.settings.places.without_voice.iter().find(|p| paths.contains(*p));
    let language = |l: &Lang| LanguageRow {
        lang: l.to_string(),
        dir: l.dir().to_owned(),
        name: site.say(*l, "language-name"),
    };
    ConfigExtra {
        nav: nav.collect(),
        footer: site.settings.footer.iter().map(column).filter(|c| !c.links.is_empty()).collect(),
        without_voice: voice.cloned().unwrap_or_default(),
        be_alert: site.settings.external.get("be_alert").cloned().unwrap_or_default(),
        languages: site.settings.languages.iter().map(language).collect(),
    }
}

/// Copies templates, styles and fixed files.
///
/// # Errors
///
/// When a folder cannot be read or a file cannot be written.
pub fn copy_site(site_root: &Path, root: &Path) -> Result<(), Error> {
    for folder in ["templates", "sass", "static"] {
        copy_folder(&site_root.join(folder), &root.join(folder))?;
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), Error> {
    fs::create_dir_all(to).map_err(io(to))?;
    for entry in fs::read_dir(from).map_err(io(from))? {
        let entry = entry.map_err(io(from))?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).map_err(io(&target))?;
        }
    }
    Ok(())
}
