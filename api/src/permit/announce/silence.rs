//! The time for a decision is over and there is none: from the next day on an appeal is open,
//! for a few days only. The applicant is told at once.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{QueryFilter, QueryOrder, QuerySelect};

use super::{AT_ONCE, OPEN, counted, untold};
use crate::app::State;
use crate::db;
use crate::error::Result;
use crate::permit::after::{address, is_first};
use crate::permit::desk::appeal::{self, From, Term};
use crate::permit::entity::application::{Column, Entity, Model};
use crate::permit::entity::decision;
use crate::permit::mail::{self, Reader};
use crate::permit::numbers;

/// The statutory time of `deadlines.toml`, whichever row of it a procedure has.
const DEADLINE: &str = "decision";

/// Tells the applicants; the answer is how many mails.
///
/// # Errors
/// The database does not answer.
pub async fn run(state: &State) -> Result<usize> {
    let today = numbers::today(state.clock.now_ms());
    let step = "'overdue/' || permit_application.due_on";
    let rows = Entity::find()
        .filter(Column::State.is_in(OPEN))
        .filter(Column::DueOn.lt(today.to_string()))
        .filter(undecided())
        .filter(untold("permit_application.id", DEADLINE, step))
        .order_by_desc(Column::DueOn)
        .order_by_asc(Column::Id)
        .limit(AT_ONCE)
        .all(&state.db)
        .await?;
    let mut told = 0;
    for row in rows {
        let outcome = match appeal::term(state, &row).await {
            // What the page says of it is what the mail announces.
            Ok(Some(term)) if term.from == From::Silence => tell(state, &row, &term, today).await,
            Ok(_) => Ok(false),
            Err(error) => Err(error),
        };
        told += counted(outcome, row.id);
    }
    Ok(told)
}

/// Files about which nothing was given out, nor decided in time: the others would stand in the
/// way of those that are told of.
fn undecided() -> SimpleExpr {
    use decision::Column as Own;
    let in_time = Expr::col((decision::Entity, Own::State))
        .eq("decided")
        .and(Expr::col((decision::Entity, Own::DecidedOn)).lte(Expr::col((Entity, Column::DueOn))));
    let decided = Query::select()
        .expr(Expr::val(1_i64))
        .from(decision::Entity)
        .and_where(Expr::col((decision::Entity, Own::ApplicationId)).eq(Expr::col((Entity, Column::Id))))
        .and_where(Expr::col((decision::Entity, Own::State)).eq("issued").or(in_time))
        .to_owned();
    Expr::exists(decided).not()
}

async fn tell(state: &State, row: &Model, term: &Term, today: jiff::civil::Date) -> Result<bool> {
    let due = row.due_on.as_deref().unwrap_or_default();
    let step = format!("overdue/{due}");
    let tx = db::begin(&state.db).await?;
    let is_first = is_first(&tx, row.id, (DEADLINE, &step), state.clock.now_ms()).await?;
    // Nobody is told that they can appeal when the system slept until it was too late.
    let tells = is_first && term.last >= today;
    if tells {
        let last = term.start.yesterday().unwrap_or(term.start).to_string();
        let to = address(state, &tx, row).await?;
        let reader = Reader::applicant(row, to.as_deref());
        mail::tell(state, &tx, &reader, ("overdue", due), Some(&last)).await?;
    }
    tx.commit().await?;
    Ok(tells)
}
