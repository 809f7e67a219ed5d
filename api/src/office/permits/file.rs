//! `/office/permits/{id}`: a file with everything in it, and the steps that are open.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, get, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use safe_casework::clock::Standing;

use super::forms::{self, Sent, StepForm};
use crate::account::Staff;
use crate::app::State;
use crate::error::Result;
use crate::i18n::Lang;
use crate::office::faults::Wrongs;
use crate::office::frame::{Frame, Section, answer, refused};
use crate::office::words;
use crate::permit::desk::told::{self, Told};
use crate::permit::desk::{Case, advice, issue, read_paper, standing, task};
use crate::permit::entity::application;
use crate::permit::{numbers, words as said};

/// The name of a file's procedure.
pub(super) fn procedure_title(state: &State, row: &application::Model, lang: Lang) -> String {
    let title = state.law.title(&row.procedure);
    title.map_or_else(|| row.procedure.clone(), |title| title.get(lang).to_owned())
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
    detail: String,
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
    href: String,
    kind: String,
    state: String,
    on: String,
    letter: Option<String>,
}

struct OpinionRow {
    who: String,
    asked: String,
    due: String,
    result: Option<String>,
    text: String,
    hidden: bool,
}

struct DeliveryRow {
    channel: String,
    reference: String,
    sent: String,
    state: String,
    received: String,
}

struct GrantRow {
    state: String,
    about: String,
    card: String,
    facts: Vec<(String, String)>,
    parts: Vec<(String, String)>,
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
    held: String,
    unasked: Vec<String>,
    tasks: Vec<String>,
    answers: Vec<Told>,
    papers: Vec<PaperRow>,
    /// Answers of cohabitants: address of the paper route, and the state.
    consents: Vec<(String, String)>,
    opinions: Vec<OpinionRow>,
    fees: Vec<FeeRow>,
    notices: Vec<NoticeRow>,
    decisions: Vec<DecisionRow>,
    deliveries: Vec<DeliveryRow>,
    grant: Option<GrantRow>,
    events: Vec<Event>,
    steps: Vec<StepForm>,
    wrongs: Wrongs,
    /// Whether this person may read who did and saw what.
    audits: bool,
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

/// What a page of a file is made from.
struct Desk<'d> {
    state: &'d State,
    case: &'d Case,
    lang: Lang,
}

