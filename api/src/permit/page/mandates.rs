//! `mandates`: the companies that a person acts for: ask with the signed document, look, give
//! back. Nothing here tells whether a company has files.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use safe_permits::numbers::{NumberFault, enterprise};
use serde::Deserialize;
use uuid::Uuid;

use super::sheet::{Sheet, lang_of, refuse, show};
use super::wrong::{Fault, fault_of};
use super::{document, see_other, upload, words};
use crate::account::citizen::{Citizen, CitizenForm};
use crate::app::State;
use crate::error::Result;
use crate::i18n::{Args, Lang};
use crate::permit::entity::mandate::Model;
use crate::permit::mandate::{self, Asked, Outcome};
use crate::permit::numbers;

/// Longest name of a company, in characters.
const MOST_NAME: usize = 200;

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/mandates").route(web::get().to(page)).route(web::post().to(ask)))
        .route("/mandates/{id:[0-9a-f-]{36}}/give-back", web::post().to(give_back));
}

/// One mandate of the person.
struct Line {
    id: Uuid,
    company: String,
    number: String,
    state: String,
    tag: &'static str,
    /// Last day: of what was confirmed, or of what was asked for.
    until: String,
    reason: Option<String>,
    /// How the person ends it; none when it has ended.
    end: Option<String>,
}

#[derive(Template)]
#[template(path = "permits/mandates.html")]
struct Mandates {
    s: Sheet,
    lines: Vec<Line>,
    number: String,
    company: String,
    date: [String; 3],
    words: [String; 3],
    accepted: String,
    faults: Vec<Fault>,
}

impl Mandates {
    fn fault(&self, field: &str) -> Option<&str> {
        fault_of(&self.faults, field)
    }
}

fn line(state: &State, lang: Lang, row: &Model, today: &str) -> Result<Line> {
    let kept = mandate::kept(state, row)?;
    // One that was over when the next one was asked for has ended by itself.
    let ended = row.ended_at_ms.map_or_else(|| today.to_owned(), |ms| numbers::today(ms).to_string());
    let over = matches!(row.state.as_str(), "confirmed" | "returned")
        && row.confirmed_at_ms.is_some()
        && row.until_on < ended;
    let word = if over { "over" } else { row.state.as_str() };
    Ok(Line {
        id: row.id,
        number: kept.printed(),
        company: kept.company,
        state: lang.text(&format!("permits-mandate-{word}")),
        tag: match word {
            "confirmed" => "tag--ok",
            "asked" => "tag--info",
            "refused" | "revoked" => "tag--danger",
            _ => "",
        },
        until: lang.text_with(
            match word {
                "confirmed" => "permits-mandate-until",
                "over" => "permits-mandate-was-until",
                _ => "permits-mandate-asked-until",
            },
            &Args::new().with("date", words::stored(lang, Some(&row.until_on))),
        ),
        reason: mandate::desk::reason_of(state, row)?,
        end: match word {
            "asked" => Some(lang.text("permits-mandate-take-back")),
            "confirmed" => Some(lang.text("permits-mandate-give-back")),
            _ => None,
        },
    })
}

