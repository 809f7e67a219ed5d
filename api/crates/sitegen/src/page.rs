//! One page in one language: what its template needs, already in the reader's words.

use safe_content::Lang;
use serde::Serialize;

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
    pub lede: String,
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
    /// Dated events.
    pub timeline: Vec<Moment>,
    /// Lists of pages.
    pub groups: Vec<Group>,
    /// Relay kit.
    pub kit: Vec<Kit>,
    /// Its file.
    pub kit_file: String,
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

/// The same page in one language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Alternate {
    /// Language.
    pub lang: String,
    /// Its direction.
    pub dir: String,
    /// Its own name.
    pub name: String,
    /// Address.
    pub url: String,
    /// The text exists there.
    pub exists: bool,
    /// A sentence, on the entrance page.
    pub text: String,
}

/// A link or a word, with what surrounds it in a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Item {
    /// Anchor.
    pub id: String,
    /// Words.
    pub title: String,
    /// Address; empty for a word.
    pub url: String,
    /// Language of the words, when it is not the page's.
    pub lang: String,
    /// Its direction.
    pub dir: String,
    /// Sentence below.
    pub summary: String,
    /// Line above.
    pub kicker: String,
    /// Small line below.
    pub meta: String,
    /// Another small line.
    pub note: String,
    /// Telephone numbers.
    pub phones: Vec<Call>,
    /// Facts on the card.
    pub facts: Vec<Fact>,
}

/// A mark.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Tag {
    /// Words.
    pub title: String,
    /// End of the class `tag--…`.
    pub tone: String,
}

/// A notice.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Notice {
    /// End of the class `notice--…`.
    pub tone: String,
    /// Heading.
    pub title: String,
    /// Sentence.
    pub text: String,
    /// Links.
    pub links: Vec<Item>,
}

/// A row of a definition list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Fact {
    /// Name.
    pub label: String,
    /// Value as words.
    pub text: String,
    /// Value as a list.
    pub items: Vec<Item>,
    /// Small line below: legal basis, certainty.
    pub note: String,
}

/// Facts under a heading.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Block {
    /// Heading.
    pub title: String,
    /// Sentence.
    pub intro: String,
    /// The facts.
    pub rows: Vec<Fact>,
}

/// A telephone number.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Call {
    /// As people read it.
    pub number: String,
    /// As telephones dial it.
    pub tel: String,
    /// Cost and traces.
    pub note: String,
}

/// A dataset with its chart.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Figure {
    /// Id for anchors.
    pub id: String,
    /// Name.
    pub title: String,
    /// Its own page; empty on that page.
    pub url: String,
    /// What the figures show.
    pub reading: String,
    /// Language of the reading, when it is not the page's.
    pub lang: String,
    /// Its direction.
    pub dir: String,
    /// The chart.
    pub svg: String,
    /// What to keep in mind.
    pub caveat: String,
    /// A contradiction in the source.
    pub anomaly: String,
    /// Unit.
    pub unit: String,
    /// Period, as a sentence.
    pub period: String,
    /// Source, as a sentence.
    pub source: String,
    /// Address of the CSV file.
    pub csv: String,
    /// The table is open at first.
    pub open: bool,
    /// Column headings.
    pub head: Vec<TableCell>,
    /// Rows.
    pub rows: Vec<Vec<TableCell>>,
}

/// A cell of a table of figures.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TableCell {
    /// Words or formatted number.
    pub text: String,
    /// Aligned as a number.
    pub num: bool,
}

/// A table whose cells are lists of links.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Table {
    /// Caption.
    pub caption: String,
    /// Headings.
    pub head: Vec<String>,
    /// Rows of cells.
    pub rows: Vec<Vec<Vec<Item>>>,
}

/// A dated event.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Moment {
    /// Machine-readable date.
    pub date: String,
    /// The date in words.
    pub shown: String,
    /// What happened.
    pub text: String,
    /// Language, when it is not the page's.
    pub lang: String,
    /// Its direction.
    pub dir: String,
}

/// A list of pages with a heading.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Group {
    /// Anchor.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Sentence.
    pub intro: String,
    /// `cards`, `index`, `terms` or `services`.
    pub layout: String,
    /// Entries.
    pub items: Vec<Item>,
    /// Address of the whole list.
    pub more: String,
    /// Its words.
    pub more_title: String,
}

/// One piece of a relay kit, in the languages there are.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Kit {
    /// Kind.
    pub title: String,
    /// Words per language.
    pub texts: Vec<Item>,
}

/// A choice in a form.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Choice {
    /// Value sent.
    pub value: String,
    /// Words.
    pub title: String,
    /// Explanation.
    pub hint: String,
}

/// A municipality in the push form.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MunicipalityChoice {
    /// NIS code.
    pub nis: String,
    /// Name.
    pub name: String,
    /// Postcodes.
    pub postcodes: String,
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
