//! Where an adviser is competent. The codes of an account name police zones or
//! municipalities; an account without any is not tied, as that of the public prosecutor, who
//! is asked about the whole Region. Zones are dated rows: what a code covers is looked up on
//! the day it is asked.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryFilter, QueryOrder, Set};
use serde_json::{Value, json};

use super::super::Case;
use crate::account::Account;
use crate::account::manage;
use crate::app::State;
use crate::area::AreaSet;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::{account_area, advice};

/// Where an account is competent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Competence {
    tied: bool,
    area: AreaSet,
}

impl Competence {
    /// Whether a place lies in it; a place that is not known lies in no area.
    #[must_use]
    pub fn covers(self, place: Option<AreaSet>) -> bool {
        !self.tied || place.is_some_and(|place| self.area.meets(place))
    }

    /// Whether a question is about a place in it.
    #[must_use]
    pub fn may_read(self, row: &advice::Model) -> bool {
        self.covers(row.area.and_then(|bits| i32::try_from(bits).ok()).map(AreaSet::from_i32))
    }
}

/// The codes of an account, in order.
///
/// # Errors
/// The database does not answer.
pub async fn codes(state: &State, account: Uuid) -> Result<Vec<String>> {
    let find = account_area::Entity::find().filter(account_area::Column::AccountId.eq(account));
    let rows = find.order_by_asc(account_area::Column::Code).all(&state.db).await?;
    Ok(rows.into_iter().map(|row| row.code).collect())
}

/// Where an account is competent today. A code that names nothing any more covers nothing,
/// and the account stays tied.
///
/// # Errors
/// The database does not answer.
pub async fn of_account(state: &State, account: Uuid) -> Result<Competence> {
    let codes = codes(state, account).await?;
    let now_ms = state.clock.now_ms();
    let areas = codes.iter().filter_map(|code| state.areas.by_code(code, now_ms));
    Ok(Competence { tied: !codes.is_empty(), area: areas.fold(AreaSet::NONE, AreaSet::union) })
}

/// The address of a place, as the applicant wrote it.
fn address<'c>(case: &'c Case, place: &str) -> Option<&'c Value> {
    match place {
        "activity" => case.said("activity-address"),
        "storage" => case.said("storage-address").or_else(|| case.said("address")),
        _ => case.said("address"),
    }
}

/// Where the place of a question lies, by the postcode of its address.
#[must_use]
pub fn of_place(state: &State, case: &Case, place: &str) -> Option<AreaSet> {
    let postcode = address(case, place)?.get("postcode")?.as_str()?;
    state.areas.by_code(postcode, state.clock.now_ms())
}

/// The municipality of a place, as the applicant wrote it.
#[must_use]
pub fn written(case: &Case, place: &str) -> Option<String> {
    let own = address(case, place).filter(|_| place != "none")?;
    let municipality = own.get("municipality")?.as_str()?.trim();
    (!municipality.is_empty()).then(|| municipality.to_owned())
}

/// Ties an account to areas, or to none. An administrator does.
///
/// # Errors
/// A code is no police zone in force and no municipality.
pub async fn tie(state: &State, actor: &str, account: &Account, wanted: &[String]) -> Result<()> {
    let now_ms = state.clock.now_ms();
    let known = |code: &String| {
        state.areas.by_nis(code).is_some()
            || state.areas.zones.iter().any(|zone| zone.id == *code && zone.holds_at(now_ms))
    };
    if !wanted.iter().all(known) {
        return Err(Error::invalid("area", "value-unknown"));
    }
    let tx = db::begin(&state.db).await?;
    let old = account_area::Entity::delete_many().filter(account_area::Column::AccountId.eq(account.id));
    old.exec(&tx).await?;
    let mut codes = wanted.to_vec();
    codes.sort();
    codes.dedup();
    for code in &codes {
        let row = account_area::ActiveModel { account_id: Set(account.id), code: Set(code.clone()) };
        account_area::Entity::insert(row).exec_without_returning(&tx).await?;
    }
    let (subject, detail) = (manage::subject(account), json!({ "areas": codes }));
    audit::record(&tx, now_ms, Act { actor, action: "account.areas", subject, detail }).await?;
    state.metrics.audits.inc();
    Ok(tx.commit().await?)
}
