//! `{id}/document/{document}/{slot}`: one document, in one or several files.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::field::parts_of;
use super::sheet::{Sheet, lang_of, refuse, show};
use super::wrong::Fault;
use super::{see_other, upload, words};
use crate::account::citizen::{Citizen, CitizenForm};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang};
use crate::permit::desk::told;
use crate::permit::file::{self, During, File, Given};
use crate::permit::form::{AgeState, Slot, needs};
use crate::permit::numbers;

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/{id:[0-9a-f-]{36}}/document/{document:[a-z0-9-]{1,60}}/{slot:[a-z0-9-]{1,20}}")
                .route(web::get().to(page))
                .route(web::post().to(add)),
        )
        .route("/{id:[0-9a-f-]{36}}/file/{file:[0-9a-f-]{36}}/remove", web::post().to(remove))
        .route("/{id:[0-9a-f-]{36}}/file/{file:[0-9a-f-]{36}}", web::get().to(read));
}

/// Most files of one form that are told of by name: more are not asked for in one place.
pub(super) const MOST_TOLD: usize = 20;

type Place = web::Path<(String, Uuid, String, String)>;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    note: String,
}

/// A file that was handed in.
pub(super) struct Paper {
    pub address: String,
    pub remove: String,
    pub name: String,
    pub size: String,
    pub dated: String,
    pub scan: String,
    /// Class of the mark of that.
    pub tag: &'static str,
    pub readable: bool,
    /// Whether the scanner has still to look at it.
    pub waits: bool,
}

#[derive(Template)]
#[template(path = "permits/document.html")]
struct DocumentPage {
    s: Sheet,
    id: Uuid,
    of: String,
    hint: String,
    rule: Option<String>,
    accepted: String,
    date_label: String,
    file_label: String,
    date: [String; 3],
    date_error: Option<String>,
    file_errors: Vec<String>,
    faults: Vec<Fault>,
    papers: Vec<Paper>,
    warning: Option<(String, &'static str)>,
    words: [String; 3],
}

/// Files as lines.
pub(super) fn papers(
    file: &File,
    lang: Lang,
    rows: &[&crate::permit::entity::document::Model],
) -> Result<Vec<Paper>> {
    let base = format!("/{lang}/permits/apply/{}/file", file.row.id);
    rows.iter()
        .map(|row| {
            Ok(Paper {
                address: format!("{base}/{}", row.id),
                remove: format!("{base}/{}/remove", row.id),
                name: file.key.open(&format!("name/{}", row.id), &row.name_sealed)?,
                size: words::size(lang, row.size_bytes.unsigned_abs()),
                dated: words::stored(lang, row.dated_on.as_deref()),
                scan: lang.text(match row.scan.as_str() {
                    "clean" => "permits-upload-clean",
                    "pending" => "permits-upload-scanning",
                    "infected" => "permits-upload-removed",
                    _ => "permits-upload-not-scanned",
                }),
                tag: if row.scan == "infected" { "tag--danger" } else { "" },
                waits: row.scan == "pending",
                readable: !matches!(row.scan.as_str(), "pending" | "infected"),
            })
        })
        .collect()
}

fn view(state: &State, citizen: &Citizen, lang: Lang, file: &File, slot: &Slot<'_>) -> Result<DocumentPage> {
    let (law, document) = (&state.law, slot.document);
    let path = format!("{}/document/{}/{}", file.row.id, document.id, slot.slot);
    let s = Sheet::new(state, citizen, lang, document.title.get(lang).to_owned(), &path)?;
    let rows: Vec<_> = file.papers_of(&document.id, &slot.slot).collect();
    let context = file.context(state)?;
    let rule = context.law.age_of(&context.procedure.id, &document.id).map(|age| {
        let period = lang.count_text(
            &format!("permits-period-{}", age.unit.code()),
            usize::try_from(age.maximum).unwrap_or(0),
        );
        s.t1("permits-fact-document-age", "age", &period)
    });
    let dates = || rows.iter().filter_map(|row| row.dated_on.as_deref()).filter_map(numbers::day);
    let warning = dates().min().and_then(|day| match slot.age(&context, day) {
        AgeState::Fine => None,
        AgeState::Soon(last) => {
            Some((s.t1("permits-document-expires-before", "date", &words::date(lang, last)), "notice--warn"))
        }
        AgeState::TooOld(first) => {
            Some((s.t1("permits-document-too-old", "earliest", &words::date(lang, first)), "notice--danger"))
        }
    });
    let size = words::size(lang, law.uploads.file_bytes);
    Ok(DocumentPage {
        id: file.row.id,
        of: told::place(law, lang, slot),
        hint: document.hint.get(lang).to_owned(),
        rule,
        accepted: s.t1("permits-upload-accepted", "size", &size),
        date_label: law.document_page.date_label.get(lang).to_owned(),
        file_label: law.document_page.file_label.get(lang).to_owned(),
        date: dates().next_back().map_or_else(Default::default, |day| parts_of(&day.to_string())),
        date_error: None,
        file_errors: Vec::new(),
        faults: Vec::new(),
        papers: papers(file, lang, &rows)?,
        warning,
        words: ["day", "month", "year"].map(|part| lang.text(&format!("permits-{part}"))),
        s,
    })
}

fn slot<'a>(
    context: &crate::permit::form::Context<'a>,
    file: &File,
    document: &str,
    slot: &str,
) -> Result<Slot<'a>> {
    needs(context, &file.handed())
        .into_iter()
        .find(|one| one.document.id == document && one.slot == slot)
        .ok_or(Error::NotFound)
}

