//! `{id}/page/{page}`: one question.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::field::{self, View};
use super::listing::{ListView, list};
use super::opened::Opened;
use super::sheet::{Sheet, lang_of, refuse, show};
use super::tasks::{is_about_whoever_began, section_title};
use super::wrong::Fault;
use super::{lead_to_sign_in, see_other, words};
use crate::account::citizen::{Citizen, Late};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::file::{self, File};
use crate::permit::form::{self, Answers, What, Wrong, check};
use safe_permits::form::{Field, FieldType, Page};

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/{id:[0-9a-f-]{36}}/page/{page:[a-z0-9-]{1,60}}")
            .route(web::get().to(page))
            .route(web::post().to(save)),
    );
}

/// Answers that say whose file it is.
const COMPANY: [&str; 2] = ["acting-for", "enterprise-number"];

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    note: String,
    from: String,
}

#[derive(Template)]
#[template(path = "permits/question.html")]
struct Question {
    s: Sheet,
    id: Uuid,
    text: String,
    section: String,
    /// Whether it asks about somebody else than who answers.
    is_about_other: bool,
    fields: Vec<View>,
    lists: Vec<ListView>,
    faults: Vec<Fault>,
    warnings: Vec<String>,
    /// What another tab saved meanwhile, while the fields hold what was typed here.
    other: Option<Vec<(String, String)>>,
    seen: i64,
    saved: Option<String>,
    from: String,
}

impl Question {
    /// The page, out of its own address.
    fn page_id(&self) -> &str {
        self.s.path.rsplit('/').next().unwrap_or_default()
    }

    /// Whether the page is a list without a row: then adding one comes first.
    fn is_empty_list(&self) -> bool {
        self.lists.iter().any(|list| list.rows.is_empty())
    }
}

/// Words of a page, with what stands in its fields.
fn view(
    state: &State,
    citizen: &Citizen,
    lang: Lang,
    file: &File,
    page: &Page,
    answers: &Answers,
    wrongs: &[Wrong],
) -> Result<Question> {
    let context = file.context(state)?;
    let id = file.row.id;
    let s =
        Sheet::new(state, citizen, lang, page.title.get(lang).to_owned(), &format!("{id}/page/{}", page.id))?;
    let law = &state.law;
    let lists: Vec<_> = page
        .fields
        .iter()
        .filter(|field| field.kind == FieldType::List && context.asks(field, Some(answers)))
        .filter_map(|field| list(state, &s, file, page, field, wrongs))
        .collect();
    let fields = field::views(&context, lang, &page.fields, answers, wrongs);
    let target =
        |name: &str| fields.iter().find(|view| view.id == name).map_or_else(|| name.to_owned(), View::target);
    let faults = wrongs
        .iter()
        .filter_map(|wrong| {
            let field = page.fields.iter().find(|field| field.id == wrong.field)?;
            Some(field::fault_at(lang, target(&wrong.field), field, wrong))
        })
        .collect();
    let saved = file.saved.get(&page.id).copied().unwrap_or(0);
    let section = law.sections.iter().find(|section| section.id == page.section);
    Ok(Question {
        id,
        text: page.text.get(lang).to_owned(),
        section: section.map(|section| section_title(file, section, lang)).unwrap_or_default(),
        is_about_other: is_about_whoever_began(file, &page.section),
        warnings: if saved > 0 { warnings(state, file, page, answers, lang) } else { Vec::new() },
        other: None,
        seen: saved,
        saved: (saved > 0).then(|| words::time(lang, saved)),
        from: String::new(),
        fields,
        lists,
        faults,
        s,
    })
}

/// What follows when nothing is said where something had better be; none once it is.
pub(super) fn unsaid(state: &State, field: &Field, answers: &Answers, lang: Lang) -> Option<String> {
    let said = answers.get(&field.id).and_then(Value::as_array).is_some_and(|list| !list.is_empty());
    let warning = state.law.warning(field.warn_if_empty.as_ref().filter(|_| !said)?)?;
    Some(warning.text.get(lang).to_owned())
}

