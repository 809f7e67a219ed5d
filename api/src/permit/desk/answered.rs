//! The answer to a notice, in the ledger of its file: time that stood still for it runs again
//! from that day, whenever somebody at the office reads the answer.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect, Set};

use super::limit;
use crate::app::State;
use crate::error::Result;
use crate::permit::entity::{application, event};
use crate::permit::numbers;

/// Kind of the line.
pub(super) const KIND: &str = "notice-answered";

/// Lines of a ledger, at most.
const MOST: u64 = 1_000;

/// Notes that the applicant answered, once for each notice, and dates the decision anew.
///
/// # Errors
/// The database does not answer, or the ledger is broken.
pub async fn answered(state: &State, tx: &DatabaseTransaction, file: Uuid) -> Result<()> {
    let now_ms = state.clock.now_ms();
    let find = event::Entity::find().filter(event::Column::ApplicationId.eq(file));
    let mut ledger = find.order_by_asc(event::Column::Id).limit(MOST).all(tx).await?;
    let asks = |line: &&event::Model| matches!(line.kind.as_str(), "items-asked" | "notice-sent" | KIND);
    if ledger.iter().rev().find(asks).is_none_or(|line| line.kind == KIND) {
        return Ok(());
    }
    let line = event::ActiveModel {
        id: Set(Uuid::now_v7()),
        application_id: Set(file),
        kind: Set(KIND.to_owned()),
        on_day: Set(numbers::today(now_ms).to_string()),
        deadline: Set(String::new()),
        row_from: Set(String::new()),
        actor: Set("applicant".to_owned()),
        at_ms: Set(now_ms),
        ..Default::default()
    };
    ledger.push(line.insert(tx).await?);
    let Some(due) = limit::last_day(state, &ledger)? else { return Ok(()) };
    application::Entity::update_many()
        .col_expr(application::Column::DueOn, Expr::value(Some(due.to_string())))
        .filter(application::Column::Id.eq(file))
        .exec(tx)
        .await?;
    Ok(())
}
