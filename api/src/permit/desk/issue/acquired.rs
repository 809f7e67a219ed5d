//! The office records that a weapon was acquired, when its holder did not say so or said it
//! wrongly: also when the permit has lapsed meanwhile by the calendar alone.

use sea_orm::{Condition, DatabaseTransaction};
use serde_json::json;

use super::super::after::SENT;
use super::super::{Case, Line, Noted, claim, day_of, task, text_of, write_down};
use super::number;
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result, both};
use crate::permit::after::lapse;
use crate::permit::entity::grant;
use crate::permit::mail::{self, Reader};
use crate::permit::weapon::{self, Others, Weapon};

/// Longest reason, in characters.
const MOST_TEXT: usize = 8_000;

/// Whether a person may say that what had lapsed holds again.
fn can_revive(person: &Person) -> bool {
    person.has(&[Role::HighOfficial])
}

/// The weapons whose acquisition a person can record: of a permit that holds, a handler or the
/// High Official. That a permit holds again which had lapsed, or covers a weapon again, is for
/// the High Official alone.
pub fn recordable<'c>(case: &'c Case, person: &Person) -> impl Iterator<Item = &'c Weapon> {
    let (is_open, revives) = (can_record(case, person), can_revive(person));
    let permit = case.grant.as_ref().filter(|_| is_open);
    let fits = move |one: &&Weapon| permit.is_some_and(|row| revives || !one.is_missed(row));
    case.held.iter().filter(fits)
}

/// Whether a person can record an acquisition of this permit at all.
#[must_use]
pub fn can_record(case: &Case, person: &Person) -> bool {
    let of_window = case.grant.as_ref().filter(|grant| grant.acquire_until.is_some());
    match of_window.map(|grant| grant.state.as_str()) {
        Some("active" | "suspended") => person.has(&[Role::WeaponsClerk, Role::HighOfficial]),
        Some("lapsed") => can_revive(person),
        _ => false,
    }
}

/// Records on which day a weapon was acquired, with its serial number where it is known, and how
/// the office knows it. `slot` names the weapon of a permit for several. A permit that had lapsed
/// holds again, and one that had lapsed for this weapon covers it again.
///
/// # Errors
/// Another role, no permit with a time for the acquisition, no such weapon, a day outside that
/// time, no reason, or a serial number that is none.
pub async fn record(
    state: &State,
    person: &Person,
    case: &Case,
    (slot, day, serial): (&str, &str, &str),
    reason: &str,
) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk, Role::HighOfficial]) {
        return Err(Error::Forbidden("role"));
    }
    let holds = |row: &&grant::Model| matches!(row.state.as_str(), "active" | "suspended" | "lapsed");
    let row = case.grant.as_ref().filter(holds).ok_or(Error::Conflict("permit-no-grant"))?;
    let until = row.acquire_until.as_deref().ok_or(Error::Conflict("permit-no-grant"))?;
    if !can_record(case, person) {
        return Err(Error::Forbidden("role"));
    }
    let fits = |on: &jiff::civil::Date| {
        let own = on.to_string();
        *on <= case.today && own >= row.issued_on && own.as_str() <= until
    };
    let said = both(day_of("day", day, fits), number("serial", serial));
    let own = weapon::chosen(&case.held, slot);
    let (own, ((on, serial), reason)) = both(own, both(said, text_of("text", reason, MOST_TEXT)))?;
    if own.is_missed(row) && !can_revive(person) {
        return Err(Error::Forbidden("role"));
    }
    let (slot, on, now_ms) = (own.slot.as_str(), on.to_string(), state.clock.now_ms());
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &SENT, now_ms, Vec::new()).await?;
    let now = weapon::hold(&tx, row).await?;
    let own = weapon::chosen(&now, slot)?;
    weapon::acquired(&tx, row, own, &on, now_ms).await?;
    let to = if row.state == "lapsed" { "active" } else { &row.state };
    weapon::settle(&tx, row, (to, Others::Wait), now_ms).await?;
    if !serial.is_empty() {
        weapon::number(&tx, (row, own), (&case.key, &serial), Condition::all(), now_ms).await?;
    }
    if own.acquired_on.is_none() && own.is_back("A") {
        // Whoever holds the weapon holds its part A.
        weapon::hand_out(&tx, row, own, &["A"], now_ms).await?;
        task::raise(state, &tx, ("part-to-send", &task::of_parts(row, slot, until)), Some(case.row.id), None)
            .await?;
    }
    if own.is_missed(row) {
        let others = now.iter().any(|one| one.slot != slot && one.is_missed(row) && one.is_out());
        covered_again(state, &tx, person, case, (row, slot, others)).await?;
    }
    let line = Line {
        until_day: Some(on.clone()),
        detail_sealed: Some(Noted::of_weapon(slot, &reason).seal(&case.key, "acquisition-recorded")?),
        ..Line::of("acquisition-recorded")
    };
    let detail = json!({ "permit": row.id, "weapon": slot, "on": on, "was": row.state });
    write_down(state, &tx, case, person, line, detail).await?;
    Ok(tx.commit().await?)
}

/// What was to be taken back stays with its holder, who hears of it; the papers of other weapons
/// that were not acquired are still to come.
async fn covered_again(
    state: &State,
    tx: &DatabaseTransaction,
    person: &Person,
    case: &Case,
    (row, slot, others): (&grant::Model, &str, bool),
) -> Result<()> {
    let now_ms = state.clock.now_ms();
    task::settle_kinds(tx, person, (case.row.id, &["permit-lapsed"]), now_ms).await?;
    if others {
        // New only where the permit as a whole was to come back until now.
        lapse::ask_back(state, tx, (row, "weapon-lapsed")).await?;
    } else {
        task::settle_kinds(tx, person, (case.row.id, &["weapon-lapsed"]), now_ms).await?;
    }
    let reader = Reader::holder(&case.row, row, case.email());
    let once = format!("{slot}/{}", row.acquire_until.as_deref().unwrap_or_default());
    mail::tell(state, tx, &reader, ("acquisition-recorded", &once), None).await
}
