//! The weapons of a permit, one by one: each has its own parts A and B of model 4, its own number
//! and its own day of acquisition.
//!
//! A permit for one weapon, or one that names none, has one set of parts under the empty slot. A
//! permit for several has a set for each. `acquired_on` of the permit itself is the day on which
//! the last of them was acquired: empty for as long as one may still be.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{Condition, ConnectionTrait, DatabaseTransaction, QueryFilter, QueryOrder, Set, UpdateMany};
use serde_json::Value;

use super::entity::grant;
use super::entity::part::{self, Column, Model as Part};
use super::sealed::FileKey;
use crate::error::{Error, Result};

/// The parts of a model 4, and where each is when the permit is given out: the holder keeps A and
/// sends B back once the weapon was acquired.
const PARTS: [(&str, &str); 2] = [("A", "with-holder"), ("B", "to-return")];

/// Where a part is that came back.
pub const WITH_AUTHORITY: &str = "with-authority";

/// A weapon that a permit covers, or covered.
pub struct Weapon {
    /// Its row in the application; empty for the only one, or for all together.
    pub slot: String,
    /// What the application says of it: one row, or those of all together.
    pub said: Vec<Value>,
    /// Its parts, A first; none before the first of them was recorded.
    pub parts: Vec<Part>,
    /// Day on which it was acquired.
    pub acquired_on: Option<String>,
}

/// Where a weapon stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'w> {
    /// Acquired on this day.
    Acquired(&'w str),
    /// It may be acquired, at the latest on this day.
    Awaited(&'w str),
    /// It was not acquired until this day, the last one: the permit does not cover it any more.
    Missed(&'w str),
    /// The permit has no time for an acquisition, or ended otherwise before it.
    Unasked,
}

impl Weapon {
    /// Where it stands under this permit, its own.
    #[must_use]
    pub fn standing<'w>(&'w self, permit: &'w grant::Model) -> Standing<'w> {
        let Some(until) = permit.acquire_until.as_deref() else { return Standing::Unasked };
        match (&self.acquired_on, permit.state.as_str()) {
            (Some(day), _) => Standing::Acquired(day),
            (None, "lapsed") => Standing::Missed(until),
            (None, _) if permit.acquired_on.is_some() => Standing::Missed(until),
            (None, "active" | "suspended") => Standing::Awaited(until),
            (None, _) => Standing::Unasked,
        }
    }

    /// Whether its permit does not cover it any more, for want of an acquisition.
    #[must_use]
    pub fn is_missed(&self, permit: &grant::Model) -> bool {
        matches!(self.standing(permit), Standing::Missed(_))
    }

    /// Whether it can still be acquired under its permit: nobody acquires without the papers, nor
    /// while the permit is suspended.
    #[must_use]
    pub fn can_be_acquired(&self, permit: &grant::Model) -> bool {
        permit.state == "active" && self.is_out() && matches!(self.standing(permit), Standing::Awaited(_))
    }

    /// Whether a paper of it is not with the authority.
    #[must_use]
    pub fn is_out(&self) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|one| one.state != WITH_AUTHORITY)
    }

    /// Whether a part of it is with the authority.
    #[must_use]
    pub fn is_back(&self, part: &str) -> bool {
        self.parts.iter().any(|one| one.part == part && one.state == WITH_AUTHORITY)
    }

    /// The number that stands on one of its parts.
    ///
    /// # Errors
    /// What is sealed was altered.
    pub fn serial(&self, key: &FileKey, one: &Part) -> Result<Option<String>> {
        let place = place(one.grant_id, &self.slot, &one.part);
        one.serial_sealed.as_ref().map(|sealed| key.open(&place, sealed)).transpose()
    }
}

/// Where the number of a weapon is sealed in a part.
fn place(permit: Uuid, slot: &str, part: &str) -> String {
    match slot {
        "" => format!("part/{permit}/{part}"),
        _ => format!("part/{permit}/{slot}/{part}"),
    }
}

/// The row of a weapon in the application.
fn slot_of(said: &Value) -> Option<&str> {
    said.get("row").and_then(Value::as_str)
}

/// The slots of a permit for these weapons: one for each of several that can be told apart.
fn slots(named: &[Value]) -> Vec<&str> {
    let own: Vec<&str> = named.iter().filter_map(slot_of).collect();
    if named.len() > 1 && own.len() == named.len() { own } else { vec![""] }
}

