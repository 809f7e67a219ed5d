//! Mails about files: they say that there is something to read, never what.
//! They are written to the outbox in the transaction of what they tell, and
//! leave as .eml files that the mail server of the house takes up.

use std::io::Write;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::entity::mail;
use super::file::File;
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::private;

/// What only the outbox may know: sealed with the key of the house.
#[derive(Serialize, Deserialize)]
struct Envelope {
    to: String,
    path: String,
}

struct Letter<'a> {
    notification: &'a str,
    once: String,
    lang: &'a str,
    to: &'a str,
    path: String,
    values: serde_json::Value,
}

async fn write(state: &State, tx: &DatabaseTransaction, file: Uuid, letter: Letter<'_>) -> Result<()> {
    let id = Uuid::now_v7();
    let envelope = Envelope { to: letter.to.to_owned(), path: letter.path };
    let json = serde_json::to_vec(&envelope).map_err(|error| Error::Internal(error.into()))?;
    let row = mail::ActiveModel {
        id: Set(id),
        application_id: Set(Some(file)),
        notification: Set(letter.notification.to_owned()),
        once: Set(letter.once),
        lang: Set(letter.lang.to_owned()),
        recipient_sealed: Set(state.permits.keys.wrap(&format!("mail/{id}"), &json)?),
        values_json: Set(letter.values.to_string()),
        state: Set("waiting".to_owned()),
        attempts: Set(0),
        created_at_ms: Set(state.clock.now_ms()),
        ..Default::default()
    };
    row.insert(tx).await?;
    Ok(())
}

/// Tells the applicant that something happened. Without an address nothing is sent.
///
/// # Errors
/// The database does not answer.
pub async fn to_applicant(
    state: &State,
    tx: &DatabaseTransaction,
    file: &File,
    notification: &str,
    reference: &str,
    date: Option<jiff::civil::Date>,
) -> Result<()> {
    let Some(to) = file.answers.get("email").and_then(|mail| mail.as_str()) else { return Ok(()) };
    let letter = Letter {
        notification,
        once: format!("{notification}/{}", file.row.id),
        lang: &file.row.lang,
        to,
        path: format!("/{}/permits/apply/{}/", file.row.lang, file.row.id),
        values: json!({ "reference": reference, "date": date.map(|date| date.to_string()) }),
    };
    write(state, tx, file.row.id, letter).await
}

/// Tells the applicant of a step of the office. `once` keeps apart what may happen several
/// times. Without an address nothing is sent.
///
/// # Errors
/// The database does not answer.
pub async fn of_office(
    state: &State,
    tx: &DatabaseTransaction,
    row: &super::entity::application::Model,
    to: Option<&str>,
    (notification, once): (&str, &str),
    date: Option<&str>,
) -> Result<()> {
    let Some(to) = to else { return Ok(()) };
    let letter = Letter {
        notification,
        once: format!("{notification}/{}/{once}", row.id),
        lang: &row.lang,
        to,
        path: format!("/{}/permits/apply/{}/", row.lang, row.id),
        values: json!({ "reference": row.reference, "date": date }),
    };
    write(state, tx, row.id, letter).await
}

/// Tells an adviser that something is asked, or reminds them. `once` keeps reminders apart.
///
/// # Errors
/// The database does not answer.
pub async fn to_adviser(
    state: &State,
    tx: &DatabaseTransaction,
    row: &super::entity::application::Model,
    (to, id): (&crate::account::Account, Uuid),
    (notification, once): (&str, &str),
    date: Option<&str>,
) -> Result<()> {
    let lang = to.lang();
    let letter = Letter {
        notification,
        once: format!("{notification}/{id}/{once}"),
        lang: lang.code(),
        to: &to.email,
        path: format!("/office/advice/{id}"),
        values: json!({ "reference": row.reference, "date": date }),
    };
    write(state, tx, row.id, letter).await
}

