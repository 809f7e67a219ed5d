//! What belongs to answers that were changed since: pages and fields that are not asked any
//! more, and papers for which there is no place. No page showed it to whoever sends the file, so
//! the office does not get it.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, QueryFilter};

use super::File;
use crate::app::State;
use crate::error::Result;
use crate::permit::entity::{answer, document};
use crate::permit::form::{Answers, needs};
use crate::permit::vault;

/// Leaves out of an opened file what is not asked any more; the answer are the papers.
///
/// # Errors
/// The rows do not know the procedure.
pub(super) fn leave_out(state: &State, file: &mut File) -> Result<Vec<document::Model>> {
    let context = file.context(state)?;
    let asked: Answers =
        context.pages().into_iter().flat_map(|page| context.asked(page, &file.answers)).collect();
    let slots: Vec<_> =
        needs(&context, &file.handed()).into_iter().map(|one| (one.document.id.clone(), one.slot)).collect();
    file.answers = asked;
    let has_place = |paper: &document::Model| {
        slots.iter().any(|(document, slot)| *document == paper.document && *slot == paper.slot)
    };
    let (kept, left) = std::mem::take(&mut file.papers).into_iter().partition(has_place);
    file.papers = kept;
    Ok(left)
}

/// Takes it out of the records, with the transaction that sends the file.
///
/// # Errors
/// The database does not answer, or what is sealed was altered.
pub(super) async fn take_out(
    state: &State,
    tx: &DatabaseTransaction,
    file: &File,
    left: &[document::Model],
) -> Result<()> {
    let context = file.context(state)?;
    let pages = answer::Entity::find().filter(answer::Column::ApplicationId.eq(file.row.id)).all(tx).await?;
    for row in pages {
        let place = format!("answer/{}", row.page);
        let own: Answers = file.key.open(&place, &row.sealed)?;
        let asked = state.law.page(&row.page).map(|page| context.asked(page, &own)).unwrap_or_default();
        if asked.is_empty() {
            answer::Entity::delete_by_id((file.row.id, row.page)).exec(tx).await?;
        } else if asked != own {
            answer::Entity::update_many()
                .col_expr(answer::Column::Sealed, Expr::value(file.key.seal(&place, &asked)?))
                .filter(answer::Column::ApplicationId.eq(file.row.id))
                .filter(answer::Column::Page.eq(row.page))
                .exec(tx)
                .await?;
        }
    }
    let ids = left.iter().map(|paper| paper.id);
    document::Entity::delete_many().filter(document::Column::Id.is_in(ids)).exec(tx).await?;
    Ok(())
}

/// Takes the bytes of such papers away, once nothing in the records needs them. The file is sent
/// by then, whatever becomes of them.
pub(super) async fn discard(state: &State, left: Vec<document::Model>) {
    for paper in left {
        if let Err(error) = vault::discard(state, &paper.vault_key).await {
            tracing::error!(%error, "bytes without a row lie in the vault");
        }
    }
}
