//! What comes of itself. Every date is a row of `deadlines.toml`; every step is told once,
//! also across restarts and processes (`permit_firing`).
//!
//! - `draft`: a draft is announced before it is erased;
//! - `remind`, `lapse`: reminders before a window or a permit ends, and what its end changes;
//! - `control`: the control that comes back every five years.

pub mod control;
mod draft;
pub(super) mod lapse;
mod remind;

pub use draft::run as drafts;
pub use lapse::run as lapses;
pub use remind::{anew as remind_anew, run as remind};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query, SimpleExpr};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Set};

use super::entity::{answer, applicant, application, firing, grant};
use super::form::Answers;
use super::sealed::FileKey;
use crate::account::citizen::identity;
use crate::app::State;
use crate::error::{Error, Result};

/// Most rows of one kind in one run; the rest has its turn a minute later.
const AT_ONCE: u64 = 50;

/// Where somebody wants mail about a file: what the file says, else what the sign-in said.
///
/// # Errors
/// The database does not answer, or what is sealed was altered.
pub async fn address(
    state: &State,
    db: &impl ConnectionTrait,
    row: &application::Model,
) -> Result<Option<String>> {
    if row.key_wrapped.is_some()
        && let Some(page) = answer::Entity::find_by_id((row.id, "contact".to_owned())).one(db).await?
    {
        let key = FileKey::of(&state.permits.keys, row)?;
        let own: Answers = key.open("answer/contact", &page.sealed)?;
        let mail = own.get("email").and_then(|mail| mail.as_str()).filter(|mail| !mail.is_empty());
        if let Some(mail) = mail {
            return Ok(Some(mail.to_owned()));
        }
    }
    let person = applicant::Entity::find_by_id(row.applicant_id).one(db).await?.ok_or(Error::NotFound)?;
    Ok(identity::kept(state, &person)?.email)
}

/// Notes that a step of a deadline happens now; false when it has happened before.
///
/// # Errors
/// The database does not answer.
pub async fn is_first(
    tx: &DatabaseTransaction,
    file: Uuid,
    (deadline, step): (&str, &str),
    now_ms: i64,
) -> Result<bool> {
    let row = firing::ActiveModel {
        application_id: Set(file),
        deadline: Set(deadline.to_owned()),
        step: Set(step.to_owned()),
        fired_at_ms: Set(now_ms),
    };
    let key = [firing::Column::ApplicationId, firing::Column::Deadline, firing::Column::Step];
    let once = OnConflict::columns(key).do_nothing().to_owned();
    let made = firing::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    Ok(made == 1)
}

/// Permits about which a step of a deadline was not told yet.
fn untold(deadline: &str) -> SimpleExpr {
    let told = Query::select()
        .expr(Expr::val(1_i64))
        .from(firing::Entity)
        .and_where(
            Expr::col((firing::Entity, firing::Column::ApplicationId))
                .equals((grant::Entity, grant::Column::ApplicationId)),
        )
        .and_where(Expr::col((firing::Entity, firing::Column::Deadline)).eq(deadline))
        .to_owned();
    Expr::exists(told).not()
}

/// The file behind a permit.
async fn file_of(db: &impl ConnectionTrait, row: &grant::Model) -> Result<application::Model> {
    application::Entity::find_by_id(row.application_id).one(db).await?.ok_or(Error::NotFound)
}
