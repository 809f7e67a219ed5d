//! The adviser's side: the questions asked of them, what goes with each, and the answer.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use super::super::case::record_look;
use super::super::{Case, Line, text_of, write_down};
use super::{MOST_TEXT, Opinion, Question, area, place_of, place_of_answer};
use crate::account::{Person, Role, territory};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::{State as Stands, advice, application, document};
use crate::permit::sealed::FileKey;
use crate::permit::vault::may_be_opened;

/// Rows of a list.
const MOST_ROWS: u64 = 200;

/// The questions asked of an adviser, open ones first, the nearest day first.
///
/// # Errors
/// The person is no adviser, or the database does not answer.
pub async fn asked_of(state: &State, person: &Person) -> Result<Vec<(advice::Model, application::Model)>> {
    if !person.has(&[Role::Adviser]) {
        return Err(Error::Forbidden("role"));
    }
    let own = || advice::Entity::find().filter(advice::Column::AdviserId.eq(person.id));
    let open = own()
        .filter(advice::Column::ReceivedAtMs.is_null())
        .order_by_asc(advice::Column::DueOn)
        .limit(MOST_ROWS);
    let mut rows = open.all(&state.db).await?;
    let answered = own()
        .filter(advice::Column::ReceivedAtMs.is_not_null())
        .order_by_desc(advice::Column::ReceivedAtMs)
        .limit(MOST_ROWS - rows.len().min(MOST_ROWS as usize) as u64);
    rows.extend(answered.all(&state.db).await?);
    let areas = territory::of_account(state, person.id).await?;
    let rows: Vec<_> = rows.into_iter().filter(|row| area::may_read(areas, row)).collect();
    let ids: Vec<Uuid> = rows.iter().map(|row| row.application_id).collect();
    let files = application::Entity::find().filter(application::Column::Id.is_in(ids)).all(&state.db).await?;
    let with_file = |row: advice::Model| {
        let file = files.iter().find(|file| file.id == row.application_id)?;
        Some((row, file.clone()))
    };
    Ok(rows.into_iter().filter_map(with_file).collect())
}

/// One question, opened for the adviser it was asked of.
pub struct Asked {
    /// The row.
    pub row: advice::Model,
    /// The file's row: its number and procedure are shown, nothing more.
    pub file: application::Model,
    /// What is asked.
    pub question: Question,
    /// Documents that go with it: id and name.
    pub papers: Vec<(Uuid, String)>,
    /// The answer, when it was given.
    pub answer: Option<String>,
    /// Whether the file was decided or ended before an answer came.
    pub is_over: bool,
    key: FileKey,
}

/// Opens a question for its adviser, and records the look in the file's chain. What is asked
/// of somebody else does not exist.
///
/// # Errors
/// The person is no adviser, or nothing of the kind was asked of them.
pub async fn asked(state: &State, person: &Person, id: Uuid) -> Result<Asked> {
    let asked = find(state, person, id).await?;
    record_look(state, person, asked.file.id, (&[Role::Adviser], "advice")).await?;
    Ok(asked)
}

