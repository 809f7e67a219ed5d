//! What a service is, as `content/help/README.md` writes it, typed.
//!
//! None of these types can be written out: they have no `Serialize`. What may be seen
//! leaves through the views of [`super::hsds`] and [`super::page`], which are made from
//! [`super::Shown`] alone.
//!
//! - `contact`: how it is reached, and when;
//! - `place`: where it receives people.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::i18n::Lang;

mod contact;
mod place;

pub use contact::{Channel, Hours, Phone};
pub use place::{Place, Visibility};

/// A text with one entry per language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Text(pub BTreeMap<String, String>);

impl Text {
    /// The text in this language, or in the first of its fallbacks that has one, with the
    /// code of the language found.
    #[must_use]
    pub fn best(&self, lang: Lang) -> (&str, &str) {
        lang.chain()
            .into_iter()
            .find_map(|lang| self.0.get_key_value(lang.code()))
            .or_else(|| self.0.iter().next())
            .map_or((lang.code(), ""), |(code, text)| (code.as_str(), text.as_str()))
    }

    /// The words alone.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &str {
        self.best(lang).1
    }
}

/// How well a value is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Mark {
    /// The owner's own page.
    P,
    /// A third party.
    S,
    /// Sources disagree.
    C,
    /// Not found, or too old.
    U,
}

impl Mark {
    /// Its letter.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::P => "P",
            Self::S => "S",
            Self::C => "C",
            Self::U => "U",
        }
    }
}

/// Where a value was read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Source {
    /// Address of the page.
    pub url: Option<String>,
    /// Month it was read.
    pub seen: Option<String>,
    /// Line of a source document; never leaves the house.
    pub doc: Option<String>,
}

/// What every value carries.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Known {
    /// How well it is known.
    pub mark: Mark,
    /// Whether a visitor may see it.
    #[serde(default)]
    pub publish: bool,
    /// Where it was read.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Day on which somebody called the service and heard it.
    pub confirmed_by_phone_on: Option<String>,
}

/// A web address.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Website {
    /// The address.
    pub value: String,
    /// How well it is known.
    #[serde(flatten)]
    pub known: Known,
}

/// Languages in which a service is offered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Languages {
    /// BCP 47 codes.
    pub values: Vec<String>,
    /// How well they are known.
    #[serde(flatten)]
    pub known: Known,
}

/// For whom.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Eligibility {
    /// Years.
    pub min_age: Option<u8>,
    /// Years.
    pub max_age: Option<u8>,
    /// In words.
    pub text: Option<Text>,
    /// How well it is known.
    #[serde(flatten)]
    pub known: Known,
}

/// What it costs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Cost {
    /// `free`, `paid` or `unknown`.
    pub value: String,
    /// How well it is known.
    #[serde(flatten)]
    pub known: Known,
}

/// A yes or no that only the owner can give.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Flag {
    /// Yes or no.
    pub value: bool,
    /// How well it is known.
    #[serde(flatten)]
    pub known: Known,
}

/// One service.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Service {
    /// Id of the organisation.
    pub organization: String,
    /// `active`, `inactive`, `defunct`, `temporarily closed`.
    pub status: String,
    /// For whom.
    #[serde(default)]
    pub audiences: Vec<String>,
    /// In which situations.
    #[serde(default)]
    pub situations: Vec<String>,
    /// What it gives.
    #[serde(default)]
    pub needs: Vec<String>,
    /// About what.
    #[serde(default)]
    pub topics: Vec<String>,
    /// `country`, `region` or NIS codes.
    #[serde(default)]
    pub coverage: Vec<String>,
    /// Only for professionals.
    #[serde(default)]
    pub referral_only: bool,
    /// Also lodges people: no place, no distance.
    #[serde(default)]
    pub shelter: bool,
    /// An emergency number, never hidden.
    #[serde(default)]
    pub emergency: bool,
    /// Fields to be shown as to be confirmed.
    #[serde(default)]
    pub unconfirmed: Vec<String>,
    /// Month in which the sources were read.
    #[serde(default)]
    pub checked: String,
    /// Last day on which the values count as fresh.
    pub expires_on: Option<String>,
    /// Day on which the owner confirmed the whole entry.
    pub assured_date: Option<String>,
    /// Name.
    pub name: Text,
    /// One or two sentences.
    #[serde(default)]
    pub description: Text,
    /// Shown above the number.
    pub alert: Option<Text>,
    /// Only for professionals.
    pub how_partners_refer: Option<Text>,
    /// The owner's site.
    pub website: Option<Website>,
    /// Languages offered.
    pub languages: Option<Languages>,
    /// For whom.
    pub eligibility: Option<Eligibility>,
    /// What it costs.
    pub cost: Option<Cost>,
    /// `open_24h`, `minors_accepted`, `children_accepted`, `wheelchair`.
    #[serde(default)]
    pub flags: BTreeMap<String, Flag>,
    /// Numbers.
    #[serde(default, rename = "phone")]
    pub phones: Vec<Phone>,
    /// Other ways.
    #[serde(default, rename = "channel")]
    pub channels: Vec<Channel>,
    /// Hours.
    #[serde(default, rename = "schedule")]
    pub hours: Vec<Hours>,
    /// Places; they come from their own table.
    #[serde(skip)]
    pub places: Vec<Place>,
}
