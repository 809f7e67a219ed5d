//! The form of an alert, and what its buttons do.

use actix_web::{HttpResponse, web};
use askama::Template;
use uuid::Uuid;

use super::super::faults::Wrongs;
use super::super::frame::{Frame, Section, answer, refused};
use super::super::map::Map;
use super::super::see_other;
use super::super::words::is_rehearsal;
use super::filled::{Filled, of_row};
use super::preview::{self, Preview};
use super::sections::{Ink, Sections};
use crate::account::{OfficeForm, Role, Staff};
use crate::alert::draft::Draft;
use crate::alert::entity::Model;
use crate::alert::lifecycle::{self, Input};
use crate::alert::scenario::Scenario;
use crate::app::State;
use crate::error::{Error, Fault, Result};

/// What the form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum For {
    /// A new alert.
    New,
    /// An open draft.
    Draft(Uuid),
    /// An update of an active alert.
    Update(Uuid),
}

impl For {
    fn address(self, scenario: &Scenario) -> String {
        match self {
            Self::New => format!("/office/alerts/new/{}", scenario.id),
            Self::Draft(id) => format!("/office/alerts/{id}/edit"),
            Self::Update(id) => format!("/office/alerts/{id}/update"),
        }
    }
}

#[derive(Template)]
#[template(path = "office/compose.html")]
struct Page<'a> {
    f: Frame,
    action: String,
    scenario: &'a Scenario,
    name: String,
    hint: String,
    edition: String,
    s: Sections,
    wrongs: Wrongs,
    preview: Option<Preview>,
    map: Map,
    reach: String,
    rehearsal: bool,
    note: Option<String>,
}

/// Everything that a showing of the form depends on.
struct Sheet<'a> {
    staff: &'a Staff,
    purpose: For,
    scenario: &'a Scenario,
    filled: &'a Filled,
    faults: &'a [Fault],
    previewed: bool,
    /// Fluent id of a remark above the form.
    note: Option<&'static str>,
}

async fn page<'a>(state: &'a State, sheet: Sheet<'a>) -> Result<Page<'a>> {
    let scenario = sheet.scenario;
    let lang = sheet.staff.person.lang;
    let action = sheet.purpose.address(scenario);
    let title =
        if matches!(sheet.purpose, For::Update(_)) { "office-update-alert" } else { "office-new-alert" };
    let name = lang.text(&format!("scenario-{}-name", scenario.id));
    let f = Frame::new(state, sheet.staff, Section::Compose, title, &action);
    let title = format!("{} – {name}", f.title);
    let wrongs = Wrongs::of_alert(sheet.faults, lang);
    let ink = Ink { lang, filled: sheet.filled, wrongs: &wrongs, scenario, world: state };
    let (draft, _) = sheet.filled.draft(scenario);
    let preview = preview::of(state, &draft, scenario, &wrongs, lang).await?;
    Ok(Page {
        s: ink.sections(),
        map: Map::new(state, preview.set, &preview.drawn, lang, "is-on"),
        reach: preview.reach.clone(),
        preview: sheet.previewed.then_some(preview),
        hint: lang.text(&format!("scenario-{}-hint", scenario.id)),
        rehearsal: is_rehearsal(draft.status().as_str()),
        edition: sheet.filled.get("edition").to_owned(),
        note: sheet.note.map(|id| lang.text(id)),
        f: f.titled(title),
        action,
        scenario,
        name,
        wrongs,
    })
}

type Fields = Vec<(String, String)>;

/// `GET /office/alerts/new/{scenario}`.
pub(super) async fn begin(
    state: web::Data<State>,
    staff: Staff,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    staff.must(&[Role::AlertAuthor])?;
    let scenario = state.scenarios.get(&id).ok_or(Error::NotFound)?;
    let filled = Filled::fresh(scenario);
    let sheet = Sheet {
        staff: &staff,
        purpose: For::New,
        scenario,
        filled: &filled,
        faults: &[],
        previewed: false,
        note: None,
    };
    answer(staff.person.lang, &page(&state, sheet).await?)
}

/// `POST /office/alerts/new/{scenario}`.
pub(super) async fn create(
    state: web::Data<State>,
    id: web::Path<String>,
    form: OfficeForm<Fields>,
) -> Result<HttpResponse> {
    form.staff.must(&[Role::AlertAuthor])?;
    let scenario = state.scenarios.get(&id).ok_or(Error::NotFound)?;
    take(&state, &form.staff, For::New, scenario, Filled(form.fields)).await
}

/// The form of an alert that exists, with its number of changes.
async fn open(state: &State, id: Uuid) -> Result<(Model, Filled, &Scenario)> {
    let row = lifecycle::find(state, id).await?;
    let (mut filled, scenario) = of_row(&row, state)?;
    let scenario = state.scenarios.get(&scenario).ok_or(Error::NotFound)?;
    filled.0.push(("edition".to_owned(), row.edition.to_string()));
    Ok((row, filled, scenario))
}

