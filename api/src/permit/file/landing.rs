//! The moment in which a paper becomes part of a file, or ceases to be: the state of the
//! file, the number and the size of its papers are looked at in the transaction that
//! changes them, whatever was true when the upload began.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, DatabaseTransaction, ExprTrait, QueryFilter, QuerySelect};
use serde_json::json;

use super::papers::{Given, Target};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::{application, document, notice};
use crate::permit::{numbers, vault};

/// When a paper can be handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum During {
    /// While the applicant fills the file in.
    Draft,
    /// While this notice is open and its last day is not over.
    Notice(Uuid),
    /// While the office has the file.
    Office,
}

/// From when on papers of one place count: those that answer an earlier notice take no place
/// of the next one, and what was handed in for it can be handed in anew.
async fn since(db: &impl ConnectionTrait, during: During) -> Result<i64> {
    Ok(match during {
        During::Notice(id) => notice::Entity::find_by_id(id).one(db).await?.map_or(0, |row| row.sent_at_ms),
        During::Draft | During::Office => 0,
    })
}

/// Whether the applicant has handed in as many papers of one place as the rows allow, for a
/// notice as many as answer this one.
///
/// # Errors
/// The database does not answer.
pub(super) async fn is_full(
    state: &State,
    db: &impl ConnectionTrait,
    file: Uuid,
    given: &Given<'_>,
) -> Result<bool> {
    let count = document::Entity::find()
        .filter(document::Column::ApplicationId.eq(file))
        .filter(document::Column::Document.eq(given.document))
        .filter(document::Column::Slot.eq(given.slot))
        .filter(document::Column::CreatedAtMs.gte(since(db, given.during).await?))
        .count(db)
        .await?;
    Ok(count >= state.law.uploads.files_per_document as u64)
}

/// Claims the file for a change of its papers or answers: no other step of it runs meanwhile, and
/// whoever read it before is told that it has changed.
pub(super) async fn claim(tx: &DatabaseTransaction, id: Uuid, during: During, now_ms: i64) -> Result<()> {
    use application::{Column, Entity};
    let update = Entity::update_many().col_expr(Column::UpdatedAtMs, Expr::value(now_ms));
    let (update, rule) = match during {
        During::Draft => (update.filter(Column::State.eq("draft")), "permit-sent"),
        During::Notice(_) => {
            (update.filter(Column::State.is_in(["missing-items", "notice"])), "permit-notice-over")
        }
        During::Office => (update.filter(Column::State.is_not_in(["draft", "erased"])), "permit-ended"),
    };
    // An officer reads the file and adds to it in one go; the others read it before.
    let update = match during {
        During::Office => update,
        _ => update.col_expr(Column::Version, Expr::col(Column::Version).add(1_i64)),
    };
    let claimed = update.filter(Column::Id.eq(id)).exec(tx).await?;
    if claimed.rows_affected == 1 {
        return Ok(());
    }
    let there = Entity::find_by_id(id).one(tx).await?.is_some();
    Err(if there { Error::Conflict(rule) } else { Error::NotFound })
}

/// What came of a paper.
pub(super) enum Landed {
    /// It is in the transaction, which only has to be committed.
    New(DatabaseTransaction),
    /// The same bytes lie in this place already, under this id: somebody sent them twice.
    Known(Uuid),
}

