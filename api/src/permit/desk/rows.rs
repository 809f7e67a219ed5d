//! Rows that only the office reads: blocks of letters, opinions, reasons of a refusal.
//! What the applicant's pages read too comes from [`safe_permits::Law`].

use std::path::Path;

use anyhow::Context;
use safe_permits::Words;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::value::Datetime;

use crate::i18n::Lang;

/// When a row applies: first and last day, `YYYY-MM-DD`.
#[derive(Debug, Clone, Deserialize)]
pub struct Span {
    valid_from: Datetime,
    #[serde(default)]
    valid_to: Option<Datetime>,
}

impl Span {
    /// First day.
    #[must_use]
    pub fn from(&self) -> String {
        self.valid_from.to_string()
    }

    fn holds(&self, day: &str) -> bool {
        self.from().as_str() <= day && self.valid_to.as_ref().is_none_or(|to| day <= to.to_string().as_str())
    }
}

/// What stands in every letter.
#[derive(Debug, Clone, Deserialize)]
pub struct Frame {
    /// Who writes.
    pub sender: Words,
    /// What about.
    pub subject: Words,
    /// Number of the file.
    pub reference: Words,
    /// Place and day.
    pub date: Words,
    /// Who signs.
    pub signature: Words,
    /// How to check the letter.
    pub verification: Words,
    /// The square code, for who does not see it.
    pub verification_code: Words,
    /// Main heading.
    pub title: Words,
    /// Word before the number.
    pub reference_label: Words,
    /// Word before the subject.
    pub subject_label: Words,
    /// Act and article.
    pub article: Words,
    /// Act and several articles.
    pub articles: Words,
    /// Heading of the decision.
    pub decision_heading: Words,
    /// Heading of the conditions.
    pub conditions_heading: Words,
    /// Heading of the reasons.
    pub reasons_heading: Words,
    /// Heading of what follows.
    pub after_heading: Words,
    /// Foot of every page.
    pub footer: Words,
    /// Number of the page.
    pub pages: Words,
}

/// Where a block stands in the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Before the decision.
    Opening,
    /// The decision itself.
    Decision,
    /// Conditions.
    Conditions,
    /// Reasons.
    Reasons,
    /// What it means.
    After,
    /// Which appeal is open.
    Appeal,
}

/// A block of a letter.
#[derive(Debug, Clone, Deserialize)]
pub struct Block {
    /// Id.
    pub id: String,
    /// Where it stands among the others.
    pub order: i64,
    /// Part of the letter.
    pub place: Place,
    /// Kinds of decision that have it.
    pub kinds: Vec<String>,
    /// Only in these procedures.
    #[serde(default)]
    pub procedures: Vec<String>,
    /// Printed once per item: `legal_basis`, `advice`, `condition`, `refusal`.
    #[serde(default)]
    pub repeat: String,
    /// Guide page that it names.
    #[serde(default)]
    pub page: String,
    /// Row of `deadlines.toml` of the appeal.
    #[serde(default)]
    pub appeal: String,
    /// Heading.
    pub title: Option<Words>,
    /// Text.
    pub text: Words,
}

/// The letter with which a person can appeal.
#[derive(Debug, Clone, Deserialize)]
pub struct AppealLetter {
    /// Heading.
    pub title: Words,
    /// Against a decision.
    pub text: Words,
    /// Against none in time.
    pub no_decision: Words,
    /// What to do.
    pub checklist: Lists,
}

/// Items in the languages of files.
#[derive(Debug, Clone, Deserialize)]
pub struct Lists {
    fr: Vec<String>,
    nl: Vec<String>,
}

impl Lists {
    /// The items in Dutch, else in French.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &[String] {
        if lang == Lang::NL { &self.nl } else { &self.fr }
    }
}

/// An opinion that a procedure provides for.
#[derive(Debug, Clone, Deserialize)]
pub struct Advice {
    /// Id.
    pub id: String,
    /// Procedures.
    pub procedures: Vec<String>,
    /// Authority that is asked.
    pub adviser: String,
    /// `required`, `optional` or `not-stated`.
    pub need: String,
    /// Places that it is asked for.
    pub places: Vec<String>,
    /// Row of `deadlines.toml`.
    pub due: String,
    /// What may be asked.
    pub asks: Vec<String>,
    /// Legal bases.
    #[serde(default)]
    pub legal_basis: Vec<String>,
    /// When it applies.
    #[serde(flatten)]
    pub span: Span,
}

/// Something with a name.
#[derive(Debug, Clone, Deserialize)]
pub struct Named {
    /// Id.
    pub id: String,
    /// Name, or question.
    #[serde(alias = "text")]
    pub title: Words,
}

