//! `POST /permits/eligibility`: from answers to the next question or to an outcome.
//! Nothing is kept, nothing is logged, and no outcome forbids filing.

use std::collections::BTreeMap;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE};
use actix_web::{HttpRequest, HttpResponse, post, web};
use safe_permits::Confidence;
use safe_permits::deadline::Limit;
use safe_permits::eligibility::{Outcome, OutcomeKind, Question, Step, Walk};
use safe_permits::{Dated, On};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::view::{PermitAuthority, PermitLegalBasis, PermitProof, PermitSource, Printer, apply, guide};
use super::view::{languages, spoken};
use crate::app::State;
use crate::clock;
use crate::error::{Error, Fault, Result};
use crate::http::{Rate, Reader, client_address};
use crate::i18n::Lang;

/// Most answers of a body; the questions are fewer.
const MOST_ANSWERS: usize = 64;
/// Most characters of an id.
const MOST_CHARACTERS: usize = 64;

/// Registers the route.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.service(eligibility);
}

/// Answers given so far.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PermitEligibilityBody {
    /// Option by question; empty at the start.
    #[serde(default)]
    answers: BTreeMap<String, String>,
    /// Language of the reader.
    lang: Option<String>,
}

/// Where the answers lead, in each language of the answer.
#[derive(Serialize, ToSchema)]
struct PermitEligibilityView {
    /// One entry for each language.
    items: Vec<PermitEligibility>,
}

/// Where the answers lead: a question, or an outcome.
#[derive(Serialize, ToSchema)]
struct PermitEligibility {
    /// Language of the texts.
    lang: String,
    /// Answers that count, in the order of the questions.
    answers: Vec<PermitAnswer>,
    /// The next question; none when there is an outcome.
    question: Option<PermitQuestion>,
    /// What corresponds; it guides and decides nothing.
    outcome: Option<PermitOutcome>,
}

/// An answer that was given.
#[derive(Serialize, ToSchema)]
struct PermitAnswer {
    question: String,
    question_title: String,
    option: String,
    option_title: String,
}

/// A question.
#[derive(Serialize, ToSchema)]
struct PermitQuestion {
    id: String,
    title: String,
    /// What helps to answer it.
    text: String,
    options: Vec<PermitOption>,
    /// Numbers of the law that matter for it.
    facts: Vec<PermitNumber>,
    source: Vec<PermitSource>,
    #[schema(value_type = String)]
    confidence: Confidence,
}

/// A possible answer.
#[derive(Serialize, ToSchema)]
struct PermitOption {
    id: String,
    title: String,
}

/// A number of the law.
#[derive(Serialize, ToSchema)]
struct PermitNumber {
    id: String,
    title: String,
    amount: i64,
    /// Of what, for example `weapons`.
    unit: String,
    #[serde(flatten)]
    proof: PermitProof,
}

/// A procedure with its addresses.
#[derive(Serialize, ToSchema)]
struct PermitPointer {
    id: String,
    title: String,
    /// Without host.
    url: String,
}

/// What corresponds to the answers.
#[derive(Serialize, ToSchema)]
struct PermitOutcome {
    id: String,
    /// `procedure`, `authority`, `page`.
    #[schema(value_type = String)]
    kind: OutcomeKind,
    title: String,
    /// Why.
    text: String,
    /// A likely bad end; it never blocks.
    warning: Option<String>,
    /// The procedure, with its guide page.
    procedure: Option<PermitPointer>,
    /// Form of the procedure.
    variant: Option<String>,
    /// Legitimate reason that was recognised.
    reason: Option<String>,
    /// The authority that decides instead.
    authority: Option<PermitAuthority>,
    /// Page to read, without host.
    url: String,
    /// What can be filed all the same, with the address where it begins.
    file: Option<PermitPointer>,
    legal_basis: Vec<PermitLegalBasis>,
    source: Vec<PermitSource>,
    #[schema(value_type = String)]
    confidence: Confidence,
}

/// Which permit do I need: from the answers so far to the next question or the outcome.
/// Stateless; answers of a way that was left are ignored.
#[utoipa::path(tag = "permits", request_body = PermitEligibilityBody,
    responses((status = 200, body = PermitEligibilityView)))]
#[post("/permits/eligibility")]
async fn eligibility(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    body: web::Json<PermitEligibilityBody>,
) -> Result<HttpResponse> {
    state.limiter.check(Rate::Read, client_address(&request, &state.config.http.trusted_proxies))?;
    let reader = match body.lang.as_deref().filter(|tag| !tag.is_empty()) {
        None => reader,
        Some(tag) => {
            Reader(Some(Lang::parse(tag).ok_or_else(|| Error::invalid("lang", "language-unknown"))?))
        }
    };
    let law = state.law.on(clock::today(state.clock.now_ms()));
    let walk = follow(law, &body.answers)?;
    let view = |lang| Printer { law, lang }.walk(&walk);
    let items = languages(reader).into_iter().map(view).collect();
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_LANGUAGE, reader.content_language()))
        .json(PermitEligibilityView { items }))
}

