//! Mails that came back. The mail server of the house puts returned mails as `.eml` files into
//! the folder `returned` beside the outbox; whatever its form, a return quotes the
//! `Message-ID` of what was sent (RFC 3464, section 2). It becomes a task: somebody has to
//! reach the person another way.

use std::io::Read;
use std::path::PathBuf;

use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::desk::task;
use super::entity::mail;
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};

/// What is read of a returned mail, in bytes; the quoted head stands far before.
const MOST_BYTES: u64 = 256 * 1024;
/// Returned mails of one run.
const AT_ONCE: usize = 100;
/// End of our message ids.
const HOST: &str = "@safe.brussels>";
/// Characters of a UUID as it is written.
const UUID_LENGTH: usize = 36;

/// Ids of our mails that a text quotes.
fn quoted(text: &str) -> Vec<Uuid> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(HOST) {
        let before = at.checked_sub(UUID_LENGTH).and_then(|start| text.get(start..at));
        if let Some(id) = before.and_then(|before| before.parse().ok())
            && !found.contains(&id)
        {
            found.push(id);
        }
    }
    found
}

fn waiting(folder: PathBuf) -> std::io::Result<Vec<(PathBuf, Vec<Uuid>)>> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other?,
    };
    let mut mails = Vec::new();
    for entry in entries.take(AT_ONCE) {
        let path = entry?.path();
        if path.extension().is_none_or(|ending| ending != "eml") {
            continue;
        }
        let mut text = Vec::new();
        std::fs::File::open(&path)?.take(MOST_BYTES).read_to_end(&mut text)?;
        mails.push((path, quoted(&String::from_utf8_lossy(&text))));
    }
    Ok(mails)
}

/// Takes up what came back: the answer is how many of our mails did.
///
/// # Errors
/// The folder or the database does not answer.
pub async fn run(state: &State) -> Result<usize> {
    let folder = state.config.mail_dir().join("returned");
    let internal = |error: std::io::Error| Error::Internal(error.into());
    let read = tokio::task::spawn_blocking(move || waiting(folder)).await;
    let mails = read.map_err(|error| Error::Internal(error.into()))?.map_err(internal)?;
    let mut count = 0;
    for (path, ids) in mails {
        for id in ids {
            count += usize::from(take(state, id).await?);
        }
        // What names none of our mails is nothing of ours: it goes, too, so that the folder
        // never fills up.
        std::fs::remove_file(&path).map_err(internal)?;
    }
    Ok(count)
}

async fn take(state: &State, id: Uuid) -> Result<bool> {
    let Some(row) = mail::Entity::find_by_id(id).one(&state.db).await? else { return Ok(false) };
    let tx = db::begin(&state.db).await?;
    let changed = mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value("bounced".to_owned()))
        .filter(mail::Column::Id.eq(id))
        .filter(mail::Column::State.eq("sent"))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Ok(false);
    }
    task::raise(state, &tx, ("mail-bounced", &format!("mail-bounced/{id}")), row.application_id, None)
        .await?;
    let subject = match row.application_id {
        Some(file) => format!("permit/{file}"),
        None => format!("mail/{id}"),
    };
    let detail = json!({ "notification": row.notification });
    let act = Act { actor: "system", action: "permit.mail-bounced", subject, detail };
    audit::record(&tx, state.clock.now_ms(), act).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_returned_mail_names_ours() {
        let id = Uuid::now_v7();
        let text = format!(
            "Final-Recipient: rfc822; x@y\r\n\r\nMessage-ID: <{id}@safe.brussels>\r\n<{id}@safe.brussels>"
        );
        assert_eq!(quoted(&text), [id]);
        assert!(quoted("Message-ID: <abc@safe.brussels> x@safe.brussels> <@safe.brussels>").is_empty());
    }
}
