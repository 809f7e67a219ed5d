//! The decision: drafted by one person, checked in law by another, taken by the High
//! Official, who is a third. Nobody else can: the engine holds the three apart. `given` is
//! what the drafter writes, and what is wrong with it; `steps` is what each of them does.

mod given;
mod steps;

pub use given::{Condition, Drafted};
pub use steps::{cancel, check, decide, draft, hold};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, QueryFilter};
use serde::{Deserialize, Serialize};

use super::after::is_about_grant;
use super::letter::{self, Letter};
use super::{Case, challenge, claim};
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::entity::decision::{self, Entity, Model};

/// What can be decided about a file, and the state in which it ends the file.
pub const KINDS: [(&str, &str); 6] = [
    ("grant", "granted"),
    ("grant-conditions", "granted-conditions"),
    ("refuse", "refused"),
    ("inadmissible", "inadmissible"),
    ("suspend", "granted"),
    ("withdraw", "granted"),
];

/// What the row of a decision holds, sealed with the key of its file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Body {
    /// What the drafter gave.
    pub given: Drafted,
    /// The letter as it was signed.
    pub letter: Option<Letter>,
    /// What somebody who held or returned it remarked.
    #[serde(default)]
    pub remark: String,
}

pub(super) fn place(id: Uuid) -> String {
    format!("decision/{id}")
}

impl Body {
    /// Opens what a decision says.
    ///
    /// # Errors
    /// The bytes were altered.
    pub fn open(case: &Case, row: &Model) -> Result<Self> {
        case.key.open(&place(row.id), &row.body_sealed)
    }
}

/// Whether a kind of decision is possible where the file stands.
#[must_use]
pub fn kind_fits(case: &Case, kind: &str) -> bool {
    let admissible = case.row.admissible.as_deref();
    match kind {
        "inadmissible" => admissible == Some("no"),
        "refuse" => admissible == Some("yes") && case.grant.is_none(),
        "grant" | "grant-conditions" => {
            admissible == Some("yes") && (case.grant.is_none() || challenge::decides_again(case))
        }
        "suspend" => case.grant.as_ref().is_some_and(|grant| grant.state == "active"),
        "withdraw" => {
            case.grant.as_ref().is_some_and(|grant| matches!(grant.state.as_str(), "active" | "suspended"))
        }
        _ => false,
    }
}

/// Whether the permit that a decision would suspend or take back ended meanwhile by the calendar.
#[must_use]
pub fn is_overtaken(case: &Case, row: &Model) -> bool {
    is_about_grant(row) && !kind_fits(case, &row.kind)
}

/// The page on which a letter can be checked.
fn address(state: &State, case: &Case, code: &str) -> String {
    format!("{}/{}/permits/verify/{code}", state.config.http.base_url, case.row.lang)
}

/// The letter as it would stand if it were decided today. Its code is a stand-in.
///
/// # Errors
/// A part of it is missing.
pub fn preview(state: &State, case: &Case, kind: &str, given: &Drafted) -> Result<Letter> {
    letter::compose(state, case, kind, given, (case.today, &address(state, case, "…")))
}

/// Changes of a decision's row.
pub(super) type Changes = Vec<(decision::Column, sea_orm::sea_query::SimpleExpr)>;

/// Changes the open decision of a file, if it is still as it was read.
pub(super) async fn move_on(tx: &DatabaseTransaction, row: &Model, to: &str, changes: Changes) -> Result<()> {
    let mut update = Entity::update_many()
        .col_expr(decision::Column::Version, Expr::value(row.version + 1))
        .col_expr(decision::Column::State, Expr::value(to.to_owned()));
    for (column, value) in changes {
        update = update.col_expr(column, value);
    }
    let changed = update
        .filter(decision::Column::Id.eq(row.id))
        .filter(decision::Column::Version.eq(row.version))
        .filter(decision::Column::State.eq(row.state.clone()))
        .exec(tx)
        .await
        .map_err(refused)?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict("permit-changed-meanwhile")) }
}

/// A decision goes on only in a file that still waits for it: not in one that was withdrawn
/// meanwhile, nor while the applicant is being heard.
async fn under_way(state: &State, tx: &DatabaseTransaction, case: &Case) -> Result<()> {
    claim(tx, &case.row, &["drafting"], state.clock.now_ms(), Vec::new()).await
}

/// What the engine refuses, in the words of the rule.
fn refused(error: DbErr) -> Error {
    let text = error.to_string();
    if text.contains("permit_decision_unpaid") {
        Error::Conflict("permit-unpaid")
    } else if text.contains("permit_decision_unheard") {
        Error::Conflict("permit-unheard")
    } else if text.contains("permit_decision_unfounded") {
        Error::Conflict("permit-kind-does-not-fit")
    } else {
        error.into()
    }
}

pub(super) fn open<'c>(case: &'c Case, state: &str) -> Result<&'c Model> {
    case.open_decision().filter(|row| row.state == state).ok_or(Error::Conflict("permit-no-decision"))
}
