//! The office's side of a file: queues, examination, notices, the decision by three
//! persons, payments.
//!
//! Each step is one transaction with its line in the ledger of the file and its row in the
//! audit chain. Who looks at a file is recorded before the file is shown. What the tables
//! themselves refuse (a grant unpaid, a refusal unheard, one person in two parts of a
//! decision) is refused here with words, and by the engine in any case.
//!
//! - `rows`: what only the office reads of `content/permits`;
//! - `case`, `queue`, `limit`, `told`, `held`: a file, lists of files, its time, its answers and
//!   the weapons of its permit in words;
//! - `steps`, `answered`: the examination, and what the applicant answers; `named`: what the
//!   papers of an answer are;
//! - `consent`: a cohabitant takes their consent back;
//! - `advice`: opinions of police, prosecutor and mayor;
//! - `decision`, `letter`, `print`, `issue`: from the draft to the letter and its delivery;
//! - `record`: declarations and answers to a control, which end without a decision;
//! - `after`: suspension and withdrawal; `appeal`: until when a decision can be challenged;
//!   `challenge`, `appealed`: appeals as the office records them, and as the ledger has them;
//! - `task`: what is left to do elsewhere;
//! - `bank`, `transfer`, `fees`: payments, those that no file was found for, and what a file owes.

pub mod advice;
pub mod after;
mod answered;
pub mod appeal;
mod appealed;
mod bank;
mod case;
pub mod challenge;
pub mod consent;
mod decision;
pub mod fees;
mod held;
pub mod issue;
pub mod letter;
mod limit;
pub mod named;
mod noted;
pub mod print;
mod queue;
pub mod record;
pub mod rows;
mod steps;
pub mod task;
pub mod told;
pub mod transfer;

pub use answered::answered;
pub use bank::{Taken, take as take_statement};
pub use case::{Case, Paper, read_paper};
pub use decision::{
    Body, Condition, Drafted, KINDS, cancel, check, decide, draft, hold, is_overtaken, kind_fits, preview,
};
pub use held::{Held, Reader as HeldReader, held};
pub use issue::issue;
pub use limit::{due, is_decided, of_ledger, standing, waiting};
pub use noted::Noted;
pub use queue::{Entry, Place, Queue, overdue, page as queue_page};
pub use rows::Rows;
pub use steps::{admissible, assign, can_close, can_extend, close_notice, extend, items, notice};

use jiff::civil::Date;
use sea_orm::DatabaseTransaction;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryFilter, Set};
use serde_json::{Value, json};

use super::entity::{application, event};
use super::numbers;
use crate::account::{Person, Role};
use crate::app::State;
use crate::audit::{self, Act};
use crate::error::{Error, Result};

/// Roles that see files.
pub const READERS: [Role; 3] = [Role::WeaponsClerk, Role::Legal, Role::HighOfficial];

/// States in which the office still has to decide.
const OPEN: [&str; 6] = ["submitted", "completeness", "missing-items", "advice", "notice", "drafting"];

/// A change of a file's row by the office: nobody else may have changed it meanwhile.
async fn claim(
    tx: &DatabaseTransaction,
    row: &application::Model,
    states: &[&str],
    now_ms: i64,
    changes: Vec<(application::Column, sea_orm::sea_query::SimpleExpr)>,
) -> Result<()> {
    let mut update = application::Entity::update_many()
        .col_expr(application::Column::Version, Expr::value(row.version + 1))
        .col_expr(application::Column::UpdatedAtMs, Expr::value(now_ms));
    for (column, value) in changes {
        update = update.col_expr(column, value);
    }
    let changed = update
        .filter(application::Column::Id.eq(row.id))
        .filter(application::Column::Version.eq(row.version))
        .filter(application::Column::State.is_in(states.iter().copied()))
        .exec(tx)
        .await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict("permit-changed-meanwhile")) }
}

/// What stands in the ledger about a step.
struct Line<'l> {
    kind: &'l str,
    until_day: Option<String>,
    deadline: (&'l str, String),
    length: Option<(i64, String)>,
    detail_sealed: Option<Vec<u8>>,
    result: Option<&'l str>,
}

