//! The proof that a decision was received. The time for an appeal counts from it: while it stays
//! away, nobody says that this time is over, and the office is asked for it, once.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect};

use super::super::appeal::{self, Standing};
use super::super::task;
use super::delivery::{of_decisions, posted_on};
use crate::account::Person;
use crate::app::State;
use crate::db;
use crate::error::Result;
use crate::permit::entity::decision::{Column, Entity, Model};
use crate::permit::entity::{application, delivery};
use crate::permit::numbers;

/// Decisions of one question to the database.
const AT_ONCE: u64 = 50;

/// The task about a letter, or about a decision of which no letter was recorded.
fn once(about: Uuid) -> String {
    format!("receipt-unproven/{about}")
}

/// The decision of a file that was given out last.
async fn last(state: &State, file: Uuid) -> Result<Option<Model>> {
    let find = Entity::find().filter(Column::ApplicationId.eq(file)).filter(Column::State.eq("issued"));
    Ok(find.order_by_desc(Column::IssuedAtMs).one(&state.db).await?)
}

/// Whether the letter of the last decision of a file may still be on its way, or was received on
/// a day that nobody knows: none was recorded, or one is under way. One that came back proves
/// that it was not received, as far as it ever will.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn is_awaited(state: &State, file: Uuid) -> Result<bool> {
    let Some(row) = last(state, file).await? else { return Ok(false) };
    let letters = of_decisions(state, std::iter::once(row.id)).await?;
    let is = |one: &&delivery::Model, to: &str| one.channel == "registered" && one.state == to;
    let sent = letters.iter().any(|one| is(&one, "sent"));
    let ended = letters.iter().any(|one| is(&one, "received") || is(&one, "returned"));
    Ok(sent || !ended)
}

/// A registered letter was posted: its proof is awaited, whatever was asked before.
pub(super) async fn awaits(
    tx: &DatabaseTransaction,
    person: &Person,
    decision: Uuid,
    now_ms: i64,
) -> Result<()> {
    task::settle(tx, person, &once(decision), now_ms).await?;
    Entity::update_many()
        .col_expr(Column::ReceiptAskedAtMs, Expr::value(Option::<i64>::None))
        .filter(Column::Id.eq(decision))
        .exec(tx)
        .await?;
    Ok(())
}

/// The proof of a registered letter came, or the letter itself: what was asked of it is done.
pub(super) async fn came(
    tx: &DatabaseTransaction,
    person: &Person,
    row: &delivery::Model,
    now_ms: i64,
) -> Result<()> {
    if row.channel != "registered" {
        return Ok(());
    }
    task::settle(tx, person, &once(row.id), now_ms).await
}

/// After a ruling the proof of what it is about is not needed any more.
pub(in super::super) async fn needless(
    tx: &DatabaseTransaction,
    person: &Person,
    (decision, letters): (Uuid, &[delivery::Model]),
    now_ms: i64,
) -> Result<()> {
    for about in letters.iter().map(|letter| letter.id).chain([decision]) {
        task::settle(tx, person, &once(about), now_ms).await?;
    }
    Ok(())
}

/// Asks for the proof of each decision whose time for an appeal would be over, counted from the
/// day on which it was given out, and from that on which its letter was posted.
///
/// # Errors
/// The database does not answer.
pub async fn run(state: &State) -> Result<usize> {
    let (mut done, mut after) = (0, None);
    loop {
        let rows = Entity::find()
            .filter(Column::State.eq("issued"))
            .filter(Column::ReceiptAskedAtMs.is_null())
            .filter(Condition::all().add_option(after.map(|id| Column::Id.gt(id))))
            .order_by_asc(Column::Id)
            .limit(AT_ONCE)
            .all(&state.db)
            .await?;
        let Some(end) = rows.last().map(|row| row.id) else { return Ok(done) };
        for row in rows {
            done += usize::from(ask(state, &row).await?);
        }
        after = Some(end);
    }
}

/// Looks at one decision; whether a task came of it.
async fn ask(state: &State, row: &Model) -> Result<bool> {
    let file = application::Entity::find_by_id(row.application_id).one(&state.db).await?;
    let Some(file) = file else { return Ok(false) };
    let is_last = last(state, file.id).await?.is_some_and(|last| last.id == row.id);
    let term = if is_last { appeal::term(state, &file).await? } else { None };
    let now_ms = state.clock.now_ms();
    let today = numbers::today(now_ms);
    let letters = of_decisions(state, std::iter::once(row.id)).await?;
    let letter = letters.iter().rfind(|one| one.channel == "registered" && one.state == "sent");
    let is_young = |term: &appeal::Term| {
        let would_end = letter.map(|letter| posted_on(letter).saturating_add(term.last - term.start));
        would_end.is_some_and(|last| last >= today)
    };
    let standing = term.as_ref().map(|term| term.standing(today));
    if standing == Some(Standing::Open) || term.as_ref().is_some_and(is_young) {
        return Ok(false);
    }
    // Who challenged a decision knew of it: after the ruling its letter proves nothing more.
    let counts = term.as_ref().is_some_and(|term| term.from == appeal::From::Issue);
    let unproven = counts && standing == Some(Standing::Unproven) && is_awaited(state, file.id).await?;
    let tx = db::begin(&state.db).await?;
    if unproven {
        let once = once(letter.map_or(row.id, |letter| letter.id));
        task::raise(state, &tx, ("receipt-unproven", &once), Some(file.id), None).await?;
    }
    Entity::update_many()
        .col_expr(Column::ReceiptAskedAtMs, Expr::value(Some(now_ms)))
        .filter(Column::Id.eq(row.id))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(unproven)
}