async fn find(state: &State, person: &Person, id: Uuid) -> Result<Asked> {
    if !person.has(&[Role::Adviser]) {
        return Err(Error::Forbidden("role"));
    }
    let row = advice::Entity::find_by_id(id).filter(advice::Column::AdviserId.eq(person.id));
    let row = row.one(&state.db).await?.ok_or(Error::NotFound)?;
    // Who was moved to another area since has no more reason to look.
    if !area::may_read(territory::of_account(state, person.id).await?, &row) {
        return Err(Error::NotFound);
    }
    let file = application::Entity::find_by_id(row.application_id).one(&state.db).await?;
    let file = file.ok_or(Error::NotFound)?;
    let key = FileKey::of(&state.permits.keys, &file)?;
    let mut question: Question = key.open(&place_of(id), &row.question_sealed)?;
    // Once the opinion is given, or nobody waits for it any more, there is no reason to look.
    let is_over = !Stands::parse(&file.state).is_some_and(Stands::is_open);
    if is_over || row.received_at_ms.is_some() {
        question.facts.clear();
        question.papers.clear();
    }
    let shared = document::Entity::find()
        .filter(document::Column::ApplicationId.eq(file.id))
        .filter(document::Column::Id.is_in(question.papers.iter().copied()))
        .all(&state.db)
        .await?;
    let name = |paper: document::Model| -> Result<(Uuid, String)> {
        Ok((paper.id, key.open(&format!("name/{}", paper.id), &paper.name_sealed)?))
    };
    // One that was found harmful since is gone.
    let shared = shared.into_iter().filter(|paper| paper.scan != "infected");
    let papers = shared.map(name).collect::<Result<_>>()?;
    let answer = row.text_sealed.as_deref();
    let answer = answer.map(|sealed| key.open(&place_of_answer(id), sealed)).transpose()?;
    Ok(Asked { row, file, question, papers, answer, is_over, key })
}

/// A document that goes with a question, in clear; the look is recorded.
///
/// # Errors
/// It does not go with a question asked of this person that still waits for an answer, or was
/// not found clean.
pub async fn paper(
    state: &State,
    person: &Person,
    id: Uuid,
    paper: Uuid,
) -> Result<(document::Model, Vec<u8>)> {
    let asked = find(state, person, id).await?;
    if !asked.question.papers.contains(&paper) {
        return Err(Error::NotFound);
    }
    let row = document::Entity::find_by_id(paper)
        .filter(document::Column::ApplicationId.eq(asked.file.id))
        .one(&state.db)
        .await?
        .ok_or(Error::NotFound)?;
    if !may_be_opened(&row.scan) {
        return Err(Error::Conflict("permit-paper-not-clean"));
    }
    record_look(state, person, asked.file.id, (&[Role::Adviser], &format!("document {}", row.document)))
        .await?;
    let bytes = crate::permit::file::in_clear(state, &row).await?;
    Ok((row, bytes))
}

/// Takes an opinion, once.
///
/// # Errors
/// The person is no adviser, nothing was asked of them, it was given before, the file has
/// ended, the result is none of the rows', or there are no reasons.
pub async fn answer(state: &State, person: &Person, id: Uuid, given: &Opinion) -> Result<()> {
    let asked = find(state, person, id).await?;
    if asked.row.received_at_ms.is_some() {
        return Err(Error::Conflict("permit-advice-given"));
    }
    if asked.is_over {
        return Err(Error::Conflict("permit-ended"));
    }
    if !state.permits.rows.has_result(&given.result) {
        return Err(Error::choice("result", &given.result));
    }
    let text = match given.result.as_str() {
        "none" if given.text.trim().is_empty() => String::new(),
        _ => text_of("text", &given.text, MOST_TEXT)?,
    };
    let sealed = asked.key.seal(&place_of_answer(id), &text)?;
    let now_ms = state.clock.now_ms();
    let case = Case::load(state, asked.file).await?;
    let tx = db::begin(&state.db).await?;
    let changed = advice::Entity::update_many()
        .col_expr(advice::Column::ReceivedAtMs, Expr::value(Some(now_ms)))
        .col_expr(advice::Column::Result, Expr::value(Some(given.result.clone())))
        .col_expr(advice::Column::TextSealed, Expr::value(Some(sealed)))
        .col_expr(advice::Column::ApplicantSees, Expr::value(i64::from(given.applicant_sees)))
        .col_expr(advice::Column::AnsweredBy, Expr::value(Some(person.email.clone())))
        .filter(advice::Column::Id.eq(id))
        .filter(advice::Column::ReceivedAtMs.is_null())
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-advice-given"));
    }
    let detail = json!({ "advice": id, "result": given.result });
    write_down(state, &tx, &case, person, Line::of("advice-received"), detail).await?;
    Ok(tx.commit().await?)
}