/// What the person should know about an answer. It never stops anybody.
fn warnings(state: &State, file: &File, page: &Page, answers: &Answers, lang: Lang) -> Vec<String> {
    let law = &state.law;
    let Ok(context) = file.context(state) else { return Vec::new() };
    let mut found = Vec::new();
    for field in &page.fields {
        let value = answers.get(&field.id).unwrap_or(&Value::Null);
        let text = value.as_str().unwrap_or_default();
        let minor = crate::permit::numbers::day(text).is_some_and(|day| context.is_minor(day));
        let postcode = value.get("postcode").and_then(Value::as_str).unwrap_or_default();
        let outside = postcode.len() == 4 && state.areas.by_code(postcode, state.clock.now_ms()).is_none();
        found.extend(unsaid(state, field, answers, lang));
        for (id, holds) in
            [(&field.warn_if_minor, minor), (&field.warn_if_no, text == "no"), (&field.warn_outside, outside)]
        {
            if let Some(id) = id.as_ref().filter(|_| holds) {
                found.extend(law.warning(id).map(|warning| warning.text.get(lang).to_owned()));
            }
        }
    }
    found
}

async fn page(
    state: web::Data<State>,
    path: web::Path<(String, Uuid, String)>,
    asked: web::Query<Asked>,
    opened: Opened,
) -> Result<HttpResponse> {
    let Opened { lang, citizen, file } = opened;
    if !file.is_draft() {
        return Ok(see_other(format!("/{lang}/permits/apply/{}/?note=already-sent", path.1)));
    }
    let page = file.page(&state, &path.2)?;
    if page.generate.is_some() {
        return Ok(see_other(format!("/{lang}/permits/apply/{}/", path.1)));
    }
    // What was typed when the session ran out, and could not be saved over another tab.
    if let Some(typed) = file::typed::<Answers>(&state, &citizen, &file, &place(page)).await? {
        let mut view = beside(&state, &citizen, lang, &file, (page, &typed))?;
        view.s.note = Some(view.s.t("permits-typed-waits"));
        return show(&state, &view.s, &view).await;
    }
    let mut view = view(&state, &citizen, lang, &file, page, &file.answers, &[])?;
    view.s = view.s.note(Some(&asked.note));
    view.from = asked.from.chars().filter(char::is_ascii_lowercase).take(10).collect();
    show(&state, &view.s, &view).await
}

/// Where something waits that was typed on a page.
fn place(page: &Page) -> String {
    format!("page/{}", page.id)
}

async fn save(
    state: web::Data<State>,
    path: web::Path<(String, Uuid, String)>,
    late: Late<form::Fields>,
) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let Late { form: sent, is_late } = late;
    let file = File::open(&state, &sent.citizen, path.1).await?;
    let here = format!("/{lang}/permits/apply/{}", path.1);
    if !file.is_draft() {
        return Ok(see_other(format!("{here}/?note=already-sent")));
    }
    let page = file.page(&state, &path.2)?;
    let one = |name: &str| {
        sent.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    let context = file.context(&state)?;
    let mut answers = form::read(&context, &page.fields, &sent.fields);
    for field in page.fields.iter().filter(|field| field.kind == FieldType::List) {
        if let Some(rows) = file.answers.get(&field.id) {
            answers.insert(field.id.clone(), rows.clone());
        }
    }
    let seen = one("seen").parse().unwrap_or(-1);
    match file::save(&state, &sent.citizen, &file, &page.id, &answers, seen).await {
        Ok(()) => file::forget_typed(&state, &sent.citizen, &file, &place(page)).await?,
        Err(Error::Conflict("permit-other-tab")) if !is_late => {
            return other_tab(&state, &sent.citizen, lang, path.1, (page, &answers)).await;
        }
        Err(Error::Forbidden("permit-mandate")) if !is_late => {
            return another_company(&state, &sent.citizen, lang, &file, (page, answers)).await;
        }
        Err(Error::Conflict("permit-other-tab") | Error::Forbidden("permit-mandate")) => {
            file::keep_typed(&state, &sent.citizen, &file, &place(page), &answers).await?;
        }
        Err(error) => return Err(error),
    }
    if is_late {
        return Ok(lead_to_sign_in(&format!("{here}/page/{}", page.id), "ended"));
    }
    // What was just said decides what is asked: look again with it.
    let was_open = file.row.company_hmac.is_some();
    let file = File::open(&state, &sent.citizen, path.1).await?;
    let shut = (was_open && file.row.company_hmac.is_none()).then_some("company-no");
    let told = shut.map(|note| format!("?note={note}")).unwrap_or_default();
    let note = shut.unwrap_or("saved");
    let mut wrongs = check(&file.context(&state)?, &page.fields, &file.answers, false);
    wrongs.extend(file::wrong_rows(&file, page));
    put_in_order(page, &mut wrongs);
    if !one("later").is_empty() {
        return Ok(see_other(format!("{here}/?note={note}")));
    }
    if !wrongs.is_empty() {
        let mut view = view(&state, &sent.citizen, lang, &file, page, &file.answers, &wrongs)?;
        view.s = view.s.note(shut);
        view.s.wrong = true;
        return refuse(&state, &view.s, &view).await;
    }
    if one("from") == "check" {
        return Ok(see_other(format!("{here}/check{told}")));
    }
    let warned = !warnings(&state, &file, page, &file.answers, lang).is_empty();
    if warned && one("warned").is_empty() {
        return Ok(see_other(format!("{here}/page/{}?note={note}", page.id)));
    }
    Ok(see_other(format!("{}{told}", next(&state, &file, &page.id, &here)?)))
}