impl<'l> Line<'l> {
    fn of(kind: &'l str) -> Self {
        Self {
            kind,
            until_day: None,
            deadline: ("", String::new()),
            length: None,
            detail_sealed: None,
            result: None,
        }
    }
}

/// Writes the ledger of the file and the audit chain.
async fn write_down(
    state: &State,
    tx: &DatabaseTransaction,
    case: &Case,
    person: &Person,
    line: Line<'_>,
    detail: Value,
) -> Result<()> {
    let now_ms = state.clock.now_ms();
    let action = action_of(line.kind);
    let row = event::ActiveModel {
        id: Set(Uuid::now_v7()),
        application_id: Set(case.row.id),
        kind: Set(line.kind.to_owned()),
        on_day: Set(case.today.to_string()),
        until_day: Set(line.until_day),
        deadline: Set(line.deadline.0.to_owned()),
        row_from: Set(line.deadline.1),
        amount: Set(line.length.as_ref().map(|(amount, _)| *amount)),
        unit: Set(line.length.map(|(_, unit)| unit)),
        actor: Set(person.email.clone()),
        detail_sealed: Set(line.detail_sealed),
        at_ms: Set(now_ms),
        result: Set(line.result.map(str::to_owned)),
    };
    row.insert(tx).await?;
    let subject = format!("permit/{}", case.row.id);
    audit::record(tx, now_ms, Act { actor: &person.email, action, subject, detail }).await?;
    state.metrics.audits.inc();
    Ok(())
}

/// The act of the audit chain that belongs to a line of the ledger.
fn action_of(kind: &str) -> &'static str {
    match kind {
        "assigned" => "permit.assign",
        "items-asked" => "permit.items",
        "notice-sent" => "permit.notice",
        "notice-closed" => "permit.notice-closed",
        "examined" => "permit.examined",
        "extended" => "permit.extend",
        "decision-drafted" => "permit.decision-draft",
        "decision-checked" => "permit.decision-check",
        "decision-returned" => "permit.decision-return",
        "decided" => "permit.decide",
        "issued" => "permit.issue",
        "decision-held" => "permit.decision-hold",
        "decision-released" => "permit.decision-release",
        "decision-cancelled" => "permit.decision-cancel",
        "delivered" => "permit.deliver",
        "delivery-recorded" => "permit.delivered",
        "delivery-corrected" => "permit.delivery-correct",
        "advice-asked" => "permit.advice-ask",
        "advice-received" => "permit.advice",
        "examination-opened" => "permit.examine",
        "examination-closed" => "permit.examine-close",
        "suspension-lifted" => "permit.suspension-lift",
        "appeal-lodged" => "permit.appeal",
        "appeal-decided" => "permit.appeal-decided",
        "legal-hold-set" => "permit.legal-hold",
        "legal-hold-lifted" => "permit.legal-release",
        "part-returned" => "permit.part-back",
        "acquisition-recorded" => "permit.acquisition",
        "payment-assigned" => "permit.payment-assign",
        "payment-returned" => "permit.payment-return",
        "paper-named" => "permit.paper-name",
        "consent-withdrawn" => "permit.consent-withdrawn",
        "fee-fixed" => "permit.fee-fix",
        "fee-waived" => "permit.fee-waive",
        "recorded" => "permit.record",
        "control-in-order" | "control-not-in-order" => "permit.control-judged",
        _ => "permit.step",
    }
}

/// A text that somebody of the office has to write.
pub(crate) fn text_of(field: &'static str, text: &str, most: usize) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::invalid(field, "required"));
    }
    let length = text.chars().count();
    if length > most {
        let fault = crate::error::Fault::new(field, "too-long").arg("length", length).arg("most", most);
        return Err(Error::Invalid(vec![fault]));
    }
    Ok(text.to_owned())
}

/// A day that somebody of the office has to give, and that fits: none at all is another fault than
/// one that cannot be.
fn day_of(field: &'static str, text: &str, fits: impl FnOnce(&Date) -> bool) -> Result<Date> {
    let text = text.trim();
    let fault = if text.is_empty() { "required" } else { "permit-day" };
    numbers::day(text).filter(fits).ok_or_else(|| Error::invalid(field, fault))
}

/// Nothing more to tell the audit chain than that it happened.
fn nothing() -> Value {
    json!({})
}
