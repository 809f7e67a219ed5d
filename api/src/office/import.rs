//! `/office/alerts/import`: a CAP file of somebody else becomes a draft.

use actix_multipart::Multipart;
use actix_web::{HttpResponse, web};
use askama::Template;
use futures_util::StreamExt;
use uuid::Uuid;

use super::frame::{Frame, Section, answer, refused};
use crate::account::{Role, Staff};
use crate::alert::import::{self, FileReport, Remark};
use crate::alert::lifecycle::{self, Input};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang};

/// Most bytes of a file; the reader's own limits are tighter still.
const MOST_BYTES: usize = 10 << 20;
/// Most remarks that are shown.
const MOST_REMARKS: usize = 200;

/// Registers the page.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(web::resource("/alerts/import").route(web::get().to(show)).route(web::post().to(take)));
}

struct Line {
    error: bool,
    line: String,
    element: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "office/import.html")]
struct Page {
    f: Frame,
    report: Option<FileReport>,
    remarks: Vec<Line>,
    made: Option<Uuid>,
    /// Whether the same message was here already.
    known: bool,
    missing: bool,
    lenient: bool,
}

fn page(state: &State, staff: &Staff) -> Page {
    let f = Frame::new(state, staff, Section::Import, "office-import", "/office/alerts/import");
    Page { f, report: None, remarks: Vec::new(), made: None, known: false, missing: false, lenient: false }
}

async fn show(state: web::Data<State>, staff: Staff) -> Result<HttpResponse> {
    staff.must(&[Role::AlertAuthor])?;
    answer(staff.person.lang, &page(&state, &staff))
}

/// What the form holds.
#[derive(Default)]
struct Upload {
    csrf: Vec<u8>,
    file: Vec<u8>,
    text: Vec<u8>,
    lenient: bool,
}

async fn read(mut form: Multipart) -> Result<Upload> {
    let mut upload = Upload::default();
    let mut left = MOST_BYTES;
    let bad = |_| Error::invalid("form", "form");
    while let Some(part) = form.next().await {
        let mut part = part.map_err(bad)?;
        let name = part.name().unwrap_or_default().to_owned();
        let mut bytes = Vec::new();
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(bad)?;
            left = left.checked_sub(chunk.len()).ok_or(Error::TooLarge)?;
            bytes.extend_from_slice(&chunk);
        }
        match name.as_str() {
            "csrf" => upload.csrf = bytes,
            "file" => upload.file = bytes,
            "text" => upload.text = bytes,
            "lenient" => upload.lenient = true,
            _ => {}
        }
    }
    Ok(upload)
}

async fn take(state: web::Data<State>, staff: Staff, form: Multipart) -> Result<HttpResponse> {
    staff.must(&[Role::AlertAuthor])?;
    let lang = staff.person.lang;
    let upload = read(form).await?;
    if !staff.wrote(&upload.csrf) {
        return Err(Error::Forbidden("form-expired"));
    }
    let mut page = Page { lenient: upload.lenient, ..page(&state, &staff) };
    let bytes = if upload.file.is_empty() { upload.text } else { upload.file };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        page.missing = true;
        return refused(lang, &page);
    }
    let now_ms = state.clock.now_ms();
    let mut found = import::cap("file", &bytes, upload.lenient, &state.areas, &state.trust, now_ms);
    if let Some(alert) = found.alert {
        let input = Input::Cap(Box::new(alert));
        let taken = lifecycle::take(&state, &staff.person, input, None, "file").await?;
        page.made = Some(taken.row.id);
        page.known = !taken.is_new;
        found.report.warnings.extend(taken.remarks);
    }
    page.remarks = lines(&found.report, lang);
    let ok = found.report.ok;
    page.report = Some(found.report);
    if ok { answer(lang, &page) } else { refused(lang, &page) }
}

fn lines(report: &FileReport, lang: Lang) -> Vec<Line> {
    let errors = report.errors.iter().map(|remark| (true, remark));
    let warnings = report.warnings.iter().map(|remark| (false, remark));
    errors.chain(warnings).take(MOST_REMARKS).map(|(error, remark)| line(error, remark, lang)).collect()
}

/// A remark in the reader's language, with the exact words of the reader of
/// files where there are none.
fn line(error: bool, remark: &Remark, lang: Lang) -> Line {
    let args = remark.args.iter().fold(Args::new(), |args, (name, value)| args.with(name, value.clone()));
    let words = lang.own(&format!("cap-{}", remark.code), &args);
    Line {
        error,
        line: remark.line.map_or_else(String::new, |line| line.to_string()),
        element: remark.element.clone(),
        reason: words.unwrap_or_else(|| remark.message.clone()),
    }
}
