//! `/{lang}/permits/which/`: the questions as pages, without a script.
//!
//! Answers travel as hidden fields from page to page; nothing of them is kept, logged or
//! put into an address.

use std::collections::BTreeMap;

use actix_web::http::header::{CACHE_CONTROL, HeaderValue, REFERRER_POLICY};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use safe_permits::eligibility::{Given, Outcome, Question, Step, Walk};

use super::eligibility::follow;
use super::view::{Printer, apply, guide};
use crate::app::State;
use crate::clock;
use crate::error::{Error, Result};
use crate::http::{Rate, Raw, client_address};
use crate::i18n::{Args, Lang};
use crate::portal::{self, Page};

/// Address after the language.
const PATH: &str = "permits/which/";
/// Beginning of the names of fields that hold an answer.
const PREFIX: &str = "q.";
/// Most fields that a page can send.
const MOST_FIELDS: usize = 128;

/// Registers the page.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource(["/{lang:[a-z]{2,3}}/permits/which", "/{lang:[a-z]{2,3}}/permits/which/"])
            .route(web::get().to(begun))
            .route(web::post().to(answered)),
    );
}

/// What a page sent.
#[derive(Default)]
struct Sent {
    /// Option by question.
    answers: BTreeMap<String, String>,
    /// The question that the page asked.
    asked: String,
    /// The question to go back to.
    back: String,
}

impl Sent {
    fn read(body: &[u8]) -> Result<Self> {
        let pairs: Vec<(String, String)> =
            serde_html_form::from_bytes(body).map_err(|_| Error::invalid("form", "form"))?;
        if pairs.len() > MOST_FIELDS {
            return Err(Error::invalid("answers", "permits-answers"));
        }
        let mut sent = Self::default();
        for (name, value) in pairs {
            match (name.as_str(), name.strip_prefix(PREFIX)) {
                (_, Some(question)) => drop(sent.answers.insert(question.to_owned(), value)),
                ("asked", _) => sent.asked = value,
                ("back", _) => sent.back = value,
                _ => {}
            }
        }
        Ok(sent)
    }
}

async fn begun(
    state: web::Data<State>,
    request: HttpRequest,
    code: web::Path<String>,
) -> Result<HttpResponse> {
    respond(&state, &request, &code, &Sent::default()).await
}

async fn answered(
    state: web::Data<State>,
    request: HttpRequest,
    code: web::Path<String>,
    body: Raw,
) -> Result<HttpResponse> {
    respond(&state, &request, &code, &Sent::read(&body.0)?).await
}