/// Puts what is wrong in the order of the page: faults of one list by the number of its first row.
fn put_in_order(page: &Page, wrongs: &mut [Wrong]) {
    wrongs.sort_by_key(|wrong| {
        let row = match &wrong.what {
            What::Rows(rows) => rows.first().copied().unwrap_or_default(),
            What::InRow(row, _) => *row,
            _ => 0,
        };
        (page.fields.iter().position(|field| field.id == wrong.field), row)
    });
}

/// Somebody who acts by a mandate named another company: nothing is saved, what they typed beside
/// it stands in the fields, and the company is the one from before.
async fn another_company(
    state: &State,
    citizen: &Citizen,
    lang: Lang,
    file: &File,
    (page, mut answers): (&Page, Answers),
) -> Result<HttpResponse> {
    let mut wrongs = Vec::new();
    for field in page.fields.iter().filter(|field| COMPANY.contains(&field.id.as_str())) {
        answers.insert(field.id.clone(), file.answers.get(&field.id).cloned().unwrap_or_default());
        wrongs.push(Wrong { field: field.id.clone(), what: What::Id("company-fixed") });
    }
    if wrongs.is_empty() {
        return Err(Error::Forbidden("permit-mandate"));
    }
    let mut view = view(state, citizen, lang, file, page, &answers, &wrongs)?;
    view.s.wrong = true;
    refuse(state, &view.s, &view).await
}

/// Another tab was faster: what was typed here stands in the fields, what was saved there
/// beside it, and the person chooses by saving again.
async fn other_tab(
    state: &State,
    citizen: &Citizen,
    lang: Lang,
    id: Uuid,
    (page, typed): (&Page, &Answers),
) -> Result<HttpResponse> {
    let file = File::open(state, citizen, id).await?;
    if !file.is_draft() {
        return Ok(see_other(format!("/{lang}/permits/apply/{id}/?note=already-sent")));
    }
    let view = beside(state, citizen, lang, &file, (page, typed))?;
    let mut response = show(state, &view.s, &view).await?;
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

fn beside(
    state: &State,
    citizen: &Citizen,
    lang: Lang,
    file: &File,
    (page, typed): (&Page, &Answers),
) -> Result<Question> {
    let mut view = view(state, citizen, lang, file, page, typed, &[])?;
    let there = |field: &Field| {
        let said = field::said(&state.law, lang, field, file.answers.get(&field.id)?);
        (!said.is_empty()).then(|| (field.label.get(lang).to_owned(), said))
    };
    view.other = Some(page.fields.iter().filter(|f| f.kind != FieldType::List).filter_map(there).collect());
    view.s.wrong = true;
    Ok(view)
}

/// The page after this one, the task list after the last.
fn next(state: &State, file: &File, page: &str, here: &str) -> Result<String> {
    let context = file.context(state)?;
    let pages = context.pages();
    let at = pages.iter().position(|one| one.id == page).unwrap_or(pages.len());
    Ok(match pages.get(at + 1) {
        Some(next) if next.generate.is_none() => format!("{here}/page/{}", next.id),
        _ => format!("{here}/"),
    })
}
