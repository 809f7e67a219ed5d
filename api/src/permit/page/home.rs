//! The files of the person who is signed in.

use std::collections::{HashMap, HashSet};

use actix_web::{HttpResponse, web};
use askama::Template;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use uuid::Uuid;

use super::sheet::{Sheet, lang_of, show};
use super::words;
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::error::Result;
use crate::permit::entity::{application, event, grant};
use crate::permit::{file, mandate, numbers};

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.route("", web::get().to(page)).route("/", web::get().to(page));
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    note: String,
}

struct Line {
    address: String,
    title: String,
    reference: String,
    /// The company, for somebody who acts by a mandate.
    company: Option<String>,
    state: String,
    tag: &'static str,
    changed: String,
    draft: bool,
}

struct Permit {
    address: String,
    title: String,
    number: String,
    company: Option<String>,
    state: String,
    tag: &'static str,
    until: String,
    acquire: String,
    control: String,
}

#[derive(Template)]
#[template(path = "permits/home.html")]
struct Home {
    s: Sheet,
    files: Vec<Line>,
    permits: Vec<Permit>,
    start: Vec<(String, String, String)>,
}

/// What the ledger says of a control that left questions.
pub(super) const QUESTIONS: &str = "control-not-in-order";

/// What the mark of a file tells: its state, or that its control left questions.
pub(super) fn marked(state: &str, has_questions: bool) -> &str {
    if has_questions { QUESTIONS } else { state }
}

/// Class of the mark of a file.
pub(super) fn tag(mark: &str) -> &'static str {
    match mark {
        "draft" => "",
        "missing-items" | "notice" | QUESTIONS => "tag--warn",
        "granted" | "granted-conditions" | "recorded" => "tag--ok",
        "refused" | "inadmissible" => "tag--danger",
        "withdrawn" => "",
        _ => "tag--info",
    }
}

/// Class of the mark of a permit.
pub(super) fn permit_tag(state: &str) -> &'static str {
    match state {
        "active" => "tag--ok",
        "suspended" => "tag--warn",
        "revoked" | "lapsed" | "expired" => "tag--danger",
        _ => "",
    }
}

/// Those of the files that are answers to a control which left questions.
async fn questioned(state: &State, rows: &[application::Model]) -> Result<HashSet<Uuid>> {
    let recorded = rows.iter().filter(|row| row.state == "recorded").map(|row| row.id);
    let lines = event::Entity::find()
        .filter(event::Column::ApplicationId.is_in(recorded))
        .filter(event::Column::Kind.eq(QUESTIONS))
        .all(&state.db)
        .await?;
    Ok(lines.into_iter().map(|line| line.application_id).collect())
}

/// The company of each file in which a person acts by a mandate, as they wrote its name.
async fn companies(
    state: &State,
    citizen: &Citizen,
    rows: &[application::Model],
) -> Result<HashMap<Uuid, String>> {
    let mut found = HashMap::new();
    for mandate in mandate::of_person(state, citizen).await?.iter().filter(|one| one.state == "confirmed") {
        let company = mandate::kept(state, mandate)?.company;
        let of_it = |row: &&application::Model| row.company_hmac.as_ref() == Some(&mandate.company_hmac);
        let others = rows.iter().filter(of_it).filter(|row| row.applicant_id != citizen.row.id);
        found.extend(others.map(|row| (row.id, company.clone())));
    }
    Ok(found)
}

async fn page(
    state: web::Data<State>,
    path: web::Path<String>,
    asked: web::Query<Asked>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    let lang = lang_of(&path)?;
    let s = Sheet::new(&state, &citizen, lang, lang.text("permits-my-files"), "")?.note(Some(&asked.note));
    let name = |id: &str| state.law.title(id).map(|title| title.get(lang).to_owned()).unwrap_or_default();
    let rows = file::of_person(&state, &citizen).await?;
    let companies = companies(&state, &citizen, &rows).await?;
    let questioned = questioned(&state, &rows).await?;
    let mark = |row: &application::Model| marked(&row.state, questioned.contains(&row.id)).to_owned();
    let files = rows.into_iter().map(|row| Line {
        company: companies.get(&row.id).cloned(),
        address: format!("{}/{}/", s.base(), row.id),
        title: name(&row.procedure),
        reference: row.reference.clone().unwrap_or_default(),
        state: lang.text(&format!("permits-state-{}", mark(&row))),
        tag: tag(&mark(&row)),
        changed: words::moment(lang, row.updated_at_ms),
        draft: row.state == "draft",
    });
    let rows = grant::Entity::find()
        .filter(mandate::permits(&state, &citizen))
        .order_by_desc(grant::Column::IssuedOn)
        .limit(200)
        .all(&state.db)
        .await?;
    let permits = rows.into_iter().map(|row| Permit {
        company: companies.get(&row.application_id).cloned(),
        address: format!("{}/permit/{}", s.base(), row.id),
        title: name(&row.procedure),
        state: lang.text(&format!("permits-state-{}", row.state)),
        tag: permit_tag(&row.state),
        until: words::stored(lang, row.ends_on.as_deref()),
        acquire: words::stored(lang, row.acquire_until.as_deref().filter(|_| row.acquired_on.is_none())),
        control: words::stored(lang, row.control_on.as_deref()),
        number: row.number,
    });
    let law = state.law.on(numbers::today(state.clock.now_ms()));
    let start = law.procedures().filter(|p| !p.flow.is_empty()).map(|p| {
        let address = format!("{}/new/{}", s.base(), p.id);
        (address, p.title.get(lang).to_owned(), p.summary.get(lang).to_owned())
    });
    let view = Home { files: files.collect(), permits: permits.collect(), start: start.collect(), s };
    show(&state, &view.s, &view).await
}