async fn respond(state: &State, request: &HttpRequest, code: &str, sent: &Sent) -> Result<HttpResponse> {
    let lang = Lang::parse(code).filter(|lang| lang.code() == code).ok_or(Error::NotFound)?;
    state.limiter.check(Rate::Read, client_address(request, &state.config.http.trusted_proxies))?;
    let law = state.law.on(clock::today(state.clock.now_ms()));
    let mut answers = sent.answers.clone();
    if !sent.back.is_empty() {
        // Going back opens a question again, and all that came after it.
        let walk = follow(law, &answers)?;
        let after = walk.given.iter().skip_while(|given| given.question.id != sent.back);
        let dropped: Vec<String> = after.map(|given| given.question.id.clone()).collect();
        answers.retain(|question, _| !dropped.contains(question));
    }
    let walk = follow(law, &answers)?;
    let printer = Printer { law, lang };
    let unanswered =
        sent.back.is_empty() && matches!(walk.step, Step::Ask(question) if question.id == sent.asked);
    let (title, main) = match walk.step {
        Step::Ask(question) => printer.question_page(question, &walk, unanswered)?,
        Step::End(outcome) => printer.outcome_page(outcome, &walk)?,
    };
    let page = Page { lang, title: &title, path: PATH, head: String::new(), main };
    let mut response = portal::answer(lang, portal::pour(state, page).await);
    response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// An answer that was given, as hidden field and as a line to change it.
struct GivenLine {
    name: String,
    question: String,
    title: String,
    option: String,
    chosen: String,
    change: String,
}

struct OptionLine {
    id: String,
    value: String,
    title: String,
}

struct FactLine {
    title: String,
    amount: i64,
    confidence: String,
    unconfirmed: bool,
}

#[derive(Template)]
#[template(path = "permits/which_question.html")]
struct QuestionPage {
    lang: Lang,
    /// Language and direction of the texts, when they are not those of the page.
    spoken: Option<Lang>,
    id: String,
    name: String,
    title: String,
    text: String,
    progress: String,
    options: Vec<OptionLine>,
    facts: Vec<FactLine>,
    given: Vec<GivenLine>,
    unanswered: bool,
}

impl QuestionPage {
    /// What is wrong, for the list above the question.
    fn line(&self) -> String {
        crate::http::fault_line(self.lang, &self.title, &self.lang.text("permits-question-choose"))
    }
}

struct SourceLine {
    title: String,
    url: Option<String>,
    checked: Option<String>,
}

struct BasisLine {
    text: String,
    url: Option<String>,
}

#[derive(Template)]
#[template(path = "permits/which_outcome.html")]
struct OutcomePage {
    lang: Lang,
    spoken: Option<Lang>,
    title: String,
    text: String,
    warning: Option<String>,
    procedure: Option<String>,
    model: Option<String>,
    authority: Option<String>,
    /// What another authority does, with its page.
    elsewhere: Option<(String, String, Option<String>)>,
    guide: String,
    apply: Option<String>,
    /// Whether filing is possible although something else is advised.
    all_the_same: bool,
    confidence: String,
    unconfirmed: bool,
    basis: Vec<BasisLine>,
    sources: Vec<SourceLine>,
    given: Vec<GivenLine>,
}

impl Printer<'_> {
    fn given(&self, given: &[Given<'_>]) -> Vec<GivenLine> {
        let line = |given: &Given<'_>| {
            let title = self.say(&given.question.title);
            GivenLine {
                name: format!("{PREFIX}{}", given.question.id),
                question: given.question.id.clone(),
                option: given.choice.id.clone(),
                chosen: self.say(&given.choice.title),
                change: self
                    .lang
                    .text_with("permits-which-change", &Args::new().with("question", title.clone())),
                title,
            }
        };
        given.iter().map(line).collect()
    }

    /// The language of the texts, when it is another than that of the page.
    fn spoken(&self) -> Option<Lang> {
        (!Lang::office().contains(&self.lang)).then_some(Lang::EN)
    }

    fn sureness(&self, confidence: safe_permits::Confidence) -> String {
        self.lang.text(&format!("permits-confidence-{}", confidence.code()))
    }

    fn question_page(
        &self,
        question: &Question,
        walk: &Walk<'_>,
        unanswered: bool,
    ) -> Result<(String, String)> {
        let lang = self.lang;
        let title = self.say(&question.title);
        let options = question.options.iter().enumerate().map(|(place, option)| OptionLine {
            id: format!("o{place}"),
            value: option.id.clone(),
            title: self.say(&option.title),
        });
        let facts = self.numbers(question).into_iter().map(|row| FactLine {
            title: self.say(&row.title),
            amount: row.amount,
            confidence: self.sureness(row.proof.confidence),
            unconfirmed: row.proof.is_unconfirmed(),
        });
        let number = i64::try_from(walk.given.len() + 1).unwrap_or(1);
        let page = QuestionPage {
            lang,
            spoken: self.spoken(),
            id: question.id.clone(),
            name: format!("{PREFIX}{}", question.id),
            text: self.say(&question.text),
            progress: lang
                .text_with("permits-question-progress", &Args::new().with("number", number.to_string())),
            options: options.collect(),
            facts: facts.collect(),
            given: self.given(&walk.given),
            unanswered,
            title,
        };
        let main = page.render().map_err(|error| Error::Internal(error.into()))?;
        // The question stays out of the title: titles are kept by the browser's history.
        let mut title = lang.text("permits-which");
        if unanswered {
            title = lang.text_with("permits-title-error", &Args::new().with("title", title));
        }
        Ok((title, main))
    }

    fn outcome_page(&self, outcome: &Outcome, walk: &Walk<'_>) -> Result<(String, String)> {
        let lang = self.lang;
        let procedure = outcome.procedure.as_ref().and_then(|id| self.law.procedure(id));
        let elsewhere = outcome.authority.as_ref().and_then(|id| self.law.authority(id));
        let decides = procedure.and_then(|row| self.law.authority(&row.authority));
        let proof = procedure.map(|row| &row.proof).or(elsewhere.map(|row| &row.proof));
        let page = OutcomePage {
            lang,
            spoken: self.spoken(),
            title: self.say(&outcome.title),
            text: self.say(&outcome.text),
            warning: outcome.warning.as_ref().map(|warning| self.say(warning)),
            procedure: procedure.map(|row| self.say(&row.title)),
            model: procedure.filter(|row| !row.model.is_empty()).map(|row| {
                lang.text_with("permits-fact-model", &Args::new().with("model", row.model.clone()))
            }),
            authority: decides.map(|row| self.say(&row.title)),
            elsewhere: elsewhere.map(|row| (self.say(&row.title), self.say(&row.text), row.url.clone())),
            guide: guide(lang, self.page_of(outcome)),
            apply: self.beginning(outcome),
            all_the_same: outcome.warning.is_some() || outcome.procedure.as_ref() != Some(&outcome.file),
            confidence: self.sureness(outcome.confidence),
            unconfirmed: outcome.confidence == safe_permits::Confidence::Unconfirmed,
            basis: proof.map(|proof| self.basis_lines(&proof.legal_basis)).unwrap_or_default(),
            sources: self.source_lines(&outcome.source),
            given: self.given(&walk.given),
        };
        let main = page.render().map_err(|error| Error::Internal(error.into()))?;
        Ok((lang.text("permits-outcome-title"), main))
    }

    /// Where the file that fits begins: its own form, where there is one.
    fn beginning(&self, outcome: &Outcome) -> Option<String> {
        let file = Some(&outcome.file).filter(|id| !id.is_empty())?;
        let has_form = self.law.procedure(file).is_some_and(|row| !row.flow.is_empty());
        let own = if has_form { format!("new/{file}") } else { String::new() };
        Some(apply(self.lang) + &own)
    }

    fn basis_lines(&self, ids: &[String]) -> Vec<BasisLine> {
        let line = |id: &String| {
            let (act, article) = safe_permits::reference::parted(id);
            let act = self.law.act(act)?;
            let short = self.say(&act.short);
            let text = match article {
                None => short,
                Some(article) => self
                    .lang
                    .text_with("permits-article", &Args::new().with("act", short).with("article", article)),
            };
            Some(BasisLine { text, url: act.url.clone() })
        };
        ids.iter().filter_map(line).collect()
    }

    fn source_lines(&self, ids: &[String]) -> Vec<SourceLine> {
        let line = |id: &String| {
            let source = self.law.source(id)?;
            let checked = Args::new().with("date", source.checked.clone());
            Some(SourceLine {
                title: source.title.clone(),
                url: source.url.clone(),
                checked: Some(self.lang.text_with("permits-fact-checked", &checked)),
            })
        };
        ids.iter().filter_map(line).collect()
    }
}
