//! Rows that only the office reads: blocks of letters, opinions, reasons of a refusal.
//! What the applicant's pages read too comes from [`safe_permits::Law`]. `row` is the shape of
//! each.

mod row;

pub use row::{Advice, AppealLetter, Block, Frame, Lists, Named, Place, Refusal, Span};

use std::path::Path;

use anyhow::Context;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::i18n::Lang;

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

    /// The authority that is asked for an opinion, whenever it could be asked for.
    #[must_use]
    pub fn adviser(&self, id: &str) -> Option<&str> {
        self.advice.iter().rev().find(|row| row.id == id).map(|row| row.adviser.as_str())
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

    /// The reasons that can be given in a procedure, at a stage of it, on a day.
    pub fn refusals_of<'r>(
        &'r self,
        procedure: &'r str,
        stage: &'r str,
        day: &'r str,
    ) -> impl Iterator<Item = &'r Refusal> {
        self.refusals.iter().filter(move |row| row.fits(procedure, stage) && row.span.holds(day))
    }

    /// A reason that can be given on a day.
    #[must_use]
    pub fn refusal(&self, id: &str, day: &str) -> Option<&Refusal> {
        self.refusals.iter().find(|row| row.id == id && row.span.holds(day))
    }

    /// The name of a reason, whenever it could be given.
    #[must_use]
    pub fn reason(&self, id: &str, lang: Lang) -> String {
        let title = |row: &Refusal| row.title.get(lang.code()).to_owned();
        self.refusals.iter().rev().find(|row| row.id == id).map_or_else(|| id.to_owned(), title)
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
        let reasons =
            |procedure| rows.refusals_of(procedure, "refusal", "2026-11-21").map(|row| row.id.as_str());
        assert!(rows.refusals_of("detention", "inadmissible", "2026-11-21").count() >= 5);
        assert!(!reasons("detention").any(|id| ["theme", "exam-not-passed"].contains(&id)));
        assert!(
            reasons("collector").any(|id| id == "theme")
                && reasons("dealer").any(|id| id == "exam-not-passed")
        );
        let law = safe_permits::Law::load(&content.join("permits")).expect("law");
        for id in rows.refusals.iter().flat_map(|row| &row.procedures) {
            assert!(law.title(id).is_some(), "a reason names the procedure {id}");
        }
    }
}