/// The weapons of a permit in the order in which they were named.
///
/// # Errors
/// The database does not answer.
pub async fn of(
    db: &impl ConnectionTrait,
    permit: &grant::Model,
    named: &[Value],
) -> Result<Vec<Weapon>, DbErr> {
    let find = part::Entity::find().filter(Column::GrantId.eq(permit.id));
    let rows = find.order_by_asc(Column::Part).all(db).await?;
    let mut parts: BTreeMap<String, Vec<Part>> = BTreeMap::new();
    for row in rows {
        parts.entry(row.weapon.clone()).or_default().push(row);
    }
    if parts.is_empty() {
        let acquired_on = permit.acquired_on.clone();
        return Ok(vec![Weapon {
            slot: String::new(),
            said: named.to_vec(),
            parts: Vec::new(),
            acquired_on,
        }]);
    }
    let weapon = |(slot, parts): (String, Vec<Part>)| Weapon {
        said: named.iter().filter(|one| slot.is_empty() || slot_of(one) == Some(&slot)).cloned().collect(),
        acquired_on: parts.iter().find_map(|one| one.acquired_on.clone()),
        slot,
        parts,
    };
    let mut weapons: Vec<Weapon> = parts.into_iter().map(weapon).collect();
    weapons.sort_by_key(|one| named.iter().position(|said| slot_of(said) == Some(&one.slot)));
    Ok(weapons)
}

/// The weapon in this slot; without one, the only weapon.
///
/// # Errors
/// There are several, and none is named, or one that is not among them.
pub fn chosen<'w>(weapons: &'w [Weapon], slot: &str) -> Result<&'w Weapon> {
    match (weapons, slot) {
        ([only], "") => Ok(only),
        _ => weapons
            .iter()
            .find(|one| one.slot == slot && !slot.is_empty())
            .ok_or_else(|| Error::choice("weapon", slot)),
    }
}

/// The parts of a new permit, for each of its weapons.
///
/// # Errors
/// The database does not answer.
pub async fn make(tx: &DatabaseTransaction, permit: Uuid, named: &[Value], now_ms: i64) -> Result<(), DbErr> {
    for slot in slots(named) {
        let rows = PARTS.map(|(part, state)| part::ActiveModel {
            grant_id: Set(permit),
            weapon: Set(slot.to_owned()),
            part: Set(part.to_owned()),
            state: Set(state.to_owned()),
            changed_at_ms: Set(now_ms),
            ..Default::default()
        });
        let key = [Column::GrantId, Column::Weapon, Column::Part];
        let there = OnConflict::columns(key).do_nothing().to_owned();
        part::Entity::insert_many(rows).on_conflict(there).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The permit, as long as nobody has changed what stands of its weapons since it was read.
fn as_seen(permit: &grant::Model) -> Condition {
    use grant::Column;
    let acquired = match &permit.acquired_on {
        Some(day) => Column::AcquiredOn.eq(day.as_str()),
        None => Column::AcquiredOn.is_null(),
    };
    Condition::all().add(Column::Id.eq(permit.id)).add(Column::State.eq(permit.state.as_str())).add(acquired)
}

/// Changes a permit that still is as it was read.
///
/// # Errors
/// It was changed meanwhile, or the database does not answer.
pub async fn change(
    tx: &DatabaseTransaction,
    permit: &grant::Model,
    update: UpdateMany<grant::Entity>,
) -> Result<()> {
    let changed = update.filter(as_seen(permit)).exec(tx).await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict("permit-changed-meanwhile")) }
}

/// Keeps a permit as it was read until the transaction ends, and reads its weapons behind that:
/// of two steps about them the second sees what the first has done.
///
/// # Errors
/// The permit was changed meanwhile, or the database does not answer.
pub async fn hold(tx: &DatabaseTransaction, permit: &grant::Model) -> Result<Vec<Weapon>> {
    use grant::{Column, Entity};
    let same = Entity::update_many().col_expr(Column::ChangedAtMs, Expr::col(Column::ChangedAtMs));
    change(tx, permit, same).await?;
    Ok(of(tx, permit, &[]).await?)
}

