//! `{id}/page/{page}/row/{row}`: one row of a list - a weapon, a person.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::field::{self, View};
use super::sheet::{Sheet, lang_of, refuse, show};
use super::wrong::Fault;
use super::{lead_to_sign_in, see_other};
use crate::account::citizen::{Citizen, CitizenForm, Late};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang};
use crate::permit::file::{self, File};
use crate::permit::form::{self, Answers, Context, Wrong, check};
use safe_permits::form::{Field, FieldType, List, Page};

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/{id:[0-9a-f-]{36}}/page/{page:[a-z0-9-]{1,60}}/row/{row:[a-z0-9]{1,20}}")
                .route(web::get().to(page))
                .route(web::post().to(save)),
        )
        .route(
            "/{id:[0-9a-f-]{36}}/page/{page:[a-z0-9-]{1,60}}/row/{row:[a-z0-9]{1,20}}/remove",
            web::post().to(remove),
        );
}

type Place = web::Path<(String, Uuid, String, String)>;

#[derive(Template)]
#[template(path = "permits/row.html")]
struct Row {
    s: Sheet,
    back: String,
    back_title: String,
    fields: Vec<View>,
    faults: Vec<Fault>,
    /// What another tab saved meanwhile, while the fields hold what was typed here.
    other: Option<Vec<(String, String)>>,
    seen: i64,
}

/// The page, its list field and the list.
fn found<'a>(state: &'a State, file: &'a File, id: &str) -> Result<(&'a Page, &'a Field, &'a List)> {
    file.must_be_draft()?;
    let page = file.page(state, id)?;
    let field = page.fields.iter().find(|field| field.kind == FieldType::List).ok_or(Error::NotFound)?;
    let list = field.list.as_ref().and_then(|id| state.law.list(id)).ok_or(Error::NotFound)?;
    Ok((page, field, list))
}

fn row_of(file: &File, field: &Field, key: &str) -> Option<Answers> {
    let rows = file.answers.get(&field.id)?.as_array()?;
    rows.iter()
        .filter_map(Value::as_object)
        .find(|row| row.get("row").and_then(Value::as_str) == Some(key))
        .cloned()
}

/// The number under which the list shows a row; a new one comes last.
fn number(file: &File, field: &Field, key: &str) -> usize {
    let rows = file.answers.get(&field.id).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    rows.iter().position(|one| key_of(one) == Some(key)).unwrap_or(rows.len()) + 1
}

fn view(
    state: &State,
    citizen: &Citizen,
    lang: Lang,
    file: &File,
    (page, field, list): (&Page, &Field, &List),
    (key, answers, wrongs): (&str, &Answers, &[Wrong]),
) -> Result<Row> {
    let id = file.row.id;
    let path = format!("{id}/page/{}/row/{key}", page.id);
    let args =
        Args::new().with("what", list.title.get(lang)).with("number", number(file, field, key).to_string());
    let s = Sheet::new(state, citizen, lang, lang.text_with("permits-row-title", &args), &path)?;
    let fields = field::views(&file.context(state)?, lang, &list.fields, answers, wrongs);
    let faults = wrongs
        .iter()
        .filter_map(|wrong| {
            let field = list.fields.iter().find(|field| field.id == wrong.field)?;
            let target = fields.iter().find(|view| view.id == wrong.field).map(View::target)?;
            Some(field::fault_at(lang, target, field, wrong))
        })
        .collect();
    Ok(Row {
        back_title: page.title.get(lang).to_owned(),
        back: format!("{}/{id}/page/{}", s.base(), page.id),
        seen: file.saved.get(&page.id).copied().unwrap_or(0),
        other: None,
        fields,
        faults,
        s,
    })
}

