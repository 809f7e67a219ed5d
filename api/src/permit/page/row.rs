//! `{id}/page/{page}/row/{row}`: one row of a list - a weapon, a person.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::field::{self, View};
use super::see_other;
use super::sheet::{Sheet, lang_of, refuse, show};
use super::wrong::Fault;
use crate::account::citizen::{Citizen, CitizenForm};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::file::{self, File};
use crate::permit::form::{self, Answers, What, Wrong, check};
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

fn view(
    state: &State,
    citizen: &Citizen,
    lang: Lang,
    file: &File,
    (page, list): (&Page, &List),
    (key, answers, wrongs): (&str, &Answers, &[Wrong]),
) -> Result<Row> {
    let id = file.row.id;
    let path = format!("{id}/page/{}/row/{key}", page.id);
    let s = Sheet::new(state, citizen, lang, list.title.get(lang).to_owned(), &path)?;
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
        fields,
        faults,
        s,
    })
}

async fn page(state: web::Data<State>, path: Place, citizen: Citizen) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let file = File::open(&state, &citizen, path.1).await?;
    let (page, field, list) = found(&state, &file, &path.2)?;
    let answers = match path.3.as_str() {
        "new" => Answers::new(),
        key => row_of(&file, field, key).ok_or(Error::NotFound)?,
    };
    let view = view(&state, &citizen, lang, &file, (page, list), (&path.3, &answers, &[]))?;
    show(&state, &view.s, &view).await
}

async fn save(state: web::Data<State>, path: Place, sent: CitizenForm<form::Fields>) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let file = File::open(&state, &sent.citizen, path.1).await?;
    let (page, field, list) = found(&state, &file, &path.2)?;
    let context = file.context(&state)?;
    let mut row = form::read(&context, &list.fields, &sent.fields);
    let mut wrongs = check(&context, &list.fields, &row, true);
    // The other adult is somebody else: not the applicant under another line.
    let same =
        |name: &str| row.get(name).and_then(Value::as_str) == file.answers.get(name).and_then(Value::as_str);
    if list.id == "cohabitant" && ["family-name", "given-names", "birth-date"].iter().all(|n| same(n)) {
        wrongs.push(Wrong { field: "family-name".to_owned(), what: What::Id("cohabitant-self") });
    }
    if !wrongs.is_empty() {
        let mut view = view(&state, &sent.citizen, lang, &file, (page, list), (&path.3, &row, &wrongs))?;
        view.s.wrong = true;
        return refuse(&state, &view.s, &view).await;
    }
    let mut rows = file.answers.get(&field.id).and_then(Value::as_array).cloned().unwrap_or_default();
    let key = if path.3 == "new" {
        if rows.len() >= list.maximum {
            return Err(Error::Conflict("permit-rows"));
        }
        Uuid::new_v4().simple().to_string()[..12].to_owned()
    } else {
        path.3.clone()
    };
    row.insert("row".to_owned(), json!(key));
    let same = |one: &Value| one.get("row").and_then(Value::as_str) == Some(&key);
    match rows.iter_mut().find(|one| same(one)) {
        Some(old) => *old = Value::Object(row),
        None if path.3 == "new" => rows.push(Value::Object(row)),
        None => return Err(Error::NotFound),
    }
    let seen =
        sent.fields.iter().find(|(name, _)| name == "seen").and_then(|(_, v)| v.parse().ok()).unwrap_or(-1);
    keep(&state, &sent.citizen, &file, (page, field), rows, seen, &path).await
}

async fn keep(
    state: &State,
    citizen: &Citizen,
    file: &File,
    (page, field): (&Page, &Field),
    rows: Vec<Value>,
    seen: i64,
    path: &Place,
) -> Result<HttpResponse> {
    // Other fields of the page stay as they are.
    let mut answers = Answers::new();
    for other in &page.fields {
        if let Some(value) = file.answers.get(&other.id) {
            answers.insert(other.id.clone(), value.clone());
        }
    }
    let keys: Vec<String> = rows.iter().filter_map(key_of).map(str::to_owned).collect();
    answers.insert(field.id.clone(), Value::Array(rows));
    let here = format!("/{}/permits/apply/{}/page/{}", path.0, path.1, path.2);
    match file::save(state, citizen, file, &page.id, &answers, seen).await {
        Ok(()) => {
            take_back_papers(state, file, field, &keys).await?;
            Ok(see_other(format!("{here}?note=saved")))
        }
        Err(Error::Conflict("permit-other-tab")) => Ok(see_other(format!("{here}?note=other-tab"))),
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
    rows.retain(|one| one.get("row").and_then(Value::as_str) != Some(path.3.as_str()));
    keep(&state, &sent.citizen, &file, (page, field), rows, sent.fields.seen, &path).await
}
