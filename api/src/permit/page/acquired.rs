//! The holder's word that a weapon was acquired: which, when, and its number.

use actix_web::{HttpResponse, web};
use sea_orm::sea_query::IntoCondition;
use sea_orm::{ColumnTrait, EntityTrait};
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
use crate::permit::weapon::{self, Others, WITH_AUTHORITY, Weapon};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Acquired {
    /// Which of several weapons.
    weapon: String,
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
    let mut view = view(&state, &form.citizen, lang, &row).await?;
    let which = view.which(&given.weapon);
    let unnamed = which.is_none() && given.weapon.is_empty() && view.asks_which();
    if which.is_none() && !unnamed {
        return Err(Error::Conflict("permit-acquired-already"));
    }
    let mut faults = Vec::new();
    if unnamed {
        faults.push(Fault::named("weapon", lang.text("permits-acquired-weapon-missing")));
    }
    for (target, label, fault) in [("on-d", "permits-acquired-on", on), ("serial", "permits-serial", number)]
    {
        faults.extend(fault.map(|id| Fault::new(lang, target, &lang.text(label), lang.text(id))));
    }
    if !faults.is_empty() {
        view.weapon = given.weapon.clone();
        view.date = [given.day.clone(), given.month.clone(), given.year.clone()];
        (view.serial, view.faults, view.s.wrong) = (serial, faults, true);
        return refuse(&state, &view.s, &view).await;
    }
    // Whoever is not the holder found the permit by a mandate of its company.
    let actor = if row.holder_id == form.citizen.row.id { "applicant" } else { "mandated" };
    let slot = which.ok_or(Error::Conflict("permit-acquired-already"))?;
    let is_last = take_note(&state, &row, &slot, (&iso, &serial), actor).await?;
    let next = if is_last { String::new() } else { format!("permit/{}", row.id) };
    Ok(see_other(format!("/{lang}/permits/apply/{next}?note=saved")))
}

/// Notes what the holder says of a weapon that can be acquired still; the answer is whether it
/// was the last one. A number that the office read on a part that it has stays as it is.
async fn take_note(
    state: &State,
    row: &grant::Model,
    slot: &str,
    (day, serial): (&str, &str),
    actor: &str,
) -> Result<bool> {
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let file = application::Entity::find_by_id(row.application_id).one(&tx).await?.ok_or(Error::NotFound)?;
    let key = FileKey::of(&state.permits.keys, &file)?;
    // Of two who tell of the same weapon at once, one comes second.
    let weapons = weapon::hold(&tx, row).await?;
    let awaited = |one: &&Weapon| one.can_be_acquired(row);
    let own = weapons.iter().filter(awaited).find(|one| one.slot == slot);
    let own = own.ok_or(Error::Conflict("permit-acquired-already"))?;
    weapon::acquired(&tx, row, own, day, now_ms).await?;
    let fit = part::Column::State.ne(WITH_AUTHORITY).into_condition();
    weapon::number(&tx, (row, own), (&key, serial), fit, now_ms).await?;
    weapon::settle(&tx, row, ("active", Others::Wait), now_ms).await?;
    let subject = format!("permit/{}", row.application_id);
    let detail = json!({ "on": day, "weapon": slot });
    audit::record(&tx, now_ms, Act { actor, action: "permit.acquired", subject, detail }).await?;
    let is_last = weapons.iter().filter(awaited).count() == 1;
    tx.commit().await?;
    Ok(is_last)
}
