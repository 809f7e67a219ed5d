//! `permit/{id}`: a permit of the person who is signed in: what it covers, its dates and parts,
//! its decision, and what its holder can tell.

use actix_web::{HttpResponse, web};
use askama::Template;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use uuid::Uuid;

use super::acquired;
use super::decided::{self, Decided};
use super::sheet::{Sheet, lang_of, show};
use super::words;
use super::wrong::{Fault, fault_of};
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang};
use crate::permit::after::{control, lapse};
use crate::permit::desk::{Held, HeldReader, held, issue, task, told};
use crate::permit::entity::{application, control as controls, grant};
use crate::permit::file::File;
use crate::permit::mandate;
use crate::permit::numbers;
use crate::permit::sealed::FileKey;
use crate::permit::weapon::{self, Standing, Weapon};

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/permit/{id:[0-9a-f-]{36}}")
            .route(web::get().to(page))
            .route(web::post().to(acquired::post)),
    );
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    note: String,
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
    facts: Vec<(String, String)>,
    weapons: Vec<Held>,
    /// Weapons that can be acquired still: slot and words.
    acquire: Vec<(String, String)>,
    /// Address of the answer to a control, and its last day.
    control: Option<(String, String)>,
    /// Earlier controls, in words.
    controls: Vec<String>,
    /// What the holder can tell: address and words.
    tell: Vec<(String, String)>,
    /// Why it does not hold as one would think.
    notes: Vec<String>,
    /// The file with its decision.
    file: Option<(String, Decided)>,
    /// What the holder wrote of an acquisition.
    pub(super) weapon: String,
    pub(super) date: [String; 3],
    pub(super) serial: String,
    pub(super) faults: Vec<Fault>,
    words: [String; 3],
}

impl Permit {
    /// Whether a weapon can be acquired still.
    fn acquires(&self) -> bool {
        !self.acquire.is_empty()
    }

    /// Whether there are several, so that one has to be named.
    pub(super) fn asks_which(&self) -> bool {
        self.acquire.len() > 1
    }

    /// The weapon that is meant, if it can be acquired still: a page of before may name one that
    /// was told of meanwhile.
    pub(super) fn which(&self, chosen: &str) -> Option<String> {
        self.acquire.iter().find(|(slot, _)| slot == chosen).map(|(slot, _)| slot.clone())
    }

    /// Whether what can be acquired are several weapons on one paper.
    fn is_shared(&self) -> bool {
        let [only] = self.weapons.as_slice() else { return false };
        only.words.len() > 1
    }

    /// Ids of what describes the field of the number.
    fn serial_described(&self) -> Option<String> {
        let hint = self.is_shared().then_some("serial-hint");
        let fault = self.fault("serial").map(|_| "serial-error");
        let ids: Vec<&str> = hint.into_iter().chain(fault).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

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

/// Why a permit does not hold as one would think, and what its holder has to do.
fn notes(
    state: &State,
    lang: Lang,
    row: &grant::Model,
    (weapons, conditional): (&[Weapon], bool),
) -> Result<Vec<String>> {
    let mut notes = Vec::new();
    if ["suspended", "revoked"].contains(&row.state.as_str()) {
        notes.push(lang.text(&format!("permits-held-{}", row.state)));
    }
    let today = numbers::today(state.clock.now_ms()).to_string();
    let in_time = |one: &Weapon| matches!(one.standing(row), Standing::Awaited(until) if *until >= *today);
    let awaited = weapons.iter().any(in_time);
    if row.state == "suspended" && awaited {
        notes.push(lang.text("permits-held-suspended-awaited"));
    }
    if row.state == "active" && conditional {
        notes.push(lang.text("permits-held-conditions"));
    }
    // Of a permit that ended otherwise its decision says what comes back.
    let kind = match row.state.as_str() {
        "lapsed" => "lapsed",
        "active" => "missed",
        _ => return Ok(notes),
    };
    let missed: Vec<_> = weapons.iter().filter(|one| one.is_missed(row)).collect();
    if missed.iter().any(|one| one.is_out()) {
        let day = lapse::back_by(state, row)?.map(|day| day.to_string());
        let args = Args::new().with("date", words::stored(lang, day.as_deref()));
        notes.push(lang.text_with(&format!("permits-held-{kind}-back"), &args));
    } else if !missed.is_empty() {
        notes.push(lang.text(&format!("permits-held-{kind}")));
    }
    Ok(notes)
}

pub(super) async fn view(state: &State, citizen: &Citizen, lang: Lang, row: &grant::Model) -> Result<Permit> {
    let title = state.law.title(&row.procedure).map(|title| title.get(lang).to_owned());
    let s = Sheet::new(state, citizen, lang, title.unwrap_or_default(), &format!("permit/{}", row.id))?;
    let owner = application::Entity::find_by_id(row.application_id).one(&state.db).await?;
    let key = FileKey::of(&state.permits.keys, &owner.ok_or(Error::NotFound)?)?;
    let about: issue::Subject = key.open(&format!("grant/{}", row.id), &row.subject_sealed)?;
    let weapons = weapon::of(&state.db, row, &about.weapons).await?;
    let today = numbers::today(state.clock.now_ms());
    let sent = task::parts_to_send(state, row).await?;
    let held = held((&state.law, lang, today), (&key, row), &weapons, HeldReader::Holder(&sent))?;
    let acquire = weapons.iter().zip(&held).filter(|(one, _)| one.can_be_acquired(row));
    let acquire = acquire.map(|(_, held)| (held.slot.clone(), held.title.clone())).collect();
    let file = file(state, citizen, lang, row).await?;
    let conditional = file.as_ref().is_some_and(|(_, decided)| decided.conditional);
    let notes = notes(state, lang, row, (&weapons, conditional))?;
    let new = |procedure: &str| format!("{}/new/{procedure}?permit={}", s.base(), row.id);
    let waits = control::open(state, row.id).await?;
    let verdict = |one: controls::Model| {
        let day = words::stored(lang, one.judged_on.as_deref().or(one.answered_on.as_deref()));
        let word = one.verdict.as_deref().or(one.answered_on.as_deref().map(|_| "answered"))?;
        Some(s.t1(&format!("permits-control-{word}"), "date", &day))
    };
    let past = control::of_permit(state, row.id).await?.into_iter().filter_map(verdict).collect();
    let law = state.law.on(today);
    let mut tell = vec![("loss-theft", "permits-report-loss"), ("change-of-data", "permits-report-change")];
    if row.procedure == "carry" && ["active", "expired"].contains(&row.state.as_str()) {
        tell.push(("carry", "permits-renew"));
    }
    tell.retain(|(procedure, _)| law.procedure(procedure).is_some_and(|one| !one.flow.is_empty()));
    Ok(Permit {
        number: row.number.clone(),
        state: lang.text(&format!("permits-state-{}", row.state)),
        tag: super::mark::permit_tag(&row.state),
        facts: told::dates(lang, row),
        weapons: held,
        about: about.text,
        notes,
        file,
        control: waits.map(|one| (new(control::PROCEDURE), words::stored(lang, Some(&one.due_on)))),
        controls: past,
        tell: tell.into_iter().map(|(procedure, id)| (new(procedure), lang.text(id))).collect(),
        acquire,
        weapon: String::new(),
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
    asked: web::Query<Asked>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    let row = find(&state, &citizen, path.1).await?;
    let mut view = view(&state, &citizen, lang_of(&path.0)?, &row).await?;
    view.s = view.s.note(Some(&asked.note));
    show(&state, &view.s, &view).await
}
