//! Files that had no decision when their time was over.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{FromQueryResult, QueryFilter, QuerySelect};

use super::{PermitOverdue, YEAR};
use crate::app::State;
use crate::error::Result;
use crate::permit::entity::application::{Column, Entity};
use crate::permit::numbers;

#[derive(FromQueryResult)]
struct Past {
    year: String,
    procedure: String,
    due_on: String,
    closed_at_ms: Option<i64>,
    decided_on: Option<String>,
}

impl Past {
    /// Whether its time was over before it was decided, or ended without a decision.
    fn is_overdue(&self) -> bool {
        let closed = || self.closed_at_ms.map(|at_ms| numbers::today(at_ms).to_string());
        self.decided_on.clone().or_else(closed).is_none_or(|end| end > self.due_on)
    }
}

/// The first decision: one that follows an appeal does not undo that it was in time.
const DECIDED: &str = "(SELECT MIN(permit_decision.decided_on) FROM permit_decision \
    WHERE permit_decision.application_id = permit_application.id \
    AND permit_decision.state IN ('decided', 'issued'))";

pub(super) async fn overdue(state: &State) -> Result<Vec<PermitOverdue>> {
    let past = Entity::find()
        .select_only()
        .column_as(Expr::cust(YEAR), "year")
        .columns([Column::Procedure, Column::DueOn, Column::ClosedAtMs])
        .column_as(Expr::cust(DECIDED), "decided_on")
        .filter(Column::State.is_not_in(["draft", "erased"]))
        .filter(Column::DueOn.lt(numbers::today(state.clock.now_ms()).to_string()))
        .into_model::<Past>()
        .all(&state.db)
        .await?;
    let mut sums: BTreeMap<(String, String), i64> = BTreeMap::new();
    for file in past.into_iter().filter(Past::is_overdue) {
        *sums.entry((file.year, file.procedure)).or_default() += 1;
    }
    let count = |((year, procedure), files)| PermitOverdue { year, procedure, files: Some(files) };
    Ok(sums.into_iter().map(count).collect())
}
