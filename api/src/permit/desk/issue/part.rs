//! A part of a model 4 came back to the authority.

use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, IntoCondition};
use serde_json::json;

use super::super::{Case, Line, day_of, write_down};
use super::number;
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result, both};
use crate::permit::entity::part::{Column, Entity};
use crate::permit::weapon::{self, Standing};

/// Records that a part came back, with the serial number that stands on it. `slot` names the
/// weapon of a permit for several. Part B comes back when the weapon was acquired: within the
/// time for it the permit has been used, whatever its holder declares later.
///
/// # Errors
/// Another role, no such weapon or part or one that is here already, a day that lies ahead or
/// before the permit, or a serial number that is none.
pub async fn part_back(
    state: &State,
    person: &Person,
    case: &Case,
    (slot, name): (&str, &str),
    (day, serial): (&str, &str),
) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let permit = case.grant.as_ref().ok_or(Error::Conflict("permit-no-grant"))?;
    let own = weapon::chosen(&case.held, slot).and_then(|one| {
        let part = one.parts.iter().find(|part| part.part == name);
        part.map(|_| one).ok_or_else(|| Error::choice("part", name))
    });
    let on = day_of("day", day, |on| *on <= case.today && on.to_string() >= permit.issued_on);
    let (own, (on, serial)) = both(own, both(on, number("serial", serial)))?;
    let (on, now_ms) = (on.to_string(), state.clock.now_ms());
    let tx = db::begin(&state.db).await?;
    let changed = Entity::update_many()
        .col_expr(Column::State, Expr::value("with-authority".to_owned()))
        .col_expr(Column::ReturnedOn, Expr::value(Some(on.clone())))
        .col_expr(Column::ChangedAtMs, Expr::value(now_ms))
        .filter(Column::GrantId.eq(permit.id))
        .filter(Column::Weapon.eq(own.slot.as_str()))
        .filter(Column::Part.eq(name))
        .filter(Column::State.ne("with-authority"))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-changed-meanwhile"));
    }
    if !serial.is_empty() {
        let fit = Column::Part.eq(name).into_condition();
        weapon::number(&tx, (permit, own), (&case.key, &serial), fit, now_ms).await?;
    }
    // A day that is known already is the better one.
    let awaited = matches!(own.standing(permit), Standing::Awaited(until) if *on <= *until);
    if name == "B" && awaited {
        weapon::acquired(&tx, permit, own, &on, now_ms).await?;
        weapon::settle(&tx, permit, &permit.state, &case.today.to_string(), now_ms).await?;
    }
    let line = Line { until_day: Some(on), ..Line::of("part-returned") };
    let detail = json!({ "permit": permit.id, "weapon": own.slot, "part": name });
    write_down(state, &tx, case, person, line, detail).await?;
    Ok(tx.commit().await?)
}
