//! `/office/permits/{id}/consents/{consent}`: the answer of a cohabitant that came on paper.
//! An officer reads the signed form, keeps its scan, and records yes or no; a refusal is seen
//! here and nowhere else. Nor is it elsewhere that a consent was taken back.

use actix_multipart::{Field, Multipart};
use actix_web::http::header::LOCATION;
use actix_web::{HttpResponse, web};
use askama::Template;
use futures_util::StreamExt;
use serde::Deserialize;
use uuid::Uuid;

use crate::account::{OfficeForm, Role, Staff};
use crate::app::State;
use crate::error::{Error, Fault, Result};
use crate::i18n::{Args, Lang};
use crate::office::faults::Wrongs;
use crate::office::frame::{Frame, Section, answer, refused};
use crate::office::see_other;
use crate::permit::desk::{Case, Paper, consent as taken};
use crate::permit::entity::consent;
use crate::permit::file::{self, Given};
use crate::permit::words;

/// The document that a signed form is.
const DOCUMENT: &str = "cohabitant-consent";

/// Most bytes of the text fields.
const MOST_TEXT: usize = 4_096;

/// Registers the page.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/permits/{id:[0-9a-f-]{36}}/consents/{consent:[0-9a-f-]{36}}")
            .route(web::get().to(show))
            .route(web::post().to(record)),
    );
    config.route(
        "/permits/{id:[0-9a-f-]{36}}/consents/{consent:[0-9a-f-]{36}}/withdrawn",
        web::post().to(withdrawn),
    );
}

#[derive(Template)]
#[template(path = "office/permits/consent.html")]
struct Page {
    f: Frame,
    here: String,
    back: String,
    person: String,
    state: String,
    until: String,
    open: bool,
    /// Whether it can be noted that the consent was taken back.
    given: bool,
    papers: Vec<There>,
    /// The answer that was chosen, when the form comes back.
    answer: String,
    answer_error: Option<String>,
    file_error: Option<String>,
    wrongs: Wrongs,
}

/// A signed form that is in the file already.
struct There {
    id: Uuid,
    /// Where it is given, once it may be opened.
    href: Option<String>,
    name: String,
    chosen: bool,
}

/// What the form says, beside a scan.
#[derive(Default)]
struct Sent {
    answer: String,
    paper: Option<Uuid>,
}

/// The signed forms of a person that the file holds.
fn forms<'c>(case: &'c Case, row: &consent::Model) -> impl Iterator<Item = &'c Paper> {
    let own = |paper: &&Paper| paper.row.document == DOCUMENT && paper.row.scan != "infected";
    case.papers.iter().filter(own).filter(move |paper| paper.row.slot == row.slot)
}

/// What was answered, and since when it does not hold any more.
pub(super) fn said(lang: Lang, case: &Case, row: &consent::Model) -> String {
    let answered = lang.text(&format!("office-permit-consent-{}", row.state));
    let Some(day) = taken::taken_back(case, row.id) else { return answered };
    let args = Args::new().with("date", words::stored(lang, Some(day)));
    format!("{answered}, {}", lang.text_with("office-permit-consent-withdrawn", &args))
}

fn page(
    state: &State,
    staff: &Staff,
    (case, row): (&Case, &consent::Model),
    (sent, faults): (&Sent, &[Fault]),
) -> Result<Page> {
    let lang = staff.person.lang;
    let back = format!("/office/permits/{}", case.row.id);
    let here = format!("{back}/consents/{}", row.id);
    let who: file::Person = case.key.open(&format!("consent/{}", row.id), &row.person_sealed)?;
    let wrongs = Wrongs::plain(faults, lang);
    let there = |paper: &Paper| There {
        id: paper.row.id,
        href: paper.can_be_read().then(|| format!("{back}/documents/{}", paper.row.id)),
        name: paper.name.clone(),
        chosen: sent.paper == Some(paper.row.id),
    };
    let open = ["waiting", "expired"].contains(&row.state.as_str()) && case.is_open();
    let title = if open { "office-permit-consent-paper" } else { "office-permit-consent" };
    Ok(Page {
        f: Frame::new(state, staff, Section::Permits, title, &here),
        person: format!("{} {}", who.given_names, who.family_name),
        state: said(lang, case, row),
        given: taken::can_take_back(case, row.id),
        until: words::stored(lang, row.due_on.as_deref()),
        open,
        papers: forms(case, row).map(there).collect(),
        answer: sent.answer.clone(),
        answer_error: wrongs.at("answer", &lang.text("office-permit-consent-answer")),
        file_error: wrongs.at("file", &lang.text("office-permit-consent-scan")),
        wrongs,
        here,
        back,
    })
}

fn find(case: &Case, id: Uuid) -> Result<&consent::Model> {
    case.consents.iter().find(|row| row.id == id).ok_or(Error::NotFound)
}

async fn show(state: web::Data<State>, staff: Staff, path: web::Path<(Uuid, Uuid)>) -> Result<HttpResponse> {
    staff.must(&[Role::WeaponsClerk])?;
    let case = Case::open(&state, &staff.person, path.0, "consent").await?;
    answer(staff.person.lang, &page(&state, &staff, (&case, find(&case, path.1)?), (&Sent::default(), &[]))?)
}