impl Desk<'_> {
    fn word(&self, prefix: &str, code: &str) -> String {
        self.lang.text(&format!("{prefix}-{code}"))
    }

    fn authority(&self, id: &str) -> String {
        let row = self.state.law.on(self.case.today).authority(id);
        row.map_or_else(|| id.to_owned(), |row| row.title.get(self.lang.code()).to_owned())
    }

    fn asked_of(&self, authority: &str, place: &str) -> String {
        format!("{}, {}", self.authority(authority), self.word("office-permit-place", place))
    }

    fn unasked(&self) -> Vec<String> {
        let day = self.case.law_day();
        let words = |(id, place): (String, String)| {
            let mut rows = self.state.permits.rows.advice_of(&self.case.row.procedure, &day);
            let row = rows.find(|row| row.id == id)?;
            Some(self.asked_of(&row.adviser, &place))
        };
        advice::unasked(self.state, self.case).into_iter().filter_map(words).collect()
    }

    fn papers(&self) -> Vec<PaperRow> {
        let (case, lang) = (self.case, self.lang);
        let paper = |paper: &crate::permit::desk::Paper| {
            let row = &paper.row;
            let title = self.state.law.on(case.law_on()).document(&row.document);
            let own = lang.find(&format!("office-permit-document-{}", row.document));
            PaperRow {
                href: format!("/office/permits/{}/documents/{}", case.row.id, row.id),
                name: paper.name.clone(),
                document: title
                    .map(|d| d.title.get(lang).to_owned())
                    .or(own)
                    .unwrap_or_else(|| row.document.clone()),
                dated: said::stored(lang, row.dated_on.as_deref()),
                scan: self.word("office-permit-scan", &row.scan),
            }
        };
        case.papers.iter().map(paper).collect()
    }

    fn opinions(&self) -> Result<Vec<OpinionRow>> {
        let opinion = |row: &crate::permit::entity::advice::Model| -> Result<OpinionRow> {
            let rows = &self.state.permits.rows;
            Ok(OpinionRow {
                who: self.asked_of(&row.authority, &row.place),
                asked: words::when(row.sent_at_ms, self.lang, self.state),
                due: said::stored(self.lang, row.due_on.as_deref()),
                result: row.result.as_deref().map(|result| rows.result(result, self.lang)),
                text: advice::opinion_of(self.case, row)?.unwrap_or_default(),
                hidden: row.received_at_ms.is_some() && row.applicant_sees == 0,
            })
        };
        self.case.opinions.iter().map(opinion).collect()
    }

    fn fees(&self) -> Vec<FeeRow> {
        let fee = |fee: &crate::permit::entity::fee::Model| FeeRow {
            stage: self.word("office-permit-stage", &fee.stage),
            amount: fee.amount_cents.map_or_else(
                || self.lang.text("office-permit-amount-unknown"),
                |cents| said::money(self.lang, cents),
            ),
            ogm: numbers::printed(&fee.ogm),
            state: self.word("office-permit-fee", &fee.state),
        };
        self.case.fees.iter().map(fee).collect()
    }

    fn notices(&self) -> Vec<NoticeRow> {
        let notice =
            |(row, text, answer): &(crate::permit::entity::notice::Model, String, Option<String>)| {
                NoticeRow {
                    kind: self.word("office-permit-notice", &row.kind),
                    state: self.word("office-permit-notice-state", &row.state),
                    due: said::stored(self.lang, Some(&row.due_on)),
                    text: text.clone(),
                    answer: answer.clone(),
                }
            };
        self.case.notices.iter().map(notice).collect()
    }

    fn decisions(&self) -> Vec<DecisionRow> {
        let here = format!("/office/permits/{}", self.case.row.id);
        let decision = |row: &crate::permit::entity::decision::Model| DecisionRow {
            href: format!("{here}/decisions/{}", row.id),
            kind: self.word("office-permit-kind", &row.kind),
            state: self.word("office-permit-decision", &row.state),
            on: said::stored(self.lang, row.decided_on.as_deref()),
            letter: row.pdf_document_id.map(|paper| format!("{here}/documents/{paper}")),
        };
        self.case.decisions.iter().map(decision).collect()
    }

    fn deliveries(&self, rows: &[crate::permit::entity::delivery::Model]) -> Vec<DeliveryRow> {
        let delivery = |row: &crate::permit::entity::delivery::Model| DeliveryRow {
            channel: self.word("office-permit-channel", &row.channel),
            reference: row.reference.clone().unwrap_or_default(),
            sent: words::when(row.sent_at_ms, self.lang, self.state),
            state: self.word("office-permit-delivery", &row.state),
            received: said::stored(self.lang, row.received_on.as_deref()),
        };
        rows.iter().map(delivery).collect()
    }

    async fn grant(&self) -> Result<Option<GrantRow>> {
        let Some(row) = &self.case.grant else { return Ok(None) };
        let about: issue::Subject = self.case.key.open(&format!("grant/{}", row.id), &row.subject_sealed)?;
        let facts = [
            ("permits-step-decision", Some(&row.issued_on)),
            ("permits-step-acquisition", row.acquired_on.as_ref().or(row.acquire_until.as_ref())),
            ("permits-step-expiry", row.ends_on.as_ref()),
            ("permits-step-control", row.control_on.as_ref()),
        ];
        let day = |(id, day): (&str, Option<&String>)| {
            Some((self.lang.text(id), said::stored(self.lang, Some(day?))))
        };
        let parts = issue::parts(self.state, row.id).await?;
        let part = |row: crate::permit::entity::part::Model| {
            let name = if row.part == "A" { "permits-part-a" } else { "permits-part-b" };
            (self.lang.text(name), self.lang.text(&format!("permits-part-{}", row.state)))
        };
        Ok(Some(GrantRow {
            state: self.lang.text(&format!("permits-state-{}", row.state)),
            about: about.text,
            card: about.card,
            facts: facts.into_iter().filter_map(day).collect(),
            parts: parts.into_iter().map(part).collect(),
        }))
    }

    /// The ledger. What a step noted is opened for those who see the file.
    fn events(&self) -> Vec<Event> {
        let event = |event: &crate::permit::entity::event::Model| {
            let sealed = event.detail_sealed.as_deref();
            let detail = sealed.and_then(|sealed| {
                self.case.key.open::<String>(&format!("event/{}", event.kind), sealed).ok()
            });
            Event {
                when: words::when(event.at_ms, self.lang, self.state),
                what: self
                    .lang
                    .find(&format!("office-permit-event-{}", event.kind))
                    .unwrap_or_else(|| event.kind.clone()),
                who: words::actor(&event.actor, self.lang),
                until: said::stored(self.lang, event.until_day.as_deref()),
                detail: detail.unwrap_or_default(),
            }
        };
        self.case.events.iter().map(event).collect()
    }
}

