//! Where a member of staff is competent. The codes of an account name police zones or
//! municipalities; an account without any is not tied, as that of the regional service or of the
//! public prosecutor, whose word holds in the whole Region. Zones are dated rows: what a code
//! covers is looked up on the day it is asked.

mod entity;

use sea_orm::entity::prelude::*;
use sea_orm::{QueryFilter, QueryOrder, Set};
use serde_json::json;

use super::{Account, Role, manage};
use crate::app::State;
use crate::area::AreaSet;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use entity::{ActiveModel, Column, Entity};

/// Roles whose word may hold in some places alone.
pub const TIED: [Role; 3] = [Role::AlertAuthor, Role::AlertApprover, Role::Adviser];

/// Where an account is competent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Competence {
    tied: bool,
    area: AreaSet,
}

impl Competence {
    /// Whether a place lies in it, if only in part; a place that is not known lies in no area.
    #[must_use]
    pub fn covers(self, place: Option<AreaSet>) -> bool {
        !self.tied || place.is_some_and(|place| self.area.meets(place))
    }

    /// Whether all of these places lie in it.
    #[must_use]
    pub fn holds(self, places: AreaSet) -> bool {
        !self.tied || places.0 & !self.area.0 == 0
    }
}

/// The codes of an account, in order.
///
/// # Errors
/// The database does not answer.
pub async fn codes(state: &State, account: Uuid) -> Result<Vec<String>> {
    let find = Entity::find().filter(Column::AccountId.eq(account));
    let rows = find.order_by_asc(Column::Code).all(&state.db).await?;
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
    Entity::delete_many().filter(Column::AccountId.eq(account.id)).exec(&tx).await?;
    let mut codes = wanted.to_vec();
    codes.sort();
    codes.dedup();
    for code in &codes {
        let row = ActiveModel { account_id: Set(account.id), code: Set(code.clone()) };
        Entity::insert(row).exec_without_returning(&tx).await?;
    }
    let (subject, detail) = (manage::subject(account), json!({ "areas": codes }));
    audit::record(&tx, now_ms, Act { actor, action: "account.areas", subject, detail }).await?;
    state.metrics.audits.inc();
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::Competence;
    use crate::area::AreaSet;

    #[test]
    fn all_places_are_one_s_own_or_none_is_enough() {
        let own = Competence { tied: true, area: AreaSet(0b0110) };
        assert!(own.holds(AreaSet(0b0100)) && own.holds(AreaSet(0b0110)));
        assert!(!own.holds(AreaSet(0b1100)), "one of them is another's");
        assert!(own.covers(Some(AreaSet(0b1100))), "a part is its own");
        assert!(!own.covers(None));
        let whole = Competence { tied: false, area: AreaSet::NONE };
        assert!(whole.holds(AreaSet(0b1111)) && whole.covers(None));
        let nowhere = Competence { tied: true, area: AreaSet::NONE };
        assert!(!nowhere.holds(AreaSet(0b0001)));
    }
}
