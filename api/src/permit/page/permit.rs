//! `permit/{id}`: a permit of the person who is signed in: its dates, its parts,
//! and the word that the weapon was acquired.

use actix_web::{HttpResponse, web};
use askama::Template;
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::see_other;
use super::sheet::{Sheet, lang_of, refuse, show};
use super::words;
use super::wrong::{Fault, fault_of};
use crate::account::citizen::{Citizen, CitizenForm};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::after::control;
use crate::permit::entity::{application, control as controls, grant, part};
use crate::permit::mandate;
use crate::permit::numbers;
use crate::permit::sealed::FileKey;

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/permit/{id:[0-9a-f-]{36}}")
            .route(web::get().to(page))
            .route(web::post().to(acquired)),
    );
}

#[derive(Template)]
#[template(path = "permits/permit.html")]
struct Permit {
    s: Sheet,
    number: String,
    state: String,
    tag: &'static str,
    facts: Vec<(String, String)>,
    parts: Vec<(String, String)>,
    acquire: bool,
    /// Address of the answer to a control, and its last day.
    control: Option<(String, String)>,
    /// Earlier controls, in words.
    controls: Vec<String>,
    /// What the holder can tell: address and words.
    tell: Vec<(String, String)>,
    date: [String; 3],
    serial: String,
    faults: Vec<Fault>,
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

async fn view(state: &State, citizen: &Citizen, lang: Lang, row: &grant::Model) -> Result<Permit> {
    let title = state.law.title(&row.procedure).map(|title| title.get(lang).to_owned());
    let s = Sheet::new(state, citizen, lang, title.unwrap_or_default(), &format!("permit/{}", row.id))?;
    let rows = part::Entity::find().filter(part::Column::GrantId.eq(row.id)).all(&state.db).await?;
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
    let acquisition = match row.acquired_on.as_ref() {
        Some(day) => ("permits-acquired", Some(day)),
        None => ("permits-acquire-until", row.acquire_until.as_ref()),
    };
    let facts = [
        ("permits-step-decision", Some(&row.issued_on)),
        acquisition,
        ("permits-step-expiry", row.ends_on.as_ref()),
        ("permits-step-control", row.control_on.as_ref()),
    ];
    Ok(Permit {
        number: row.number.clone(),
        state: lang.text(&format!("permits-state-{}", row.state)),
        tag: super::home::permit_tag(&row.state),
        facts: facts
            .into_iter()
            .filter_map(|(id, day)| Some((lang.text(id), words::stored(lang, Some(day?)))))
            .collect(),
        parts: rows
            .into_iter()
            .map(|one| {
                let name = if one.part == "A" { "permits-part-a" } else { "permits-part-b" };
                (lang.text(name), lang.text(&format!("permits-part-{}", one.state)))
            })
            .collect(),
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

#[derive(Default, Deserialize)]
#[serde(default)]
struct Acquired {
    #[serde(rename = "on-d")]
    day: String,
    #[serde(rename = "on-m")]
    month: String,
    #[serde(rename = "on-y")]
    year: String,
    serial: String,
}

async fn acquired(
    state: web::Data<State>,
    path: web::Path<(String, Uuid)>,
    form: CitizenForm<Acquired>,
) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let row = find(&state, &form.citizen, path.1).await?;
    let given = &form.fields;
    let today = numbers::today(state.clock.now_ms()).to_string();
    let iso = format!("{:0>4}-{:0>2}-{:0>2}", given.year.trim(), given.month.trim(), given.day.trim());
    let until = row.acquire_until.clone().unwrap_or_default();
    let serial: String = given.serial.trim().chars().filter(|c| !c.is_control()).take(60).collect();
    let on = match numbers::day(&iso) {
        None if [&given.day, &given.month, &given.year].iter().all(|part| part.trim().is_empty()) => {
            Some("permits-acquired-on-missing")
        }
        None => Some("permits-error-date-invalid"),
        Some(_) if iso > today => Some("permits-error-date-future"),
        Some(_) if iso > until || iso < row.issued_on => Some("permits-acquired-outside"),
        Some(_) => None,
    };
    let number = serial.is_empty().then_some("permits-serial-missing");
    let faults: Vec<_> = [("on-d", "permits-acquired-on", on), ("serial", "permits-serial", number)]
        .into_iter()
        .filter_map(|(target, label, id)| Some(Fault::new(lang, target, &lang.text(label), lang.text(id?))))
        .collect();
    if !faults.is_empty() {
        let mut view = view(&state, &form.citizen, lang, &row).await?;
        view.date = [given.day.clone(), given.month.clone(), given.year.clone()];
        (view.serial, view.faults, view.s.wrong) = (serial, faults, true);
        return refuse(&state, &view.s, &view).await;
    }
    take_note(&state, &row, &iso, &serial).await?;
    Ok(see_other(format!("/{lang}/permits/apply/?note=saved")))
}

/// Part A stays with the holder, part B goes back to the authority with the
/// serial number.
async fn take_note(state: &State, row: &grant::Model, day: &str, serial: &str) -> Result<()> {
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let file = application::Entity::find_by_id(row.application_id).one(&tx).await?.ok_or(Error::NotFound)?;
    let key = FileKey::of(&state.permits.keys, &file)?;
    let changed = grant::Entity::update_many()
        .col_expr(grant::Column::AcquiredOn, Expr::value(Some(day.to_owned())))
        .col_expr(grant::Column::ChangedAtMs, Expr::value(now_ms))
        .filter(grant::Column::Id.eq(row.id))
        .filter(grant::Column::State.eq("active"))
        .filter(grant::Column::AcquiredOn.is_null())
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-ended"));
    }
    for (name, to) in [("A", "with-holder"), ("B", "to-return")] {
        let place = format!("part/{}/{name}", row.id);
        let one = part::ActiveModel {
            grant_id: Set(row.id),
            part: Set(name.to_owned()),
            state: Set(to.to_owned()),
            serial_sealed: Set(Some(key.seal(&place, &serial)?)),
            returned_on: Set(None),
            changed_at_ms: Set(now_ms),
        };
        part::Entity::insert(one)
            .on_conflict(
                OnConflict::columns([part::Column::GrantId, part::Column::Part])
                    .update_columns([
                        part::Column::State,
                        part::Column::SerialSealed,
                        part::Column::ChangedAtMs,
                    ])
                    .to_owned(),
            )
            .exec_without_returning(&tx)
            .await?;
    }
    let subject = format!("permit/{}", row.application_id);
    let act = Act { actor: "applicant", action: "permit.acquired", subject, detail: json!({ "on": day }) };
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await?;
    Ok(())
}
