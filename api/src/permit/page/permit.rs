//! `permit/{id}`: a permit of the person who is signed in: what it covers, its dates and parts,
//! its decision, and what its holder can tell.

use actix_web::{HttpResponse, web};
use askama::Template;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::acquired;
use super::decided::{self, Decided};
use super::sheet::{Sheet, lang_of, show};
use super::words;
use super::wrong::{Fault, fault_of};
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::after::control;
use crate::permit::desk::{issue, told};
use crate::permit::entity::{application, control as controls, grant, part};
use crate::permit::file::File;
use crate::permit::mandate;
use crate::permit::numbers;
use crate::permit::sealed::FileKey;

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/permit/{id:[0-9a-f-]{36}}")
            .route(web::get().to(page))
            .route(web::post().to(acquired::post)),
    );
}

#[derive(Template)]
#[template(path = "permits/permit.html")]
pub(super) struct Permit {
    pub(super) s: Sheet,
    number: String,
    state: String,
    tag: &'static str,
    /// What it covers, as the decision says.
    about: String,
    weapons: Vec<String>,
    facts: Vec<(String, String)>,
    parts: Vec<(String, String)>,
    acquire: bool,
    /// Address of the answer to a control, and its last day.
    control: Option<(String, String)>,
    /// Earlier controls, in words.
    controls: Vec<String>,
    /// What the holder can tell: address and words.
    tell: Vec<(String, String)>,
    /// Why it does not hold as one would think, and the file with its decision.
    note: Option<String>,
    file: Option<(String, Decided)>,
    pub(super) date: [String; 3],
    pub(super) serial: String,
    pub(super) faults: Vec<Fault>,
    words: [String; 3],
}

impl Permit {
    fn fault(&self, field: &str) -> Option<&str> {
        fault_of(&self.faults, field)
    }
}

/// A permit of this person or of a company that they act for; anybody else's does not exist.
pub(super) async fn find(state: &State, citizen: &Citizen, id: Uuid) -> Result<grant::Model> {
    grant::Entity::find_by_id(id)
        .filter(mandate::permits(state, citizen))
        .one(&state.db)
        .await?
        .ok_or(Error::NotFound)
}

/// The permit of this person whose control has waited longest for an answer.
pub(super) async fn controlled(state: &State, citizen: &Citizen) -> Result<Option<Uuid>> {
    let found = controls::Entity::find()
        .filter(controls::Column::State.is_in(["invited", "unanswered"]))
        .filter(
            controls::Column::GrantId.in_subquery(
                Query::select()
                    .column(grant::Column::Id)
                    .from(grant::Entity)
                    .cond_where(mandate::permits(state, citizen))
                    .to_owned(),
            ),
        )
        .order_by_asc(controls::Column::DueOn)
        .one(&state.db)
        .await?;
    Ok(found.map(|row| row.grant_id))
}

/// The file of a permit with what was decided in it, when it is open to this person.
async fn file(
    state: &State,
    citizen: &Citizen,
    lang: Lang,
    row: &grant::Model,
) -> Result<Option<(String, Decided)>> {
    match File::open(state, citizen, row.application_id).await {
        Ok(file) => {
            let address = format!("/{lang}/permits/apply/{}/", file.row.id);
            Ok(Some((address, decided::of(state, &file, lang).await?)))
        }
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The parts of a permit: which, where it is, and of which weapon.
async fn parts(
    state: &State,
    lang: Lang,
    key: &FileKey,
    row: &grant::Model,
) -> Result<Vec<(String, String)>> {
    let rows = part::Entity::find().filter(part::Column::GrantId.eq(row.id)).all(&state.db).await?;
    let line = |one: part::Model| {
        let name = if one.part == "A" { "permits-part-a" } else { "permits-part-b" };
        let place = lang.text(&format!("permits-part-{}", one.state));
        let serial: Option<String> = one
            .serial_sealed
            .map(|sealed| key.open(&acquired::place(row.id, &one.part), &sealed))
            .transpose()?;
        let serial = serial.map(|serial| format!(" · {} {serial}", lang.text("permits-serial")));
        Ok((lang.text(name), place + serial.as_deref().unwrap_or_default()))
    };
    rows.into_iter().map(line).collect()
}

pub(super) async fn view(state: &State, citizen: &Citizen, lang: Lang, row: &grant::Model) -> Result<Permit> {
    let title = state.law.title(&row.procedure).map(|title| title.get(lang).to_owned());
    let s = Sheet::new(state, citizen, lang, title.unwrap_or_default(), &format!("permit/{}", row.id))?;
    let owner = application::Entity::find_by_id(row.application_id).one(&state.db).await?;
    let key = FileKey::of(&state.permits.keys, &owner.ok_or(Error::NotFound)?)?;
    let about: issue::Subject = key.open(&format!("grant/{}", row.id), &row.subject_sealed)?;
    let file = file(state, citizen, lang, row).await?;
    let note = match row.state.as_str() {
        "suspended" | "revoked" => Some(format!("permits-held-{}", row.state)),
        "active" if file.as_ref().is_some_and(|(_, decided)| decided.conditional) => {
            Some("permits-held-conditions".to_owned())
        }
        _ => None,
    };
    let new = |procedure: &str| format!("{}/new/{procedure}?permit={}", s.base(), row.id);
    let waits = control::open(state, row.id).await?;
    let verdict = |one: controls::Model| {
        let day = words::stored(lang, one.judged_on.as_deref().or(one.answered_on.as_deref()));
        let word = one.verdict.as_deref().or(one.answered_on.as_deref().map(|_| "answered"))?;
        Some(s.t1(&format!("permits-control-{word}"), "date", &day))
    };
    let past = control::of_permit(state, row.id).await?.into_iter().filter_map(verdict).collect();
    let law = state.law.on(numbers::today(state.clock.now_ms()));
    let mut tell = vec![("loss-theft", "permits-report-loss"), ("change-of-data", "permits-report-change")];
    if row.procedure == "carry" && ["active", "expired"].contains(&row.state.as_str()) {
        tell.push(("carry", "permits-renew"));
    }
    tell.retain(|(procedure, _)| law.procedure(procedure).is_some_and(|one| !one.flow.is_empty()));
    Ok(Permit {
        number: row.number.clone(),
        state: lang.text(&format!("permits-state-{}", row.state)),
        tag: super::home::permit_tag(&row.state),
        facts: told::dates(lang, row),
        parts: parts(state, lang, &key, row).await?,
        weapons: told::weapons(&state.law, lang, &about.weapons),
        about: about.text,
        note: note.map(|id| lang.text(&id)),
        file,
        control: waits.map(|one| (new(control::PROCEDURE), words::stored(lang, Some(&one.due_on)))),
        controls: past,
        tell: tell.into_iter().map(|(procedure, id)| (new(procedure), lang.text(id))).collect(),
        acquire: row.state == "active" && row.acquire_until.is_some() && row.acquired_on.is_none(),
        date: Default::default(),
        serial: String::new(),
        faults: Vec::new(),
        words: ["day", "month", "year"].map(|one| lang.text(&format!("permits-{one}"))),
        s,
    })
}

async fn page(
    state: web::Data<State>,
    path: web::Path<(String, Uuid)>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    let row = find(&state, &citizen, path.1).await?;
    let view = view(&state, &citizen, lang_of(&path.0)?, &row).await?;
    show(&state, &view.s, &view).await
}