/// Follows answers, within their bounds.
///
/// # Errors
/// There are too many, or one is no option of its question.
pub(super) fn follow<'l>(law: On<'l>, answers: &BTreeMap<String, String>) -> Result<Walk<'l>> {
    let long = |text: &String| text.chars().count() > MOST_CHARACTERS;
    if answers.len() > MOST_ANSWERS || answers.iter().any(|(question, option)| long(question) || long(option))
    {
        return Err(Error::invalid("answers", "permits-answers"));
    }
    law.law.eligibility.walk(answers).map_err(|unknown| {
        let field = format!("answers.{}", unknown.question);
        Error::Invalid(vec![Fault::new(field, "permits-option").arg("question", unknown.question)])
    })
}

impl<'l> Printer<'l> {
    fn walk(&self, walk: &Walk<'_>) -> PermitEligibility {
        let answers = walk.given.iter().map(|given| PermitAnswer {
            question: given.question.id.clone(),
            question_title: self.say(&given.question.title),
            option: given.choice.id.clone(),
            option_title: self.say(&given.choice.title),
        });
        let (title, question, outcome) = match walk.step {
            Step::Ask(question) => (&question.title, Some(self.question(question)), None),
            Step::End(outcome) => (&outcome.title, None, Some(self.outcome(outcome))),
        };
        PermitEligibility {
            lang: spoken(self.lang, title).0.code().to_owned(),
            answers: answers.collect(),
            question,
            outcome,
        }
    }

    /// The numbers that a question names.
    pub(super) fn numbers(&self, question: &Question) -> Vec<&'l Dated<Limit>> {
        let law = self.law;
        let limit = |fact: &String| fact.strip_prefix("limit:").and_then(|id| law.limit(id));
        question.facts.iter().filter_map(limit).collect()
    }

    fn question(&self, question: &Question) -> PermitQuestion {
        let option =
            |option: &safe_permits::eligibility::Choice| (option.id.clone(), self.say(&option.title));
        let facts = self.numbers(question).into_iter().map(|row| PermitNumber {
            id: row.id.clone(),
            title: self.say(&row.title),
            amount: row.amount,
            unit: row.unit.clone(),
            proof: self.proof(&row.proof),
        });
        PermitQuestion {
            id: question.id.clone(),
            title: self.say(&question.title),
            text: self.say(&question.text),
            options: question
                .options
                .iter()
                .map(option)
                .map(|(id, title)| PermitOption { id, title })
                .collect(),
            facts: facts.collect(),
            source: self.sources(&question.source),
            confidence: question.confidence,
        }
    }

    fn outcome(&self, outcome: &Outcome) -> PermitOutcome {
        let procedure = outcome.procedure.as_ref().and_then(|id| self.law.procedure(id));
        let authority = outcome.authority.as_ref().and_then(|id| self.law.authority(id));
        let basis = procedure.map(|row| &row.proof).or(authority.map(|row| &row.proof));
        let pointer = |row: &Dated<safe_permits::procedure::Procedure>, url| PermitPointer {
            id: row.id.clone(),
            title: self.say(&row.title),
            url,
        };
        PermitOutcome {
            id: outcome.id.clone(),
            kind: outcome.kind,
            title: self.say(&outcome.title),
            text: self.say(&outcome.text),
            warning: outcome.warning.as_ref().map(|warning| self.say(warning)),
            procedure: procedure.map(|row| pointer(row, guide(self.lang, &row.page))),
            variant: outcome.variant.clone(),
            reason: outcome.reason.clone(),
            authority: authority.map(|row| self.authority(row)),
            url: guide(self.lang, self.page_of(outcome)),
            file: self.law.procedure(&outcome.file).map(|row| pointer(row, apply(self.lang))),
            legal_basis: basis.map(|proof| self.basis(proof)).unwrap_or_default(),
            source: self.sources(&outcome.source),
            confidence: outcome.confidence,
        }
    }

    /// The guide page of an outcome.
    pub(super) fn page_of<'o>(&self, outcome: &'o Outcome) -> &'o str
    where
        'l: 'o,
    {
        let of_procedure = outcome.procedure.as_ref().and_then(|id| self.law.procedure(id));
        outcome.page.as_deref().or(of_procedure.map(|row| row.page.as_str())).unwrap_or_default()
    }
}
