//! `/office/permits/{id}`: a file with everything in it, and the steps that are open.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, get, web};
use askama::Template;
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use safe_casework::clock::Standing;

use crate::account::{Role, Staff};
use crate::app::State;
use crate::error::{Fault, Result};
use crate::i18n::Lang;
use crate::office::faults::Wrongs;
use crate::office::frame::{Frame, Section, answer, refused};
use crate::office::words;
use crate::permit::desk::{Case, Drafted, KINDS, read_paper, standing};
use crate::permit::entity::application;
use crate::permit::{numbers, words as said};

/// The name of a file's procedure.
pub(super) fn procedure_title(state: &State, row: &application::Model, lang: Lang) -> String {
    let title = state.law.title(&row.procedure);
    title.map_or_else(|| row.procedure.clone(), |title| title.get(lang).to_owned())
}

struct Answered {
    question: String,
    answer: String,
}

struct PaperRow {
    href: String,
    name: String,
    document: String,
    dated: String,
    scan: String,
}

struct Event {
    when: String,
    what: String,
    who: String,
    until: String,
}

struct FeeRow {
    stage: String,
    amount: String,
    ogm: String,
    state: String,
}

struct NoticeRow {
    kind: String,
    state: String,
    due: String,
    text: String,
    answer: Option<String>,
}

struct DecisionRow {
    kind: String,
    state: String,
    reasons: String,
    conditions: String,
    legal_basis: String,
}

#[derive(Template)]
#[template(path = "office/permits/file.html")]
struct Page {
    f: Frame,
    id: Uuid,
    version: i64,
    reference: String,
    procedure: String,
    state: String,
    lang_word: String,
    received: String,
    due: String,
    left: Option<String>,
    answers: Vec<(String, Vec<Answered>)>,
    papers: Vec<PaperRow>,
    consents: Vec<String>,
    fees: Vec<FeeRow>,
    notices: Vec<NoticeRow>,
    decisions: Vec<DecisionRow>,
    events: Vec<Event>,
    steps: Vec<&'static str>,
    kinds: Vec<&'static str>,
    wrongs: Wrongs,
}

/// Steps that the state of a file and the roles of a person leave open.
fn steps(case: &Case, staff: &Staff) -> Vec<&'static str> {
    let clerk = staff.person.has(&[Role::WeaponsClerk]);
    let state = case.row.state.as_str();
    let decision = case.open_decision().map(|row| row.state.as_str());
    let mut steps = Vec::new();
    let mut when = |open: bool, step| {
        if open {
            steps.push(step);
        }
    };
    when(clerk && state == "submitted", "assign");
    when(clerk && state == "completeness", "items");
    when(clerk && state == "completeness", "admissible");
    when(clerk && state == "completeness", "inadmissible");
    when(clerk && matches!(state, "missing-items" | "notice"), "close-notice");
    when(clerk && state == "drafting" && decision.is_none(), "notice");
    when(clerk && state == "drafting" && decision.is_none(), "draft");
    let legal = staff.person.has(&[Role::Legal]);
    when(legal && decision == Some("checking"), "check");
    when(legal && decision == Some("checking"), "return");
    let official = staff.person.has(&[Role::HighOfficial]);
    when(official && decision == Some("deciding"), "decide");
    when(clerk && decision == Some("decided"), "issue");
    let extended = case.events.iter().any(|event| event.kind == "extended");
    when(official && !extended && case.row.due_on.is_some() && case.row.closed_at_ms.is_none(), "extend");
    steps
}

/// How much of the statutory time is left, while the file is open.
fn left(state: &State, case: &Case, lang: Lang) -> Result<Option<String>> {
    if case.row.closed_at_ms.is_some() {
        return Ok(None);
    }
    let words = |standing| match standing {
        Standing::Running { days_left, .. } => ("office-permit-left", days_left),
        Standing::Still { days_left, .. } => ("office-permit-still", days_left),
        Standing::Overdue { days, .. } => ("office-permit-overdue", days),
    };
    let said = standing(state, case)?.map(words);
    Ok(said.map(|(id, days)| lang.count_text(id, usize::try_from(days).unwrap_or(0))))
}

/// An answer as people read it.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(yes) => if *yes { "✓" } else { "✗" }.to_owned(),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join(" · "),
        Value::Object(map) => {
            map.values().map(plain).filter(|v| !v.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Value::Null => String::new(),
        Value::Number(number) => number.to_string(),
    }
}

fn answers(state: &State, case: &Case, lang: Lang) -> Vec<(String, Vec<Answered>)> {
    let law = &state.law;
    let page = |(id, own): (&String, &serde_json::Map<String, Value>)| {
        let page = law.page(id);
        let title = page.map_or_else(|| id.clone(), |page| page.title.get(lang).to_owned());
        let label = |name: &str| {
            let field = page.and_then(|page| page.fields.iter().find(|field| field.id == name));
            field.map_or_else(|| name.to_owned(), |field| field.label.get(lang).to_owned())
        };
        let rows = own.iter().map(|(name, value)| Answered { question: label(name), answer: plain(value) });
        (title, rows.filter(|row| !row.answer.is_empty()).collect())
    };
    case.answers.iter().map(page).collect()
}

