//! What every page builder needs: content, words, settings, and how to write dates,
//! numbers, names of languages and sources.

use safe_content::markdown::inner_links;
use safe_content::{Article, Content, Lang, Link, Located, Text, parse_document_ref};
use time::Date;

use crate::page::{Alternate, Item, Notice, Page};
use crate::settings::Settings;
use crate::words::Words;

pub use crate::spoken::Spoken;
use crate::spoken::{foreign, official, pieces};

/// The inputs of a build.
pub struct Site<'a> {
    /// Content.
    pub content: &'a Content,
    /// Words.
    pub words: &'a Words,
    /// Settings.
    pub settings: &'a Settings,
    /// Address of the portal without trailing slash.
    pub base_url: &'a str,
    /// The day the site is built for.
    pub today: Date,
}

impl Site<'_> {
    /// A message.
    #[must_use]
    pub fn say(&self, lang: Lang, id: &str) -> String {
        self.words.say(lang, id)
    }

    /// The address of a path in a language.
    #[must_use]
    pub fn url(&self, lang: Lang, path: &str) -> String {
        format!("/{lang}{path}")
    }

    /// Today as `2026-11-21`.
    #[must_use]
    pub fn today(&self) -> String {
        day(self.today)
    }

    /// The text for a reader, with its language when it is not the reader's.
    #[must_use]
    pub fn text(&self, lang: Lang, text: &Text) -> Spoken {
        let Some((found, words)) = text.best(lang) else {
            return Spoken::default();
        };
        // A name that has no form in the reader's script is the French or Dutch one.
        let named = [Lang::FR, Lang::NL].into_iter().find(|l| text.get(*l) == Some(words));
        let found = named.filter(|_| foreign(lang, words)).unwrap_or(found);
        Spoken::new(lang, found, words)
    }

    /// Only the words of [`Site::text`].
    #[must_use]
    pub fn plain(&self, lang: Lang, text: &Text) -> String {
        self.text(lang, text).words
    }

    /// Words that keep their own order beside words that run the other way; only from right
    /// to left, where an amount would change sides with its label.
    #[must_use]
    pub fn apart(&self, lang: Lang, words: String) -> String {
        if lang.is_rtl() { format!("\u{2068}{words}\u{2069}") } else { words }
    }

    /// What readers of a language call a language; its code when unnamed.
    #[must_use]
    pub fn language(&self, lang: Lang, code: &str) -> String {
        self.words.find(lang, &format!("language-{code}"), &[]).unwrap_or_else(|| code.to_owned())
    }

    /// The page at `path` in every language.
    #[must_use]
    pub fn alternates(&self, path: &str, exists: &[Lang]) -> Vec<Alternate> {
        let alternate = |lang: &Lang| Alternate {
            lang: lang.to_string(),
            dir: lang.dir().to_owned(),
            name: self.say(*lang, "language-name"),
            url: self.url(*lang, path),
            exists: exists.contains(lang),
            text: String::new(),
        };
        self.settings.languages.iter().map(alternate).collect()
    }

    /// A crumb or link to a page of the portal.
    #[must_use]
    pub fn link(&self, lang: Lang, path: &str, title: impl Into<Spoken>) -> Item {
        Item { url: self.url(lang, path), ..title.into().into() }
    }

    /// The way to a page: the front page, then the given pages.
    #[must_use]
    pub fn crumbs(&self, lang: Lang, way: &[(&str, Spoken)]) -> Vec<Item> {
        let home = self.link(lang, "/", self.say(lang, "home"));
        std::iter::once(home)
            .chain(way.iter().map(|(path, title)| self.link(lang, path, title.clone())))
            .collect()
    }

    /// The notice that a text is shown in another language.
    #[must_use]
    pub fn fallback_notice(&self, lang: Lang, found: Lang, path: &str, exists: &[Lang]) -> Notice {
        let link = |l: &Lang| Item {
            title: self.say(*l, "language-name"),
            url: self.url(*l, path),
            lang: l.to_string(),
            dir: l.dir().to_owned(),
            ..Item::default()
        };
        Notice {
            tone: "warn".to_owned(),
            title: self.say(lang, "fallback-title"),
            text: self.words.say_with(
                lang,
                "fallback-text",
                &[("language", &self.language(lang, found.as_str()))],
            ),
            links: exists.iter().map(link).collect(),
        }
    }

    /// References to sources as words.
    #[must_use]
    pub fn sources(&self, lang: Lang, sources: &[Located<String>]) -> Vec<Item> {
        let mut documents: Vec<(u8, Vec<String>)> = Vec::new();
        let mut items = Vec::new();
        for source in sources {
            match parse_document_ref(&source.value) {
                Some(at) => {
                    let lines = if at.from == at.to {
                        at.from.to_string()
                    } else {
                        format!("{}–{}", at.from, at.to)
                    };
                    match documents.iter_mut().find(|(d, _)| *d == at.document) {
                        Some((_, list)) => list.push(lines),
                        None => documents.push((at.document, vec![lines])),
                    }
                }
                None => items.extend(self.other_source(lang, &source.value)),
            }
        }
        let document = |(number, lines): (u8, Vec<String>)| {
            let title = self.say(lang, &format!("document-{number:03}"));
            let count = if lines.len() == 1 && !lines[0].contains('–') { "1" } else { "2" };
            let values = [("title", title.as_str()), ("lines", &lines.join(", ")), ("count", count)];
            Item { title: self.words.say_with(lang, "page-source-document", &values), ..Item::default() }
        };
        documents.into_iter().map(document).chain(items).collect()
    }

    fn other_source(&self, lang: Lang, id: &str) -> Option<Item> {
        let source = self.content.sources.iter().find(|s| s.id == id)?;
        let publisher = source.publisher.iter().flat_map(|p| match self.text(lang, p) {
            both if both.words.contains(" / ") => official(lang, &both.words),
            one => vec![one],
        });
        let checked = source.checked.as_ref().map(|d| self.checked(lang, d)).unwrap_or_default();
        let note = publisher.chain([checked.into(), source.licence.clone().unwrap_or_default().into()]);
        Some(Item {
            url: source.url.clone().unwrap_or_default(),
            note: pieces(note),
            ..self.text(lang, &source.title).into()
        })
    }

    /// The day of a check, as words.
    #[must_use]
    pub fn checked(&self, lang: Lang, date: &str) -> String {
        self.words.say_with(lang, "page-checked", &[("date", &self.date(lang, date))])
    }

    /// Links to other people's pages.
    #[must_use]
    pub fn links(&self, lang: Lang, links: &[Link]) -> Vec<Item> {
        let item = |link: &Link| {
            let checked = link.checked.as_ref().map(|d| self.checked(lang, d)).unwrap_or_default();
            let note = pieces(official(lang, &link.owner).into_iter().chain([checked.into()]));
            Item { url: link.url.clone(), note, ..self.text(lang, &link.title).into() }
        };
        links.iter().map(item).collect()
    }

    /// A list entry for an article.
    #[must_use]
    pub fn card(&self, lang: Lang, article: &Article) -> Item {
        let Some((found, body)) = article.best(lang) else {
            return Item::default();
        };
        let note = if found == lang {
            Vec::new()
        } else {
            let language = self.language(lang, found.as_str());
            vec![self.words.say_with(lang, "list-in-language", &[("language", &language)]).into()]
        };
        Item {
            url: self.url(lang, &article.path()),
            summary: Spoken::new(lang, found, &body.summary),
            icon: if article.section == "guides" { article.id.clone() } else { String::new() },
            note,
            ..Spoken::new(lang, found, &body.title).into()
        }
    }

    /// A page with its frame filled in; the builder adds what it shows.
    #[must_use]
    pub fn page(&self, lang: Lang, path: &str, template: &'static str, title: String, area: &str) -> Page {
        let mut page = Page {
            path: path.to_owned(),
            template,
            title,
            exists: self.settings.languages.clone(),
            ..Page::default()
        };
        page.extra.area = area.to_owned();
        page.extra.dir = lang.dir().to_owned();
        page
    }

    /// Resolves `@/…` links of a Markdown text for a language. A link to what is not public
    /// today, such as a campaign before its day, is written as its words alone.
    #[must_use]
    pub fn resolve_links(&self, lang: Lang, markdown: &str) -> String {
        let mut resolved = String::with_capacity(markdown.len());
        let mut copied = 0;
        for link in inner_links(markdown) {
            if let Some(path) = self.content.resolve(&markdown[link.reference.clone()]) {
                resolved.push_str(&markdown[copied..link.reference.start]);
                resolved.push_str(&self.url(lang, &path));
                copied = link.reference.end;
            } else {
                resolved.push_str(&markdown[copied..link.whole.start]);
                resolved.push_str(&markdown[link.words]);
                copied = link.whole.end;
            }
        }
        resolved + &markdown[copied..]
    }
}

/// A day as `2026-11-21`.
#[must_use]
pub fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// Between facts on one line; it stays with the fact before it when the line breaks.
pub const DOT: &str = "\u{a0}· ";

/// Joins what is not empty.
#[must_use]
pub fn join(parts: &[String], separator: &str) -> String {
    let full: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    full.join(separator)
}
