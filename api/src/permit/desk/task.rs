//! What somebody at the office still has to do about a file, here or elsewhere: a report in
//! another system, a letter to post, a mail that came back. Each is raised once.

use std::collections::HashMap;

use jiff::civil::Date;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, IntoCondition, OnConflict};
use sea_orm::{Condition, DatabaseTransaction, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;

use crate::account::{Person, Role};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::{application, document, grant, task};

/// Kinds of tasks; the words are `office-permit-task-<kind>`.
pub const KINDS: [&str; 19] = [
    "imi-report",
    "imi-correction",
    "register-report",
    "decision-copy",
    "condition-follow-up",
    "advice-late",
    "mail-bounced",
    "letter-failed",
    "letter-returned",
    "paper-infected",
    "receipt-unproven",
    "fee-overpaid",
    "permit-return",
    "control-unanswered",
    "control-not-in-order",
    "permit-lapsed",
    "weapon-lapsed",
    "permit-expired",
    "part-to-send",
];

/// Tasks on a page.
const PER_PAGE: u64 = 100;
/// Most tasks of one file.
const MOST_OF_FILE: u64 = 200;

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
    /// What the paper is that it is about, where it is about one.
    pub document: Option<String>,
}

/// Key of the task about a paper that was found harmful.
#[must_use]
pub fn of_paper(paper: Uuid) -> String {
    format!("paper-infected/{paper}")
}

/// Key of the task to send the papers of a weapon to its holder, once for each window.
#[must_use]
pub fn of_parts(permit: &grant::Model, slot: &str, until: &str) -> String {
    format!("part-to-send/{}/{slot}/{until}", permit.id)
}

/// Slots of the weapons of a permit whose papers still have to be sent to its holder.
///
/// # Errors
/// The database does not answer.
pub async fn parts_to_send(state: &State, permit: &grant::Model) -> Result<Vec<String>> {
    let begins = format!("part-to-send/{}/", permit.id);
    let find = task::Entity::find()
        .filter(task::Column::ApplicationId.eq(permit.application_id))
        .filter(task::Column::Kind.eq("part-to-send"))
        .filter(task::Column::State.eq("open"));
    let rows = find.limit(MOST_OF_FILE).all(&state.db).await?;
    let slot = |row: task::Model| Some(row.once.strip_prefix(&begins)?.rsplit_once('/')?.0.to_owned());
    Ok(rows.into_iter().filter_map(slot).collect())
}

/// The paper that a task is about.
#[must_use]
pub fn paper_of(row: &task::Model) -> Option<Uuid> {
    row.once.strip_prefix("paper-infected/")?.parse().ok()
}

/// Where a page of the list begins: the key of the row before, its day or moment, and its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    key: String,
    id: Uuid,
}

impl Place {
    /// Reads `2026-12-24.<id>`, or `1700000000000.<id>` in the list of what was done.
    ///
    /// # Errors
    /// It is no place.
    pub fn parse(text: &str) -> Result<Self> {
        let read = || {
            let (key, id) = text.split_once('.')?;
            let plain = key.len() <= 20 && key.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
            plain.then_some(Self { key: key.to_owned(), id: id.parse().ok()? })
        };
        read().ok_or_else(|| Error::invalid("after", "value-unknown"))
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.key, self.id)
    }
}

/// The order of what is open: the day until which it waits, an absent one behind all others.
#[derive(DeriveIden)]
enum Order {
    DueKey,
}

/// What stands for an absent day in that order.
const NO_DAY: &str = "9999";