fn page(state: &State, staff: &Staff, case: &Case, faults: &[Fault]) -> Result<Page> {
    let lang = staff.person.lang;
    let id = case.row.id;
    let reference = case.row.reference.clone().unwrap_or_default();
    let f =
        Frame::new(state, staff, Section::Permits, "office-nav-permits", &format!("/office/permits/{id}"));
    let word = |prefix: &str, code: &str| lang.text(&format!("{prefix}-{code}"));
    let decision = |row: &crate::permit::entity::decision::Model| -> Result<DecisionRow> {
        let drafted = Drafted::open(case, row)?;
        Ok(DecisionRow {
            kind: word("office-permit-kind", &row.kind),
            state: word("office-permit-decision", &row.state),
            reasons: drafted.reasons,
            conditions: drafted.conditions,
            legal_basis: drafted.legal_basis.join(", "),
        })
    };
    let paper = |paper: &crate::permit::desk::Paper| {
        let row = &paper.row;
        let day = case.row.received_on.as_deref().and_then(numbers::day).unwrap_or(case.today);
        let title = state.law.on(day).document(&row.document);
        PaperRow {
            href: format!("/office/permits/{id}/documents/{}", row.id),
            name: paper.name.clone(),
            document: title.map_or_else(|| row.document.clone(), |d| d.title.get(lang).to_owned()),
            dated: said::stored(lang, row.dated_on.as_deref()),
            scan: word("office-permit-scan", &row.scan),
        }
    };
    Ok(Page {
        f: f.titled(format!("{reference} – {}", procedure_title(state, &case.row, lang))),
        id,
        version: case.row.version,
        procedure: procedure_title(state, &case.row, lang),
        state: word("office-permit-state", &case.row.state),
        lang_word: word("office-permit-lang", &case.row.lang),
        received: said::stored(lang, case.row.received_on.as_deref()),
        due: said::stored(lang, case.row.due_on.as_deref()),
        left: left(state, case, lang)?,
        answers: answers(state, case, lang),
        papers: case.papers.iter().map(paper).collect(),
        consents: case.consents.iter().map(|one| word("office-permit-consent", &one.state)).collect(),
        fees: case
            .fees
            .iter()
            .map(|fee| FeeRow {
                stage: word("office-permit-stage", &fee.stage),
                amount: fee.amount_cents.map_or_else(
                    || lang.text("office-permit-amount-unknown"),
                    |cents| said::money(lang, cents),
                ),
                ogm: numbers::printed(&fee.ogm),
                state: word("office-permit-fee", &fee.state),
            })
            .collect(),
        notices: case
            .notices
            .iter()
            .map(|(row, text, answer)| NoticeRow {
                kind: word("office-permit-notice", &row.kind),
                state: word("office-permit-notice-state", &row.state),
                due: said::stored(lang, Some(&row.due_on)),
                text: text.clone(),
                answer: answer.clone(),
            })
            .collect(),
        decisions: case.decisions.iter().map(decision).collect::<Result<_>>()?,
        events: case
            .events
            .iter()
            .map(|event| Event {
                when: words::when(event.at_ms, lang, state),
                what: lang
                    .find(&format!("office-permit-event-{}", event.kind))
                    .unwrap_or_else(|| event.kind.clone()),
                who: event.actor.clone(),
                until: said::stored(lang, event.until_day.as_deref()),
            })
            .collect(),
        steps: steps(case, staff),
        kinds: KINDS
            .iter()
            .map(|(kind, _)| *kind)
            .filter(|kind| (*kind == "inadmissible") == (case.row.admissible.as_deref() == Some("no")))
            .collect(),
        wrongs: Wrongs::plain(faults, lang),
        reference,
    })
}

#[derive(Deserialize)]
struct Asked {
    done: Option<String>,
}

#[get("/permits/{id}")]
pub(super) async fn file(
    state: web::Data<State>,
    staff: Staff,
    id: web::Path<Uuid>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse> {
    staff.must(&crate::permit::desk::READERS)?;
    let case = Case::open(&state, &staff.person, *id, "examination").await?;
    let mut page = page(&state, &staff, &case, &[])?;
    page.f = page.f.done(asked.done.as_deref());
    answer(staff.person.lang, &page)
}

/// The file again, with what was wrong with a step.
pub(super) fn with_faults(
    state: &State,
    staff: &Staff,
    case: &Case,
    faults: &[Fault],
) -> Result<HttpResponse> {
    refused(staff.person.lang, &page(state, staff, case, faults)?)
}

/// A document, as a download: it is never shown inside a page of the office.
#[get("/permits/{id}/documents/{paper}")]
pub(super) async fn document(
    state: web::Data<State>,
    staff: Staff,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<HttpResponse> {
    staff.must(&crate::permit::desk::READERS)?;
    let (id, paper) = path.into_inner();
    let (row, bytes) = read_paper(&state, &staff.person, id, paper).await?;
    let ending = row.media_type.rsplit('/').next().unwrap_or("bin").to_owned();
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, row.media_type))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{}.{ending}\"", row.document)))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(bytes))
}