async fn page(
    state: web::Data<State>,
    path: Place,
    asked: web::Query<Asked>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let file = File::open(&state, &citizen, path.1).await?;
    if !file.is_draft() {
        return Ok(see_other(format!("/{lang}/permits/apply/{}/?note=already-sent", path.1)));
    }
    let slot = slot(&file.context(&state)?, &file, &path.2, &path.3)?;
    let mut view = view(&state, &citizen, lang, &file, &slot)?;
    view.s = view.s.note(Some(&asked.note));
    show(&state, &view.s, &view).await
}

async fn add(
    state: web::Data<State>,
    request: HttpRequest,
    path: Place,
    mut citizen: Citizen,
    body: web::Payload,
) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let file = File::open(&state, &citizen, path.1).await?;
    file.must_be_draft()?;
    let mut form = upload::form(&state, &request, body)?;
    let (texts, mut field) = upload::open(&state, &mut citizen, &mut form).await?;
    let slot = slot(&file.context(&state)?, &file, &path.2, &path.3)?;
    let law = &state.law;
    let part = |name: &str| upload::text(&texts, name).to_owned();
    let written = [part("dated-d"), part("dated-m"), part("dated-y")];
    let day = numbers::written(&written[0], &written[1], &written[2]).filter(|day| day.year() >= 1900);
    let date_error = match day {
        None if written.iter().all(String::is_empty) => {
            Some(law.document_page.date_missing.get(lang).to_owned())
        }
        None => Some(lang.text("permits-error-date-invalid")),
        Some(day) if day > file.today => Some(lang.text("permits-error-date-future")),
        Some(_) => None,
    };
    let mut file_errors = Vec::new();
    let mut taken = 0;
    while let Some(one) = field.take() {
        if upload::is_unfilled(&one) {
            upload::drain(one).await;
        } else if date_error.is_some() {
            // Without a date the file is not kept; it is read away so that the
            // browser hears why.
            upload::drain(one).await;
            file_errors = vec![lang.text("permits-error-file-choose-again")];
        } else {
            let given = Given {
                document: &path.2,
                slot: &path.3,
                purpose: "application",
                data_class: &slot.document.data_class,
                dated_on: day.map(|day| day.to_string()),
                during: During::Draft,
            };
            let name = upload::name(&one);
            match file::hand_in(&state, &file, &given, one).await? {
                Ok(()) => taken += 1,
                Err(code) => {
                    if file_errors.len() < MOST_TOLD {
                        file_errors.push(refused_file(&state, lang, &name, code));
                    }
                    if upload::is_over(code) {
                        break;
                    }
                }
            }
        }
        field = upload::open_next(&mut form).await;
    }
    if taken == 0 && file_errors.is_empty() {
        file_errors.push(law.document_page.file_missing.get(lang).to_owned());
    }
    if date_error.is_none() && file_errors.is_empty() {
        let here = format!("/{lang}/permits/apply/{}/document/{}/{}?note=uploaded", path.1, path.2, path.3);
        return Ok(see_other(here));
    }
    let file = File::open(&state, &citizen, path.1).await?;
    let mut view = view(&state, &citizen, lang, &file, &slot)?;
    view.date = written;
    let of_date = date_error.iter().map(|error| Fault::new(lang, "dated-d", &view.date_label, error.clone()));
    let of_files = file_errors.iter().map(|error| Fault::new(lang, "files", &view.file_label, error.clone()));
    view.faults = of_date.chain(of_files).collect();
    (view.date_error, view.file_errors, view.s.wrong) = (date_error, file_errors, true);
    refuse(&state, &view.s, &view).await
}

/// Why one of several files was not taken, by its name.
pub(super) fn refused_file(state: &State, lang: Lang, name: &str, code: &str) -> String {
    let args = Args::new().with("name", name).with("fault", refused(state, lang, code));
    lang.text_with("permits-error-file-named", &args)
}

/// Why a file was not taken, in words.
pub(super) fn refused(state: &State, lang: Lang, code: &str) -> String {
    let law = &state.law;
    match code {
        "infected" => lang.text("permits-upload-infected"),
        "cut" => lang.text("permits-upload-failed"),
        "too-large" => {
            let size = words::size(lang, law.uploads.file_bytes);
            lang.text_with("permits-error-file-too-large", &Args::new().with("size", size))
        }
        "full" => {
            let size = words::size(lang, state.config.vault.application_bytes);
            lang.text_with("permits-error-file-full", &Args::new().with("size", size))
        }
        "too-many" => {
            let max = law.uploads.files_per_document.to_string();
            lang.text_with("permits-error-file-too-many", &Args::new().with("max", max))
        }
        code => lang.text(&format!("permits-error-file-{code}")),
    }
}

#[derive(Deserialize)]
struct Nothing {}

async fn remove(
    state: web::Data<State>,
    path: web::Path<(String, Uuid, Uuid)>,
    form: CitizenForm<Nothing>,
) -> Result<HttpResponse> {
    let file = File::open(&state, &form.citizen, path.1).await?;
    let paper = file.papers.iter().find(|paper| paper.id == path.2).ok_or(Error::NotFound)?;
    let to = format!(
        "/{}/permits/apply/{}/document/{}/{}?note=removed",
        path.0, path.1, paper.document, paper.slot
    );
    file::take_back(&state, file.row.id, paper).await?;
    Ok(see_other(to))
}

async fn read(
    state: web::Data<State>,
    path: web::Path<(String, Uuid, Uuid)>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    let file = File::open(&state, &citizen, path.1).await?;
    let (paper, plain) = file::read_paper(&state, &file, path.2).await?;
    let end = match paper.media_type.as_str() {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        _ => "pdf",
    };
    // Saved, never opened in our own pages; the name tells nothing.
    let name = format!("attachment; filename=\"{}.{end}\"", paper.document);
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, paper.media_type))
        .insert_header((CONTENT_DISPOSITION, name))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(plain))
}