async fn page(state: web::Data<State>, path: Place, citizen: Citizen) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let file = File::open(&state, &citizen, path.1).await?;
    let (page, field, list) = found(&state, &file, &path.2)?;
    // What was typed when the session ran out stands here again.
    if let Some(typed) = file::typed::<Answers>(&state, &citizen, &file, &place(&path)).await? {
        let context = file.context(&state)?;
        let wrongs = wrongs(&context, &file, (field, list), &path.3, &typed);
        let mut view = view(&state, &citizen, lang, &file, (page, field, list), (&path.3, &typed, &wrongs))?;
        view.s.note = Some(view.s.t("permits-typed-waits"));
        view.s.wrong = !wrongs.is_empty();
        return show(&state, &view.s, &view).await;
    }
    // A row that was taken over, or that another page has made wrong, says at once what to mend.
    let (answers, wrongs) = match path.3.as_str() {
        "new" => (Answers::new(), Vec::new()),
        key => {
            let row = row_of(&file, field, key).ok_or(Error::NotFound)?;
            let wrongs = wrongs(&file.context(&state)?, &file, (field, list), key, &row);
            (row, wrongs)
        }
    };
    let mut view = view(&state, &citizen, lang, &file, (page, field, list), (&path.3, &answers, &wrongs))?;
    view.s.wrong = !wrongs.is_empty();
    show(&state, &view.s, &view).await
}

/// Where something waits that was typed here.
fn place(path: &Place) -> String {
    format!("row/{}/{}", path.2, path.3)
}

fn wrongs(
    context: &Context<'_>,
    file: &File,
    (field, list): (&Field, &List),
    key: &str,
    row: &Answers,
) -> Vec<Wrong> {
    let mut wrongs = check(context, &list.fields, row, true);
    wrongs.extend(file::wrong_row(file, (&list.id, &field.id), key, row));
    wrongs
}

/// Whether a row stands in the list with the same words: a second click sends what the first
/// has saved.
fn stands(file: &File, field: &Field, key: &str, row: &Answers) -> bool {
    let same = |one: &Answers| {
        let mut words = one.clone();
        let own = words.remove("row");
        words == *row && (key == "new" || own.as_ref().and_then(Value::as_str) == Some(key))
    };
    let rows = file.answers.get(&field.id).and_then(Value::as_array);
    rows.into_iter().flatten().filter_map(Value::as_object).any(same)
}

async fn save(state: web::Data<State>, path: Place, late: Late<form::Fields>) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let Late { form: sent, is_late } = late;
    let file = File::open(&state, &sent.citizen, path.1).await?;
    let here = format!("/{lang}/permits/apply/{}", path.1);
    if !file.is_draft() {
        return Ok(see_other(format!("{here}/?note=already-sent")));
    }
    let (page, field, list) = found(&state, &file, &path.2)?;
    let context = file.context(&state)?;
    let row = form::read(&context, &list.fields, &sent.fields);
    let seen =
        sent.fields.iter().find(|(name, _)| name == "seen").and_then(|(_, v)| v.parse().ok()).unwrap_or(-1);
    let is_current = file.saved.get(&page.id).copied().unwrap_or(0) == seen;
    let is_done = !is_current && stands(&file, field, &path.3, &row);
    let wrongs = if is_done { Vec::new() } else { wrongs(&context, &file, (field, list), &path.3, &row) };
    if !wrongs.is_empty() && !is_late {
        let mut view =
            view(&state, &sent.citizen, lang, &file, (page, field, list), (&path.3, &row, &wrongs))?;
        view.s.wrong = true;
        return refuse(&state, &view.s, &view).await;
    }
    let is_taken = if is_done || !wrongs.is_empty() {
        is_done
    } else {
        let rows = with(&file, (field, list), &path.3, &row)?;
        keep(&state, &sent.citizen, &file, (page, field), rows, seen).await?
    };
    match (is_taken, is_late) {
        (false, true) => {
            file::keep_typed(&state, &sent.citizen, &file, &place(&path), &row).await?;
            Ok(lead_to_sign_in(&format!("{here}/page/{}/row/{}", path.2, path.3), "ended"))
        }
        (false, false) => other_tab(&state, &sent.citizen, lang, &path, &row).await,
        (true, _) => {
            file::forget_typed(&state, &sent.citizen, &file, &place(&path)).await?;
            let page = format!("{here}/page/{}", path.2);
            Ok(if is_late {
                lead_to_sign_in(&page, "ended")
            } else {
                see_other(format!("{page}?note=saved"))
            })
        }
    }
}

