//! The answers to a notice, in the ledger of its file: time that stood still for it runs again
//! from the day of the first one, whenever somebody at the office reads it; and what was
//! answered before stays readable when other words come.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect, Set};

use super::limit;
use crate::app::State;
use crate::error::Result;
use crate::permit::entity::{application, event};
use crate::permit::file::File;
use crate::permit::numbers;

/// Kind of the line.
pub(super) const KIND: &str = "notice-answered";

/// Lines of a ledger, at most.
const MOST: u64 = 1_000;

/// Answers of a file that have their line; what is changed more often than that leaves no copy,
/// so that no applicant fills the ledger up.
const MOST_ANSWERS: usize = 30;

/// Notes that the applicant answered: each time with words, and without any the first time. The
/// first answer to a notice dates the decision anew.
///
/// # Errors
/// The database does not answer, or the ledger is broken.
pub async fn answered(
    state: &State,
    tx: &DatabaseTransaction,
    file: &File,
    words: Option<&str>,
) -> Result<()> {
    let (id, now_ms) = (file.row.id, state.clock.now_ms());
    let find = event::Entity::find().filter(event::Column::ApplicationId.eq(id));
    let mut ledger = find.order_by_asc(event::Column::Id).limit(MOST).all(tx).await?;
    let asks = |line: &&event::Model| matches!(line.kind.as_str(), "items-asked" | "notice-sent" | KIND);
    let again = ledger.iter().rev().find(asks).is_none_or(|line| line.kind == KIND);
    let lines = ledger.iter().filter(|line| line.kind == KIND).count();
    if again && (words.is_none() || lines >= MOST_ANSWERS) {
        return Ok(());
    }
    let sealed = words.map(|words| file.key.seal(&format!("event/{KIND}"), &words)).transpose()?;
    let line = event::ActiveModel {
        id: Set(Uuid::now_v7()),
        application_id: Set(id),
        kind: Set(KIND.to_owned()),
        on_day: Set(numbers::today(now_ms).to_string()),
        deadline: Set(String::new()),
        row_from: Set(String::new()),
        actor: Set(file.actor().to_owned()),
        detail_sealed: Set(sealed),
        at_ms: Set(now_ms),
        ..Default::default()
    };
    ledger.push(line.insert(tx).await?);
    if again {
        return Ok(());
    }
    let Some(due) = limit::last_day(state, &ledger)? else { return Ok(()) };
    application::Entity::update_many()
        .col_expr(application::Column::DueOn, Expr::value(Some(due.to_string())))
        .filter(application::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}
