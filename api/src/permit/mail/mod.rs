//! Mails to people about their files: written in the transaction of what they tell, and
//! leaving as .eml files that the mail server of the house takes up (`send`).

mod send;

pub use send::send_waiting;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, Set};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::entity::{applicant, application, grant, mail};
use crate::account::Account;
use crate::app::State;
use crate::error::{Error, Result};

/// What only the outbox may know: sealed with the key of the house.
#[derive(Serialize, Deserialize)]
struct Envelope {
    to: String,
    path: String,
}

/// Who is told, in which language, and where the link leads.
pub struct Reader<'a> {
    /// File that the mail belongs to: it goes when the file is erased.
    file: Option<Uuid>,
    /// What the mail is about; with the notification it makes the mail once.
    about: Uuid,
    lang: &'a str,
    /// Address; without one nothing is sent.
    to: Option<&'a str>,
    path: String,
    reference: Option<&'a str>,
}

impl<'a> Reader<'a> {
    /// The person who applies; the link leads to the file.
    #[must_use]
    pub fn applicant(row: &'a application::Model, to: Option<&'a str>) -> Self {
        Self {
            file: Some(row.id),
            about: row.id,
            lang: &row.lang,
            to,
            path: format!("/{}/permits/apply/{}/", row.lang, row.id),
            reference: row.reference.as_deref(),
        }
    }

    /// The same, at a moment when the number of the file is new.
    #[must_use]
    pub fn with_number(mut self, reference: &'a str) -> Self {
        self.reference = Some(reference);
        self
    }

    /// An adviser; the link leads to the question.
    #[must_use]
    pub fn adviser(row: &'a application::Model, account: &'a Account, question: Uuid) -> Self {
        Self {
            file: Some(row.id),
            about: question,
            lang: account.lang().code(),
            to: Some(&account.email),
            path: format!("/office/advice/{question}"),
            reference: row.reference.as_deref(),
        }
    }

    /// The holder of a permit; the link leads to the permit.
    #[must_use]
    pub fn holder(row: &'a application::Model, permit: &'a grant::Model, to: Option<&'a str>) -> Self {
        Self {
            file: Some(row.id),
            about: permit.id,
            lang: &row.lang,
            to,
            path: format!("/{}/permits/apply/permit/{}", row.lang, permit.id),
            reference: Some(&permit.number),
        }
    }

    /// An adult at the address; the link is the invitation, and nothing names the file.
    #[must_use]
    pub fn cohabitant(row: &'a application::Model, consent: Uuid, token: &str, to: &'a str) -> Self {
        Self {
            file: Some(row.id),
            about: consent,
            lang: &row.lang,
            to: Some(to),
            path: format!("/{}/permits/apply/consent/{token}", row.lang),
            reference: None,
        }
    }

    /// Somebody with a mandate; the link leads to their mandates.
    #[must_use]
    pub fn mandated(row: &'a applicant::Model, mandate: Uuid, to: Option<&'a str>) -> Self {
        let lang = crate::i18n::Lang::parse(&row.lang).map_or("fr", crate::i18n::Lang::code);
        let lang = if ["fr", "nl", "en", "de"].contains(&lang) { lang } else { "fr" };
        Self {
            file: None,
            about: mandate,
            lang,
            to,
            path: format!("/{lang}/permits/apply/mandates"),
            reference: None,
        }
    }
}

/// Tells somebody that something happened: a row of `notifications.toml`, a word that keeps
/// apart what may happen several times (empty when it happens once), and the day it is about.
/// Without an address nothing is sent, and nothing that was told before is told again: a step that
/// comes a second time goes on.
///
/// # Errors
/// The database does not answer.
pub async fn tell(
    state: &State,
    tx: &DatabaseTransaction,
    reader: &Reader<'_>,
    (notification, once): (&str, &str),
    date: Option<&str>,
) -> Result<()> {
    let Some(to) = reader.to else { return Ok(()) };
    let id = Uuid::now_v7();
    let envelope = Envelope { to: to.to_owned(), path: reader.path.clone() };
    let json = serde_json::to_vec(&envelope).map_err(|error| Error::Internal(error.into()))?;
    let mut key = format!("{notification}/{}", reader.about);
    if !once.is_empty() {
        key = format!("{key}/{once}");
    }
    let row = mail::ActiveModel {
        id: Set(id),
        application_id: Set(reader.file),
        notification: Set(notification.to_owned()),
        once: Set(key),
        lang: Set(reader.lang.to_owned()),
        recipient_sealed: Set(state.permits.keys.wrap(&format!("mail/{id}"), &json)?),
        values_json: Set(json!({ "reference": reader.reference, "date": date }).to_string()),
        state: Set("waiting".to_owned()),
        attempts: Set(0),
        created_at_ms: Set(state.clock.now_ms()),
        ..Default::default()
    };
    let once = OnConflict::column(mail::Column::Once).do_nothing().to_owned();
    mail::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}
