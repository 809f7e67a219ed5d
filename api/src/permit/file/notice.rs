//! What the office asks of the applicant, and the answer.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, QueryFilter, QueryOrder};
use serde_json::json;

use super::File;
use super::landing::{During, claim};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::notice;
use crate::permit::mail::{self, Reader};
use crate::permit::{after, desk};

/// The notices of a file with their texts, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn open_texts(state: &State, file: &File) -> Result<Vec<(notice::Model, String)>> {
    let rows = notice::Entity::find()
        .filter(notice::Column::ApplicationId.eq(file.row.id))
        .order_by_desc(notice::Column::SentAtMs)
        .all(&state.db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let text = file.key.open(&format!("notice/{}", row.id), &row.text_sealed)?;
            Ok((row, text))
        })
        .collect()
}

/// What somebody answers to a notice.
pub struct Answer<'a> {
    /// Their words; without any, what they wrote before stays.
    pub text: &'a str,
    /// When the answer had last come, as the page that was filled in knew it; 0 for never.
    pub seen_ms: i64,
    /// Whether papers came with it.
    pub has_papers: bool,
}

/// Takes the answer to a notice. It stays open for more until its last day. The same words once
/// more are taken already.
///
/// # Errors
/// The notice is not open, or not of this file; [`Error::Conflict`] `permit-other-tab` when
/// other words came meanwhile.
pub async fn answer(state: &State, file: &File, id: Uuid, answer: &Answer<'_>) -> Result<()> {
    let now_ms = state.clock.now_ms();
    let place = format!("notice-answer/{id}");
    let tx = db::begin(&state.db).await?;
    // Whoever at the office read the file before the answer came is told that it has changed.
    claim(&tx, file.row.id, During::Notice(id), now_ms).await?;
    let row = notice::Entity::find_by_id(id)
        .filter(notice::Column::ApplicationId.eq(file.row.id))
        .filter(notice::Column::State.eq("open"))
        .filter(notice::Column::DueOn.gte(file.today.to_string()))
        .one(&tx)
        .await?
        .ok_or(Error::Conflict("permit-notice-over"))?;
    let old: Option<String> =
        row.answer_sealed.as_deref().map(|sealed| file.key.open(&place, sealed)).transpose()?;
    let written = old.unwrap_or_default();
    let text = if answer.text.is_empty() { written.as_str() } else { answer.text };
    let before = row.answered_at_ms;
    if text == written && before.is_some() && !answer.has_papers {
        return Ok(());
    }
    if text != written && before.unwrap_or(0) != answer.seen_ms {
        return Err(Error::Conflict("permit-other-tab"));
    }
    let sealed = file.key.seal(&place, &text)?;
    // Two answers within one millisecond still differ.
    let stamp = now_ms.max(before.unwrap_or(0) + 1);
    let changed = notice::Entity::update_many()
        .col_expr(notice::Column::AnswerSealed, Expr::value(Some(sealed)))
        .col_expr(notice::Column::AnsweredAtMs, Expr::value(Some(stamp)))
        .filter(notice::Column::Id.eq(id))
        .filter(notice::Column::State.eq("open"))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-notice-over"));
    }
    let subject = format!("permit/{}", file.row.id);
    let act = Act {
        actor: file.actor(),
        action: "permit.notice-answered",
        subject,
        detail: json!({ "notice": id }),
    };
    audit::record(&tx, now_ms, act).await?;
    let words = (text != written).then_some(text);
    desk::answered(state, &tx, file, words).await?;
    if row.kind == "missing-items" && before.is_none() {
        arrived(state, &tx, file, id).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Tells the applicant that what was missing has come, with the first answer.
async fn arrived(state: &State, tx: &DatabaseTransaction, file: &File, id: Uuid) -> Result<()> {
    let to = after::address(state, tx, &file.row).await?;
    let (once, today) = (id.to_string(), file.today.to_string());
    let reader = Reader::applicant(&file.row, to.as_deref());
    mail::tell(state, tx, &reader, ("missing-items-received", &once), Some(&today)).await
}
