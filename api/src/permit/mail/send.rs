//! What waits in the outbox leaves as .eml files.

use std::io::Write;
use std::path::Path;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{QueryFilter, QueryOrder, QuerySelect};

use super::Envelope;
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::entity::mail;
use crate::permit::vault;
use crate::private;

/// Writes what waits as .eml files; the answer is how many. One that cannot be composed keeps
/// none of the others: it waits behind them.
///
/// # Errors
/// The database or the folder cannot be written to.
pub async fn send_waiting(state: &State) -> Result<usize> {
    let folder = state.config.mail_dir();
    let rows = mail::Entity::find()
        .filter(mail::Column::State.eq("waiting"))
        .order_by_asc(mail::Column::Attempts)
        .order_by_asc(mail::Column::CreatedAtMs)
        .limit(200)
        .all(&state.db)
        .await?;
    if rows.is_empty() {
        return Ok(0);
    }
    private::folder(&folder).map_err(|error| Error::Internal(error.into()))?;
    let mut count = 0;
    for row in rows {
        match compose(state, &row) {
            Ok(text) => count += usize::from(send(state, &folder, &row, text).await?),
            Err(error) => put_off(state, &row, &error).await?,
        }
    }
    Ok(count)
}

/// Sends one mail, unless another process does: its row is held until its file is there.
async fn send(state: &State, folder: &Path, row: &mail::Model, text: String) -> Result<bool> {
    let tx = db::begin(&state.db).await?;
    let claimed = mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value("sent".to_owned()))
        .col_expr(mail::Column::SentAtMs, Expr::value(Some(state.clock.now_ms())))
        .filter(mail::Column::Id.eq(row.id))
        .filter(mail::Column::State.eq("waiting"))
        .exec(&tx)
        .await?;
    if claimed.rows_affected == 0 {
        return Ok(false);
    }
    // The name is that of the mail: written twice after a crash, it is one file.
    let path = folder.join(format!("{}.eml", row.id));
    // A folder that the settings name is shared with the mail server; ours is not.
    let ours = state.config.mail.outbox_dir.as_os_str().is_empty();
    vault::waiting(move || write(&path, ours, &text)).await.map_err(Error::Internal)?;
    tx.commit().await?;
    Ok(true)
}

fn write(path: &Path, ours: bool, text: &str) -> anyhow::Result<()> {
    let part = path.with_extension("part");
    let mut file = if ours { private::file(&part)? } else { private::group_file(&part)? };
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(std::fs::rename(part, path)?)
}

/// Puts a mail behind all that can be composed; that it cannot be is told once.
async fn put_off(state: &State, row: &mail::Model, error: &Error) -> Result<()> {
    if row.attempts == 0 {
        tracing::error!(mail = %row.id, notification = row.notification, %error, "a mail cannot be composed");
    }
    mail::Entity::update_many()
        .col_expr(mail::Column::Attempts, Expr::col(mail::Column::Attempts).add(1_i64))
        .filter(mail::Column::Id.eq(row.id))
        .exec(&state.db)
        .await?;
    Ok(())
}

/// A mail as it travels (RFC 5322, plain text in base64).
fn compose(state: &State, row: &mail::Model) -> Result<String> {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    let law = &state.law;
    let lang = Lang::parse(&row.lang).unwrap_or(Lang::FR);
    let json = state.permits.keys.unwrap(&format!("mail/{}", row.id), &row.recipient_sealed)?;
    let envelope: Envelope = serde_json::from_slice(&json).map_err(|error| Error::Internal(error.into()))?;
    let template = law.mail(&row.notification).ok_or(Error::NotFound)?;
    let values: serde_json::Value = serde_json::from_str(&row.values_json).unwrap_or_default();
    let fill = |text: &str| {
        let reference = values.get("reference").and_then(|v| v.as_str()).unwrap_or_default();
        let day = values.get("date").and_then(|v| v.as_str()).and_then(crate::permit::numbers::day);
        let day = day.map(|day| crate::permit::words::date(lang, day)).unwrap_or_default();
        text.replace("{reference}", reference).replace("{date}", &day)
    };
    let frame = &law.frame;
    let link = format!("{}{}", state.config.http.base_url, envelope.path);
    let body = [
        frame.opening.get(lang),
        &fill(template.body.get(lang)),
        &format!("{}\n{link}", frame.before_link.get(lang)),
        frame.closing.get(lang),
        &format!("{}\n{}", frame.caution.get(lang), frame.no_reply.get(lang)),
    ]
    .join("\n\n");
    let body = STANDARD.encode(body.replace('\n', "\r\n"));
    let lines: Vec<_> = body.as_bytes().chunks(76).map(String::from_utf8_lossy).collect();
    let date = crate::clock::utc(row.created_at_ms)
        .format(&time::format_description::well_known::Rfc2822)
        .unwrap_or_default();
    let to: String = envelope.to.chars().filter(|c| !c.is_control()).collect();
    Ok(format!(
        "From: {}\r\nTo: {to}\r\nDate: {date}\r\nMessage-ID: <{}@safe.brussels>\r\n\
         Subject: =?UTF-8?B?{}?=\r\nMIME-Version: 1.0\r\nContent-Language: {lang}\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\
         Auto-Submitted: auto-generated\r\n\r\n{}\r\n",
        state.config.mail.from,
        row.id,
        STANDARD.encode(fill(template.subject.get(lang))),
        lines.join("\r\n"),
    ))
}
