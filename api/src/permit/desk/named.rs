//! What a paper is that came as an answer: a certificate or an extract that was asked for later
//! is kept for as long as one that came with the application, and no longer.

use jiff::civil::Date;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::after::SENT;
use super::{Case, Line, claim, task, write_down};
use crate::account::{Person, Role};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::document::{Column, Entity, Model};
use crate::permit::numbers;

/// Whether a paper came as an answer: nobody said then what it is.
#[must_use]
pub fn nameable(row: &Model) -> bool {
    matches!(row.purpose.as_str(), "missing-items" | "notice")
}

/// The harmful paper that this one comes instead of: the only one of its kind that went. Nobody
/// has to ask for it again.
fn stands_for(case: &Case, paper: &Model, document: &str) -> Option<Uuid> {
    let is_gone = |row: &&Model| row.scan == "infected" && row.document == document;
    let mut gone = case.papers.iter().map(|paper| &paper.row).filter(is_gone);
    let first = gone.next().filter(|_| paper.scan != "infected" && gone.next().is_none());
    first.map(|row| row.id)
}

/// Says which document such a paper is, with the date on it where it bears one. From then on it
/// is kept as that document is.
///
/// # Errors
/// Another role, a paper that did not come as an answer, a document that the rows do not know, a
/// date that lies ahead, or the file was changed meanwhile.
pub async fn name(
    state: &State,
    person: &Person,
    case: &Case,
    (paper, document, dated): (&str, &str, &str),
) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let id: Uuid = paper.parse().map_err(|_| Error::choice("paper", paper))?;
    let paper = case.papers.iter().map(|paper| &paper.row).find(|row| row.id == id && nameable(row));
    let paper = paper.ok_or(Error::NotFound)?;
    let known = state.law.on(case.law_on()).document(document);
    let known = known.ok_or_else(|| Error::choice("document", document))?;
    let dated = dated.trim();
    let is_past = |day: &Date| *day <= case.today;
    let day = numbers::day(dated).filter(is_past);
    if !dated.is_empty() && day.is_none() {
        return Err(Error::invalid("dated", "permit-day"));
    }
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    claim(&tx, &case.row, &SENT, now_ms, Vec::new()).await?;
    Entity::update_many()
        .col_expr(Column::Document, Expr::value(known.id.clone()))
        .col_expr(Column::DataClass, Expr::value(known.data_class.clone()))
        .col_expr(Column::DatedOn, Expr::value(day.map(|day| day.to_string())))
        .filter(Column::Id.eq(paper.id))
        .exec(&tx)
        .await?;
    if let Some(gone) = stands_for(case, paper, &known.id) {
        task::settle(&tx, person, &task::of_paper(gone), now_ms).await?;
    }
    let detail = json!({ "paper": paper.id, "was": paper.document, "document": known.id });
    write_down(state, &tx, case, person, Line::of("paper-named"), detail).await?;
    Ok(tx.commit().await?)
}