/// Notes the day on which a weapon was acquired; `settle` draws the permit's own from it.
///
/// # Errors
/// The database does not answer.
pub async fn acquired(
    tx: &DatabaseTransaction,
    permit: &grant::Model,
    weapon: &Weapon,
    day: &str,
    now_ms: i64,
) -> Result<(), DbErr> {
    if weapon.parts.is_empty() {
        make(tx, permit.id, &[], now_ms).await?;
    }
    part::Entity::update_many()
        .col_expr(Column::AcquiredOn, Expr::value(Some(day.to_owned())))
        .col_expr(Column::ChangedAtMs, Expr::value(now_ms))
        .filter(Column::GrantId.eq(permit.id))
        .filter(Column::Weapon.eq(weapon.slot.as_str()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Gives papers of a weapon out again, those that had come back.
///
/// # Errors
/// The database does not answer.
pub async fn hand_out(
    tx: &DatabaseTransaction,
    permit: &grant::Model,
    weapon: &Weapon,
    names: &[&str],
    now_ms: i64,
) -> Result<(), DbErr> {
    for (part, state) in PARTS.into_iter().filter(|(part, _)| names.contains(part)) {
        part::Entity::update_many()
            .col_expr(Column::State, Expr::value(state.to_owned()))
            .col_expr(Column::ReturnedOn, Expr::value(Option::<String>::None))
            .col_expr(Column::ChangedAtMs, Expr::value(now_ms))
            .filter(Column::GrantId.eq(permit.id))
            .filter(Column::Weapon.eq(weapon.slot.as_str()))
            .filter(Column::Part.eq(part))
            .filter(Column::State.eq(WITH_AUTHORITY))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Writes the number of a weapon on those of its parts that fit.
///
/// # Errors
/// The database does not answer, or the number cannot be sealed.
pub async fn number(
    tx: &DatabaseTransaction,
    (permit, weapon): (&grant::Model, &Weapon),
    (key, serial): (&FileKey, &str),
    fit: Condition,
    now_ms: i64,
) -> Result<()> {
    for (part, _) in PARTS {
        let sealed = key.seal(&place(permit.id, &weapon.slot, part), &serial)?;
        part::Entity::update_many()
            .col_expr(Column::SerialSealed, Expr::value(Some(sealed)))
            .col_expr(Column::ChangedAtMs, Expr::value(now_ms))
            .filter(Column::GrantId.eq(permit.id))
            .filter(Column::Weapon.eq(weapon.slot.as_str()))
            .filter(Column::Part.eq(part))
            .filter(fit.clone())
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// What becomes of the weapons that were not acquired.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// They may still be, unless their time is over already.
    Wait,
    /// Their time is over: the calendar alone says so.
    Missed,
}

/// Brings a permit up to date with its weapons and moves it to a state: once none of them can be
/// acquired any more, the day of the last acquisition is its own. A window that has run out
/// closes by the calendar's own step alone, which sees to the papers of what was not acquired.
///
/// # Errors
/// The permit was changed meanwhile, or the database does not answer.
pub async fn settle(
    tx: &DatabaseTransaction,
    permit: &grant::Model,
    (to, others): (&str, Others),
    now_ms: i64,
) -> Result<()> {
    use grant::{Column, Entity};
    let weapons = of(tx, permit, &[]).await?;
    let days: Vec<&String> = weapons.iter().filter_map(|one| one.acquired_on.as_ref()).collect();
    let was_over = permit.acquired_on.is_some() || permit.state == "lapsed";
    let is_over = was_over || others == Others::Missed || days.len() == weapons.len();
    let last = days.into_iter().max().filter(|_| is_over).cloned();
    let update = Entity::update_many()
        .col_expr(Column::State, Expr::value(to.to_owned()))
        .col_expr(Column::AcquiredOn, Expr::value(last))
        .col_expr(Column::ChangedAtMs, Expr::value(now_ms));
    change(tx, permit, update).await
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::slots;

    #[test]
    fn several_weapons_have_a_slot_each() {
        let [one, two] = ["a1", "b2"].map(|row| json!({ "row": row, "nature": "handgun" }));
        assert_eq!(slots(&[]), [""]);
        assert_eq!(slots(std::slice::from_ref(&one)), [""], "the only one needs no name");
        assert_eq!(slots(&[one.clone(), two]), ["a1", "b2"]);
        assert_eq!(slots(&[one, json!({ "nature": "long" })]), [""], "one cannot be told apart");
    }
}
