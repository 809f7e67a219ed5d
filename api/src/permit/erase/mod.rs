//! True deletion: documents go from the vault, rows from the tables, and the key
//! of the file is destroyed, so that what the append-only ledger still holds of
//! it is unreadable. The number, the states and the days stay, without a person.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryFilter, QuerySelect};
use serde_json::json;

use super::entity::{advice, answer, application, consent, decision, document, fee, mail, notice};
use super::{numbers, vault};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};

/// Most files of one run.
const AT_ONCE: u64 = 50;

/// Erases one file.
///
/// # Errors
/// [`Error::Conflict`] while a legal hold or a permit keeps it.
pub async fn erase(state: &State, id: Uuid, actor: &str) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    let papers = document::Entity::find().filter(document::Column::ApplicationId.eq(id)).all(&tx).await?;
    let changed = application::Entity::update_many()
        .col_expr(application::Column::State, Expr::value("erased".to_owned()))
        .col_expr(application::Column::KeyWrapped, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(application::Column::Municipality, Expr::value(Option::<String>::None))
        .filter(application::Column::Id.eq(id))
        .filter(application::Column::LegalHold.is_null())
        .filter(application::Column::State.is_in(["withdrawn", "refused", "inadmissible", "recorded"]))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-kept"));
    }
    answer::Entity::delete_many().filter(answer::Column::ApplicationId.eq(id)).exec(&tx).await?;
    document::Entity::delete_many().filter(document::Column::ApplicationId.eq(id)).exec(&tx).await?;
    consent::Entity::delete_many().filter(consent::Column::ApplicationId.eq(id)).exec(&tx).await?;
    advice::Entity::delete_many().filter(advice::Column::ApplicationId.eq(id)).exec(&tx).await?;
    notice::Entity::delete_many().filter(notice::Column::ApplicationId.eq(id)).exec(&tx).await?;
    decision::Entity::delete_many().filter(decision::Column::ApplicationId.eq(id)).exec(&tx).await?;
    fee::Entity::delete_many().filter(fee::Column::ApplicationId.eq(id)).exec(&tx).await?;
    mail::Entity::delete_many().filter(mail::Column::ApplicationId.eq(id)).exec(&tx).await?;
    let subject = format!("permit/{id}");
    let detail = json!({ "documents": papers.len() });
    audit::record(&tx, state.clock.now_ms(), Act { actor, action: "permit.erase", subject, detail }).await?;
    tx.commit().await?;
    // The rows are gone and their keys with them: bytes left by a crash here are
    // unreadable.
    for paper in papers {
        vault::discard(state, &paper.vault_key).await?;
    }
    Ok(())
}

/// Erases what has been kept for as long as the rows say. A class without a
/// period waits for the service: nothing is erased in its name.
///
/// # Errors
/// The database or the vault does not answer.
pub async fn run(state: &State) -> Result<usize> {
    let now_ms = state.clock.now_ms();
    let today = numbers::today(now_ms);
    let rule = state.law.on(today).class("refused-file").and_then(|row| row.period());
    let Some(period) = rule else { return Ok(0) };
    let days = numbers::days_back(today, period);
    let rows = application::Entity::find()
        .filter(application::Column::State.is_in(["withdrawn", "refused", "inadmissible"]))
        .filter(application::Column::ClosedAtMs.lt(now_ms - days * 86_400_000))
        .filter(application::Column::LegalHold.is_null())
        .limit(AT_ONCE)
        .all(&state.db)
        .await?;
    let count = rows.len();
    for row in rows {
        erase(state, row.id, "system").await?;
    }
    Ok(count)
}