/// The rows of the list with this one among them. One that another tab has removed comes back:
/// whoever saves it wants it.
fn with(file: &File, (field, list): (&Field, &List), key: &str, row: &Answers) -> Result<Vec<Value>> {
    let mut rows = file.answers.get(&field.id).and_then(Value::as_array).cloned().unwrap_or_default();
    let key =
        if key == "new" { Uuid::new_v4().simple().to_string()[..12].to_owned() } else { key.to_owned() };
    let mut row = row.clone();
    row.insert("row".to_owned(), json!(key));
    match rows.iter().position(|one| key_of(one) == Some(&key)) {
        Some(at) => rows[at] = Value::Object(row),
        None if rows.len() >= list.maximum => return Err(Error::Conflict("permit-rows")),
        None => rows.push(Value::Object(row)),
    }
    Ok(rows)
}

/// Another tab was faster: what was typed here stands in the fields, what the row says there
/// beside it, and the person chooses by saving again.
async fn other_tab(
    state: &State,
    citizen: &Citizen,
    lang: Lang,
    path: &Place,
    typed: &Answers,
) -> Result<HttpResponse> {
    let here = format!("/{lang}/permits/apply/{}", path.1);
    let file = File::open(state, citizen, path.1).await?;
    if !file.is_draft() {
        return Ok(see_other(format!("{here}/?note=already-sent")));
    }
    let (page, field, list) = found(state, &file, &path.2)?;
    if stands(&file, field, &path.3, typed) {
        return Ok(see_other(format!("{here}/page/{}?note=saved", path.2)));
    }
    let there = row_of(&file, field, &path.3).unwrap_or_default();
    let mut view = view(state, citizen, lang, &file, (page, field, list), (&path.3, typed, &[]))?;
    let said = |field: &Field| {
        let said = field::said(&state.law, lang, field, there.get(&field.id)?);
        (!said.is_empty()).then(|| (field.label.get(lang).to_owned(), said))
    };
    view.other = Some(list.fields.iter().filter_map(said).collect());
    view.s.wrong = true;
    let mut response = show(state, &view.s, &view).await?;
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

/// Saves the rows; false when another tab was faster.
async fn keep(
    state: &State,
    citizen: &Citizen,
    file: &File,
    (page, field): (&Page, &Field),
    rows: Vec<Value>,
    seen: i64,
) -> Result<bool> {
    // Other fields of the page stay as they are.
    let mut answers = Answers::new();
    for other in &page.fields {
        if let Some(value) = file.answers.get(&other.id) {
            answers.insert(other.id.clone(), value.clone());
        }
    }
    let keys: Vec<String> = rows.iter().filter_map(key_of).map(str::to_owned).collect();
    answers.insert(field.id.clone(), Value::Array(rows));
    match file::save(state, citizen, file, &page.id, &answers, seen).await {
        Ok(()) => {
            take_back_papers(state, file, field, &keys).await?;
            Ok(true)
        }
        Err(Error::Conflict("permit-other-tab")) => Ok(false),
        Err(error) => Err(error),
    }
}

fn key_of(row: &Value) -> Option<&str> {
    row.get("row").and_then(Value::as_str)
}

/// Papers of a row that was taken out of its list go with it: no page would show them any
/// more, so nobody could take them back, and the service would get them without what they prove.
async fn take_back_papers(state: &State, file: &File, field: &Field, left: &[String]) -> Result<()> {
    let before = file.answers.get(&field.id).and_then(Value::as_array);
    let gone: Vec<&str> = before
        .into_iter()
        .flatten()
        .filter_map(key_of)
        .filter(|key| !left.iter().any(|kept| kept == key))
        .collect();
    for paper in file.papers.iter().filter(|paper| gone.contains(&paper.slot.as_str())) {
        file::take_back(state, file.row.id, paper).await?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Seen {
    #[serde(default)]
    seen: i64,
}

async fn remove(state: web::Data<State>, path: Place, sent: CitizenForm<Seen>) -> Result<HttpResponse> {
    let file = File::open(&state, &sent.citizen, path.1).await?;
    let (page, field, _) = found(&state, &file, &path.2)?;
    let mut rows = file.answers.get(&field.id).and_then(Value::as_array).cloned().unwrap_or_default();
    rows.retain(|one| key_of(one) != Some(path.3.as_str()));
    let is_done = keep(&state, &sent.citizen, &file, (page, field), rows, sent.fields.seen).await?;
    let note = if is_done { "saved" } else { "other-tab" };
    Ok(see_other(format!("/{}/permits/apply/{}/page/{}?note={note}", path.0, path.1, path.2)))
}
