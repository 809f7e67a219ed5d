//! `fees.toml`, `authorities.toml`, `reasons.toml`, `legal.toml`, `sources.toml`.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Words;
use crate::row::Confidence;

/// A fee.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// When it is paid: `filing`, `grant`; none for what is free.
    pub stages: Vec<String>,
    /// Whether it is given back.
    pub refundable: bool,
    /// Before indexation, in cents of euro; derived, never charged.
    #[serde(default)]
    pub base_cents: Option<i64>,
    /// How sure the base is.
    #[serde(default)]
    pub base_confidence: Option<Confidence>,
    /// Its name.
    pub title: Words,
}

/// What a stage of a fee costs in a period.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// The fee.
    pub fee: String,
    /// The stage.
    pub stage: String,
    /// Cents of euro; none when it is not known, which is never guessed.
    #[serde(default)]
    pub amount_cents: Option<i64>,
    /// The part for the municipality.
    #[serde(default)]
    pub municipality_cents: Option<i64>,
}

/// A rule about fees or reasons.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// What follows.
    #[serde(default)]
    pub effect: Option<String>,
    /// Refusal that it leads to.
    #[serde(default)]
    pub refusal: Option<String>,
    /// The rule.
    pub text: Words,
}

/// Who decides, advises, or is competent elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// `decides`, `advises`, `appeal`, `route`, `register`.
    pub role: String,
    /// How the office of a place is found.
    #[serde(default)]
    pub addressing: Option<String>,
    /// Its name.
    pub title: Words,
    /// What it does.
    pub text: Words,
    /// Whether files go to it through this portal.
    pub online: bool,
    /// Its page.
    #[serde(default)]
    pub url: Option<String>,
    /// Authorities named by sources that disagree.
    #[serde(default)]
    pub candidates: Vec<String>,
}

/// A legitimate reason.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Its number in the Act's list.
    pub number: i64,
    /// Its name.
    pub title: Words,
    /// How it is shown.
    pub text: Words,
    /// Documents that show it.
    #[serde(rename = "proof")]
    pub shown_by: Vec<String>,
}

/// A legal text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Its id.
    pub id: String,
    /// Its day, when it is known.
    #[serde(default)]
    pub date: Option<Date>,
    /// Its title.
    pub title: Words,
    /// What stands before the title inside a sentence, which then begins with a small letter
    /// (French and Dutch); empty when the title stands there as it is.
    pub the: Words,
    /// As it is cited.
    pub short: Words,
    /// Its address.
    #[serde(default)]
    pub url: Option<String>,
    /// Where we have it from.
    pub source: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// What still has to be confirmed.
    #[serde(default)]
    pub note: Option<Words>,
}

/// A page or text that was read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Language of the title.
    #[serde(default, skip_serializing)]
    pub lang: Option<String>,
    /// Who published it, “French / Dutch” where the name has two official forms.
    pub publisher: String,
    /// Its address.
    #[serde(default)]
    pub url: Option<String>,
    /// Its day.
    #[serde(default)]
    pub date: Option<String>,
    /// Year and month of the last check.
    pub checked: String,
}

impl Source {
    /// Who published it, by the official name in a reader's language; both names for readers
    /// of other languages.
    #[must_use]
    pub fn publisher_in(&self, lang: &str) -> &str {
        match (self.publisher.split_once(" / "), lang) {
            (Some((french, _)), "fr") => french,
            (Some((_, dutch)), "nl") => dutch,
            _ => &self.publisher,
        }
    }
}

/// A legal basis `act` or `act:article`, parted.
#[must_use]
pub fn parted(basis: &str) -> (&str, Option<&str>) {
    basis.split_once(':').map_or((basis, None), |(act, article)| (act, Some(article)))
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn readers_of_an_official_language_get_the_name_in_it() {
        let mut source = Source {
            id: String::new(),
            title: String::new(),
            lang: None,
            publisher: "SPF Justice / FOD Justitie".to_owned(),
            url: None,
            date: None,
            checked: String::new(),
        };
        let names = ["fr", "nl", "en"].map(|lang| source.publisher_in(lang).to_owned());
        assert_eq!(names, ["SPF Justice", "FOD Justitie", "SPF Justice / FOD Justitie"]);
        source.publisher = "BX1".to_owned();
        assert_eq!(source.publisher_in("nl"), "BX1");
    }
}
