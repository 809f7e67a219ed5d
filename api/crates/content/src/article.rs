//! Items with a long text: one folder with `item.toml` and a Markdown file per language.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::document::{Document, Located};
use crate::kinds::Kind;
use crate::loader::{Loader, check_id};
use crate::markdown::{check_body, split_front_matter};
use crate::reader::Fields;
use crate::{Finding, Lang, Text};

/// Longest summary that list pages and search results show whole, in characters.
pub const SUMMARY_LIMIT: usize = 200;

/// How far a text has been read by somebody else than its writer.
pub const REVIEW_STATES: [&str; 3] = ["draft", "unreviewed", "reviewed"];

/// A link to somebody else's page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Link {
    /// Address.
    pub url: String,
    /// What the reader finds there.
    pub title: Text,
    /// Who runs the page.
    pub owner: String,
    /// Day on which the address was last seen to work.
    pub checked: Option<String>,
}

/// A long text in one language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Body {
    /// Title of the page.
    pub title: String,
    /// One sentence of at most [`SUMMARY_LIMIT`] characters.
    pub summary: String,
    /// Title that tells a bystander nothing, on help pages.
    pub neutral_title: String,
    /// Review state, one of [`REVIEW_STATES`].
    pub review: String,
    /// Markdown without the front matter.
    pub markdown: String,
    /// Links inside the portal, with their lines.
    #[serde(skip)]
    pub links: Vec<Located<String>>,
    /// Paths of pictures below the static files of the site (`/…`).
    pub images: Vec<Located<String>>,
    /// File relative to the content root.
    #[serde(skip)]
    pub file: PathBuf,
}

/// One item of a long-text kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Article {
    /// Folder name, stable for ever.
    pub id: String,
    /// `guides`, `advice`, `publications`, `campaigns`, `dossiers`, `news`, or
    /// `pages/<section>`.
    pub section: String,
    /// `item.toml` relative to the content root.
    #[serde(skip)]
    pub file: PathBuf,
    /// References to sources.
    pub sources: Vec<Located<String>>,
    /// Functions of the functional catalogue that the item fulfils.
    pub covers: Vec<Located<String>>,
    /// Language the text was written in first.
    pub source_lang: Option<Lang>,
    /// Place in its section, ascending.
    pub order: i64,
    /// Day of the last change of substance.
    pub updated: String,
    /// Links to other people's pages.
    pub links: Vec<Link>,
    /// The fields of its kind.
    pub kind: Kind,
    /// The text per language.
    pub bodies: BTreeMap<Lang, Body>,
}

impl Article {
    /// Address of the page without language, for example `/advice/bicycle-theft/`.
    #[must_use]
    pub fn path(&self) -> String {
        let section = self.section.strip_prefix("pages/").unwrap_or(&self.section);
        format!("/{section}/{}/", self.id)
    }

    /// The text in this language, or in the best other one, with the language found.
    #[must_use]
    pub fn best(&self, lang: Lang) -> Option<(Lang, &Body)> {
        crate::text::fallback(lang)
            .into_iter()
            .find_map(|l| self.bodies.get(&l).map(|b| (l, b)))
            .or_else(|| self.bodies.iter().next().map(|(l, b)| (*l, b)))
    }
}

/// Name and opening of a section folder under `pages/`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SectionInfo {
    /// Folder name.
    pub id: String,
    /// Name of the list page.
    pub title: Text,
    /// Its opening sentence.
    pub summary: Text,
}

/// Reads `pages/<section>/section.toml` where there is one.
pub(crate) fn load_section_info(loader: &mut Loader, section: &str) -> Option<SectionInfo> {
    let file = PathBuf::from("pages").join(section).join("section.toml");
    loader.optional_toml(&file, |fields| SectionInfo {
        id: section.to_owned(),
        title: fields.text("title"),
        summary: fields.text("summary"),
    })
}

