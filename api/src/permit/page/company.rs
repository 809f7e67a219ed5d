//! `{id}/company`: whether the mandated people of a company may go on with its file. Only who
//! began the file decides; who else has a mandate is told to nobody but the office. Whatever the
//! answers say, a file that is open can be shut.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::opened::Opened;
use super::see_other;
use super::sheet::{Sheet, show};
use crate::account::citizen::CitizenForm;
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::file::File;
use crate::permit::mandate;

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/{id:[0-9a-f-]{36}}/company").route(web::get().to(page)).route(web::post().to(change)),
    );
}

#[derive(Template)]
#[template(path = "permits/company.html")]
struct Company {
    s: Sheet,
    id: Uuid,
    open: bool,
    /// Whether the file names its company yet.
    named: bool,
    /// What those people can do in it, and what stays with the person who began it.
    who: String,
}

async fn page(state: web::Data<State>, opened: Opened) -> Result<HttpResponse> {
    let Opened { lang, citizen, file } = opened;
    file.must_be_own()?;
    let open = file.row.company_hmac.is_some();
    if !open && !file.context(&state)?.is_company() {
        return Err(Error::NotFound);
    }
    let s = Sheet::new(
        &state,
        &citizen,
        lang,
        lang.text("permits-company-share"),
        &format!("{}/company", file.row.id),
    )?;
    let named = file.company(&state, &file.answers)?.is_some();
    let who = lang.text(match (open, file.is_draft()) {
        (false, true) => "permits-company-share-draft",
        (false, false) => "permits-company-share-sent",
        (true, true) => "permits-company-shared-draft",
        (true, false) => "permits-company-shared-sent",
    });
    let view = Company { id: file.row.id, open, named, who, s };
    show(&state, &view.s, &view).await
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    share: String,
}

async fn change(
    state: web::Data<State>,
    path: web::Path<(String, Uuid)>,
    form: CitizenForm<Wanted>,
) -> Result<HttpResponse> {
    let file = File::open(&state, &form.citizen, path.1).await?;
    match form.fields.share.as_str() {
        "yes" => mandate::open_file(&state, &file).await?,
        "no" => mandate::shut_file(&state, &file).await?,
        other => return Err(Error::choice("share", other)),
    }
    Ok(see_other(format!("/{}/permits/apply/{}/?note=company-{}", path.0, path.1, form.fields.share)))
}
