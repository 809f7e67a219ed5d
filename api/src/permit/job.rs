//! What is done every minute: mails leave, files wait no longer for the scanner,
//! cohabitants are reminded, drafts that nobody returned to are erased. Each
//! step may run twice, or in two processes, and still does its work once.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use super::desk::task;
use super::entity::{application, consent, document};
use super::mail::Reader;
use super::vault::{self, Scan};
use super::{after, announce, file, mail, numbers, reminder};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::Result;

/// Most rows of one kind in one run; the rest has its turn a minute later.
const AT_ONCE: u64 = 50;

/// Runs everything; a step that fails does not stop the others.
pub async fn run(state: &State) {
    let steps = [
        ("mails", mail::send_waiting(state).await),
        ("scans", scans(state).await),
        ("reminders", reminders(state).await),
        ("fees", announce::fees(state).await),
        ("silence", announce::silence(state).await),
        ("drafts", after::drafts(state).await),
        ("permits", after::lapses(state).await),
        ("letters", super::desk::print::run(state).await),
        ("extensions", super::desk::print::run_extensions(state).await),
        ("opinions", super::desk::advice::remind(state).await),
        ("receipts", super::desk::issue::ask_for_proof(state).await),
        ("bounces", super::bounce::run(state).await),
        ("holders", after::remind(state).await),
        ("controls", after::control::run(state).await),
        ("mandates", super::mandate::remind(state).await),
        ("ended mandates", super::mandate::erase(state).await),
        ("erasure", super::erase::run(state).await),
        ("typed", file::sweep_typed(state).await),
        ("leftovers", vault::run_leftovers(state).await),
        ("statistics", super::statistics::recount(state).await.map(|()| 0)),
    ];
    for (step, outcome) in steps {
        if let Err(error) = outcome {
            tracing::error!(step, %error, "a periodic step of the permits failed");
        }
    }
}

/// Asks the scanner again about what it has not looked at.
///
/// # Errors
/// The database or the vault does not answer.
pub async fn scans(state: &State) -> Result<usize> {
    let rows = document::Entity::find()
        .filter(document::Column::Scan.eq("pending"))
        .order_by_asc(document::Column::CreatedAtMs)
        .limit(AT_ONCE)
        .all(&state.db)
        .await?;
    if rows.is_empty() || !state.permits.scanner.is_there().await {
        return Ok(0);
    }
    let mut looked = 0;
    for row in rows {
        let about = format!("document/{}", row.id);
        let Some(scan) = vault::look_again(state, &about, &row.file_key_wrapped, &row.vault_key).await?
        else {
            continue;
        };
        if scan == Scan::Infected {
            infected(state, &row).await?;
        } else {
            document::Entity::update_many()
                .col_expr(document::Column::Scan, Expr::value(scan.as_str().to_owned()))
                .filter(document::Column::Id.eq(row.id))
                .exec(&state.db)
                .await?;
        }
        looked += 1;
    }
    Ok(looked)
}

/// A paper goes that was found harmful. Whoever read its file before is told that it has changed;
/// of one that was sent the office has to know, and the applicant, who has left it by then.
async fn infected(state: &State, paper: &document::Model) -> Result<()> {
    use application::{Column, Entity};
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    // The file before its papers, as every step that changes them.
    Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version).add(1_i64))
        .filter(Column::Id.eq(paper.application_id))
        .exec(&tx)
        .await?;
    let found = document::Entity::update_many()
        .col_expr(document::Column::Scan, Expr::value(Scan::Infected.as_str().to_owned()))
        .filter(document::Column::Id.eq(paper.id))
        .filter(document::Column::Scan.eq("pending"))
        .exec(&tx)
        .await?;
    if found.rows_affected == 0 {
        // Another process has looked, or the paper is gone.
        return Ok(());
    }
    let file = Entity::find_by_id(paper.application_id).one(&tx).await?;
    if let Some(file) = file.filter(|file| file.state != "draft") {
        let subject = format!("permit/{}", file.id);
        let detail = json!({ "document": paper.id });
        let act = Act { actor: "system", action: "permit.paper-infected", subject, detail };
        audit::record(&tx, now_ms, act).await?;
        let once = task::of_paper(paper.id);
        task::raise(state, &tx, ("paper-infected", &once), Some(file.id), None).await?;
        if paper.uploaded_by == "applicant" {
            let to = after::address(state, &tx, &file).await?;
            let once = paper.id.to_string();
            let reader = Reader::applicant(&file, to.as_deref());
            mail::tell(state, &tx, &reader, ("paper-infected", &once), None).await?;
        }
    }
    tx.commit().await?;
    vault::discard(state, &paper.vault_key).await
}

/// Reminds adults at the address who have not answered, while the office still has to decide.
async fn reminders(state: &State) -> Result<usize> {
    let now_ms = state.clock.now_ms();
    let today = numbers::today(now_ms);
    let Some(rule) = state.law.on(today).deadline("consent-invitation") else {
        return Ok(0);
    };
    let mut sent = 0;
    for step in reminder::steps(&rule.reminders) {
        let rows = consent::Entity::find()
            .filter(file::needs_consent())
            .filter(consent::Column::State.eq("waiting"))
            .filter(consent::Column::Route.eq("online"))
            .filter(consent::Column::Reminders.lt(step.number))
            .filter(step.of_moment(consent::Column::InvitedAtMs, now_ms))
            .filter(consent::Column::DueOn.gte(today.to_string()))
            .limit(AT_ONCE)
            .all(&state.db)
            .await?;
        for row in rows {
            file::remind(state, &row, step.number).await?;
            sent += 1;
        }
    }
    Ok(sent)
}