/// Tells the holder of a permit that something is due. `once` keeps apart what may happen
/// several times. Without an address nothing is sent.
///
/// # Errors
/// The database does not answer.
pub async fn to_holder(
    state: &State,
    tx: &DatabaseTransaction,
    (row, permit): (&super::entity::application::Model, &super::entity::grant::Model),
    to: Option<&str>,
    (notification, once): (&str, &str),
    date: Option<&str>,
) -> Result<()> {
    let Some(to) = to else { return Ok(()) };
    let letter = Letter {
        notification,
        once: format!("{notification}/{}/{once}", permit.id),
        lang: &row.lang,
        to,
        path: format!("/{}/permits/apply/permit/{}", row.lang, permit.id),
        values: json!({ "reference": permit.number, "date": date }),
    };
    write(state, tx, row.id, letter).await
}

/// Invites a cohabitant.
pub(super) async fn invitation(
    state: &State,
    tx: &DatabaseTransaction,
    file: &File,
    (id, token): (Uuid, &str),
    to: &str,
    due: Option<jiff::civil::Date>,
) -> Result<()> {
    let letter = Letter {
        notification: "consent-invitation",
        once: format!("consent-invitation/{id}"),
        lang: &file.row.lang,
        to,
        path: format!("/{}/permits/apply/consent/{token}", file.row.lang),
        values: json!({ "date": due.map(|due| due.to_string()) }),
    };
    write(state, tx, file.row.id, letter).await
}

/// Reminds a cohabitant.
pub(super) async fn reminder(
    state: &State,
    tx: &DatabaseTransaction,
    file: &super::entity::application::Model,
    (id, count, token): (Uuid, i64, &str),
    to: &str,
    due: Option<jiff::civil::Date>,
) -> Result<()> {
    let letter = Letter {
        notification: "consent-reminder",
        once: format!("consent-reminder/{id}/{count}"),
        lang: &file.lang,
        to,
        path: format!("/{}/permits/apply/consent/{token}", file.lang),
        values: json!({ "date": due.map(|due| due.to_string()) }),
    };
    write(state, tx, file.id, letter).await
}

/// Writes what waits as .eml files; the answer is how many.
///
/// # Errors
/// The database or the folder cannot be written to.
pub async fn send_waiting(state: &State) -> Result<usize> {
    let folder = state.config.mail_dir();
    let rows = mail::Entity::find()
        .filter(mail::Column::State.eq("waiting"))
        .order_by_asc(mail::Column::CreatedAtMs)
        .limit(200)
        .all(&state.db)
        .await?;
    if rows.is_empty() {
        return Ok(0);
    }
    private::folder(&folder).map_err(|error| Error::Internal(error.into()))?;
    let count = rows.len();
    for row in rows {
        let text = compose(state, &row)?;
        // The name is that of the mail: written twice after a crash, it is one file.
        let path = folder.join(format!("{}.eml", row.id));
        let part = path.with_extension("part");
        // A folder that the settings name is shared with the mail server; ours is not.
        let ours = state.config.mail.outbox_dir.as_os_str().is_empty();
        let made = if ours { private::file(&part) } else { private::group_file(&part) };
        let mut file = made.map_err(|error| Error::Internal(error.into()))?;
        file.write_all(text.as_bytes())
            .and_then(|()| file.sync_all())
            .map_err(|e| Error::Internal(e.into()))?;
        std::fs::rename(&part, &path).map_err(|error| Error::Internal(error.into()))?;
        mail::Entity::update_many()
            .col_expr(mail::Column::State, Expr::value("sent".to_owned()))
            .col_expr(mail::Column::SentAtMs, Expr::value(Some(state.clock.now_ms())))
            .filter(mail::Column::Id.eq(row.id))
            .exec(&state.db)
            .await?;
    }
    Ok(count)
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
        let day = values.get("date").and_then(|v| v.as_str()).and_then(super::numbers::day);
        let day = day.map(|day| super::page::words::date(lang, day)).unwrap_or_default();
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