/// A page of the tasks that are open, the most urgent first, or of those that were done, the
/// last first; and where the next page begins.
///
/// # Errors
/// The database does not answer, or the place is of the other list.
pub async fn list(state: &State, done: bool, after: Option<&Place>) -> Result<(Vec<Open>, Option<Place>)> {
    use task::Column;
    let tuple = |first: Expr| Expr::tuple([first, Expr::col(Column::Id)]);
    let find = task::Entity::find().filter(Column::State.eq(if done { "done" } else { "open" }));
    let mut find = if done {
        find.order_by_desc(Column::DoneAtMs).order_by_desc(Column::Id)
    } else {
        find.order_by_asc(Expr::col(Order::DueKey)).order_by_asc(Column::Id)
    };
    if let Some(after) = after {
        let wrong = |_| Error::invalid("after", "value-unknown");
        find = find.filter(if done {
            let at_ms: i64 = after.key.parse().map_err(wrong)?;
            tuple(Expr::col(Column::DoneAtMs)).lt(Expr::tuple([at_ms.into(), after.id.into()]))
        } else {
            tuple(Expr::col(Order::DueKey)).gt(Expr::tuple([after.key.as_str().into(), after.id.into()]))
        });
    }
    let mut rows = find.limit(PER_PAGE + 1).all(&state.db).await?;
    let more = rows.len() > PER_PAGE as usize;
    rows.truncate(PER_PAGE as usize);
    let key = |row: &task::Model| match row.done_at_ms.filter(|_| done) {
        Some(at_ms) => at_ms.to_string(),
        None => row.due_on.clone().unwrap_or_else(|| NO_DAY.to_owned()),
    };
    let next = rows.last().filter(|_| more).map(|row| Place { key: key(row), id: row.id });
    let ids = rows.iter().filter_map(|row| row.application_id);
    let files: HashMap<Uuid, Option<String>> = application::Entity::find()
        .select_only()
        .columns([application::Column::Id, application::Column::Reference])
        .filter(application::Column::Id.is_in(ids))
        .into_tuple()
        .all(&state.db)
        .await?
        .into_iter()
        .collect();
    let papers: HashMap<Uuid, String> = document::Entity::find()
        .select_only()
        .columns([document::Column::Id, document::Column::Document])
        .filter(document::Column::Id.is_in(rows.iter().filter_map(paper_of)))
        .into_tuple()
        .all(&state.db)
        .await?
        .into_iter()
        .collect();
    let open = |row: task::Model| Open {
        reference: row.application_id.and_then(|id| files.get(&id).cloned().flatten()),
        document: paper_of(&row).and_then(|id| papers.get(&id).cloned()),
        row,
    };
    Ok((rows.into_iter().map(open).collect(), next))
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
    Ok(find.limit(MOST_OF_FILE).all(&state.db).await?)
}

/// Tasks that a step has done by itself, those of them that are open.
async fn settle_where(
    tx: &DatabaseTransaction,
    person: &Person,
    which: Condition,
    now_ms: i64,
) -> Result<()> {
    task::Entity::update_many()
        .col_expr(task::Column::State, Expr::value("done".to_owned()))
        .col_expr(task::Column::DoneAtMs, Expr::value(Some(now_ms)))
        .col_expr(task::Column::DoneBy, Expr::value(Some(person.id)))
        .filter(which)
        .filter(task::Column::State.eq("open"))
        .exec(tx)
        .await?;
    Ok(())
}

/// A task that a step has done by itself; nothing when it is not open.
///
/// # Errors
/// The database does not answer.
pub(super) async fn settle(tx: &DatabaseTransaction, person: &Person, once: &str, now_ms: i64) -> Result<()> {
    settle_where(tx, person, task::Column::Once.eq(once).into_condition(), now_ms).await
}

/// The same for every task whose key begins so.
///
/// # Errors
/// The database does not answer.
pub(super) async fn settle_all(
    tx: &DatabaseTransaction,
    person: &Person,
    beginning: &str,
    now_ms: i64,
) -> Result<()> {
    settle_where(tx, person, task::Column::Once.starts_with(beginning).into_condition(), now_ms).await
}

/// The same for every task of these kinds in a file.
///
/// # Errors
/// The database does not answer.
pub(super) async fn settle_kinds(
    tx: &DatabaseTransaction,
    person: &Person,
    (file, kinds): (Uuid, &[&str]),
    now_ms: i64,
) -> Result<()> {
    let of_file = task::Column::ApplicationId.eq(file).into_condition();
    settle_where(tx, person, of_file.add(task::Column::Kind.is_in(kinds.iter().copied())), now_ms).await
}

/// Whether a task was ever raised.
///
/// # Errors
/// The database does not answer.
pub(super) async fn was_raised(tx: &DatabaseTransaction, once: &str) -> Result<bool> {
    let found = task::Entity::find().filter(task::Column::Once.eq(once)).one(tx).await?;
    Ok(found.is_some())
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