/// The text fields of a form, up to its first file.
async fn read(form: &mut Multipart) -> Result<(Vec<(String, String)>, Option<Field>)> {
    let bad = |_| Error::invalid("form", "form");
    let (mut texts, mut left) = (Vec::new(), MOST_TEXT);
    while let Some(part) = form.next().await {
        let mut part = part.map_err(bad)?;
        if part.content_disposition().is_some_and(|d| d.get_filename().is_some()) {
            return Ok((texts, Some(part)));
        }
        let name = part.name().unwrap_or_default().to_owned();
        let mut text = Vec::new();
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(bad)?;
            left = left.checked_sub(chunk.len()).ok_or(Error::TooLarge)?;
            text.extend_from_slice(&chunk);
        }
        texts.push((name, String::from_utf8_lossy(&text).into_owned()));
    }
    Ok((texts, None))
}

async fn record(
    state: web::Data<State>,
    staff: Staff,
    path: web::Path<(Uuid, Uuid)>,
    mut form: Multipart,
) -> Result<HttpResponse> {
    staff.must(&[Role::WeaponsClerk])?;
    let (texts, scan) = read(&mut form).await?;
    let text = |name: &str| texts.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str());
    if !staff.wrote(text("csrf").as_bytes()) {
        return Err(Error::Forbidden("form-expired"));
    }
    let case = Case::open(&state, &staff.person, path.0, "consent").await?;
    let row = find(&case, path.1)?;
    let sent = Sent { answer: text("answer").to_owned(), paper: text("paper").parse().ok() };
    match judged(&state, &staff, (&case, row), &sent, scan.filter(has_name)).await? {
        Ok((paper, agrees)) => {
            file::record_paper(&state, &staff.person, (case.row.id, row.id, paper), agrees).await?;
            let to = format!("/office/permits/{}", case.row.id);
            Ok(HttpResponse::SeeOther().insert_header((LOCATION, to)).finish())
        }
        Err(faults) => refused(staff.person.lang, &page(&state, &staff, (&case, row), (&sent, &faults))?),
    }
}

/// The signed form and what it says, or all that is wrong with what was sent.
async fn judged(
    state: &State,
    staff: &Staff,
    (case, row): (&Case, &consent::Model),
    sent: &Sent,
    scan: Option<Field>,
) -> Result<std::result::Result<(Uuid, bool), Vec<Fault>>> {
    let agrees = match sent.answer.as_str() {
        "yes" => Ok(true),
        "no" => Ok(false),
        other => Err(Fault::choice("answer", other)),
    };
    let known = || forms(case, row).map(|paper| paper.row.id).find(|id| sent.paper == Some(*id));
    let paper = match scan {
        Some(field) if agrees.is_ok() => keep(state, staff, (case, row), field).await?,
        Some(field) => {
            drain(state, field).await;
            Err("permit-scan-again")
        }
        None => known().ok_or("permit-scan-missing"),
    };
    Ok(match (agrees, paper.map_err(|code| Fault::new("file", code))) {
        (Ok(agrees), Ok(paper)) => Ok((paper, agrees)),
        (agrees, paper) => Err(agrees.err().into_iter().chain(paper.err()).collect()),
    })
}

/// Keeps the scan of a signed form; it is the office's.
async fn keep(
    state: &State,
    staff: &Staff,
    (case, row): (&Case, &consent::Model),
    field: Field,
) -> Result<std::result::Result<Uuid, &'static str>> {
    let law = state.law.on(case.law_on());
    let given = Given {
        document: DOCUMENT,
        slot: &row.slot,
        purpose: "consent",
        data_class: law.document(DOCUMENT).map_or(DOCUMENT, |document| &document.data_class),
        dated_on: None,
        during: file::During::Office,
    };
    let into = file::Target {
        file: case.row.id,
        key: &case.key,
        by: "office",
        actor: &staff.person.email,
        applicant_sees: false,
        who: staff.person.id,
    };
    match file::take_in(state, &into, &given, field).await? {
        Err("unwritten") => Err(Error::Unavailable),
        kept => Ok(kept.map_err(|_| "permit-scan-refused")),
    }
}

/// Reads a scan away that is not kept, so that the browser hears why; no more than one may hold.
async fn drain(state: &State, mut field: Field) {
    let mut left = state.law.uploads.file_bytes;
    while let Some(Ok(piece)) = field.next().await {
        let Some(rest) = left.checked_sub(piece.len() as u64) else { return };
        left = rest;
    }
}

#[derive(Deserialize)]
struct Nothing {}

async fn withdrawn(
    state: web::Data<State>,
    path: web::Path<(Uuid, Uuid)>,
    form: OfficeForm<Nothing>,
) -> Result<HttpResponse> {
    form.staff.must(&[Role::WeaponsClerk])?;
    let case = Case::open(&state, &form.staff.person, path.0, "consent").await?;
    taken::take_back(&state, &form.staff.person, &case, path.1).await?;
    Ok(see_other(format!("/office/permits/{}?done=permit-consent-withdrawn", path.0)))
}

fn has_name(field: &Field) -> bool {
    field.content_disposition().and_then(|d| d.get_filename()).is_some_and(|name| !name.is_empty())
}
