//! The holder's word that the weapon was acquired: when, and its number.

use actix_web::{HttpResponse, web};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, Set};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::permit::{find, view};
use super::see_other;
use super::sheet::{lang_of, refuse};
use super::wrong::Fault;
use crate::account::citizen::CitizenForm;
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::{application, grant, part};
use crate::permit::numbers;
use crate::permit::sealed::FileKey;

/// Where the number of the weapon is sealed in a part of a permit.
pub(super) fn place(permit: Uuid, part: &str) -> String {
    format!("part/{permit}/{part}")
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Acquired {
    #[serde(rename = "on-d")]
    day: String,
    #[serde(rename = "on-m")]
    month: String,
    #[serde(rename = "on-y")]
    year: String,
    serial: String,
}

pub(super) async fn post(
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
    // Whoever is not the holder found the permit by a mandate of its company.
    let actor = if row.holder_id == form.citizen.row.id { "applicant" } else { "mandated" };
    take_note(&state, &row, (&iso, &serial), actor).await?;
    Ok(see_other(format!("/{lang}/permits/apply/?note=saved")))
}

/// Part A stays with the holder, part B goes back to the authority with the
/// serial number. A part that the office has is not called back, nor is what it read there
/// overwritten.
async fn take_note(
    state: &State,
    row: &grant::Model,
    (day, serial): (&str, &str),
    actor: &str,
) -> Result<()> {
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
        let one = part::ActiveModel {
            grant_id: Set(row.id),
            part: Set(name.to_owned()),
            state: Set(to.to_owned()),
            serial_sealed: Set(Some(key.seal(&place(row.id, name), &serial)?)),
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
                    .action_and_where(Expr::col((part::Entity, part::Column::State)).ne("with-authority"))
                    .to_owned(),
            )
            .exec_without_returning(&tx)
            .await?;
    }
    let subject = format!("permit/{}", row.application_id);
    let act = Act { actor, action: "permit.acquired", subject, detail: json!({ "on": day }) };
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await?;
    Ok(())
}
