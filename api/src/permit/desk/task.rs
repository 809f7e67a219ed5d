//! What somebody at the office still has to do outside the portal: a report in another
//! system, a letter to post, a mail that came back. Each is raised once.

use jiff::civil::Date;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;

use crate::account::{Person, Role};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::{application, task};

/// Kinds of tasks; the words are `office-permit-task-<kind>`.
pub const KINDS: [&str; 13] = [
    "imi-report",
    "register-report",
    "decision-copy",
    "condition-follow-up",
    "advice-late",
    "mail-bounced",
    "letter-failed",
    "letter-returned",
    "permit-return",
    "control-unanswered",
    "control-not-in-order",
    "permit-lapsed",
    "permit-expired",
];

/// Tasks on a page.
const PER_PAGE: u64 = 200;

/// Raises a task, unless it was raised before.
///
/// # Errors
/// The database does not answer.
pub async fn raise(
    state: &State,
    tx: &DatabaseTransaction,
    (kind, once): (&str, &str),
    application_id: Option<Uuid>,
    due: Option<Date>,
) -> Result<()> {
    let row = task::ActiveModel {
        id: Set(Uuid::now_v7()),
        application_id: Set(application_id),
        kind: Set(kind.to_owned()),
        once: Set(once.to_owned()),
        state: Set("open".to_owned()),
        due_on: Set(due.map(|day| day.to_string())),
        detail_json: Set("{}".to_owned()),
        created_at_ms: Set(state.clock.now_ms()),
        done_at_ms: Set(None),
        done_by: Set(None),
    };
    let once = OnConflict::column(task::Column::Once).do_nothing().to_owned();
    task::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}

/// A task with the number of its file.
pub struct Open {
    /// The row.
    pub row: task::Model,
    /// Number of the file.
    pub reference: Option<String>,
}

/// Tasks that are open, or that were done, the most urgent first.
///
/// # Errors
/// The database does not answer.
pub async fn list(state: &State, done: bool) -> Result<Vec<Open>> {
    let find = task::Entity::find().filter(task::Column::State.eq(if done { "done" } else { "open" }));
    let find = if done {
        find.order_by_desc(task::Column::DoneAtMs)
    } else {
        // Both engines agree on what is there; tasks without a day stand behind.
        find.order_by_desc(task::Column::DueOn.is_not_null())
            .order_by_asc(task::Column::DueOn)
            .order_by_asc(task::Column::CreatedAtMs)
    };
    let rows = find.limit(PER_PAGE).all(&state.db).await?;
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.application_id).collect();
    let files = application::Entity::find().filter(application::Column::Id.is_in(ids)).all(&state.db).await?;
    let reference = |id: Option<Uuid>| {
        files.iter().find(|file| Some(file.id) == id).and_then(|file| file.reference.clone())
    };
    Ok(rows.into_iter().map(|row| Open { reference: reference(row.application_id), row }).collect())
}

/// The open tasks of a file.
///
/// # Errors
/// The database does not answer.
pub async fn of_file(state: &State, id: Uuid) -> Result<Vec<task::Model>> {
    let find = task::Entity::find()
        .filter(task::Column::ApplicationId.eq(id))
        .filter(task::Column::State.eq("open"))
        .order_by_asc(task::Column::CreatedAtMs);
    Ok(find.limit(PER_PAGE).all(&state.db).await?)
}

/// Says that a task was done.
///
/// # Errors
/// Another role, or it is not open.
pub async fn done(state: &State, person: &Person, id: Uuid) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let row = task::Entity::find_by_id(id).one(&state.db).await?.ok_or(Error::NotFound)?;
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let changed = task::Entity::update_many()
        .col_expr(task::Column::State, Expr::value("done".to_owned()))
        .col_expr(task::Column::DoneAtMs, Expr::value(Some(now_ms)))
        .col_expr(task::Column::DoneBy, Expr::value(Some(person.id)))
        .filter(task::Column::Id.eq(id))
        .filter(task::Column::State.eq("open"))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-changed-meanwhile"));
    }
    let subject = match row.application_id {
        Some(file) => format!("permit/{file}"),
        None => format!("permit-task/{id}"),
    };
    let detail = json!({ "task": id, "kind": row.kind });
    audit::record(&tx, now_ms, Act { actor: &person.email, action: "permit.task-done", subject, detail })
        .await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(())
}
