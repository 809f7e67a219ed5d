//! `/office/permits-payments`: bank files, and the transfers for which no file was found.

use actix_multipart::Multipart;
use actix_web::{HttpResponse, web};
use askama::Template;
use futures_util::StreamExt;
use serde::Deserialize;

use crate::account::{OfficeForm, Role, Staff};
use crate::app::State;
use crate::error::{Error, Fault, Result};
use crate::i18n::Args;
use crate::office::faults::Wrongs;
use crate::office::field::{Field, Kind};
use crate::office::frame::{Frame, Section, answer, refused};
use crate::office::see_other;
use crate::permit::desk::transfer::{self, Place, Transfer};
use crate::permit::desk::{self, Taken};
use crate::permit::words as said;

/// Most bytes of an upload.
const MOST_BYTES: usize = safe_casework::coda::MOST_BYTES;

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/permits-payments").route(web::get().to(show)).route(web::post().to(take)))
        .service(web::resource("/permits-payments/assign").route(web::post().to(assign)))
        .service(web::resource("/permits-payments/return").route(web::post().to(send_back)));
}

/// A transfer that waits for its file.
struct Line {
    place: String,
    received: String,
    amount: String,
    statement: String,
    communication: String,
    /// That the fee which it names is settled.
    settled: Option<String>,
    /// What can be said of it: its file, or that it went back.
    forms: [Form; 2],
}

/// One of the two ends of a transfer.
struct Form {
    /// Last part of the address, and of the words on the button.
    name: &'static str,
    /// Whether it was tried and refused.
    failed: bool,
    /// Its fields, as HTML.
    html: String,
}

#[derive(Template)]
#[template(path = "office/permits/bank.html")]
struct Page {
    f: Frame,
    taken: Option<Taken>,
    /// What is wrong with the file.
    error: Option<String>,
    lines: Vec<Line>,
    /// Where this page of the transfers begins, and where the next one does.
    after: Option<String>,
    next: Option<String>,
    wrongs: Wrongs,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    after: Option<String>,
    done: Option<String>,
}

/// What was said of a transfer.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Written {
    transfer: String,
    reference: String,
    stage: String,
    text: String,
    reason: String,
    after: Option<String>,
    /// Whether that it went back was said of it.
    #[serde(skip)]
    back: bool,
}

fn line(staff: &Staff, (at, one): (usize, Transfer), written: &Written, wrongs: &Wrongs) -> Line {
    let lang = staff.person.lang;
    let place = one.place.to_string();
    let of_line = written.transfer == place;
    let failed = of_line && !written.back;
    let field = |name: &str, label: &str, value: &str, kind| {
        // Only the form that was sent has faults: the others have the same names.
        let failed = of_line && written.back == (name == "reason");
        let id = if failed { name.to_owned() } else { format!("{name}-{at}") };
        let field = Field::new(&id, name, lang.text(label)).kind(kind);
        if failed { field.value(value).check(wrongs) } else { field }
    };
    let stages =
        ["filing", "grant"].map(|one| (one.to_owned(), lang.text(&format!("office-permit-stage-{one}"))));
    let parts = [
        field("reference", "office-permits-reference", &written.reference, Kind::Input("text")),
        field("stage", "office-permit-stage", &written.stage, Kind::Select(stages.to_vec())),
        field("text", "office-permit-why", &written.text, Kind::Area(3)),
    ];
    let reasons = transfer::REASONS
        .map(|reason| (reason.to_owned(), lang.text(&format!("office-permit-return-{reason}"))));
    let reason = field("reason", "office-permit-return-why", &written.reason, Kind::Select(reasons.to_vec()));
    let settled =
        |reference| lang.text_with("office-permit-transfer-settled", &Args::new().with("value", reference));
    Line {
        place,
        received: said::stored(lang, Some(&one.received_on)),
        amount: said::money(lang, one.cents),
        statement: one.statement,
        communication: one.communication,
        settled: one.settled.map(settled),
        forms: [
            Form { name: "assign", failed, html: parts.iter().map(ToString::to_string).collect() },
            Form { name: "return", failed: of_line && written.back, html: reason.to_string() },
        ],
    }
}

