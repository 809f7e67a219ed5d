//! Answers for everybody, in the words of the service: proposed, public, withdrawn.

use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;

use super::super::entity::answer as answers;
use super::{MOST_TEXT, MOST_WORDS, Texts, find, is_hidden, note, text_faults, to_json};
use crate::account::Person;
use crate::app::State;
use crate::db;
use crate::error::{Error, Fault, Result};

/// Longest name of an authority, in characters.
const MOST_OWNER: usize = 120;

/// Proposes a public answer, in the words of the service.
///
/// # Errors
/// The box takes no questions, what was written breaks a rule, or the database does not
/// answer.
pub async fn answer(
    state: &State,
    person: &Person,
    id: Uuid,
    question: Texts,
    text: Texts,
    owner: &str,
) -> Result<()> {
    let row = find(&state.db, id).await?;
    if row.kind != "question" {
        return Err(Error::NotFound);
    }
    let mut faults = Vec::new();
    text_faults("question", &question, MOST_WORDS, &mut faults);
    text_faults("answer", &text, MOST_TEXT, &mut faults);
    if owner.is_empty() || owner.chars().count() > MOST_OWNER || owner.chars().any(is_hidden) {
        faults.push(Fault::new("owner", "letterbox-text"));
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let row = answers::ActiveModel {
        id: Set(Uuid::now_v7()),
        letterbox_id: Set(id),
        question: Set(to_json(question)?),
        answer: Set(to_json(text)?),
        owner: Set(owner.to_owned()),
        state: Set("proposed".to_owned()),
        author_id: Set(person.id),
        approver_id: Set(None),
        at_ms: Set(state.clock.now_ms()),
    };
    let tx = db::begin(&state.db).await?;
    row.insert(&tx).await?;
    note(&tx, state, person, "letterbox.answer", id).await?;
    tx.commit().await?;
    Ok(())
}

/// Makes a proposed answer public or refuses it; takes a public one back.
///
/// # Errors
/// It is the person's own, it no longer waits, or the database does not answer.
pub async fn decide_answer(state: &State, person: &Person, id: Uuid, answer: Uuid, word: &str) -> Result<()> {
    let row = answers::Entity::find_by_id(answer).one(&state.db).await?;
    let row = row.filter(|row| row.letterbox_id == id).ok_or(Error::NotFound)?;
    let from = match word {
        "public" | "refused" => "proposed",
        "withdrawn" => "public",
        _ => return Err(Error::invalid("act", "value-unknown")),
    };
    if from == "proposed" && row.author_id == person.id {
        return Err(Error::Forbidden("four-eyes"));
    }
    let tx = db::begin(&state.db).await?;
    let mut change = answers::Entity::update_many()
        .col_expr(answers::Column::State, Expr::value(word))
        .filter(answers::Column::Id.eq(answer))
        .filter(answers::Column::State.eq(from));
    if from == "proposed" {
        change = change
            .col_expr(answers::Column::ApproverId, Expr::value(person.id))
            .col_expr(answers::Column::AtMs, Expr::value(state.clock.now_ms()));
    }
    if change.exec(&tx).await?.rows_affected != 1 {
        return Err(Error::Conflict("letterbox-not-waiting"));
    }
    note(&tx, state, person, "letterbox.answer-decide", id).await?;
    tx.commit().await?;
    Ok(())
}
