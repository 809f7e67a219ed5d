//! Which files have been kept for as long as a row says. The database finds those that may be
//! over; the appeal is looked at file by file.

use jiff::civil::Date;
use safe_permits::deadline::Period;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, IntoCondition, Query, SelectStatement, SimpleExpr};
use sea_orm::{Condition, QueryFilter, QueryOrder, QuerySelect};

use super::ENDED;
use crate::app::State;
use crate::error::Result;
use crate::permit::desk::{appeal, issue};
use crate::permit::entity::application::{Column, Entity, Model};
use crate::permit::entity::grant;
use crate::permit::numbers;

const DAY_MS: i64 = 86_400_000;
/// Most files of one question to the database.
const AT_ONCE: u64 = 50;

/// What starts a period of keeping, and its length.
pub(super) struct Kept<'c> {
    from: &'c str,
    period: Period,
    today: Date,
    /// The moment before which it began for what is over now.
    before_ms: i64,
}

/// Permits that came of a file and still hold, or may again.
pub(super) fn live_permits() -> SelectStatement {
    permits(of_file(), grant::Column::State.is_in(["active", "suspended"]))
}

fn of_file() -> SimpleExpr {
    Expr::col((grant::Entity, grant::Column::ApplicationId)).equals((Entity, Column::Id))
}

/// Also the permit that the file is about: a report follows what it tells of.
fn of_file_or_about() -> SimpleExpr {
    of_file().or(Expr::col((grant::Entity, grant::Column::Id)).equals((Entity, Column::GrantId)))
}

fn permits(whose: SimpleExpr, which: impl IntoCondition) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1_i64))
        .from(grant::Entity)
        .cond_where(Condition::all().add(whose).add(which.into_condition()))
        .to_owned()
}

impl<'c> Kept<'c> {
    /// None for an event that starts no period of a file.
    pub fn new(state: &State, from: &'c str, period: Period) -> Option<Self> {
        let known = ["decision-final", "appeal-periods-over", "permit-ended"].contains(&from);
        let now_ms = state.clock.now_ms();
        let today = numbers::today(now_ms);
        let before_ms = now_ms - numbers::days_back(today, period) * DAY_MS;
        known.then_some(Self { from, period, today, before_ms })
    }

    /// Files for which the period may be over.
    fn candidates(&self) -> Condition {
        let ended = Condition::all()
            .add(Column::State.is_in(ENDED))
            .add(Column::ClosedAtMs.lt(self.before_ms))
            .add(Column::LegalHold.is_null());
        if self.from != "permit-ended" {
            return ended;
        }
        let holds = Condition::any()
            .add(grant::Column::State.is_in(["active", "suspended"]))
            .add(grant::Column::ChangedAtMs.gte(self.before_ms));
        ended.add(Expr::exists(permits(of_file_or_about(), holds)).not())
    }

    /// Whether the period is over for one of them: until an appeal can no more be made the
    /// decision is not final. While nobody knows when it was received, it may be made. Of a ruling
    /// no proof ever comes to the service: its own day counts.
    async fn is_over(&self, state: &State, row: &Model) -> Result<bool> {
        let Some(term) = appeal::term(state, row).await? else { return Ok(true) };
        if term.from == appeal::From::Issue && issue::proof_is_awaited(state, row.id).await? {
            return Ok(false);
        }
        Ok(self.period.unit.after(term.last, self.period.amount) < self.today)
    }

    /// Files after one of them, in the order of their ids, for which the period is over; and the
    /// last that was looked at, none at the end. `which` narrows them down.
    pub async fn page(
        &self,
        state: &State,
        which: Condition,
        after: Option<Uuid>,
    ) -> Result<(Vec<Model>, Option<Uuid>)> {
        let rows = Entity::find()
            .filter(self.candidates())
            .filter(which)
            .filter(Condition::all().add_option(after.map(|id| Column::Id.gt(id))))
            .order_by_asc(Column::Id)
            .limit(AT_ONCE)
            .all(&state.db)
            .await?;
        let last = rows.last().map(|row| row.id);
        let mut over = Vec::new();
        for row in rows {
            if self.is_over(state, &row).await? {
                over.push(row);
            }
        }
        Ok((over, last))
    }
}
