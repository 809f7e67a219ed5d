//! A file is opened to the mandated people of its company, and shut again.

use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::application;
use crate::permit::file::File;

/// Opens a file to the mandated people of the company that it names.
///
/// # Errors
/// Somebody acts by a mandate, or the file is no company's or does not name its number yet.
pub async fn open_file(state: &State, file: &File) -> Result<()> {
    file.must_be_own()?;
    let company = file.company(state, &file.answers)?.ok_or(Error::Conflict("permit-no-company"))?;
    set(state, file, Some(company), "permit.company-opened").await
}

/// Shuts it again: from now on it is in the hands of the person who began it.
///
/// # Errors
/// Somebody acts by a mandate.
pub async fn shut_file(state: &State, file: &File) -> Result<()> {
    file.must_be_own()?;
    set(state, file, None, "permit.company-shut").await
}

async fn set(state: &State, file: &File, to: Option<String>, action: &'static str) -> Result<()> {
    if file.row.company_hmac == to {
        return Ok(());
    }
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    application::Entity::update_many()
        .col_expr(application::Column::CompanyHmac, Expr::value(to))
        .filter(application::Column::Id.eq(file.row.id))
        .filter(application::Column::State.ne("erased"))
        .exec(&tx)
        .await?;
    let subject = format!("permit/{}", file.row.id);
    audit::record(&tx, now_ms, Act { actor: "applicant", action, subject, detail: json!({}) }).await?;
    Ok(tx.commit().await?)
}
