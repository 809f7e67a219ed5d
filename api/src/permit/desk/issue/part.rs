//! A part of a model 4 came back to the authority.

use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, IntoCondition};
use serde_json::json;

use super::super::{Case, Line, Noted, day_of, task, write_down};
use super::number;
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result, both};
use crate::permit::entity::part::{Column, Entity};
use crate::permit::weapon::{self, Others, Standing, WITH_AUTHORITY, Weapon};

/// A part B that came back although its weapon was not acquired.
pub const UNUSED: &str = "B-unused";

/// What came back.
pub struct Back<'a> {
    /// Slot of the weapon, of a permit for several.
    pub slot: &'a str,
    /// `A` or `B`.
    pub part: &'a str,
    /// Day on which it came, as written.
    pub day: &'a str,
    /// Serial number that stands on it; empty when none does.
    pub serial: &'a str,
    /// Whether the permit was not used for this weapon.
    pub is_unused: bool,
}

/// Parts that are not with the authority, of any of the weapons of a permit.
#[must_use]
pub fn parts_out(case: &Case) -> Vec<&'static str> {
    let is_out = |part: &&str| case.held.iter().any(|one| !one.is_back(part));
    ["B", "A"].into_iter().filter(is_out).collect()
}

/// The weapon, when this part of it can come back.
fn out<'w>(weapon: &'w Weapon, part: &str) -> Result<&'w Weapon> {
    if !weapon.parts.iter().any(|one| one.part == part) {
        return Err(Error::choice("part", part));
    }
    if weapon.is_back(part) { Err(Error::invalid("part", "permit-part-back-already")) } else { Ok(weapon) }
}

/// Records that a part came back. Part B comes back when the weapon was acquired: within the time
/// for it the permit has been used, whatever its holder declares later, unless the office sees
/// that it was not, or part A is back as well.
///
/// # Errors
/// Another role, no such weapon or part or one that is here already, a day that lies ahead or
/// before the permit, or a serial number that is none.
pub async fn part_back(state: &State, person: &Person, case: &Case, back: Back<'_>) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let permit = case.grant.as_ref().ok_or(Error::Conflict("permit-no-grant"))?;
    let name = back.part;
    let known = if ["A", "B"].contains(&name) { Ok(()) } else { Err(Error::choice("part", name)) };
    let own = both(weapon::chosen(&case.held, back.slot), known).and_then(|(one, ())| out(one, name));
    let on = day_of("day", back.day, |on| *on <= case.today && on.to_string() >= permit.issued_on);
    let (own, (on, serial)) = both(own, both(on, number("serial", back.serial)))?;
    let (slot, on, now_ms) = (own.slot.as_str(), on.to_string(), state.clock.now_ms());
    let tx = db::begin(&state.db).await?;
    let now = weapon::hold(&tx, permit).await?;
    let own = weapon::chosen(&now, slot)?;
    let changed = Entity::update_many()
        .col_expr(Column::State, Expr::value(WITH_AUTHORITY.to_owned()))
        .col_expr(Column::ReturnedOn, Expr::value(Some(on.clone())))
        .col_expr(Column::ChangedAtMs, Expr::value(now_ms))
        .filter(Column::GrantId.eq(permit.id))
        .filter(Column::Weapon.eq(slot))
        .filter(Column::Part.eq(name))
        .filter(Column::State.ne(WITH_AUTHORITY))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::invalid("part", "permit-part-back-already"));
    }
    if !serial.is_empty() {
        let fit = Column::Part.eq(name).into_condition();
        weapon::number(&tx, (permit, own), (&case.key, &serial), fit, now_ms).await?;
    }
    // A day that is known already is the better one.
    let awaited = matches!(own.standing(permit), Standing::Awaited(until) if *on <= *until);
    let is_unused = name == "B" && awaited && (back.is_unused || own.is_back("A"));
    if name == "B" && awaited && !is_unused {
        weapon::acquired(&tx, permit, own, &on, now_ms).await?;
        weapon::settle(&tx, permit, (&permit.state, Others::Wait), now_ms).await?;
    }
    let now = weapon::of(&tx, permit, &[]).await?;
    if !now.iter().any(|one| one.is_missed(permit) && one.is_out()) {
        task::settle_kinds(&tx, person, (case.row.id, &["permit-lapsed", "weapon-lapsed"]), now_ms).await?;
    }
    let noted = Noted::of_part(slot, if is_unused { UNUSED } else { name });
    let line = Line {
        until_day: Some(on),
        detail_sealed: Some(noted.seal(&case.key, "part-returned")?),
        ..Line::of("part-returned")
    };
    let detail = json!({ "permit": permit.id, "weapon": slot, "part": noted.part });
    write_down(state, &tx, case, person, line, detail).await?;
    Ok(tx.commit().await?)
}
