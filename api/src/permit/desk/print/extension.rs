//! The letter of the one reasoned extension: made from the line of the ledger, kept in the
//! vault, read by the applicant, and tried again while it is missing.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;

use super::super::letter;
use super::super::{Case, task};
use super::{AT_ONCE, DATA_CLASS, keep};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::{application, document, event};
use crate::permit::vault;

/// Id of the document.
pub const DOCUMENT: &str = "extension";

/// How long the letter of an extension is tried, in days. After that the task stays.
const MOST_DAYS: i64 = 30;

async fn letter_of(state: &State, id: Uuid) -> Result<Option<document::Model>> {
    let find = document::Entity::find()
        .filter(document::Column::ApplicationId.eq(id))
        .filter(document::Column::Document.eq(DOCUMENT));
    Ok(find.one(&state.db).await?)
}

/// Makes the letter of the extension of a file, unless it is there or there is none. The
/// answer is whether it is there.
///
/// # Errors
/// The database does not answer. A failure of typesetter or vault is no error: it is logged
/// and becomes a task.
pub async fn attempt(state: &State, id: Uuid) -> Result<bool> {
    if letter_of(state, id).await?.is_some() {
        return Ok(true);
    }
    let row = application::Entity::find_by_id(id).one(&state.db).await?.ok_or(Error::NotFound)?;
    if row.key_wrapped.is_none() {
        return Ok(false);
    }
    let case = Case::load(state, row).await?;
    let Some(line) = case.events.iter().find(|line| line.kind == "extended") else { return Ok(false) };
    let composed = letter::of_extension(state, &case, line)?;
    let kept = match keep(state, composed, (line.id, line.at_ms)).await {
        Ok(kept) => kept,
        Err(error) => {
            tracing::error!(file = %id, error = format!("{error:#}"), "a letter could not be made");
            let tx = db::begin(&state.db).await?;
            let once = format!("letter-failed/{}", line.id);
            task::raise(state, &tx, ("letter-failed", &once), Some(id), None).await?;
            tx.commit().await?;
            return Ok(false);
        }
    };
    let now_ms = state.clock.now_ms();
    let name = format!("{}-{DOCUMENT}.pdf", case.row.reference.as_deref().unwrap_or_default());
    let tx = db::begin(&state.db).await?;
    let there = document::Entity::find()
        .filter(document::Column::ApplicationId.eq(id))
        .filter(document::Column::Document.eq(DOCUMENT))
        .count(&tx)
        .await?;
    if there > 0 {
        tx.rollback().await?;
        // Another process was faster: its letter counts, this one goes.
        vault::discard(state, &kept.id.to_string()).await?;
        return Ok(true);
    }
    let paper = document::ActiveModel {
        id: Set(kept.id),
        application_id: Set(id),
        document: Set(DOCUMENT.to_owned()),
        slot: Set(String::new()),
        purpose: Set("office".to_owned()),
        data_class: Set(DATA_CLASS.to_owned()),
        name_sealed: Set(case.key.seal(&format!("name/{}", kept.id), &name)?),
        media_type: Set("application/pdf".to_owned()),
        size_bytes: Set(i64::try_from(kept.size).unwrap_or(i64::MAX)),
        sha256: Set(kept.sha256.clone()),
        dated_on: Set(Some(line.on_day.clone())),
        vault_key: Set(kept.id.to_string()),
        file_key_wrapped: Set(kept.key_wrapped),
        scan: Set("clean".to_owned()),
        uploaded_by: Set("office".to_owned()),
        applicant_sees: Set(1),
        created_at_ms: Set(now_ms),
    };
    document::Entity::insert(paper).exec_without_returning(&tx).await?;
    let subject = format!("permit/{id}");
    let detail = json!({ "extension": line.id, "sha256": kept.sha256 });
    audit::record(&tx, now_ms, Act { actor: "system", action: "permit.letter", subject, detail }).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(true)
}

/// Makes the letters of extensions that are still missing.
///
/// # Errors
/// The database does not answer.
pub async fn run(state: &State) -> Result<usize> {
    let since = state.clock.now_ms() - MOST_DAYS * 86_400_000;
    let made = Query::select()
        .expr(Expr::val(1_i64))
        .from(document::Entity)
        .and_where(
            Expr::col((document::Entity, document::Column::ApplicationId))
                .equals((event::Entity, event::Column::ApplicationId)),
        )
        .and_where(Expr::col((document::Entity, document::Column::Document)).eq(DOCUMENT))
        .to_owned();
    let rows = event::Entity::find()
        .filter(event::Column::Kind.eq("extended"))
        .filter(event::Column::AtMs.gte(since))
        .filter(Expr::exists(made).not())
        .order_by_asc(event::Column::AtMs)
        .limit(AT_ONCE)
        .all(&state.db)
        .await?;
    let mut count = 0;
    for row in rows {
        count += usize::from(attempt(state, row.application_id).await?);
    }
    Ok(count)
}