/// A reason for an adverse decision.
#[derive(Debug, Clone, Deserialize)]
pub struct Refusal {
    /// Id.
    pub id: String,
    /// `inadmissible` or `refusal`.
    pub stage: String,
    /// Whether other states are told.
    pub imi: bool,
    /// Name.
    pub title: Words,
    /// Sentence of the decision.
    pub text: Words,
    /// Legal bases.
    pub legal_basis: Vec<String>,
    /// When it applies.
    #[serde(flatten)]
    pub span: Span,
}

/// All of them.
#[derive(Debug, Clone)]
pub struct Rows {
    /// What stands in every letter.
    pub letter: Frame,
    /// Blocks, in order.
    pub blocks: Vec<Block>,
    /// The letter of an appeal.
    pub appeal_letter: AppealLetter,
    advice: Vec<Advice>,
    questions: Vec<Named>,
    results: Vec<Named>,
    refusals: Vec<Refusal>,
}

#[derive(Deserialize)]
struct Decisions {
    letter: Frame,
    block: Vec<Block>,
    appeal_letter: AppealLetter,
}

#[derive(Deserialize)]
struct Opinions {
    advice: Vec<Advice>,
    question: Vec<Named>,
    result: Vec<Named>,
}

#[derive(Deserialize)]
struct Refusals {
    refusal: Vec<Refusal>,
}

fn read<T: DeserializeOwned>(folder: &Path, file: &str) -> anyhow::Result<T> {
    let path = folder.join(file);
    let text =
        std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    toml::from_str(&text).with_context(|| format!("{} breaks its form", path.display()))
}

impl Rows {
    /// Reads the rows of a content folder.
    ///
    /// # Errors
    /// A file is missing or breaks its form.
    pub fn load(content: &Path) -> anyhow::Result<Self> {
        let folder = content.join("permits");
        let mut decisions: Decisions = read(&folder, "decision.toml")?;
        decisions.block.sort_by_key(|block| block.order);
        let opinions: Opinions = read(&folder, "advice.toml")?;
        let refusals: Refusals = read(&folder, "refusals.toml")?;
        Ok(Self {
            letter: decisions.letter,
            blocks: decisions.block,
            appeal_letter: decisions.appeal_letter,
            advice: opinions.advice,
            questions: opinions.question,
            results: opinions.result,
            refusals: refusals.refusal,
        })
    }

    /// The opinions that a procedure provides for on a day.
    pub fn advice_of<'r>(&'r self, procedure: &'r str, day: &'r str) -> impl Iterator<Item = &'r Advice> {
        self.advice
            .iter()
            .filter(move |row| row.procedures.iter().any(|id| id == procedure) && row.span.holds(day))
    }

    /// A question that advisers are asked, in words.
    #[must_use]
    pub fn question(&self, id: &str, lang: Lang) -> String {
        named(&self.questions, id, lang)
    }

    /// A result of an opinion, in words.
    #[must_use]
    pub fn result(&self, id: &str, lang: Lang) -> String {
        named(&self.results, id, lang)
    }

    /// Whether an opinion can have this result.
    #[must_use]
    pub fn has_result(&self, id: &str) -> bool {
        self.results.iter().any(|row| row.id == id)
    }

    /// Ids of the results.
    pub fn results(&self) -> impl Iterator<Item = &str> {
        self.results.iter().map(|row| row.id.as_str())
    }

    /// The reasons of a stage that can be given on a day.
    pub fn refusals_of<'r>(&'r self, stage: &'r str, day: &'r str) -> impl Iterator<Item = &'r Refusal> {
        self.refusals.iter().filter(move |row| row.stage == stage && row.span.holds(day))
    }

    /// A reason that can be given on a day.
    #[must_use]
    pub fn refusal(&self, id: &str, day: &str) -> Option<&Refusal> {
        self.refusals.iter().find(|row| row.id == id && row.span.holds(day))
    }
}

fn named(rows: &[Named], id: &str, lang: Lang) -> String {
    rows.iter()
        .find(|row| row.id == id)
        .map_or_else(|| id.to_owned(), |row| row.title.get(lang.code()).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_are_whole() {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        let rows = Rows::load(&content).expect("rows");
        for advice in &rows.advice {
            for ask in &advice.asks {
                assert!(rows.questions.iter().any(|row| row.id == *ask), "{} asks {ask}", advice.id);
            }
        }
        // Exactly one appeal in what is adverse or conditional, none in a plain grant.
        for (kind, appeals) in [
            ("grant", 0),
            ("grant-conditions", 1),
            ("refusal", 1),
            ("inadmissible", 1),
            ("suspension", 1),
            ("withdrawal", 1),
        ] {
            let of_kind = |block: &&Block| block.kinds.iter().any(|one| one == kind);
            let count = rows.blocks.iter().filter(of_kind).filter(|block| !block.appeal.is_empty()).count();
            assert_eq!(count, appeals, "{kind}");
            assert!(rows.blocks.iter().filter(of_kind).any(|block| block.place == Place::Decision), "{kind}");
        }
        assert!(rows.refusals_of("inadmissible", "2026-11-21").count() >= 5);
    }
}