/// Reads all items of a section folder.
pub(crate) fn load_section(loader: &mut Loader, section: &str) -> Vec<Article> {
    let folder = PathBuf::from(section);
    let mut articles = Vec::new();
    for id in loader.folders(&folder) {
        let path = folder.join(&id);
        check_id(loader, &path, &id);
        if let Some(article) = load_item(loader, section, &id, &path) {
            articles.push(article);
        }
    }
    articles
}

fn load_item(loader: &mut Loader, section: &str, id: &str, folder: &Path) -> Option<Article> {
    let file = folder.join("item.toml");
    let mut reviews = BTreeMap::new();
    let mut article = loader.toml(&file, |fields| {
        reviews = fields.table("review", read_reviews).unwrap_or_default();
        Article {
            id: id.to_owned(),
            section: section.to_owned(),
            file: file.clone(),
            sources: fields.strings("sources"),
            covers: fields.strings("covers"),
            source_lang: fields.opt_string("source_lang").and_then(|l| l.parse().ok()),
            order: fields.opt_integer("order").unwrap_or(1000),
            updated: fields.opt_date("updated").unwrap_or_default(),
            links: fields.rows("link", read_link),
            kind: Kind::read(section, fields),
            bodies: BTreeMap::new(),
        }
    })?;
    for name in loader.files(folder, "md") {
        let path = folder.join(format!("{name}.md"));
        match name.parse::<Lang>() {
            Ok(lang) => {
                let review = reviews.get(&lang).cloned();
                if let Some(body) = load_body(loader, &path, lang, review) {
                    article.bodies.insert(lang, body);
                }
            }
            Err(_) => {
                loader.push(Finding::error(&path, 0, "bad-language").with("value", &name).with("key", "file"))
            }
        }
    }
    for lang in Lang::REQUIRED {
        if !article.bodies.contains_key(&lang) {
            loader.push(Finding::error(&file, 0, "missing-body").with("lang", lang).with("id", id));
        }
    }
    Some(article)
}

fn read_reviews(fields: &Fields<'_, '_>) -> BTreeMap<Lang, String> {
    let names: Vec<String> = fields.keys().map(str::to_owned).collect();
    let state = |name: &String| {
        let lang = name.parse::<Lang>().ok()?;
        Some((lang, fields.one_of(name, &REVIEW_STATES)))
    };
    names.iter().filter_map(state).collect()
}

/// Reads one `[[link]]` row.
pub(crate) fn read_link(fields: &Fields<'_, '_>) -> Link {
    Link {
        url: fields.address("url"),
        title: fields.text("title"),
        owner: fields.opt_string("owner").unwrap_or_default(),
        checked: fields.opt_date("checked"),
    }
}

fn load_body(loader: &mut Loader, path: &Path, lang: Lang, review: Option<String>) -> Option<Body> {
    let text = loader.read(path)?;
    let Some((matter, markdown, first_line)) = split_front_matter(&text) else {
        loader.push(Finding::error(path, 1, "front-matter-missing"));
        return None;
    };
    let front = Document::new(path, matter, 2);
    let body = front.read(|fields| Body {
        title: fields.words_in("title", lang),
        summary: checked_summary(fields, lang),
        neutral_title: fields.opt_words("neutral_title", lang).unwrap_or_default(),
        review: fields
            .opt_one_of("review", &REVIEW_STATES)
            .or(review)
            .unwrap_or_else(|| "unreviewed".to_owned()),
        markdown: markdown.trim().to_owned(),
        links: Vec::new(),
        images: Vec::new(),
        file: path.to_owned(),
    });
    loader.extend(front.into_findings());
    let document = Document::new(path, markdown, first_line);
    let (links, images) = check_body(&document, markdown);
    loader.extend(document.into_findings());
    body.map(|b| Body { links, images, ..b })
}

fn checked_summary(fields: &Fields<'_, '_>, lang: Lang) -> String {
    let summary = fields.words_in("summary", lang);
    let length = summary.chars().count();
    if length > SUMMARY_LIMIT {
        fields
            .document()
            .error(fields.line_of("summary"), "summary-too-long")
            .with("length", length)
            .with("limit", SUMMARY_LIMIT);
    }
    summary
}
