//! "Which permit do I need?": one question at a time, from answers to the next question
//! or to an outcome. Nothing is kept, and no outcome forbids filing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Words;
use crate::row::Confidence;

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id, and the name of its answer.
    pub id: String,
    /// The question.
    pub title: Words,
    /// What helps to answer it.
    pub text: Words,
    /// Rows to print under it, as `kind:id`.
    #[serde(default)]
    pub facts: Vec<String>,
    /// Where that is written.
    pub source: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Possible answers.
    #[serde(rename = "option")]
    pub options: Vec<Choice>,
}

/// A possible answer; it leads to a question or to an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// The answer.
    pub title: Words,
    /// The next question.
    #[serde(default)]
    pub next: Option<String>,
    /// The outcome.
    #[serde(default)]
    pub outcome: Option<String>,
}

/// Where an outcome points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeKind {
    /// A procedure of the service.
    Procedure,
    /// Another authority.
    Authority,
    /// A page of the portal.
    Page,
}

/// An outcome.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Its id.
    pub id: String,
    /// Where it points.
    pub kind: OutcomeKind,
    /// The procedure.
    #[serde(default)]
    pub procedure: Option<String>,
    /// The form of the procedure.
    #[serde(default)]
    pub variant: Option<String>,
    /// The reason that was recognised.
    #[serde(default)]
    pub reason: Option<String>,
    /// The authority that decides.
    #[serde(default)]
    pub authority: Option<String>,
    /// Folder of a guide page.
    #[serde(default)]
    pub page: Option<String>,
    /// Procedure that can be filed all the same; empty when there is nothing to file.
    pub file: String,
    /// What corresponds.
    pub title: Words,
    /// Why.
    pub text: Words,
    /// A likely bad end; it never blocks.
    #[serde(default)]
    pub warning: Option<Words>,
    /// Where that is written.
    pub source: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// The questions and their outcomes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Eligibility {
    /// Id of the first question.
    pub start: String,
    /// All questions.
    pub questions: Vec<Question>,
    /// All outcomes.
    pub outcomes: Vec<Outcome>,
}

/// An answer that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given<'e> {
    /// The question.
    pub question: &'e Question,
    /// The option that was chosen.
    pub choice: &'e Choice,
}

/// Where the answers lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'e> {
    /// This question comes next.
    Ask(&'e Question),
    /// This is what corresponds.
    End(&'e Outcome),
}

/// The way that the answers took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk<'e> {
    /// Answers that count, in the order of the questions.
    pub given: Vec<Given<'e>>,
    /// Where they lead.
    pub step: Step<'e>,
}

/// An answer is no option of its question.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no such option of the question {question}")]
pub struct UnknownOption {
    /// The question.
    pub question: String,
}

impl Eligibility {
    /// A question.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// An outcome.
    #[must_use]
    pub fn outcome(&self, id: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.id == id)
    }

    /// Follows answers from the first question. Answers to questions that the way does not
    /// pass are left aside: they stay from a way that was taken before going back.
    ///
    /// # Errors
    /// An answer on the way is no option of its question. The data is checked on loading,
    /// so every option leads somewhere and no way is without end.
    pub fn walk(&self, answers: &BTreeMap<String, String>) -> Result<Walk<'_>, UnknownOption> {
        let unknown = |id: &str| UnknownOption { question: id.to_owned() };
        let mut given: Vec<Given<'_>> = Vec::new();
        let mut question = self.question(&self.start).ok_or_else(|| unknown(&self.start))?;
        while let Some(answer) = answers.get(&question.id).filter(|answer| !answer.is_empty()) {
            if given.len() > self.questions.len() {
                return Err(unknown(&question.id));
            }
            let choice =
                question.options.iter().find(|o| o.id == *answer).ok_or_else(|| unknown(&question.id))?;
            given.push(Given { question, choice });
            if let Some(outcome) = choice.outcome.as_deref().and_then(|id| self.outcome(id)) {
                return Ok(Walk { given, step: Step::End(outcome) });
            }
            let next = choice.next.as_deref().and_then(|id| self.question(id));
            question = next.ok_or_else(|| unknown(&question.id))?;
        }
        Ok(Walk { given, step: Step::Ask(question) })
    }
}