async fn page(state: &State, staff: &Staff, case: &Case, sent: &Sent<'_>) -> Result<Page> {
    let lang = staff.person.lang;
    let id = case.row.id;
    let reference = case.row.reference.clone().unwrap_or_default();
    let f =
        Frame::new(state, staff, Section::Permits, "office-nav-permits", &format!("/office/permits/{id}"));
    let desk = Desk { state, case, lang };
    let deliveries = issue::deliveries(state, case).await?;
    let advisers = advice::advisers(state).await?;
    let tasks = task::of_file(state, id).await?;
    Ok(Page {
        f: f.titled(format!("{reference} – {}", procedure_title(state, &case.row, lang))),
        id,
        version: case.row.version,
        procedure: procedure_title(state, &case.row, lang),
        state: desk.word("office-permit-state", &case.row.state),
        lang_word: desk.word("office-permit-lang", &case.row.lang),
        received: said::stored(lang, case.row.received_on.as_deref()),
        due: said::stored(lang, case.row.due_on.as_deref()),
        left: left(state, case, lang)?,
        held: said::stored(lang, case.row.legal_hold.as_deref()),
        unasked: if case.row.closed_at_ms.is_none() { desk.unasked() } else { Vec::new() },
        tasks: tasks.iter().map(|row| desk.word("office-permit-task", &row.kind)).collect(),
        answers: told::pages(state, case, lang),
        papers: desk.papers(),
        consents: case
            .consents
            .iter()
            .map(|one| {
                let word = desk.word("office-permit-consent", &one.state);
                (format!("/office/permits/{id}/consents/{}", one.id), word)
            })
            .collect(),
        opinions: desk.opinions()?,
        fees: desk.fees(),
        notices: desk.notices(),
        decisions: desk.decisions(),
        deliveries: desk.deliveries(&deliveries),
        grant: desk.grant().await?,
        events: desk.events(),
        steps: forms::forms(state, staff, case, sent, (&deliveries, &advisers))?,
        wrongs: forms::wrongs(sent, lang),
        audits: staff.person.has(&super::audit::SEERS),
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
    let mut page = page(&state, &staff, &case, &Sent::default()).await?;
    page.f = page.f.done(asked.done.as_deref());
    answer(staff.person.lang, &page)
}

/// The file again, with what was wrong with a step.
pub(super) async fn with_faults(
    state: &State,
    staff: &Staff,
    case: &Case,
    sent: &Sent<'_>,
) -> Result<HttpResponse> {
    refused(staff.person.lang, &page(state, staff, case, sent).await?)
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
    Ok(download(row, bytes))
}

/// A document as a download.
pub(super) fn download(row: crate::permit::entity::document::Model, bytes: Vec<u8>) -> HttpResponse {
    let ending = row.media_type.rsplit('/').next().unwrap_or("bin").to_owned();
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, row.media_type))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{}.{ending}\"", row.document)))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(bytes)
}
