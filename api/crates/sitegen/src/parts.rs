//! Pieces of a page, as the templates read them.

use serde::Serialize;

use crate::spoken::Spoken;

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
    pub summary: Spoken,
    /// Line above.
    pub kicker: String,
    /// Small line below.
    pub meta: Vec<Spoken>,
    /// Another small line.
    pub note: Vec<Spoken>,
    /// Telephone numbers.
    pub phones: Vec<Call>,
    /// Facts on the card.
    pub facts: Vec<Fact>,
    /// Name of the picture of a guide.
    pub icon: String,
    /// What the filters of the page look at: `subject:theft place:home`.
    pub facets: String,
}

/// Words as a list entry of their own, in their language.
impl From<Spoken> for Item {
    fn from(spoken: Spoken) -> Self {
        Item { title: spoken.words, lang: spoken.lang, dir: spoken.dir, ..Item::default() }
    }
}

/// A choice above a list, offered where scripts run.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Filter {
    /// First part of the facets it looks at; `q` looks at the words.
    pub key: String,
    /// Name of the field.
    pub title: String,
    /// Values and their words; none for a field to type in.
    pub choices: Vec<Choice>,
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
    /// Value in pieces, each in its own language.
    pub words: Vec<Spoken>,
    /// Title of a work that follows the words, and the words after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<Work>,
    /// Value as a list.
    pub items: Vec<Item>,
    /// Small line below: legal basis, certainty.
    pub note: Spoken,
    /// Name, value and small line are HTML of the generator, the value in its paragraphs.
    pub marked: bool,
}

/// A title in the language of its work, inside a line of the page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Work {
    /// Title, as printed.
    pub title: String,
    /// Its language, when it is not the page's.
    pub lang: String,
    /// Its direction.
    pub dir: String,
    /// Words after it.
    pub after: String,
}

impl Fact {
    /// Whether another row tells the reader the same.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        (&self.label, &self.text, &self.words, &self.note)
            == (&other.label, &other.text, &other.words, &other.note)
    }
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
    /// How much room it takes with a closed table, in rem; 0 when it is laid out at once.
    pub room: u32,
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
    pub head: Vec<Spoken>,
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
    /// Its pieces, when a name in it is of another language.
    pub pieces: Vec<Spoken>,
    /// Address of the page that the heading names; empty when it only names the list.
    pub url: String,
    /// Sentence.
    pub intro: String,
    /// `cards`, `index`, `terms` or `services`.
    pub layout: String,
    /// Class of the colour that stands for it on the map of the page; empty without one.
    pub swatch: String,
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
    pub title: Spoken,
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