async fn view(state: &State, citizen: &Citizen, lang: Lang) -> Result<Mandates> {
    let s = Sheet::new(state, citizen, lang, lang.text("permits-mandates"), "mandates")?;
    let today = numbers::today(state.clock.now_ms()).to_string();
    let rows = mandate::of_person(state, citizen).await?;
    let size = words::size(lang, state.law.uploads.file_bytes);
    Ok(Mandates {
        lines: rows.iter().map(|row| line(state, lang, row, &today)).collect::<Result<_>>()?,
        accepted: s.t1("permits-upload-accepted", "size", &size),
        words: ["day", "month", "year"].map(|part| lang.text(&format!("permits-{part}"))),
        number: String::new(),
        company: String::new(),
        date: Default::default(),
        faults: Vec::new(),
        s,
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Note {
    note: String,
}

async fn page(
    state: web::Data<State>,
    path: web::Path<String>,
    note: web::Query<Note>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    let mut view = view(&state, &citizen, lang_of(&path)?).await?;
    view.s = view.s.note(Some(&note.note));
    show(&state, &view.s, &view).await
}

/// What is wrong with what was written, field by field.
fn judge(state: &State, lang: Lang, view: &mut Mandates) -> Option<(String, jiff::civil::Date)> {
    let number = enterprise(&view.number);
    let of_number = number.as_ref().err().map(|fault| match fault {
        NumberFault::Empty => "permits-mandate-number-missing",
        _ => "permits-error-enterprise-number-invalid",
    });
    let of_company = view.company.is_empty().then_some("permits-mandate-company-missing");
    let [day, month, year] = &view.date;
    let until = numbers::written(day, month, year);
    let today = numbers::today(state.clock.now_ms());
    let of_day = match until {
        None if view.date.iter().all(String::is_empty) => Some("permits-mandate-until-missing"),
        None => Some("permits-error-date-invalid"),
        Some(day) if day < today => Some("permits-error-date-past"),
        Some(_) => None,
    };
    for (target, label, id) in [
        ("number", "permits-mandate-number", of_number),
        ("company", "permits-mandate-company", of_company),
        ("until-d", "permits-mandate-last-day", of_day),
    ] {
        let fault = id.map(|id| Fault::new(lang, target, &lang.text(label), lang.text(id)));
        view.faults.extend(fault);
    }
    number.ok().zip(until).filter(|_| view.faults.is_empty())
}

async fn ask(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<String>,
    mut citizen: Citizen,
    body: web::Payload,
) -> Result<HttpResponse> {
    let lang = lang_of(&path)?;
    let mut form = upload::form(&state, &request, body)?;
    let (texts, field) = upload::open(&state, &mut citizen, &mut form).await?;
    let part = |name: &str| upload::text(&texts, name).to_owned();
    let mut view = view(&state, &citizen, lang).await?;
    view.number = part("number").chars().take(40).collect();
    view.company = part("company").chars().filter(|c| !c.is_control()).take(MOST_NAME).collect();
    view.date = [part("until-d"), part("until-m"), part("until-y")];
    let given = judge(&state, lang, &mut view);
    let refused = match (given, field) {
        (Some((number, until)), Some(field)) if !upload::is_unfilled(&field) => {
            let asked = Asked { number: &number, company: &view.company, until };
            match mandate::ask(&state, &citizen, &asked, field).await? {
                Ok(Outcome::Sent) => {
                    return Ok(see_other(format!("/{lang}/permits/apply/mandates?note=mandate-asked")));
                }
                Ok(there) => return again(&state, lang, view, there).await,
                Err(code) => document::refused(&state, lang, code),
            }
        }
        (None, Some(field)) if !upload::is_unfilled(&field) => {
            // It is read away so that the browser hears why.
            upload::drain(field).await;
            lang.text("permits-error-file-choose-again")
        }
        (_, field) => {
            if let Some(field) = field {
                upload::drain(field).await;
            }
            lang.text("permits-mandate-paper-missing")
        }
    };
    view.faults.push(Fault::new(lang, "files", &lang.text("permits-mandate-paper"), refused));
    view.s.wrong = true;
    refuse(&state, &view.s, &view).await
}

/// Says that the same was asked or confirmed before: nothing was taken.
async fn again(state: &State, lang: Lang, mut view: Mandates, there: Outcome) -> Result<HttpResponse> {
    let id = if there == Outcome::Holds { "permits-mandate-holds" } else { "permits-mandate-waits" };
    let label = lang.text("permits-mandate-number");
    view.faults.push(Fault::new(lang, "number", &label, lang.text(id)));
    view.s.wrong = true;
    refuse(state, &view.s, &view).await
}

#[derive(Deserialize)]
struct Nothing {}

async fn give_back(
    state: web::Data<State>,
    path: web::Path<(String, Uuid)>,
    form: CitizenForm<Nothing>,
) -> Result<HttpResponse> {
    mandate::give_back(&state, &form.citizen, path.1).await?;
    Ok(see_other(format!("/{}/permits/apply/mandates?note=mandate-returned", path.0)))
}
