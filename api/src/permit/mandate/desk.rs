//! What the office does about mandates: look, confirm, refuse, revoke. Every look at one is
//! in the audit chain before anything is shown.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use super::{Kept, kept};
use crate::account::citizen::identity;
use crate::account::{Person, Role};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::permit::desk::{READERS, text_of};
use crate::permit::entity::applicant;
use crate::permit::entity::mandate::{Column, Entity, Model};
use crate::permit::mail::{self, Reader};
use crate::permit::vault;

/// Mandates on a page.
const PER_PAGE: u64 = 100;
/// Longest reason, in characters.
const MOST_TEXT: usize = 2_000;

/// Which mandates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Waiting for the office.
    Asked,
    /// Confirmed.
    Confirmed,
    /// Refused, revoked or given back.
    Ended,
}

impl List {
    /// Every list, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Asked, Self::Confirmed, Self::Ended];

    /// Its name in addresses and Fluent ids.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Confirmed => "confirmed",
            Self::Ended => "ended",
        }
    }

    /// The list of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.as_str() == name)
    }

    fn states(self) -> &'static [&'static str] {
        match self {
            Self::Asked => &["asked"],
            Self::Confirmed => &["confirmed"],
            Self::Ended => &["refused", "revoked", "returned"],
        }
    }
}

/// A mandate with who asks for it.
pub struct Shown {
    /// The row.
    pub row: Model,
    /// The company and the document.
    pub kept: Kept,
    /// Who asks, as the sign-in says.
    pub person: String,
    /// Why the office refused or revoked it.
    pub reason: Option<String>,
}

async fn shown(state: &State, row: Model) -> Result<Shown> {
    let person = applicant::Entity::find_by_id(row.applicant_id).one(&state.db).await?;
    let person = identity::kept(state, &person.ok_or(Error::NotFound)?)?;
    Ok(Shown {
        kept: kept(state, &row)?,
        person: format!("{} {}", person.given_names, person.family_name).trim().to_owned(),
        reason: reason_of(state, &row)?,
        row,
    })
}

/// A list: who waits longest first, what ended last first.
///
/// # Errors
/// The person has no role that sees files.
pub async fn list(state: &State, person: &Person, list: List) -> Result<Vec<Shown>> {
    if !person.has(&READERS) {
        return Err(Error::Forbidden("role"));
    }
    let find = Entity::find().filter(Column::State.is_in(list.states().iter().copied()));
    let find = match list {
        List::Ended => find.order_by_desc(Column::EndedAtMs),
        _ => find.order_by_asc(Column::AskedAtMs),
    };
    let mut all = Vec::new();
    for row in find.limit(PER_PAGE).all(&state.db).await? {
        all.push(shown(state, row).await?);
    }
    Ok(all)
}

async fn write_down(
    state: &State,
    tx: &sea_orm::DatabaseTransaction,
    person: &Person,
    id: Uuid,
    action: &'static str,
) -> Result<()> {
    let subject = format!("permit-mandate/{id}");
    let act = Act { actor: &person.email, action, subject, detail: json!({}) };
    audit::record(tx, state.clock.now_ms(), act).await?;
    state.metrics.audits.inc();
    Ok(())
}

/// Opens a mandate for a member of staff; the look is recorded first.
///
/// # Errors
/// The person has no role that sees files; there is no such mandate.
pub async fn open(state: &State, person: &Person, id: Uuid) -> Result<Shown> {
    if !person.has(&READERS) {
        return Err(Error::Forbidden("role"));
    }
    let row = Entity::find_by_id(id).one(&state.db).await?.ok_or(Error::NotFound)?;
    let tx = db::begin(&state.db).await?;
    write_down(state, &tx, person, id, "permit.mandate-read").await?;
    tx.commit().await?;
    shown(state, row).await
}

/// The signed document, in clear; the look is recorded first.
///
/// # Errors
/// As [`open`]; the document was found infected, or was not looked at yet.
pub async fn paper(state: &State, person: &Person, id: Uuid) -> Result<(Model, Vec<u8>)> {
    let row = open(state, person, id).await?.row;
    if !vault::may_be_opened(&row.scan) {
        return Err(Error::Conflict("permit-paper-not-clean"));
    }
    let plain = vault::whole(state, &format!("document/{id}"), &row.file_key_wrapped, &row.vault_key).await?;
    Ok((row, plain))
}

/// What the office can do: the word of the step, where it leads from and to.
const STEPS: [(&str, &str, &str, &str); 3] = [
    ("confirm", "asked", "confirmed", "permit.mandate-confirmed"),
    ("refuse", "asked", "refused", "permit.mandate-refused"),
    ("revoke", "confirmed", "revoked", "permit.mandate-revoked"),
];

/// Takes a step: confirms, refuses or revokes a mandate. The last two say why.
///
/// # Errors
/// Another role, an unknown step, no reason, a mandate that is over, or another step was
/// faster.
pub async fn step(state: &State, person: &Person, id: Uuid, name: &str, reason: &str) -> Result<()> {
    if !person.has(&[Role::WeaponsClerk]) {
        return Err(Error::Forbidden("role"));
    }
    let found = STEPS.into_iter().find(|(step, ..)| *step == name);
    let (_, from, to, action) = found.ok_or(Error::NotFound)?;
    let confirms = name == "confirm";
    let reason = if confirms { String::new() } else { text_of("text", reason, MOST_TEXT)? };
    let row = Entity::find_by_id(id).one(&state.db).await?.ok_or(Error::NotFound)?;
    let now_ms = state.clock.now_ms();
    let today = crate::permit::numbers::today(now_ms).to_string();
    if confirms && row.until_on < today {
        return Err(Error::Conflict("permit-mandate-over"));
    }
    let mut update = Entity::update_many().col_expr(Column::State, Expr::value(to.to_owned()));
    if confirms {
        update = update
            .col_expr(Column::ConfirmedBy, Expr::value(Some(person.id)))
            .col_expr(Column::ConfirmedAtMs, Expr::value(Some(now_ms)));
    } else {
        let sealed = state.permits.keys.wrap(&format!("mandate-reason/{id}"), reason.as_bytes())?;
        update = update
            .col_expr(Column::EndedAtMs, Expr::value(Some(now_ms)))
            .col_expr(Column::ReasonSealed, Expr::value(Some(sealed)));
    }
    let tx = db::begin(&state.db).await?;
    let changed = update.filter(Column::Id.eq(id)).filter(Column::State.eq(from)).exec(&tx).await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-changed-meanwhile"));
    }
    write_down(state, &tx, person, id, action).await?;
    let applicant = applicant::Entity::find_by_id(row.applicant_id).one(&tx).await?.ok_or(Error::NotFound)?;
    let to_mail = identity::kept(state, &applicant)?.email;
    let reader = Reader::mandated(&applicant, id, to_mail.as_deref());
    mail::tell(state, &tx, &reader, ("mandate-judged", to), None).await?;
    Ok(tx.commit().await?)
}

/// Why a mandate was refused or revoked, for the person it was asked by.
///
/// # Errors
/// The bytes were altered.
pub fn reason_of(state: &State, row: &Model) -> Result<Option<String>> {
    let sealed = row.reason_sealed.as_deref();
    let text = sealed.map(|sealed| state.permits.keys.unwrap(&format!("mandate-reason/{}", row.id), sealed));
    Ok(text.transpose()?.map(|text| String::from_utf8_lossy(&text).into_owned()))
}
