//! What a permit's own file says already: nobody writes their address and their weapon
//! again to tell that something has changed.

use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseTransaction, QueryFilter};
use serde_json::{Value, json};

use crate::app::State;
use crate::error::Result;
use crate::permit::entity::{answer, application, grant};
use crate::permit::form::Answers;
use crate::permit::sealed::FileKey;
use crate::permit::weapon;

/// Pages about the person, taken over as they are when it is the same person.
const PERSON: [&str; 5] = ["name", "birth", "national-number", "address", "contact"];

/// Pages about the company, taken over as they are.
const COMPANY: [&str; 3] = ["acting-for", "company", "officers"];

/// Pages whose answers stand on another page in the form of a control: page, the page there,
/// and the field whose name differs.
const CONTROLLED: [(&str, &str, (&str, &str)); 2] =
    [("reason", "control-reason", ("reasons", "reasons-held")), ("storage", "control-storage", ("", ""))];

/// What is known of a weapon that is held.
const WEAPON: [&str; 4] = ["nature", "calibre", "make", "model"];

/// The company to whose mandated people the file of a permit is open.
///
/// # Errors
/// The database does not answer.
pub(super) async fn company(tx: &DatabaseTransaction, permit: &grant::Model) -> Result<Option<String>> {
    let file = application::Entity::find_by_id(permit.application_id).one(tx).await?;
    Ok(file.and_then(|file| file.company_hmac))
}

/// Answers by page, to be looked at and mended; none when the file was erased. What is said of
/// the person who applied goes to the holder alone.
///
/// # Errors
/// The database does not answer, or what is sealed was altered.
pub(super) async fn of_permit(
    state: &State,
    tx: &DatabaseTransaction,
    permit: &grant::Model,
    is_holder: bool,
) -> Result<Vec<(String, Answers)>> {
    let file = application::Entity::find_by_id(permit.application_id).one(tx).await?;
    let Some(file) = file.filter(|file| file.key_wrapped.is_some()) else { return Ok(Vec::new()) };
    let key = FileKey::of(&state.permits.keys, &file)?;
    let rows = answer::Entity::find().filter(answer::Column::ApplicationId.eq(file.id)).all(tx).await?;
    let mut pages = Vec::new();
    for row in rows {
        let mut own: Answers = key.open(&format!("answer/{}", row.page), &row.sealed)?;
        if let Some((_, page, (old, new))) = CONTROLLED.iter().find(|(page, _, _)| *page == row.page) {
            if let Some(value) = own.remove(*old) {
                own.insert((*new).to_owned(), value);
            }
            pages.push(((*page).to_owned(), own));
        } else if COMPANY.contains(&row.page.as_str()) || (is_holder && PERSON.contains(&row.page.as_str())) {
            pages.push((row.page, own));
        } else if ["weapons-wanted", "weapons-held"].contains(&row.page.as_str()) {
            let Some(Value::Array(weapons)) = own.remove("weapons") else { continue };
            let held = held(&key, tx, permit, &weapons).await?;
            pages.push((
                "weapons-held".to_owned(),
                [("weapons".to_owned(), Value::Array(held))].into_iter().collect(),
            ));
        }
    }
    if let Some(last) = &permit.ends_on {
        let renewal = json!({ "variant": "renewal", "current-expiry": last });
        pages.extend(renewal.as_object().map(|own| ("carry-variant".to_owned(), own.clone())));
    }
    Ok(pages)
}

/// The weapons that the permit covers, each with its number: without those that were not acquired
/// in time.
async fn held(
    key: &FileKey,
    tx: &DatabaseTransaction,
    permit: &grant::Model,
    wanted: &[Value],
) -> Result<Vec<Value>> {
    let mut rows = Vec::new();
    for weapon in weapon::of(tx, permit, wanted).await? {
        if weapon.is_missed(permit) && permit.state != "lapsed" {
            continue;
        }
        let mut serial = None;
        // A number of all together is not that of each.
        for part in weapon.parts.iter().filter(|_| weapon.said.len() == 1) {
            serial = serial.or(weapon.serial(key, part)?);
        }
        rows.extend(weapon.said.iter().map(|one| one_held(one, permit, serial.as_deref())));
    }
    Ok(rows)
}

fn one_held(wanted: &Value, permit: &grant::Model, serial: Option<&str>) -> Value {
    let mut row = Answers::new();
    for name in WEAPON.iter().chain(&["row"]) {
        if let Some(value) = wanted.get(*name) {
            row.insert((*name).to_owned(), value.clone());
        }
    }
    let known = serial.map(|serial| json!(serial)).or_else(|| wanted.get("serial-number").cloned());
    row.insert("serial-number".to_owned(), known.unwrap_or_else(|| json!("")));
    row.insert("permit-number".to_owned(), json!(permit.number));
    Value::Object(row)
}
