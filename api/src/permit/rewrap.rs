//! Wraps with the newest key of the house what older ones wrapped, so that an old key can be
//! dropped: after that it opens nothing, wherever a copy of it lies. Backups made before
//! still open with it.

use std::fmt::Display;

use anyhow::{Context, ensure};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ExprTrait, IdenStatic, QueryFilter, QuerySelect, TryGetable, Value};

use super::entity::{applicant, application, document, mail, mandate, payment};
use super::keyring;
use super::keys::Keys;
use crate::account;
use crate::app::State;

/// Rows of one turn.
const AT_ONCE: u64 = 200;

/// Every table and column that holds something wrapped with a key of the house. A story
/// compares the list with the tables. Secrets of second factors are wrapped, too, as text in
/// `account`.
pub const PLACES: [(&str, &str); 8] = [
    ("permit_application", "key_wrapped"),
    ("permit_document", "file_key_wrapped"),
    ("permit_applicant", "sealed"),
    ("mail_outbox", "recipient_sealed"),
    ("permit_payment", "line_sealed"),
    ("permit_mandate", "sealed"),
    ("permit_mandate", "file_key_wrapped"),
    ("permit_mandate", "reason_sealed"),
];

/// Wraps everything anew; how many values changed. It can be stopped and begun again.
///
/// # Errors
/// Something does not open with the keys of the file, or the database does not answer.
pub async fn run(state: &State) -> anyhow::Result<u64> {
    use mandate::Column;
    use {applicant as people, application as files, document as papers, mail as mails, payment as money};
    let mut done = 0;
    done +=
        table::<files::Entity, Uuid>(state, (files::Column::Id, files::Column::KeyWrapped), "file").await?;
    let (id, key) = (papers::Column::Id, papers::Column::FileKeyWrapped);
    done += table::<papers::Entity, Uuid>(state, (id, key), "document").await?;
    let (id, key) = (people::Column::Id, people::Column::Sealed);
    done += table::<people::Entity, Uuid>(state, (id, key), "applicant").await?;
    let (id, key) = (mails::Column::Id, mails::Column::RecipientSealed);
    done += table::<mails::Entity, Uuid>(state, (id, key), "mail").await?;
    let (id, key) = (money::Column::BankReference, money::Column::LineSealed);
    done += table::<money::Entity, String>(state, (id, key), "payment").await?;
    for (key, about) in [
        (Column::Sealed, "mandate"),
        (Column::FileKeyWrapped, "document"),
        (Column::ReasonSealed, "mandate-reason"),
    ] {
        done += table::<mandate::Entity, Uuid>(state, (Column::Id, key), about).await?;
    }
    Ok(done + account::rewrap_secrets(state).await?)
}

/// The number of the key that wrapped a value, as it stands in front of it.
fn number_of(sealed: &impl IdenStatic) -> Expr {
    // The name of a column of ours, no input.
    Expr::cust(format!("substr({}, 1, 4)", sealed.as_str()))
}

async fn table<E, I>(state: &State, (id, sealed): (E::Column, E::Column), about: &str) -> anyhow::Result<u64>
where
    E: EntityTrait,
    I: TryGetable + Into<Value> + Display + Clone + Send + Sync,
{
    let keys = &state.permits.keys;
    let newest = keys.newest()?.to_be_bytes().to_vec();
    let mut done = 0;
    loop {
        let rows: Vec<(I, Vec<u8>)> = E::find()
            .select_only()
            .column(id)
            .column(sealed)
            .filter(sealed.is_not_null())
            .filter(number_of(&sealed).ne(newest.clone()))
            .limit(AT_ONCE)
            .into_tuple()
            .all(&state.db)
            .await?;
        if rows.is_empty() {
            return Ok(done);
        }
        for (own, old) in rows {
            let place = format!("{about}/{own}");
            let plain = keys.unwrap(&place, &old).with_context(|| format!("{place} does not open"))?;
            let new = keys.wrap(&place, &plain)?;
            // Whoever changed or erased it meanwhile was right.
            let changed = E::update_many()
                .col_expr(sealed, Expr::value(new))
                .filter(id.eq(own))
                .filter(sealed.eq(old))
                .exec(&state.db)
                .await?;
            done += changed.rows_affected;
        }
    }
}

/// Drops a key from the file, once nothing is wrapped with it.
///
/// # Errors
/// Something is, the key is the newest or unknown, or the file cannot be written.
pub async fn forget(state: &State, number: u32) -> anyhow::Result<()> {
    let path = state.config.vault_keys_file();
    let file = Keys::read(&path)?;
    ensure!(file.newest()? != number, "key {number} is the newest: it wraps what is new");
    let bytes = number.to_be_bytes().to_vec();
    let left = still::<application::Entity>(state, application::Column::KeyWrapped, &bytes).await?
        + still::<document::Entity>(state, document::Column::FileKeyWrapped, &bytes).await?
        + still::<applicant::Entity>(state, applicant::Column::Sealed, &bytes).await?
        + still::<mail::Entity>(state, mail::Column::RecipientSealed, &bytes).await?
        + still::<payment::Entity>(state, payment::Column::LineSealed, &bytes).await?
        + still::<mandate::Entity>(state, mandate::Column::Sealed, &bytes).await?
        + still::<mandate::Entity>(state, mandate::Column::FileKeyWrapped, &bytes).await?
        + still::<mandate::Entity>(state, mandate::Column::ReasonSealed, &bytes).await?
        + account::secrets_wrapped_by(state, number).await?;
    ensure!(left == 0, "{left} values are still wrapped with key {number}: run `safe permits rewrap` first");
    keyring::retire(&state.db, number, state.clock.now_ms()).await?;
    Keys::forget(&path, number)
}

async fn still<E>(state: &State, sealed: E::Column, number: &[u8]) -> Result<u64, DbErr>
where
    E: EntityTrait,
    E::Model: Sync,
{
    E::find().filter(number_of(&sealed).eq(number.to_vec())).count(&state.db).await
}