/// Gives what is wrong with a kept alert the names of the fields that it was written in, for a
/// page that lists the faults without the form.
///
/// # Errors
/// The alert cannot be read back into its form.
pub(in crate::office) fn name_faults(
    state: &State,
    row: &Model,
    lang: crate::i18n::Lang,
    wrongs: &Wrongs,
) -> Result<()> {
    let (filled, scenario) = of_row(row, state)?;
    if let Some(scenario) = state.scenarios.get(&scenario) {
        // Whoever makes the fields names what is wrong with them.
        drop(Ink { lang, filled: &filled, wrongs, scenario, world: state }.sections());
    }
    Ok(())
}

async fn show_open(state: &State, staff: &Staff, purpose: For, id: Uuid) -> Result<HttpResponse> {
    staff.must(&[Role::AlertAuthor])?;
    let (row, filled, scenario) = open(state, id).await?;
    let fits = match purpose {
        For::Update(_) => row.is_active(state.clock.now_ms()),
        _ => row.state == "draft" || row.state == "submitted",
    };
    if !fits {
        let rule = if matches!(purpose, For::Update(_)) { "alert-not-active" } else { "alert-not-open" };
        return Err(Error::Conflict(rule));
    }
    let note = match (purpose, row.state.as_str()) {
        (For::Update(_), _) if row.compose.is_empty() => Some("office-update-rewrite-note"),
        (For::Update(_), _) => Some("office-update-note"),
        (_, "submitted") => Some("office-edit-submitted-note"),
        _ if row.compose.is_empty() => Some("office-rewrite-note"),
        _ => None,
    };
    let sheet = Sheet { staff, purpose, scenario, filled: &filled, faults: &[], previewed: false, note };
    answer(staff.person.lang, &page(state, sheet).await?)
}

/// `GET /office/alerts/{id}/edit`.
pub(super) async fn edit(state: web::Data<State>, staff: Staff, id: web::Path<Uuid>) -> Result<HttpResponse> {
    show_open(&state, &staff, For::Draft(*id), *id).await
}

/// `GET /office/alerts/{id}/update`.
pub(super) async fn update(
    state: web::Data<State>,
    staff: Staff,
    id: web::Path<Uuid>,
) -> Result<HttpResponse> {
    show_open(&state, &staff, For::Update(*id), *id).await
}

/// `POST /office/alerts/{id}/edit`.
pub(super) async fn revise(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Fields>,
) -> Result<HttpResponse> {
    form.staff.must(&[Role::AlertAuthor])?;
    let (_, _, scenario) = open(&state, *id).await?;
    take(&state, &form.staff, For::Draft(*id), scenario, Filled(form.fields)).await
}

/// `POST /office/alerts/{id}/update`.
pub(super) async fn create_update(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Fields>,
) -> Result<HttpResponse> {
    form.staff.must(&[Role::AlertAuthor])?;
    let (_, _, scenario) = open(&state, *id).await?;
    take(&state, &form.staff, For::Update(*id), scenario, Filled(form.fields)).await
}

/// What the buttons do: preview, keep, or keep and ask for approval.
async fn take(
    state: &State,
    staff: &Staff,
    purpose: For,
    scenario: &Scenario,
    filled: Filled,
) -> Result<HttpResponse> {
    let lang = staff.person.lang;
    let (draft, mut faults) = filled.draft(scenario);
    faults.extend(draft.faults(&state.scenarios, &state.areas, state.clock.now_ms()));
    let wanted = filled.get("do");
    if faults.is_empty() && wanted != "preview" {
        let row = keep(state, staff, purpose, draft, &filled).await?;
        if wanted != "submit" {
            return Ok(see_other(format!("/office/alerts/{}?done=saved", row.id)));
        }
        match lifecycle::submit(state, &staff.person, row.id).await {
            Ok(row) => return Ok(see_other(format!("/office/alerts/{}?done=submitted", row.id))),
            Err(Error::Invalid(found)) => return again(state, staff, &row, &found).await,
            Err(error) => return Err(error),
        }
    }
    let previewed = wanted == "preview";
    let sheet = Sheet { staff, purpose, scenario, filled: &filled, faults: &faults, previewed, note: None };
    let page = page(state, sheet).await?;
    if faults.is_empty() { answer(lang, &page) } else { refused(lang, &page) }
}

async fn keep(state: &State, staff: &Staff, purpose: For, draft: Draft, filled: &Filled) -> Result<Model> {
    let input = Input::Draft(Box::new(draft));
    match purpose {
        For::New => lifecycle::create(state, &staff.person, input, None, "office").await,
        For::Update(id) => lifecycle::create(state, &staff.person, input, Some(id), "office").await,
        For::Draft(id) => {
            let edition = filled.get("edition").parse().unwrap_or(0);
            lifecycle::revise(state, &staff.person, id, edition, input).await
        }
    }
}

/// The form of a draft that was kept but cannot be approved yet.
async fn again(state: &State, staff: &Staff, row: &Model, faults: &[Fault]) -> Result<HttpResponse> {
    let (_, filled, scenario) = open(state, row.id).await?;
    let sheet = Sheet {
        staff,
        purpose: For::Draft(row.id),
        scenario,
        filled: &filled,
        faults,
        previewed: false,
        note: Some("office-kept-note"),
    };
    refused(staff.person.lang, &page(state, sheet).await?)
}