/// Puts a paper into its file.
///
/// # Errors
/// The file or the notice takes nothing any more, or the database does not answer. That
/// there are too many papers, or too large ones, is the inner outcome.
pub(super) async fn keep(
    state: &State,
    into: &Target<'_>,
    given: &Given<'_>,
    row: document::ActiveModel,
    (id, size, sha256): (Uuid, i64, &str),
) -> Result<std::result::Result<Landed, &'static str>> {
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    claim(&tx, into.file, given.during, now_ms).await?;
    if let Some(known) = twin(&tx, into, given, sha256).await? {
        if given.dated_on.is_some() && given.dated_on != known.dated_on {
            // Handed in again to write another date on it.
            document::Entity::update_many()
                .col_expr(document::Column::DatedOn, Expr::value(given.dated_on.clone()))
                .filter(document::Column::Id.eq(known.id))
                .exec(&tx)
                .await?;
            tx.commit().await?;
        }
        return Ok(Ok(Landed::Known(known.id)));
    }
    if given.during != During::Office {
        if is_full(state, &tx, into.file, given).await? {
            return Ok(Err("too-many"));
        }
        let most = i64::try_from(state.config.vault.application_bytes).unwrap_or(i64::MAX);
        if handed_in(&tx, into.file).await?.saturating_add(size) > most {
            return Ok(Err("full"));
        }
    }
    if let During::Notice(notice) = given.during {
        answers(&tx, into.file, notice, now_ms).await?;
        // What comes into a file that was sent stands in its chain.
        let subject = format!("permit/{}", into.file);
        let detail = json!({ "document": id, "notice": notice });
        let act = Act { actor: into.actor, action: "permit.paper", subject, detail };
        audit::record(&tx, now_ms, act).await?;
    }
    row.insert(&tx).await?;
    Ok(Ok(Landed::New(tx)))
}

/// The same bytes, handed in before for the same: pictures are made anew the same way each time.
async fn twin(
    tx: &DatabaseTransaction,
    into: &Target<'_>,
    given: &Given<'_>,
    sha256: &str,
) -> Result<Option<document::Model>> {
    use document::{Column, Entity};
    Ok(Entity::find()
        .filter(Column::ApplicationId.eq(into.file))
        .filter(Column::Document.eq(given.document))
        .filter(Column::Slot.eq(given.slot))
        .filter(Column::Purpose.eq(given.purpose))
        .filter(Column::UploadedBy.eq(into.by))
        .filter(Column::Sha256.eq(sha256))
        .filter(Column::CreatedAtMs.gte(since(tx, given.during).await?))
        .filter(Column::Scan.ne("infected"))
        .one(tx)
        .await?)
}

/// Bytes that the applicant has handed in for a file.
async fn handed_in(tx: &DatabaseTransaction, file: Uuid) -> Result<i64> {
    let sum: Option<i64> = document::Entity::find()
        .select_only()
        .expr(Expr::cust("CAST(COALESCE(SUM(size_bytes), 0) AS bigint)"))
        .filter(document::Column::ApplicationId.eq(file))
        .filter(document::Column::UploadedBy.eq("applicant"))
        .into_tuple()
        .one(tx)
        .await?;
    Ok(sum.unwrap_or(0))
}

/// The notice is open, and there is still time.
async fn answers(tx: &DatabaseTransaction, file: Uuid, id: Uuid, now_ms: i64) -> Result<()> {
    let open = notice::Entity::find_by_id(id)
        .filter(notice::Column::ApplicationId.eq(file))
        .filter(notice::Column::State.eq("open"))
        .filter(notice::Column::DueOn.gte(numbers::today(now_ms).to_string()))
        .one(tx)
        .await?;
    if open.is_some() { Ok(()) } else { Err(Error::Conflict("permit-notice-over")) }
}

/// Takes a paper back out of a draft.
///
/// # Errors
/// The file has been sent.
pub async fn take_back(state: &State, file: Uuid, paper: &document::Model) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    claim(&tx, file, During::Draft, state.clock.now_ms()).await?;
    let gone = document::Entity::delete_many()
        .filter(document::Column::Id.eq(paper.id))
        .filter(document::Column::ApplicationId.eq(file))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    if gone.rows_affected == 1 {
        vault::discard(state, &paper.vault_key).await?;
    }
    Ok(())
}

/// Deletes a draft with everything in it; the papers are the ones that were there then.
///
/// # Errors
/// The file has been sent, or the database or the vault does not answer.
pub(super) async fn delete_draft(state: &State, id: Uuid) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    claim(&tx, id, During::Draft, state.clock.now_ms()).await?;
    let papers = document::Entity::find().filter(document::Column::ApplicationId.eq(id)).all(&tx).await?;
    application::Entity::delete_by_id(id).exec(&tx).await?;
    tx.commit().await?;
    for paper in papers {
        vault::discard(state, &paper.vault_key).await?;
    }
    Ok(())
}
