//! Secrets of second factors at rest: sealed with the key of the house and bound to their
//! account, so that the database alone, or a backup of it, gives nobody a second factor.

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use zeroize::Zeroizing;

use super::entity::{Column, Entity, Model};
use crate::app::State;
use crate::permit::keys::{Keys, wrapped_with};

/// Begins a sealed secret. Base32, as an open one is written, has no colon.
const MARK: &str = "sealed:";

fn about(account: Uuid) -> String {
    format!("account/{account}/totp")
}

/// A secret as it is kept.
///
/// # Errors
/// The system has no randomness.
pub(super) fn seal(keys: &Keys, account: Uuid, secret: &str) -> anyhow::Result<String> {
    Ok(format!("{MARK}{}", STANDARD.encode(keys.wrap(&about(account), secret.as_bytes())?)))
}

/// The secret of an account, in base32. Rows of earlier releases are not sealed yet.
///
/// # Errors
/// The key is not in the key file, or the row was altered.
pub(super) fn open(keys: &Keys, row: &Model) -> anyhow::Result<Option<Zeroizing<String>>> {
    let Some(kept) = row.totp_secret.as_deref() else { return Ok(None) };
    let Some(sealed) = kept.strip_prefix(MARK) else { return Ok(Some(Zeroizing::new(kept.to_owned()))) };
    let sealed = STANDARD.decode(sealed).context("a secret is damaged")?;
    let secret = keys.unwrap(&about(row.id), &sealed).context("a secret does not open")?;
    let text = std::str::from_utf8(&secret).context("a secret is damaged")?;
    Ok(Some(Zeroizing::new(text.to_owned())))
}

/// Seals what an earlier release kept open; gives how many.
///
/// # Errors
/// The database does not answer.
pub async fn seal_open_ones(state: &State) -> anyhow::Result<usize> {
    let rows = Entity::find()
        .filter(Column::TotpSecret.is_not_null())
        .filter(Column::TotpSecret.not_like(format!("{MARK}%")))
        .all(&state.db)
        .await?;
    for row in &rows {
        let Some(open) = row.totp_secret.as_deref() else { continue };
        // Another process may do the same: whoever comes first has sealed it.
        Entity::update_many()
            .col_expr(Column::TotpSecret, Expr::value(Some(seal(&state.permits.keys, row.id, open)?)))
            .filter(Column::Id.eq(row.id))
            .filter(Column::TotpSecret.eq(open))
            .exec(&state.db)
            .await?;
    }
    Ok(rows.len())
}

/// Sealed secrets with their rows, and the number of the key that wrapped each.
async fn sealed(state: &State) -> anyhow::Result<Vec<(Model, String, u32)>> {
    let rows = Entity::find().filter(Column::TotpSecret.like(format!("{MARK}%"))).all(&state.db).await?;
    let mut found = Vec::new();
    for row in rows {
        let Some(kept) = row.totp_secret.clone() else { continue };
        let bytes =
            STANDARD.decode(kept.strip_prefix(MARK).unwrap_or_default()).context("a secret is damaged")?;
        let number = wrapped_with(&bytes)?;
        found.push((row, kept, number));
    }
    Ok(found)
}

/// Wraps with the newest key what older ones wrapped; gives how many.
///
/// # Errors
/// A secret does not open, or the database does not answer.
pub(crate) async fn rewrap(state: &State) -> anyhow::Result<u64> {
    let keys = &state.permits.keys;
    let (newest, mut done) = (keys.newest()?, 0);
    for (row, kept, number) in sealed(state).await? {
        let Some(secret) = open(keys, &row)?.filter(|_| number != newest) else { continue };
        let changed = Entity::update_many()
            .col_expr(Column::TotpSecret, Expr::value(Some(seal(keys, row.id, &secret)?)))
            .filter(Column::Id.eq(row.id))
            .filter(Column::TotpSecret.eq(kept))
            .exec(&state.db)
            .await?;
        done += changed.rows_affected;
    }
    Ok(done)
}

/// How many secrets a key wraps.
///
/// # Errors
/// A secret is damaged, or the database does not answer.
pub(crate) async fn wrapped_by(state: &State, number: u32) -> anyhow::Result<u64> {
    let own = sealed(state).await?.into_iter().filter(|(_, _, wrapped)| *wrapped == number);
    Ok(own.count() as u64)
}
