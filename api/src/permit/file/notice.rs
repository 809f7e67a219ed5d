//! What the office asks of the applicant, and the answer.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryFilter, QueryOrder};
use serde_json::json;

use super::File;
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::notice;

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

/// Takes the answer to a notice. It stays open for more until its last day.
///
/// # Errors
/// The notice is not open, or not of this file.
pub async fn answer(state: &State, file: &File, id: Uuid, text: &str) -> Result<()> {
    let now_ms = state.clock.now_ms();
    let sealed = file.key.seal(&format!("notice-answer/{id}"), &text)?;
    let tx = db::begin(&state.db).await?;
    let changed = notice::Entity::update_many()
        .col_expr(notice::Column::AnswerSealed, Expr::value(Some(sealed)))
        .col_expr(notice::Column::AnsweredAtMs, Expr::value(Some(now_ms)))
        .filter(notice::Column::Id.eq(id))
        .filter(notice::Column::ApplicationId.eq(file.row.id))
        .filter(notice::Column::State.eq("open"))
        .filter(notice::Column::DueOn.gte(file.today.to_string()))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-notice-over"));
    }
    let subject = format!("permit/{}", file.row.id);
    let act = Act {
        actor: "applicant",
        action: "permit.notice-answered",
        subject,
        detail: json!({ "notice": id }),
    };
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await?;
    Ok(())
}