async fn page(state: &State, staff: &Staff, written: &Written, faults: &[Fault]) -> Result<Page> {
    let here = "/office/permits-payments";
    let after = written.after.as_deref().filter(|after| !after.is_empty());
    let begins = after.map(Place::parse).transpose()?;
    let (transfers, next) = transfer::list(state, begins.as_ref()).await?;
    let wrongs = Wrongs::plain(faults, staff.person.lang);
    Ok(Page {
        f: Frame::new(state, staff, Section::Permits, "office-permit-bank", here),
        taken: None,
        error: wrongs.at("file", &staff.person.lang.text("office-permit-bank-file")),
        lines: transfers.into_iter().enumerate().map(|one| line(staff, one, written, &wrongs)).collect(),
        after: after.map(str::to_owned),
        next: next.map(|place| place.to_string()),
        wrongs,
    })
}

async fn show(state: web::Data<State>, staff: Staff, asked: web::Query<Asked>) -> Result<HttpResponse> {
    staff.must(&[Role::WeaponsClerk])?;
    let Asked { after, done } = asked.into_inner();
    let mut page = page(&state, &staff, &Written { after, ..Written::default() }, &[]).await?;
    page.f = page.f.done(done.as_deref());
    answer(staff.person.lang, &page)
}

async fn take(state: web::Data<State>, staff: Staff, mut form: Multipart) -> Result<HttpResponse> {
    staff.must(&[Role::WeaponsClerk])?;
    let (mut csrf, mut file, mut left) = (Vec::new(), Vec::new(), MOST_BYTES);
    let bad = |_| Error::invalid("form", "form");
    while let Some(part) = form.next().await {
        let mut part = part.map_err(bad)?;
        let name = part.name().unwrap_or_default().to_owned();
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(bad)?;
            left = left.checked_sub(chunk.len()).ok_or(Error::TooLarge)?;
            match name.as_str() {
                "csrf" => csrf.extend_from_slice(&chunk),
                "file" => file.extend_from_slice(&chunk),
                _ => {}
            }
        }
    }
    if !staff.wrote(&csrf) {
        return Err(Error::Forbidden("form-expired"));
    }
    let lang = staff.person.lang;
    let nothing = Written::default();
    match desk::take_statement(&state, &staff.person, &file).await {
        Ok(taken) => {
            let page = page(&state, &staff, &nothing, &[]).await?;
            answer(lang, &Page { taken: Some(taken), ..page })
        }
        Err(Error::Invalid(faults)) => refused(lang, &page(&state, &staff, &nothing, &faults).await?),
        Err(error) => Err(error),
    }
}

async fn assign(state: web::Data<State>, form: OfficeForm<Written>) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&[Role::WeaponsClerk])?;
    let place = Place::parse(&fields.transfer)?;
    let said = (fields.reference.as_str(), fields.stage.as_str());
    match transfer::assign(&state, &staff.person, &place, said, &fields.text).await {
        Ok(()) => Ok(see_other("/office/permits-payments?done=permit-payment-assign")),
        Err(Error::Invalid(faults)) => {
            refused(staff.person.lang, &page(&state, &staff, &fields, &faults).await?)
        }
        Err(error) => Err(error),
    }
}

async fn send_back(state: web::Data<State>, form: OfficeForm<Written>) -> Result<HttpResponse> {
    let OfficeForm { staff, mut fields } = form;
    staff.must(&[Role::WeaponsClerk])?;
    let place = Place::parse(&fields.transfer)?;
    match transfer::send_back(&state, &staff.person, &place, &fields.reason).await {
        Ok(()) => Ok(see_other("/office/permits-payments?done=permit-payment-return")),
        Err(Error::Invalid(faults)) => {
            fields.back = true;
            refused(staff.person.lang, &page(&state, &staff, &fields, &faults).await?)
        }
        Err(error) => Err(error),
    }
}
