//! A box: proposed, opened by a second person, closed.

use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;

use super::super::entity::letterbox;
use super::{DAY_MS, MOST_TEXT, Texts, note, text_faults, to_json};
use crate::account::Person;
use crate::app::State;
use crate::db::{self, counter};
use crate::error::{Error, Fault, Result};

/// A box as somebody wants it.
#[derive(Debug, Clone, Default)]
pub struct Written {
    /// `question` or `condolence`.
    pub kind: String,
    /// Title.
    pub title: Texts,
    /// What it is about.
    pub intro: Texts,
    /// Days after which a message is erased.
    pub keep_days: i32,
    /// Days until it closes by itself.
    pub open_days: i64,
}

/// Proposes a box; nobody can write into it before a second person has opened it.
///
/// # Errors
/// What was written breaks a rule, or the database does not answer.
pub async fn propose(state: &State, person: &Person, written: Written) -> Result<Uuid> {
    let mut faults = Vec::new();
    if !matches!(written.kind.as_str(), "question" | "condolence") {
        faults.push(Fault::choice("kind", &written.kind));
    }
    text_faults("title", &written.title, 150, &mut faults);
    text_faults("intro", &written.intro, MOST_TEXT, &mut faults);
    for (field, days) in [("keep_days", i64::from(written.keep_days)), ("open_days", written.open_days)] {
        if !(1..=365).contains(&days) {
            faults.push(Fault::new(field, "letterbox-days"));
        }
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let now_ms = state.clock.now_ms();
    let row = letterbox::ActiveModel {
        id: Set(Uuid::now_v7()),
        kind: Set(written.kind),
        title: Set(to_json(written.title)?),
        intro: Set(to_json(written.intro)?),
        keep_days: Set(written.keep_days),
        state: Set("proposed".to_owned()),
        author_id: Set(person.id),
        approver_id: Set(None),
        created_at_ms: Set(now_ms),
        opened_at_ms: Set(None),
        closes_at_ms: Set(now_ms + written.open_days * DAY_MS),
    };
    let tx = db::begin(&state.db).await?;
    let row = row.insert(&tx).await?;
    note(&tx, state, person, "letterbox.propose", row.id).await?;
    tx.commit().await?;
    Ok(row.id)
}

/// A box.
///
/// # Errors
/// There is none with this id, or the database does not answer.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<letterbox::Model> {
    letterbox::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)
}

/// Opens a proposed box or refuses it. Built pages list boxes; they are made anew with
/// the number of the public sequence.
///
/// # Errors
/// It is the person's own, it no longer waits, or the database does not answer.
pub async fn decide(state: &State, person: &Person, id: Uuid, open: bool) -> Result<()> {
    let row = find(&state.db, id).await?;
    if row.author_id == person.id {
        return Err(Error::Forbidden("four-eyes"));
    }
    let tx = db::begin(&state.db).await?;
    counter::next(&tx, "alerts").await?;
    let done = letterbox::Entity::update_many()
        .col_expr(letterbox::Column::State, Expr::value(if open { "open" } else { "refused" }))
        .col_expr(letterbox::Column::ApproverId, Expr::value(person.id))
        .col_expr(letterbox::Column::OpenedAtMs, Expr::value(state.clock.now_ms()))
        .filter(letterbox::Column::Id.eq(id))
        .filter(letterbox::Column::State.eq("proposed"))
        .exec(&tx)
        .await?;
    if done.rows_affected != 1 {
        return Err(Error::Conflict("letterbox-not-waiting"));
    }
    note(&tx, state, person, if open { "letterbox.open" } else { "letterbox.refuse" }, id).await?;
    tx.commit().await?;
    state.news.announce();
    Ok(())
}

/// Closes a box; one person is enough, so that it can be done at once.
///
/// # Errors
/// It is not open, or the database does not answer.
pub async fn close(state: &State, person: &Person, id: Uuid) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    counter::next(&tx, "alerts").await?;
    let done = letterbox::Entity::update_many()
        .col_expr(letterbox::Column::State, Expr::value("closed"))
        .filter(letterbox::Column::Id.eq(id))
        .filter(letterbox::Column::State.eq("open"))
        .exec(&tx)
        .await?;
    if done.rows_affected != 1 {
        return Err(Error::Conflict("letterbox-not-open"));
    }
    note(&tx, state, person, "letterbox.close", id).await?;
    tx.commit().await?;
    state.news.announce();
    Ok(())
}
