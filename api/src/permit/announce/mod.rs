//! What people are told about the course of a file without anybody at the office doing it:
//! that a fee is due, was forgotten or has come (`fee`), and that the time for a decision is
//! over (`silence`). Every step is told once (`permit_firing`).

mod fee;
mod silence;

pub use fee::run as fees;
pub use silence::run as silence;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};

use super::entity::firing;

/// Most rows of one kind in one run; the rest has its turn a minute later.
const AT_ONCE: u64 = 50;

/// States of a file that waits for its end.
const OPEN: [&str; 6] = ["submitted", "completeness", "missing-items", "advice", "notice", "drafting"];

/// Rows about whose file a step of a deadline was not told yet. The file and the step are
/// expressions over the row, in the words of both databases.
fn untold(file: &str, deadline: &str, step: &str) -> SimpleExpr {
    let told = Query::select()
        .expr(Expr::val(1_i64))
        .from(firing::Entity)
        .and_where(Expr::col((firing::Entity, firing::Column::ApplicationId)).eq(Expr::cust(file.to_owned())))
        .and_where(Expr::col((firing::Entity, firing::Column::Deadline)).eq(deadline))
        .and_where(Expr::col((firing::Entity, firing::Column::Step)).eq(Expr::cust(step.to_owned())))
        .to_owned();
    Expr::exists(told).not()
}

/// Counts what was told; one file that cannot be told of does not keep the others waiting.
fn counted(outcome: crate::error::Result<bool>, file: Uuid) -> usize {
    match outcome {
        Ok(told) => usize::from(told),
        Err(error) => {
            tracing::error!(%error, %file, "a mail about a file cannot be written");
            0
        }
    }
}
