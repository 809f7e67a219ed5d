//! One page in one language: what its template needs, already in the reader's words.

use safe_content::Lang;
use serde::Serialize;

pub use crate::parts::*;
use crate::spoken::Spoken;

/// A page before Zola. `path` is the address without language.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Address without language, with leading and trailing slash.
    pub path: String,
    /// Template file.
    pub template: &'static str,
    /// Title.
    pub title: String,
    /// One sentence for search engines.
    pub description: String,
    /// Markdown.
    pub body: String,
    /// What the template shows.
    pub extra: Extra,
    /// Languages in which the text itself exists; the others fall back.
    pub exists: Vec<Lang>,
    /// Left out of the site map, of search and of the list of languages.
    pub hidden: bool,
    /// What the search engine gets, when the text exists in the page's language.
    pub search: Option<SearchDoc>,
}

/// The `extra` table. Every field is always written, empty when there is nothing, so that
/// a template never meets an undefined name.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Extra {
    /// Address without language.
    pub path: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// Key of the main navigation.
    pub area: String,
    /// Kind of page, where its shape differs: `guide`, `area`.
    pub kind: String,
    /// Open Graph locale.
    pub locale: String,
    /// Full address of the text's own language.
    pub canonical: String,
    /// Keeps fallbacks out of search engines.
    pub noindex: bool,
    /// A page of the help section: no script but the exit, no manifest, neutral title.
    pub help: bool,
    /// Filled by the server.
    pub dynamic: bool,
    /// Title that tells a bystander nothing.
    pub neutral_title: String,
    /// Address of the feed.
    pub feed: String,
    /// Machine-readable description.
    pub jsonld: String,
    /// The same page in every language.
    pub alternates: Vec<Alternate>,
    /// The way here.
    pub crumbs: Vec<Item>,
    /// Line above the title.
    pub kicker: String,
    /// Opening sentence.
    pub lede: Spoken,
    /// Language of title and body, when it is not the page's.
    pub body_lang: String,
    /// Its direction.
    pub body_dir: String,
    /// Marks.
    pub tags: Vec<Tag>,
    /// Notices before the text.
    pub notices: Vec<Notice>,
    /// Facts beside or below the text.
    pub facts: Vec<Fact>,
    /// Facts in a side column.
    pub split: bool,
    /// Facts below the text, under headings of their own.
    pub blocks: Vec<Block>,
    /// Pages of the same section, in a side column.
    pub aside: Group,
    /// SVG of a map.
    pub map: String,
    /// Line below it.
    pub map_note: String,
    /// Charts with their tables.
    pub figures: Vec<Figure>,
    /// A table of links and words.
    pub table: Table,
    /// Short forms of the text, explained.
    pub terms: Vec<Item>,
    /// Dated events.
    pub timeline: Vec<Moment>,
    /// Choices above the lists.
    pub filters: Vec<Filter>,
    /// Lists of pages.
    pub groups: Vec<Group>,
    /// Files of the same data.
    pub downloads: Vec<Item>,
    /// Relay kit.
    pub kit: Vec<Kit>,
    /// Its file.
    pub kit_file: String,
    /// Its page to print.
    pub kit_sheet: String,
    /// Other people's pages.
    pub links: Vec<Item>,
    /// Where the facts come from.
    pub sources: Vec<Item>,
    /// Day of the last change, as a sentence.
    pub updated: String,
    /// Choices of the push form.
    pub municipalities: Vec<MunicipalityChoice>,
    /// Choices of the push form.
    pub severities: Vec<Choice>,
    /// Choices of the push form.
    pub categories: Vec<Choice>,
    /// Languages of the entrance page.
    pub languages: Vec<Alternate>,
}

/// What the search engine gets about a page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SearchDoc {
    /// Unique: topic and language.
    pub id: String,
    /// Kind of page.
    pub kind: String,
    /// Language.
    pub lang: String,
    /// The same in every language.
    pub topic_id: String,
    /// Title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Words of the page without mark-up.
    pub body: String,
    /// Address.
    pub url: String,
    /// Audiences.
    pub audience: Vec<String>,
    /// NIS codes.
    pub municipality: Vec<String>,
}
