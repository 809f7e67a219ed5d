//! True deletion: documents go from the vault, rows from the tables, and the key
//! of the file is destroyed, so that what the append-only ledger still holds of
//! it is unreadable. The number, the states and the days stay, without a person.
//!
//! - `over`: which files have been kept for as long as a row says;
//! - `class`: what the rows of `retention.toml` erase, each by its period;
//! - `unnamed`: cohabitants who are taken out of a file that stays;
//! - `person`: people of whom nothing is kept any more.

mod class;
mod over;
mod person;
mod unnamed;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{DatabaseTransaction, QueryFilter};
use serde_json::json;

use super::entity::{
    advice, answer, application, consent, decision, document, fee, grant, mail, notice, payment, typed,
};
use super::vault;
use crate::account::citizen::identity;
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};

/// States in which a file has ended.
const ENDED: [&str; 6] =
    ["withdrawn", "refused", "inadmissible", "recorded", "granted", "granted-conditions"];

/// Erases one file.
///
/// # Errors
/// [`Error::Conflict`] while a legal hold or a permit keeps it.
pub async fn erase(state: &State, id: Uuid, actor: &str) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    let papers = document::Entity::find().filter(document::Column::ApplicationId.eq(id)).all(&tx).await?;
    let nobody = identity::nobody(state, &tx).await?;
    // The row stays for the figures and the ledger; nothing on it leads to a person any more.
    let changed = application::Entity::update_many()
        .col_expr(application::Column::State, Expr::value("erased".to_owned()))
        .col_expr(application::Column::KeyWrapped, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(application::Column::Municipality, Expr::value(Option::<String>::None))
        .col_expr(application::Column::ApplicantId, Expr::value(nobody))
        .col_expr(application::Column::CompanyHmac, Expr::value(Option::<String>::None))
        .col_expr(application::Column::GrantId, Expr::value(Option::<Uuid>::None))
        .filter(application::Column::Id.eq(id))
        .filter(application::Column::LegalHold.is_null())
        .filter(application::Column::State.is_in(ENDED))
        .filter(Expr::exists(over::live_permits()).not())
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-kept"));
    }
    rows(&tx, id).await?;
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

/// Rows of a file; those that hang on them go with them.
async fn rows(tx: &DatabaseTransaction, id: Uuid) -> Result<()> {
    answer::Entity::delete_many().filter(answer::Column::ApplicationId.eq(id)).exec(tx).await?;
    typed::Entity::delete_many().filter(typed::Column::ApplicationId.eq(id)).exec(tx).await?;
    document::Entity::delete_many().filter(document::Column::ApplicationId.eq(id)).exec(tx).await?;
    consent::Entity::delete_many().filter(consent::Column::ApplicationId.eq(id)).exec(tx).await?;
    advice::Entity::delete_many().filter(advice::Column::ApplicationId.eq(id)).exec(tx).await?;
    notice::Entity::delete_many().filter(notice::Column::ApplicationId.eq(id)).exec(tx).await?;
    grant::Entity::delete_many().filter(grant::Column::ApplicationId.eq(id)).exec(tx).await?;
    decision::Entity::delete_many().filter(decision::Column::ApplicationId.eq(id)).exec(tx).await?;
    // What came in stays in the books; who sent it does not.
    let fees: Vec<Uuid> = fee::Entity::find()
        .filter(fee::Column::ApplicationId.eq(id))
        .all(tx)
        .await?
        .into_iter()
        .map(|fee| fee.id)
        .collect();
    payment::Entity::update_many()
        .col_expr(payment::Column::LineSealed, Expr::value(Option::<Vec<u8>>::None))
        .filter(payment::Column::FeeId.is_in(fees))
        .exec(tx)
        .await?;
    fee::Entity::delete_many().filter(fee::Column::ApplicationId.eq(id)).exec(tx).await?;
    mail::Entity::delete_many().filter(mail::Column::ApplicationId.eq(id)).exec(tx).await?;
    Ok(())
}

/// Erases what has been kept for as long as the rows say, and the people of whom nothing is
/// left. A class without a period waits for the service: nothing is erased in its name.
///
/// # Errors
/// The database does not answer.
pub async fn run(state: &State) -> Result<usize> {
    Ok(class::run(state).await? + person::run(state).await?)
}
