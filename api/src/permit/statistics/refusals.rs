//! For which reasons files were refused, or found inadmissible.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect};

use super::{PermitRefusal, YEAR};
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::entity::{application, decision};

#[derive(FromQueryResult)]
struct Given {
    id: Uuid,
    year: String,
    procedure: String,
    state: String,
    refusals_json: String,
}

/// The reasons of every file that stands refused: those of the decision that was given out last.
/// A file that an appeal has opened again, or that waits for its end, is not counted.
pub(super) async fn refusals(state: &State) -> Result<Vec<PermitRefusal>> {
    use application::{Column, Entity};
    let given = Entity::find()
        .select_only()
        .column(Column::Id)
        .column_as(Expr::cust(YEAR), "year")
        .columns([Column::Procedure, Column::State])
        .column(decision::Column::RefusalsJson)
        .join(
            JoinType::InnerJoin,
            Entity::belongs_to(decision::Entity).from(Column::Id).to(decision::Column::ApplicationId).into(),
        )
        .filter(Column::State.is_in(["refused", "inadmissible"]))
        .filter(decision::Column::State.eq("issued"))
        .order_by_desc(decision::Column::IssuedAtMs)
        .into_model::<Given>()
        .all(&state.db)
        .await?;
    let mut counted = BTreeSet::new();
    let mut sums: BTreeMap<(String, String, String, String), i64> = BTreeMap::new();
    for row in given.into_iter().filter(|row| counted.insert(row.id)) {
        let codes: BTreeSet<String> =
            serde_json::from_str(&row.refusals_json).map_err(|error| Error::Internal(error.into()))?;
        for code in codes {
            let key = (row.year.clone(), row.procedure.clone(), row.state.clone(), code);
            *sums.entry(key).or_default() += 1;
        }
    }
    let count = |((year, procedure, state, reason), files)| PermitRefusal {
        year,
        procedure,
        state,
        reason,
        files: Some(files),
    };
    Ok(sums.into_iter().map(count).collect())
}
