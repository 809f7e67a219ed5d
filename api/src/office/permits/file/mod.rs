//! `/office/permits/{id}`: a file with everything in it, and the steps that are open.

mod asked;
mod rows;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, get, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use safe_casework::clock::Standing;

use rows::{
    DecisionRow, DeliveryRow, Desk, Event, FeeRow, GrantRow, NoticeRow, OpinionRow, PaperRow, TaskRow,
};

use super::consent::said as said_of_consent;
use super::forms::{self, Sent, StepForm};
use crate::account::{Role, Staff, everybody};
use crate::app::State;
use crate::error::Result;
use crate::i18n::Lang;
use crate::office::faults::Wrongs;
use crate::office::frame::{Frame, Section, answer, refused};
use crate::permit::desk::told::{self, Told};
use crate::permit::desk::{
    Case, advice, challenge, consent as taken, is_overtaken, issue, read_paper, task, waiting,
};
use crate::permit::entity::application;
use crate::permit::{numbers, words as said};

/// The name of a file's procedure.
pub(super) fn procedure_title(state: &State, row: &application::Model, lang: Lang) -> String {
    let title = state.law.title(&row.procedure);
    title.map_or_else(|| row.procedure.clone(), |title| title.get(lang).to_owned())
}

/// What a cohabitant said.
struct ConsentRow {
    name: String,
    state: String,
    /// For who may record it: the page of an answer that can still come, or of a consent that can
    /// still be taken back, and what is done there.
    record: Option<(String, String)>,
}

/// Where a file stands. Between the decision and its notification the file is still being
/// drafted, but nothing is left to prepare.
fn stands(case: &Case) -> &str {
    let decided = case.open_decision().is_some_and(|row| row.state == "decided");
    if decided { "decided" } else { case.row.state.as_str() }
}

/// The cohabitants of a file, each with what was answered.
fn consents(staff: &Staff, desk: &Desk<'_>) -> Vec<ConsentRow> {
    let records = staff.person.has(&[Role::WeaponsClerk]);
    let row = |one: &crate::permit::entity::consent::Model| {
        let waits = desk.case.is_open() && matches!(one.state.as_str(), "waiting" | "expired");
        let given = taken::can_take_back(desk.case, one.id);
        let word = match (waits, given) {
            (true, _) => Some("office-permit-consent-paper-record"),
            (_, true) => Some("office-permit-consent-withdraw"),
            _ => None,
        };
        let address = format!("/office/permits/{}/consents/{}", desk.case.row.id, one.id);
        ConsentRow {
            name: told::belongs_to(&desk.state.law, desk.lang, desk.case, &one.slot).unwrap_or_default(),
            state: said_of_consent(staff.person.lang, desk.case, one),
            record: word.filter(|_| records).map(|word| (address, staff.person.lang.text(word))),
        }
    };
    desk.case.consents.iter().map(row).collect()
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
    /// When it ended; the day that was due says nothing any more then.
    ended: Option<String>,
    left: Option<String>,
    held: String,
    unasked: Vec<String>,
    /// Those at the address whose consent is missing: name, and what was said.
    unconsented: Vec<(String, String)>,
    /// Whether the permit of the decision that is prepared ended meanwhile.
    overtaken: bool,
    tasks: Vec<TaskRow>,
    answers: Vec<Told>,
    papers: Vec<PaperRow>,
    consents: Vec<ConsentRow>,
    opinions: Vec<OpinionRow>,
    fees: Vec<FeeRow>,
    notices: Vec<NoticeRow>,
    decisions: Vec<DecisionRow>,
    /// The permit that the file is about.
    about: Option<(String, String)>,
    controls: Vec<(String, Option<String>)>,
    deliveries: Vec<DeliveryRow>,
    grant: Option<GrantRow>,
    events: Vec<Event>,
    steps: Vec<StepForm>,
    wrongs: Wrongs,
    /// Whether this person may read who did and saw what.
    audits: bool,
}

/// How much of the statutory time is left, while the file is open and waits for its decision.
fn left(state: &State, case: &Case, lang: Lang) -> Result<Option<String>> {
    if case.row.closed_at_ms.is_some() {
        return Ok(None);
    }
    let words = |standing| match standing {
        Standing::Running { days_left, .. } => ("office-permit-left", days_left - 1),
        Standing::Still { days_left, .. } => ("office-permit-still", days_left),
        Standing::Overdue { days, .. } => ("office-permit-overdue", days),
    };
    let said = waiting(state, case)?.map(words);
    Ok(said.map(|(id, days)| lang.count_text(id, usize::try_from(days).unwrap_or(0))))
}

/// Whether a decision of the application itself is still to come: a permit that was given is
/// examined again without a statutory day.
fn decides(case: &Case) -> bool {
    case.grant.is_none() || challenge::must_decide(case)
}

async fn page(state: &State, staff: &Staff, case: &Case, sent: &Sent<'_>) -> Result<Page> {
    let lang = staff.person.lang;
    let id = case.row.id;
    let reference = case.row.reference.clone().unwrap_or_default();
    let f =
        Frame::new(state, staff, Section::Permits, "office-nav-permits", &format!("/office/permits/{id}"));
    let people = everybody(&state.db).await?;
    let names = people.into_iter().map(|row| (row.email, row.name)).collect();
    let desk = Desk { state, case, lang, names };
    let deliveries = issue::deliveries(state, case).await?;
    let advisers = advice::advisers(state).await?;
    let tasks = task::of_file(state, id).await?;
    let wrongs = forms::wrongs(sent, lang);
    Ok(Page {
        f: f.titled(format!("{reference} – {}", procedure_title(state, &case.row, lang))),
        id,
        version: case.row.version,
        procedure: procedure_title(state, &case.row, lang),
        state: desk.word("office-permit-state", stands(case)),
        lang_word: desk.word("office-permit-lang", &case.row.lang),
        received: said::stored(lang, case.row.received_on.as_deref()),
        due: said::stored(lang, case.row.due_on.as_deref().filter(|_| decides(case))),
        ended: case.row.closed_at_ms.map(|ms| said::date(lang, numbers::today(ms))),
        left: left(state, case, lang)?,
        held: said::stored(lang, case.row.legal_hold.as_deref()),
        unasked: if case.row.closed_at_ms.is_none() { desk.unasked() } else { Vec::new() },
        unconsented: desk.without_consent(),
        overtaken: case.open_decision().is_some_and(|row| is_overtaken(case, row)),
        tasks: desk.tasks(&tasks),
        answers: told::pages(state, case, lang),
        papers: desk.papers(),
        consents: consents(staff, &desk),
        opinions: desk.opinions()?,
        fees: desk.fees(),
        notices: desk.notices(),
        decisions: desk.decisions(),
        about: desk.about().await?,
        controls: desk.controls().await?,
        deliveries: desk.deliveries(&deliveries),
        grant: desk.grant()?,
        events: desk.events()?,
        steps: forms::forms(state, staff, case, (sent, &wrongs), (&deliveries, &advisers))?,
        wrongs,
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
