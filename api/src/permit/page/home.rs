//! The files of the person who is signed in.

use actix_web::{HttpResponse, web};
use askama::Template;
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;

use super::sheet::{Sheet, lang_of, show};
use super::words;
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::error::Result;
use crate::permit::entity::grant;
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
    state: String,
    tag: &'static str,
    changed: String,
    draft: bool,
}

struct Permit {
    address: String,
    title: String,
    number: String,
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

/// Class of the mark of a state.
pub(super) fn tag(state: &str) -> &'static str {
    match state {
        "draft" => "",
        "missing-items" | "notice" => "tag--warn",
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

async fn page(
    state: web::Data<State>,
    path: web::Path<String>,
    asked: web::Query<Asked>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    let lang = lang_of(&path)?;
    let s = Sheet::new(&state, &citizen, lang, lang.text("permits-my-files"), "")?.note(Some(&asked.note));
    let name = |id: &str| state.law.title(id).map(|title| title.get(lang).to_owned()).unwrap_or_default();
    let files = file::of_person(&state, &citizen).await?.into_iter().map(|row| Line {
        address: format!("{}/{}/", s.base(), row.id),
        title: name(&row.procedure),
        reference: row.reference.clone().unwrap_or_default(),
        state: lang.text(&format!("permits-state-{}", row.state)),
        tag: tag(&row.state),
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
